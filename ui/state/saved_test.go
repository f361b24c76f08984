package state

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"
	"time"

	"qantar/geo"
	"qantar/store"

	"github.com/paulmach/orb"
)

// throughJSON is what is read back of what was written.
func throughJSON(t *testing.T, s Saved) (back Saved) {
	t.Helper()
	text, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	return back
}

func TestSaveAndRestore(t *testing.T) {
	cases := []struct {
		name   string
		change func(*Presenter)
	}{
		{"as it opens", func(*Presenter) {}},
		{"a window", func(p *Presenter) { p.SetMode(Window); p.SetHandles(at(3, 0), at(4, 12)) }},
		{"a day", func(p *Presenter) { p.SetMode(SingleDay); p.SetPlayhead(at(7, 3)) }},
		{"handles", func(p *Presenter) { p.SetHandles(at(3, 0), at(7, 0)); p.SetPlayhead(at(4, 0)) }},
		{"a view", func(p *Presenter) { p.SetView(geo.At(orb.Point{76.9, 43.25}, 11, 900, 600)) }},
		{"looks", func(p *Presenter) { p.SetTheme("dark"); p.SetLang(store.Kazakh); p.SetSpeed(5); p.SetPace(ByEvent) }},
		{"a filter", func(p *Presenter) {
			p.ToggleCategory(1)
			p.ToggleSource(0)
			p.SetPlace("almaty")
			p.SetBackground(true)
		}},
		{"a selection", func(p *Presenter) { p.Reveal(p.Data().Index("gather")) }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := presenter(t, Options{})
			c.change(p)
			want := throughJSON(t, p.Save())
			other := presenter(t, Options{})
			other.Restore(want)
			got := throughJSON(t, other.Save())
			got.Lon, got.Lat = math.Round(got.Lon*1e6)/1e6, math.Round(got.Lat*1e6)/1e6
			want.Lon, want.Lat = math.Round(want.Lon*1e6)/1e6, math.Round(want.Lat*1e6)/1e6
			if !reflect.DeepEqual(got, want) {
				t.Errorf("comes back as\n%+v, want\n%+v", got, want)
			}
		})
	}
}

func TestRestoreDoesNotSearchOrPlay(t *testing.T) {
	p, _, _, _ := searching(t)
	saved := p.Save()
	saved.Words, saved.Playing = "airport", true
	p.Restore(saved)
	if p.Words() != "" || p.Playing() {
		t.Errorf("searches for %q, playing is %v", p.Words(), p.Playing())
	}
}

func TestRestoreTellsOnce(t *testing.T) {
	p := presenter(t, Options{})
	p.SetMode(Window)
	p.ToggleCategory(0)
	p.SetTheme("dark")
	other := presenter(t, Options{})
	changes := heard(other)
	other.Restore(p.Save())
	if len(*changes) != 1 {
		t.Errorf("told %d times", len(*changes))
	}
}

func TestRestoreOfAnotherCollection(t *testing.T) {
	p := presenter(t, Options{})
	before := p.Save()
	p.Restore(Saved{Collection: "elsewhere", Mode: "day", Zoom: 9, Lang: store.Russian, Theme: "dark", Speed: 1, Selected: "first"})
	after := p.Save()
	if after.Lang != store.Russian || after.Theme != "dark" || after.Speed != 1 {
		t.Errorf("the looks are not brought back: %+v", after)
	}
	before.Lang, before.Theme, before.Speed = after.Lang, after.Theme, after.Speed
	if !reflect.DeepEqual(before, after) {
		t.Errorf("what belongs to another collection is brought back: %+v", after)
	}
}

// TestRestoreOfNonsense: settings that were damaged or written by another
// edition change nothing for the worse.
func TestRestoreOfNonsense(t *testing.T) {
	never, always := time.Time{}, time.Unix(1<<60, 0)
	cases := []struct {
		name   string
		damage func(*Saved)
	}{
		{"nothing but the name", func(s *Saved) { *s = Saved{Collection: s.Collection} }},
		{"no numbers", func(s *Saved) { s.Zoom, s.Lon, s.Lat = math.NaN(), math.NaN(), math.NaN() }},
		{"no longitude", func(s *Saved) { s.Lon = math.NaN() }},
		{"no latitude", func(s *Saved) { s.Lat = math.Inf(-1) }},
		{"beyond the world", func(s *Saved) { s.Lon, s.Lat = 1e300, -1e300 }},
		{"too close", func(s *Saved) { s.Zoom = 1e9 }},
		{"too far", func(s *Saved) { s.Zoom = -1e9 }},
		{"times swapped", func(s *Saved) { s.From, s.To = s.To, s.From }},
		{"no times", func(s *Saved) { s.From, s.To, s.Playhead = never, never, never }},
		{"all times", func(s *Saved) { s.From, s.To, s.Playhead = never, always, always }},
		{"a far window", func(s *Saved) { s.Mode, s.From, s.To = "window", always.Add(-time.Hour), always }},
		{"the playhead outside", func(s *Saved) { s.Playhead = always }},
		{"an unknown mode", func(s *Saved) { s.Mode = "sideways" }},
		{"an unknown language", func(s *Saved) { s.Lang = "tlh" }},
		{"an unknown theme", func(s *Saved) { s.Theme = "plaid" }},
		{"an unknown pace", func(s *Saved) { s.Pace = "allegro" }},
		{"an unknown speed", func(s *Saved) { s.Speed = -1 << 40 }},
		{"unknown names", func(s *Saved) {
			s.Hidden, s.HiddenSources, s.Place, s.Selected = []string{"gossip"}, []string{"nobody"}, "atlantis", "nothing"
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := presenter(t, Options{})
			s := p.Save()
			c.damage(&s)
			p.Restore(s)
			checkSound(t, p)
		})
	}
}

// checkSound holds of every state a person could have made.
func checkSound(t *testing.T, p *Presenter) {
	t.Helper()
	s := throughJSON(t, p.Save()) // JSON has no word for what is no number
	from, to := p.Handles()
	switch {
	case from > p.Playhead() || p.Playhead() > to || p.withinReach(from) != from || p.withinReach(to) != to:
		t.Errorf("time is out of joint: from %v to %v at %v", s.From, s.To, s.Playhead)
	case s.Zoom < geo.MinZoom || s.Zoom > geo.MaxZoom || math.Abs(s.Lon) > 180 || math.Abs(s.Lat) > geo.MaxLat:
		t.Errorf("the map looks at %v, %v, zoom %v", s.Lon, s.Lat, s.Zoom)
	case s.Lang != store.English || s.Speed < 0 || s.Speed >= speedChoices || s.Place != "" || s.Selected != "":
		t.Errorf("%+v", s)
	case s.Total != 8:
		t.Errorf("%d of 8 events pass the filter", s.Total)
	}
}
