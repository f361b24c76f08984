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
	holders []int // by lane, the bar that was put there last
}

// Pack appends to dst the lane of each bar, the first that is free, from 0 to
// lanes-1, or NoLane. Bars come in order of From; gap is the least time between
// two in a lane. Where every lane is taken, the bar with the lowest rank gives
// way. It also returns how many lanes are used and how many bars have none.
// The work is bars times lanes.
func (p *Packer) Pack(dst []int, bars []Bar, lanes int, gap int64) (lane []int, used, left int) {
	base := len(dst)
	dst, left = p.choose(dst, bars, lanes, gap)
	p.settle(dst[base:], bars, lanes, gap)
	return dst, len(p.holders), left
}

// choose finds out which bars get a lane.
func (p *Packer) choose(dst []int, bars []Bar, lanes int, gap int64) (lane []int, left int) {
	p.holders = p.holders[:0]
	base := len(dst)
	for i, b := range bars {
		k := p.free(bars, b.From-gap, lanes)
		if k < 0 {
			left++
			if k = p.weakest(bars, b.Rank); k >= 0 {
				dst[base+p.holders[k]] = NoLane
			}
		}
		dst = append(dst, k)
		if k >= 0 {
			p.holders[k] = i
		}
	}
	return dst, left
}

// settle puts the chosen bars into lanes anew, because those that gave way
// have left holes. All of them find room: no moment has more than lanes.
func (p *Packer) settle(chosen []int, bars []Bar, lanes int, gap int64) {
	p.holders = p.holders[:0]
	for i, b := range bars {
		if chosen[i] == NoLane {
			continue
		}
		if k := p.free(bars, b.From-gap, lanes); k >= 0 {
			chosen[i], p.holders[k] = k, i
		}
	}
}

// free is the first lane that holds nothing after the time t, or NoLane.
func (p *Packer) free(bars []Bar, t int64, lanes int) int {
	for k, holder := range p.holders {
		if bars[holder].To <= t {
			return k
		}
	}
	if len(p.holders) < lanes {
		p.holders = append(p.holders, NoLane)
		return len(p.holders) - 1
	}
	return NoLane
}

// weakest is the lane whose bar has the lowest rank below rank, or NoLane. The
// one that ends last gives way first, because it would block the lane longest.
func (p *Packer) weakest(bars []Bar, rank int) int {
	found := NoLane
	for k, holder := range p.holders {
		h := bars[holder]
		if h.Rank >= rank {
			continue
		}
		if found == NoLane || h.Rank < bars[p.holders[found]].Rank ||
			h.Rank == bars[p.holders[found]].Rank && h.To > bars[p.holders[found]].To {
			found = k
		}
	}
	return found
}
