// Package quiz makes questions from a record: put these events in order, who is
// said to have given this number, which source alone reports this. A question
// is data, not wording, so that every language and every kind of paper or screen
// can put it; what it asks has one answer that the record proves, and cites.
package quiz

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"qantar/store"
)

// Kind tells what a question asks.
type Kind string

// The kinds of question.
const (
	Order   Kind = "order"    // put the events in the order in which they happened
	WhoSaid Kind = "who-said" // who is said to have given the number
	Alone   Kind = "alone"    // which source is the only one to report the event
)

// Kinds are all of them, in the order in which a quiz takes turns.
var Kinds = []Kind{Order, WhoSaid, Alone}

// Question is one question with its answer. What it points to belongs to the
// collection that it was made from.
type Question struct {
	Kind      Kind
	Event     *store.Event   // Alone: what is asked about
	Figure    *store.Figure  // WhoSaid: the number asked about, as one paragraph gives it
	Measure   *store.Measure // WhoSaid: what the number counts
	Choices   []Choice       // as they are put; none is there twice
	Right     []int          // into Choices: Order, all, the earliest first; else the only right one
	Citations []Citation     // where the answer stands, never empty
}

// Choice is one of the answers offered. One of its fields is set.
type Choice struct {
	Event  *store.Event  // Order
	Name   store.Text    // WhoSaid: English where the record has the name as printed only
	Source *store.Source // Alone
}

// Citation is where the record says that an answer is found.
type Citation struct {
	Source     *store.Source
	Paragraphs []int        // counted from 1 over the lines that are not empty
	Event      *store.Event // Order: the event whose time it grounds; else nil
}

// Options say which questions are wanted.
type Options struct {
	Seed  uint64 // the same seed and record give the same questions
	Count int    // how many at most
	Kinds []Kind // which; none means all, in turn
}

// New makes questions from a collection, of which it needs the events. It
// returns fewer than are wanted where the record has no more that are neither
// trivial nor open to two answers; no two ask for the same thing. It takes time
// in proportion to the events for every question.
func New(c *store.Collection, o Options) []Question {
	r := newRecord(c)
	random := rand.New(rand.NewPCG(o.Seed, 0))
	kinds := slices.Clone(o.Kinds)
	if len(kinds) == 0 {
		kinds = slices.Clone(Kinds)
	}
	next := map[Kind]func() (Question, bool){
		Order: r.orders(random), WhoSaid: r.numbers(random), Alone: r.alone(random),
	}
	var all []Question
	for turn := 0; len(all) < o.Count && len(kinds) > 0; {
		turn %= len(kinds)
		draw := next[kinds[turn]]
		if draw == nil {
			kinds = slices.Delete(kinds, turn, turn+1)
			continue
		}
		q, ok := draw()
		if !ok {
			kinds = slices.Delete(kinds, turn, turn+1)
			continue
		}
		all = append(all, q)
		turn++
	}
	return all
}

// Correct tells whether the choices picked, in the order in which they were,
// are the answer.
func (q *Question) Correct(picked []int) bool { return slices.Equal(picked, q.Right) }

// record is a collection with what questions look up in it.
type record struct {
	*store.Collection
	events   []*store.Event  // by id, so that questions do not hang on how a collection was read
	figures  []*store.Figure // by id
	sources  map[string]*store.Source
	measures map[string]*store.Measure
	parents  map[string]string   // of places
	disputed map[string]bool     // events whose time the sources may not agree on
	titles   map[string][]string // the words of each event's title
	names    names
}

func newRecord(c *store.Collection) *record {
	r := &record{
		Collection: c, sources: map[string]*store.Source{}, measures: map[string]*store.Measure{},
		parents: map[string]string{}, disputed: map[string]bool{}, titles: map[string][]string{}, names: newNames(c),
	}
	for i := range c.Events {
		r.events = append(r.events, &c.Events[i])
		r.titles[c.Events[i].ID] = tokensOf(c.Events[i].Title.En)
	}
	slices.SortFunc(r.events, func(a, b *store.Event) int { return cmp.Compare(a.ID, b.ID) })
	for i := range c.Figures {
		r.figures = append(r.figures, &c.Figures[i])
	}
	slices.SortFunc(r.figures, func(a, b *store.Figure) int { return cmp.Compare(a.ID, b.ID) })
	for i := range c.Sources {
		r.sources[c.Sources[i].ID] = &c.Sources[i]
	}
	for i := range c.Measures {
		r.measures[c.Measures[i].ID] = &c.Measures[i]
	}
	for i := range c.Places {
		r.parents[c.Places[i].ID] = c.Places[i].Parent
	}
	for i := range c.Disagreements {
		r.dispute(&c.Disagreements[i])
	}
	return r
}

// timely are the differences that may be about when something was.
var timely = []store.Difference{store.DifferentTimes, store.UnclearScope, store.SelfContradiction, store.LikelySlip}

// dispute notes the events of which a disagreement leaves open when they were:
// those in one about times, and those that several sources tell each in its way.
func (r *record) dispute(d *store.Disagreement) {
	told := map[string]int{}
	for _, m := range d.Members {
		if told[m.Event]++; told[m.Event] > 1 || slices.Contains(timely, d.Kind) {
			r.disputed[m.Event] = true
		}
	}
}

// shuffled are the members of all that want wants, in an order of chance.
func shuffled[T any](random *rand.Rand, all []T, want func(T) bool) []T {
	var kept []T
	for _, v := range all {
		if want(v) {
			kept = append(kept, v)
		}
	}
	random.Shuffle(len(kept), func(i, j int) { kept[i], kept[j] = kept[j], kept[i] })
	return kept
}
