package print

import (
	"image/color"
	"strings"

	"qantar/ui/paint"
)

// span is a stretch of text of one look.
type span struct {
	text   string
	weight paint.Weight
	size   float32 // points
	ink    color.RGBA
}

// word is a piece of a line that is not broken.
type word struct {
	span
	width float32 // points
	glued bool    // no space before it
}

// line is words that stand side by side.
type line struct {
	words []word
	width float32
}

// setter breaks text into lines as the pages' typeface measures it. Lengths are
// points.
type setter struct{ names *paint.Type }

func (s setter) width(text string, weight paint.Weight, size float32) float32 {
	return s.names.Advance(text, weight, size)
}

func (s setter) space(w *word) float32 { return s.width(" ", w.weight, w.size) }

// lines breaks spans into lines of at most a width. A word that is wider than
// that is broken where it must be.
func (s setter) lines(spans []span, width float32) []line {
	var all []line
	var now line
	for _, w := range s.cut(spans, width) {
		gap := float32(0)
		if len(now.words) > 0 && !w.glued {
			gap = s.space(&w)
		}
		if len(now.words) > 0 && now.width+gap+w.width > width {
			all = append(all, now)
			now, gap = line{}, 0
		}
		now.words = append(now.words, w)
		now.width += gap + w.width
	}
	if len(now.words) > 0 {
		all = append(all, now)
	}
	return all
}

// cut takes spans apart into words. Where no space stands between two spans, the
// first word of the second is glued to the last of the first.
func (s setter) cut(spans []span, width float32) []word {
	var all []word
	apart := true // a space stands before what follows
	for _, from := range spans {
		apart = apart || strings.HasPrefix(from.text, " ")
		for _, text := range strings.FieldsFunc(from.text, breaking) {
			for j, piece := range s.fitting(text, from, width) {
				w := word{span: from, glued: j > 0 || !apart}
				w.text = piece
				w.width = s.width(piece, from.weight, from.size)
				all = append(all, w)
			}
			apart = true
		}
		apart = strings.HasSuffix(from.text, " ")
	}
	return all
}

// breaking tells where a line may end. A space that does not break does not.
func breaking(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }

// fitting is a word in pieces that each fit a width.
func (s setter) fitting(text string, like span, width float32) []string {
	if s.width(text, like.weight, like.size) <= width {
		return []string{text}
	}
	var pieces []string
	var now []rune
	for _, letter := range text {
		if len(now) > 0 && s.width(string(now)+string(letter), like.weight, like.size) > width {
			pieces, now = append(pieces, string(now)), now[:0]
		}
		now = append(now, letter)
	}
	return append(pieces, string(now))
}

// put writes a line with its baseline beginning at a point of a page. Words of
// one look that follow each other make one stretch of text.
func (s setter) put(l *leaf, x, y float32, ln line) {
	for i := 0; i < len(ln.words); {
		first := ln.words[i]
		if i > 0 && !first.glued {
			x += s.space(&first)
		}
		text, width := first.text, first.width
		for i++; i < len(ln.words) && ln.words[i].alike(&first) && !ln.words[i].glued; i++ {
			text += " " + ln.words[i].text
			width += s.space(&first) + ln.words[i].width
		}
		if i < len(ln.words) && !ln.words[i].glued {
			text += " " // so that words are found apart
		}
		l.text.Parts = append(l.text.Parts, paint.Words{Text: text, Weight: first.weight, Size: first.size, X: x, Y: y, Ink: first.ink})
		x += width
	}
}

func (w *word) alike(other *word) bool {
	return w.weight == other.weight && w.size == other.size && w.ink == other.ink
}

// rule draws a line of a width from one point to another.
func (l *leaf) rule(x0, y0, x1, y1, width float32, col color.RGBA) {
	path := paint.Path{Verbs: []paint.Verb{paint.Move, paint.Line}, Points: [][2]float32{{x0, y0}, {x1, y1}}}
	l.text.Parts = append(l.text.Parts, paint.Area{Path: path, Color: col, Line: width})
}

// frame draws a line around a rectangle, on white.
func (l *leaf) frame(x0, y0, x1, y1, width float32, col color.RGBA) {
	path := paint.Rect(x0, y0, x1, y1)
	l.text.Parts = append(l.text.Parts, paint.Area{Path: path, Color: paint.Paper.Paper}, paint.Area{Path: path, Color: col, Line: width})
}

// block fills a rectangle.
func (l *leaf) block(x0, y0, x1, y1 float32, col color.RGBA) {
	l.text.Parts = append(l.text.Parts, paint.Area{Path: paint.Rect(x0, y0, x1, y1), Color: col})
}
