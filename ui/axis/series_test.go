package axis

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// mark is a flag of the spans in these tests.
type mark uint16

const (
	unsure mark = 1 << iota
	apart
)

// someSeries is n spans that begin in nine days from from on, each as long as
// length says, in no order of their ends. A tenth of them is left out.
func someSeries(n int, from int64, length func(*rand.Rand) int64) *Series[mark] {
	r := rand.New(rand.NewPCG(1, 1))
	s := &Series[mark]{
		From: make([]int64, n), To: make([]int64, n), Category: make([]uint8, n), Flags: make([]mark, n),
		Keep: make([]uint64, (n+63)/64), Unsure: unsure, Apart: apart,
	}
	for i := range n {
		s.From[i] = from + r.Int64N(9*days)
	}
	slices.Sort(s.From)
	for i := range n {
		s.To[i] = s.From[i] + length(r)
		s.Category[i], s.Flags[i] = uint8(r.IntN(12)), mark(r.IntN(2))
		if r.IntN(10) > 0 {
			s.Keep[i>>6] |= 1 << (i & 63)
		}
	}
	return s
}

// TestASeriesCountsAsItsSpans compares a series with its spans one by one.
func TestASeriesCountsAsItsSpans(t *testing.T) {
	loc := zone(t, "Europe/Berlin")
	from := at(t, loc, "2022-03-24 00:00")
	s := someSeries(3000, from, func(r *rand.Rand) int64 { return r.Int64N(2) * r.Int64N(5*days) })
	for i := range s.Flags {
		if i%50 == 0 {
			s.Flags[i] |= apart
			s.To[i] += 20 * days
		}
	}
	scale := Scale{from, from + 8*days, 500}
	var whole, single Histogram
	whole.Lay(scale, loc, 8, 12)
	single.Lay(scale, loc, 8, 12)
	_, end := whole.Reach()
	last, _ := slices.BinarySearch(s.From, end)
	AddSeries(&whole, s, 70, last)
	for i := 70; i < len(s.From); i++ {
		if s.Keep[i>>6]>>(i&63)&1 != 0 && s.Flags[i]&apart == 0 {
			single.Add(Span{s.From[i], s.To[i], int(s.Category[i]), s.Flags[i]&unsure != 0})
		}
	}
	whole.Settle()
	single.Settle()
	for b := range whole.Bins() {
		for c := range 12 {
			if math.Abs(whole.Certain(b, c)-single.Certain(b, c)) > 1e-6 || math.Abs(whole.Uncertain(b, c)-single.Uncertain(b, c)) > 1e-6 {
				t.Fatalf("bin %d, category %d: %v and %v, want %v and %v", b, c,
					whole.Certain(b, c), whole.Uncertain(b, c), single.Certain(b, c), single.Uncertain(b, c))
			}
		}
	}
}

// BenchmarkHistogram1M counts a million spans, all in sight at 1920 pixels, in
// bins of two hours and 12 categories.
func BenchmarkHistogram1M(b *testing.B) {
	loc := zone(b, "Asia/Almaty")
	from := at(b, loc, "2022-01-01 00:00")
	scale := Scale{from, from + 9*days, 1920}
	for _, c := range []struct {
		name   string
		length func(*rand.Rand) int64
	}{
		{"minutes", func(*rand.Rand) int64 { return 59 }},
		{"mixed", func(r *rand.Rand) int64 { return []int64{59, 59, 59, days - 1}[r.IntN(4)] }},
		{"long", func(r *rand.Rand) int64 { return r.Int64N(2 * days) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := someSeries(1_000_000, from, c.length)
			var h Histogram
			h.Lay(scale, loc, 12, 12)
			b.ReportAllocs()
			for b.Loop() {
				h.Lay(scale, loc, 12, 12)
				AddSeries(&h, s, 0, len(s.From))
				h.Settle()
			}
		})
	}
}
