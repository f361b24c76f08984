package state

import (
	"math"
	"time"

	"qantar/store/when"
)

// Mode is a way to read the time slider.
type Mode uint8

const (
	// Cumulative shows everything from the window's start up to the playhead.
	Cumulative Mode = iota
	// Window shows what overlaps the window; the playhead rides on its end.
	Window
	// SingleDay shows the day of the playhead.
	SingleDay
	// Known shows, of everything up to the playhead, what its sources had told
	// by then.
	Known
)

// Modes are all modes with their lasting names.
var Modes = []struct {
	Mode Mode
	Name string
}{{Cumulative, "cumulative"}, {Window, "window"}, {SingleDay, "day"}, {Known, "known"}}

// UpToNow tells whether a mode gathers what was before the playhead.
func (m Mode) UpToNow() bool { return m == Cumulative || m == Known }

// String is the mode's lasting name.
func (m Mode) String() string { return Modes[m].Name }

// shortestWindow is the least time between the two handles, in seconds.
const shortestWindow = 3600

// clock holds the time that is shown, in Unix seconds.
type clock struct {
	mode     Mode
	from, to int64 // the handles
	playhead int64 // from <= playhead <= to; equal to `to` in Window mode
	trail    int64 // seconds before the playhead that playback still shows
}

func openingClock(d *Data) clock {
	c := clock{from: d.Window.Earliest, to: d.Window.Latest + 1}
	c.playhead = c.to
	if o := d.Opening; o.Text != "" && o.Earliest > c.from && o.Earliest < c.to {
		c.playhead = o.Earliest
	}
	return c
}

// Mode is how the time slider is read.
func (p *Presenter) Mode() Mode { return p.time.mode }

// Playhead is the moment shown, in Unix seconds.
func (p *Presenter) Playhead() int64 { return p.time.playhead }

// Handles are the two ends of the time window, in Unix seconds.
func (p *Presenter) Handles() (from, to int64) { return p.time.from, p.time.to }

// Shows is the time of which events are shown, both ends included. While a
// short window plays fast, it reaches back over what playback has just passed,
// so that nothing is gone before it could be seen.
func (p *Presenter) Shows() (from, to int64) {
	switch p.time.mode {
	case Window:
		return min(p.time.from, p.time.playhead-p.time.trail), p.time.to
	case SingleDay:
		if p.time.playhead == p.data.Window.Latest+1 { // the end belongs to the last day
			return p.day(p.data.Window.Latest)
		}
		return p.day(p.time.playhead)
	default:
		return p.time.from, p.time.playhead
	}
}

// day returns the first and last second of the day in the collection's zone
// that holds t.
func (p *Presenter) day(t int64) (from, to int64) {
	y, m, d := time.Unix(t, 0).In(p.data.Loc).Date()
	start := time.Date(y, m, d, 0, 0, 0, 0, p.data.Loc)
	return start.Unix(), start.AddDate(0, 0, 1).Unix() - 1
}

// SetMode changes how the time slider is read. Going to Window mode keeps a
// day before the playhead; leaving it gives the collection's window back.
func (p *Presenter) SetMode(m Mode) {
	if m == p.time.mode {
		return
	}
	c, opening := p.time, openingClock(p.data)
	c.mode = m
	last := p.within(m, math.MaxInt64)
	c.from, c.to, c.playhead = min(c.from, last-shortestWindow), min(c.to, last), min(c.playhead, last)
	switch {
	case m == Window:
		c.from, c.to = c.playhead-24*3600, c.playhead
	case p.time.mode == Window:
		c.from = min(opening.from, c.playhead)
		c.to = max(opening.to, c.playhead)
	}
	p.setClock(c)
}

// SetPlayhead moves the playhead. In Window mode the window goes with it;
// otherwise it stays between the handles, and pushes them where it must.
func (p *Presenter) SetPlayhead(t int64) { p.setClock(p.clockAt(t)) }

// clockAt is the clock with the playhead at t, and no trail.
func (p *Presenter) clockAt(t int64) clock {
	c := p.time
	t = p.withinReach(t)
	if c.mode == Window {
		c.from += t - c.playhead
		c.to = t
	} else {
		c.from, c.to = min(c.from, t), max(c.to, t)
	}
	c.playhead, c.trail = t, 0
	return c
}

// SetHandles moves the ends of the window, and the playhead where it would be
// left outside.
func (p *Presenter) SetHandles(from, to int64) {
	c := p.time
	from, to = p.withinReach(from), p.withinReach(to)
	if to-from < shortestWindow {
		if to == c.to || p.withinReach(from+shortestWindow) != from+shortestWindow {
			from = to - shortestWindow
		} else {
			to = from + shortestWindow
		}
	}
	c.from, c.to = from, to
	c.playhead = max(from, min(to, c.playhead))
	if c.mode == Window {
		c.playhead = to
	}
	p.setClock(c)
}

// MoveWindow moves both ends of the window, and the playhead with them, as far
// as there is room.
func (p *Presenter) MoveWindow(seconds int64) {
	c := p.time
	first, last := p.withinReach(math.MinInt64), p.withinReach(math.MaxInt64)
	seconds = min(last-c.to, max(min(0, first-c.from), seconds)) // a window may reach back beyond the first
	c.from, c.to, c.playhead = c.from+seconds, c.to+seconds, c.playhead+seconds
	p.setClock(c)
}

// GoTo moves the playhead to the beginning of a time, or the handles to both
// ends of one that lasts. It tells whether the collection speaks of that time;
// where it does not, nothing moves.
func (p *Presenter) GoTo(w when.When) bool {
	if p.withinReach(w.Latest) < w.Earliest || p.withinReach(w.Earliest) > w.Latest {
		return false
	}
	if w.Nature == when.Extent {
		p.SetHandles(w.Earliest, w.Latest+1)
	} else {
		p.SetPlayhead(w.Earliest)
	}
	return true
}

// withinReach holds t inside the reach, with a day to spare on either side.
func (p *Presenter) withinReach(t int64) int64 { return p.within(p.time.mode, t) }

func (p *Presenter) within(m Mode, t int64) int64 {
	from, to := p.reach(m)
	return max(from-24*3600, min(to+24*3600, t))
}

func (p *Presenter) setClock(c clock) {
	if c == p.time {
		return
	}
	p.time = c
	p.pending |= TimeChanged
	p.reshow()
	p.changed(0)
}
