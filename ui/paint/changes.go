package paint

// changes finds out which imprints of a picture are others than those of the
// one before: all that do not belong to the longest common subsequence. What
// belongs to it lies in the same order in both, so that a pixel which no other
// imprint meets looks the same.
type changes struct {
	at    map[uint64]int32 // by id: the first old imprint not matched yet, or -1
	next  []int32          // by old imprint: the next one with the same id, or -1
	match []int32          // by new imprint: the old one, or -1
	tails []int32          // by length: the new imprint that ends the best subsequence so long
	link  []int32          // by new imprint: the one before it in its subsequence, or -1
	kept  []bool           // by old imprint
}

// spoil makes stale what the imprints that are not in both pictures meet. It
// takes some 100 ns for each imprint between the first and the last that differ.
func (c *changes) spoil(t *tiles, old, new []imprint) {
	for len(old) > 0 && len(new) > 0 && old[0].id == new[0].id {
		old, new = old[1:], new[1:]
	}
	for len(old) > 0 && len(new) > 0 && old[len(old)-1].id == new[len(new)-1].id {
		old, new = old[:len(old)-1], new[:len(new)-1]
	}
	c.pair(old, new)
	c.choose(len(old))
	for i := range old {
		if !c.kept[i] {
			t.spoil(old[i].rect)
		}
	}
	for i := range new {
		if c.match[i] < 0 {
			t.spoil(new[i].rect)
		}
	}
}

// pair matches each new imprint with the first old one like it that is left.
func (c *changes) pair(old, new []imprint) {
	if c.at == nil {
		c.at = map[uint64]int32{}
	}
	clear(c.at)
	c.next = unset(c.next, len(old))
	for i := len(old) - 1; i >= 0; i-- {
		if later, ok := c.at[old[i].id]; ok {
			c.next[i] = later
		}
		c.at[old[i].id] = int32(i)
	}
	c.match = unset(c.match, len(new))
	for i := range new {
		if first, ok := c.at[new[i].id]; ok && first >= 0 {
			c.match[i] = first
			c.at[new[i].id] = c.next[first]
		}
	}
}

// choose keeps the longest run of matches whose old imprints ascend:
// Fredman, "On computing the length of longest increasing subsequences" (1975).
func (c *changes) choose(olds int) {
	c.tails, c.link = c.tails[:0], unset(c.link, len(c.match))
	for i, old := range c.match {
		if old < 0 {
			continue
		}
		k := c.shorter(old)
		if k > 0 {
			c.link[i] = c.tails[k-1]
		}
		if k == len(c.tails) {
			c.tails = append(c.tails, 0)
		}
		c.tails[k] = int32(i)
	}
	c.mark(olds)
}

// shorter is how many lengths there are whose best subsequence ends before old.
func (c *changes) shorter(old int32) int {
	low, high := 0, len(c.tails)
	for low < high {
		if middle := (low + high) / 2; c.match[c.tails[middle]] < old {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// mark undoes the matches that do not belong to the longest run.
func (c *changes) mark(olds int) {
	c.kept = grown(c.kept, olds)
	clear(c.kept)
	chosen := int32(-1)
	if n := len(c.tails); n > 0 {
		chosen = c.tails[n-1]
	}
	for i := int32(len(c.match)) - 1; i >= 0; i-- {
		if i == chosen {
			c.kept[c.match[i]] = true
			chosen = c.link[i]
		} else {
			c.match[i] = -1
		}
	}
}

// unset returns a slice of n times -1, the old one's memory where that is enough.
func unset(old []int32, n int) []int32 {
	old = grown(old, n)
	for i := range old {
		old[i] = -1
	}
	return old
}

// grown returns a slice of n values of any kind, the old one's memory where that
// is enough.
func grown[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n, n+n/2)
	}
	return old[:n]
}
