package page

import (
	"fmt"
	"iter"

	"qantar/store"
	"qantar/store/export"
)

type event struct {
	ID         string      `json:"id"`
	Title      text        `json:"title"`
	Summary    text        `json:"summary,omitzero"`
	Kind       string      `json:"kind"`
	Category   int         `json:"cat"`
	Importance int         `json:"imp"`
	From       int64       `json:"from"`
	To         int64       `json:"to"` // included
	Flags      store.Flags `json:"flags"`
	When       text        `json:"when"` // as a person reads it, in the place's time zone
	WhenNote   text        `json:"whenNote,omitzero"`
	Place      int         `json:"place"`
	PlaceNote  text        `json:"placeNote,omitzero"`
	Areas      []int       `json:"areas,omitempty"` // further places
	People     []int       `json:"people,omitempty"`
	Reports    []report    `json:"reports"`
}

type report struct {
	Source     int    `json:"s"`
	Paragraphs []int  `json:"p"`
	By         string `json:"by,omitempty"` // who is said to have said it
	Note       text   `json:"note,omitzero"`
}

// addEvents adds all events, and finds the time from the first to the last.
func (g *gathering) addEvents(all iter.Seq2[*store.Event, error]) error {
	g.events, g.Events, g.Extent = map[string]int{}, []event{}, g.Window
	for e, err := range all {
		if err != nil {
			return err
		}
		if len(g.Events) == MostEvents {
			return fmt.Errorf("a page holds at most %d events; leave some out by time, category, place or source", MostEvents)
		}
		added, err := g.event(e)
		if err != nil {
			return err
		}
		if !added.has(store.OpenStart) {
			g.Extent[0] = min(g.Extent[0], added.From)
		}
		if !added.has(store.OpenEnd) {
			g.Extent[1] = max(g.Extent[1], added.To+1)
		}
		g.events[e.ID] = len(g.Events)
		g.Events = append(g.Events, added)
	}
	g.Whole = len(g.Events)
	return nil
}

func (e *event) has(f store.Flags) bool { return e.Flags.Has(f) }

func (g *gathering) event(e *store.Event) (event, error) {
	of := fmt.Sprintf("the event %.64q", e.ID)
	at, ok := g.places[e.Place]
	if !ok {
		return event{}, missing("place", e.Place, of)
	}
	kind, ok := g.categories[e.Category]
	if !ok {
		return event{}, missing("category", e.Category, of)
	}
	p := &g.frame.Places[at]
	added := event{
		ID: export.Plain(e.ID), Title: textOf(e.Title), Summary: textOf(e.Summary), Kind: export.Plain(string(e.Kind)), Category: kind, Importance: e.Importance,
		From: e.When.Earliest, To: e.When.Latest, Flags: store.FlagsOf(e, p), When: whenText(e.When, g.zoneOf(p.TimeZone)), WhenNote: textOf(e.WhenNote),
		Place: at, PlaceNote: textOf(e.PlaceNote), Areas: known(g.places, e.Areas), People: known(g.people, e.People),
		Reports: make([]report, len(e.Reports)),
	}
	for i := range e.Reports {
		r := &e.Reports[i]
		s, ok := g.sources[r.Source]
		if !ok {
			return event{}, missing("source", r.Source, of)
		}
		added.Reports[i] = report{s, append([]int{}, r.Paragraphs...), export.Plain(r.AttributedTo), textOf(r.Note)}
	}
	return added, nil
}

// known are the indexes of those ids that there are.
func known(of map[string]int, ids []string) []int {
	var found []int
	for _, id := range ids {
		if i, ok := of[id]; ok {
			found = append(found, i)
		}
	}
	return found
}
