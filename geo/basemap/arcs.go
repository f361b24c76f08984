package basemap

import "github.com/paulmach/orb"

// arc is one stored piece of line: vertices from..to of the arc table.
type arc struct {
	kind     ArcKind
	first    uint8 // first detail that shows the arc
	minZoom  float64
	from, to int
}

// arcTable is the pool that all geometry of the asset refers to.
type arcTable struct {
	arcs   []arc
	levels []byte // first detail of each vertex, four to a byte
	xs, ys []float32
}

func readArcs(c *cursor) *arcTable {
	n := c.count(3)
	t := &arcTable{arcs: make([]arc, n)}
	heads, zooms := c.take(n), c.take(n)
	if c.err != nil {
		return t
	}
	total := 0
	for i := range t.arcs {
		k := int(min(c.uvarint(), maxVertices+1))
		kind, first := ArcKind(heads[i]&15), heads[i]>>4
		if total += k; total > maxVertices || kind >= arcKinds || first >= maxDetails {
			c.fail("arc %d is not valid", i)
			return t
		}
		t.arcs[i] = arc{kind, first, float64(zooms[i]) / 10, total - k, total}
	}
	if t.levels = c.take((total + 3) / 4); 2*total > len(c.buf) {
		c.fail("%d vertices: %w", total, errShort)
		return t
	}
	t.xs = c.deltas(total)
	t.ys = c.deltas(total)
	return t
}

// level is the first detail that shows vertex i.
func (t *arcTable) level(i int) uint8 { return t.levels[i>>2] >> (i & 3 * 2) & 3 }

// partPoints is the length at which an arc is cut into parts. Shorter parts
// hug the view more closely, longer ones cost less to look at.
const partPoints = 64

// at returns every arc at a detail. All points share one backing array, and
// so do all parts.
func (t *arcTable) at(detail uint8) []Arc {
	points, parts := t.countAt(detail)
	flat, cut := make([]Point, 0, points), make([]Part, 0, parts)
	out := make([]Arc, len(t.arcs))
	for i, a := range t.arcs {
		if a.first > detail {
			continue
		}
		start, first := len(flat), len(cut)
		for v := a.from; v < a.to; v++ {
			if t.level(v) <= detail {
				flat = append(flat, Point{t.xs[v], t.ys[v]})
			}
		}
		if start < len(flat) {
			cut = appendParts(cut, flat[start:])
		}
		out[i] = cut[first:len(cut):len(cut)]
	}
	return out
}

// countAt tells how many points and, at most, parts a detail has.
func (t *arcTable) countAt(detail uint8) (points, parts int) {
	for _, a := range t.arcs {
		if a.first > detail {
			continue
		}
		before := points
		for v := a.from; v < a.to; v++ {
			if t.level(v) <= detail {
				points++
			}
		}
		parts += (points-before)/(partPoints-1) + 1
	}
	return points, parts
}

// appendParts cuts a line into parts that share their end points. A ring that
// has collapsed has none.
func appendParts(parts []Part, line []Point) []Part {
	if len(line) < 4 && line[0] == line[len(line)-1] {
		return parts
	}
	for len(line) > 1 {
		n := min(partPoints, len(line))
		parts = append(parts, Part{line[:n:n], boundOf(line[:n])})
		line = line[n-1:]
	}
	return parts
}

// boundOf returns the bound of at least one point.
func boundOf(points []Point) Bound {
	lo, hi := points[0], points[0]
	for _, p := range points[1:] {
		if p.X < lo.X {
			lo.X = p.X
		} else if p.X > hi.X {
			hi.X = p.X
		}
		if p.Y < lo.Y {
			lo.Y = p.Y
		} else if p.Y > hi.Y {
			hi.Y = p.Y
		}
	}
	return Bound{lo, hi}
}

// none encloses nothing.
var none = orb.Bound{Min: orb.Point{1, 1}}

// bounds are those of all arcs of a detail; arcs without parts have none.
func bounds(arcs []Arc) []orb.Bound {
	out := make([]orb.Bound, len(arcs))
	for i, a := range arcs {
		out[i] = none
		for _, p := range a {
			out[i] = out[i].Union(p.Bound.wide())
		}
	}
	return out
}

// wide is the bound in 64 bits.
func (b Bound) wide() orb.Bound {
	return orb.Bound{
		Min: orb.Point{float64(b.Min.X), float64(b.Min.Y)},
		Max: orb.Point{float64(b.Max.X), float64(b.Max.Y)},
	}
}
