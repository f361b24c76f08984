package state

import (
	"slices"
	"testing"
	"time"

	"qantar/geo"
	"qantar/store"

	"github.com/paulmach/orb"
)

// heard collects what listeners are told.
func heard(p *Presenter) *[]Change {
	changes := &[]Change{}
	p.Listen(func(c Change) { *changes = append(*changes, c) })
	return changes
}

func TestEveryChangeIsTold(t *testing.T) {
	cases := []struct {
		name   string
		change func(*Presenter)
		want   []Change
	}{
		{"nothing", func(*Presenter) {}, nil},
		{"time", func(p *Presenter) { p.SetPlayhead(at(9, 0)) }, []Change{TimeChanged | ShownChanged}},
		{"time that shows nothing new", func(p *Presenter) { p.SetPlayhead(at(5, 19)) }, []Change{TimeChanged}},
		{"the same time", func(p *Presenter) { p.SetPlayhead(at(5, 18)) }, nil},
		{"mode", func(p *Presenter) { p.SetMode(Window) }, []Change{TimeChanged | ShownChanged}},
		{"the same mode", func(p *Presenter) { p.SetMode(Cumulative) }, nil},
		{"category", func(p *Presenter) { p.ToggleCategory(0) }, []Change{FilterChanged | ShownChanged}},
		{"source that alone reports nothing shown", func(p *Presenter) { p.ToggleSource(2); p.ToggleSource(2) },
			[]Change{FilterChanged | ShownChanged, FilterChanged | ShownChanged}},
		{"background", func(p *Presenter) { p.SetBackground(true) }, []Change{FilterChanged | ShownChanged}},
		{"the same place", func(p *Presenter) { p.SetPlace("") }, nil},
		{"selection", func(p *Presenter) { p.Select(3) }, []Change{SelectionChanged}},
		{"the same selection", func(p *Presenter) { p.Select(-1) }, nil},
		{"hover", func(p *Presenter) { p.Hover(3) }, []Change{HoverChanged}},
		{"view", func(p *Presenter) { p.SetView(p.View().Pan(5, 5)) }, []Change{ViewChanged}},
		{"the same view", func(p *Presenter) { p.GoHome() }, nil},
		{"speed", func(p *Presenter) { p.SetSpeed(0) }, []Change{PlaybackChanged}},
		{"language", func(p *Presenter) { p.SetLang(store.Kazakh) }, []Change{LanguageChanged}},
		{"theme", func(p *Presenter) { p.SetTheme("dark") }, []Change{LookChanged}},
		{"revealing tells once", func(p *Presenter) { p.Reveal(p.Data().Index("last")) },
			[]Change{SelectionChanged | TimeChanged | ShownChanged}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := presenter(t, Options{})
			changes := heard(p)
			c.change(p)
			if !slices.Equal(*changes, c.want) {
				t.Errorf("told %b, want %b", *changes, c.want)
			}
		})
	}
}

func TestTogetherTellsOnce(t *testing.T) {
	p := presenter(t, Options{})
	first, second := heard(p), heard(p)
	p.Together(func() {
		p.Together(func() { p.Select(2); p.SetLang(store.Russian) })
		p.ToggleCategory(0)
		if len(*first) != 0 {
			t.Error("told before everything is done")
		}
	})
	want := []Change{SelectionChanged | LanguageChanged | FilterChanged | ShownChanged}
	if !slices.Equal(*first, want) || !slices.Equal(*second, want) {
		t.Errorf("told %b and %b, want %b", *first, *second, want)
	}
	p.Together(func() {})
	if len(*first) != 1 {
		t.Error("told of nothing")
	}
}

func TestPlaybackTellsOncePerFrame(t *testing.T) {
	now := time.Unix(0, 0)
	p := presenter(t, Options{Now: func() time.Time { return now }})
	p.SetPlayhead(at(9, 23))
	p.TogglePlay()
	changes := heard(p)
	for p.Playing() {
		now = now.Add(longestStep)
		before := len(*changes)
		p.Advance()
		if len(*changes) != before+1 {
			t.Fatalf("a frame tells %d times", len(*changes)-before)
		}
	}
	if last := (*changes)[len(*changes)-1]; !last.Has(PlaybackChanged) || !last.Has(TimeChanged) {
		t.Errorf("the last frame tells %b", last)
	}
}

func TestEverything(t *testing.T) {
	for c := TimeChanged; c <= LookChanged; c <<= 1 {
		if !Everything.Has(c) {
			t.Errorf("Everything lacks %b", c)
		}
	}
}

func TestHome(t *testing.T) {
	p := presenter(t, Options{})
	home := p.View()
	if at := home.LonLat(); !p.AtHome() || at[0] < 67.4 || at[0] > 67.6 || home.Zoom != 4.3 {
		t.Fatalf("opens at %v, zoom %v", at, home.Zoom)
	}
	p.SetView(geo.At(orb.Point{76.9, 43.25}, 11, 1800, 1200))
	if p.AtHome() {
		t.Error("still at home after the map was moved")
	}
	p.GoHome()
	if !p.AtHome() || p.View().Zoom != 5.3 || p.View().Width != 1800 {
		t.Errorf("on a map twice as wide home is at zoom %v", p.View().Zoom)
	}
}
