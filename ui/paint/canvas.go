// Package paint draws the map and the timeline into pictures. It knows
// nothing of windows; all lengths are device pixels unless a name says
// otherwise, and nothing is allocated per frame once its buffers have grown.
package paint

import (
	"image"
	"image/color"
	"math"
)

// pt is a point in device pixels.
type pt struct{ x, y float32 }

// canvas fills and strokes paths on a picture. A path is gathered with ring,
// line, circle and rect, then put down in one colour by paint.
type canvas struct {
	dst    *image.RGBA
	raster raster
	clip   image.Rectangle // what the path may touch, in dst's coordinates
	begun  bool
	brush  []uint8 // a row of one colour
	ink    inkwell
	pen    *pen // takes everything in the picture's place; nil: there is none
}

// box is a bound in device pixels.
type box struct{ x0, y0, x1, y1 float32 }

func (c *canvas) begin(dst *image.RGBA) {
	c.dst = dst
	c.anywhere()
}

// within narrows what follows to a rectangle, which keeps a small path cheap:
// its cost is that of the rectangle, not of the whole picture.
func (c *canvas) within(x0, y0, x1, y1 float32) {
	c.clip = image.Rect(
		int(math.Floor(float64(x0))), int(math.Floor(float64(y0))),
		int(math.Ceil(float64(x1))), int(math.Ceil(float64(y1))),
	).Intersect(c.dst.Bounds())
	c.forget()
}

// anywhere lifts within.
func (c *canvas) anywhere() {
	c.clip = c.dst.Bounds()
	c.forget()
}

// forget drops a path that was not painted.
func (c *canvas) forget() {
	if c.pen != nil {
		c.pen.taken()
		return
	}
	if c.begun {
		c.raster.drop()
	}
	c.begun = false
}

// start readies the raster for a path; only the first part of one costs.
func (c *canvas) start() {
	if !c.begun && c.pen == nil {
		c.raster.Reset(c.clip.Dx(), c.clip.Dy())
		c.begun = true
	}
}

// paint puts the gathered path down in one colour and forgets it.
func (c *canvas) paint(col color.RGBA) {
	switch {
	case c.pen != nil:
		c.pen.paint(col)
	case c.begun:
		c.lay(col)
	}
	c.begun = false
}

func (c *canvas) moveTo(p pt) {
	if c.pen != nil {
		c.pen.move(p)
		return
	}
	c.start()
	c.raster.MoveTo(p.x-float32(c.clip.Min.X), p.y-float32(c.clip.Min.Y))
}

func (c *canvas) lineTo(p pt) {
	if c.pen != nil {
		c.pen.line(p)
		return
	}
	c.raster.LineTo(p.x-float32(c.clip.Min.X), p.y-float32(c.clip.Min.Y))
}

// cubeTo adds a cubic Bézier curve with two control points.
func (c *canvas) cubeTo(a, b, p pt) {
	if c.pen != nil {
		c.pen.cube(a, b, p)
		return
	}
	x, y := float32(c.clip.Min.X), float32(c.clip.Min.Y)
	c.raster.CubeTo(a.x-x, a.y-y, b.x-x, b.y-y, p.x-x, p.y-y)
}

// close joins the end of a ring to its beginning.
func (c *canvas) close() {
	if c.pen != nil {
		c.pen.path.add(Close)
		return
	}
	c.raster.ClosePath()
}

// edge adds an edge to the path; sign -1 turns it round. The order of edges
// does not matter.
func (c *canvas) edge(a, b pt, sign float32) {
	x, y := float32(c.clip.Min.X), float32(c.clip.Min.Y)
	c.raster.edge(pt{a.x - x, a.y - y}, pt{b.x - x, b.y - y}, sign)
}

// rect adds a rectangle.
func (c *canvas) rect(x0, y0, x1, y1 float32) {
	if x1 <= x0 || y1 <= y0 {
		return
	}
	c.moveTo(pt{x0, y0})
	c.lineTo(pt{x1, y0})
	c.lineTo(pt{x1, y1})
	c.lineTo(pt{x0, y1})
	c.close()
}

// roundRect adds a rectangle with round corners of radius r.
func (c *canvas) roundRect(x0, y0, x1, y1, r float32) {
	r = min(r, (x1-x0)/2, (y1-y0)/2)
	if r <= 0 {
		c.rect(x0, y0, x1, y1)
		return
	}
	k := r * (1 - kappa)
	c.moveTo(pt{x0 + r, y0})
	c.lineTo(pt{x1 - r, y0})
	c.cubeTo(pt{x1 - k, y0}, pt{x1, y0 + k}, pt{x1, y0 + r})
	c.lineTo(pt{x1, y1 - r})
	c.cubeTo(pt{x1, y1 - k}, pt{x1 - k, y1}, pt{x1 - r, y1})
	c.lineTo(pt{x0 + r, y1})
	c.cubeTo(pt{x0 + k, y1}, pt{x0, y1 - k}, pt{x0, y1 - r})
	c.lineTo(pt{x0, y0 + r})
	c.cubeTo(pt{x0, y0 + k}, pt{x0 + k, y0}, pt{x0 + r, y0})
	c.close()
}

// kappa places the control points of the cubic curves that stand for a
// quarter of a circle.
const kappa = 0.5522847498

// circle adds a full circle, clockwise; counter turns it round, to cut a hole.
func (c *canvas) circle(x, y, r float32, counter bool) {
	s := float32(1)
	if counter {
		s = -1
	}
	k := r * kappa
	c.moveTo(pt{x + r, y})
	c.cubeTo(pt{x + r, y + s*k}, pt{x + k, y + s*r}, pt{x, y + s*r})
	c.cubeTo(pt{x - k, y + s*r}, pt{x - r, y + s*k}, pt{x - r, y})
	c.cubeTo(pt{x - r, y - s*k}, pt{x - k, y - s*r}, pt{x, y - s*r})
	c.cubeTo(pt{x + k, y - s*r}, pt{x + r, y - s*k}, pt{x + r, y})
	c.close()
}

// ring adds the band between two circles.
func (c *canvas) ring(x, y, outer, inner float32) {
	c.circle(x, y, outer, false)
	if inner > 0 {
		c.circle(x, y, inner, true)
	}
}
