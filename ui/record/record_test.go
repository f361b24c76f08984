package record

import (
	"slices"
	"strings"
	"testing"
	"time"

	"qantar/assets"
	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
	"qantar/ui/paint"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func presenter(t *testing.T) (*state.Presenter, words.Func) {
	t.Helper()
	c, err := collection.Read(seeds.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	data, err := state.Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := words.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t)
	p := state.New(data, state.Options{Dispatch: fyne.Do, Now: time.Now})
	return p, func(key string, args ...string) string { return catalog.In(p.Lang(), key, args...) }
}

// texts are all words under an object, in order.
func texts(o fyne.CanvasObject) string {
	var all []string
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			all = append(all, o.Text)
		case *widget.RichText:
			all = append(all, o.String())
		case *canvas.Text:
			all = append(all, o.Text)
		case *container.Scroll:
			walk(o.Content)
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		}
	}
	walk(o)
	return strings.Join(all, "\n")
}

func TestListNamesWhatIsShown(t *testing.T) {
	p, words := presenter(t)
	l := NewList(p, words)
	test.NewTempWindow(t, l.Box).Resize(fyne.NewSize(420, 500))
	if got, want := l.rows.Length(), p.Shown().Len(); got != want {
		t.Fatalf("the list has %d rows, %d events are shown", got, want)
	}
	row := newRow()
	for n, i := range slices.Collect(p.Shown().All()) {
		l.fill(n, row)
		it := p.Data().Item(i)
		if text := texts(row); !strings.Contains(text, it.Event.Title.En) || !strings.Contains(text, it.Place.Name.En) {
			t.Errorf("row %d says %q, not the title and place of %s", n, text, it.Event.ID)
		}
	}
	p.SetPlayhead(p.Data().Window.Earliest)
	if got, want := l.rows.Length(), p.Shown().Len(); got != want {
		t.Errorf("after time has moved the list has %d rows, %d events are shown", got, want)
	}
}

func TestListAndSelectionFollowEachOther(t *testing.T) {
	p, words := presenter(t)
	l := NewList(p, words)
	test.NewTempWindow(t, l.Box).Resize(fyne.NewSize(420, 500))
	playhead := p.Playhead()
	l.rows.Select(3)
	if p.Selected() != p.Shown().At(3) {
		t.Errorf("choosing row 3 selected event %d, want %d", p.Selected(), p.Shown().At(3))
	}
	if p.Playhead() != playhead {
		t.Error("choosing an event that is shown moved time")
	}
	if row, ok := l.row(p.Selected()); !ok || row != 3 {
		t.Errorf("the selected event is found in row %d, %v", row, ok)
	}
}

func TestListOffersAllWhenFiltered(t *testing.T) {
	p, words := presenter(t)
	l := NewList(p, words)
	if l.all.Visible() {
		t.Error("with nothing hidden the list offers to show everything")
	}
	for i := range p.Data().Categories {
		p.ToggleCategory(i)
	}
	if !l.all.Visible() || !l.empty.Visible() {
		t.Error("with every category hidden the list neither says so nor offers a way back")
	}
	l.all.OnTapped()
	if l.all.Visible() || l.empty.Visible() || l.rows.Length() == 0 {
		t.Error("the way back did not bring the events back")
	}
}

func TestPanelTellsEveryReport(t *testing.T) {
	p, words := presenter(t)
	n := NewPanel(p, words)
	test.NewTempWindow(t, n.Box).Resize(fyne.NewSize(420, 600))
	if got := texts(n.Box); !strings.Contains(got, words("no-event")) {
		t.Errorf("with nothing selected the panel says %q", got)
	}
	for i := range p.Data().Len() {
		it := p.Data().Item(i)
		p.Select(i)
		text := texts(n.Box)
		wanted := []string{it.Event.Title.En, it.Place.Name.En, it.Event.WhenNote.En}
		for _, r := range it.Event.Reports {
			wanted = append(wanted, p.Data().Source(r.Source).Short.En, p.Data().Source(r.Source).Title, r.AttributedTo, r.Note.En)
		}
		for _, want := range wanted {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the panel lacks %q", it.Event.ID, want)
			}
		}
	}
}

func TestPanelSpeaksTheLanguage(t *testing.T) {
	p, words := presenter(t)
	n := NewPanel(p, words)
	p.Select(p.Shown().At(0))
	for _, lang := range store.Langs {
		p.SetLang(lang)
		if text := texts(n.Box); !strings.Contains(text, words("attributed-to")) {
			t.Errorf("in %s the panel lacks %q", lang, words("attributed-to"))
		}
	}
}

func TestPanelMarksWhatIsUncertain(t *testing.T) {
	p, words := presenter(t)
	n := NewPanel(p, words)
	for i := range p.Data().Len() {
		it := p.Data().Item(i)
		p.Select(i)
		text := texts(n.Box)
		if strings.Contains(text, words("uncertain")) != it.Uncertain() {
			t.Errorf("%s (%s): the panel's word on certainty is wrong", it.Event.ID, it.Event.When.Text)
		}
		if it.Event.Inferred && !strings.Contains(text, words("inferred-place")) {
			t.Errorf("%s: the panel hides that the place is inferred", it.Event.ID)
		}
	}
}

func TestStylesChangeTheCards(t *testing.T) {
	p, words := presenter(t)
	n := NewPanel(p, words)
	l := NewList(p, words)
	light := l.icons.of(&p.Data().Categories[0])
	n.SetStyle(&paint.Dark)
	l.SetStyle(&paint.Dark)
	if l.icons.of(&p.Data().Categories[0]) == light {
		t.Error("the dark look keeps the light look's marks")
	}
}
