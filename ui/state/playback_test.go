package state

import (
	"testing"
	"time"
)

// player is a presenter whose clock the test moves.
func player(t *testing.T) (*Presenter, func(time.Duration)) {
	t.Helper()
	now := time.Unix(1_000_000, 0)
	p := presenter(t, Options{Now: func() time.Time { return now }})
	return p, func(d time.Duration) {
		now = now.Add(d)
		p.Advance()
	}
}

func TestPlaybackGoesAtItsSpeed(t *testing.T) {
	for i, hours := range Speeds {
		p, pass := player(t)
		p.SetSpeed(i)
		p.SetPlayhead(at(2, 0))
		p.TogglePlay()
		for range 60 { // a second in frames that no whole number of seconds fits
			pass(time.Second / 60)
		}
		want := at(2, 0) + int64(hours*3600)
		if got := p.Playhead(); got < want-2 || got > want {
			t.Errorf("speed %d: moved by %d seconds, want %v", i, got-at(2, 0), hours*3600)
		}
	}
}

func TestPlaybackStopsAtTheEnd(t *testing.T) {
	for _, m := range Modes {
		t.Run(m.Name, func(t *testing.T) {
			p, pass := player(t)
			p.SetMode(m.Mode)
			p.SetPlayhead(at(9, 22))
			p.SetSpeed(len(Speeds) - 1)
			p.TogglePlay()
			for range 100 {
				pass(longestStep)
				if p.Playhead() > at(10, 0) {
					t.Fatalf("overshot to %d", p.Playhead())
				}
			}
			if p.Playing() || p.Playhead() != at(10, 0) {
				t.Errorf("playing is %v at %d", p.Playing(), p.Playhead())
			}
		})
	}
}

func TestPlaybackStopsAtTheHandle(t *testing.T) {
	p, pass := player(t)
	p.SetHandles(at(5, 0), at(6, 0))
	p.TogglePlay()
	for range 1000 {
		pass(longestStep)
	}
	if from, to := p.Handles(); p.Playhead() != at(6, 0) || from != at(5, 0) || to != at(6, 0) {
		t.Errorf("at %d, from %d to %d", p.Playhead(), from, to)
	}
}

func TestPlaybackStartsAgainAtTheEnd(t *testing.T) {
	cases := []struct {
		mode Mode
		want int64
	}{{Cumulative, at(1, 0)}, {SingleDay, at(1, 0)}, {Window, at(2, 0)}}
	for _, c := range cases {
		t.Run(c.mode.String(), func(t *testing.T) {
			p, _ := player(t)
			p.SetMode(c.mode)
			p.SetPlayhead(at(10, 0))
			p.TogglePlay()
			if !p.Playing() || p.Playhead() != c.want {
				t.Errorf("playing is %v at %d, want %d", p.Playing(), p.Playhead(), c.want)
			}
		})
	}
}

// TestPlaybackOfAWindowWiderThanTheWeek ends at once and moves nothing.
func TestPlaybackOfAWindowWiderThanTheWeek(t *testing.T) {
	p, pass := player(t)
	p.SetMode(Window)
	p.SetHandles(at(1, 0)-86400, at(10, 0))
	p.TogglePlay()
	pass(time.Second)
	if from, to := p.Handles(); p.Playing() || from != at(1, 0)-86400 || to != at(10, 0) {
		t.Errorf("playing is %v, from %d to %d", p.Playing(), from, to)
	}
}

func TestPlaybackDoesNotLeap(t *testing.T) {
	cases := []struct {
		name  string
		pause time.Duration
		most  time.Duration // of real time that counts
	}{
		{"asleep for an hour", time.Hour, longestStep},
		{"a slow frame", 100 * time.Millisecond, 100 * time.Millisecond},
		{"a clock put back", -time.Hour, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, pass := player(t)
			start := p.Playhead()
			p.TogglePlay()
			pass(c.pause)
			want := int64(c.most.Seconds() * Speeds[startSpeed] * 3600)
			if got := p.Playhead() - start; got != want {
				t.Errorf("moved by %d seconds, want %d", got, want)
			}
		})
	}
}

func TestPause(t *testing.T) {
	p, pass := player(t)
	pass(time.Second)
	if p.Playhead() != at(5, 18) {
		t.Error("time moves before playback starts")
	}
	p.TogglePlay()
	pass(100 * time.Millisecond)
	p.TogglePlay()
	stopped := p.Playhead()
	pass(time.Second)
	if p.Playing() || p.Playhead() != stopped {
		t.Error("time moves after playback was paused")
	}
	p.TogglePlay()
	pass(0)
	if p.Playhead() != stopped {
		t.Error("the time of the pause counts")
	}
}

func TestSpeedHasLimits(t *testing.T) {
	p, _ := player(t)
	for _, c := range []struct{ set, want int }{{-5, 0}, {0, 0}, {99, len(Speeds) - 1}, {2, 2}} {
		if p.SetSpeed(c.set); p.Speed() != c.want {
			t.Errorf("set to %d it is %d", c.set, p.Speed())
		}
	}
}
