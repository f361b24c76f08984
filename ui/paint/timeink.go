package paint

import (
	"image"
	"image/color"
	"image/draw"
	"math"
)

// block fills a rectangle at whole pixels, which is far cheaper than a path.
func (t *Timeline) block(x0, y0, x1, y1 float32, col color.RGBA) {
	if t.c.pen != nil {
		t.c.pen.rect(max(0, x0), y0, min(x1, t.layout.width), y1, col)
		return
	}
	r := image.Rect(nearest(x0), nearest(y0), nearest(x1), nearest(y1)).Intersect(t.c.dst.Rect)
	if x1 > x0 {
		draw.Draw(t.c.dst, r, t.c.ink.of(col), image.Point{}, draw.Over)
	}
}

// write puts a line of text down with its baseline starting at x, y.
func (t *Timeline) write(s *sprite, x, y float32, col color.RGBA) {
	if t.c.pen != nil {
		t.c.pen.words(s, x, y, col, col)
		return
	}
	at := s.fill.Rect.Add(image.Pt(nearest(x), nearest(y)))
	draw.DrawMask(t.c.dst, at, t.c.ink.of(col), image.Point{}, s.fill, s.fill.Rect.Min, draw.Over)
}

// upright draws a vertical line of a width in pixels around x.
func (t *Timeline) upright(x, y0, y1, width float32, col color.RGBA) {
	w := max(1, float32(nearest(width*t.layout.f)))
	left := float32(nearest(x - w/2))
	t.block(left, y0, left+w, y1, col)
}

// pill fills a rectangle with round corners.
func (t *Timeline) pill(b box, radius float32, col color.RGBA) {
	t.c.within(b.x0-1, b.y0-1, b.x1+1, b.y1+1)
	t.c.roundRect(b.x0, b.y0, b.x1, b.y1, radius)
	t.c.paint(col)
}

// nearest rounds to a whole pixel; what lies far outside every picture is
// brought closer, where it is safe to convert.
func nearest(x float32) int {
	const far = 1 << 20
	return int(math.Floor(float64(max(-far, min(far, x))) + 0.5))
}
