package motion

import (
	"math"
	"time"

	"qantar/geo"

	"github.com/paulmach/orb"
)

// How a zoom goes.
const (
	zoomTau  = 0.06  // seconds: 95 % of the way takes three times as long
	zoomNear = 0.004 // levels from the goal that count as there: a pixel in 400
)

// Zoom changes the zoom level smoothly and keeps what lies under one position
// of the screen where it is. Turning the wheel on adds to what is left to do.
type Zoom struct {
	goal   float64
	anchor orb.Point // pixels
	pace   pace
}

// NewZoom starts a zoom of v by delta levels around a position in pixels.
func NewZoom(v geo.Viewport, anchor orb.Point, delta float64) *Zoom {
	return &Zoom{goal: v.ZoomAt(anchor, delta).Zoom, anchor: anchor}
}

// Add asks for delta more levels, and for another position to stay where it is.
func (z *Zoom) Add(v geo.Viewport, anchor orb.Point, delta float64) {
	z.goal = v.ZoomAt(anchor, z.goal+delta-v.Zoom).Zoom
	z.anchor = anchor
}

// Left is how many levels are still to go.
func (z *Zoom) Left(v geo.Viewport) float64 { return z.goal - v.Zoom }

// Step implements Motion.
func (z *Zoom) Step(v geo.Viewport, now time.Time) (geo.Viewport, bool) {
	left := z.Left(v)
	if math.Abs(left) < zoomNear {
		return v.ZoomAt(z.anchor, left), false
	}
	return v.ZoomAt(z.anchor, left*approach(z.pace.seconds(now), zoomTau)), true
}
