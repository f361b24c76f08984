package sqlite

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"qantar/store"

	"github.com/paulmach/orb"
)

// someQueries are queries of every field but the words, bounds of time on and
// off whole minutes and beyond what the R*Tree can keep.
func someQueries(first int64, n int) []store.Query {
	rnd := rand.New(rand.NewPCG(3, 4))
	var all []store.Query
	for i := range n {
		var q store.Query
		if from := first + rnd.Int64N(9*86400); i%3 > 0 {
			if i%2 == 0 {
				from -= from % 60
			}
			q.From = &from
		}
		if to := first + rnd.Int64N(9*86400); i%4 > 0 {
			if i%2 == 0 {
				to += 59 - to%60
			}
			q.To = &to
		}
		if i%5 > 1 {
			west, south := 50+rnd.Float64()*30, 42+rnd.Float64()*8
			q.Bound = &orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{west + rnd.Float64()*9, south + rnd.Float64()*5}}
		}
		if i%7 == 6 {
			q.Categories, q.Kinds = []string{"law"}, store.Kinds[:3]
		}
		if i%11 == 10 {
			q.Places = []string{"kazakhstan", "town-7"}
		}
		if i%13 == 12 {
			q.Sources = []string{"radio"}
		}
		all = append(all, q)
	}
	for _, edge := range []int64{math.MinInt64, math.MinInt32*60 - 1, math.MinInt32 * 60, math.MinInt32*60 + 59, math.MaxInt32 * 60, math.MaxInt32*60 + 59, math.MaxInt64} {
		all = append(all, store.Query{From: &edge}, store.Query{To: &edge}, store.Query{From: &edge, To: &edge})
	}
	return all
}

func TestPositions(t *testing.T) {
	c := varied(t, 3000)
	db := built(t, c)
	found := 0
	for _, q := range someQueries(at(t, "2022-01-01").Earliest, 300) {
		want := plain(c, q)
		got, err := db.Positions(t.Context(), q)
		if err != nil || !slices.Equal(got, want) {
			t.Fatalf("%+v: %d positions, %v, want %d", q, len(got), err, len(want))
		}
		if n, err := db.Count(t.Context(), q); err != nil || n != len(want) {
			t.Fatalf("%+v: %d counted, %v, want %d", q, n, err, len(want))
		}
		found += len(want)
	}
	if found < 3000 {
		t.Errorf("the queries find %d events between them, too few to tell anything", found)
	}
	salt, err := db.Positions(t.Context(), store.Query{Text: "salt"})
	if err != nil || len(salt) < 500 || !slices.IsSorted(salt) {
		t.Errorf("%d events of salt, %v", len(salt), err)
	}
	for _, i := range salt {
		if c.Events[i].Title.En != "Event of salt" {
			t.Errorf("found %q", c.Events[i].Title.En)
		}
	}
}

func TestEvent(t *testing.T) {
	c := varied(t, 3000)
	db := built(t, c)
	if db.Len() != len(c.Events) {
		t.Errorf("%d events, want %d", db.Len(), len(c.Events))
	}
	for i := range c.Events {
		want := &c.Events[i]
		got, err := db.Event(i)
		if err != nil || !sameEvent(got, want) {
			t.Fatalf("event %d is %+v, %v, want %+v", i, got, err, want)
		}
		if at, err := db.Position(want.ID); err != nil || at != i {
			t.Fatalf("%s is at %d, %v, want %d", want.ID, at, err, i)
		}
	}
	for _, i := range []int{-1, 3000, math.MaxInt} {
		if e, err := db.Event(i); err == nil {
			t.Errorf("event %d is %+v", i, e)
		}
	}
	if at, err := db.Position("nobody"); at != -1 || err != nil {
		t.Errorf("nobody is at %d, %v", at, err)
	}
}
