package scene

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"qantar/geo"
	"qantar/geo/cluster"
	"qantar/store"
	"qantar/store/when"
	"qantar/ui/state"

	"github.com/paulmach/orb"
)

const (
	year       = 365 * 24 * 3600
	categories = 9
)

// nothingToRead is a shelf of events of which only the columns are known.
type nothingToRead struct{}

func (nothingToRead) Event(int) (*store.Event, error) { return nil, errors.New("made up") }
func (nothingToRead) Position(string) (int, error)    { return -1, nil }

// made is a presenter of n made-up events of a year at some hundred spots for
// every thousand: most are instants, some last for days.
func made(t testing.TB, n int) *state.Presenter {
	t.Helper()
	random := rand.New(rand.NewPCG(3, uint64(n)))
	c := &store.Collection{
		TimeZone: "UTC", Window: when.When{Latest: year - 1}, Home: store.View{Lon: 67, Lat: 48, Zoom: 4.4},
		Categories: make([]store.Category, categories), Sources: make([]store.Source, 2),
	}
	for i := range c.Sources {
		appears := int64(year * (i + 1) / 3)
		c.Sources[i].Published = when.When{Text: "x", Earliest: appears, Latest: appears}
	}
	for i := range c.Categories {
		c.Categories[i] = store.Category{ID: fmt.Sprint(i), Shape: "circle", Color: "sky-blue"}
	}
	for i := range max(1, n/50) {
		c.Places = append(c.Places, store.Place{
			ID: fmt.Sprint(i), Kind: store.City, Country: "KZ",
			Point: orb.Point{47 + 40*random.Float64(), 41 + 14*random.Float64()},
		})
	}
	cols := store.NewColumns(n)
	for i := range n {
		cols.Earliest[i] = random.Int64N(year)
	}
	slices.Sort(cols.Earliest)
	for i, from := range cols.Earliest {
		cols.Latest[i] = from
		if random.IntN(20) == 0 {
			cols.Latest[i] += random.Int64N(3 * 24 * 3600)
		}
		cols.Place[i], cols.Category[i] = uint32(random.IntN(len(c.Places))), uint8(random.IntN(categories))
		cols.Importance[i], cols.Sources[i] = uint8(1+random.IntN(3)), uint64(1+random.IntN(3))
	}
	data, err := state.Open(c, cols, nothingToRead{})
	if err != nil {
		t.Fatal(err)
	}
	return state.New(data, state.Options{})
}

// TestCrowdFollows moves time, filter and map at random: what is kept up by what
// enters and leaves is what counting anew finds.
func TestCrowdFollows(t *testing.T) {
	for _, n := range []int{0, 1, 300, 20000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			p := made(t, n)
			p.SetView(geo.At(orb.Point{67, 48}, 4.4, 900, 600))
			kept, random := NewMap(p), rand.New(rand.NewPCG(5, 5))
			dense := 0
			for round := range 150 {
				disturb(p, random, round)
				want, got := NewMap(p), kept
				a, b := want.Picture(plain), got.Picture(plain)
				if seen(p, a) != seen(p, b) || fmt.Sprint(want.Outside()) != fmt.Sprint(got.Outside()) {
					t.Fatalf("round %d: the marks are %v, want %v", round, seen(p, b), seen(p, a))
				}
				if (a.Density == nil) != (b.Density == nil) {
					t.Fatalf("round %d: one picture is dense and the other is not", round)
				}
				if a.Density != nil {
					dense++
					sameWhereSeen(t, p.View(), a, b)
				}
				got.Recycle(b)
			}
			if n == 20000 && (dense == 0 || dense == 150) {
				t.Errorf("%d of 150 pictures are dense", dense)
			}
		})
	}
}

// seen are the marks of a picture that lie in the view, sorted.
func seen(p *state.Presenter, pic *Picture) string {
	var marks []string
	for _, m := range pic.Marks {
		if p.View().Bound().Contains(m.At) {
			marks = append(marks, fmt.Sprint(m))
		}
	}
	slices.Sort(marks)
	return strings.Join(marks, "\n")
}

// disturb moves time by a little or a lot, and now and then the filter or the map.
func disturb(p *state.Presenter, random *rand.Rand, round int) {
	switch {
	case round%13 == 5:
		p.ToggleCategory(random.IntN(categories))
	case round%17 == 3:
		p.SetView(geo.At(orb.Point{47 + 40*random.Float64(), 48}, 3+7*random.Float64(), 900, 600))
	case round%7 == 2:
		p.SetView(p.View().Pan(40*random.Float64(), 40*random.Float64()))
	case round%29 == 7:
		p.SetMode(state.Modes[random.IntN(3)].Mode)
	case round%3 == 0:
		p.SetPlayhead(random.Int64N(year))
	default:
		p.SetPlayhead(p.Playhead() + random.Int64N(40*3600) - 20*3600)
	}
}

