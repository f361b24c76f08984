package record

import (
	"slices"
	"strings"
	"testing"

	"qantar/assets"
	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/scene"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func typeface(t *testing.T) *paint.Type {
	t.Helper()
	names, err := paint.NewType(assets.FontRegular, assets.FontBold, assets.FontItalic)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestFiguresViewShowsEveryClaim(t *testing.T) {
	p, words := presenter(t)
	opened := -1
	f := NewFigures(p, typeface(t), words, func(i int) { opened = i })
	test.NewTempWindow(t, f.Box).Resize(fyne.NewSize(420, 600))
	seen := 0
	row := newClaimRow()
	for m, id := range f.measures {
		f.choice.SetSelectedIndex(m)
		for n, c := range f.shown {
			if c.Measure != id {
				t.Errorf("under %s stands a claim of %s", id, c.Measure)
			}
			f.fill(n, row)
			text := texts(row)
			for _, want := range []string{scene.Claim(c, store.English), p.Data().Source(c.Source).Short.En, c.AttributedTo} {
				if !strings.Contains(text, want) {
					t.Errorf("the row of %s lacks %q", c.ID, want)
				}
			}
		}
		if !slices.IsSortedFunc(f.shown, func(a, b *store.Figure) int { return a.AsOf.Compare(b.AsOf) }) {
			t.Errorf("the claims of %s are not in the order of time", id)
		}
		seen += len(f.shown)
	}
	if seen != len(p.Data().Figures) {
		t.Errorf("the view shows %d claims of %d", seen, len(p.Data().Figures))
	}
	f.rows.Select(0)
	if opened < 0 || p.Selected() != opened {
		t.Errorf("picking a claim opened %d and selected %d", opened, p.Selected())
	}
}

func TestChartOpensTheEventOfAPoint(t *testing.T) {
	p, words := presenter(t)
	opened := -1
	f := NewFigures(p, typeface(t), words, func(i int) { opened = i })
	f.chart.Resize(fyne.NewSize(400, 300))
	f.chart.paint(400, 300)
	for y := float32(0); y < 300 && opened < 0; y += 5 {
		for x := float32(0); x < 400 && opened < 0; x += 5 {
			f.chart.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, y)})
		}
	}
	if opened < 0 {
		t.Fatal("no point of the chart opens anything")
	}
	if got := p.Data().Item(opened).Event.ID; !slices.Contains(f.chart.events, got) {
		t.Errorf("a point opened %s, which has none", got)
	}
}

func TestDisagreementsNameTheirMembers(t *testing.T) {
	p, words := presenter(t)
	d := NewDisagreements(p, words, func(int) {})
	test.NewTempWindow(t, d.Box).Resize(fyne.NewSize(420, 600))
	for i := range p.Data().Disagreements {
		dispute := &p.Data().Disagreements[i]
		d.Choose(dispute.ID)
		links := 0
		for _, o := range d.body.Objects {
			if _, ok := o.(*link); ok {
				links++
			}
		}
		if links != len(dispute.Members) {
			t.Errorf("%s has %d members, %d can be opened", dispute.ID, len(dispute.Members), links)
		}
		if text := texts(d.body); !strings.Contains(text, dispute.Explanation.En) {
			t.Errorf("%s is not explained", dispute.ID)
		}
	}
}

func TestDisagreementMemberOpensItsEvent(t *testing.T) {
	p, words := presenter(t)
	opened := -1
	d := NewDisagreements(p, words, func(i int) { opened = i })
	d.Choose(p.Data().Disagreements[0].ID)
	for _, o := range d.body.Objects {
		if l, ok := o.(*link); ok {
			l.Tapped(nil)
			break
		}
	}
	if opened < 0 || p.Selected() != opened {
		t.Errorf("a member opened %d and selected %d", opened, p.Selected())
	}
}

func TestSourcesShowWhatOnlyOneReports(t *testing.T) {
	p, words := presenter(t)
	opened := -1
	s := NewSources(p, words, func(i int) { opened = i })
	test.NewTempWindow(t, s.Box).Resize(fyne.NewSize(420, 600))
	for i, source := range p.Data().Sources {
		s.chosen = i
		s.list()
		for _, k := range s.alone {
			e := p.Data().Item(int(k)).Event
			if len(e.Reports) != 1 || e.Reports[0].Source != source.ID {
				t.Errorf("%s is said to be told by %s alone", e.ID, source.ID)
			}
		}
		reports := 0
		for k := range p.Data().Len() {
			if yes, _ := p.Data().Item(k).Reports(i); yes {
				reports++
			}
		}
		if c := &s.counts; c.reports[i] != reports || c.alone[i] != len(s.alone) {
			t.Errorf("%s is said to report %d events, %d of them alone, not %d and %d", source.ID, c.reports[i], c.alone[i], reports, len(s.alone))
		}
	}
	s.rows.Select(0)
	if opened < 0 {
		t.Error("picking an event of one source alone opens nothing")
	}
}

func TestOneSourceAlone(t *testing.T) {
	p, words := presenter(t)
	NewSources(p, words, func(int) {})
	all := p.InFilter().Len()
	p.ShowOnlySource(0)
	for i := range p.InFilter().All() {
		if reports, _ := p.Data().Item(i).Reports(0); !reports {
			t.Errorf("%s is shown, which the source does not report", p.Data().Item(i).Event.ID)
		}
	}
	if left := p.InFilter().Len(); left == 0 || left >= all {
		t.Errorf("with one source %d of %d events are left", left, all)
	}
	p.ShowOnlySource(0)
	if p.InFilter().Len() != all {
		t.Error("asking again does not bring every source back")
	}
}

// library is documents at hand, for tests.
type library map[string][]string

func (l library) Text(source string) []string { return l[source] }

func TestPassagesAreOfferedWhereTheDocumentIsAtHand(t *testing.T) {
	p, words := presenter(t)
	n := NewPanel(p, words)
	w := test.NewTempWindow(t, n.Box)
	w.Resize(fyne.NewSize(500, 700))
	p.Select(p.Data().Index(p.Data().Figures[0].Event))
	r := &p.Data().Item(p.Selected()).Event.Reports[0]
	if countLinks(n, words("read-document")) != 0 {
		t.Fatal("a passage is offered although no document is at hand")
	}
	text := make([]string, p.Data().Source(r.Source).Paragraphs)
	for i := range text {
		text[i] = "paragraph of a test"
	}
	n.SetTexts(library{r.Source: text})
	if got := countLinks(n, words("read-document")); got != 1 {
		t.Fatalf("%d passages are offered, want that of the one document at hand", got)
	}
	document := n.showDocument(r, text)
	defer document.Close()
	scroll := document.Content().(*container.Scroll)
	if rows := scroll.Content.(*fyne.Container).Objects; len(rows) != len(text) {
		t.Errorf("the document shows %d paragraphs of %d", len(rows), len(text))
	} else if _, marked := rows[r.Paragraphs[0]-1].(*fyne.Container).Objects[0].(*canvas.Rectangle); !marked {
		t.Error("the report's paragraph is not marked")
	}
}

func countLinks(n *Panel, text string) (count int) {
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *link:
			if o.text.Text == text {
				count++
			}
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		}
	}
	walk(n.body)
	return count
}
