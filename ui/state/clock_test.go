package state

import (
	"math/rand/v2"
	"testing"
	"time"
)

func TestWhichEventsAreShown(t *testing.T) {
	cases := []struct {
		name       string
		mode       Mode
		playhead   int64
		background bool
		want       []string
	}{
		{"everything up to the morning of the 5th", Cumulative, at(5, 12), false,
			[]string{"first", "spread", "perhaps", "gather", "emergency"}},
		{"with background", Cumulative, at(5, 12), true,
			[]string{"decree", "first", "spread", "perhaps", "gather", "emergency"}},
		{"everything up to the start", Cumulative, at(1, 0), false, nil},
		{"an instant is shown from its second on", Cumulative, at(4, 18), false,
			[]string{"first", "spread", "perhaps", "gather"}},
		{"and not before", Cumulative, at(4, 18) - 1, false, []string{"first", "spread", "perhaps"}},
		{"everything", Cumulative, at(10, 0), false,
			[]string{"first", "spread", "perhaps", "gather", "emergency", "shutdown", "call", "last"}},
		{"the day up to the 5th at noon", Window, at(5, 12), false,
			[]string{"spread", "perhaps", "gather", "emergency"}},
		{"the window after all that ends", Window, at(9, 12), false, []string{"emergency", "shutdown", "last"}},
		{"the 5th", SingleDay, at(5, 12), false, []string{"spread", "perhaps", "emergency", "shutdown"}},
		{"the 5th from its first second", SingleDay, at(5, 0), false, []string{"spread", "perhaps", "emergency", "shutdown"}},
		{"the 5th to its last second", SingleDay, at(6, 0) - 1, false, []string{"spread", "perhaps", "emergency", "shutdown"}},
		{"the 1st", SingleDay, at(1, 12), false, nil},
		{"the 1st with background", SingleDay, at(1, 12), true, []string{"decree"}},
		{"the end belongs to the last day", SingleDay, at(10, 0), false, []string{"emergency", "shutdown", "last"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := presenter(t, Options{})
			p.SetMode(c.mode)
			p.SetPlayhead(c.playhead)
			p.SetBackground(c.background)
			wantShown(t, p, c.want...)
		})
	}
}

func TestOpening(t *testing.T) {
	p := presenter(t, Options{})
	if from, to := p.Handles(); p.Mode() != Cumulative || p.Playhead() != at(5, 18) || from != at(1, 0) || to != at(10, 0) {
		t.Errorf("opens in mode %s at %d, from %d to %d", p.Mode(), p.Playhead(), from, to)
	}
	if p.ShowsBackground() {
		t.Error("background is shown unasked")
	}
}

func TestModesHaveTheirOwnNames(t *testing.T) {
	for _, m := range Modes {
		if m.Mode.String() != m.Name {
			t.Errorf("%s is called %s", m.Name, m.Mode)
		}
	}
}

func TestSetMode(t *testing.T) {
	cases := []struct {
		name               string
		path               []Mode
		from, to, playhead int64
	}{
		{"a day before the playhead", []Mode{Window}, at(4, 18), at(5, 18), at(5, 18)},
		{"and back", []Mode{Window, Cumulative}, at(1, 0), at(10, 0), at(5, 18)},
		{"to a day", []Mode{SingleDay}, at(1, 0), at(10, 0), at(5, 18)},
		{"from a window to a day", []Mode{Window, SingleDay}, at(1, 0), at(10, 0), at(5, 18)},
		{"from a day to a window", []Mode{SingleDay, Window}, at(4, 18), at(5, 18), at(5, 18)},
		{"again", []Mode{Window, Window}, at(4, 18), at(5, 18), at(5, 18)},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := presenter(t, Options{})
			for _, m := range c.path {
				p.SetMode(m)
			}
			if from, to := p.Handles(); from != c.from || to != c.to || p.Playhead() != c.playhead {
				t.Errorf("from %d to %d with the playhead at %d", from, to, p.Playhead())
			}
		})
	}
}

