package motion

import (
	"math"
	"time"

	"qantar/geo"

	"github.com/paulmach/orb"
)

// How a map glides on when a hand lets go of it. Speeds are pixels a second.
const (
	memory    = 100 * time.Millisecond // of a hand's moves that count
	leastTime = 30 * time.Millisecond  // that a push takes, however short
	friction  = 0.22                   // seconds in which the speed falls to 1/e
	leastPush = 80.0                   // slower than this, a map stays where it is
	mostPush  = 4000.0
	stopAt    = 15.0 // the speed that counts as standing still
)

// Hand remembers how a hand has moved the map of late. It is empty at first.
type Hand struct {
	grabbed time.Time
	moves   [32]move // a ring: more moves than frames in the time that counts
	count   int
}

type move struct {
	at     time.Time
	dx, dy float64
}

// Grab begins a drag.
func (h *Hand) Grab(at time.Time) { h.grabbed, h.count = at, 0 }

// Move tells of one move of the hand, in pixels.
func (h *Hand) Move(at time.Time, dx, dy float64) {
	h.moves[h.count%len(h.moves)] = move{at, dx, dy}
	h.count++
}

// Release ends the drag, and returns how the map glides on, or nil where it was
// not pushed. What counts is how far it went in the last tenth of a second: a
// hand that rests before it lets go leaves the map where it is.
func (h *Hand) Release(at time.Time) *Glide {
	span := max(leastTime, min(memory, at.Sub(h.grabbed)))
	var dx, dy float64
	for i := max(0, h.count-len(h.moves)); i < h.count; i++ {
		if m := &h.moves[i%len(h.moves)]; at.Sub(m.at) < memory {
			dx += m.dx
			dy += m.dy
		}
	}
	speed := math.Hypot(dx, dy) / span.Seconds()
	if speed < leastPush {
		return nil
	}
	scale := math.Min(speed, mostPush) / speed / span.Seconds()
	return &Glide{push: orb.Point{dx * scale, dy * scale}}
}

// Glide moves a map on after a push, slower and slower: its speed falls by the
// same share in the same time.
type Glide struct {
	push  orb.Point // pixels a second
	start time.Time
	gone  orb.Point // pixels, up to the frame before
}

// Duration is how long it takes until the map stands still.
func (g *Glide) Duration() time.Duration {
	speed := math.Hypot(g.push[0], g.push[1])
	return time.Duration(friction * math.Log(math.Max(1, speed/stopAt)) * float64(time.Second))
}

// At is how far the map has gone after a time, in pixels.
func (g *Glide) At(t time.Duration) orb.Point {
	t = max(0, min(t, g.Duration()))
	way := friction * approach(t.Seconds(), friction)
	return orb.Point{g.push[0] * way, g.push[1] * way}
}

// Step implements Motion.
func (g *Glide) Step(v geo.Viewport, now time.Time) (geo.Viewport, bool) {
	if g.start.IsZero() {
		g.start = now
	}
	t := now.Sub(g.start)
	at, before := g.At(t), g.gone
	g.gone = at
	return v.Pan(at[0]-before[0], at[1]-before[1]), t < g.Duration()
}
