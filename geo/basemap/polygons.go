package basemap

import "github.com/paulmach/orb"

func readPolygon(c *cursor, arcs int) Polygon {
	p := Polygon{MinZoom: c.zoom()}
	p.Rings = make([]Ring, c.count(1))
	for i := range p.Rings {
		refs := make([]Ref, c.count(1))
		for j := range refs {
			v := c.uvarint()
			if v>>1 >= uint64(arcs) {
				c.fail("a ring refers to arc %d of %d", v>>1, arcs)
				return p
			}
			refs[j] = Ref(v)
		}
		p.Rings[i].Refs = refs
	}
	return p
}

func readPolygons(c *cursor, arcs int) []Polygon {
	out := make([]Polygon, c.count(2))
	for i := range out {
		out[i] = readPolygon(c, arcs)
	}
	return out
}

// ringPoints counts the points that all rings have at the finest detail.
func (p *Polygon) ringPoints(t *arcTable) (n int) {
	for i := range p.Rings {
		for _, ref := range p.Rings[i].Refs {
			n += t.arcs[ref.Arc()].to - t.arcs[ref.Arc()].from
		}
	}
	return n
}

// setBounds works out the bounds of a polygon and its rings from those of the
// arcs, and leaves out rings without any.
func (p *Polygon) setBounds(bounds []orb.Bound) {
	kept := p.Rings[:0]
	p.Bound = none
	for _, ring := range p.Rings {
		ring.Bound = none
		for _, ref := range ring.Refs {
			ring.Bound = ring.Bound.Union(bounds[ref.Arc()])
		}
		if !ring.Bound.IsEmpty() {
			kept, p.Bound = append(kept, ring), p.Bound.Union(ring.Bound)
		}
	}
	p.Rings = kept
}
