package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// TileSize is the width of the world in pixels at zoom 0.
const TileSize = 256

// The zoom levels between which a map moves: the whole world, and a city block.
const (
	MinZoom = 1.0
	MaxZoom = 16.0
)

// Viewport is a window onto the world: a centre in world coordinates, a zoom
// level, and a size in pixels. It is a value; every movement gives a new one.
type Viewport struct {
	Center        orb.Point // world coordinates
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

// ToScreen turns world coordinates into pixels.
func (v Viewport) ToScreen(world orb.Point) orb.Point {
	size := v.WorldSize()
	return orb.Point{
		(world[0]-v.Center[0])*size + v.Width/2,
		(world[1]-v.Center[1])*size + v.Height/2,
	}
}

// ToWorld is the inverse of ToScreen.
func (v Viewport) ToWorld(screen orb.Point) orb.Point {
	size := v.WorldSize()
	return orb.Point{
		v.Center[0] + (screen[0]-v.Width/2)/size,
		v.Center[1] + (screen[1]-v.Height/2)/size,
	}
}

// Bound is what the viewport shows, in world coordinates.
func (v Viewport) Bound() orb.Bound {
	return orb.Bound{
		Min: v.ToWorld(orb.Point{0, 0}),
		Max: v.ToWorld(orb.Point{v.Width, v.Height}),
	}
}

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
	anchor := v.ToWorld(screen)
	v.Zoom = clamp(v.Zoom+delta, MinZoom, MaxZoom)
	moved := v.ToWorld(screen)
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
// it but for padding pixels on every side, at most at maxZoom.
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
	v.Center, v.Zoom = bound.Center(), clamp(zoom, MinZoom, MaxZoom)
	return v.limited()
}

// LonLat is the centre in degrees.
func (v Viewport) LonLat() orb.Point { return Unproject(v.Center) }

// Pixels turns metres on the ground at a world position into pixels.
func (v Viewport) Pixels(metres float64, at orb.Point) float64 {
	return metres / MetresPerWorld(at[1]) * v.WorldSize()
}

// limited keeps the centre inside the world, and the world's top and bottom
// edge outside the view wherever the view is lower than the world.
func (v Viewport) limited() Viewport {
	v.Zoom = clamp(v.Zoom, MinZoom, MaxZoom+2)
	v.Center[0] = clamp(v.Center[0], 0, 1)
	half := v.Height / 2 / v.WorldSize()
	if half >= 0.5 {
		v.Center[1] = 0.5
	} else {
		v.Center[1] = clamp(v.Center[1], half, 1-half)
	}
	return v
}

func clamp(x, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, x)) }
