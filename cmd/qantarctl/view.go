package main

import (
	"fmt"
	"time"

	"qantar/store"
	"qantar/store/when"
)

// view is what is listed, with everything looked up by id.
type view struct {
	collection *store.Collection
	events     []store.Event
	query      store.Query
	lang       store.Lang
	filtered   bool // flags leave something out
	places     map[string]*store.Place
	sources    map[string]*store.Source
	zones      map[string]*time.Location // by place
	zone       *time.Location            // of the collection
	units      map[string]string         // by measure
	figures    []store.Figure            // those that pass the filters
	differing  [][]string                // ids of figures that differ, all of them
}

func newView(c *store.Collection, events []store.Event, q store.Query, lang store.Lang, filtered bool) (*view, error) {
	v := &view{
		collection: c, events: events, query: q, lang: lang, filtered: filtered,
		places: map[string]*store.Place{}, sources: map[string]*store.Source{}, zones: map[string]*time.Location{}, units: map[string]string{},
	}
	var err error
	if v.zone, err = when.Zone(c.TimeZone); err != nil {
		return nil, fmt.Errorf("the collection %s: %w", c.ID, err)
	}
	for _, m := range c.Measures {
		v.units[m.ID] = m.Unit.In(lang)
	}
	for i := range c.Sources {
		v.sources[c.Sources[i].ID] = &c.Sources[i]
	}
	for i := range c.Places {
		p := &c.Places[i]
		v.places[p.ID] = p
		zone, err := when.Zone(p.TimeZone)
		if err != nil {
			return nil, fmt.Errorf("the place %s: %w", p.ID, err)
		}
		v.zones[p.ID] = zone
	}
	return v, nil
}

// The years that RFC 3339 can write.
const (
	firstYear = 1
	lastYear  = 9999
)

// instant is t in RFC 3339; what lies outside its years is put at their edge.
func instant(t time.Time) string {
	switch {
	case t.Year() < firstYear:
		t = time.Date(firstYear, 1, 1, 0, 0, 0, 0, time.UTC)
	case t.Year() > lastYear:
		t = time.Date(lastYear, 12, 31, 23, 59, 59, 0, time.UTC)
	}
	return t.Format(time.RFC3339)
}

// day is a time as a person reads it, in zone.
func day(w when.When, zone *time.Location) string {
	if w.Nature == when.Moment && w.Precision < when.Day {
		return w.Text // a month or a year reads best as it is written
	}
	layout := "2006-01-02"
	if w.Precision >= when.Hour {
		layout = "2006-01-02 15:04"
	}
	first, last := w.Start(zone).Format(layout), w.End(zone).Format(layout)
	mark := ""
	switch {
	case w.Uncertain:
		mark = "?"
	case w.Approximate:
		mark = "~"
	}
	switch {
	case w.OpenStart:
		return "until " + last + mark
	case w.OpenEnd:
		return "from " + first + mark
	case first == last || w.Nature == when.Moment:
		return first + mark
	case w.Nature == when.OneOf:
		return first + " or up to " + shorten(first, last) + mark
	}
	return first + " to " + shorten(first, last) + mark
}

// shorten leaves the day out of last when first has it already.
func shorten(first, last string) string {
	const dayLength = len("2006-01-02")
	if len(last) > dayLength && first[:dayLength] == last[:dayLength] {
		return last[dayLength+1:]
	}
	return last
}
