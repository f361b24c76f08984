package print

import (
	"image/color"
	"strconv"
	"strings"
	"unicode"

	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/words"
)

// worksheet sets pages for a class. Lengths are points.
type worksheet struct {
	setter
	*flow
	lang store.Lang
	word words.Func
	own  paint.Style // the page, which is white whatever the pictures look like
}

// Sizes of text, and its leading, in points.
const (
	bodySize, bodyLead   = 10, 14
	smallSize, smallLead = 8.5, 11.5
	titleSize, titleLead = 27, 33
	headSize, headLead   = 15, 20
	writingLead          = 23 // between two lines to write on
)

func (k *Press) newWorksheet(paper Paper, lang store.Lang) *worksheet {
	return &worksheet{setter: setter{k.names.Clone()}, flow: newFlow(paper), lang: lang, word: k.word(lang), own: paint.Paper}
}

// in is a text in the worksheet's language.
func (w *worksheet) in(t store.Text) string { return t.In(w.lang) }

// The looks of text on a page, which is white whatever the pictures look like.
func (w *worksheet) plain(text string) span {
	return span{text, paint.Regular, bodySize, w.own.Ink}
}
func (w *worksheet) bold(text string) span { return span{text, paint.Bold, bodySize, w.own.Ink} }
func (w *worksheet) small(text string) span {
	return span{text, paint.Regular, smallSize, w.own.InkSoft}
}
func (w *worksheet) smallBold(text string) span {
	return span{text, paint.Bold, smallSize, w.own.Ink}
}

// heading is the head of a part of a page: small capitals over a rule.
func (w *worksheet) heading(text string, before float32) block {
	const height = 20
	return block{before: before, height: height, keep: true, draw: func(l *leaf, x, y float32) {
		l.text.Parts = append(l.text.Parts, w.label(text, x, y+10))
		l.rule(x, y+14.5, x+w.width(), y+14.5, 0.5, w.own.Rule)
	}}
}

// label is a short text in capitals set apart.
func (w *worksheet) label(text string, x, y float32) paint.Words {
	return paint.Words{Text: upper(text), Weight: paint.Bold, Size: 7.5, Tracking: 0.7, X: x, Y: y, Ink: w.own.InkSoft}
}

// flow's width is that of the text; the setter measures words.
func (w *worksheet) width() float32 { return w.flow.width() }

// number writes a title and the page at the foot of every page but the first.
func (w *worksheet) number(title string) {
	for i, l := range w.leaves {
		if i == 0 {
			continue
		}
		y := w.paper.Height - w.bottom + 30
		l.rule(w.left, y-12, w.paper.Width-w.right, y-12, 0.5, w.own.Grid)
		page := strconv.Itoa(i+1) + " / " + strconv.Itoa(len(w.leaves))
		wide := w.setter.width(page, paint.Regular, 8)
		l.text.Parts = append(l.text.Parts,
			w.foot(w.cutTo(title, 8, w.width()-wide-20), w.left, y),
			w.foot(page, w.paper.Width-w.right-wide, y))
	}
}

func (w *worksheet) foot(text string, x, y float32) paint.Words {
	return paint.Words{Text: text, Size: 8, X: x, Y: y, Ink: w.own.InkSoft}
}

// cutTo is a text shortened to a width, with the cut marked.
func (w *worksheet) cutTo(text string, size, width float32) string {
	cut := text
	for short := []rune(text); len(short) > 0 && w.setter.width(cut, paint.Regular, size) > width; {
		short = short[:len(short)-1]
		cut = strings.TrimSpace(string(short)) + "…"
	}
	return cut
}

// lineToWrite is a rule to write on, with room above it.
func (w *worksheet) lineToWrite() block {
	return block{height: writingLead, draw: func(l *leaf, x, y float32) {
		l.rule(x, y+writingLead-3, x+w.width(), y+writingLead-3, 0.5, writingInk)
	}}
}

// writingInk is the colour of lines to write on: there to guide, not to be read.
var writingInk = color.RGBA{0x9C, 0x9C, 0x9C, 0xFF}

func upper(text string) string { return strings.Map(unicode.ToUpper, text) }

// whose are lines for a name, a class and a date.
func (w *worksheet) whose() block {
	return block{before: 12, height: 26, draw: func(l *leaf, x, y float32) {
		wide, gap := w.width(), float32(12)
		for _, field := range []struct {
			key   string
			share float32
		}{{"print-name", 0.52}, {"print-class", 0.22}, {"print-date", 0.26}} {
			label := w.word(field.key)
			l.text.Parts = append(l.text.Parts, paint.Words{Text: label, Size: 9, X: x, Y: y + 19, Ink: w.own.InkSoft})
			from := x + w.setter.width(label, paint.Regular, 9) + 6
			l.rule(from, y+21, x+field.share*wide-gap, y+21, 0.5, writingInk)
			x += field.share * wide
		}
	}}
}

// endHeading is the head of a page of its own, with a bookmark.
func (w *worksheet) endHeading(text string) []block {
	blocks := withNext(w.text([]span{{text, paint.Bold, headSize, w.own.Ink}}, w.width(), 0, headLead, 0))
	draw := blocks[0].draw
	blocks[0].draw = func(l *leaf, x, y float32) {
		l.marks = append(l.marks, bookmark{text, 1, y})
		draw(l, x, y)
	}
	return blocks
}

// licences tell whose work the pages hold, and of which state of the record.
func (w *worksheet) licences(frame *store.Collection) []block {
	blocks := []block{w.heading(w.word("licences"), 18)}
	lines := append([]string{}, frame.Attribution...)
	lines = append(lines, "Noto Sans: SIL Open Font License 1.1", w.word("print-record", "id", frame.ID, "hash", frame.Hash))
	for _, text := range lines {
		blocks = append(blocks, w.text([]span{w.small(text)}, w.width(), 0, smallLead, 0)...)
	}
	return together(blocks)
}
