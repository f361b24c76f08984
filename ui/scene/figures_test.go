package scene

import (
	"math"
	"testing"
	"time"

	"qantar/store"
	"qantar/store/when"
	"qantar/ui/paint"
	"qantar/ui/state"
)

func TestClaim(t *testing.T) {
	n := func(v float64) *float64 { return &v }
	for _, tt := range []struct {
		name string
		f    store.Figure
		lang store.Lang
		want string
	}{
		{"exact", store.Figure{Low: n(26), Qualifier: store.Exact}, store.English, "26"},
		{"thousands in English", store.Figure{Low: n(3706), Qualifier: store.Exact}, store.English, "3,706"},
		{"thousands in Russian", store.Figure{Low: n(20000), Qualifier: store.UpTo}, store.Russian, "до 20\u00a0000"},
		{"at least", store.Figure{Low: n(70), Qualifier: store.AtLeast}, store.English, "at least 70"},
		{"a range", store.Figure{Low: n(7), High: n(23), Qualifier: store.Exact}, store.English, "7–23"},
		{"a word", store.Figure{Words: "dozens"}, store.English, "“dozens”"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Claim(&tt.f, tt.lang); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestFigures(t *testing.T) {
	at := func(text string) when.When {
		w, err := when.Parse(text, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	low, more := 26.0, 164.0
	data, err := state.Prepare(&store.Collection{
		TimeZone: "UTC", Window: at("2022-01-01/2022-01-09"), Opening: at("2022-01-07T12:00"),
		Categories: []store.Category{{ID: "c"}},
		Sources:    []store.Source{{ID: "a"}, {ID: "b"}},
		Places:     []store.Place{{ID: "p", TimeZone: "UTC", Kind: store.City}},
		Events:     []store.Event{{ID: "e1", Category: "c", Place: "p", When: at("2022-01-07")}, {ID: "e2", Category: "c", Place: "p", When: at("2022-01-09")}},
		Figures: []store.Figure{
			{ID: "f1", Event: "e1", Measure: "killed", Low: &low, Qualifier: store.Exact, AsOf: at("2022-01-07"), Source: "a"},
			{ID: "f2", Event: "e2", Measure: "killed", Low: &more, Qualifier: store.AtLeast, AsOf: at("2022-01-09"), Source: "b"},
			{ID: "f3", Event: "e2", Measure: "killed", Words: "dozens", AsOf: at("2022-01-09"), Source: "b"},
			{ID: "f4", Event: "e2", Measure: "troops", Low: &low, AsOf: at("2022-01-09"), Source: "b"},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	p := state.New(data, state.Options{Dispatch: func(f func()) { f() }, Now: time.Now})
	s, events := Figures(p, "killed", &paint.Light, 1)
	if len(s.Points) != 2 || events[0] != "e1" || events[1] != "e2" {
		t.Fatalf("the chart has %d points of the events %v", len(s.Points), events)
	}
	if s.Points[0].Later || !s.Points[1].Later {
		t.Error("on 7 January the count of 9 January is not yet known, that of 7 January is")
	}
	if s.Points[0].Open != paint.Closed || s.Points[1].Open != paint.Upwards {
		t.Error("only a count of at least so many is open upwards")
	}
	if s.Points[0].Shape == s.Points[1].Shape || s.Points[0].Color == s.Points[1].Color {
		t.Error("two sources look alike")
	}
	if top := s.Values[len(s.Values)-1].Value; top <= more {
		t.Errorf("the axis ends at %v, below %v", top, more)
	}
}

func TestValuesAreFewAndRound(t *testing.T) {
	for _, top := range []float64{0, 1, 3, 26, 748, 2500, 5969, 20000, 41000} {
		ticks := values(top, store.English)
		if n := len(ticks); n < 2 || n > 8 {
			t.Errorf("up to %v there are %d values", top, n)
		}
		if last := ticks[len(ticks)-1].Value; last <= top && top > 0 {
			t.Errorf("the values up to %v end at %v", top, last)
		}
	}
}

func TestValuesEnd(t *testing.T) {
	for _, top := range []float64{0, -5, 1, 7, 164, 9999, 1e300, math.Inf(1), math.NaN()} {
		if ticks := values(top, store.English); len(ticks) < 2 || len(ticks) > 8 || ticks[0].Value != 0 {
			t.Errorf("up to %g: %d ticks from %v", top, len(ticks), ticks[0])
		}
	}
}
