package store

import (
	"math"
	"slices"
)

// KnownFrom is the moment, in Unix seconds, from which on it is certain that the
// document had appeared: the last one that its publication time leaves open,
// which is the end of the day where it prints no hour. It is math.MaxInt64 where
// there is none.
func (s *Source) KnownFrom() int64 {
	if s.Published.Text == "" || s.Published.OpenEnd {
		return math.MaxInt64
	}
	return s.Published.Latest
}

// Known is what of a collection was known at a moment t, in Unix seconds: what
// begins later, and what only documents tell that need not have appeared by
// then, is not in it. Neither are their reports and figures, nor disagreements
// of which fewer than two sides were known, nor what the record says of all
// accounts together where some of them came later: an event's summary, the
// explanation of a disagreement. Sources and stories stay.
func (c *Collection) Known(t int64) *Collection {
	told := map[string]bool{}
	for i := range c.Sources {
		told[c.Sources[i].ID] = c.Sources[i].KnownFrom() <= t
	}
	known := *c
	known.Events, known.Figures, known.Disagreements = nil, nil, nil
	for _, e := range c.Events {
		all := len(e.Reports)
		e.Reports = slices.DeleteFunc(slices.Clone(e.Reports), func(r Report) bool { return !told[r.Source] })
		if len(e.Reports) < all {
			e.Summary = Text{}
		}
		if len(e.Reports) > 0 && e.When.Earliest <= t {
			known.Events = append(known.Events, e)
		}
	}
	figures := map[string]bool{}
	for _, f := range c.Figures {
		if told[f.Source] {
			figures[f.ID] = true
			known.Figures = append(known.Figures, f)
		}
	}
	for _, d := range c.Disagreements {
		all := len(d.Members)
		d.Members = slices.DeleteFunc(slices.Clone(d.Members), func(m Member) bool {
			return m.Figure != "" && !figures[m.Figure] || m.Figure == "" && !told[m.Source]
		})
		if len(d.Members) < all {
			d.Explanation = Text{}
		}
		if len(d.Members) > 1 {
			known.Disagreements = append(known.Disagreements, d)
		}
	}
	return &known
}
