package axis

import "time"

// Span is one item of a histogram. It weighs 1, spread evenly over the time
// from From to To, Unix seconds, both included.
type Span struct {
	From, To  int64
	Category  int
	Uncertain bool
}

// Histogram counts spans in bins by category, certain and uncertain apart. The
// zero value is ready; filling it again reuses its memory. To fill it, call
// Lay, then Add or AddSeries for what is to be counted, then Settle.
type Histogram struct {
	Edges      []int64 // where bins begin, and where the last one ends
	Categories int

	sums    []float64 // weight by bin and slot; a slot is a category, certain or, Categories later, uncertain
	counts  []uint32  // spans that lie in one bin, by bin and slot
	turns   []turn    // of long spans, by bin and slot
	perBin  float64   // bins in one second, in the mean
	slope   []float64
	weights []float64 // of the bins, all categories together
}

// Bins is how many bins there are.
func (h *Histogram) Bins() int { return max(0, len(h.Edges)-1) }

// Certain is the weight of the certain spans of a category in a bin.
func (h *Histogram) Certain(bin, category int) float64 {
	return h.sums[bin*h.slots()+category]
}

// Uncertain is the weight of the uncertain spans of a category in a bin.
func (h *Histogram) Uncertain(bin, category int) float64 {
	return h.sums[bin*h.slots()+h.Categories+category]
}

// slots is how many sums a bin has.
func (h *Histogram) slots() int { return 2 * h.Categories }

// Weight is the weight of all spans in a bin.
func (h *Histogram) Weight(bin int) float64 { return h.weights[bin] }

// Between is the range of bins that overlap the time from..to, the last one not
// included.
func (h *Histogram) Between(from, to int64) (first, last int) {
	if h.Bins() == 0 {
		return 0, 0
	}
	return h.bin(from), h.bin(to) + 1
}

// Max is the weight of the heaviest of the bins first..last-1.
func (h *Histogram) Max(first, last int) float64 {
	heaviest := 0.0
	for _, w := range h.weights[first:last] {
		heaviest = max(heaviest, w)
	}
	return heaviest
}

// Lay empties the histogram and lays bins of at least least pixels that follow
// the calendar of loc and cover what s shows.
func (h *Histogram) Lay(s Scale, loc *time.Location, least float64, categories int) {
	h.Categories = categories
	st := s.rung(least)
	h.Edges = h.Edges[:0]
	t := st.floor(s.From, loc)
	for ; t < s.To; t = st.next(t, loc) {
		h.Edges = append(h.Edges, t)
	}
	h.Edges = append(h.Edges, t)
	h.sums = zeroed(h.sums, h.Bins()*h.slots())
	h.counts = zeroed(h.counts, h.Bins()*h.slots())
	h.turns = zeroed(h.turns, h.Bins()*h.slots())
	h.perBin = float64(h.Bins()) / float64(max(1, t-h.Edges[0]))
}

// Reach is the time that the bins cover, its end not included.
func (h *Histogram) Reach() (from, to int64) { return h.Edges[0], h.Edges[len(h.Edges)-1] }

// zeroed returns n zeros, in a's memory where they fit.
func zeroed[T any](a []T, n int) []T {
	if cap(a) < n {
		return make([]T, n)
	}
	a = a[:n]
	clear(a)
	return a
}

// Add counts one span, as far as it lies in the bins.
func (h *Histogram) Add(sp Span) {
	first, last := h.Reach()
	from, to := max(sp.From, first), min(sp.To+1, last)
	if from >= to {
		return
	}
	slot := sp.Category
	if sp.Uncertain {
		slot += h.Categories
	}
	rate := 1 / float64(sp.To+1-sp.From)
	h.turn(h.bin(from), slot, from, rate)
	if to < last {
		h.turn(h.bin(to), slot, to, -rate)
	}
}

// turn is what the spans that begin or end inside a bin do to it and to those
// after it.
type turn struct {
	part float64 // the weight that they add to the bin
	rate float64 // by how much they change the weight per second after it
}

// turn changes the weight per second of a slot from the time t on, which lies
// in bin b.
func (h *Histogram) turn(b, slot int, t int64, rate float64) {
	at := &h.turns[b*h.slots()+slot]
	at.part += float64(h.Edges[b+1]-t) * rate
	at.rate += rate
}

// bin is the bin that t lies in, or the nearest: a guess from the mean width,
// then a few steps, because months and days with a change of clocks differ a
// little.
func (h *Histogram) bin(t int64) int {
	n := h.Bins()
	i := max(0, min(n-1, int(float64(t-h.Edges[0])*h.perBin)))
	for i > 0 && t < h.Edges[i] {
		i--
	}
	for i < n-1 && t >= h.Edges[i+1] {
		i++
	}
	return i
}

// Settle finishes the count: it adds what spans give to the bins after the one
// that they begin in, and the weights of whole bins.
func (h *Histogram) Settle() {
	h.weights = zeroed(h.weights, h.Bins())
	h.slope = zeroed(h.slope, h.slots())
	for b := range h.Bins() {
		seconds := float64(h.Edges[b+1] - h.Edges[b])
		for slot := range h.slope {
			at := b*h.slots() + slot
			sum := float64(h.counts[at]) + h.turns[at].part + h.slope[slot]*seconds
			h.slope[slot] += h.turns[at].rate
			if sum < nothing {
				sum = 0
			}
			h.sums[at] = sum
			h.weights[b] += sum
		}
	}
}

// nothing is the weight below which a sum is taken for what rounding leaves of
// spans that are over.
const nothing = 1e-7
