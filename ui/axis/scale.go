// Package axis is the time axis as pure numbers: a scale from time to pixels,
// ticks on a ladder of calendar steps, histogram bins and lanes for bars.
// Times are Unix seconds; pixels are whatever unit Scale.Width is given in.
package axis

import "math"

// Shortest is the least time that a Scale can show, in seconds.
const Shortest = 15 * 60

// Scale maps the time from From to To, in Unix seconds, onto Width pixels.
// It is a plain value; its methods return changed copies.
type Scale struct {
	From, To int64
	Width    float64
}

// Limits are the earliest and latest time, in Unix seconds, that a Scale may
// be moved to.
type Limits struct{ From, To int64 }

// PerPixel is how many seconds one pixel stands for.
func (s Scale) PerPixel() float64 {
	return float64(max(1, s.To-s.From)) / max(1, s.Width)
}

// X is where time t stands, in pixels from the left; it may lie outside.
func (s Scale) X(t int64) float64 { return float64(t-s.From) / s.PerPixel() }

// T is the time at x pixels from the left, the inverse of X to the second.
func (s Scale) T(x float64) int64 { return s.From + int64(math.Round(x*s.PerPixel())) }

// ZoomAt shows factor times more detail and keeps the time at x where it is,
// as far as the limits allow; a factor below 1 zooms out.
func (s Scale) ZoomAt(x, factor float64, l Limits) Scale {
	length := float64(s.To-s.From) / factor
	length = max(Shortest, min(float64(l.To-l.From), length))
	share := x / max(1, s.Width)
	at := float64(s.From) + share*float64(s.To-s.From)
	from := int64(math.Round(at - share*length))
	return Scale{from, from + int64(math.Round(length)), s.Width}.Within(l)
}

// Pan moves what is shown by dx pixels: a positive dx shows later times.
func (s Scale) Pan(dx float64, l Limits) Scale {
	by := int64(math.Round(dx * s.PerPixel()))
	return Scale{s.From + by, s.To + by, s.Width}.Within(l)
}

// Within moves and shortens a scale until it lies inside the limits, and
// lengthens one that shows less than Shortest. Limits closer together than
// Shortest are taken as that long.
func (s Scale) Within(l Limits) Scale {
	l.To = max(l.To, l.From+Shortest)
	length := max(Shortest, min(l.To-l.From, s.To-s.From))
	from := max(l.From, min(l.To-length, s.From))
	return Scale{from, from + length, s.Width}
}
