package scene

import (
	"image"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"qantar/assets"
	"qantar/store"
	"qantar/store/when"
	"qantar/ui/axis"
	"qantar/ui/paint"
	"qantar/ui/state"
)

// noShelf has no events to read.
type noShelf struct{}

func (noShelf) Event(i int) (*store.Event, error) { return &store.Event{}, nil }

func (noShelf) Position(string) (int, error) { return -1, nil }

// many shows n events of nine days of January 2022: most last a minute, a fifth
// is of some time of a day, a few last, and a tenth is of the first importance.
func many(t testing.TB, n int) *state.Presenter {
	t.Helper()
	zone := time.FixedZone("", 6*3600)
	window, err := when.Parse("2022-01-01/2022-01-09", zone)
	if err != nil {
		t.Fatal(err)
	}
	c := &store.Collection{
		ID: "many", TimeZone: "Asia/Almaty", Window: window, Home: store.View{Lon: 67.5, Lat: 48.2, Zoom: 4.3},
		Sources: []store.Source{{ID: "made"}}, Places: []store.Place{{ID: "almaty"}},
	}
	for range 12 {
		c.Categories = append(c.Categories, store.Category{Color: "blue"})
	}
	data, err := state.Open(c, manyColumns(n, window.Earliest, window.Latest+1-window.Earliest), noShelf{})
	if err != nil {
		t.Fatal(err)
	}
	return state.New(data, state.Options{Dispatch: func(f func()) { f() }, Now: time.Now})
}

func manyColumns(n int, from, length int64) *store.Columns {
	r := rand.New(rand.NewPCG(21, 22))
	cols := store.NewColumns(n)
	for i := range n {
		cols.Earliest[i] = from + r.Int64N(length)
	}
	slices.Sort(cols.Earliest)
	for i := range n {
		cols.Latest[i], cols.Flags[i] = cols.Earliest[i]+59, store.Sharp|store.ToMinute
		switch k := r.IntN(1000); {
		case k < 200:
			cols.Latest[i], cols.Flags[i] = cols.Earliest[i]+24*3600-1, store.Unsure
		case k < 204:
			cols.Latest[i], cols.Flags[i] = cols.Earliest[i]+r.Int64N(5*24*3600), store.Lasting
		}
		if i%5000 == 0 {
			cols.Latest[i], cols.Flags[i] = cols.Earliest[i]+2*24*3600, store.Lasting|store.Condition
		}
		cols.Category[i], cols.Importance[i], cols.Sources[i] = uint8(r.IntN(12)), uint8(1+r.IntN(20)/9), 1
	}
	return cols
}

func manyLook(t *Timeline) TimeLook {
	return TimeLook{Scale: t.Home(1920), Height: 180, Factor: 1, Style: &paint.Light, Overview: true}
}

