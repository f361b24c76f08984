package storyview

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// lineCounter counts the lines that a text takes in a field.
type lineCounter struct {
	label       *widget.Label
	first, next float32 // heights of one line and of each further one; 0 until measured
}

func newLineCounter() *lineCounter {
	label := widget.NewLabel("")
	label.Wrapping = fyne.TextWrapWord
	return &lineCounter{label: label}
}

// fieldEdge is by how much less there is in a field than in a label of the
// same width, in pixels, and a little more, as a line too many does no harm.
const fieldEdge = 8

// in is the number of lines that a text takes in a field of some width.
func (c *lineCounter) in(text string, width float32) int {
	if c.next == 0 {
		c.first = c.height("x", 1000)
		c.next = c.height("x\nx", 1000) - c.first
	}
	return 1 + int(math.Round(float64((c.height(text, width-fieldEdge)-c.first)/c.next)))
}

func (c *lineCounter) height(text string, width float32) float32 {
	c.label.Resize(fyne.NewSize(width, 1))
	c.label.SetText(text)
	return c.label.MinSize().Height
}
