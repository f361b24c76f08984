package state

import (
	"testing"

	"qantar/geo"

	"github.com/paulmach/orb"
)

func TestStep(t *testing.T) {
	cases := []struct {
		name     string
		mode     Mode
		selected string
		steps    []int
		want     string
	}{
		{"forward from the playhead", Cumulative, "", []int{1}, "call"},
		{"back from the playhead", Cumulative, "", []int{-1}, "shutdown"},
		{"forward", Cumulative, "first", []int{1, 1}, "perhaps"},
		{"back", Cumulative, "perhaps", []int{-1, -1}, "first"},
		{"not past the last", Cumulative, "last", []int{1, 1}, "last"},
		{"not past the first", Cumulative, "first", []int{-1}, "first"},
		{"from one that is not among them", Cumulative, "decree", []int{1}, "first"},
		{"past all in a window", Window, "first", []int{1, 1, 1, 1, 1, 1, 1}, "last"},
		{"back through all in a window", Window, "last", []int{-1, -1, -1, -1, -1, -1, -1}, "first"},
		{"by days", SingleDay, "first", []int{1, 1}, "perhaps"},
		{"there and back", SingleDay, "perhaps", []int{1, -1}, "perhaps"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := presenter(t, Options{})
			p.SetMode(c.mode)
			p.Select(p.Data().Index(c.selected))
			for _, s := range c.steps {
				p.Step(s)
			}
			if got := p.Data().Item(p.Selected()).Event.ID; got != c.want {
				t.Errorf("arrived at %s, want %s", got, c.want)
			}
			if !p.Shown().Has(p.Selected()) {
				t.Error("the selected event is not shown")
			}
		})
	}
}

func TestStepStaysBetweenTheHandles(t *testing.T) {
	p := presenter(t, Options{})
	p.SetHandles(at(4, 0), at(6, 0)-1)
	p.StepToEnd(false)
	first := p.Data().Item(p.Selected()).Event.ID
	p.StepToEnd(true)
	if last := p.Data().Item(p.Selected()).Event.ID; first != "spread" || last != "shutdown" {
		t.Errorf("from %s to %s", first, last)
	}
}

func TestStepFollowsTheFilter(t *testing.T) {
	p := presenter(t, Options{})
	p.ShowOnlyCategory(1)
	p.Step(1)
	if got := p.Data().Item(p.Selected()).Event.ID; got != "last" {
		t.Errorf("arrived at %s", got)
	}
	for i := range p.Data().Categories {
		p.filter.categories[i] = false
	}
	p.refilter()
	p.Step(-1)
	if got := p.Data().Item(p.Selected()).Event.ID; got != "last" {
		t.Errorf("with everything hidden it went to %s", got)
	}
}

// TestRevealShowsTheEvent holds for every event that passes the filter, in
// every mode.
func TestRevealShowsTheEvent(t *testing.T) {
	for _, m := range Modes {
		t.Run(m.Name, func(t *testing.T) {
			p := presenter(t, Options{})
			p.SetBackground(true)
			p.SetMode(m.Mode)
			for i := range p.InFilter().All() {
				for _, reveal := range []func(int){p.Reveal, p.Pick} {
					reveal(i)
					it := p.Data().Item(i)
					if p.Selected() != i || !p.Shown().Has(i) {
						t.Errorf("%s is not shown", it.Event.ID)
					}
					if !it.IsArea() && !p.View().Bound().Contains(it.World) {
						t.Errorf("%s is not on the map", it.Event.ID)
					}
				}
			}
		})
	}
}

func TestRevealMovesTime(t *testing.T) {
	cases := []struct {
		event string
		mode  Mode
		want  int64 // where the playhead comes to stand
	}{
		{"first", Cumulative, at(3, 0) - 1},    // the end of its day
		{"gather", Cumulative, at(4, 18) + 59}, // the end of its minute
		{"spread", Cumulative, at(3, 0)},       // the start of what lasts
		{"emergency", Window, at(5, 18)},       // shown already: time stays
		{"last", Window, at(10, 0) - 1},        // not shown yet
		{"shutdown", SingleDay, at(5, 18)},     // the day shows it
		{"call", SingleDay, at(6, 10) + 59},    // the end of its minute
	}
	for _, c := range cases {
		t.Run(c.event, func(t *testing.T) {
			p := presenter(t, Options{})
			p.SetMode(c.mode)
			p.Reveal(p.Data().Index(c.event))
			if p.Playhead() != c.want {
				t.Errorf("the playhead stands at %d, want %d", p.Playhead(), c.want)
			}
		})
	}
}

func TestPickLeavesTimeWhereTheEventIsShown(t *testing.T) {
	p := presenter(t, Options{})
	p.Pick(p.Data().Index("first"))
	if p.Playhead() != at(5, 18) {
		t.Error("time moved to an event that was shown")
	}
	p.Pick(p.Data().Index("last"))
	if p.Playhead() != at(10, 0)-1 {
		t.Errorf("the playhead stands at %d", p.Playhead())
	}
	if p.Pick(-1); p.Selected() != -1 {
		t.Error("nothing cannot be picked")
	}
}

func TestRevealMovesTheMapOnlyWhereItMust(t *testing.T) {
	p := presenter(t, Options{})
	home := p.View()
	p.Reveal(p.Data().Index("last"))
	if p.View() != home || !p.AtHome() {
		t.Error("the map moved although the place was on it")
	}
	p.SetView(geo.At(orb.Point{51.2, 43.6}, 9, 900, 600))
	p.Reveal(p.Data().Index("last"))
	if at := p.View().LonLat(); p.View().Zoom != 9 || at[0] < 76.8 || at[0] > 77 {
		t.Errorf("the map looks at %v", at)
	}
	beside := p.View()
	p.Reveal(p.Data().Index("spread"))
	if p.View() != beside {
		t.Error("the map moved for a region")
	}
}

func TestIndexesThatAreNone(t *testing.T) {
	p := presenter(t, Options{})
	for _, i := range []int{-2, 1000} {
		p.Select(i)
		p.Hover(i)
		if p.Selected() != -1 || p.Hovered() != -1 {
			t.Errorf("%d is taken for an event", i)
		}
	}
}
