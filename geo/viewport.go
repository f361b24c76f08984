package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// TileSize is the width of the world in pixels at zoom 0.
const TileSize = 256

// The zoom levels between which a map moves: the whole world, and a city block.
// A view that is higher than the world at MinZoom stops where the world fills
// its height.
const (
	MinZoom = 1.0
	MaxZoom = 16.0
)

// Viewport is a window onto the world: a centre in world coordinates, a zoom
// level, and a size in pixels. It is a value; every movement gives a new one.
//
// The world goes round: east of its last meridian its first follows, so that a
// view shows copies of the world beside each other where it is wide enough.
type Viewport struct {
	Center        orb.Point // world coordinates, x from 0 up to but not including 1
	Zoom          float64   // the world is TileSize * 2^Zoom pixels wide
	Width, Height float64   // pixels
}

// At returns a viewport of the given size that looks at a longitude and
// latitude in degrees.
func At(lonLat orb.Point, zoom, width, height float64) Viewport {
	return Viewport{Center: Project(lonLat), Zoom: zoom, Width: width, Height: height}.limited()
}

// WorldSize is the width of the whole world in pixels.
func (v Viewport) WorldSize() float64 { return TileSize * math.Exp2(v.Zoom) }

// Nearest is the copy of a world position that lies nearest to the centre, less
// than or exactly half a world away.
func (v Viewport) Nearest(world orb.Point) orb.Point {
	world[0] -= math.Floor(world[0] - v.Center[0] + 0.5)
	return world
}

// ToScreen turns world coordinates into pixels, for the nearest copy of them.
func (v Viewport) ToScreen(world orb.Point) orb.Point {
	size, world := v.WorldSize(), v.Nearest(world)
	return orb.Point{
		(world[0]-v.Center[0])*size + v.Width/2,
		(world[1]-v.Center[1])*size + v.Height/2,
	}
}

// ToWorld turns pixels into world coordinates, x from 0 up to 1. Up to half a
// world from the centre it is the inverse of ToScreen.
func (v Viewport) ToWorld(screen orb.Point) orb.Point {
	world := v.under(screen)
	world[0] = round(world[0])
	return world
}

// under is what lies under a position in pixels, of the copy of the world that
// lies there.
func (v Viewport) under(screen orb.Point) orb.Point {
	size := v.WorldSize()
	return orb.Point{
		v.Center[0] + (screen[0]-v.Width/2)/size,
		v.Center[1] + (screen[1]-v.Height/2)/size,
	}
}

// Bound is what the viewport shows, in world coordinates. Where it reaches over
// the edge of the world, its x are below 0 or above 1.
func (v Viewport) Bound() orb.Bound {
	return orb.Bound{Min: v.under(orb.Point{0, 0}), Max: v.under(orb.Point{v.Width, v.Height})}
}

// Contains tells whether any copy of a world position is in view.
func (v Viewport) Contains(world orb.Point) bool { return v.Bound().Contains(v.Nearest(world)) }

// Pan moves what is shown by dx, dy pixels: positive dx shows more of the west.
func (v Viewport) Pan(dx, dy float64) Viewport {
	size := v.WorldSize()
	v.Center[0] -= dx / size
	v.Center[1] -= dy / size
	return v.limited()
}

// ZoomAt changes the zoom by delta levels and keeps the point under the screen
// position where it is.
func (v Viewport) ZoomAt(screen orb.Point, delta float64) Viewport {
	anchor := v.under(screen)
	v.Zoom = clamp(v.Zoom+delta, v.leastZoom(), MaxZoom)
	moved := v.under(screen)
	v.Center[0] += anchor[0] - moved[0]
	v.Center[1] += anchor[1] - moved[1]
	return v.limited()
}

// Resize gives the viewport another size and keeps its centre and zoom.
func (v Viewport) Resize(width, height float64) Viewport {
	v.Width, v.Height = width, height
	return v.limited()
}

// Grow returns a viewport that shows margin more pixels on every side, at the
// same scale and around the same centre. It may reach beyond the world.
func (v Viewport) Grow(margin float64) Viewport {
	v.Width += 2 * margin
	v.Height += 2 * margin
	return v
}

// Scale returns the viewport as seen at factor device pixels per pixel.
func (v Viewport) Scale(factor float64) Viewport {
	v.Width *= factor
	v.Height *= factor
	v.Zoom += math.Log2(factor)
	return v
}

// Fit moves and zooms the viewport so that a bound in world coordinates fills
// it but for padding pixels on every side, at most at maxZoom. The bound may
// reach over the edge of the world.
func (v Viewport) Fit(bound orb.Bound, padding, maxZoom float64) Viewport {
	width, height := bound.Max[0]-bound.Min[0], bound.Max[1]-bound.Min[1]
	zoom := maxZoom
	if width > 0 {
		zoom = math.Min(zoom, math.Log2((v.Width-2*padding)/(width*TileSize)))
	}
	if height > 0 {
		zoom = math.Min(zoom, math.Log2((v.Height-2*padding)/(height*TileSize)))
	}
	if math.IsNaN(zoom) {
		zoom = MinZoom
	}
	v.Center, v.Zoom = bound.Center(), clamp(zoom, v.leastZoom(), MaxZoom)
	return v.limited()
}

// Into moves and zooms the viewport so that a box of what it shows, in pixels,
// fills it.
func (v Viewport) Into(box orb.Bound) Viewport {
	lo, hi := v.under(box.Min), v.under(box.Max)
	return v.Fit(orb.Bound{Min: lo, Max: hi}, 0, MaxZoom)
}

// LonLat is the centre in degrees.
func (v Viewport) LonLat() orb.Point { return Unproject(v.Center) }

// Pixels turns metres on the ground at a world position into pixels.
func (v Viewport) Pixels(metres float64, at orb.Point) float64 {
	return metres / MetresPerWorld(at[1]) * v.WorldSize()
}

// leastZoom is the zoom level at which the world fills the view's height.
func (v Viewport) leastZoom() float64 {
	return clamp(math.Log2(v.Height/TileSize), MinZoom, MaxZoom)
}

// limited keeps the world at least as high as the view, its top and bottom edge
// outside of it, and the centre in the world that all copies are of.
func (v Viewport) limited() Viewport {
	v.Zoom = clamp(v.Zoom, v.leastZoom(), MaxZoom+2)
	v.Center[0] = round(v.Center[0])
	half := v.Height / 2 / v.WorldSize()
	if half >= 0.5 {
		v.Center[1] = 0.5
	} else {
		v.Center[1] = clamp(v.Center[1], half, 1-half)
	}
	return v
}

// round brings x back to from 0 up to 1, as often as it has gone round the world.
func round(x float64) float64 {
	x -= math.Floor(x)
	if x == 1 { // what is left of 0 by less than a number can tell
		return 0
	}
	return x
}

func clamp(x, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, x)) }
