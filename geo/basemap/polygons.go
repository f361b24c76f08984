package basemap

import "github.com/paulmach/orb"

// outline is a polygon as stored: rings of references into the arc table.
type outline struct {
	minZoom float64
	rings   [][]uint32
}

func readOutline(c *cursor, arcs int) outline {
	o := outline{minZoom: c.zoom()}
	o.rings = make([][]uint32, c.count(1))
	for i := range o.rings {
		refs := make([]uint32, c.count(1))
		for j := range refs {
			v := c.uvarint()
			if v>>1 >= uint64(arcs) {
				c.fail("a ring refers to arc %d of %d", v>>1, arcs)
				return o
			}
			refs[j] = uint32(v)
		}
		o.rings[i] = refs
	}
	return o
}

func readOutlines(c *cursor, arcs int) []outline {
	out := make([]outline, c.count(2))
	for i := range out {
		out[i] = readOutline(c, arcs)
	}
	return out
}

// ringPoints counts the points that all rings would take at the finest detail.
func (o outline) ringPoints(t *arcTable) (n int) {
	for _, ring := range o.rings {
		for _, ref := range ring {
			n += t.arcs[ref>>1].to - t.arcs[ref>>1].from
		}
	}
	return n
}

// polygon joins the arcs of one detail into rings and leaves out those that
// have collapsed.
func (o outline) polygon(arcs []piece) Polygon {
	p := Polygon{MinZoom: o.minZoom}
	for _, refs := range o.rings {
		r := joinArcs(refs, arcs)
		if len(r.Points) < 4 {
			continue
		}
		if p.Rings == nil {
			p.Rings, p.Bound = make([]Ring, 0, len(o.rings)), r.Bound
		}
		p.Rings, p.Bound = append(p.Rings, r), p.Bound.Union(r.Bound)
	}
	return p
}

// joinArcs strings arcs together into one closed ring. A ring of one forward
// arc, which most islands are, shares the arc's points.
func joinArcs(refs []uint32, arcs []piece) Ring {
	if len(refs) == 0 {
		return Ring{}
	}
	first := arcs[refs[0]>>1]
	if len(refs) == 1 && refs[0]&1 == 0 && orb.Ring(first.points).Closed() {
		return Ring{orb.Ring(first.points), first.bound}
	}
	n, bound := 1, orb.Bound{Min: orb.Point{1, 1}} // empty, so that Union ignores it
	for _, ref := range refs {
		if a := arcs[ref>>1]; len(a.points) > 0 {
			n, bound = n+len(a.points)-1, bound.Union(a.bound)
		}
	}
	if n < 4 {
		return Ring{}
	}
	points := make(orb.Ring, 0, n)
	for _, ref := range refs {
		points = appendArc(points, arcs[ref>>1].points, ref&1 == 1)
	}
	return Ring{append(points, points[0]), bound}
}

// appendArc appends all points of an arc but its last, which the next arc
// begins with.
func appendArc(ring orb.Ring, arc orb.LineString, backwards bool) orb.Ring {
	if !backwards {
		return append(ring, arc[:max(0, len(arc)-1)]...)
	}
	for i := len(arc) - 1; i > 0; i-- {
		ring = append(ring, arc[i])
	}
	return ring
}

// polygons joins outlines and leaves out empty ones.
func polygons(outlines []outline, arcs []piece) []Polygon {
	out := make([]Polygon, 0, len(outlines))
	for _, o := range outlines {
		if p := o.polygon(arcs); len(p.Rings) > 0 {
			out = append(out, p)
		}
	}
	return out
}
