package present

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// paragraph is a text of one size and colour.
type paragraph struct {
	text   string
	size   float32 // pixels
	bold   bool
	italic bool
	color  color.Color
	above  float32 // free room before it, pixels
	middle bool    // its lines are centred
}

func (p *paragraph) style() fyne.TextStyle { return fyne.TextStyle{Bold: p.bold, Italic: p.italic} }

// prose is paragraphs set in lines. Nothing of them is ever cut off: what sets
// them asks for their height, and for another size where that is too much.
type prose struct {
	Box   *fyne.Container
	texts []*canvas.Text // kept for the next paragraphs
}

func newProse() *prose { return &prose{Box: container.NewWithoutLayout()} }

// leading is the distance of two lines, in sizes of the letters.
const leading = 1.3

// set puts paragraphs into a width, from the top, and returns their height.
func (p *prose) set(all []paragraph, width float32) float32 {
	used, y := 0, float32(0)
	p.Box.Objects = p.Box.Objects[:0]
	for i := range all {
		para := &all[i]
		if i > 0 {
			y += para.above
		}
		for _, line := range wrapped(para, width) {
			t := p.next(used)
			used++
			t.Text, t.TextSize, t.TextStyle, t.Color = line, para.size, para.style(), para.color
			x := float32(0)
			if para.middle {
				x = (width - t.MinSize().Width) / 2
			}
			t.Move(fyne.NewPos(x, y))
			t.Resize(t.MinSize())
			t.Refresh()
			p.Box.Objects = append(p.Box.Objects, t)
			y += para.size * leading
		}
	}
	p.Box.Resize(fyne.NewSize(width, y))
	p.Box.Refresh()
	return y
}

// next is a text for the i-th line.
func (p *prose) next(i int) *canvas.Text {
	if i == len(p.texts) {
		p.texts = append(p.texts, canvas.NewText("", color.Black))
	}
	return p.texts[i]
}

// setWithin sets paragraphs into a width and a height: as large as they are where
// that fits, else smaller, but not below least times their size. It returns
// their height.
func (p *prose) setWithin(all []paragraph, width, height, least float32) float32 {
	for times := float32(1); ; times -= 0.06 {
		times = max(times, least)
		if times == least || heightOf(scaled(all, times), width) <= height {
			return p.set(scaled(all, times), width)
		}
	}
}

func scaled(all []paragraph, times float32) []paragraph {
	out := make([]paragraph, len(all))
	for i, para := range all {
		para.size *= times
		para.above *= times
		out[i] = para
	}
	return out
}

// heightOf is the height that paragraphs take in a width.
func heightOf(all []paragraph, width float32) float32 {
	y := float32(0)
	for i := range all {
		if i > 0 {
			y += all[i].above
		}
		y += float32(len(wrapped(&all[i], width))) * all[i].size * leading
	}
	return y
}

// wrapped is a paragraph in lines. A word that is wider than a line has one of
// its own.
func wrapped(p *paragraph, width float32) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(p.text) {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line != "" && fyne.MeasureText(longer, p.size, p.style()).Width > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	return append(lines, line)
}
