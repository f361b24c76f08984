package state

import "math/bits"

// Bits are a set of events, a bit for each position.
type Bits []uint64

// NewBits returns an empty set with room for n events.
func NewBits(n int) Bits { return make(Bits, (n+63)/64) }

// Has tells whether event i is in the set.
func (b Bits) Has(i int) bool { return b[i>>6]>>(i&63)&1 != 0 }

// Set puts event i into the set.
func (b Bits) Set(i int) { b[i>>6] |= 1 << (i & 63) }

// Clear takes event i out of the set.
func (b Bits) Clear(i int) { b[i>>6] &^= 1 << (i & 63) }

// Each calls f for the members from..to-1, ascending.
func (b Bits) Each(from, to int, f func(i int)) {
	for w := from >> 6; w<<6 < to; w++ {
		word := b[w]
		if w == from>>6 {
			word &= ^uint64(0) << (from & 63)
		}
		for word != 0 {
			i := w<<6 | bits.TrailingZeros64(word)
			if i >= to {
				return
			}
			f(i)
			word &= word - 1
		}
	}
}

// block is how many events lie between two sums of a tally. It is a multiple of
// the 64 events of a word.
const block = 512

// tally knows how many events of a set there are among the first n in some
// order, by category, at the cost of looking at less than a block of them.
type tally struct {
	order      []uint32 // which event stands n-th; nil: events stand in order of position
	category   []uint8
	categories int
	in         Bits
	sums       []uint32 // of each category among the first b*block, by b*categories+category
	totals     []int    // among the first b*block
}

// fill counts anew. It takes a few nanoseconds an event.
func (t *tally) fill(n int) {
	blocks := n/block + 1
	if len(t.totals) != blocks {
		t.sums, t.totals = make([]uint32, blocks*t.categories), make([]int, blocks)
	}
	for b := 1; b < blocks; b++ {
		sums := t.sums[b*t.categories : (b+1)*t.categories]
		copy(sums, t.sums[(b-1)*t.categories:])
		t.totals[b] = t.totals[b-1]
		t.each((b-1)*block, b*block, func(i int) {
			sums[t.category[i]]++
			t.totals[b]++
		})
	}
}

// each calls f for the events of the set that stand from..to-1 in this order.
func (t *tally) each(from, to int, f func(i int)) {
	if t.order == nil {
		t.in.Each(from, to, f)
		return
	}
	for _, i := range t.order[from:to] {
		if t.in.Has(int(i)) {
			f(int(i))
		}
	}
}

// rank is how many events of the set stand among the first n.
func (t *tally) rank(n int) int {
	b := n / block
	total := t.totals[b]
	if t.order == nil {
		return total + t.in.count(b*block, n)
	}
	for _, i := range t.order[b*block : n] {
		if t.in.Has(int(i)) {
			total++
		}
	}
	return total
}

// count is the number of members from..to-1; from is a multiple of 64.
func (b Bits) count(from, to int) int {
	n := 0
	for w := from >> 6; w < to>>6; w++ {
		n += bits.OnesCount64(b[w])
	}
	if to&63 != 0 && from < to {
		n += bits.OnesCount64(b[to>>6] & (1<<(to&63) - 1))
	}
	return n
}

// add adds to counts, by category, sign times the events among the first n.
func (t *tally) add(n, sign int, counts []int) {
	b := n / block
	for c, sum := range t.sums[b*t.categories : (b+1)*t.categories] {
		counts[c] += sign * int(sum)
	}
	t.each(b*block, n, func(i int) { counts[t.category[i]] += sign })
}

// nth is the position of the member that has k members before it; order is that
// of position.
func (t *tally) nth(k int) int {
	low, high := 0, len(t.totals)
	for high-low > 1 {
		if middle := (low + high) / 2; t.totals[middle] <= k {
			low = middle
		} else {
			high = middle
		}
	}
	k -= t.totals[low]
	for w := low * block / 64; w < len(t.in); w++ {
		n := bits.OnesCount64(t.in[w])
		if k >= n {
			k -= n
			continue
		}
		word := t.in[w]
		for ; k > 0; k-- {
			word &= word - 1
		}
		return w<<6 | bits.TrailingZeros64(word)
	}
	return -1
}
