package sqlite

import (
	"math"

	"qantar/store"

	"github.com/paulmach/orb"
)

// metresPerDegree of latitude, on a sphere of the earth's mean radius.
const metresPerDegree = 111195

// extent is where and when an event is, as the R*Tree keeps it: west, east,
// south and north in 1e-7 degrees, rounded outwards, then first and last in
// whole minutes since 1970, rounded down and kept within 32 bits.
type extent [6]int64

func extentOf(b orb.Bound, earliest, latest int64) extent {
	west, east, south, north := whole(b)
	return extent{west, east, south, north, clamp(minute(earliest)), clamp(minute(latest))}
}

// whole is a bound in 1e-7 degrees, rounded outwards; it fits into 32 bits.
func whole(b orb.Bound) (west, east, south, north int64) {
	const most = 180
	at := func(round func(float64) float64, degrees float64) int64 {
		return int64(round(math.Max(-most, math.Min(most, degrees)) * 1e7))
	}
	return at(math.Floor, b.Min[0]), at(math.Ceil, b.Max[0]), at(math.Floor, b.Min[1]), at(math.Ceil, b.Max[1])
}

// minute is the whole minute since 1970 that holds a Unix second.
func minute(seconds int64) int64 {
	m := seconds / 60
	if seconds%60 < 0 {
		m--
	}
	return m
}

func clamp(minute int64) int64 { return max(math.MinInt32, min(math.MaxInt32, minute)) }

// extents knows where places lie.
type extents struct {
	places   map[string]*store.Place
	children map[string][]string
	known    map[string]orb.Bound // by place, as far as asked for
}

func newExtents(places []store.Place) *extents {
	x := &extents{map[string]*store.Place{}, map[string][]string{}, map[string]orb.Bound{}}
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

// place is the bound around a place, which is measured once.
func (x *extents) place(id string) orb.Bound {
	b, ok := x.known[id]
	if !ok {
		b = x.measure(id)
		x.known[id] = b
	}
	return b
}

// measure is the bound around a place: the circle of a point; the outline of an
// area, and where that is not known its point and every place inside it.
func (x *extents) measure(id string) orb.Bound {
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