func TestHandles(t *testing.T) {
	cases := []struct {
		name               string
		mode               Mode
		move               func(*Presenter)
		from, to, playhead int64
	}{
		{"both", Cumulative, func(p *Presenter) { p.SetHandles(at(3, 0), at(7, 0)) }, at(3, 0), at(7, 0), at(5, 18)},
		{"past the playhead", Cumulative, func(p *Presenter) { p.SetHandles(at(6, 0), at(7, 0)) }, at(6, 0), at(7, 0), at(6, 0)},
		{"before the playhead", Cumulative, func(p *Presenter) { p.SetHandles(at(3, 0), at(4, 0)) }, at(3, 0), at(4, 0), at(4, 0)},
		{"left onto right", Cumulative, func(p *Presenter) { p.SetHandles(at(10, 0), at(10, 0)) }, at(9, 23), at(10, 0), at(9, 23)},
		{"right onto left", Cumulative, func(p *Presenter) { p.SetHandles(at(1, 0), at(1, 0)) }, at(1, 0), at(1, 1), at(1, 1)},
		{"far too far", Cumulative, func(p *Presenter) { p.SetHandles(at(1, 0), 1<<60) }, at(1, 0), at(21, 0) - 1, at(5, 18)},
		{"in a window the playhead rides on the end", Window, func(p *Presenter) { p.SetHandles(at(2, 0), at(4, 0)) }, at(2, 0), at(4, 0), at(4, 0)},
		{"the playhead pushes a handle", Cumulative, func(p *Presenter) { p.SetHandles(at(3, 0), at(7, 0)); p.SetPlayhead(at(8, 0)) }, at(3, 0), at(8, 0), at(8, 0)},
		{"the playhead takes the window along", Window, func(p *Presenter) { p.SetPlayhead(at(8, 0)) }, at(7, 0), at(8, 0), at(8, 0)},
		{"the whole window", Window, func(p *Presenter) { p.MoveWindow(-3600) }, at(4, 17), at(5, 17), at(5, 17)},
		{"as far as there is room", Window, func(p *Presenter) { p.MoveWindow(1 << 40) }, at(20, 0) - 1, at(21, 0) - 1, at(21, 0) - 1},
		{"as far back as there is room", Cumulative, func(p *Presenter) { p.SetHandles(at(1, 0), at(6, 0)); p.MoveWindow(-1 << 62) }, reachStart, reachStart + 5*24*3600, reachStart + at(5, 18) - at(1, 0)},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := presenter(t, Options{})
			p.SetMode(c.mode)
			c.move(p)
			if from, to := p.Handles(); from != c.from || to != c.to || p.Playhead() != c.playhead {
				t.Errorf("from %d to %d with the playhead at %d; want %d, %d, %d", from, to, p.Playhead(), c.from, c.to, c.playhead)
			}
		})
	}
}

// reachStart is a day before the first event of the fixture, that of 1991.
var reachStart = time.Date(1990, 12, 31, 0, 0, 0, 0, zone).Unix()

func TestGoTo(t *testing.T) {
	cases := []struct {
		text               string
		mode               Mode
		ok                 bool
		from, to, playhead int64
	}{
		{"2022-01-04T12:30", Cumulative, true, at(1, 0), at(10, 0), at(4, 12) + 1800},
		{"2022-01-04", Cumulative, true, at(1, 0), at(10, 0), at(4, 0)},
		{"2022-01-04/2022-01-06", Cumulative, true, at(4, 0), at(7, 0), at(5, 18)},
		{"2022-01-04/2022-01-06", Window, true, at(4, 0), at(7, 0), at(7, 0)},
		{"2022-01-07/..", Cumulative, true, at(7, 0), at(21, 0) - 1, at(7, 0)},
		{"1850", Cumulative, false, at(1, 0), at(10, 0), at(5, 18)},
		{"2023-01-04/2023-01-06", Window, false, at(4, 18), at(5, 18), at(5, 18)},
	}
	for _, c := range cases {
		t.Run(c.mode.String()+" "+c.text, func(t *testing.T) {
			p := presenter(t, Options{})
			p.SetMode(c.mode)
			if ok := p.GoTo(parseWhen(t, c.text)); ok != c.ok {
				t.Errorf("the collection speaks of it: %v", ok)
			}
			if from, to := p.Handles(); from != c.from || to != c.to || p.Playhead() != c.playhead {
				t.Errorf("from %d to %d with the playhead at %d; want %d, %d, %d", from, to, p.Playhead(), c.from, c.to, c.playhead)
			}
		})
	}
}

// TestClockHolds moves everything at random, far too far and the wrong way
// round: the window keeps its least width, and the playhead stays inside.
func TestClockHolds(t *testing.T) {
	p := presenter(t, Options{})
	random := rand.New(rand.NewPCG(1, 1))
	someTime := func() int64 {
		if random.IntN(20) == 0 {
			return random.Int64() - random.Int64()
		}
		return at(1, 0) + random.Int64N(25*24*3600) - 8*24*3600
	}
	for range 20000 {
		switch random.IntN(4) {
		case 0:
			p.SetMode(Modes[random.IntN(len(Modes))].Mode)
		case 1:
			p.SetPlayhead(someTime())
		case 2:
			p.SetHandles(someTime(), someTime())
		case 3:
			p.MoveWindow(someTime() - at(5, 0))
		}
		from, to := p.Handles()
		if to-from < shortestWindow || p.Playhead() < from || p.Playhead() > to {
			t.Fatalf("mode %s: from %d to %d with the playhead at %d", p.Mode(), from, to, p.Playhead())
		}
		if p.Mode() == Window && p.Playhead() != to {
			t.Fatalf("the playhead is at %d, not at the window's end %d", p.Playhead(), to)
		}
		if p.withinReach(to) != to {
			t.Fatalf("the window ends out of reach at %d", to)
		}
	}
}
