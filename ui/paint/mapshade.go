package paint

import (
	"image"
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
	detail := m.world.DetailFor(s.zoom())
	for i := range s.Shades {
		shade := &s.Shades[i]
		area, ok := m.codes[shade.Code]
		if !ok {
			continue
		}
		polygon := &detail.Areas[area]
		switch {
		case shade.Hatch:
			m.hatch(s, polygon, shade)
		case shade.Opacity > 0:
			m.polygon(s, polygon, faded(shade.Color, shade.Opacity))
		}
		if shade.Outline {
			m.outline(s, polygon, 2.5, shade.Color)
		}
	}
}

// hatch covers an area with stripes that stand still on the ground.
func (m *Map) hatch(s *MapScene, p *basemap.Polygon, shade *Shade) {
	if !m.gather(s, p, s.View.Bound()) {
		return
	}
	c := &m.canvas
	stripes(c.dst, c.cover(), m.striping(s, shade), shade.Color, shade.Opacity)
}

// striping tells how far along its period a hatch is at each pixel.
type striping struct{ x, y, phase, period, width float64 }

func (m *Map) striping(s *MapScene, shade *Shade) striping {
	slant := slants[shade.Slant%len(slants)]
	size := s.View.WorldSize()
	period := hatchPeriod * float64(s.Scale)
	if shade.Sparse {
		period = sparsePeriod * float64(s.Scale)
	}
	left, top := s.View.Center[0]*size-s.View.Width/2, s.View.Center[1]*size-s.View.Height/2
	phase := math.Mod(left*slant[0]+top*slant[1], period)
	return striping{slant[0], slant[1], phase + 4*period, period, stripeWidth * 1.4 * float64(s.Scale)}
}

// stripes blends a colour where the mask covers a pixel: lightly everywhere,
// fully on the stripes, whose edges are soft over one pixel.
func stripes(dst *image.RGBA, mask *image.Alpha, at striping, c color.RGBA, opacity float64) {
	r := mask.Rect
	for y := r.Min.Y; y < r.Max.Y; y++ {
		cover := mask.Pix[(y-r.Min.Y)*mask.Stride:]
		row := dst.Pix[dst.PixOffset(r.Min.X, y):]
		along := at.phase + float64(y-r.Min.Y)*at.y
		for x := 0; x < r.Dx(); x++ {
			if cover[x] == 0 {
				continue
			}
			d := along + float64(x)*at.x
			d -= math.Floor(d/at.period) * at.period
			on := math.Max(0, math.Min(1, math.Min(d, at.width-d)+0.5))
			blend(row[4*x:4*x+4:4*x+4], c, uint32(float64(cover[x])*opacity*(0.1+0.9*on)))
		}
	}
}

// blend lays an opaque colour over one pixel at an alpha from 0 to 255.
func blend(px []uint8, c color.RGBA, alpha uint32) {
	rest := 255 - alpha
	px[0] = uint8((uint32(c.R)*alpha + uint32(px[0])*rest) / 255)
	px[1] = uint8((uint32(c.G)*alpha + uint32(px[1])*rest) / 255)
	px[2] = uint8((uint32(c.B)*alpha + uint32(px[2])*rest) / 255)
}
