package quiz

import (
	"testing"

	"qantar/store"
	"qantar/store/sample"

	"github.com/paulmach/orb"
)

// made is a made-up collection of n events, whose titles resemble each other
// much and whose figures have made-up speakers.
func made(tb testing.TB, n int) *store.Collection {
	tb.Helper()
	s, err := sample.New(n, 1, func(string) (orb.Bound, bool) { return orb.Bound{}, false })
	if err != nil {
		tb.Fatal(err)
	}
	c := s.Frame()
	for e, err := range s.Events() {
		if err != nil {
			tb.Fatal(err)
		}
		c.Events = append(c.Events, *e)
	}
	return c
}

// TestMadeUpRecord: questions about another record hold as well.
func TestMadeUpRecord(t *testing.T) {
	for _, q := range New(made(t, 1000), Options{Seed: 1, Count: 30}) {
		if len(q.Citations) == 0 || len(q.Choices) < 3 || !q.Correct(q.Right) {
			t.Errorf("%+v", q)
		}
	}
}

// BenchmarkNew makes a quiz of ten questions from a thousand events.
func BenchmarkNew(b *testing.B) {
	c := made(b, 1000)
	b.ReportAllocs()
	for seed := uint64(0); b.Loop(); seed++ {
		New(c, Options{Seed: seed, Count: 10})
	}
}
