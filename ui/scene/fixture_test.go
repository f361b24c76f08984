package scene

import (
	"slices"
	"testing"
	"time"

	"qantar/geo"
	"qantar/store"
	"qantar/store/when"
	"qantar/ui/paint"
	"qantar/ui/state"

	"github.com/paulmach/orb"
)

var (
	almaty  = orb.Point{76.93, 43.25}
	airport = orb.Point{77.04, 43.35}
	aktau   = orb.Point{51.2, 43.6}
	astana  = orb.Point{71.4, 51.1}
	moscow  = orb.Point{37.6, 55.75}
	delhi   = orb.Point{77.2, 28.6}
	urumqi  = orb.Point{87.6, 43.8}
)

// mapEvents are the events of the map's fixture, in order of time.
var mapEvents = []struct {
	id, when, place, category string
	kind                      store.Kind
	importance                int
	condition, inferred       bool
}{
	{"old", "2022-01-01", "delhi", "a", store.Happening, 1, false, false},
	{"curfew", "2022-01-02/2022-01-04", "mangystau", "b", store.Happening, 2, true, false},
	{"spread", "2022-01-03/2022-01-06", "mangystau", "a", store.Happening, 2, false, false},
	{"order", "2022-01-03/2022-01-06", "mangystau", "c", store.Statement, 2, false, false},
	{"west", "2022-01-04", "aktau", "a", store.Happening, 2, false, false},
	{"abroad", "2022-01-04", "moscow", "c", store.Statement, 1, false, true},
	{"square", "2022-01-05", "almaty", "a", store.Happening, 3, false, false},
	{"hall", "2022-01-05", "almaty", "b", store.Happening, 3, false, false},
	{"night", "2022-01-05?", "almaty", "b", store.Claim, 1, false, false},
	{"runway", "2022-01-05", "airport", "c", store.Happening, 2, false, false},
	{"emergency", "2022-01-05/2022-01-19", "kz", "c", store.Happening, 3, true, false},
	{"shutdown", "2022-01-05/2022-01-08", "kz", "b", store.Happening, 2, true, false},
	{"second shutdown", "2022-01-05/2022-01-09", "kz", "b", store.Happening, 1, true, false},
	{"ban", "2022-01-05/2022-01-10", "kz", "a", store.Happening, 1, true, false},
	{"north", "2022-01-06", "astana", "a", store.Happening, 2, false, false},
	{"east", "2022-01-06", "urumqi", "a", store.Happening, 2, false, false},
}

// onMap shows the map's fixture up to a day of January 2022 at noon.
func onMap(t testing.TB, day int) *state.Presenter {
	t.Helper()
	zone := time.FixedZone("", 6*3600)
	parse := func(text string) when.When {
		w, err := when.Parse(text, zone)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	c := &store.Collection{
		ID: "map", TimeZone: "Asia/Almaty", Window: parse("2022-01-01/2022-01-20"),
		Home:    store.View{Lon: 67.5, Lat: 48.2, Zoom: 4.3},
		Sources: []store.Source{{ID: "paper"}},
		Categories: []store.Category{
			{ID: "a", Shape: "circle", Color: "orange"}, {ID: "b", Shape: "star", Color: "blue"}, {ID: "c", Shape: "ring", Color: "purple"},
		},
		Places: []store.Place{
			{ID: "kz", Kind: store.Country, Area: "KZ", Country: "KZ", Point: orb.Point{67, 48}},
			{ID: "mangystau", Kind: store.Region, Area: "KZ-MAN", Country: "KZ", Point: orb.Point{53, 44}},
			{ID: "almaty", Kind: store.City, Country: "KZ", Point: almaty, RadiusM: 12000},
			{ID: "airport", Kind: store.Site, Country: "KZ", Point: airport, RadiusM: 800},
			{ID: "aktau", Kind: store.City, Country: "KZ", Point: aktau},
			{ID: "astana", Kind: store.City, Country: "KZ", Point: astana},
			{ID: "moscow", Kind: store.City, Country: "RU", Point: moscow},
			{ID: "delhi", Kind: store.City, Country: "IN", Point: delhi},
			{ID: "urumqi", Kind: store.City, Country: "CN", Point: urumqi},
		},
	}
	for _, e := range mapEvents {
		c.Events = append(c.Events, store.Event{
			ID: e.id, When: parse(e.when), Place: e.place, Category: e.category, Kind: e.kind,
			Importance: e.importance, Condition: e.condition, Inferred: e.inferred,
			Reports: []store.Report{{Source: "paper"}},
		})
	}
	data, err := state.Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	p := state.New(data, state.Options{})
	p.SetPlayhead(time.Date(2022, 1, day, 12, 0, 0, 0, zone).Unix())
	return p
}

var plain = Look{Style: &paint.Light, Scale: 1}

// names are the ids of events by their indexes, sorted.
func names(p *state.Presenter, indexes []int) []string {
	ids := []string{}
	for _, i := range indexes {
		ids = append(ids, p.Data().Item(i).Event.ID)
	}
	slices.Sort(ids)
	return ids
}

// eventsOf are the events that each mark of the last picture stands for.
func eventsOf(m *Map, pic *Picture) [][]int {
	var all [][]int
	for _, g := range pic.Groups {
		all = append(all, m.EventsOf(g, 99))
	}
	return all
}

// markOf is the index of the mark that stands for an event, or -1.
func markOf(m *Map, pic *Picture, id string) int {
	i := m.p.Data().Index(id)
	return slices.IndexFunc(eventsOf(m, pic), func(events []int) bool { return slices.Contains(events, i) })
}

func count(all []string, one string) (n int) {
	for _, s := range all {
		if s == one {
			n++
		}
	}
	return n
}

// lookAt moves the map of 900 by 600 pixels.
func lookAt(p *state.Presenter, lonLat orb.Point, zoom float64) {
	p.SetView(geo.At(lonLat, zoom, 900, 600))
}
