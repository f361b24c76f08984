package quiz

import (
	"math/rand/v2"
	"slices"
	"strings"

	"qantar/store"
)

// Of how many sources one is picked.
const (
	fewestSources = 3
	mostSources   = 5
)

// alone draws questions for the only source that reports an event.
func (r *record) alone(random *rand.Rand) func() (Question, bool) {
	left := shuffled(random, r.events, r.isToldOnce)
	return func() (Question, bool) {
		for len(left) > 0 && len(r.Sources) >= fewestSources {
			e := left[0]
			left = left[1:]
			if !slices.ContainsFunc(r.events, func(o *store.Event) bool { return r.rivals(e, o) }) {
				return r.onlySource(random, e), true
			}
		}
		return Question{}, false
	}
}

// isToldOnce tells whether one source alone reports an event of some weight, and
// its title names none.
func (r *record) isToldOnce(e *store.Event) bool {
	return len(e.Reports) == 1 && e.Importance >= 2 && e.Kind != store.Background && r.sources[e.Reports[0].Source] != nil && !r.namesSource(e)
}

func (r *record) namesSource(e *store.Event) bool {
	for _, title := range e.Title.All() {
		for i := range r.Sources {
			for _, name := range append(r.Sources[i].Short.All(), r.Sources[i].Publisher.All()...) {
				if strings.Contains(strings.ToLower(title), strings.ToLower(name)) {
					return true
				}
			}
		}
	}
	return false
}

// rivals tells whether another source may be taken to report e by its telling o:
// something of the same category, there and then, or that has nearly the same
// title.
func (r *record) rivals(e, o *store.Event) bool {
	if o == e || !o.When.Overlaps(e.When.Earliest, e.When.Latest) ||
		(o.Category != e.Category || !r.near(e.Place, o.Place)) && !r.alike(e, o) {
		return false
	}
	return slices.ContainsFunc(o.Reports, func(p store.Report) bool { return p.Source != e.Reports[0].Source })
}

// onlySource asks for the source of an event that one alone reports.
func (r *record) onlySource(random *rand.Rand, e *store.Event) Question {
	right := r.sources[e.Reports[0].Source]
	q := Question{Kind: Alone, Event: e, Citations: r.cite(e)}
	offered := []*store.Source{right}
	for _, s := range random.Perm(len(r.Sources)) {
		if s := &r.Sources[s]; s != right && len(offered) < mostSources {
			offered = append(offered, s)
		}
	}
	slices.SortFunc(offered, func(a, b *store.Source) int { return strings.Compare(a.ID, b.ID) })
	for _, s := range offered {
		q.Choices = append(q.Choices, Choice{Source: s})
	}
	q.Right = []int{slices.Index(offered, right)}
	return q
}
