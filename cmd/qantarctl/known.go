package main

import (
	"slices"

	"qantar/store"
)

// nobody is an id that no source has: a query for it finds nothing.
const nobody = "-"

// narrowToKnown has a query find what was known at a moment, in Unix seconds: what
// had begun and was told by one of the sources asked for that had appeared for
// certain.
func narrowToKnown(q *store.Query, c *store.Collection, at int64) {
	if q.To == nil || *q.To > at {
		q.To = &at
	}
	asked := q.Sources
	q.Sources = nil
	for i := range c.Sources {
		s := &c.Sources[i]
		if s.KnownFrom() <= at && (len(asked) == 0 || slices.Contains(asked, s.ID)) {
			q.Sources = append(q.Sources, s.ID)
		}
	}
	if len(q.Sources) == 0 {
		q.Sources = []string{nobody}
	}
}

// toldBy leaves out the reports of an event of which the source had not told by
// a moment, nil for no moment.
func toldBy(c *store.Collection, e *store.Event, at *int64) *store.Event {
	if at == nil {
		return e
	}
	known := (&store.Collection{Sources: c.Sources, Events: []store.Event{*e}}).Known(*at).Events
	if len(known) == 0 {
		return e // a query has found it, so that this cannot be
	}
	return &known[0]
}
