package mapview

import (
	"time"

	"qantar/geo"
	"qantar/geo/motion"
)

// Clock calls a function once a frame, with the frame's time, until it returns
// false. frames.Clock is one.
type Clock interface {
	Run(task func(now time.Time) (more bool))
}

// mover carries the map along a motion, one frame at a time. There is one
// motion at a time: a new one takes over from where the last one has come to.
type mover struct {
	v       *View
	clock   Clock // nil: everything moves at once
	reduced bool  // everything moves at once, for who wants it so
	motion  motion.Motion
	ticking bool
}

// smooth tells whether movements take their time.
func (m *mover) smooth() bool { return m.clock != nil && !m.reduced }

// start begins a motion in place of the one under way.
func (m *mover) start(next motion.Motion) {
	m.motion = next
	if !m.ticking {
		m.ticking = true
		m.clock.Run(m.frame)
	}
}

// fly is the presenter's pilot.
func (m *mover) fly(goal geo.Viewport) bool {
	if !m.smooth() {
		return false
	}
	flight := motion.NewFlight(m.v.p.View(), goal)
	if flight.Duration() == 0 {
		return false
	}
	m.start(flight)
	return true
}

// stop ends a motion where the map is now.
func (m *mover) stop() {
	if m.motion != nil {
		m.motion = nil
		m.v.p.SetView(m.v.p.View())
		m.v.settle()
	}
}

// frame moves the map to where it is at a time.
func (m *mover) frame(now time.Time) (more bool) {
	if m.motion != nil {
		m.step(now)
	}
	m.ticking = m.motion != nil
	return m.ticking
}

func (m *mover) step(now time.Time) {
	p := m.v.p
	flight, flying := m.motion.(*motion.Flight)
	if flying && flight.To() != p.Goal() { // somebody has moved the map elsewhere
		m.motion = nil
		m.v.settle()
		return
	}
	next, more := m.motion.Step(p.View(), now)
	if !more {
		m.motion = nil
	}
	if flying {
		p.Pass(next)
	} else {
		p.SetView(next)
	}
	if !more {
		m.v.settle()
	}
}
