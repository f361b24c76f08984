package basemap

import (
	"math"
	"sort"

	"qantar/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// DetailFor returns the coarsest detail that is fine enough for the zoom.
func (m *Map) DetailFor(zoom float64) *Detail {
	last := len(m.Details) - 1
	i := sort.Search(last, func(i int) bool { return m.Details[i].MaxZoom >= zoom })
	return &m.Details[i]
}

// AreaIndex returns the index in Map.Areas, and in each Detail.Areas, of the
// area with the given code.
func (m *Map) AreaIndex(code string) (int, bool) {
	for i := range m.Areas {
		if m.Areas[i].Code == code {
			return i, true
		}
	}
	return 0, false
}

// CountryAt returns the alpha-2 code of the country that holds a position in
// degrees, or that lies within tolerance km of it: coasts are simplified, and
// harbours stand in the water. In the open sea it returns "".
// It costs about a millisecond on a coast, less elsewhere.
func (m *Map) CountryAt(lonLat orb.Point, tolerance float64) string {
	p := geo.Project(lonLat)
	reach := tolerance * 1000 / geo.MetresPerWorld(p[1])
	finest := &m.Details[len(m.Details)-1]
	best, code := math.Inf(1), ""
	for i := range m.Areas {
		if m.Areas[i].Kind != Country || !m.Areas[i].Bound.Pad(reach).Contains(p) {
			continue
		}
		if d := finest.Areas[i].distance(p); d <= reach && d < best {
			best, code = d, m.Areas[i].Code
		}
	}
	return code
}

// Contains tells whether the polygon holds p, by the even-odd rule.
func (p *Polygon) Contains(point orb.Point) bool {
	inside := false
	for i := range p.Rings {
		r := &p.Rings[i]
		if r.Bound.Contains(point) && planar.RingContains(r.Points, point) {
			inside = !inside
		}
	}
	return inside
}

// distance is 0 inside the polygon and elsewhere that to its nearest edge.
func (p *Polygon) distance(point orb.Point) float64 {
	if p.Contains(point) {
		return 0
	}
	best := math.Inf(1)
	for i := range p.Rings {
		r := &p.Rings[i]
		if toBound(r.Bound, point) < best {
			best = min(best, planar.DistanceFrom(orb.LineString(r.Points), point))
		}
	}
	return best
}

// toBound is the distance from a point to a bound, 0 inside.
func toBound(b orb.Bound, p orb.Point) float64 {
	dx := max(b.Min[0]-p[0], 0, p[0]-b.Max[0])
	dy := max(b.Min[1]-p[1], 0, p[1]-b.Max[1])
	return math.Hypot(dx, dy)
}
