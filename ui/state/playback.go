package state

import "time"

// Speeds are how fast playback goes: hours of the collection in one second.
var Speeds = []float64{0.5, 1, 2, 4, 8, 16, 24}

// startSpeed is the index in Speeds at which a window opens.
const startSpeed = 3

// longestStep is the most real time that one Advance takes account of, so that
// a window that was asleep does not leap.
const longestStep = 250 * time.Millisecond

// Playing tells whether the playhead moves by itself.
func (p *Presenter) Playing() bool { return p.play.playing }

// Speed is the index in Speeds at which playback goes.
func (p *Presenter) Speed() int { return p.play.speed }

// SetSpeed changes how fast playback goes; i is an index in Speeds.
func (p *Presenter) SetSpeed(i int) {
	i = max(0, min(len(Speeds)-1, i))
	if i != p.play.speed {
		p.play.speed = i
		p.changed(PlaybackChanged)
	}
}

// TogglePlay starts playback, from the beginning where the playhead is at the
// end, or pauses it.
func (p *Presenter) TogglePlay() {
	if p.play.playing {
		p.Pause()
		return
	}
	p.Together(func() {
		p.play = playback{playing: true, speed: p.play.speed, last: p.opts.Now()}
		p.pending |= PlaybackChanged
		if start, end := p.playRange(); p.time.playhead >= end {
			p.SetPlayhead(start)
		}
	})
}

// Pause stops playback where it is.
func (p *Presenter) Pause() {
	if p.play.playing {
		p.play.playing = false
		p.changed(PlaybackChanged)
	}
}

// Advance moves the playhead by the time that has passed since the last call.
// The window calls it once a frame while Playing.
func (p *Presenter) Advance() {
	if !p.play.playing {
		return
	}
	now := p.opts.Now()
	step := max(0, min(now.Sub(p.play.last), longestStep))
	p.play.last = now
	p.play.carry += step.Seconds() * Speeds[p.play.speed] * 3600
	whole := int64(p.play.carry)
	p.play.carry -= float64(whole)
	_, end := p.playRange()
	p.Together(func() {
		p.SetPlayhead(min(end, p.time.playhead+whole))
		if p.time.playhead >= end {
			p.Pause()
		}
	})
}

// playRange is from where to where playback moves the playhead.
func (p *Presenter) playRange() (start, end int64) {
	if p.time.mode == Window {
		end = p.data.Window.Latest + 1
		return min(p.data.Window.Earliest+p.time.to-p.time.from, end), end
	}
	return p.time.from, p.time.to
}

// playback is how the playhead moves by itself.
type playback struct {
	playing bool
	speed   int
	last    time.Time
	carry   float64 // seconds of the collection not yet moved
}
