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
	xs, ys []float64
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

// piece is an arc at one detail with its bound. An arc that the detail does
// not show has no points.
type piece struct {
	points orb.LineString
	bound  orb.Bound
}

// at returns every arc at a detail. All points share one backing array.
func (t *arcTable) at(detail uint8) []piece {
	flat := make([]orb.Point, 0, t.countAt(detail))
	out := make([]piece, len(t.arcs))
	for i, a := range t.arcs {
		if a.first > detail {
			continue
		}
		start := len(flat)
		for v := a.from; v < a.to; v++ {
			if t.level(v) <= detail {
				flat = append(flat, orb.Point{t.xs[v], t.ys[v]})
			}
		}
		if points := flat[start:len(flat):len(flat)]; len(points) > 0 {
			out[i] = piece{points, boundOf(points)}
		}
	}
	return out
}

func (t *arcTable) countAt(detail uint8) (n int) {
	for _, a := range t.arcs {
		if a.first > detail {
			continue
		}
		for v := a.from; v < a.to; v++ {
			if t.level(v) <= detail {
				n++
			}
		}
	}
	return n
}

// boundOf returns the bound of at least one point. It takes a fifth of the
// time of the library's, which would be half of the whole decoding.
func boundOf(points []orb.Point) orb.Bound {
	lo, hi := points[0], points[0]
	for _, p := range points[1:] {
		if p[0] < lo[0] {
			lo[0] = p[0]
		} else if p[0] > hi[0] {
			hi[0] = p[0]
		}
		if p[1] < lo[1] {
			lo[1] = p[1]
		} else if p[1] > hi[1] {
			hi[1] = p[1]
		}
	}
	return orb.Bound{Min: lo, Max: hi}
}
