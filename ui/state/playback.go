package state

import (
	"sort"
	"time"
)

// leastShown is for how much real time playback shows every event that it
// passes, however short the event and fast the playback.
const leastShown = 250 * time.Millisecond

// longestStep is the most real time that one Advance takes account of, so that
// a window that was asleep does not leap.
const longestStep = leastShown

// playback is how the playhead moves by itself.
type playback struct {
	playing bool
	speed   int
	pace    Pace
	last    time.Time
	carry   float64       // seconds or moments of the collection not yet moved
	rested  time.Duration // since the end was reached
}

// Playing tells whether the playhead moves by itself.
func (p *Presenter) Playing() bool { return p.play.playing }

// TogglePlay starts playback, from the beginning where the playhead is at the
// end, or pauses it.
func (p *Presenter) TogglePlay() {
	if p.play.playing {
		p.Pause()
		return
	}
	p.Together(func() {
		p.play = playback{playing: true, speed: p.play.speed, pace: p.play.pace, last: p.opts.Now()}
		if p.play.pace == ByEvent {
			p.play.carry = 1 // the first moment comes at once
		}
		p.pending |= PlaybackChanged
		if start, end := p.playRange(); p.time.playhead >= end {
			p.SetPlayhead(start)
		}
	})
}

// Pause stops playback where it is.
func (p *Presenter) Pause() {
	if !p.play.playing {
		return
	}
	p.Together(func() {
		p.play.playing = false
		p.pending |= PlaybackChanged
		p.follow(p.time.playhead, 0)
	})
}

// Advance moves the playhead by the time that has passed since the last call,
// and pauses a little after the end is reached. The window calls it once a
// frame while Playing.
func (p *Presenter) Advance() {
	if !p.play.playing {
		return
	}
	now := p.opts.Now()
	step := max(0, min(now.Sub(p.play.last), longestStep))
	p.play.last = now
	_, end := p.playRange()
	switch {
	case p.time.playhead >= end:
		if p.play.rested += step; p.play.rested >= leastShown {
			p.Pause()
		}
	case p.play.pace == ByEvent:
		p.playByEvent(step, end)
	default:
		p.playSteadily(step, end)
	}
}

// playSteadily moves the playhead by its speed. What it passed in the last
// leastShown stays shown.
func (p *Presenter) playSteadily(step time.Duration, end int64) {
	rate := p.Speeds()[p.play.speed].rate()
	p.play.carry += step.Seconds() * rate
	whole := int64(p.play.carry)
	p.play.carry -= float64(whole)
	t := min(end, p.time.playhead+whole)
	kept := max(whole, int64(leastShown.Seconds()*rate))
	p.follow(t, min(kept, p.time.trail+t-p.time.playhead))
}

// playByEvent moves the playhead to the next moment when its turn has come.
func (p *Presenter) playByEvent(step time.Duration, end int64) {
	p.play.carry += step.Seconds() * p.Speeds()[p.play.speed].rate()
	if p.play.carry < 1 {
		return
	}
	p.play.carry = max(0, p.play.carry-1)
	p.follow(min(end, p.nextMoment(p.time.playhead, end)), 0)
}

// nextMoment is when the first event after t begins that passes the filter, or
// end where there is none. In Known mode a moment is also when another source
// tells.
func (p *Presenter) nextMoment(t, end int64) int64 {
	if telling, follows := p.NextTelling(); follows {
		end = min(end, telling.At)
	}
	earliest := p.data.Cols.Earliest
	after := sort.Search(len(earliest), func(i int) bool { return earliest[i] > t })
	if i := p.starts.nth(p.starts.rank(after)); i >= 0 {
		return min(end, earliest[i])
	}
	return end
}

// follow moves the playhead and leaves a trail of so many seconds.
func (p *Presenter) follow(t, trail int64) {
	c := p.clockAt(t)
	c.trail = trail
	p.setClock(c)
}

// playRange is from where to where playback moves the playhead.
func (p *Presenter) playRange() (start, end int64) {
	if p.time.mode == Window {
		end = p.data.Window.Latest + 1
		return min(p.data.Window.Earliest+p.time.to-p.time.from, end), end
	}
	return p.time.from, p.time.to
}
