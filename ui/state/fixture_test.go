package state

import (
	"slices"
	"testing"
	"time"

	"qantar/store"
	"qantar/store/when"

	"github.com/paulmach/orb"
)

// zone is that of the fixture: Almaty, UTC+6 in 2022.
var zone = time.FixedZone("Almaty", 6*3600)

// at is a moment of January 2022 in the fixture's zone, in Unix seconds.
func at(day, hour int) int64 { return time.Date(2022, 1, day, hour, 0, 0, 0, zone).Unix() }

// fixtureEvents are a small week. Those of kind background need asking for.
var fixtureEvents = []struct {
	id, when, place, category string
	kind                      store.Kind
	sources                   []string
	areas                     []string
	condition                 bool
}{
	{"independence", "1991", "kz", "law", store.Background, []string{"a"}, nil, false},
	{"decree", "2022-01-01", "kz", "law", store.Background, []string{"a"}, nil, false},
	{"first", "2022-01-02", "aktau", "protest", store.Happening, []string{"a"}, nil, false},
	{"spread", "2022-01-03/2022-01-05", "mangystau", "protest", store.Happening, []string{"a", "b"}, nil, false},
	{"perhaps", "[2022-01-04..2022-01-06]", "airport", "clash", store.Claim, []string{"c"}, nil, false},
	{"gather", "2022-01-04T18:00", "almaty", "protest", store.Happening, []string{"b"}, nil, false},
	{"emergency", "2022-01-05/2022-01-19", "mangystau", "law", store.Happening, []string{"b"}, nil, true},
	{"shutdown", "2022-01-05T16:00/", "almaty", "law", store.Happening, []string{"b"}, []string{"kz"}, true},
	{"call", "2022-01-06T10:00", "moscow", "law", store.Statement, []string{"c"}, []string{"mangystau"}, false},
	{"last", "2022-01-09", "almaty", "clash", store.Happening, []string{"a"}, nil, false},
}

// fixture is a collection of fixtureEvents.
func fixture(t testing.TB) *store.Collection {
	t.Helper()
	parse := func(text string) when.When { return parseWhen(t, text) }
	c := &store.Collection{
		ID: "fixture", TimeZone: "Asia/Almaty",
		Window: parse("2022-01-01/2022-01-09"), Opening: parse("2022-01-05T18:00"),
		Home:       store.View{Lon: 67.5, Lat: 48.2, Zoom: 4.3},
		Categories: []store.Category{{ID: "protest"}, {ID: "clash"}, {ID: "law"}},
		Sources:    []store.Source{{ID: "a"}, {ID: "b"}, {ID: "c"}},
		People:     []store.Person{{ID: "someone"}},
		Places: []store.Place{
			{ID: "kz", Kind: store.Country, Area: "KZ", Point: orb.Point{67, 48}},
			{ID: "mangystau", Kind: store.Region, Area: "KZ-MAN", Parent: "kz", Point: orb.Point{53, 44}},
			{ID: "aktau", Kind: store.City, Parent: "mangystau", Point: orb.Point{51.2, 43.6}},
			{ID: "almaty", Kind: store.City, Parent: "kz", Point: orb.Point{76.9, 43.25}},
			{ID: "airport", Kind: store.Site, Parent: "almaty", Point: orb.Point{77.04, 43.35}},
			{ID: "ru", Kind: store.Country, Area: "RU", Point: orb.Point{90, 60}},
			{ID: "moscow", Kind: store.City, Parent: "ru", Point: orb.Point{37.6, 55.75}, TimeZone: "Europe/Moscow"},
		},
	}
	for _, e := range fixtureEvents {
		event := store.Event{
			ID: e.id, Kind: e.kind, Category: e.category, When: parse(e.when),
			Place: e.place, Areas: e.areas, Condition: e.condition,
		}
		for _, s := range e.sources {
			event.Reports = append(event.Reports, store.Report{Source: s, Paragraphs: []int{1}})
		}
		c.Events = append(c.Events, event)
	}
	return c
}

// parseWhen reads EDTF in the fixture's zone.
func parseWhen(t testing.TB, text string) when.When {
	t.Helper()
	w, err := when.Parse(text, zone)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// presenter shows the fixture on a map of 900 by 600 pixels.
func presenter(t testing.TB, opts Options) *Presenter {
	t.Helper()
	data, err := Prepare(fixture(t))
	if err != nil {
		t.Fatal(err)
	}
	return New(data, opts)
}

// ids names events by their indexes.
func ids(p *Presenter, set *Set) []string {
	names := []string{}
	for i := range set.All() {
		names = append(names, p.Data().Item(i).Event.ID)
	}
	return names
}

// wantShown compares which events are shown.
func wantShown(t *testing.T, p *Presenter, want ...string) {
	t.Helper()
	if got := ids(p, p.Shown()); !slices.Equal(got, want) {
		t.Errorf("shown are %v, want %v", got, want)
	}
}
