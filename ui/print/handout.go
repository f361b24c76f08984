package print

import (
	"context"
	"image/color"
	"io"
	"strconv"
	"time"

	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/state"
	"qantar/ui/words"
)

// Handout is a story on paper for a class: a title page, for each scene its
// picture, caption, events and who reports them, and questions with lines to
// write on; at the end the sources.
type Handout struct {
	Story *store.Story
	Lang  store.Lang
	Paper Paper
	Notes bool         // with the speaker's notes: the teacher's copy
	Style *paint.Style // nil: paint.Paper
	Date  time.Time    // of the document; zero: the end of the time that the collection tells of
}

// handout makes one handout. Lengths are points.
type handout struct {
	Handout
	setter
	*flow
	press  *Press
	p      *state.Presenter
	word   words.Func
	starts []int // the page on which each scene begins, from 1
	own    paint.Style
}

// Sizes of text, and its leading, in points.
const (
	bodySize, bodyLead   = 10, 14
	smallSize, smallLead = 8.5, 11.5
	titleSize, titleLead = 27, 33
	headSize, headLead   = 15, 20
	writingLead          = 23 // between two lines to write on
)

// WriteHandout writes a story of data as PDF. It takes about a second for ten
// scenes.
func (k *Press) WriteHandout(ctx context.Context, to io.Writer, data *state.Data, as Handout, progress Progress) error {
	h := k.newHandout(data, as)
	if err := h.scenes(ctx, progress.part(0, 0.8)); err != nil {
		return err
	}
	h.closing()
	if err := h.opening(ctx); err != nil {
		return err
	}
	h.number()
	b := &book{
		paper: as.Paper, leaves: h.leaves, title: h.in(as.Story.Title), subject: h.in(as.Story.Summary),
		frame: data.Collection, lang: as.Lang, date: dateOr(as.Date, data.Collection),
	}
	if as.Notes {
		b.title += " – " + h.word("print-teacher")
	}
	return k.write(ctx, to, b, progress.part(0.8, 1))
}

func (k *Press) newHandout(data *state.Data, as Handout) *handout {
	h := &handout{Handout: as, setter: setter{k.names.Clone()}, flow: newFlow(as.Paper), press: k, word: k.word(as.Lang)}
	h.own = paint.Paper
	if h.Style == nil {
		h.Style = &h.own
	}
	h.p = presenter(data, as.Lang)
	return h
}

// in is a text in the handout's language.
func (h *handout) in(t store.Text) string { return t.In(h.Lang) }

// The looks of text on a page, which is white whatever the pictures look like.
func (h *handout) plain(text string) span {
	return span{text, paint.Regular, bodySize, h.own.Ink}
}
func (h *handout) bold(text string) span { return span{text, paint.Bold, bodySize, h.own.Ink} }
func (h *handout) small(text string) span {
	return span{text, paint.Regular, smallSize, h.own.InkSoft}
}
func (h *handout) smallBold(text string) span {
	return span{text, paint.Bold, smallSize, h.own.Ink}
}

// heading is the head of a part of a page: small capitals over a rule.
func (h *handout) heading(text string, before float32) block {
	const height = 20
	return block{before: before, height: height, keep: true, draw: func(l *leaf, x, y float32) {
		l.text.Parts = append(l.text.Parts, h.label(text, x, y+10))
		l.rule(x, y+14.5, x+h.width(), y+14.5, 0.5, h.own.Rule)
	}}
}

// label is a short text in capitals set apart.
func (h *handout) label(text string, x, y float32) paint.Words {
	return paint.Words{Text: upper(text), Weight: paint.Bold, Size: 7.5, Tracking: 0.7, X: x, Y: y, Ink: h.own.InkSoft}
}

// flow's width is that of the text; the setter measures words.
func (h *handout) width() float32 { return h.flow.width() }

// number writes the foot of every page but the first.
func (h *handout) number() {
	title := h.in(h.Story.Title)
	for i, l := range h.leaves {
		if i == 0 {
			continue
		}
		y := h.paper.Height - h.bottom + 30
		l.rule(h.left, y-12, h.paper.Width-h.right, y-12, 0.5, h.own.Grid)
		page := strconv.Itoa(i+1) + " / " + strconv.Itoa(len(h.leaves))
		wide := h.setter.width(page, paint.Regular, 8)
		l.text.Parts = append(l.text.Parts,
			h.foot(title, h.left, y),
			h.foot(page, h.paper.Width-h.right-wide, y))
	}
}

func (h *handout) foot(text string, x, y float32) paint.Words {
	return paint.Words{Text: text, Size: 8, X: x, Y: y, Ink: h.own.InkSoft}
}

// lineToWrite is a rule to write on, with room above it.
func (h *handout) lineToWrite() block {
	return block{height: writingLead, draw: func(l *leaf, x, y float32) {
		l.rule(x, y+writingLead-3, x+h.width(), y+writingLead-3, 0.5, writingInk)
	}}
}

// writingInk is the colour of lines to write on: there to guide, not to be read.
var writingInk = color.RGBA{0x9C, 0x9C, 0x9C, 0xFF}
