// Package motion moves a viewport smoothly: along a flight, with the push of a
// hand, towards another zoom level, or while a key is held. It holds no clock:
// whoever draws the frames says what time each of them is drawn at.
package motion

import (
	"math"
	"time"

	"qantar/geo"
)

// Motion is a movement under way. Step is called once a frame with the view of
// the frame before and the time of this one; it returns the view of this frame,
// and whether there are more to come. The first call starts the movement.
type Motion interface {
	Step(v geo.Viewport, now time.Time) (next geo.Viewport, more bool)
}

// longestStep is the most time that one frame may account for where a movement
// adds up from frame to frame, so that a slow frame does not make it leap.
const longestStep = 50 * time.Millisecond

// pace tells how much time has passed between frames.
type pace struct{ last time.Time }

// seconds since the frame before, 0 for the first one, at most longestStep.
func (p *pace) seconds(now time.Time) float64 {
	last := p.last
	p.last = now
	if last.IsZero() {
		return 0
	}
	return max(0, min(now.Sub(last), longestStep)).Seconds()
}

// approach is the share of the way to its goal that something goes in a number
// of seconds, which goes 1-1/e of it in tau. However the time is cut into
// frames, the way is the same.
func approach(seconds, tau float64) float64 { return -math.Expm1(-seconds / tau) }
