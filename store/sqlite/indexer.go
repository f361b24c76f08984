package sqlite

import (
	"slices"
	"strings"

	"qantar/store"
)

// indexer gathers what is searched of an event: its texts in all languages with
// those said of it elsewhere, and its places with those around them, so that a
// city finds what happened at its sites.
type indexer struct {
	where  *extents
	places map[string]string // folded names of a place and those around it, as far as asked for
	people map[string]string // folded names
	said   map[string][]string
}

func newIndexer(frame *store.Collection, where *extents) *indexer {
	x := &indexer{where, map[string]string{}, map[string]string{}, alsoSaid(frame)}
	for _, p := range frame.People {
		x.people[p.ID] = folded(p.Name.All())
	}
	return x
}

func (x *indexer) of(e *store.Event) wordsRow {
	body := slices.Concat(e.Summary.All(), e.WhenNote.All(), e.PlaceNote.All(), x.said[e.ID])
	for i := range e.Reports {
		body = append(append(body, e.Reports[i].AttributedTo), e.Reports[i].Note.All()...)
	}
	places := []string{x.around(e.Place)}
	for _, id := range e.Areas {
		places = append(places, x.around(id))
	}
	var names []string
	for _, id := range e.People {
		names = append(names, x.people[id])
	}
	return wordsRow{folded(e.Title.All()), folded(body), strings.Join(places, "\n"), strings.Join(names, "\n")}
}

// around are the folded names of a place and of those around it.
func (x *indexer) around(id string) string {
	names, ok := x.places[id]
	if !ok {
		var all []string
		for _, p := range x.where.outward(id) {
			all = append(append(all, p.Name.All()...), p.Aliases...)
		}
		names = folded(all)
		x.places[id] = names
	}
	return names
}

// alsoSaid are the texts of figures and disagreements by the events that they
// are about.
func alsoSaid(c *store.Collection) map[string][]string {
	all, eventOf := map[string][]string{}, map[string]string{}
	for _, f := range c.Figures {
		eventOf[f.ID] = f.Event
		all[f.Event] = slices.Concat(all[f.Event], []string{f.AttributedTo, f.Words}, f.Scope.All(), f.Note.All())
	}
	for _, d := range c.Disagreements {
		about := map[string]bool{}
		for _, m := range d.Members {
			event := m.Event + eventOf[m.Figure] // one of them is ""
			if !about[event] {
				all[event] = slices.Concat(all[event], d.Topic.All(), d.Explanation.All())
			}
			about[event] = true
		}
	}
	return all
}

func folded(texts []string) string { return fold(strings.Join(texts, "\n")) }
