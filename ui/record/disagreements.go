package record

import (
	"slices"

	"qantar/store"
	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Disagreements lists where accounts or numbers do not fit together; the one
// chosen is explained below with its members, each of which opens its event.
type Disagreements struct {
	Box fyne.CanvasObject

	p      *state.Presenter
	words  words.Func
	opened func(event int)
	all    []*store.Disagreement
	shown  []*store.Disagreement
	chosen string        // id
	told   uint64        // the sources that had told when the rows were found
	known  *widget.Label // what was known later
	rows   *widget.List
	body   *fyne.Container
	scroll *container.Scroll
}

// NewDisagreements returns the view of p's disagreements. opened is called
// after a member has been picked, with the index of its event.
func NewDisagreements(p *state.Presenter, words words.Func, opened func(event int)) *Disagreements {
	d := &Disagreements{p: p, words: words, opened: opened, all: pointers(p.Data().Disagreements)}
	d.known = plainText("", widget.LowImportance)
	d.rows = widget.NewList(func() int { return len(d.shown) }, newTopicRow, d.fill)
	d.rows.OnSelected = d.choose
	d.body = container.New(layout.NewCustomPaddedVBoxLayout(0))
	d.scroll = container.NewVScroll(container.NewPadded(d.body))
	split := container.NewVSplit(container.NewBorder(d.known, nil, nil, nil, d.rows), d.scroll)
	split.Offset = 0.45
	d.Box = split
	p.Listen(func(c state.Change) {
		if c.Has(state.LanguageChanged) || d.told != p.Told() {
			d.find()
			d.explain()
		}
	})
	d.find()
	d.explain()
	return d
}

// find lists the disagreements that are shown.
func (d *Disagreements) find() {
	d.shown, d.told = d.p.ToldDisagreements(d.all), d.p.Told()
	d.known.SetText(laterNote(d.words, "known-disagreements-later", len(d.all)-len(d.shown)))
	d.known.Hidden = d.known.Text == ""
	d.rows.Refresh()
}

// row is where the disagreement with an id stands in the list, -1 where it does
// not.
func (d *Disagreements) row(id string) int {
	return slices.IndexFunc(d.shown, func(s *store.Disagreement) bool { return s.ID == id })
}

// Choose explains the disagreement with an id.
func (d *Disagreements) Choose(id string) {
	if i := d.row(id); i >= 0 {
		d.rows.Select(i)
		d.rows.ScrollTo(i)
	}
}

func (d *Disagreements) choose(row widget.ListItemID) {
	d.chosen = d.shown[row].ID
	d.explain()
}

func newTopicRow() fyne.CanvasObject {
	topic := widget.NewLabel("")
	topic.Truncation = fyne.TextTruncateEllipsis
	kind := widget.NewLabel("")
	kind.Truncation, kind.Importance = fyne.TextTruncateEllipsis, widget.LowImportance
	return container.New(layout.NewCustomPaddedVBoxLayout(-14), topic, kind)
}

func (d *Disagreements) fill(row widget.ListItemID, o fyne.CanvasObject) {
	if row >= len(d.shown) {
		return
	}
	lines, dispute := o.(*fyne.Container).Objects, d.shown[row]
	lines[0].(*widget.Label).SetText(dispute.Topic.In(d.p.Lang()))
	lines[1].(*widget.Label).SetText(d.words("difference-" + string(dispute.Kind)))
}

// explain writes out the chosen disagreement.
func (d *Disagreements) explain() {
	d.body.RemoveAll()
	defer func() {
		d.body.Refresh()
		d.scroll.ScrollToTop()
	}()
	row := d.row(d.chosen)
	if row < 0 {
		d.body.Add(plainText(d.words("no-disagreement"), widget.LowImportance))
		return
	}
	dispute := d.shown[row]
	topic := widget.NewLabelWithStyle(dispute.Topic.In(d.p.Lang()), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	topic.Wrapping, topic.SizeName = fyne.TextWrapWord, theme.SizeNameSubHeadingText
	d.body.Add(topic)
	members := d.p.ToldMembers(dispute)
	if len(members) == len(dispute.Members) { // else it may tell what came later
		d.body.Add(plainText(dispute.Explanation.In(d.p.Lang()), widget.MediumImportance))
	}
	for _, m := range members {
		if event, text := d.member(m); event != "" {
			d.body.Add(newLink(text, func() { d.pick(event) }))
		}
	}
	if later := laterNote(d.words, "known-accounts-later", len(dispute.Members)-len(members)); later != "" {
		d.body.Add(plainText(later, widget.LowImportance))
	}
}

// member tells which event a member belongs to, and says it in words.
func (d *Disagreements) member(m store.Member) (event, text string) {
	data, lang := d.p.Data(), d.p.Lang()
	if f := data.Figure(m.Figure); f != nil {
		return f.Event, citation(d.p, f.Source, f.Paragraph, d.words) + ": " + scene.Claim(f, lang) + " " +
			data.Measure(f.Measure).Unit.In(lang) + ". " + f.AttributedTo
	}
	r := data.Report(m.Event, m.Source)
	if r == nil || len(r.Paragraphs) == 0 {
		return "", ""
	}
	return m.Event, citation(d.p, m.Source, r.Paragraphs[0], d.words) + ": " + r.Note.In(lang)
}

func (d *Disagreements) pick(event string) {
	if i := d.p.Data().Index(event); i >= 0 {
		d.p.Pick(i)
		d.opened(i)
	}
}
