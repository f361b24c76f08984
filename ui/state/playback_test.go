package state

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"qantar/store"
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
	for i, hours := range []float64{0.5, 1, 2, 4, 8, 16, 24} {
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

func TestSpeedsSuitTheLengthOfACollection(t *testing.T) {
	cases := []struct {
		name        string
		length      int64
		first, last Speed
	}{
		{"an instant", 0, Speed{1, "minutes"}, Speed{1, "hours"}},
		{"an hour", 3600, Speed{1, "minutes"}, Speed{1, "hours"}},
		{"nine days", 9 * 86400, Speed{30, "minutes"}, Speed{1, "days"}},
		{"two years", 2 * 31556952, Speed{2, "days"}, Speed{120, "days"}},
		{"five thousand years", 5000 * 31556952, Speed{1, "years"}, Speed{100, "years"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := steadySpeeds(c.length)
			if len(got) != speedChoices || got[0] != c.first || got[len(got)-1] != c.last {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestPlaybackByEvent(t *testing.T) {
	p, pass := player(t)
	p.SetPace(ByEvent)
	p.SetSpeed(2) // a moment a second
	p.SetPlayhead(at(1, 0))
	p.TogglePlay()
	if p.Playhead() != at(1, 0) {
		t.Fatal("playing moves time before its first frame")
	}
	var moments []int64
	for last := int64(0); p.Playing(); pass(50 * time.Millisecond) {
		if p.Playhead() != last {
			last = p.Playhead()
			moments = append(moments, last)
		}
	}
	// perhaps, emergency and the others of one moment count once
	want := []int64{at(1, 0), at(2, 0), at(3, 0), at(4, 0), at(4, 18), at(5, 0), at(5, 16), at(6, 10), at(9, 0), at(10, 0)}
	if !slices.Equal(moments, want) {
		t.Errorf("it stopped at %v, want %v", moments, want)
	}
}

func TestPlaybackByEventFollowsTheFilterAndTakesItsTime(t *testing.T) {
	p, pass := player(t)
	p.SetPace(ByEvent)
	p.ShowOnlyCategory(1)
	p.SetSpeed(2)
	p.SetPlayhead(at(1, 0))
	p.TogglePlay()
	pass(0)
	if p.Playhead() != at(4, 0) {
		t.Errorf("the first moment is %d", p.Playhead())
	}
	for range 3 {
		pass(longestStep)
	}
	if p.Playhead() != at(4, 0) {
		t.Error("it goes on before its second is over")
	}
	if pass(longestStep); p.Playhead() != at(9, 0) {
		t.Errorf("the second moment is %d", p.Playhead())
	}
}

// TestPlaybackShowsEverything plays through a thousand instants at the highest
// speed, in frames of uneven length: each is on the screen for leastShown.
func TestPlaybackShowsEverything(t *testing.T) {
	for _, pace := range Paces {
		for _, m := range Modes {
			t.Run(pace.Name+" "+m.Name, func(t *testing.T) {
				now := time.Unix(1_000_000, 0)
				p := New(instants(t, 1000), Options{Now: func() time.Time { return now }})
				p.SetPace(pace.Pace)
				p.SetMode(m.Mode)
				p.SetHandles(at(1, 0), at(1, 1)) // in Window mode the shortest window
				if m.Mode != Window {
					p.SetHandles(at(1, 0), at(10, 0))
				}
				p.SetPlayhead(at(1, 1))
				p.SetSpeed(speedChoices - 1)
				first, last := map[int]time.Time{}, map[int]time.Time{}
				look := func() {
					for i := range p.Shown().All() {
						if _, seen := first[i]; !seen {
							first[i] = now
						}
						last[i] = now
					}
				}
				look()
				random := rand.New(rand.NewPCG(3, 4))
				for p.TogglePlay(); p.Playing(); look() {
					now = now.Add(time.Duration(random.Int64N(int64(longestStep))))
					p.Advance()
				}
				for i := range p.InFilter().All() {
					shownFor := last[i].Sub(first[i])
					if _, seen := first[i]; !seen {
						t.Fatalf("event %d was never shown", i)
					}
					if soon := first[i].Add(leastShown).After(now); !soon && shownFor+longestStep < leastShown {
						t.Fatalf("event %d was shown for %v", i, shownFor)
					}
				}
			})
		}
	}
}

// instants are so many events of a minute each, in no order, from 1 January at
// one o'clock on.
func instants(t testing.TB, n int) *Data {
	t.Helper()
	c := fixture(t)
	c.Events = nil
	random := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		when := parseWhen(t, time.Unix(at(1, 1)+random.Int64N(8*24*3600), 0).In(zone).Format("2006-01-02T15:04"))
		c.Events = append(c.Events, store.Event{
			ID: "instant-" + strconv.Itoa(i), Category: "clash", Place: "almaty", When: when,
			Reports: []store.Report{{Source: "a"}},
		})
	}
	store.SortEvents(c.Events)
	data, err := Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestTheTrailIsThatOfPlaybackAlone: what is shown for longer than the window
// says so only while it plays.
func TestTheTrailIsThatOfPlaybackAlone(t *testing.T) {
	p, pass := player(t)
	p.SetMode(Window)
	p.SetHandles(at(3, 0), at(3, 1))
	p.SetSpeed(speedChoices - 1) // a day a second: six hours in leastShown
	shows := func(what string, want int64) {
		t.Helper()
		from, to := p.Shows()
		if to != p.Playhead() || to-from != want {
			t.Errorf("%s: %d seconds up to the playhead are shown, want %d", what, to-from, want)
		}
	}
	p.TogglePlay()
	shows("at first", 3600)
	pass(100 * time.Millisecond)
	shows("after a frame", 8640)
	pass(longestStep)
	pass(longestStep)
	shows("on the way", 6*3600)
	p.SetPlayhead(at(6, 0))
	shows("moved by hand", 3600)
	pass(longestStep)
	p.Pause()
	shows("paused", 3600)
}

func TestPlaybackStopsAtTheEnd(t *testing.T) {
	for _, m := range Modes {
		t.Run(m.Name, func(t *testing.T) {
			p, pass := player(t)
			p.SetMode(m.Mode)
			p.SetPlayhead(at(9, 22))
			p.SetSpeed(speedChoices - 1)
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
			want := int64(c.most.Seconds() * 4 * 3600)
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
	for _, c := range []struct{ set, want int }{{-5, 0}, {0, 0}, {99, speedChoices - 1}, {2, 2}} {
		if p.SetSpeed(c.set); p.Speed() != c.want {
			t.Errorf("set to %d it is %d", c.set, p.Speed())
		}
	}
}
