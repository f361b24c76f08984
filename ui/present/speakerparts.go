package present

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// captionBox is a text set in the width it gets.
type captionBox struct {
	Box   *fyne.Container
	text  *prose
	all   []paragraph
	width float32
}

func newCaptionBox() *captionBox {
	b := &captionBox{text: newProse()}
	b.Box = container.New(captionLayout{b}, b.text.Box)
	return b
}

func (b *captionBox) tell(text string, size float32, col color.Color) {
	b.all = []paragraph{{text: text, size: size, color: col}}
	b.text.set(b.all, max(10, b.width))
}

// captionLayout sets the text anew where it gets another width.
type captionLayout struct{ b *captionBox }

func (captionLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 20) }

func (l captionLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size.Width != l.b.width {
		l.b.width = size.Width
		l.b.text.set(l.b.all, size.Width)
	}
}

// columnsOf lays the left side out: this scene's picture, its caption, and in
// what is left the next one's.
type columnsOf struct{ v *Speaker }

func (columnsOf) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(260, 240) }

// Shares of the left side's height.
const (
	nowShare    = 0.5
	captionRoom = 0.12
)

func (l *columnsOf) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const pad = 10
	shape := l.v.shape()
	fit := func(height float32) (w, h float32) {
		w = min(size.Width-2*pad, height*shape)
		return w, w / shape
	}
	w, h := fit(size.Height * nowShare)
	place(objects[0], pad, pad, w, h)
	y := pad + h + 4
	place(objects[1], pad, y, size.Width-2*pad, size.Height*captionRoom)
	y += size.Height * captionRoom
	m := objects[2].MinSize()
	place(objects[2], pad, y, m.Width, m.Height)
	y += m.Height + 4
	w, h = fit(max(40, size.Height-y-8))
	w, h = min(w, size.Width*0.62), min(h, size.Width*0.62/shape) // its caption stands beside
	place(objects[3], pad, y, w, h)
	place(objects[4], 2*pad+w, y, size.Width-w-3*pad, h)
}

// shape is the width of the audience's map, without its caption, divided by its
// height.
func (v *Speaker) shape() float32 {
	a := v.show.Audience
	if a.size.Height < 10 {
		return 16.0 / 9
	}
	return a.size.Width / (a.size.Height - a.slim() - a.size.Height*usualBand)
}

// usualBand is how high captions mostly are, as a share of the audience's screen.
const usualBand = 0.12

// rowsOf lays buttons out in as many rows as it takes.
type rowsOf struct{ width float32 }

const rowGap = 6

func (l *rowsOf) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := max(300, l.width)
	return fyne.NewSize(300, l.flow(objects, width, func(fyne.CanvasObject, float32, float32, fyne.Size) {}))
}

func (l *rowsOf) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.flow(objects, size.Width, func(o fyne.CanvasObject, x, y float32, m fyne.Size) { place(o, x, y, m.Width, m.Height) })
}

func (l *rowsOf) flow(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, float32, float32, fyne.Size)) float32 {
	x, y, high := float32(0), float32(0), float32(0)
	for _, o := range objects {
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			x, y = 0, y+high+rowGap
		}
		put(o, x, y, m)
		x, high = x+m.Width+rowGap, max(high, m.Height)
	}
	return y + high
}
