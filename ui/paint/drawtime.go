package paint

import (
	"image"
	"image/color"
)

// Trace has what do draws with t go into a rectangle of a drawing. The picture
// that do is given has the rectangle's size, and no pixels.
func (t *Timeline) Trace(d *Drawing, at image.Rectangle, do func(dst *image.RGBA)) {
	t.c.trace(d, at, do)
}

// Trace has what do draws with c go into a rectangle of a drawing. The picture
// that do is given has the rectangle's size, and no pixels.
func (c *Caption) Trace(d *Drawing, at image.Rectangle, do func(dst *image.RGBA)) {
	c.c.trace(d, at, do)
}

// traceGround puts the ground down, under a veil where time is not shown.
func (t *Timeline) traceGround() {
	t.drawGround()
	s, l := t.scene, &t.layout
	t.block(0, l.rail, min(l.width, t.x(s.ShownFrom)), l.axis, s.Style.Outside)
	t.block(max(0, t.x(s.ShownTo+1)), l.rail, l.width, l.axis, s.Style.Outside)
}

// slab puts a slab down.
func (t *Timeline) slab(s *slab) {
	if t.c.pen == nil {
		s.draw(t.c.dst, t.c.dst.Rect)
		return
	}
	t.fade(s, s.x0, s.x0+s.left, 1)
	if from, to := s.x0+s.left, s.x1-s.right; to > from {
		t.band(s, from, to, 1)
	}
	t.fade(s, s.x1, s.x1-s.right, -1)
}

// fades is of how many pieces a soft end is made where there are no pixels.
const fades = 8

// fade puts a soft end down in pieces, from its edge inwards; direction is 1 for
// a left one.
func (t *Timeline) fade(s *slab, edge, inside, direction float32) {
	if edge == inside {
		return
	}
	step := (inside - edge) / fades
	for i := range fades {
		from, to := edge+float32(i)*step, edge+float32(i+1)*step
		if direction < 0 {
			from, to = to, from
		}
		t.band(s, from, to, (float64(i)+0.5)/fades)
	}
}

// band puts an upright part of a slab down at an opacity.
func (t *Timeline) band(s *slab, from, to float32, opacity float64) {
	if s.hatch == 0 {
		t.c.pen.rect(from, s.y0, to, s.y1, faded(s.color, opacity))
		return
	}
	p := t.c.pen
	p.rect(from, s.y0, to, s.y1, faded(s.color, opacity*hatchGround))
	p.out.Parts = append(p.out.Parts, t.stripes(s, from, to, faded(s.color, opacity)))
}

// stripes are those of a hatched slab, which all slabs have at the same places.
func (t *Timeline) stripes(s *slab, from, to float32, col color.RGBA) Stripes {
	p := t.c.pen
	return Stripes{
		Path:  Rect(from+p.dx, s.y0+p.dy, to+p.dx, s.y1+p.dy),
		Color: col, X: 1, Y: 1, Period: s.hatch, Start: -p.dx - p.dy, Line: s.hatch * hatchStripe,
	}
}
