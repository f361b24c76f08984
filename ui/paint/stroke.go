package paint

import "math"

// segment adds a straight line of a given width with flat ends. All segments
// wind the same way, so that overlapping ones add up instead of cancelling.
func (c *canvas) segment(a, b pt, width float32) {
	dx, dy := b.x-a.x, b.y-a.y
	length := float32(math.Hypot(float64(dx), float64(dy)))
	if length == 0 {
		return
	}
	nx, ny := -dy/length*width/2, dx/length*width/2
	c.moveTo(pt{a.x + nx, a.y + ny})
	c.lineTo(pt{a.x - nx, a.y - ny})
	c.lineTo(pt{b.x - nx, b.y - ny})
	c.lineTo(pt{b.x + nx, b.y + ny})
	c.raster.ClosePath()
}

// joint fills the wedge that two segments leave open at a bend.
func (c *canvas) joint(a, b, d pt, width float32) {
	if width < 1.6 {
		return // thinner lines show no gap
	}
	ux, uy := b.x-a.x, b.y-a.y
	vx, vy := d.x-b.x, d.y-b.y
	lu, lv := float32(math.Hypot(float64(ux), float64(uy))), float32(math.Hypot(float64(vx), float64(vy)))
	if lu == 0 || lv == 0 {
		return
	}
	cross := (ux*vy - uy*vx) / (lu * lv)
	if cross > -0.2 && cross < 0.2 && ux*vx+uy*vy > 0 {
		return
	}
	h := width / 2
	if cross > 0 {
		h = -h
	}
	p, q := pt{b.x - uy/lu*h, b.y + ux/lu*h}, pt{b.x - vy/lv*h, b.y + vx/lv*h}
	c.moveTo(b)
	if cross > 0 {
		c.lineTo(p)
		c.lineTo(q)
	} else {
		c.lineTo(q)
		c.lineTo(p)
	}
	c.raster.ClosePath()
}

// polyline strokes a line of any extent; parts outside the picture are left out.
func (c *canvas) polyline(line []pt, width float32) {
	if len(line) < 2 {
		return
	}
	r := c.clip
	x0, y0 := float32(r.Min.X)-width, float32(r.Min.Y)-width
	x1, y1 := float32(r.Max.X)+width, float32(r.Max.Y)+width
	joined := false
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		if a.x < x0 && b.x < x0 || a.x > x1 && b.x > x1 || a.y < y0 && b.y < y0 || a.y > y1 && b.y > y1 {
			joined = false
			continue
		}
		c.segment(a, b, width)
		if joined {
			c.joint(line[i-2], a, b, width)
		}
		joined = true
	}
}

// dashed strokes a straight line in dashes.
func (c *canvas) dashed(a, b pt, width, dash, gap float32) {
	length := float32(math.Hypot(float64(b.x-a.x), float64(b.y-a.y)))
	for from := float32(0); from < length; from += dash + gap {
		to := min(from+dash, length)
		p := pt{a.x + (b.x-a.x)*from/length, a.y + (b.y-a.y)*from/length}
		q := pt{a.x + (b.x-a.x)*to/length, a.y + (b.y-a.y)*to/length}
		c.segment(p, q, width)
	}
}
