package axis

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"
)

// fill counts spans in bins of at least least pixels.
func (h *Histogram) fill(s Scale, loc *time.Location, least float64, categories int, spans []Span) {
	h.Lay(s, loc, least, categories)
	for _, sp := range spans {
		h.Add(sp)
	}
	h.Settle()
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestADayIsSpreadOverItsBins(t *testing.T) {
	loc := zone(t, "Asia/Almaty")
	from := at(t, loc, "2022-01-05 00:00")
	s := Scale{from - days, from + 2*days, 120} // bins of six hours
	var h Histogram
	h.fill(s, loc, 8, 2, []Span{
		{From: from, To: from + days - 1, Category: 1},
		{From: from + 7*hours, To: from + 7*hours, Category: 0, Uncertain: true},
		{From: from - 9*days, To: from - 8*days, Category: 0},
	})
	if h.Bins() != 12 {
		t.Fatalf("%d bins, want 12", h.Bins())
	}
	for b := range 12 {
		want := 0.0
		if b >= 4 && b < 8 {
			want = 0.25
		}
		if got := h.Certain(b, 1); !near(got, want) {
			t.Errorf("bin %d: %v, want %v", b, got, want)
		}
	}
	if got := h.Uncertain(5, 0); !near(got, 1) {
		t.Errorf("the instant weighs %v, want 1", got)
	}
	if got := h.Max(0, h.Bins()); !near(got, 1.25) || h.Max(6, 12) >= got {
		t.Errorf("the heaviest bin weighs %v, want 1.25; the heaviest of the later ones %v", got, h.Max(6, 12))
	}
	if first, last := h.Between(from, from+days-1); first != 4 || last != 8 {
		t.Errorf("the day is in bins %d to %d", first, last)
	}
}

func TestSpansAreClipped(t *testing.T) {
	loc := zone(t, "Asia/Almaty")
	from := at(t, loc, "2022-01-05 00:00")
	var h Histogram
	h.fill(Scale{from, from + days, 40}, loc, 8, 1, []Span{{From: from - 3*days, To: from + days - 1}})
	sum := 0.0
	for b := range h.Bins() {
		sum += h.Certain(b, 0)
	}
	if !near(sum, 0.25) {
		t.Errorf("a quarter of the span is inside, but it weighs %v", sum)
	}
}

// TestWeightsMatchOverlaps compares the sums with a plain count of seconds.
func TestWeightsMatchOverlaps(t *testing.T) {
	loc := zone(t, "Europe/Berlin")
	r := rand.New(rand.NewPCG(11, 12))
	from := at(t, loc, "2022-03-20 00:00")
	s := Scale{from, from + 14*days, 500}
	spans := make([]Span, 400)
	for i := range spans {
		start := from + r.Int64N(20*days) - 3*days
		spans[i] = Span{start, start + r.Int64N(6*days), r.IntN(3), r.IntN(2) == 0}
	}
	var h Histogram
	for range 2 { // the second time in used memory
		h.fill(s, loc, 8, 3, spans)
	}
	for b := range h.Bins() {
		for c := range 3 {
			want := 0.0
			for _, sp := range spans {
				overlap := min(sp.To+1, h.Edges[b+1]) - max(sp.From, h.Edges[b])
				if sp.Category == c && !sp.Uncertain && overlap > 0 {
					want += float64(overlap) / float64(sp.To+1-sp.From)
				}
			}
			if got := h.Certain(b, c); math.Abs(got-want) > 1e-6 {
				t.Fatalf("bin %d, category %d: %v, want %v", b, c, got, want)
			}
		}
	}
}
