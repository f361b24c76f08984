package paint

import (
	"image"
	"math"

	"qantar/geo/basemap"

	"github.com/paulmach/orb"
)

// lens shows one copy of the world: it turns world coordinates into device
// pixels.
type lens struct {
	size, dx, dy float64
	view         orb.Bound     // what the picture shows of this copy
	near         basemap.Bound // the same with a rim of a few pixels
}

// rim is how far outside the picture a line may run and still be seen, in
// pixels at scale 1.
const rim = 4

// lensesOn appends the copies of the world that a part of a scene's picture
// shows, from west to east.
func lensesOn(all []lens, s *MapScene, part image.Rectangle) []lens {
	size := s.View.WorldSize()
	dx, dy := s.View.Width/2-s.View.Center[0]*size, s.View.Height/2-s.View.Center[1]*size
	pad := rim * float64(s.Scale)
	x0, x1 := (float64(part.Min.X)-pad-dx)/size, (float64(part.Max.X)+pad-dx)/size
	y0, y1 := (float64(part.Min.Y)-pad-dy)/size, (float64(part.Max.Y)+pad-dy)/size
	for k := math.Floor(x0); k <= x1; k++ {
		view := orb.Bound{Min: orb.Point{x0 - k, y0}, Max: orb.Point{x1 - k, y1}}
		all = append(all, lens{
			size: size, dx: dx + k*size, dy: dy, view: view,
			near: basemap.Bound{Min: narrow(view.Min), Max: narrow(view.Max)},
		})
	}
	return all
}

func narrow(p orb.Point) basemap.Point {
	return basemap.Point{X: float32(p[0]), Y: float32(p[1])}
}

// place is where something lies to the picture.
type place uint8

const (
	within place = iota
	leftOf
	beside // above, below or to the right
)

// side tells where a bound lies as a whole.
func (l *lens) side(b basemap.Bound) place {
	switch {
	case b.Min.X > l.near.Max.X || b.Min.Y > l.near.Max.Y || b.Max.Y < l.near.Min.Y:
		return beside
	case b.Max.X < l.near.Min.X:
		return leftOf
	default:
		return within
	}
}

// finest is the distance in pixels below which two vertices are drawn as one.
const finest = 0.6

// fill adds a part of a ring to a path. Of a part left of the picture only the
// ends matter, for how much it turns is the same for every way between them,
// and of other parts out of view nothing does.
func (l *lens) fill(c *canvas, part *basemap.Part, sign float32) {
	points := part.Points
	last := len(points) - 1
	from := l.at(points[0])
	switch l.side(part.Bound) {
	case leftOf:
		c.edge(from, l.at(points[last]), sign)
		return
	case beside:
		return
	}
	for i, p := range points[1:] {
		to := l.at(p)
		if i < last-1 && adjoining(from, to) {
			continue
		}
		c.edge(from, to, sign)
		from = to
	}
}

// project appends points in device pixels, without those that hardly differ
// from the one before.
func (l *lens) project(out []pt, points []basemap.Point) []pt {
	for i, p := range points {
		to := l.at(p)
		if n := len(out); n > 0 && adjoining(out[n-1], to) {
			if i < len(points)-1 || n == 1 {
				continue
			}
			out = out[:n-1]
		}
		out = append(out, to)
	}
	return out
}

func (l *lens) at(p basemap.Point) pt {
	return pt{float32(float64(p.X)*l.size + l.dx), float32(float64(p.Y)*l.size + l.dy)}
}

func adjoining(a, b pt) bool {
	dx, dy := a.x-b.x, a.y-b.y
	return dx < finest && dx > -finest && dy < finest && dy > -finest
}
