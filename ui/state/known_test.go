package state

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"qantar/store"
	"qantar/store/when"
)

// dated is the fixture with times of publication: source a prints a day, the
// 5th; b a minute, on the 8th; c a day in February; d, which alone tells of the
// arrest, none at all.
func dated(t testing.TB, opts Options) *Presenter {
	t.Helper()
	c := fixture(t)
	c.Sources = append(c.Sources, store.Source{ID: "d"})
	for i, published := range []string{"2022-01-05", "2022-01-08T12:00", "2022-02-01", ""} {
		if published != "" {
			c.Sources[i].Published = parseWhen(t, published)
		}
	}
	c.Events = append(c.Events, store.Event{
		ID: "arrest", Kind: store.Happening, Category: "law", Place: "almaty",
		When: parseWhen(t, "2022-01-03"), Reports: []store.Report{{Source: "d"}},
	})
	data, err := Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	p := New(data, opts)
	p.SetMode(Known)
	return p
}

func TestWhatIsKnown(t *testing.T) {
	tests := []struct {
		name     string
		playhead int64
		change   func(p *Presenter)
		want     []string
		later    int
	}{
		{"before any source had appeared", at(5, 18), nil, nil, 9},
		{"to the last second of a day whose hour is not printed", at(6, 0) - 2, nil, nil, 9},
		{"from the end of that day", at(6, 0) - 1, nil, []string{"first", "spread"}, 6},
		{"what was said ahead is shown when it comes", at(9, 0), nil,
			[]string{"first", "spread", "gather", "emergency", "shutdown", "last"}, 3},
		{"with background", at(6, 0), func(p *Presenter) { p.SetBackground(true) }, []string{"decree", "first", "spread"}, 6},
		{"of the shown sources the first one counts", at(8, 0), func(p *Presenter) { p.ToggleSource(0) }, nil, 7},
		{"of one category", at(6, 0), func(p *Presenter) { p.ShowOnlyCategory(2) }, nil, 4},
		{"a source that gives no time is never certain", at(20, 0), func(p *Presenter) { p.ShowOnlySource(3) }, nil, 1},
		{"the playhead reaches the last source", at(32, 0), nil, nil, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := dated(t, Options{})
			if tt.change != nil {
				tt.change(p)
			}
			p.SetPlayhead(tt.playhead)
			if p.Playhead() != tt.playhead {
				t.Fatalf("the playhead stands at %d", p.Playhead())
			}
			if tt.want != nil || tt.later > 0 {
				if p.Later() != tt.later {
					t.Errorf("%d later, want %d", p.Later(), tt.later)
				}
				wantShown(t, p, append([]string{}, tt.want...)...)
			}
		})
	}
}

// TestKnownAgreesWithPlainSearch scrubs to and fro, with changes of the filter
// and the mode between, and looks at every event.
func TestKnownAgreesWithPlainSearch(t *testing.T) {
	p := knownCrowd(t, 3000)
	for step := range 400 {
		switch {
		case step%31 == 7:
			p.ToggleSource(step % 4)
		case step%17 == 3:
			p.ToggleCategory(step % 7)
		case step%23 == 5:
			p.SetMode(Modes[step%len(Modes)].Mode)
			p.SetMode(Known)
		}
		p.SetPlayhead(int64(step*7919*3600) % year)
		from, to := p.Shows()
		var want []int
		later := 0
		for i := range p.data.Len() {
			it := p.data.Item(i)
			if !p.CategoryShown(it.Category) || it.sources&p.filter.sources == 0 {
				continue
			}
			known := false
			for s := range p.data.Sources {
				known = known || it.sources&p.filter.sources&(1<<s) != 0 && p.data.Sources[s].KnownFrom() <= p.Playhead()
			}
			switch {
			case !known:
				later++
			case it.Earliest <= to && it.Latest >= from:
				want = append(want, i)
			}
		}
		if got := slices.Collect(p.Shown().All()); !slices.Equal(got, want) || p.Later() != later || p.Shown().Len() != len(want) {
			t.Fatalf("step %d: %d shown, %d later; want %d, %d", step, len(got), p.Later(), len(want), later)
		}
	}
}

func TestTold(t *testing.T) {
	p := dated(t, Options{})
	p.SetPlayhead(at(8, 13))
	if p.Told() != 0b11 || !p.HasTold("b") || p.HasTold("c") {
		t.Errorf("told have %b", p.Told())
	}
	if next, follows := p.NextTelling(); !follows || next.At != at(33, 0)-1 || !slices.Equal(next.Sources, []int{2}) {
		t.Errorf("next is %v", next)
	}
	p.ToggleSource(1)
	if all := p.Tellings(); len(all) != 2 || all[0].At != at(6, 0)-1 || !slices.Equal(all[1].Sources, []int{2}) {
		t.Errorf("tellings are %v", all)
	}
	p.ToggleSource(1)
	p.SetMode(Cumulative)
	if _, follows := p.NextTelling(); follows || p.Told() != math.MaxUint64 || !p.HasTold("d") || p.Later() != 0 {
		t.Error("another mode asks who has told")
	}
}

