package paint

import "math"

// segment adds a straight line of a given width with flat ends. All segments
// wind the same way, so that overlapping ones add up instead of cancelling.
func (c *canvas) segment(a, b pt, width float32) {
	c.start()
	if n, ok := normal(a, b, width/2); ok {
		c.cap(a, n, -1)
		c.sides(a, b, n, n)
		c.cap(b, n, 1)
	}
}

// normal is a vector of length half across the way from a to b, to its left
// where y points down; false where there is no way.
func normal(a, b pt, half float32) (pt, bool) {
	dx, dy := b.x-a.x, b.y-a.y
	square := dx*dx + dy*dy
	if square == 0 {
		return pt{}, false
	}
	k := half / float32(math.Sqrt(float64(square)))
	return pt{dy * k, -dx * k}, true
}

// cap adds the flat end of a line at p: sign -1 for its beginning.
func (c *canvas) cap(p, n pt, sign float32) {
	c.edge(pt{p.x + n.x, p.y + n.y}, pt{p.x - n.x, p.y - n.y}, sign)
}

// sides adds both sides of a line from a to b, which are n and m away from it
// there.
func (c *canvas) sides(a, b, n, m pt) {
	c.edge(pt{a.x + n.x, a.y + n.y}, pt{b.x + m.x, b.y + m.y}, 1)
	c.edge(pt{b.x - m.x, b.y - m.y}, pt{a.x - n.x, a.y - n.y}, 1)
}

// polyline adds a line of any extent: its two sides, which meet in mitres
// where it bends. At a sharp bend it ends and begins anew, and what that
// leaves open outside the bend is filled.
func (c *canvas) polyline(line []pt, width float32) {
	if c.pen != nil {
		c.pen.polyline(line, width)
		return
	}
	var from, to pt    // the last piece
	var back, ahead pt // from its start to the line's side, and its normal
	begun := false
	for i, next := range line {
		if i == 0 {
			to = next
			continue
		}
		n, ok := normal(to, next, width/2)
		if !ok {
			continue
		}
		if m := n; !begun {
			c.start()
			c.cap(to, n, -1)
			back, begun = n, true
		} else if m, ok = mitre(ahead, n); ok {
			c.sides(from, to, back, m)
			back = m
		} else {
			c.sides(from, to, back, ahead)
			c.corner(to, ahead, n)
			back = n
		}
		from, to, ahead = to, next, n
	}
	if begun {
		c.sides(from, to, back, ahead)
		c.cap(to, ahead, 1)
	}
}

// mitre is where the sides of two pieces of line meet, given the normals of
// both; false where they bend by more than a right angle.
func mitre(a, b pt) (pt, bool) {
	square, dot := a.x*a.x+a.y*a.y, a.x*b.x+a.y*b.y
	if dot < 0 {
		return pt{}, false
	}
	k := square / (square + dot)
	return pt{(a.x + b.x) * k, (a.y + b.y) * k}, true
}

// corner ends a line at p, begins it anew with another normal, and fills the
// wedge between the two.
func (c *canvas) corner(p, n, m pt) {
	c.cap(p, n, 1)
	c.cap(p, m, -1)
	if n.x*m.y < n.y*m.x { // turning left: the wedge is to the right
		n, m = pt{-m.x, -m.y}, pt{-n.x, -n.y}
	}
	c.moveTo(p)
	c.lineTo(pt{p.x + n.x, p.y + n.y})
	c.lineTo(pt{p.x + m.x, p.y + m.y})
	c.close()
}

// dashed strokes a straight line in dashes.
func (c *canvas) dashed(a, b pt, width, dash, gap float32) {
	length := hypot(b.x-a.x, b.y-a.y)
	for from := float32(0); from < length; from += dash + gap {
		to := min(from+dash, length)
		p := pt{a.x + (b.x-a.x)*from/length, a.y + (b.y-a.y)*from/length}
		q := pt{a.x + (b.x-a.x)*to/length, a.y + (b.y-a.y)*to/length}
		c.segment(p, q, width)
	}
}
