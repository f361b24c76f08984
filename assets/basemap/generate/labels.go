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
