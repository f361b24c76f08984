package state

import (
	"testing"

	"qantar/geo"
	"qantar/store"

	"github.com/paulmach/orb"
)

func TestTwinsLookAtTheSamePlace(t *testing.T) {
	p := presenter(t, Options{})
	twin := NewTwin(p)
	there := geo.At(orb.Point{76.9, 43.25}, 9, 900, 600)
	cases := []struct {
		name     string
		from, to *Presenter
	}{{"the first leads", p, twin.Presenter}, {"the second leads", twin.Presenter, p}}
	for k, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			view := there.Pan(float64(10*k+10), 5)
			c.from.SetView(view)
			c.from.Select(k + 2)
			c.from.Hover(k + 3)
			c.from.SetLang(store.Langs[k+1])
			if c.to.View() != view || c.to.Selected() != k+2 || c.to.Hovered() != k+3 || c.to.Lang() != store.Langs[k+1] {
				t.Errorf("the other looks at %v with %d selected, %d hovered, in %s", c.to.View(), c.to.Selected(), c.to.Hovered(), c.to.Lang())
			}
		})
	}
	twin.End()
	p.SetView(there)
	if twin.View() == there {
		t.Error("a twin follows after its end")
	}
	p.SetPlayhead(at(8, 0))
	if twin.Begin(); twin.View() != there || twin.Playhead() != p.Playhead() || twin.Shown().Len() != p.Shown().Len() {
		t.Error("begun again, a twin shows something else")
	}
}

func TestTwinsHaveTheirOwnTimeAndFilter(t *testing.T) {
	p := presenter(t, Options{})
	p.ToggleSource(2)
	twin := NewTwin(p)
	wantShown(t, twin.Presenter, "first", "spread", "gather", "emergency", "shutdown")
	p.SetPlayhead(at(3, 12))
	twin.ToggleCategory(2)
	wantShown(t, p, "first", "spread")
	wantShown(t, twin.Presenter, "first", "spread", "gather")
	changes, before := heard(p), [2]int{p.FilterGeneration(), twin.FilterGeneration()}
	twin.Swap()
	if after := [2]int{p.FilterGeneration(), twin.FilterGeneration()}; after[0] == before[0] || after[1] == before[1] {
		t.Errorf("filters of generation %v have generation %v", before, after)
	}
	wantShown(t, twin.Presenter, "first", "spread")
	wantShown(t, p, "first", "spread", "gather")
	if len(*changes) != 1 || !(*changes)[0].Has(TimeChanged|FilterChanged|ShownChanged) {
		t.Errorf("told %b", *changes)
	}
}

func TestTwinsAreAtHomeTogether(t *testing.T) {
	p := presenter(t, Options{})
	p.SetView(geo.At(orb.Point{76.9, 43.25}, 9, 900, 600))
	twin := NewTwin(p)
	for name, move := range map[string]func(){
		"by going there": p.GoHome, "in another size": func() { p.GoHome(); p.Resize(1200, 800) },
	} {
		t.Run(name, func(t *testing.T) {
			if move(); !p.AtHome() || !twin.AtHome() || twin.View() != p.View() {
				t.Errorf("the first is at home: %v, the second: %v", p.AtHome(), twin.AtHome())
			}
		})
	}
}
