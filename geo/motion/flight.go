package motion

import (
	"math"
	"time"

	"qantar/geo"

	"github.com/paulmach/orb"
)

// How a flight goes.
const (
	// curve is how much a flight zooms out before it goes sideways: the paper's
	// rho, whose readers liked 1.42.
	curve = math.Sqrt2
	// screens is how fast a flight goes: the paper's V, in units of its S.
	screens = 1.4
	// The least and the most time that a flight takes.
	shortest, longest = 300 * time.Millisecond, 2 * time.Second
)

// Flight is the smooth and efficient way from one view to another: it zooms out
// just as far as it must to go sideways quickly, and in again.
//
// Formulas: J. J. van Wijk and W. A. A. Nuij, "Smooth and Efficient Zooming and
// Panning", IEEE Symposium on Information Visualization 2003, equation 9. Its u
// and w are world units here: the way gone, and the width in view.
type Flight struct {
	from, to geo.Viewport
	way      orb.Point // from one centre to the other, the shorter way round the world
	u1, w0   float64   // length of the way; width of the first view
	rho      float64
	r0, s    float64 // the paper's r0 and S
	zooming  float64 // with no way to go: 1 outwards, -1 inwards
	start    time.Time
}

// NewFlight plans the flight from one view to another of the same size.
func NewFlight(from, to geo.Viewport) *Flight {
	end := from.Nearest(to.Center)
	f := &Flight{from: from, to: to, way: orb.Point{end[0] - from.Center[0], end[1] - from.Center[1]}, rho: curve}
	f.u1 = math.Hypot(f.way[0], f.way[1])
	f.w0 = from.Width / from.WorldSize()
	w1 := to.Width / to.WorldSize()
	if f.u1 < 1e-6*math.Min(f.w0, w1) { // less than a thousandth of a pixel
		f.s = math.Abs(math.Log(w1/f.w0)) / f.rho
		f.zooming = math.Copysign(1, w1-f.w0)
		return f
	}
	f.shape(w1)
	if widest := f.widest(); f.w0*math.Cosh(f.r0) > widest {
		// So low a path that its top, about rho²u1/2, stays within the world.
		f.rho = math.Min(f.rho, math.Sqrt(2*widest/f.u1))
		f.shape(w1)
	}
	return f
}

// shape works out r0 and S for the present rho.
func (f *Flight) shape(w1 float64) {
	w0, u1, rho2 := f.w0, f.u1, f.rho*f.rho
	grown := w1*w1 - w0*w0
	b0 := (grown + rho2*rho2*u1*u1) / (2 * w0 * rho2 * u1)
	b1 := (grown - rho2*rho2*u1*u1) / (2 * w1 * rho2 * u1)
	f.r0 = -math.Asinh(b0) // ln(-b+sqrt(b²+1)), and exact for large b
	f.s = (-math.Asinh(b1) - f.r0) / f.rho
}

// widest is the width that a view has when it cannot zoom out further.
func (f *Flight) widest() float64 {
	out := f.from.ZoomAt(orb.Point{f.from.Width / 2, f.from.Height / 2}, -geo.MaxZoom)
	return out.Width / out.WorldSize()
}

// To is where the flight ends.
func (f *Flight) To() geo.Viewport { return f.to }

// Duration is how long the flight takes.
func (f *Flight) Duration() time.Duration {
	if f.s == 0 {
		return 0
	}
	return max(shortest, min(longest, time.Duration(f.s/screens*float64(time.Second))))
}

// At is the view at a time after the start: the first view before it, the last
// one from Duration on.
func (f *Flight) At(t time.Duration) geo.Viewport {
	switch whole := f.Duration(); {
	case t >= whole:
		return f.to
	case t <= 0:
		return f.from
	default:
		x := t.Seconds() / whole.Seconds()
		return f.along(f.s * x * x * (3 - 2*x))
	}
}

// along is the view after s of the path, which is S long.
func (f *Flight) along(s float64) geo.Viewport {
	if f.zooming != 0 {
		return f.look(s/f.s, f.w0*math.Exp(f.zooming*f.rho*s))
	}
	at := f.rho*s + f.r0
	// cosh(a)tanh(b)-sinh(a), as the paper has it, loses what both have in common.
	u := f.w0 / (f.rho * f.rho) * math.Sinh(f.rho*s) / math.Cosh(at)
	return f.look(u/f.u1, f.w0*math.Cosh(f.r0)/math.Cosh(at))
}

// look is the view a share of the way along, with width world units in it.
func (f *Flight) look(share, width float64) geo.Viewport {
	v := f.to
	v.Center = orb.Point{f.from.Center[0] + share*f.way[0], f.from.Center[1] + share*f.way[1]}
	v.Zoom = math.Log2(v.Width / (width * geo.TileSize))
	return v.Resize(v.Width, v.Height)
}

// Step implements Motion.
func (f *Flight) Step(_ geo.Viewport, now time.Time) (geo.Viewport, bool) {
	if f.start.IsZero() {
		f.start = now
	}
	t := now.Sub(f.start)
	return f.At(t), t < f.Duration()
}