// sameWhereSeen compares the densities of two pictures in the view.
func sameWhereSeen(t *testing.T, v geo.Viewport, a, b *Picture) {
	t.Helper()
	for y := 0.0; y < v.Height; y += 3 {
		for x := 0.0; x < v.Width; x += 3 {
			at := v.ToWorld(orb.Point{x, y})
			if la, lb := levelAt(a.Density, at), levelAt(b.Density, at); la != lb {
				t.Fatalf("at %v the level is %d, want %d", at, lb, la)
			}
		}
	}
}

func levelAt(s *cluster.Surface, at orb.Point) uint8 {
	x, y := int((at[0]-s.Corner[0])/s.Cell), int((at[1]-s.Corner[1])/s.Cell)
	if x < 0 || y < 0 || x >= s.Cols || y >= s.Rows {
		return 0
	}
	return s.Levels[y*s.Cols+x]
}

// TestDense: a surface shows events where there are some, and nowhere else.
func TestDense(t *testing.T) {
	p := made(t, 20000)
	p.SetView(geo.At(orb.Point{67, 48}, 4.4, 900, 600))
	p.SetPlayhead(year - 1)
	pic := NewMap(p).Picture(plain)
	if pic.Density == nil || pic.Full < 2 {
		t.Fatalf("no surface is shown: %v", pic.Full)
	}
	for i := range p.Data().Len() {
		if at := p.Data().World(i); p.View().Contains(at) && !pic.Dense(at) {
			t.Fatalf("nothing is shown where event %d is", i)
		}
	}
	if far := geo.Project(orb.Point{30, 60}); pic.Dense(far) {
		t.Error("events are shown where there are none")
	}
}

// TestMembersAreThoseOfTheMark: every mark's events are as many as it says.
func TestMembersAreThoseOfTheMark(t *testing.T) {
	p := made(t, 1500)
	m := NewMap(p)
	pic := m.Picture(plain)
	total := 0
	for _, g := range pic.Groups {
		events := m.EventsOf(g, 1<<30)
		if len(events) != g.Count {
			t.Errorf("a mark of %d events names %d", g.Count, len(events))
		}
		total += len(events)
	}
	if total == 0 || total > p.Shown().Len() {
		t.Errorf("marks of %d events, %d are shown", total, p.Shown().Len())
	}
}

// TestEventsAreSmall: everything that is kept of events that are not looked at
// takes at most 64 bytes each.
func TestEventsAreSmall(t *testing.T) {
	const n = 400_000
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	p := made(t, n)
	m := NewMap(p)
	each := float64(heap()-before) / n
	t.Logf("%.1f bytes for each event, with its share of the places", each)
	if each > 64 {
		t.Errorf("an event takes %.1f bytes", each)
	}
	runtime.KeepAlive(m)
}

// at1080 is a presenter on a map of 1920 by 1080 pixels over Kazakhstan.
func at1080(b *testing.B, n int) *state.Presenter {
	p := made(b, n)
	p.SetView(geo.At(orb.Point{67, 48}, 5.2, 1920, 1080))
	return p
}

// BenchmarkScrub moves the playhead by two hours of a year and builds the scene.
func BenchmarkScrub(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := at1080(b, n)
			m := NewMap(p)
			m.Recycle(m.Picture(plain))
			b.ReportAllocs()
			for k := 0; b.Loop(); k++ {
				p.SetPlayhead(int64(k) * 7200 % year)
				m.Recycle(m.Picture(plain))
			}
		})
	}
}

// BenchmarkJump shows all events and none in turn.
func BenchmarkJump(b *testing.B) {
	p := at1080(b, 1_000_000)
	m := NewMap(p)
	b.ReportAllocs()
	for k := 0; b.Loop(); k++ {
		p.SetPlayhead(int64(k%2) * (year - 1))
		m.Recycle(m.Picture(plain))
	}
}

// BenchmarkZoom changes the size of the cells with all events shown.
func BenchmarkZoom(b *testing.B) {
	p := at1080(b, 1_000_000)
	p.SetPlayhead(year - 1)
	m := NewMap(p)
	b.ReportAllocs()
	for k := 0; b.Loop(); k++ {
		p.SetView(geo.At(orb.Point{67, 48}, 5.2+0.5*float64(k%2), 1920, 1080))
		m.Recycle(m.Picture(plain))
	}
}
