package paint

import (
	"image"
	"image/color"
	"math"

	"qantar/ui/axis"
)

// FigureScene is a chart of one measure: every claim of a number over the time
// up to which it counts, as plain values.
type FigureScene struct {
	Scale    axis.Scale // Width is ignored: the chart takes its own
	Factor   float32    // device pixels per pixel
	Style    *Style
	Ticks    []TimeTick
	Values   []FigureTick // of the upright axis, ascending; the last is its top
	Points   []FigurePoint
	Playhead int64
}

// FigureTick is a value with its number written out.
type FigureTick struct {
	Value float64
	Label string
}

// Direction tells whither a claim leaves its number open.
type Direction int8

// The directions: a number "at least" is open upwards, "up to" downwards.
const (
	Downwards Direction = iota - 1
	Closed
	Upwards
)

// FigurePoint is one claim.
type FigurePoint struct {
	From, To  int64 // Unix seconds: the moment up to which it counts, as far as known
	Low, High float64
	Shape     string
	Color     color.RGBA
	Open      Direction
	About     bool // the number is not meant exactly
	Later     bool // it counts up to a time after the playhead
	Selected  bool
	Label     string  // the number as claimed; "" where one beside it says the same
	Shift     float32 // pixels to the right, so that equal claims stand side by side
}

// FigureChart paints charts of figures.
type FigureChart struct {
	canvas canvas
	names  *Type
	plot   box
	taken  []box
}

// NewFigureChart returns a painter that writes with names.
func NewFigureChart(names *Type) *FigureChart { return &FigureChart{names: names} }

const (
	chartText   = 16 // pixels
	chartRadius = 7
	chartReach  = 26 // how far an open claim points beyond its number
)

// Draw paints a chart over the whole picture.
func (f *FigureChart) Draw(dst *image.RGBA, s *FigureScene) {
	fill(dst, s.Style.Paper)
	f.canvas.begin(dst)
	f.lay(dst, s)
	f.grid(s)
	f.axis(s)
	f.line(s, f.x(s, s.Playhead), f.plot.y0, f.x(s, s.Playhead), f.plot.y1, 2, s.Style.Accent)
	f.taken = f.taken[:0]
	for i := range s.Points {
		f.point(s, &s.Points[i])
	}
	for i := range s.Points {
		f.label(s, &s.Points[i])
	}
}

// lay leaves room for the numbers at the left and the dates below.
func (f *FigureChart) lay(dst *image.RGBA, s *FigureScene) {
	k, wide := s.Factor, float32(0)
	for _, v := range s.Values {
		wide = max(wide, f.names.width(v.Label, Regular, chartText*k))
	}
	r := dst.Rect
	f.plot = box{wide + 16*k, 18 * k, float32(r.Dx()) - 14*k, float32(r.Dy()) - 30*k}
}

func (f *FigureChart) x(s *FigureScene, t int64) float32 {
	share := float32(float64(t-s.Scale.From) / float64(s.Scale.To-s.Scale.From))
	return f.plot.x0 + share*(f.plot.x1-f.plot.x0)
}

func (f *FigureChart) y(s *FigureScene, value float64) float32 {
	top := s.Values[len(s.Values)-1].Value
	return f.plot.y1 - float32(value/top)*(f.plot.y1-f.plot.y0)
}

func (f *FigureChart) line(s *FigureScene, x0, y0, x1, y1, width float32, c color.RGBA) {
	w := width * s.Factor
	f.canvas.within(min(x0, x1)-w, min(y0, y1)-w, max(x0, x1)+w, max(y0, y1)+w)
	f.canvas.segment(pt{x0, y0}, pt{x1, y1}, w)
	f.canvas.paint(c)
}

func (f *FigureChart) grid(s *FigureScene) {
	k := s.Factor
	for _, v := range s.Values {
		y := f.y(s, v.Value)
		f.line(s, f.plot.x0, y, f.plot.x1, y, 1, s.Style.Grid)
		sprite := f.names.sprite(v.Label, Regular, chartText*k, 0)
		f.canvas.put(sprite, f.plot.x0-8*k-sprite.advance, y+chartText*k*0.34, s.Style.InkSoft, s.Style.Paper)
	}
}

