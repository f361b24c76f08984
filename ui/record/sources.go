package record

import (
	"math/bits"
	"strconv"

	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Sources shows the documents: what each reports, what only it reports, and
// what is left when only one of them is read.
type Sources struct {
	Box fyne.CanvasObject

	p      *state.Presenter
	words  words.Func
	opened func(event int)
	style  *paint.Style
	cards  *fyne.Container
	counts sourceCounts
	alone  []uint32 // events that only the chosen source reports
	chosen int
	told   uint64 // the sources that had told when alone was found
	head   *widget.Label
	rows   *widget.List
}

// NewSources returns the view of p's sources. opened is called after an event
// has been picked, with its index.
func NewSources(p *state.Presenter, words words.Func, opened func(event int)) *Sources {
	s := &Sources{p: p, words: words, opened: opened, style: &paint.Light}
	s.counts.count(p.Data().Cols.Sources)
	s.cards = container.NewVBox()
	s.head = plainText("", widget.MediumImportance)
	s.head.TextStyle.Bold = true
	s.rows = widget.NewList(func() int { return len(s.alone) }, newTopicRow, s.fill)
	s.rows.OnSelected = func(row widget.ListItemID) {
		s.rows.UnselectAll()
		s.p.Pick(int(s.alone[row]))
		s.opened(int(s.alone[row]))
	}
	split := container.NewVSplit(container.NewVScroll(s.cards), container.NewBorder(s.head, nil, nil, nil, s.rows))
	split.Offset = 0.58
	s.Box = split
	p.Listen(func(c state.Change) {
		if c.Has(state.FilterChanged | state.LanguageChanged) {
			s.rebuild()
		}
		if c.Has(state.LanguageChanged) || s.told != p.Told() {
			s.list()
		}
	})
	s.rebuild()
	s.list()
	return s
}

// SetStyle changes the look of the cards.
func (s *Sources) SetStyle(style *paint.Style) {
	s.style = style
	s.rebuild()
}

func (s *Sources) rebuild() {
	s.cards.RemoveAll()
	for i := range s.p.Data().Sources {
		s.cards.Add(s.card(i))
	}
	s.cards.Refresh()
}

// sourceCounts are how many events each source reports, and how many of them
// nobody else does.
type sourceCounts struct{ reports, alone [store.MaxSources]int }

// count goes through all events once; an event has few sources.
func (c *sourceCounts) count(who []uint64) {
	for _, left := range who {
		if left&(left-1) == 0 && left != 0 {
			c.alone[bits.TrailingZeros64(left)]++
		}
		for ; left != 0; left &= left - 1 {
			c.reports[bits.TrailingZeros64(left)]++
		}
	}
}

// card is one document.
func (s *Sources) card(i int) fyne.CanvasObject {
	source, lang := &s.p.Data().Sources[i], s.p.Lang()
	check := widget.NewCheck(source.Short.In(lang), nil)
	check.SetChecked(s.p.SourceShown(i))
	check.OnChanged = func(bool) { s.p.ToggleSource(i) }
	only := widget.NewButton(s.words("only-this-source"), func() { s.p.ShowOnlySource(i) })
	only.Importance = widget.LowImportance
	head := container.NewBorder(nil, nil, nil, only, check)
	facts := s.words("source-counts", "n", strconv.Itoa(s.counts.reports[i]), "m", strconv.Itoa(s.counts.alone[i]))
	text := plainText("“"+source.Title+"”. "+source.Publisher.In(lang), widget.MediumImportance)
	if !s.p.HasTold(source.ID) {
		facts = s.words("known-not-appeared", "time", scene.WhenText(source.Published, s.p.Data().Loc, lang))
	}
	more := newLink(facts, func() { s.chosen = i; s.list() })
	content := container.New(layout.NewCustomPaddedVBoxLayout(-8), head, text, more)
	ground := canvas.NewRectangle(s.style.Card)
	ground.CornerRadius = 6
	return container.New(layout.NewCustomPaddedLayout(3, 3, 4, 4), container.NewStack(ground, content))
}

// list names what only the chosen source reports.
func (s *Sources) list() {
	if s.chosen >= len(s.p.Data().Sources) {
		return
	}
	s.told = s.p.Told()
	s.alone = make([]uint32, 0, s.counts.alone[s.chosen])
	for k, who := range s.p.Data().Cols.Sources {
		if who == 1<<s.chosen && s.p.Told()&who != 0 {
			s.alone = append(s.alone, uint32(k))
		}
	}
	name := s.p.Data().Sources[s.chosen].Short.In(s.p.Lang())
	s.head.SetText(s.words("only-source-reports", "source", name) + "  " + strconv.Itoa(len(s.alone)))
	s.rows.Refresh()
	s.rows.ScrollToTop()
}

func (s *Sources) fill(row widget.ListItemID, o fyne.CanvasObject) {
	if row >= len(s.alone) {
		return
	}
	it, lang := s.p.Data().Item(int(s.alone[row])), s.p.Lang()
	lines := o.(*fyne.Container).Objects
	lines[0].(*widget.Label).SetText(it.Event.Title.In(lang))
	lines[1].(*widget.Label).SetText(scene.DateText(it, lang) + " · " + it.Place.Name.In(lang))
}
