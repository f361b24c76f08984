package record

import (
	"math"
	"strconv"
	"strings"

	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Panel tells everything that the record holds of the selected event: when,
// where, and one card for each source's report.
type Panel struct {
	Box fyne.CanvasObject

	// OnDisagreement is called with the id of a disagreement that was picked.
	OnDisagreement func(id string)

	p      *state.Presenter
	words  words.Func
	icons  icons
	body   *fyne.Container
	scroll *container.Scroll
	texts  Texts  // nil: no document is at hand
	told   uint64 // the sources that had told when the panel was filled
}

// NewPanel returns the panel of the event that is selected in p.
func NewPanel(p *state.Presenter, words words.Func) *Panel {
	n := &Panel{p: p, words: words}
	n.icons.setStyle(&paint.Light)
	n.body = container.New(layout.NewCustomPaddedVBoxLayout(0))
	n.scroll = container.NewVScroll(container.NewPadded(n.body))
	n.Box = n.scroll
	p.Listen(func(c state.Change) {
		if c.Has(state.SelectionChanged|state.LanguageChanged) || n.told != p.Told() {
			n.rebuild()
		}
	})
	n.rebuild()
	return n
}

// SetStyle changes the look of the cards.
func (n *Panel) SetStyle(style *paint.Style) {
	n.icons.setStyle(style)
	n.rebuild()
}

func (n *Panel) rebuild() {
	n.body.RemoveAll()
	n.told = n.p.Told()
	if i := n.p.Selected(); i >= 0 {
		n.tell(n.p.Data().Item(i))
	} else {
		n.add(plainText(n.words("no-event"), widget.LowImportance))
	}
	n.body.Refresh()
	n.scroll.ScrollToTop()
}

func (n *Panel) add(objects ...fyne.CanvasObject) {
	for _, o := range objects {
		n.body.Add(o)
	}
}

// tell describes an event as far as it is known; of one that nobody has told of
// yet, only that.
func (n *Panel) tell(it *state.Item) {
	reports := n.p.ToldReports(it.Event)
	later := laterNote(n.words, "known-accounts-later", len(it.Event.Reports)-len(reports))
	if len(reports) == 0 && later != "" {
		n.add(plainText(n.words("known-not-yet"), widget.MediumImportance), plainText(later, widget.LowImportance))
		return
	}
	n.describe(it, later)
	n.addReports(it.Event, reports)
	n.note(later)
	n.addDisagreements(it.Event.ID)
}

// describe tells what the record says of an event itself. later is said where
// some accounts came later.
func (n *Panel) describe(it *state.Item, later string) {
	lang, e := n.p.Lang(), it.Event
	title := widget.NewLabelWithStyle(e.Title.In(lang), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.Wrapping, title.SizeName = fyne.TextWrapWord, theme.SizeNameSubHeadingText
	n.add(n.classLine(it), title)
	if !e.Summary.IsZero() && later == "" { // else it may tell what came later
		n.add(plainText(e.Summary.In(lang), widget.MediumImportance))
	}
	n.add(n.fact("when", n.whenText(it), e.WhenNote.In(lang)))
	n.add(n.fact("where", n.whereText(it), e.PlaceNote.In(lang)))
	if names := n.areaNames(e.Areas); names != "" {
		n.add(n.fact("areas", names, ""))
	}
	if names := n.peopleNames(e.People); names != "" {
		n.add(n.fact("people", names, ""))
	}
	n.addFigures(e.ID)
}

// addReports shows a card for each report.
func (n *Panel) addReports(e *store.Event, reports []store.Report) {
	n.add(sectionHeading(n.words("reports"), len(reports)))
	cards := container.New(&columns{width: n.scroll.Size().Width})
	for i := range reports {
		cards.Add(n.card(e.ID, &reports[i]))
	}
	n.add(cards)
	if len(e.Reports) == 1 {
		n.add(plainText(n.words("only-here"), widget.LowImportance))
	}
}

// addFigures names every number that is claimed of an event.
func (n *Panel) addFigures(event string) {
	all := n.p.Data().FiguresOf(event)
	if len(all) == 0 {
		return
	}
	figures := n.p.ToldFigures(all)
	n.add(sectionHeading(n.words("figures"), len(figures)))
	for _, f := range figures {
		measure := n.p.Data().Measure(f.Measure)
		n.add(n.fact("", measure.Label.In(n.p.Lang())+": "+scene.Claim(f, n.p.Lang())+" "+measure.Unit.In(n.p.Lang())+
			" ("+citation(n.p, f.Source, f.Paragraph, n.words)+")", ""))
	}
	n.note(laterNote(n.words, "known-figures-later", len(all)-len(figures)))
}

// note adds a line in small, where there is one.
func (n *Panel) note(text string) {
	if text != "" {
		n.add(plainText(text, widget.LowImportance))
	}
}

// addDisagreements names where the event's accounts do not fit together.
func (n *Panel) addDisagreements(event string) {
	disputes := n.p.ToldDisagreements(n.p.Data().DisagreementsOf(event))
	if len(disputes) == 0 {
		return
	}
	n.add(sectionHeading(n.words("disagreements"), len(disputes)))
	for _, d := range disputes {
		n.add(newLink(d.Topic.In(n.p.Lang()), func() {
			if n.OnDisagreement != nil {
				n.OnDisagreement(d.ID)
			}
		}))
	}
}

func sectionHeading(text string, count int) *widget.Label {
	return widget.NewLabelWithStyle(text+"  "+strconv.Itoa(count), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
}

// classLine tells category and kind beside the category's mark.
func (n *Panel) classLine(it *state.Item) fyne.CanvasObject {
	category := n.p.Data().CategoryOf(it)
	icon := &canvas.Image{Image: n.icons.of(category), FillMode: canvas.ImageFillContain}
	icon.SetMinSize(fyne.NewSquareSize(24))
	text := plainText(category.Label.In(n.p.Lang())+" · "+n.words("kind-"+string(it.Event.Kind)), widget.LowImportance)
	return container.NewBorder(nil, nil, container.NewCenter(icon), nil, text)
}

func (n *Panel) whenText(it *state.Item) string {
	text := scene.DateText(it, n.p.Lang())
	if it.Uncertain() {
		text += " (" + n.words("uncertain") + ")"
	}
	return text
}

func (n *Panel) whereText(it *state.Item) string {
	text := it.Place.Name.In(n.p.Lang())
	switch {
	case it.Place.IsArea():
		text += " (" + n.words("whole-area") + ")"
	case it.Place.RadiusM > 0:
		km := scene.Number(math.Round(it.Place.RadiusM/100)/10, n.p.Lang())
		text += ", " + n.words("radius", "km", km)
	}
	if it.Event.Inferred {
		text += ". " + n.words("inferred-place")
	}
	return text
}

func (n *Panel) areaNames(ids []string) string {
	var names []string
	for _, id := range ids {
		if p := n.p.Data().Place(id); p != nil {
			names = append(names, p.Name.In(n.p.Lang()))
		}
	}
	return strings.Join(names, ", ")
}

func (n *Panel) peopleNames(ids []string) string {
	var names []string
	for _, id := range ids {
		if p := n.p.Data().Person(id); p != nil {
			names = append(names, p.Name.In(n.p.Lang()))
		}
	}
	return strings.Join(names, ", ")
}

// fact is one line of what is known, with the ground for it below.
func (n *Panel) fact(key, text, ground string) fyne.CanvasObject {
	label := ""
	if key != "" {
		label = n.words(key) + "  "
	}
	line := widget.NewRichText(
		&widget.TextSegment{Text: label, Style: widget.RichTextStyle{Inline: true, ColorName: theme.ColorNamePlaceHolder}},
		&widget.TextSegment{Text: text, Style: widget.RichTextStyleInline},
	)
	if ground != "" {
		line.Segments = append(line.Segments,
			&widget.TextSegment{Text: "", Style: widget.RichTextStyleParagraph},
			&widget.TextSegment{Text: ground, Style: widget.RichTextStyle{ColorName: theme.ColorNamePlaceHolder, TextStyle: fyne.TextStyle{Italic: true}}},
		)
	}
	line.Wrapping = fyne.TextWrapWord
	return line
}

// card is one source's account.
func (n *Panel) card(event string, r *store.Report) fyne.CanvasObject {
	lang := n.p.Lang()
	publisher, document := r.Source, ""
	if s := n.p.Data().Source(r.Source); s != nil {
		publisher = s.Short.In(lang)
		document = "“" + s.Title + "”, " + scene.WhenText(s.Published, n.p.Data().Loc, lang)
	}
	head := widget.NewRichText(
		&widget.TextSegment{Text: publisher, Style: widget.RichTextStyle{Inline: true, TextStyle: fyne.TextStyle{Bold: true}}},
		&widget.TextSegment{Text: "  " + n.paragraphs(r.Paragraphs), Style: widget.RichTextStyle{Inline: true, ColorName: theme.ColorNamePlaceHolder}},
	)
	head.Wrapping = fyne.TextWrapWord
	content := container.New(layout.NewCustomPaddedVBoxLayout(-12), head,
		plainText(document, widget.LowImportance), n.fact("attributed-to", r.AttributedTo, ""))
	if note := r.Note.In(lang); note != "" {
		content.Add(plainText(note, widget.MediumImportance))
	}
	n.addOnlyHere(event, r, content)
	n.passage(r, content)
	ground := canvas.NewRectangle(n.icons.style.Card)
	ground.CornerRadius = 6
	return container.New(layout.NewCustomPaddedLayout(3, 3, 2, 2), container.NewStack(ground, content))
}

// addOnlyHere names the numbers of a report that no other source gives.
func (n *Panel) addOnlyHere(event string, r *store.Report, into *fyne.Container) {
	for _, f := range n.p.Data().FiguresOf(event) {
		if f.Source == r.Source && n.p.Data().OnlySourceOf(f) {
			measure := n.p.Data().Measure(f.Measure)
			into.Add(n.fact("only-here-number", measure.Label.In(n.p.Lang())+": "+scene.Claim(f, n.p.Lang()), ""))
		}
	}
}

func (n *Panel) paragraphs(numbers []int) string {
	key := "paragraph"
	if len(numbers) > 1 {
		key = "paragraphs"
	}
	texts := make([]string, len(numbers))
	for i, number := range numbers {
		texts[i] = strconv.Itoa(number)
	}
	return n.words(key) + " " + strings.Join(texts, ", ")
}

func plainText(text string, importance widget.Importance) *widget.Label {
	label := widget.NewLabel(text)
	label.Wrapping, label.Importance = fyne.TextWrapWord, importance
	return label
}
