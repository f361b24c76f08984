package sample

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"qantar/store"
	"qantar/store/when"

	"github.com/paulmach/orb"
)

func made3(t testing.TB, events int, seed uint64) *Sample {
	t.Helper()
	box := orb.Bound{Min: orb.Point{46.5, 40.5}, Max: orb.Point{87.3, 55.5}}
	s, err := New(events, seed, func(string) (orb.Bound, bool) { return box, true })
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// whole is a sample with its events.
func whole(t testing.TB, s *Sample) *store.Collection {
	t.Helper()
	c := *s.Frame()
	for e, err := range s.Events() {
		if err != nil {
			t.Fatal(err)
		}
		c.Events = append(c.Events, *e)
	}
	return &c
}

// A sample of any size is a collection that holds together, in order of time.
func TestSample(t *testing.T) {
	for _, n := range []int{1, 2, 10, 99, 1000, 20_000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			c := whole(t, made3(t, n, 1))
			if len(c.Events) != n {
				t.Errorf("%d events", len(c.Events))
			}
			cols, err := store.Pack(c)
			if err != nil {
				t.Fatal(err)
			}
			if err := cols.Check(c); err != nil {
				t.Error(err)
			}
			for i := 1; i < n; i++ {
				if store.ByTime(&c.Events[i-1], &c.Events[i]) >= 0 {
					t.Fatalf("%s stands before %s", c.Events[i-1].ID, c.Events[i].ID)
				}
			}
		})
	}
}

func TestSampleIsLabelled(t *testing.T) {
	c := whole(t, made3(t, 2000, 7))
	if !strings.HasPrefix(c.Title.En, "Synthetic sample: 2000 made-up events") || c.Title.Kk == "" || c.Title.Ru == "" {
		t.Errorf("the title is %+v", c.Title)
	}
	for _, p := range c.Places {
		if !strings.HasPrefix(p.Name.En, "Made-up ") || p.Name.Kk == "" || p.Name.Ru == "" {
			t.Errorf("a place is named %+v", p.Name)
		}
	}
	for _, s := range c.Sources {
		if !strings.Contains(s.Title, "generator with seed 7 (synthetic)") {
			t.Errorf("a source is titled %s", s.Title)
		}
	}
	for i, e := range c.Events {
		if want := fmt.Sprintf("Made-up event %06d (synthetic)", i+1); e.Title.En != want || e.Title.Kk == "" || e.Title.Ru == "" {
			t.Fatalf("event %d is titled %+v", i, e.Title)
		}
	}
}

// The times are what their text means, and of all forms.
func TestSampleTimes(t *testing.T) {
	loc, err := when.Zone(zone)
	if err != nil {
		t.Fatal(err)
	}
	c := whole(t, made3(t, 5000, 3))
	forms := map[string]int{}
	for _, e := range c.Events {
		want, err := when.Parse(e.When.Text, loc)
		if err != nil || want != e.When {
			t.Fatalf("%s is %+v, want %+v, %v", e.When.Text, e.When, want, err)
		}
		forms[fmt.Sprint(e.When.Nature, e.When.Precision, e.When.Uncertain, e.When.Approximate, e.Condition)]++
	}
	if len(forms) < 8 {
		t.Errorf("only these forms of time: %v", forms)
	}
	for _, w := range []when.When{c.Window, c.Opening, c.Sources[0].Published} {
		if want, err := when.Parse(w.Text, loc); err != nil || want != w {
			t.Errorf("%s is %+v, want %+v, %v", w.Text, w, want, err)
		}
	}
}

func TestSampleIsTheSame(t *testing.T) {
	first := whole(t, made3(t, 3000, 5))
	if !reflect.DeepEqual(whole(t, made3(t, 3000, 5)), first) {
		t.Error("the same number and seed give another sample")
	}
	if reflect.DeepEqual(whole(t, made3(t, 3000, 6)).Events, first.Events) {
		t.Error("another seed gives the same events")
	}
}

func TestNewRefuses(t *testing.T) {
	for _, n := range []int{-1, 0, MaxEvents + 1} {
		if _, err := New(n, 1, nil); err == nil {
			t.Errorf("a sample of %d events is made", n)
		}
	}
}

func BenchmarkEvents(b *testing.B) {
	s := made3(b, 100_000, 1)
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range s.Events() {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
