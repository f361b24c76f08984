package quiz

import (
	"slices"

	"qantar/store"
)

// near tells whether two places are the same, or one lies inside the other.
func (r *record) near(a, b string) bool { return r.within(a, b) || r.within(b, a) }

func (r *record) within(place, outer string) bool {
	for depth := 0; place != "" && depth < deepest; depth++ {
		if place == outer {
			return true
		}
		place = r.parents[place]
	}
	return false
}

// deepest is how many places may lie one inside the other.
const deepest = 16

// alike tells whether the titles of two events share two words that are longer
// than a particle.
func (r *record) alike(a, b *store.Event) bool {
	words, shared := r.titles[b.ID], 0
	for _, t := range r.titles[a.ID] {
		if len(t) > 3 && slices.Contains(words, t) {
			shared++
		}
	}
	return shared >= 2
}
