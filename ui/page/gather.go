package page

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"qantar/geo"
	"qantar/store"
	"qantar/store/export"
	"qantar/store/when"
	"qantar/ui/axis"
	"qantar/ui/scene"
)

// gathered is all that a page shows, as its JSON. Nouns refer to each other by
// index. Moments are Unix seconds, positions on the map parts of the world from
// 0 to 1.
type gathered struct {
	ID          string   `json:"id"`
	Title       text     `json:"title"`
	Summary     text     `json:"summary,omitzero"`
	Lang        string   `json:"lang"`
	Hash        string   `json:"hash"`
	Attribution []string `json:"attribution"`
	Whole       int      `json:"whole"` // events that the page holds

	Zone    zone       `json:"zone"`
	Window  [2]int64   `json:"window"`
	Extent  [2]int64   `json:"extent"` // from the first to the last event and the window
	Opening int64      `json:"opening"`
	Nights  [][2]int64 `json:"nights"` // in the window, at Home
	Home    [3]float64 `json:"home"`   // longitude, latitude, zoom

	Categories    []category     `json:"categories"`
	Sources       []source       `json:"sources"`
	Places        []place        `json:"places"`
	People        []person       `json:"people"`
	Events        []event        `json:"events"`
	Measures      []measure      `json:"measures"`
	Figures       []figure       `json:"figures"`
	Disagreements []disagreement `json:"disagreements"`
	Stories       []story        `json:"stories"`
	Only          bool           `json:"only"` // one story, at whose first scene the page opens

	Flags  map[string]store.Flags           `json:"flags"` // bits of event.Flags by name
	Words  map[store.Lang]map[string]string `json:"words"`
	Dates  map[store.Lang]scene.Calendar    `json:"dates"`
	Looks  map[string]look                  `json:"looks"`
	Shapes map[string][][][2]float64        `json:"shapes"`
	Map    worldCut                         `json:"map"`
}

// flags are the bits that the page asks for, by the names it knows them by.
var flags = map[string]store.Flags{
	"unsure": store.Unsure, "inferred": store.Inferred, "condition": store.Condition, "area": store.Area,
	"before": store.Before, "happens": store.Happens, "lasting": store.Lasting, "sharp": store.Sharp,
	"openStart": store.OpenStart, "openEnd": store.OpenEnd,
}

// gathering is a record while it is gathered.
type gathering struct {
	*gathered
	frame *store.Collection
	loc   *time.Location
	zones map[string]*time.Location // by name

	categories, sources, places, people, measures, events, figures map[string]int // indexes by id
}

// gather takes together what a page shows.
func gather(r export.Record, o Options) (*gathered, error) {
	loc, err := when.Zone(r.Frame.TimeZone)
	if err != nil {
		return nil, err
	}
	c := r.Frame
	g := &gathering{frame: c, loc: loc, zones: map[string]*time.Location{}, gathered: &gathered{
		ID: export.Plain(c.ID), Title: textOf(c.Title), Summary: textOf(c.Summary), Lang: string(o.Lang), Hash: export.Plain(c.Hash), Attribution: []string{},
		Window: [2]int64{c.Window.Earliest, c.Window.Latest + 1}, Opening: c.Window.Latest + 1, Home: [3]float64{c.Home.Lon, c.Home.Lat, c.Home.Zoom},
		Flags: flags, Words: wordsOf(o), Dates: map[store.Lang]scene.Calendar{}, Looks: looks(), Shapes: shapes(),
	}}
	for _, line := range c.Attribution {
		g.Attribution = append(g.Attribution, export.Plain(line))
	}
	for _, lang := range store.Langs {
		g.Dates[lang] = scene.CalendarIn(lang)
	}
	if at := c.Opening; at.Text != "" && at.Earliest > g.Window[0] && at.Earliest < g.Window[1] {
		g.Opening = at.Earliest
	}
	g.addNouns()
	for _, add := range []func() error{
		func() error { return g.addEvents(r.Events) },
		func() error { return g.addFigures() },
		func() error { return g.addStories(o.Story) },
	} {
		if err := add(); err != nil {
			return nil, err
		}
	}
	g.addDisagreements()
	g.Zone = g.zoneOver(g.Extent)
	g.Nights = nights(g.Window, axis.Site{Lon: c.Home.Lon, Lat: c.Home.Lat})
	g.Map = cut(o.World, g.gathered, g.focus())
	return g.gathered, nil
}

