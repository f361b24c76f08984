package paint

import (
	"image/color"
	"math"
)

// Shapes are the names of the marks' outlines, in the order a legend lists them.
var Shapes = []string{
	"circle", "square", "diamond", "triangle", "triangle-down", "pentagon",
	"hexagon", "star", "cross", "plus", "ring", "bars",
}

// outlines holds each shape as rings inside the unit circle, y downwards. The
// areas are alike, so that no category looks more important than another.
var outlines = map[string][][]pt{
	"square":        {regular(4, 1.02, math.Pi/4)},
	"diamond":       {regular(4, 1.12, 0)},
	"triangle":      {shifted(regular(3, 1.22, 0), 0.18)},
	"triangle-down": {shifted(regular(3, 1.22, math.Pi), -0.18)},
	"pentagon":      {regular(5, 1.06, 0)},
	"hexagon":       {regular(6, 1.02, math.Pi/6)},
	"star":          {star(5, 1.24, 0.54)},
	"plus":          {plus(0.4, 0)},
	"cross":         {plus(0.4, math.Pi/4)},
	"bars": {
		{{-0.9, -0.1}, {-0.42, -0.1}, {-0.42, 0.85}, {-0.9, 0.85}},
		{{-0.24, -0.9}, {0.24, -0.9}, {0.24, 0.85}, {-0.24, 0.85}},
		{{0.42, -0.5}, {0.9, -0.5}, {0.9, 0.85}, {0.42, 0.85}},
	},
}

// widest is how far a shape reaches from its middle, in radii.
const widest = 1.25

func regular(n int, r, turn float64) []pt {
	ring := make([]pt, n)
	for i := range ring {
		sin, cos := math.Sincos(turn + float64(i)*2*math.Pi/float64(n))
		ring[i] = pt{float32(r * sin), float32(-r * cos)}
	}
	return ring
}

func star(n int, outer, inner float64) []pt {
	ring := make([]pt, 2*n)
	for i := range ring {
		r := outer
		if i%2 == 1 {
			r = inner
		}
		sin, cos := math.Sincos(float64(i) * math.Pi / float64(n))
		ring[i] = pt{float32(r * sin), float32(-r * cos)}
	}
	return ring
}

func plus(arm, turn float64) []pt {
	a, b := float32(arm), float32(1.06)
	ring := []pt{{-a, -b}, {a, -b}, {a, -a}, {b, -a}, {b, a}, {a, a}, {a, b}, {-a, b}, {-a, a}, {-b, a}, {-b, -a}, {-a, -a}}
	sin, cos := math.Sincos(turn)
	for i, p := range ring {
		ring[i] = pt{p.x*float32(cos) - p.y*float32(sin), p.x*float32(sin) + p.y*float32(cos)}
	}
	return ring
}

func shifted(ring []pt, dy float32) []pt {
	for i := range ring {
		ring[i].y += dy
	}
	return ring
}

// shape adds a shape of a given radius to the path; an unknown name is a circle.
func (c *canvas) shape(name string, x, y, r float32) {
	switch rings, ok := outlines[name]; {
	case ok:
		for _, ring := range rings {
			c.outline(ring, x, y, r)
		}
	case name == "ring": // with a dot, or it would be a hollow circle
		c.ring(x, y, r, r*0.66)
		c.circle(x, y, r*0.36, false)
	default:
		c.circle(x, y, r, false)
	}
}

func (c *canvas) outline(ring []pt, x, y, r float32) {
	for i, p := range ring {
		q := pt{x + p.x*r, y + p.y*r}
		if i == 0 {
			c.moveTo(q)
		} else {
			c.lineTo(q)
		}
	}
	c.close()
}

// symbol draws a category's mark with a thin rim that keeps it apart from any
// ground. Where hollow, only the rim is in the category's colour: the event's
// date or place is not sure.
func (c *canvas) symbol(shape string, x, y, r, rim float32, fill, edge color.RGBA, hollow bool) {
	reach := widest*(r+rim) + 1
	c.within(x-reach, y-reach, x+reach, y+reach)
	c.shape(shape, x, y, r+rim)
	c.paint(edge)
	c.shape(shape, x, y, r)
	c.paint(fill)
	if hollow {
		c.core(shape, x, y, r)
		c.paint(edge)
	}
}

// core adds the inside of a shape to the path: what a hollow mark leaves empty.
func (c *canvas) core(shape string, x, y, r float32) {
	const wall = 0.13 // of the radius, around each bar
	switch shape {
	case "ring":
		c.ring(x, y, r*0.84, r*0.5)
	case "bars":
		for _, bar := range outlines[shape] {
			c.rect(x+(bar[0].x+wall)*r, y+(bar[0].y+wall)*r, x+(bar[2].x-wall)*r, y+(bar[2].y-wall)*r)
		}
	default:
		c.shape(shape, x, y, r*0.55)
	}
}
