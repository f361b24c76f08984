package sqlite

import (
	"math"

	"qantar/store"

	"github.com/paulmach/orb"
)

// metresPerDegree of latitude, on a sphere of the earth's mean radius.
const metresPerDegree = 111195

// extents knows where places lie.
type extents struct {
	places   map[string]*store.Place
	children map[string][]string
}

func newExtents(places []store.Place) *extents {
	x := &extents{map[string]*store.Place{}, map[string][]string{}}
	for i := range places {
		p := &places[i]
		x.places[p.ID] = p
		x.children[p.Parent] = append(x.children[p.Parent], p.ID)
	}
	return x
}

// event is the bound around an event's place and areas, in degrees.
func (x *extents) event(e *store.Event) orb.Bound {
	b := x.place(e.Place)
	for _, area := range e.Areas {
		b = b.Union(x.place(area))
	}
	return b
}

// place is the bound around a place: the circle of a point; the outline of an
// area, and where that is not known its point and every place inside it.
func (x *extents) place(id string) orb.Bound {
	p, ok := x.places[id]
	switch {
	case !ok:
		return orb.Bound{}
	case !p.IsArea():
		return circle(p.Point, p.RadiusM)
	case p.Outline != orb.Bound{}:
		return p.Outline
	}
	b := p.Point.Bound()
	for _, child := range x.inside(id) {
		b = b.Union(circle(x.places[child].Point, x.places[child].RadiusM))
	}
	return b
}

// inside lists the places inside one, however deep; a circle of parents ends.
func (x *extents) inside(id string) []string {
	seen := map[string]bool{id: true}
	var all []string
	for queue := []string{id}; len(queue) > 0; queue = queue[1:] {
		for _, child := range x.children[queue[0]] {
			if !seen[child] {
				seen[child] = true
				all, queue = append(all, child), append(queue, child)
			}
		}
	}
	return all
}

// outward lists a place and the places around it, nearest first.
func (x *extents) outward(id string) []*store.Place {
	var all []*store.Place
	for p := x.places[id]; p != nil && len(all) <= len(x.places); p = x.places[p.Parent] {
		all = append(all, p)
	}
	return all
}

// circle is the bound around all points within metres of center.
func circle(center orb.Point, metres float64) orb.Bound {
	dLat := metres / metresPerDegree
	dLon := math.Min(180, dLat/math.Max(0.01, math.Cos(center.Lat()*math.Pi/180)))
	return orb.Bound{
		Min: orb.Point{math.Max(-180, center.Lon()-dLon), math.Max(-90, center.Lat()-dLat)},
		Max: orb.Point{math.Min(180, center.Lon()+dLon), math.Min(90, center.Lat()+dLat)},
	}
}

// box is what the R*Tree keeps: west, east, south, north in 1e-7 degrees, then
// first and last in minutes. Rounding and clamping only ever widen it.
func box(b orb.Bound, first, last int64) [6]int64 {
	return [6]int64{
		whole(math.Floor(b.Min[0] * 1e7)), whole(math.Ceil(b.Max[0] * 1e7)),
		whole(math.Floor(b.Min[1] * 1e7)), whole(math.Ceil(b.Max[1] * 1e7)),
		whole(math.Floor(float64(first) / 60)), whole(math.Ceil(float64(last) / 60)),
	}
}

// whole clamps to 32 bits; clamping keeps the order, so nothing is missed.
func whole(v float64) int64 {
	return int64(math.Max(math.MinInt32, math.Min(math.MaxInt32, v)))
}