// wordsOf are the interface's texts of which the page may need some: its own,
// and those that it shares with the window.
func wordsOf(o Options) map[store.Lang]map[string]string {
	all := map[store.Lang]map[string]string{}
	for _, lang := range store.Langs {
		all[lang] = map[string]string{}
		for _, key := range slices.Sorted(maps.Keys(o.Words[store.English])) {
			if strings.HasPrefix(key, "page-") || shared[key] || strings.HasPrefix(key, "kind-") || strings.HasPrefix(key, "difference-") {
				all[lang][key] = o.Words.In(lang, key)
			}
		}
	}
	return all
}

// shared are the texts that page and window have in common.
var shared = func() map[string]bool {
	set := map[string]bool{}
	for key := range strings.FieldsSeq(`areas attributed-to attribution background close disagreements events figures home-view
		inferred-place keys language list-heading mode-cumulative mode-day mode-window nationwide next-event nothing-shown
		only-here only-here-number only-this-source paragraph paragraphs pause people play previous-event radius reports search
		source-counts sources theme theme-contrast theme-dark theme-light theme-system time uncertain when where whole-area zoom-in zoom-out
		all-shown`) {
		set[key] = true
	}
	return set
}()

// zoneOf is a time zone by name, the collection's own where there is none such.
func (g *gathering) zoneOf(name string) *time.Location {
	if loc := g.zones[name]; loc != nil {
		return loc
	}
	loc, err := when.Zone(name)
	if err != nil || name == "" {
		loc = g.loc
	}
	g.zones[name] = loc
	return loc
}

// whenText is a time in a zone as a person reads it, in every language.
func whenText(w when.When, loc *time.Location) text {
	return textIn(func(lang store.Lang) string { return scene.WhenText(w, loc, lang) })
}

// zone is the collection's time zone as the page needs it: its city's name, and
// from when on which offset holds, in seconds.
type zone struct {
	City    text       `json:"city"`
	Offsets [][2]int64 `json:"offsets"`
}

// zoneOver finds the offsets that hold over some time, and two days more.
func (g *gathering) zoneOver(extent [2]int64) zone {
	z := zone{City: textIn(func(lang store.Lang) string { return scene.ZoneCity(g.frame, lang) })}
	const spare = 2 * 24 * 3600
	for at := extent[0] - spare; ; {
		t := time.Unix(at, 0).In(g.loc)
		_, offset := t.Zone()
		z.Offsets = append(z.Offsets, [2]int64{at, int64(offset)})
		_, end := t.ZoneBounds()
		if end.IsZero() || end.Unix() > extent[1]+spare {
			return z
		}
		at = end.Unix()
	}
}

// mostNights is how long a window may be, in days, for its nights to be told.
const mostNights = 400

// nights are those of a window, none where days would be too narrow to show them.
func nights(window [2]int64, site axis.Site) [][2]int64 {
	all := [][2]int64{}
	if window[1]-window[0] > mostNights*24*3600 {
		return all
	}
	for _, n := range (axis.Scale{From: window[0], To: window[1], Width: 1}).Nights(nil, site) {
		all = append(all, [2]int64{n.From, n.To})
	}
	return all
}

// focus is the country that the most events lie in, "" where there is none.
func (g *gathering) focus() string {
	count, best := map[string]int{}, ""
	for i := range g.Events {
		country := g.frame.Places[g.Events[i].Place].Country
		if count[country]++; count[country] > count[best] {
			best = country
		}
	}
	return best
}

func indexes[T any](all []T, id func(*T) string) map[string]int {
	m := make(map[string]int, len(all))
	for i := range all {
		m[id(&all[i])] = i
	}
	return m
}

// world is a place's point as parts of the world.
func world(p *store.Place) [2]float64 {
	at := geo.Project(p.Point)
	return [2]float64{short(at[0]), short(at[1])}
}

func missing(what, id, of string) error {
	return fmt.Errorf("%s names the %s %.64q, which the collection does not have", of, what, id)
}
