// Package export writes the events of a collection in formats that other
// programs read: CSV, GeoJSON, KML, TimelineJS. Events are taken one after the
// other, so that any number of them is written in the same memory; the same
// record and options give the same bytes. Texts are escaped for their format,
// whoever has written them, and every file tells whose work it holds
// (Collection.Attribution) and of which state of the collection it is
// (Collection.Hash).
package export

import (
	"cmp"
	"fmt"
	"image/color"
	"iter"
	"strings"
	"time"

	"qantar/store"
	"qantar/store/when"
)

// Record is what is exported.
type Record struct {
	Frame  *store.Collection              // whose own events are not looked at
	Events iter.Seq2[*store.Event, error] // in order of time, each used until the next; an error ends the work
}

// Options tell how a record is written.
type Options struct {
	Lang       store.Lang                                    // of the texts; where there is none in it, they are English
	DateText   func(w when.When, zone *time.Location) string // a time as a person reads it, in Lang; EDTF where nil
	Palette    map[string]color.RGBA                         // by Category.Color; a category whose colour is not there has none
	Mark       bool                                          // CSV begins with a byte order mark
	Semicolons bool                                          // CSV has semicolons between cells, and commas in decimals
}

// writing is a record with all that its events refer to looked up by id.
type writing struct {
	Record
	Options
	categories map[string]*store.Category
	sources    map[string]*store.Source
	places     map[string]*store.Place
	zones      map[string]*time.Location // by place
	about      about
}

// entry is one event with what it refers to.
type entry struct {
	*store.Event
	category *store.Category
	at       *store.Place
	zone     *time.Location // of its place
}

// prepare looks up what the events of a record refer to.
func prepare(r Record, o Options) (*writing, error) {
	w := &writing{
		Record: r, Options: o,
		categories: byID(r.Frame.Categories, func(c *store.Category) string { return c.ID }),
		sources:    byID(r.Frame.Sources, func(s *store.Source) string { return s.ID }),
		places:     byID(r.Frame.Places, func(p *store.Place) string { return p.ID }),
		zones:      make(map[string]*time.Location, len(r.Frame.Places)),
	}
	w.about = w.tell()
	if w.DateText == nil {
		w.DateText = func(t when.When, _ *time.Location) string { return t.Text }
	}
	return w, w.findZones()
}

// findZones finds the zone of every place. One that names none keeps the
// collection's.
func (w *writing) findZones() error {
	known := map[string]*time.Location{}
	for i := range w.Frame.Places {
		p := &w.Frame.Places[i]
		name := cmp.Or(p.TimeZone, w.Frame.TimeZone)
		if known[name] == nil {
			zone, err := when.Zone(name)
			if err != nil {
				return fmt.Errorf("the place %s: %w", p.ID, err)
			}
			known[name] = zone
		}
		w.zones[p.ID] = known[name]
	}
	return nil
}

func byID[T any](all []T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(all))
	for i := range all {
		m[id(&all[i])] = &all[i]
	}
	return m
}

// each calls do for every event. It ends with the first error.
func (w *writing) each(do func(e *entry) error) error {
	var next entry
	for e, err := range w.Events {
		if err != nil {
			return err
		}
		next = entry{e, w.categories[e.Category], w.places[e.Place], w.zones[e.Place]}
		if next.category == nil || next.at == nil {
			return fmt.Errorf("event %.64q: its place %.64q or category %.64q is not in the collection", e.ID, e.Place, e.Category)
		}
		if err := do(&next); err != nil {
			return fmt.Errorf("event %.64q: %w", e.ID, err)
		}
	}
	return nil
}

// in is a text in the language that is written.
func (w *writing) in(t store.Text) string { return plain(t.In(w.Lang)) }

// sourceName is what a source is called in a few words.
func (w *writing) sourceName(id string) string {
	if s := w.sources[id]; s != nil && !s.Short.IsZero() {
		return w.in(s.Short)
	}
	return plain(id)
}

// areaPlaces are the areas over which an event holds, its own place first where
// that is one.
func (w *writing) areaPlaces(e *entry) []*store.Place {
	var areas []*store.Place
	if e.at.IsArea() {
		areas = append(areas, e.at)
	}
	for _, id := range e.Areas {
		if p := w.places[id]; p != nil && p != e.at {
			areas = append(areas, p)
		}
	}
	return areas
}

// areaCodes are the basemap codes of an event's areas, in a line.
func (w *writing) areaCodes(e *entry) string {
	var codes []string
	for _, p := range w.areaPlaces(e) {
		codes = append(codes, codeOf(p))
	}
	return strings.Join(codes, between)
}

// codeOf is the basemap code of an area, and its id where it has none.
func codeOf(p *store.Place) string {
	if p.Area != "" {
		return plain(p.Area)
	}
	return plain(p.ID)
}
