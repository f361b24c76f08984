package collection

import (
	"fmt"
	"slices"
	"strings"

	"qantar/store"
	"qantar/store/when"
)

// rules checks what a schema cannot: how the entries of all files fit together.
type rules struct {
	*docs
	list    *report
	country func(lon, lat float64) string

	categoryIDs map[string]int
	sourceIDs   map[string]int
	placeIDs    map[string]int
	personIDs   map[string]int
	eventIDs    map[string]int
	measureIDs  map[string]int
	figureIDs   map[string]int

	times  map[string]store.Event // the events as nouns, whose times are read
	window when.When              // of the collection

	knownFrom map[string]int64 // by source: from when it had appeared for certain, in Unix seconds
}

func checkRules(d *docs, c *store.Collection, country func(lon, lat float64) string, list *report) {
	r := &rules{docs: d, list: list, country: country, times: map[string]store.Event{}, knownFrom: map[string]int64{}}
	for i := range c.Sources {
		r.knownFrom[c.Sources[i].ID] = c.Sources[i].KnownFrom()
	}
	r.indexAll()
	for _, e := range c.Events {
		r.times[e.ID] = e
	}
	r.window = c.Window
	r.checkWindow(c)
	r.checkMarks()
	for _, e := range d.places {
		r.checkPlace(e)
	}
	for _, e := range d.events {
		r.checkEvent(e, r.times[e.doc.ID].When)
	}
	for i, e := range d.figures {
		r.checkFigure(e, c.Figures[i].AsOf)
	}
	for _, e := range d.disagreements {
		r.checkDisagreement(e)
	}
	r.checkStories(c)
	r.checkWording()
}

// indexAll finds the positions of all ids.
func (r *rules) indexAll() {
	r.categoryIDs = index(r.categories, r.lost["collection"], func(e categoryDoc) string { return e.ID }, r.list)
	r.sourceIDs = index(r.sources, r.lost["sources"], func(e sourceDoc) string { return e.ID }, r.list)
	r.placeIDs = index(r.places, r.lost["places"], func(e placeDoc) string { return e.ID }, r.list)
	r.personIDs = index(r.people, r.lost["people"], func(e personDoc) string { return e.ID }, r.list)
	r.eventIDs = index(r.events, r.lost[eventsFolder], func(e eventDoc) string { return e.ID }, r.list)
	r.measureIDs = index(r.measures, r.lost["measures"], func(e measureDoc) string { return e.ID }, r.list)
	r.figureIDs = index(r.figures, r.lost["figures"], func(e figureDoc) string { return e.ID }, r.list)
	index(r.disagreements, false, func(e disagreementDoc) string { return e.ID }, r.list)
	index(r.stories, false, func(e storyDoc) string { return e.ID }, r.list)
}

// index maps ids to positions and reports ids that stand twice. Where a file
// of the kind could not be read it is nil, as then nothing can be said of ids
// that are not there.
func index[T any](entries []entry[T], lost bool, id func(T) string, list *report) map[string]int {
	ids := make(map[string]int, len(entries))
	for i, e := range entries {
		name := id(e.doc)
		if name == "" {
			continue // the schema has reported it
		}
		if first, twice := ids[name]; twice {
			at := entries[first].spot
			list.add(e.at("id"), fmt.Sprintf("the id %.64q is taken already (%s:%d)", name, at.file, at.node.Line), "give each entry an id of its own")
			continue
		}
		ids[name] = i
	}
	if lost {
		return nil
	}
	return ids
}

// resolve reports an id that names nothing. Ids close to it are offered.
func (r *rules) resolve(at spot, what, id string, ids map[string]int, file string) (int, bool) {
	i, ok := ids[id]
	if !ok && id != "" && ids != nil {
		r.list.add(at, fmt.Sprintf("no %s has the id %.64q", what, id), "use "+suggest(id, ids)+" from "+file+", or add it there")
	}
	return i, ok
}

// suggest names the ids that share a word with id, or says "an id".
func suggest(id string, ids map[string]int) string {
	var near []string
	for candidate := range ids {
		if slices.ContainsFunc(strings.Split(id, "-"), func(word string) bool { return len(word) > 2 && strings.Contains(candidate, word) }) {
			near = append(near, candidate)
		}
	}
	if len(near) == 0 || len(near) > 5 {
		return "an id"
	}
	slices.Sort(near)
	return strings.Join(near, " or ")
}

// checkWindow wants an interval with both ends, as the view at start needs them,
// and an opening moment inside it.
func (r *rules) checkWindow(c *store.Collection) {
	if c.Window.OpenStart || c.Window.OpenEnd {
		r.list.add(r.whole.at("window"), "the window has an open end", "give both days: 2022-01-01/2022-01-09")
	}
	if !c.Window.Overlaps(c.Opening.Earliest, c.Opening.Earliest) {
		r.list.add(r.whole.at("opening"), "the opening moment lies outside the window", "choose a moment of the window, such as 2022-01-05T18:00")
	}
}

// checkMarks wants no two categories with one shape, as marks are told apart
// by shape where colour cannot be seen.
func (r *rules) checkMarks() {
	shapes := map[string]string{}
	for _, e := range r.categories {
		if other, taken := shapes[e.doc.Shape]; taken && e.doc.Shape != "" {
			r.list.add(e.at("shape"), fmt.Sprintf("the shape %s is that of category %s too", e.doc.Shape, other), "choose another shape")
		}
		shapes[e.doc.Shape] = e.doc.ID
	}
}
