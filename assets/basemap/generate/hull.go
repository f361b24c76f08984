package main

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
)

// hull returns the convex hull of a ring, closed, by Andrew's monotone chain
// (Information Processing Letters 9, 1979). It makes a plausible city limit
// out of a ragged built-up area.
func hull(ring orb.Ring) orb.Ring {
	points := slices.Clone(ring)
	slices.SortFunc(points, func(a, b orb.Point) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	})
	lower := halfHull(points)
	slices.Reverse(points)
	return append(lower[:len(lower)-1], halfHull(points)...)
}

// halfHull keeps the points of a sorted row at which it turns left.
func halfHull(points orb.Ring) (out orb.Ring) {
	for _, p := range points {
		for len(out) > 1 && turn(out[len(out)-2], out[len(out)-1], p) <= 0 {
			out = out[:len(out)-1]
		}
		out = append(out, p)
	}
	return out
}

// turn is positive where the way from a over b to c turns left.
func turn(a, b, c orb.Point) float64 {
	return (b[0]-a[0])*(c[1]-a[1]) - (b[1]-a[1])*(c[0]-a[0])
}