// TestLeavingKnown: the playhead comes back from beyond what other modes reach.
func TestLeavingKnown(t *testing.T) {
	for _, m := range []Mode{Cumulative, Window, SingleDay} {
		t.Run(m.String(), func(t *testing.T) {
			p := dated(t, Options{})
			p.SetPlayhead(at(33, 0))
			p.SetMode(m)
			_, last := p.Reach()
			if from, to := p.Handles(); to > last+24*3600 || p.Playhead() > to || from > p.Playhead() {
				t.Errorf("playhead %d between %d and %d; nothing is after %d", p.Playhead(), from, to, last)
			}
			if p.Later() != 0 {
				t.Error("something is still hidden")
			}
		})
	}
}

func TestGoingToWhatIsKnownLater(t *testing.T) {
	p := dated(t, Options{})
	p.SetPlayhead(at(6, 12))
	p.Pick(p.Data().Index("gather")) // told by b alone, on the 8th
	if p.Playhead() != at(8, 12)+59 || !p.Shown().Has(p.Selected()) {
		t.Errorf("the playhead is at %d", p.Playhead())
	}
	p.Step(-1)
	if p.Playhead() != at(8, 12)+59 || p.Data().Item(p.Selected()).Event.ID != "spread" {
		t.Error("a step to what is known moves time")
	}
}

func TestPlayingFromTellingToTelling(t *testing.T) {
	now := time.Unix(0, 0)
	p := dated(t, Options{Now: func() time.Time { return now }})
	p.ShowOnlyCategory(2) // of which b tells
	p.SetPlayhead(at(7, 0))
	p.SetPace(ByEvent)
	p.TogglePlay()
	p.Advance()
	if p.Playhead() != at(8, 12)+59 {
		t.Errorf("the playhead is at %s", time.Unix(p.Playhead(), 0).In(zone))
	}
}

func TestKnownIsRemembered(t *testing.T) {
	p := dated(t, Options{})
	p.SetPlayhead(at(8, 13))
	s, other := p.Save(), dated(t, Options{})
	other.SetMode(Window)
	other.Restore(s)
	if s.Mode != "known" || other.Mode() != Known || other.Later() != p.Later() || other.Shown().Len() != p.Shown().Len() {
		t.Errorf("saved as %s, restored as %s", s.Mode, other.Mode())
	}
	scene := p.Scene()
	other.SetMode(SingleDay)
	other.ShowScene(&scene)
	if scene.Mode != store.KnownScene || other.Mode() != Known || other.Shown().Len() != p.Shown().Len() {
		t.Errorf("a scene of mode %s shows %d", scene.Mode, other.Shown().Len())
	}
}

// year is that of many, in seconds.
const year = 365 * 24 * 3600

// knownCrowd is a presenter of n made-up events of four sources that appear in
// the course of a year.
func knownCrowd(t testing.TB, n int) *Presenter {
	t.Helper()
	c := many(n)
	c.Sources = append(c.Sources, store.Source{ID: "c"}, store.Source{ID: "d"})
	for i := range c.Sources {
		moment := year * int64(i+1) / 5
		c.Sources[i].Published = when.When{Text: fmt.Sprint(i), Earliest: moment, Latest: moment + 3599}
	}
	for i := range c.Events {
		if i%3 > 0 {
			c.Events[i].Reports = append(c.Events[i].Reports, store.Report{Source: c.Sources[1+i%3].ID})
		}
	}
	data, err := Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	p := New(data, Options{})
	p.SetMode(Known)
	return p
}

// BenchmarkKnown moves the playhead by an hour of a year with a million events,
// in which sources appear four times; and to and fro over one appearance.
func BenchmarkKnown(b *testing.B) {
	p := knownCrowd(b, million)
	from, to := p.Data().Extent()
	b.Run("step", func(b *testing.B) {
		b.ReportAllocs()
		for k := 0; b.Loop(); k++ {
			p.SetPlayhead(from + int64(k)*3600%(to-from))
			sink = p.Shown().Len()
		}
	})
	b.Run("telling", func(b *testing.B) {
		b.ReportAllocs()
		for k := 0; b.Loop(); k++ {
			p.SetPlayhead(p.data.knownFrom[1] - int64(k%2))
			sink = p.Shown().Len()
		}
	})
}
