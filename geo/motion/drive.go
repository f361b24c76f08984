package motion

import (
	"math"
	"time"

	"qantar/geo"
)

// How a map goes while a key is held. It is quick to start and to stop, but
// never jerks.
const (
	driveTau  = 0.07 // seconds in which the speed comes 1-1/e closer to what it should be
	driveStop = 10.0 // pixels a second that count as standing still
)

// Drive moves a map evenly while keys are held, and by one whole step for a key
// that was only touched.
type Drive struct {
	axes [2]axis // across and down
	pace pace
}

// axis is one direction of a drive and its opposite.
type axis struct {
	held  float64 // keys held forwards less those held backwards
	owed  float64 // pixels of the last step that are not gone yet
	speed float64 // pixels a second
}

// Press tells of a key that moves what is shown by x and y, each -1, 0 or 1. A
// step, in pixels, is gone even where the key is released at once.
func (d *Drive) Press(x, y, step float64) {
	for i, way := range [2]float64{x, y} {
		if way != 0 {
			d.axes[i].held += way
			d.axes[i].owed = way * step
		}
	}
}

// Release tells that a key is no longer held.
func (d *Drive) Release(x, y float64) {
	for i, way := range [2]float64{x, y} {
		if way != 0 {
			d.axes[i].held -= way
		}
	}
}

// Step implements Motion. A held key moves the map by its shorter side in a
// second.
func (d *Drive) Step(v geo.Viewport, now time.Time) (geo.Viewport, bool) {
	seconds, cruise := d.pace.seconds(now), math.Min(v.Width, v.Height)
	dx, x := d.axes[0].step(seconds, cruise)
	dy, y := d.axes[1].step(seconds, cruise)
	if !x && !y {
		d.pace = pace{}
	}
	return v.Pan(dx, dy), x || y
}

// step is how far the axis goes in some seconds, and whether it goes on.
func (a *axis) step(seconds, cruise float64) (pixels float64, more bool) {
	// What the axis still rolls when it stops now pays for the end of the step.
	way := math.Max(-1, math.Min(1, a.held))
	if way == 0 && math.Abs(a.owed) > math.Abs(a.speed)*driveTau {
		way = math.Copysign(1, a.owed)
	}
	goal, before := way*cruise, a.speed
	a.speed += (goal - before) * approach(seconds, driveTau)
	pixels = goal*seconds - (a.speed-before)*driveTau // the integral of the speed
	if a.owed*pixels > 0 {
		a.owed = math.Copysign(math.Max(0, math.Abs(a.owed)-math.Abs(pixels)), a.owed)
	}
	if way == 0 && math.Abs(a.speed) < driveStop {
		*a = axis{held: a.held}
		return pixels, false
	}
	return pixels, true
}