func typeface(t testing.TB) *paint.Type {
	t.Helper()
	names, err := paint.NewType(assets.FontRegular, assets.FontBold, assets.FontItalic)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestTooManyEventsForBars: the histogram takes over, and what stands out keeps
// its bars.
func TestTooManyEventsForBars(t *testing.T) {
	p := many(t, 50_000)
	build := NewTimeline(p)
	look := manyLook(build)
	s := build.Scene(look)
	if !s.Dense || len(build.lanes.events) == 0 || len(build.lanes.events) > mostBars {
		t.Fatalf("dense is %v, with %d of 50000 events for lanes", s.Dense, len(build.lanes.events))
	}
	conditions, cols := 0, p.Data().Cols
	for _, i := range build.lanes.events {
		if cols.Flags[i].Has(store.Condition) {
			conditions++
		}
	}
	if conditions != 10 {
		t.Errorf("%d of 10 conditions are among them", conditions)
	}
	total := 0.0
	for b := range s.Bins.Bins() {
		total += s.Bins.Weight(b)
	}
	if total < 49_900 || total > 50_001 {
		t.Errorf("the histogram weighs %v of 50000", total)
	}
	day := int64(24 * 3600)
	look.Scale = axis.Scale{From: look.Scale.From + 3*day, To: look.Scale.From + 3*day + 3600, Width: 1920}
	if s = build.Scene(look); s.Dense || len(build.lanes.events) < 100 {
		t.Errorf("in one hour dense is %v, with %d events for lanes", s.Dense, len(build.lanes.events))
	}
}

// TestPanningKeepsBarsInTheirLanes pans far, in small steps, past where lanes
// are packed anew.
func TestPanningKeepsBarsInTheirLanes(t *testing.T) {
	build := NewTimeline(many(t, 50_000))
	look := manyLook(build)
	look.Scale.From += 2 * 24 * 3600
	look.Scale.To = look.Scale.From + 2*3600
	lanes, packed := map[int]int{}, 0
	revision := -1
	for range 200 {
		s := build.Scene(look)
		if build.revision != revision {
			revision = build.revision
			packed++
		}
		now := map[int]int{}
		for _, b := range s.Bars {
			if b.To > s.Scale.From && b.From < s.Scale.To {
				now[b.Item] = b.Lane
				if lane, seen := lanes[b.Item]; seen && lane != b.Lane {
					t.Fatalf("event %d goes from lane %d to %d", b.Item, lane, b.Lane)
				}
			}
		}
		lanes = now
		look.Scale = look.Scale.Pan(40, build.Limits())
	}
	if packed < 3 || packed > 20 {
		t.Errorf("lanes were packed %d times", packed)
	}
}

// TestOverflowCountsEveryEvent: bars and what the labels count make up all that
// is in sight.
func TestOverflowCountsEveryEvent(t *testing.T) {
	for _, n := range []int{500, 50_000} {
		p := many(t, n)
		build := NewTimeline(p)
		s := build.Scene(manyLook(build))
		counted := 0
		for _, missing := range build.missing {
			counted += missing
		}
		for _, b := range s.Bars {
			if b.To > s.Scale.From && b.From <= s.Scale.To {
				counted++
			}
		}
		if want := p.Between(s.Scale.From, s.Scale.To).Len(); counted != want {
			t.Errorf("of %d events in sight %d are drawn or counted", want, counted)
		}
	}
}

// BenchmarkTimelineStep moves the playhead and paints the timeline, at 1920x180
// pixels.
func BenchmarkTimelineStep(b *testing.B) {
	for _, c := range []struct {
		name string
		n    int
	}{{"1k", 1000}, {"1M", 1_000_000}} {
		b.Run(c.name, func(b *testing.B) {
			p := many(b, c.n)
			build, painter := NewTimeline(p), paint.NewTimeline(typeface(b))
			dst := image.NewRGBA(image.Rect(0, 0, 1920, 180))
			look := manyLook(build)
			from, _ := p.Handles()
			step := func(i int) {
				p.SetPlayhead(from + int64(i%300)*60)
				painter.Draw(dst, build.Scene(look))
			}
			for i := range 300 {
				step(i) // the flag's texts are set once
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				step(i)
			}
		})
	}
}

// BenchmarkTimelineZoom1M zooms by a step of the wheel, all of the million
// events in sight or around it; count is without painting.
func BenchmarkTimelineZoom1M(b *testing.B) {
	p := many(b, 1_000_000)
	for _, c := range []struct {
		name   string
		change func(look *TimeLook, i int, l axis.Limits)
		paint  bool
	}{
		{"count", func(look *TimeLook, i int, l axis.Limits) {
			look.Scale.To += int64(1 - i%2*2)
		}, false},
		{"zoom", func(look *TimeLook, i int, l axis.Limits) {
			look.Scale.To += int64(1-i%2*2) * 3600
		}, true},
		{"pan", func(look *TimeLook, i int, l axis.Limits) {
			by := int64(1-i%2*2) * 1800
			look.Scale.From, look.Scale.To = look.Scale.From+by, look.Scale.To+by
		}, true},
	} {
		b.Run(c.name, func(b *testing.B) {
			build, painter := NewTimeline(p), paint.NewTimeline(typeface(b))
			dst := image.NewRGBA(image.Rect(0, 0, 1920, 180))
			look := manyLook(build)
			painter.Draw(dst, build.Scene(look))
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				c.change(&look, i, build.Limits())
				if s := build.Scene(look); c.paint {
					painter.Draw(dst, s)
				}
			}
		})
	}
}
