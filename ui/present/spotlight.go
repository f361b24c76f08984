package present

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// spotlight darkens all of the slide but a circle: a picture with a hole, which
// is only moved, and four rectangles around it.
type spotlight struct {
	Box    *fyne.Container
	hole   *canvas.Image
	sides  [4]*canvas.Rectangle
	radius float32
}

// How the spotlight looks: its radius as a share of the slide's height, and how
// dark the rest is.
const (
	spotShare = 0.17
	spotDark  = 184 // of 255
)

func newSpotlight() *spotlight {
	s := &spotlight{hole: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}}
	s.Box = container.NewWithoutLayout(s.hole)
	for i := range s.sides {
		s.sides[i] = canvas.NewRectangle(color.NRGBA{A: spotDark})
		s.Box.Add(s.sides[i])
	}
	s.Box.Hide()
	return s
}

// light leaves the circle around a position light, on a slide of some size.
// Edges stand on whole pixels, so that no seam shows between the parts.
func (s *spotlight) light(at fyne.Position, size fyne.Size, scale float32) {
	s.cut(size.Height*spotShare, scale)
	round := func(v float32) float32 { return float32(math.Round(float64(v*scale))) / scale }
	left, top := round(at.X-s.radius), round(at.Y-s.radius)
	side := s.hole.Size().Width
	s.hole.Move(fyne.NewPos(left, top))
	place := func(i int, x0, y0, x1, y1 float32) {
		s.sides[i].Move(fyne.NewPos(x0, y0))
		s.sides[i].Resize(fyne.NewSize(max(0, x1-x0), max(0, y1-y0)))
	}
	place(0, 0, 0, size.Width, top)
	place(1, 0, top+side, size.Width, size.Height)
	place(2, 0, top, left, top+side)
	place(3, left+side, top, size.Width, top+side)
}

// cut makes the picture with the hole, where it is not of that size yet.
func (s *spotlight) cut(radius, scale float32) {
	n := int(math.Ceil(float64(2 * radius * scale)))
	if s.hole.Image != nil && s.hole.Image.Bounds().Dx() == n {
		return
	}
	img := image.NewAlpha(image.Rect(0, 0, n, n))
	r := float64(n) / 2
	for y := range n {
		for x := range n {
			d := math.Hypot(float64(x)+0.5-r, float64(y)+0.5-r)
			img.Pix[y*img.Stride+x] = uint8(spotDark * math.Max(0, math.Min(1, d-r+2)))
		}
	}
	dark := image.NewRGBA(img.Rect)
	for i, a := range img.Pix {
		dark.Pix[4*i+3] = a
	}
	s.hole.Image = dark
	s.radius = float32(n) / 2 / scale
	s.hole.Resize(fyne.NewSize(float32(n)/scale, float32(n)/scale))
	s.hole.Refresh()
}