func (f *FigureChart) axis(s *FigureScene) {
	k, last := s.Factor, float32(-math.MaxFloat32)
	f.line(s, f.plot.x0, f.plot.y1, f.plot.x1, f.plot.y1, 1, s.Style.Rule)
	for _, t := range s.Ticks {
		x := f.x(s, t.At)
		f.line(s, x, f.plot.y1, x, f.plot.y1+5*k, 1, s.Style.Rule)
		sprite := f.names.sprite(t.Label, Regular, chartText*k, 0)
		left := x - sprite.advance/2
		if t.Label == "" || left < last+8*k || left < 0 || left+sprite.advance > float32(f.canvas.dst.Rect.Dx()) {
			continue
		}
		f.canvas.put(sprite, left, f.plot.y1+22*k, s.Style.InkSoft, s.Style.Paper)
		last = left + sprite.advance
	}
}

// middle is where a claim's mark stands.
func (f *FigureChart) middle(s *FigureScene, p *FigurePoint) pt {
	return pt{(f.x(s, p.From)+f.x(s, p.To))/2 + p.Shift*s.Factor, f.y(s, p.Low)}
}

func (f *FigureChart) point(s *FigureScene, p *FigurePoint) {
	k, at := s.Factor, f.middle(s, p)
	opacity := 1.0
	if p.Later {
		opacity = 0.35
	}
	c := faded(p.Color, opacity)
	f.line(s, f.x(s, p.From), at.y, f.x(s, p.To), at.y, 2, faded(p.Color, 0.45*opacity))
	if p.High > p.Low {
		f.line(s, at.x, at.y, at.x, f.y(s, p.High), 4, c)
	}
	if p.Open != Closed {
		f.arrow(s, at, float32(-p.Open), c)
	}
	r := float32(chartRadius) * k
	if p.Selected {
		f.canvas.within(at.x-3*r, at.y-3*r, at.x+3*r, at.y+3*r)
		f.canvas.ring(at.x, at.y, 1.9*r, 1.9*r-2.5*k)
		f.canvas.paint(s.Style.Accent)
	}
	f.canvas.symbol(p.Shape, at.x, at.y, r, 1.5*k, c, s.Style.Paper, p.About)
	f.taken = append(f.taken, box{at.x - r, at.y - r, at.x + r, at.y + r})
}

// arrow points from a number into the direction in which it is open.
func (f *FigureChart) arrow(s *FigureScene, at pt, way float32, c color.RGBA) {
	k := s.Factor
	tip := at.y + way*chartReach*k
	f.line(s, at.x, at.y, at.x, tip, 2, c)
	f.canvas.within(at.x-6*k, tip-7*k, at.x+6*k, tip+7*k)
	f.canvas.moveTo(pt{at.x, tip + way*4*k})
	f.canvas.lineTo(pt{at.x - 5*k, tip - way*4*k})
	f.canvas.lineTo(pt{at.x + 5*k, tip - way*4*k})
	f.canvas.close()
	f.canvas.paint(c)
}

// label writes a number beside its mark, where there is room.
func (f *FigureChart) label(s *FigureScene, p *FigurePoint) {
	k, at := s.Factor, f.middle(s, p)
	if p.Label == "" {
		return
	}
	sprite := f.names.sprite(p.Label, Regular, chartText*k, 2*k)
	gap := (chartRadius + 5) * k
	for _, left := range [2]float32{at.x + gap, at.x - gap - sprite.advance} {
		b := box{left, at.y - chartText*k*0.6, left + sprite.advance, at.y + chartText*k*0.5}
		if b.x0 < f.plot.x0 || b.x1 > f.plot.x1+10*k || !f.free(b) {
			continue
		}
		f.taken = append(f.taken, b)
		f.canvas.put(sprite, left, at.y+chartText*k*0.34, s.Style.Ink, s.Style.Paper)
		return
	}
}

func (f *FigureChart) free(b box) bool {
	for _, t := range f.taken {
		if b.x0 < t.x1 && b.x1 > t.x0 && b.y0 < t.y1 && b.y1 > t.y0 {
			return false
		}
	}
	return true
}

// Hit returns the index of the point of the scene last drawn that lies under
// x, y in device pixels, or -1.
func (f *FigureChart) Hit(s *FigureScene, x, y float32) int {
	best, least := -1, float32(14)*s.Factor
	for i := range s.Points {
		at := f.middle(s, &s.Points[i])
		if d := float32(math.Hypot(float64(at.x-x), float64(at.y-y))); d < least {
			best, least = i, d
		}
	}
	return best
}
