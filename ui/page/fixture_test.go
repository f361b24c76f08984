package page

import (
	"bytes"
	"iter"
	"strings"
	"sync"
	"testing"

	"qantar/assets"
	"qantar/geo/basemap"
	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
	"qantar/store/export"
	"qantar/store/when"
	"qantar/ui/words"

	"github.com/paulmach/orb"
)

// read is the shipped collection, what pages are made with, and the basemap.
var read = sync.OnceValues(func() (*store.Collection, Options) {
	world, err := basemap.Decode(assets.Basemap)
	if err != nil {
		panic(err)
	}
	catalog, err := words.Load(assets.Translations())
	if err != nil {
		panic(err)
	}
	area := func(code string) (orb.Bound, bool) {
		_, ok := world.AreaIndex(code)
		return orb.Bound{}, ok
	}
	return collection.Check(seeds.Shipped(), collection.Options{Area: area}).Collection, Options{Lang: store.English, Words: catalog, World: world}
})

// shippedPage is the shipped collection, and the options for a page of it.
func shippedPage(t testing.TB) (*store.Collection, Options) {
	t.Helper()
	c, o := read()
	if c == nil {
		t.Fatal("the shipped collection cannot be read")
	}
	return c, o
}

// record is a collection in memory as it is exported.
func record(c *store.Collection) export.Record {
	events := append([]store.Event{}, c.Events...)
	store.SortEvents(events)
	return export.Record{Frame: c, Events: each(events)}
}

func each(events []store.Event) iter.Seq2[*store.Event, error] {
	return func(yield func(*store.Event, error) bool) {
		for i := range events {
			if !yield(&events[i], nil) {
				return
			}
		}
	}
}

// pageOf is the page of a collection.
func pageOf(t testing.TB, c *store.Collection, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, record(c), o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// evil is a text that runs wherever it is taken for markup or for script.
const evil = `</script><script>hacked("script")</script><img src=x onerror=hacked("img")>"'--><svg onload=hacked("svg")>` + "\u2028`${hacked('template')}`{{script}}\u202e"

// hostile is a collection of which every text is evil.
func hostile() *store.Collection {
	bad := store.Text{En: "en " + evil, Kk: "kk " + evil, Ru: "ru " + evil}
	day := func(text string) when.When {
		w, err := when.Parse(text, mustZone("Asia/Almaty"))
		if err != nil {
			panic(err)
		}
		return w
	}
	number := 3.0
	return &store.Collection{
		ID: evil, Title: bad, Summary: bad, TimeZone: "Asia/Almaty", Window: day("2022-01-01/2022-01-09"), Hash: evil,
		Home: store.View{Lon: 67.5, Lat: 48.2, Zoom: 4.3}, Attribution: []string{evil},
		Categories: []store.Category{{ID: evil, Label: bad, Shape: evil, Color: evil}, {ID: "plain", Label: bad, Shape: "circle", Color: "orange"}},
		Sources:    []store.Source{{ID: evil, File: evil, SHA256: evil, Publisher: bad, Title: evil, Short: bad, Byline: evil, Agency: evil, Published: day("2022-01-07"), Language: store.Lang(evil), Rights: bad, Note: bad, Paragraphs: 9}},
		Places: []store.Place{
			{ID: "town", Name: bad, Kind: store.City, Point: orb.Point{76.9, 43.2}, RadiusM: 9000, Country: "KZ", TimeZone: evil},
			{ID: "land", Name: bad, Kind: store.Country, Point: orb.Point{67, 48}, Area: "KZ", Country: "KZ"},
			{ID: "nowhere", Name: bad, Kind: store.Region, Point: orb.Point{60, 48}, Area: evil, Country: evil},
		},
		People: []store.Person{{ID: "p", Name: bad, Role: bad}},
		Events: []store.Event{
			{ID: evil, Title: bad, Summary: bad, Kind: store.Kind(evil), Category: evil, Importance: 99, When: day("2022-01-05"), WhenNote: bad, Place: "town", PlaceNote: bad, Areas: []string{"land"}, People: []string{"p"},
				Reports: []store.Report{{Source: evil, Paragraphs: []int{1}, AttributedTo: evil, Note: bad}}},
			{ID: "over", Title: bad, Kind: store.Happening, Category: "plain", When: day("2022-01-04/.."), Place: "land", Condition: true, Reports: []store.Report{{Source: evil}}},
			{ID: "unknown-area", Title: bad, Kind: store.Happening, Category: "plain", When: day("2022-01-05?"), Place: "nowhere", Reports: []store.Report{{Source: evil}}},
		},
		Measures:      []store.Measure{{ID: evil, Label: bad, Unit: bad}},
		Figures:       []store.Figure{{ID: "n", Event: evil, Measure: evil, Low: &number, Qualifier: store.Qualifier(evil), AsOf: day("2022-01-05"), Scope: bad, AttributedTo: evil, Source: evil, Paragraph: 1, Note: bad}, {ID: "w", Event: evil, Measure: evil, Words: evil, AsOf: day("2022-01-05"), Source: evil}},
		Disagreements: []store.Disagreement{{ID: evil, Topic: bad, Kind: store.Difference(evil), Explanation: bad, Members: []store.Member{{Figure: "n"}, {Event: "over", Source: evil}, {Figure: "none"}}}},
		Stories: []store.Story{{ID: evil, Title: bad, Summary: bad, Scenes: []store.Scene{
			{ID: evil, View: store.View{Lon: 67, Lat: 48, Zoom: 4}, Mode: store.SceneMode(evil), Window: day("2022-01-01/2022-01-09"), Highlights: []string{evil, "over", "none"}, Caption: bad, Notes: bad, Questions: []store.Text{bad}},
		}}},
	}
}

// count is how often a part stands in a text, in letters of any case.
func count(text, part string) int {
	return strings.Count(strings.ToLower(text), strings.ToLower(part))
}
