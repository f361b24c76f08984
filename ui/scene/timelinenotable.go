package scene

import (
	"math/bits"

	"qantar/store"
)

// notable are the events that may have bars where not all can: conditions, what
// lasts, and the most important.
func notable(cols *store.Columns) []uint32 {
	var found []uint32
	for i, f := range cols.Flags {
		if f.Has(store.Condition|store.Lasting) || cols.Importance[i] >= 3 {
			found = append(found, uint32(i))
		}
	}
	return found
}

// chooseNotable takes at most mostBars notable events of the time of the lanes:
// those with the highest scores.
func (t *Timeline) chooseNotable() {
	l, cols, keep := &t.lanes, t.p.Data().Cols, t.p.Keep()
	l.scores = append(l.scores[:0], make([]int32, scoreCount)...)
	each := func(f func(i int)) {
		for _, n := range l.notable {
			i := int(n)
			if cols.Earliest[i] > l.to {
				return
			}
			if cols.Latest[i] >= l.from && keep.Has(i) {
				f(i)
			}
		}
	}
	each(func(i int) { l.scores[score(cols, i)]++ })
	least, room := scoreCount, int32(mostBars)
	for least > 0 && l.scores[least-1] <= room {
		least--
		room -= l.scores[least]
	}
	each(func(i int) {
		if score(cols, i) >= least {
			l.events = append(l.events, i)
		}
	})
}

// A score is, from its highest bit on: two bits of class, six of how long the
// event lasts, and six that tell events of one sort apart, so that some of many
// alike are taken, and always the same.
const (
	lengthBits = 6
	mixBits    = 6
	scoreCount = 1 << (2 + lengthBits + mixBits)
)

func score(cols *store.Columns, i int) int {
	class := 1
	switch f := cols.Flags[i]; {
	case f.Has(store.Condition):
		class = 3
	case cols.Importance[i] >= 3:
		class = 2
	}
	length := bits.Len64(uint64(cols.Latest[i] - cols.Earliest[i]))
	const golden = 2654435769 // 2^32 over the golden ratio, as in Knuth's multiplicative hashing
	return class<<(lengthBits+mixBits) | min(length, 1<<lengthBits-1)<<mixBits | int(uint32(i)*golden>>(32-mixBits))
}
