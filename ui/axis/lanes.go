package axis

// Bar is a stretch of time, in Unix seconds with To not included, that wants a
// lane of its own. A bar of higher Rank may take the place of one of lower.
type Bar struct {
	From, To int64
	Rank     int
}

// NoLane is the lane of a bar for which there was no room.
const NoLane = -1

// Packer puts bars into lanes so that no two in one lane touch. The zero value
// is ready; packing again reuses its memory.
type Packer struct {
	bars    []Bar
	held    []int
	gap     int64
	holders []int // by lane, the bar that was put there last
	ahead   []int // by lane, the next bar that holds it
	next    []int // by bar that holds a lane, the one that holds it next
}

// Pack appends to dst the lane of each bar, the first that is free, from 0 to
// lanes-1, or NoLane. Bars come in order of From; gap is the least time between
// two in a lane. Where every lane is taken, the bar with the lowest rank gives
// way. A bar that holds a lane keeps it: held are those lanes, NoLane for a bar
// that is free to go anywhere; nil: all are. It also returns how many lanes are
// used and how many bars have none. The work is bars times lanes.
func (p *Packer) Pack(dst []int, bars []Bar, held []int, lanes int, gap int64) (lane []int, used, left int) {
	base := len(dst)
	p.bars, p.held, p.gap = bars, held, gap
	p.begin(lanes)
	dst = p.choose(dst)
	p.begin(lanes)
	used, left = p.settle(dst[base:])
	return dst, used, left
}

// begin empties the lanes but for the bars that hold them.
func (p *Packer) begin(lanes int) {
	p.holders, p.ahead = emptied(p.holders, lanes), emptied(p.ahead, lanes)
	if p.held == nil {
		return
	}
	p.next = emptied(p.next, len(p.bars))
	for i := len(p.bars) - 1; i >= 0; i-- {
		if k := p.heldBy(i); k != NoLane {
			p.next[i], p.ahead[k] = p.ahead[k], i
		}
	}
}

// emptied is n times NoLane, in a's memory where it fits.
func emptied(a []int, n int) []int {
	a = a[:0]
	for range n {
		a = append(a, NoLane)
	}
	return a
}

// heldBy is the lane that bar i keeps, or NoLane.
func (p *Packer) heldBy(i int) int {
	if p.held == nil || p.held[i] >= len(p.holders) {
		return NoLane
	}
	return p.held[i]
}

// choose finds out which bars get a lane.
func (p *Packer) choose(dst []int) []int {
	base := len(dst)
	for i := range p.bars {
		k := p.heldBy(i)
		if k == NoLane {
			if k = p.free(i); k == NoLane {
				if k = p.weakest(i); k != NoLane {
					dst[base+p.holders[k]] = NoLane
				}
			}
		}
		dst = append(dst, k)
		p.take(i, k)
	}
	return dst
}

// settle puts the chosen bars into lanes anew, because those that gave way have
// left holes. Where no bar holds a lane all of them find room: no moment has
// more bars than lanes.
func (p *Packer) settle(chosen []int) (used, left int) {
	for i := range p.bars {
		if chosen[i] != NoLane {
			if chosen[i] = p.heldBy(i); chosen[i] == NoLane {
				chosen[i] = p.free(i)
			}
		}
		if chosen[i] == NoLane {
			left++
		}
		p.take(i, chosen[i])
		used = max(used, chosen[i]+1)
	}
	return used, left
}

// take puts bar i into lane k.
func (p *Packer) take(i, k int) {
	if k == NoLane {
		return
	}
	p.holders[k] = i
	if p.ahead[k] == i {
		p.ahead[k] = p.next[i]
	}
}

// free is the first lane with room for bar i, or NoLane.
func (p *Packer) free(i int) int {
	for k, holder := range p.holders {
		if (holder == NoLane || p.bars[holder].To+p.gap <= p.bars[i].From) && p.clear(i, k) {
			return k
		}
	}
	return NoLane
}

// clear tells whether bar i ends before the next one that holds lane k.
func (p *Packer) clear(i, k int) bool {
	next := p.ahead[k]
	return next == NoLane || p.bars[i].To+p.gap <= p.bars[next].From
}

// weakest is the lane whose bar gives way to bar i, the one of the lowest rank,
// or NoLane. The one that ends last gives way first, because it would block the
// lane longest.
func (p *Packer) weakest(i int) int {
	found := NoLane
	for k, holder := range p.holders {
		if holder == NoLane || p.bars[holder].Rank >= p.bars[i].Rank || p.heldBy(holder) != NoLane || !p.clear(i, k) {
			continue
		}
		if found == NoLane || p.gives(holder, p.holders[found]) {
			found = k
		}
	}
	return found
}

// gives tells whether bar a gives way before bar b.
func (p *Packer) gives(a, b int) bool {
	x, y := p.bars[a], p.bars[b]
	return x.Rank < y.Rank || x.Rank == y.Rank && x.To > y.To
}
