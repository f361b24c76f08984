package paint

import (
	"image/color"
	"math"

	"qantar/geo/basemap"
)

// Shade is a tint over one area of the basemap.
type Shade struct {
	Code    string // of the area
	Color   color.RGBA
	Hatch   bool    // stripes, for a condition that holds there; else a plain tint
	Sparse  bool    // with its stripes further apart, for a wide area
	Slant   int     // which of the hatches, so that several can be told apart
	Opacity float64 // 0 to 1
	Outline bool    // with its border drawn strongly: selected or hovered
}

// The distance between two stripes of a hatch, and their width, in pixels.
const (
	hatchPeriod  = 12
	sparsePeriod = 22
	stripeWidth  = 1.6
)

// slants are the directions of stripes, as multiples of x and y.
var slants = [][2]float64{{1, 1}, {1, -1}, {0, 1.4}, {1.4, 0}}

func (m *Map) shades(s *MapScene) {
	for i := range s.Shades {
		shade := &s.Shades[i]
		area, ok := m.codes[shade.Code]
		if !ok {
			continue
		}
		polygon := &m.world.Areas[area].Shape
		switch {
		case shade.Hatch:
			m.hatch(s, polygon, shade)
		case shade.Opacity > 0:
			m.polygon(polygon, faded(shade.Color, shade.Opacity))
		}
		if shade.Outline {
			m.outline(s, polygon, 2.5, shade.Color)
		}
	}
}

// hatch covers an area with stripes that stand still on the ground.
func (m *Map) hatch(s *MapScene, p *basemap.Polygon, shade *Shade) {
	if !m.gather(p) {
		return
	}
	slant, period := slants[shade.Slant%len(slants)], float64(hatchPeriod)
	if shade.Sparse {
		period = sparsePeriod
	}
	size := s.View.WorldSize()
	left, top := s.View.Center[0]*size-s.View.Width/2, s.View.Center[1]*size-s.View.Height/2
	m.stripes.set(striping{
		x: slant[0], y: slant[1], start: left*slant[0] + (top+float64(m.canvas.clip.Min.Y))*slant[1],
		period: period * float64(s.Scale), width: stripeWidth * 1.4 * float64(s.Scale), opacity: shade.Opacity,
	})
	m.canvas.hatch(&m.stripes, shade.Color)
}

// hatch lays stripes of an opaque colour over the picture where the gathered
// path covers it, and forgets the path.
func (c *canvas) hatch(at *stripes, col color.RGBA) {
	if c.pen != nil {
		c.pen.hatch(at.of, c.clip.Min, col)
		return
	}
	packed := pack(color.RGBA{col.R, col.G, col.B, 255})
	for y := range c.clip.Dy() {
		row := c.dst.Pix[c.dst.PixOffset(c.clip.Min.X, c.clip.Min.Y+y):]
		phase := at.phase + uint32(y)*at.y
		for _, r := range c.raster.row(y) {
			px, from := row[4*r.from:4*r.to], phase+uint32(r.from)*at.x
			if r.mixed {
				at.mixed(px, c.raster.cover[r.from:r.to], packed, from)
			} else {
				at.even(px, uint32(r.cover), packed, from)
			}
		}
	}
	c.begun = false
}

// striping describes a hatch: how far along its period it is at the upper left
// corner and how much further with every pixel, the stripes' width, and how
// strong they are from 0 to 1. Between them lies a tenth of that.
type striping struct{ x, y, start, period, width, opacity float64 }

// stripes tell how strongly a hatch covers each pixel. Phases and steps are in
// 2^-32 of the period, so that they wrap by themselves.
type stripes struct {
	x, y, phase uint32
	cover       [256]uint8 // by the highest byte of the phase
	of          striping
}

// set works out the stripes; their edges are soft over one pixel.
func (at *stripes) set(h striping) {
	at.of = h
	at.x, at.y, at.phase = turns(h.x/h.period), turns(h.y/h.period), turns(h.start/h.period)
	for i := range at.cover {
		d := (float64(i) + 0.5) / 256 * h.period
		on := math.Max(0, math.Min(1, math.Min(d, h.width-d)+0.5))
		at.cover[i] = uint8(255 * h.opacity * (ground + (1-ground)*on))
	}
}

// turns is the fraction of a number in 2^-32.
func turns(x float64) uint32 { return uint32(uint64((x - math.Floor(x)) * (1 << 32))) }

func (at *stripes) mixed(px, cover []uint8, col, phase uint32) {
	for x, a := range cover {
		if a != 0 {
			over(px[4*x:4*x+4:4*x+4], col, byte255(uint32(a)*uint32(at.cover[phase>>24])))
		}
		phase += at.x
	}
}

func (at *stripes) even(px []uint8, cover, col, phase uint32) {
	for x := 0; x+4 <= len(px); x += 4 {
		over(px[x:x+4:x+4], col, byte255(cover*uint32(at.cover[phase>>24])))
		phase += at.x
	}
}
