package present

import (
	"image"
	"image/color"
	"math"

	"qantar/ui/present/talk"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// ink shows what is drawn with the pen, as one picture over the slide. It draws
// only what has come since the last time.
type ink struct {
	image  *canvas.Image
	pixels *image.RGBA
	width  float64 // of the pen, device pixels
	color  color.RGBA
	drawn  []int // dots of each stroke that have been drawn
}

func newInk() *ink {
	k := &ink{image: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}}
	k.image.Hide()
	return k
}

// penShare is the width of the pen as a share of the slide's height.
const penShare = 0.006

// show draws the strokes of a slide of some size in device pixels.
func (k *ink) show(strokes []talk.Stroke, width, height int, col color.RGBA) {
	size := image.Rect(0, 0, width, height)
	switch {
	case len(strokes) == 0:
		if k.image.Visible() {
			k.image.Hide()
			k.pixels, k.image.Image, k.drawn = nil, nil, k.drawn[:0]
		}
		return
	case k.pixels == nil || k.pixels.Rect != size || col != k.color || len(strokes) < len(k.drawn):
		k.pixels, k.drawn = image.NewRGBA(size), k.drawn[:0]
		k.image.Image, k.color, k.width = k.pixels, col, math.Max(3, penShare*float64(height))
	}
	k.draw(strokes)
	k.image.Show()
	k.image.Refresh()
}

func (k *ink) draw(strokes []talk.Stroke) {
	for i, s := range strokes {
		if i == len(k.drawn) {
			k.drawn = append(k.drawn, 0)
		}
		for j := k.drawn[i]; j < len(s); j++ {
			k.segment(s[max(0, j-1)], s[j])
		}
		k.drawn[i] = len(s)
	}
}

// segment draws a line with round ends. What of a pixel is covered is told from
// its distance from the line.
func (k *ink) segment(a, b talk.Dot) {
	w, h := float64(k.pixels.Rect.Dx()), float64(k.pixels.Rect.Dy())
	ax, ay, bx, by := a.X*w, a.Y*h, b.X*w, b.Y*h
	r := k.width / 2
	box := image.Rect(int(math.Min(ax, bx)-r)-1, int(math.Min(ay, by)-r)-1, int(math.Max(ax, bx)+r)+2, int(math.Max(ay, by)+r)+2).Intersect(k.pixels.Rect)
	dx, dy := bx-ax, by-ay
	length := math.Max(1e-9, dx*dx+dy*dy)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			px, py := float64(x)+0.5-ax, float64(y)+0.5-ay
			t := math.Max(0, math.Min(1, (px*dx+py*dy)/length))
			if part := r + 0.5 - math.Hypot(px-t*dx, py-t*dy); part > 0 {
				k.raise(x, y, math.Min(1, part))
			}
		}
	}
}

// raise covers a pixel at least so much, so that joints of segments do not show.
func (k *ink) raise(x, y int, part float64) {
	a := uint8(255*part + 0.5)
	i := k.pixels.PixOffset(x, y)
	if k.pixels.Pix[i+3] >= a {
		return
	}
	for c, v := range [3]uint8{k.color.R, k.color.G, k.color.B} {
		k.pixels.Pix[i+c] = uint8(float64(v) * part)
	}
	k.pixels.Pix[i+3] = a
}

// dotAt is a position on something of some size as shares of it.
func dotAt(pos fyne.Position, size fyne.Size) talk.Dot {
	return talk.Dot{X: float64(pos.X / size.Width), Y: float64(pos.Y / size.Height)}
}
