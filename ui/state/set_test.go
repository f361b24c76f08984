package state

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"qantar/store"
	"qantar/store/when"

	"github.com/paulmach/orb"
)

// many is a collection of n made-up events: most are instants, some last for
// days, a few have no end.
func many(n int) *store.Collection {
	random := rand.New(rand.NewPCG(7, uint64(n)))
	c := &store.Collection{
		TimeZone: "UTC", Window: when.When{Earliest: 0, Latest: year - 1},
		Categories: make([]store.Category, 7), Sources: []store.Source{{ID: "a"}, {ID: "b"}},
	}
	for i := range c.Categories {
		c.Categories[i].ID = fmt.Sprint("category ", i)
	}
	for i := range max(1, n/50) {
		c.Places = append(c.Places, store.Place{
			ID: fmt.Sprint("place ", i), Kind: store.City,
			Point: orb.Point{50 + 35*random.Float64(), 41 + 13*random.Float64()},
		})
	}
	c.Events = make([]store.Event, n)
	for i := range c.Events {
		from := random.Int64N(year)
		lasts := int64(0)
		switch k := random.IntN(100); {
		case k == 0:
			lasts = year - from
		case k < 10:
			lasts = random.Int64N(5 * 24 * 3600)
		}
		c.Events[i] = store.Event{
			ID: fmt.Sprint("event ", i), Kind: store.Happening, Importance: 1 + random.IntN(3),
			Category: c.Categories[random.IntN(7)].ID, Place: c.Places[random.IntN(len(c.Places))].ID,
			When:    when.When{Earliest: from, Latest: from + lasts},
			Reports: []store.Report{{Source: c.Sources[random.IntN(2)].ID}},
		}
	}
	return c
}

// crowd is a presenter of n made-up events.
func crowd(t testing.TB, n int) *Presenter {
	t.Helper()
	data, err := Prepare(many(n))
	if err != nil {
		t.Fatal(err)
	}
	return New(data, Options{})
}

// TestSet compares sets with what looking at every event finds.
func TestSet(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 511, 512, 513, 3000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			p := crowd(t, n)
			random := rand.New(rand.NewPCG(1, 2))
			for round := range 60 {
				switch {
				case round%7 == 3:
					p.ToggleCategory(random.IntN(7))
				case round%11 == 5:
					p.ToggleSource(random.IntN(2))
				}
				from, to := p.Data().Extent()
				a, b := from+random.Int64N(to-from+1), from+random.Int64N(to-from+1)
				wantSet(t, p, p.Between(min(a, b), max(a, b)))
				wantSet(t, p, p.InFilter())
			}
		})
	}
}

func wantSet(t *testing.T, p *Presenter, s *Set) {
	t.Helper()
	var want []int
	counts, earlier := make([]int, 7), make([]int, 7)
	for i := range p.Data().Len() {
		it := p.Data().Item(i)
		in := p.CategoryShown(it.Category) && it.sources&p.filter.sources != 0 && it.Earliest <= s.to && it.Latest >= s.from
		if in {
			counts[it.Category]++
		}
		if row, found := s.Row(i); s.Has(i) != in || found != in || row != len(want) {
			t.Fatalf("event %d: in the set %v, in row %d (%v); want %v, row %d", i, s.Has(i), row, found, in, len(want))
		}
		if in {
			want = append(want, i)
		}
	}
	got := slices.Collect(s.All())
	if !slices.Equal(got, want) || s.Len() != len(want) {
		t.Fatalf("the set has %d events: %v; want %v", s.Len(), got, want)
	}
	for k, i := range want {
		if s.At(k) != i {
			t.Fatalf("event %d of the set is %d, want %d", k, s.At(k), i)
		}
	}
	if s.CountByCategory(earlier); !slices.Equal(earlier, counts) {
		t.Fatalf("by category %v, want %v", earlier, counts)
	}
}

// TestItemsAreForgotten: however many events are read, few are kept.
func TestItemsAreForgotten(t *testing.T) {
	p := crowd(t, 3*mostItems)
	for range 2 {
		for i := range p.Data().Len() {
			if it := p.Data().Item(i); it.Earliest != p.Data().Cols.Earliest[i] || it != p.Data().Item(i) {
				t.Fatalf("item %d is another", i)
			}
		}
	}
	if kept := len(p.data.items.young) + len(p.data.items.old); kept > mostItems {
		t.Errorf("%d items are kept", kept)
	}
}

const million = 1_000_000

// BenchmarkStep moves the playhead by an hour of a year with a million events.
func BenchmarkStep(b *testing.B) {
	p := crowd(b, million)
	from, to := p.Data().Extent()
	b.ReportAllocs()
	for k := 0; b.Loop(); k++ {
		p.SetPlayhead(from + int64(k)*3600%(to-from))
		sink = p.Shown().Len()
	}
}

// BenchmarkFilter changes which of a million events pass.
func BenchmarkFilter(b *testing.B) {
	p := crowd(b, million)
	b.ReportAllocs()
	for b.Loop() {
		p.ToggleCategory(3)
	}
}

// BenchmarkList reads the rows of a list at its end.
func BenchmarkList(b *testing.B) {
	p := crowd(b, million)
	p.SetPlayhead(p.data.Window.Latest)
	b.ReportAllocs()
	for b.Loop() {
		n := p.Shown().Len()
		for k := range 20 {
			sink = p.Shown().At(n - 20 + k)
		}
	}
}

var sink int
