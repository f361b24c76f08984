package state

import (
	"iter"
	"slices"
	"sort"
)

// Set is the events that pass the filter and overlap some time, in order of
// time. It is valid until the presenter changes. Counting it takes the same time
// for a few events as for a million.
type Set struct {
	p        *Presenter
	from, to int64 // Unix seconds, both inclusive
	cut      Cut
	earlier  []int // members that begin before from, once looked for
	looked   bool
}

// Cut tells which events overlap a time: of those in order of time the first
// Begun, except those that stand among the first Ended in Data.ByLatest.
type Cut struct{ Begun, Ended int }

// cut finds the events that overlap from..to.
func (d *Data) cut(from, to int64) Cut {
	earliest, latest := d.Cols.Earliest, d.Cols.Latest
	return Cut{
		Begun: sort.Search(len(earliest), func(i int) bool { return earliest[i] > to }),
		Ended: sort.Search(len(latest), func(k int) bool { return latest[d.ByLatest[k]] >= from }),
	}
}

// Between is the set of what passes the filter and overlaps from..to.
func (p *Presenter) Between(from, to int64) *Set {
	s := &Set{p: p}
	s.move(from, to)
	return s
}

// move makes s the set of another time. It keeps its memory.
func (s *Set) move(from, to int64) {
	s.from, s.to = from, max(from, to)
	s.cut = s.p.data.cut(s.from, s.to)
	s.earlier, s.looked = s.earlier[:0], false
}

// Cut tells which events overlap the time of the set, whether they pass the
// filter or not.
func (s *Set) Cut() Cut { return s.cut }

// Len is the number of events.
func (s *Set) Len() int {
	return s.p.starts.rank(s.cut.Begun) - s.p.endings.rank(s.cut.Ended)
}

// CountByCategory adds the number of events of each category to counts.
func (s *Set) CountByCategory(counts []int) {
	s.p.starts.add(s.cut.Begun, 1, counts)
	s.p.endings.add(s.cut.Ended, -1, counts)
}

// Has tells whether event i is in the set.
func (s *Set) Has(i int) bool {
	cols := s.p.data.Cols
	return i >= 0 && i < cols.Len() && s.p.keep.Has(i) && cols.Earliest[i] <= s.to && cols.Latest[i] >= s.from
}

// At is the position of the k-th event, counted from 0.
func (s *Set) At(k int) int {
	carried := s.carried()
	if k < len(carried) {
		return carried[k]
	}
	return s.p.starts.nth(s.p.starts.rank(s.first()) + k - len(carried))
}

// Row is how many events of the set come before event i, and whether i is one
// of them.
func (s *Set) Row(i int) (row int, found bool) {
	if i < 0 {
		return 0, false
	}
	carried, first := s.carried(), s.first()
	if i < first {
		return slices.BinarySearch(carried, i)
	}
	i, found = min(i, s.cut.Begun), s.Has(i)
	return len(carried) + s.p.starts.rank(i) - s.p.starts.rank(first), found
}

// All are the positions of the events, ascending.
func (s *Set) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, i := range s.carried() {
			if !yield(i) {
				return
			}
		}
		for i := s.first(); i < s.cut.Begun; i++ {
			if s.p.keep.Has(i) && !yield(i) {
				return
			}
		}
	}
}

// Parts are the same events in two parts: those that begin before the set's
// time, ascending, and those from..to-1 that pass the filter.
func (s *Set) Parts() (carried []int, from, to int) { return s.carried(), s.first(), s.cut.Begun }

// first is the position of the first event that begins inside the set's time.
func (s *Set) first() int {
	earliest := s.p.data.Cols.Earliest
	return sort.Search(s.cut.Begun, func(i int) bool { return earliest[i] >= s.from })
}

// carried are the members that begin before the set's time and reach into it.
func (s *Set) carried() []int {
	if !s.looked {
		s.looked = true
		s.p.data.ends.each(s.first(), s.from, func(i int) {
			if s.p.keep.Has(i) {
				s.earlier = append(s.earlier, i)
			}
		})
	}
	return s.earlier
}

// ends know of each block of events when the last of them ends, so that those
// that reach into a time are found among the many that do not.
type ends struct {
	latest []int64
	blocks []int64
}

func newEnds(latest []int64) ends {
	e := ends{latest, make([]int64, 0, len(latest)/block+1)}
	for b := 0; b < len(latest); b += block {
		e.blocks = append(e.blocks, slices.Max(latest[b:min(b+block, len(latest))]))
	}
	return e
}

// Reaching calls f for the events before position n that end at t or later, in
// Unix seconds, ascending.
func (d *Data) Reaching(n int, t int64, f func(i int)) { d.ends.each(n, t, f) }

// each calls f for the events before position n that end at t or later.
func (e *ends) each(n int, t int64, f func(i int)) {
	for b := 0; b*block < n; b++ {
		if e.blocks[b] < t {
			continue
		}
		for i := b * block; i < min(n, (b+1)*block); i++ {
			if e.latest[i] >= t {
				f(i)
			}
		}
	}
}
