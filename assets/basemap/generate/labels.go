package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// labelPoint returns the source's own label point in degrees when it lies
// inside the rings, and otherwise the middle of the widest stretch across the
// middle of the largest ring.
func labelPoint(given orb.Point, rings []orb.Ring) orb.Point {
	if given != (orb.Point{}) && inside(given, rings) {
		return given
	}
	largest := slices.MaxFunc(rings, func(a, b orb.Ring) int {
		return cmp.Compare(math.Abs(planar.Area(a)), math.Abs(planar.Area(b)))
	})
	lat := largest.Bound().Center()[1] + 1e-7 // off the grid: no vertex lies on it
	xs := crossings(lat, rings)
	best := orb.Point{largest.Bound().Center()[0], lat}
	width := 0.0
	for i := 1; i < len(xs); i += 2 {
		if w := xs[i] - xs[i-1]; w > width {
			best, width = orb.Point{(xs[i] + xs[i-1]) / 2, lat}, w
		}
	}
	return best
}

// labelShape is how much wider than high a name is.
const labelShape = 3

// roomiest returns the point inside the rings around which a level name has
// most room, of a grid of points. The rings are degrees.
func roomiest(rings []orb.Ring) orb.Point {
	const steps = 48
	turned, bound := swapped(rings), rings[0].Bound()
	for _, r := range rings[1:] {
		bound = bound.Union(r.Bound())
	}
	best, room := bound.Center(), 0.0
	for i := 1; i < steps; i++ {
		for j := 1; j < steps; j++ {
			p := orb.Point{
				bound.Min[0] + (bound.Max[0]-bound.Min[0])*float64(i)/steps + 1e-7,
				bound.Min[1] + (bound.Max[1]-bound.Min[1])*float64(j)/steps + 1e-7,
			}
			if r := roomAt(p, rings, turned); r > room {
				best, room = p, r
			}
		}
	}
	return best
}

// roomAt is half the height in degrees of latitude of the largest name that a
// point has room for; 0 outside. turned are the rings with longitudes and
// latitudes exchanged.
func roomAt(p orb.Point, rings, turned []orb.Ring) float64 {
	wide := free(p[0], crossings(p[1], rings)) * math.Cos(p[1]*math.Pi/180) / labelShape
	if wide == 0 {
		return 0
	}
	return min(wide, free(p[1], crossings(p[0], turned)))
}

// free is the distance from at to the nearest crossing, or 0 outside.
func free(at float64, crossings []float64) float64 {
	i, _ := slices.BinarySearch(crossings, at)
	if i%2 == 0 || i == len(crossings) {
		return 0
	}
	return min(at-crossings[i-1], crossings[i]-at)
}

// swapped exchanges longitudes and latitudes.
func swapped(rings []orb.Ring) []orb.Ring {
	out := make([]orb.Ring, len(rings))
	for i, r := range rings {
		out[i] = make(orb.Ring, len(r))
		for j, p := range r {
			out[i][j] = orb.Point{p[1], p[0]}
		}
	}
	return out
}

// inside applies the even-odd rule.
func inside(p orb.Point, rings []orb.Ring) (in bool) {
	for _, r := range rings {
		if planar.RingContains(r, p) {
			in = !in
		}
	}
	return in
}

// crossings returns the longitudes at which rings cross a parallel, ascending.
func crossings(lat float64, rings []orb.Ring) (xs []float64) {
	for _, r := range rings {
		for i := 1; i < len(r); i++ {
			a, b := r[i-1], r[i]
			if (a[1] > lat) != (b[1] > lat) {
				xs = append(xs, a[0]+(lat-a[1])/(b[1]-a[1])*(b[0]-a[0]))
			}
		}
	}
	slices.Sort(xs)
	return xs
}
