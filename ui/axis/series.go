package axis

import "math/bits"

// Series is many spans as arrays of one length, in order of From. F is the type
// of their flags.
type Series[F ~uint16] struct {
	From, To []int64 // Unix seconds, both included
	Category []uint8
	Flags    []F
	Keep     []uint64 // a bit for each span: whether it counts
	Unsure   F        // the flag of uncertain spans
	Apart    F        // spans with any of these flags do not count here; they go on beyond the bins
}

// AddSeries counts the spans first..last-1, which begin inside the bins: a few
// nanoseconds each.
func AddSeries[F ~uint16](h *Histogram, s *Series[F], first, last int) {
	run := run[F]{h: h, s: s, next: h.Edges[1], unsure: bits.TrailingZeros16(uint16(s.Unsure))}
	for w := first >> 6; w<<6 < last; w++ {
		word := s.Keep[w]
		if w == first>>6 {
			word &= ^uint64(0) << (first & 63)
		}
		if word != 0 {
			run.add(w<<6, min(last, w<<6+64), word)
		}
	}
}

// run goes through a series. Spans that begin later lie in later bins, so the
// bin that one begins in is a few steps from the last one's.
type run[F ~uint16] struct {
	h      *Histogram
	s      *Series[F]
	bin    int   // that the last span began in
	base   int   // of the bin's slots
	next   int64 // where the bin ends
	unsure int   // which bit of the flags says so
	long   long
}

// add counts the spans i..end-1 of which keep holds a bit. What counts and where
// is worked out without branches, which a processor could not foresee.
func (r *run[F]) add(i, end int, keep uint64) {
	h, next, base := r.h, r.next, r.base
	n := end - i
	froms, tos, flags, categories := r.s.From[i:end], r.s.To[i:end][:n], r.s.Flags[i:end][:n], r.s.Category[i:end][:n]
	for k, from := range froms {
		for from >= next {
			r.bin++
			next, base = h.Edges[r.bin+1], base+h.slots()
		}
		slot := int(categories[k]) + int(flags[k]>>r.unsure&1)*h.Categories
		if tos[k] < next {
			h.counts[base+slot] += uint32(keep >> k & 1)
		} else if keep>>k&1 != 0 && flags[k]&r.s.Apart == 0 {
			r.long.add(h, r.bin, slot, from, tos[k]+1)
		}
	}
	r.next, r.base = next, base
}

// long counts spans that go on after the bin that they begin in. Many events of
// one day follow each other, so what the last one took is kept.
type long struct {
	from, to int64
	end      int // the bin that it ends in
	rate     float64
}

func (l *long) add(h *Histogram, b, slot int, from, to int64) {
	if from != l.from || to != l.to {
		*l = long{from, to, h.bin(to), 1 / float64(to-from)}
	}
	h.turn(b, slot, from, l.rate)
	if to < h.Edges[len(h.Edges)-1] {
		h.turn(l.end, slot, to, -l.rate)
	}
}
