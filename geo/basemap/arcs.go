package basemap

import (
	"slices"

	"github.com/paulmach/orb"
)

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
	points []Point
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
	if t.levels = slices.Clone(c.take((total + 3) / 4)); 2*total > len(c.buf) { // a part of the buffer would keep all of it
		c.fail("%d vertices: %w", total, errShort)
		return t
	}
	t.points = make([]Point, total)
	c.deltas(t.points, false)
	c.deltas(t.points, true)
	return t
}

// level is the first detail that shows vertex i.
func (t *arcTable) level(i int) uint8 { return t.levels[i>>2] >> (i & 3 * 2) & 3 }

// partPoints is the length at which an arc is cut into parts. Shorter parts
// hug the view more closely, longer ones cost less to look at.
const partPoints = 64

// at returns every arc at a detail. All points share one backing array, and
// so do all parts; a detail that shows every vertex has those of the table.
func (t *arcTable) at(detail uint8) []Arc {
	points, parts := t.countAt(detail)
	var flat []Point
	if points < len(t.points) {
		flat = make([]Point, 0, points)
	}
	cut := make([]Part, 0, parts)
	out := make([]Arc, len(t.arcs))
	for i, a := range t.arcs {
		if a.first > detail {
			continue
		}
		line, first := t.points[a.from:a.to], len(cut)
		if points < len(t.points) {
			start := len(flat)
			flat = t.line(flat, a, detail)
			line = flat[start:]
		}
		if len(line) > 0 {
			cut = appendParts(cut, line)
		}
		out[i] = cut[first:len(cut):len(cut)]
	}
	return out
}

// line appends the points of an arc at a detail.
func (t *arcTable) line(points []Point, a arc, detail uint8) []Point {
	for v := a.from; v < a.to; v++ {
		if t.level(v) <= detail {
			points = append(points, t.points[v])
		}
	}
	return points
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
	if collapsed(line) {
		return parts
	}
	for len(line) > 1 {
		n := min(partPoints, len(line))
		parts = append(parts, Part{line[:n:n], boundOf(line[:n])})
		line = line[n-1:]
	}
	return parts
}

// collapsed tells whether nothing of a line is left to draw.
func collapsed(line []Point) bool { return len(line) < 4 && line[0] == line[len(line)-1] }

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

// bounds are those of all arcs at a detail; arcs without parts have none.
func (t *arcTable) bounds(detail uint8) []orb.Bound {
	out := make([]orb.Bound, len(t.arcs))
	var line []Point
	for i, a := range t.arcs {
		out[i] = none
		if a.first > detail {
			continue
		}
		if line = t.line(line[:0], a, detail); len(line) > 0 && !collapsed(line) {
			out[i] = boundOf(line).wide()
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
