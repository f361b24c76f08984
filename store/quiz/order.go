package quiz

import (
	"cmp"
	"math/rand/v2"
	"regexp"
	"slices"

	"qantar/store"
	"qantar/store/when"
)

// How many events are put in order.
const (
	fewestEvents = 3
	mostEvents   = 5
)

// longestSpan is the longest time, in seconds, that may lie between the bounds
// of an event that is put in order: a day, and the hour by which one with a
// change of clocks is longer.
const longestSpan = 25 * 3600

// telltale is what gives the time of an event away in its English title: a day
// of the month, an hour, a year, or the name of a day.
var telltale = regexp.MustCompile(`(?i)\b(?:\d{1,2}|(?:19|20)\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b`)

// orders draws questions for the order of events. No event is in two of them.
func (r *record) orders(random *rand.Rand) func() (Question, bool) {
	left := shuffled(random, r.events, r.canBeOrdered)
	return func() (Question, bool) {
		size := fewestEvents + random.IntN(mostEvents-fewestEvents+1)
		chosen := apart(left, size)
		if len(chosen) < fewestEvents {
			return Question{}, false
		}
		left = slices.DeleteFunc(left, func(e *store.Event) bool { return slices.Contains(chosen, e) })
		return r.order(random, chosen), true
	}
}

// canBeOrdered tells whether an event has a time that is certain to the day,
// that no source disputes, that its title does not tell, and that is not also
// the time of something else of the same name.
func (r *record) canBeOrdered(e *store.Event) bool {
	return (e.Kind == store.Happening || e.Kind == store.Statement) && e.Importance >= 2 && len(r.cite(e)) > 0 &&
		certain(&e.When) && !r.disputed[e.ID] && !telltale.MatchString(e.Title.En) &&
		!slices.ContainsFunc(r.events, func(o *store.Event) bool { return r.recurs(e, o) })
}

// certain tells whether a time is known to the day.
func certain(w *when.When) bool {
	return w.Nature != when.Extent && !w.Uncertain && !w.Approximate && !w.OpenStart && !w.OpenEnd && w.Latest-w.Earliest < longestSpan
}

// recurs tells whether o may be taken for e at another time.
func (r *record) recurs(e, o *store.Event) bool {
	return o != e && o.Category == e.Category && !o.When.Overlaps(e.When.Earliest, e.When.Latest) && r.near(e.Place, o.Place) && r.alike(e, o)
}

// apart are up to size of the events of which no two can have been at the same
// time, the first ones of the list first.
func apart(events []*store.Event, size int) []*store.Event {
	var chosen []*store.Event
	for _, e := range events {
		if len(chosen) == size {
			break
		}
		if !slices.ContainsFunc(chosen, func(o *store.Event) bool { return o.When.Overlaps(e.When.Earliest, e.When.Latest) }) {
			chosen = append(chosen, e)
		}
	}
	return chosen
}

// order asks for the order of events that lie apart. They are never put in the
// right one.
func (r *record) order(random *rand.Rand, events []*store.Event) Question {
	q := Question{Kind: Order}
	byTime := slices.SortedFunc(slices.Values(events), func(a, b *store.Event) int { return cmp.Compare(a.When.Earliest, b.When.Earliest) })
	for slices.Equal(events, byTime) {
		random.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
	}
	for _, e := range events {
		q.Choices = append(q.Choices, Choice{Event: e})
	}
	for _, e := range byTime {
		q.Right = append(q.Right, slices.Index(events, e))
		for _, c := range r.cite(e) {
			c.Event = e
			q.Citations = append(q.Citations, c)
		}
	}
	return q
}

// cite is where an event is reported.
func (r *record) cite(e *store.Event) []Citation {
	var all []Citation
	for i := range e.Reports {
		if s := r.sources[e.Reports[i].Source]; s != nil {
			all = append(all, Citation{Source: s, Paragraphs: e.Reports[i].Paragraphs})
		}
	}
	return all
}
