// Package geo places things on a flat map: Web Mercator, viewports and
// distances. World coordinates run from 0 to 1, x to the east and y to the
// south, over the square that Web Mercator shows; screen coordinates are
// pixels from the top left corner.
package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// MaxLat is the latitude, in degrees, at which the Web Mercator square ends.
const MaxLat = 85.05112877980659

// earthCircumference is that of WGS 84's equator in metres (EPSG:3857).
const earthCircumference = 2 * math.Pi * 6378137

// Project turns longitude and latitude in degrees into world coordinates.
// Latitudes beyond MaxLat are held at the edge.
// Formula: EPSG Guidance Note 7-2, "Popular Visualisation Pseudo Mercator".
func Project(lonLat orb.Point) orb.Point {
	lat := math.Max(-MaxLat, math.Min(MaxLat, lonLat[1]))
	sin := math.Sin(lat * math.Pi / 180)
	return orb.Point{
		lonLat[0]/360 + 0.5,
		0.5 - math.Log((1+sin)/(1-sin))/(4*math.Pi),
	}
}

// Unproject is the inverse of Project.
func Unproject(world orb.Point) orb.Point {
	return orb.Point{
		(world[0] - 0.5) * 360,
		math.Atan(math.Sinh((0.5-world[1])*2*math.Pi)) * 180 / math.Pi,
	}
}

// ProjectBound turns a bound in degrees into one in world coordinates.
func ProjectBound(b orb.Bound) orb.Bound {
	lo, hi := Project(b.Min), Project(b.Max)
	return orb.Bound{Min: orb.Point{lo[0], hi[1]}, Max: orb.Point{hi[0], lo[1]}}
}

// MetresPerWorld tells how many metres on the ground one world unit spans at
// the world coordinate y.
func MetresPerWorld(y float64) float64 {
	lat := Unproject(orb.Point{0.5, y})[1]
	return earthCircumference * math.Cos(lat*math.Pi/180)
}
