package scene

import (
	"testing"

	"qantar/store"
	"qantar/store/when"
	"qantar/ui/paint"
	"qantar/ui/state"
)

// toldTwice are two papers that appear at one moment, in Unix seconds, within a
// week that begins at 0.
func toldTwice(t *testing.T, moment int64) *state.Presenter {
	t.Helper()
	const week = 7 * 24 * 3600
	published := when.When{Text: "x", Earliest: moment - 60, Latest: moment}
	c := &store.Collection{
		TimeZone: "UTC", Window: when.When{Earliest: 0, Latest: week - 1}, Categories: []store.Category{{ID: "a"}}, Places: []store.Place{{ID: "p"}},
		Sources: []store.Source{{ID: "x", Short: store.Text{En: "Gazette", Ru: "Газета"}, Published: published}, {ID: "y", Short: store.Text{En: "Radio"}, Published: published}},
		Events:  []store.Event{{ID: "e", Category: "a", Place: "p", When: when.When{Earliest: 10, Latest: 20}, Reports: []store.Report{{Source: "x"}}}},
	}
	data, err := state.Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	return state.New(data, state.Options{})
}

// TestTellings: where what was known is shown, the timeline marks when documents
// appear, and nowhere else.
func TestTellings(t *testing.T) {
	const moment = 3*24*3600 + 7000
	p := toldTwice(t, moment)
	times := NewTimeline(p)
	look := TimeLook{Scale: times.Home(800), Height: 190, Factor: 1, Style: &paint.Light}
	if s := times.Scene(look); len(s.Tellings) != 0 {
		t.Errorf("%v is marked", s.Tellings)
	}
	p.SetMode(state.Known)
	p.SetPlayhead(0)
	s := times.Scene(look)
	if len(s.Tellings) != 1 || s.Tellings[0] != (paint.Telling{At: moment, Label: "Gazette, Radio", Short: "Gazette +1"}) {
		t.Fatalf("marked is %v", s.Tellings)
	}
	if at := times.Snap(moment + 30); at != moment {
		t.Errorf("time snaps to %d", at)
	}
	version := s.Version
	p.SetPlayhead(moment / 2)
	if s := times.Scene(look); s.Version != version {
		t.Error("a step of the playhead paints the ground anew")
	}
	p.SetLang(store.Russian)
	if s := times.Scene(look); s.Tellings[0].Label != "Газета, Radio" || s.Version == version {
		t.Errorf("in Russian it is %v", s.Tellings)
	}
	version = s.Version
	p.SetMode(state.Cumulative)
	if s := times.Scene(look); len(s.Tellings) != 0 || s.Version == version {
		t.Error("the marks stay")
	}
}
