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
// zero value is ready; filling it again reuses its memory.
type Histogram struct {
	Edges      []int64 // where bins begin, and where the last one ends
	Categories int
	Max        float64 // weight of the heaviest bin, certain and uncertain together

	sums  [2][]float64 // certain, uncertain: weight by bin*Categories+category
	rates [2][]float64 // change, at a bin, of the weight per second of spans that cover it whole
	rate  []float64
}

// Bins is how many bins there are.
func (h *Histogram) Bins() int { return max(0, len(h.Edges)-1) }

// Certain is the weight of the certain spans of a category in a bin.
func (h *Histogram) Certain(bin, category int) float64 {
	return h.sums[0][bin*h.Categories+category]
}

// Uncertain is the weight of the uncertain spans of a category in a bin.
func (h *Histogram) Uncertain(bin, category int) float64 {
	return h.sums[1][bin*h.Categories+category]
}

// Fill counts spans anew, in bins of at least least pixels that follow the
// calendar of loc and cover what s shows. The work is that of the spans plus
// that of the bins, however long the spans are.
func (h *Histogram) Fill(s Scale, loc *time.Location, least float64, categories int, spans []Span) {
	h.Categories = categories
	h.lay(s, loc, least)
	for _, sp := range spans {
		h.add(sp)
	}
	h.settle()
}

// lay sets the edges of the bins and empties the sums.
func (h *Histogram) lay(s Scale, loc *time.Location, least float64) {
	st := s.rung(least)
	h.Edges = h.Edges[:0]
	t := st.floor(s.From, loc)
	for ; t < s.To; t = st.next(t, loc) {
		h.Edges = append(h.Edges, t)
	}
	h.Edges = append(h.Edges, t)
	for k := range h.sums {
		h.sums[k] = zeroed(h.sums[k], h.Bins()*h.Categories)
		h.rates[k] = zeroed(h.rates[k], (h.Bins()+1)*h.Categories)
	}
}

// zeroed returns n zeros, in a's memory where they fit.
func zeroed(a []float64, n int) []float64 {
	if cap(a) < n {
		return make([]float64, n)
	}
	a = a[:n]
	clear(a)
	return a
}

func (h *Histogram) add(sp Span) {
	last := len(h.Edges) - 1
	from, to := max(sp.From, h.Edges[0]), min(sp.To+1, h.Edges[last])
	if from >= to {
		return
	}
	kind := 0
	if sp.Uncertain {
		kind = 1
	}
	rate := 1 / float64(sp.To+1-sp.From)
	sums, n := h.sums[kind], h.Categories
	i, j := h.bin(from), h.bin(to-1)
	if i == j {
		sums[i*n+sp.Category] += float64(to-from) * rate
		return
	}
	sums[i*n+sp.Category] += float64(h.Edges[i+1]-from) * rate
	sums[j*n+sp.Category] += float64(to-h.Edges[j]) * rate
	if i+1 < j {
		h.rates[kind][(i+1)*n+sp.Category] += rate
		h.rates[kind][j*n+sp.Category] -= rate
	}
}

// bin is the bin that t lies in: a guess from the mean width, then a few steps,
// because months and days with a change of clocks differ a little.
func (h *Histogram) bin(t int64) int {
	n := h.Bins()
	first, last := h.Edges[0], h.Edges[n]
	i := int(float64(t-first) / float64(last-first) * float64(n))
	i = max(0, min(n-1, i))
	for i > 0 && t < h.Edges[i] {
		i--
	}
	for i < n-1 && t >= h.Edges[i+1] {
		i++
	}
	return i
}

// settle adds what the long spans give to the bins between their ends, and
// finds the heaviest bin.
func (h *Histogram) settle() {
	h.Max = 0
	for kind := range h.sums {
		h.rate = zeroed(h.rate, h.Categories)
		for b := range h.Bins() {
			seconds := float64(h.Edges[b+1] - h.Edges[b])
			for c := range h.Categories {
				h.rate[c] += h.rates[kind][b*h.Categories+c]
				h.sums[kind][b*h.Categories+c] += max(0, h.rate[c]) * seconds
			}
		}
	}
	for b := range h.Bins() {
		total := 0.0
		for c := range h.Categories {
			total += h.Certain(b, c) + h.Uncertain(b, c)
		}
		h.Max = max(h.Max, total)
	}
}
