package cluster

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"qantar/geo"

	"github.com/paulmach/orb"
)

// whole is a view of the whole world.
var whole = orb.Bound{Max: orb.Point{1, 1}}

// events are n events around a few dozen places, many on the very same spot,
// in five categories. The places lie within middle, give or take spread.
func events(n int, middle orb.Bound, spread float64) *Columns {
	random := rand.New(rand.NewPCG(5, 6))
	type spot struct{ x, y uint32 }
	var spots []spot
	for range 40 {
		towns := orb.Point{
			middle.Min[0] + random.Float64()*(middle.Max[0]-middle.Min[0]),
			middle.Min[1] + random.Float64()*(middle.Max[1]-middle.Min[1]),
		}
		for range 8 {
			x, y := geo.Fraction(orb.Point{towns[0] + random.NormFloat64()*spread, towns[1] + random.NormFloat64()*spread})
			spots = append(spots, spot{x, y})
		}
	}
	c := &Columns{}
	for range n {
		place := random.IntN(len(spots))
		c.X, c.Y = append(c.X, spots[place].x), append(c.Y, spots[place].y)
		c.Place, c.Category = append(c.Place, uint32(place)), append(c.Category, uint8(random.IntN(5)))
	}
	return c
}

func ExampleGrid() {
	c := &Columns{Place: []uint32{7, 3, 7, 9}, Category: []uint8{0, 1, 1, 0}}
	for _, p := range []orb.Point{{0.70, 0.36}, {0.20, 0.30}, {0.70, 0.36}, {0.701, 0.36}} {
		x, y := geo.Fraction(p)
		c.X, c.Y = append(c.X, x), append(c.Y, y)
	}
	var grid Grid
	grid.Reset(orb.Bound{Max: orb.Point{1, 1}}, 0.01, 2)
	grid.AddAll(c, nil, 0, 4)
	grid.Remove(c, 3)
	for _, b := range grid.Groups() {
		fmt.Printf("%.2f: %d events, %v by category, the only one %d, all at place %d\n", b.Center, b.Count, b.ByCategory, b.One, b.Place)
	}
	// Output:
	// [0.70 0.36]: 2 events, [1 1] by category, the only one -1, all at place 7
	// [0.20 0.30]: 1 events, [0 1] by category, the only one 1, all at place 3
}

// snapshot keeps groups beyond the next call.
func snapshot(groups []Bunch) []Bunch {
	kept := slices.Clone(groups)
	for i := range kept {
		kept[i].ByCategory = slices.Clone(kept[i].ByCategory)
	}
	return kept
}

// TestGridAgainstMembers checks every value of a group against its members.
func TestGridAgainstMembers(t *testing.T) {
	c := events(3000, whole, 0.02)
	for _, cell := range []float64{1e-4, 0.003, 0.02, 0.1, 2} {
		t.Run(fmt.Sprint(cell), func(t *testing.T) {
			var g Grid
			g.Reset(whole, cell, 5)
			g.AddAll(c, nil, 0, len(c.X))
			groups := g.Groups()
			members := make([][]int, len(groups))
			for i := range c.X {
				k := g.GroupOf(c.X[i], c.Y[i])
				if k < 0 {
					t.Fatalf("event %d is in no group", i)
				}
				members[k] = append(members[k], i)
			}
			for k, got := range groups {
				if want := bunchOf(c, members[k]); !nearlyEqual(got, want) {
					t.Errorf("group %d is %+v, want %+v", k, got, want)
				}
			}
		})
	}
}

// bunchOf works a group out from the list of its members.
func bunchOf(c *Columns, members []int) Bunch {
	b := Bunch{Count: len(members), ByCategory: make([]uint32, 5), One: -1, Place: int(c.Place[members[0]])}
	sum := 0
	for _, i := range members {
		b.Center[0] += float64(c.X[i]) / (1 << 32) / float64(len(members))
		b.Center[1] += float64(c.Y[i]) / (1 << 32) / float64(len(members))
		b.ByCategory[c.Category[i]]++
		sum += i
	}
	if different(c, members) {
		b.Place = -1
	}
	if len(members) == 1 {
		b.One = members[0]
	}
	b.Mean = sum / len(members)
	return b
}

func different(c *Columns, members []int) bool {
	return slices.ContainsFunc(members, func(i int) bool { return c.Place[i] != c.Place[members[0]] })
}

func nearlyEqual(a, b Bunch) bool {
	apart := math.Hypot(a.Center[0]-b.Center[0], a.Center[1]-b.Center[1])
	a.Center, b.Center = orb.Point{}, orb.Point{}
	return apart < 1e-9 && reflect.DeepEqual(a, b)
}

// flip adds some events that keep has not, and removes some that it has.
func flip(to interface {
	Add(*Columns, int)
	Remove(*Columns, int)
}, c *Columns, keep []uint64, random *rand.Rand) {
	for range 40 {
		i := random.IntN(len(c.X))
		if bit := uint64(1) << (i % 64); keep[i/64]&bit == 0 {
			to.Add(c, i)
		} else {
			to.Remove(c, i)
		}
		keep[i/64] ^= 1 << (i % 64)
	}
}

// TestGridGoesOnAsAFreshOne adds and removes at random; what is left is
// grouped as if nothing else had ever been there.
func TestGridGoesOnAsAFreshOne(t *testing.T) {
	c := events(4000, whole, 0.01)
	random := rand.New(rand.NewPCG(1, 9))
	view := orb.Bound{Min: orb.Point{0.2, 0.1}, Max: orb.Point{0.8, 0.7}}
	var kept, fresh Grid
	kept.Reset(view, 0.013, 5)
	keep := make([]uint64, len(c.X)/64+1)
	for step := range 300 {
		flip(&kept, c, keep, random)
		if step%10 > 0 {
			continue
		}
		fresh.Reset(view, 0.013, 5)
		fresh.AddAll(c, keep, 0, len(c.X))
		if got, want := kept.Groups(), fresh.Groups(); !reflect.DeepEqual(got, want) {
			t.Fatalf("step %d: %d groups, want %d alike", step, len(got), len(want))
		}
	}
}

func TestAddAllKeepsARange(t *testing.T) {
	c := events(500, whole, 0.01)
	random := rand.New(rand.NewPCG(3, 4))
	for _, dense := range []int{0, 1, 50, 99, 100} {
		keep := make([]uint64, len(c.X)/64+1)
		for i := range c.X {
			if random.IntN(100) < dense {
				keep[i/64] |= 1 << (i % 64)
			}
		}
		for range 50 {
			from := random.IntN(len(c.X))
			to := from + random.IntN(len(c.X)+1-from)
			var bulk, single Grid
			bulk.Reset(whole, 0.05, 5)
			single.Reset(whole, 0.05, 5)
			bulk.AddAll(c, keep, from, to)
			for i := from; i < to; i++ {
				if keep[i/64]>>(i%64)&1 == 1 {
					single.Add(c, i)
				}
			}
			if !reflect.DeepEqual(bulk.cells, single.cells) || !slices.Equal(bulk.counts, single.counts) {
				t.Fatalf("%d %% kept, from %d to %d: the counts differ", dense, from, to)
			}
		}
	}
}

// TestGroupsStayUnderPan: in the middle of windows that are shifted, also
// across the antimeridian, the same groups are found.
func TestGroupsStayUnderPan(t *testing.T) {
	const cell, margin = 0.002, 0.02
	inner := orb.Bound{Min: orb.Point{-0.05, 0.3}, Max: orb.Point{0.05, 0.38}}
	c := events(20000, inner, 0.01)
	var want []Bunch
	random := rand.New(rand.NewPCG(8, 8))
	for shift := range 40 {
		view := inner.Pad(margin)
		if shift > 0 {
			view.Min[0] -= random.Float64() * margin
			view.Max[0] += random.Float64() * margin
			view.Min[1] -= random.Float64() * margin
			view.Max[1] += random.Float64() * margin
		}
		var g Grid
		g.Reset(view, cell, 5)
		g.AddAll(c, nil, 0, len(c.X))
		var got []Bunch
		for _, b := range g.Groups() {
			if x := math.Remainder(b.Center[0], 1); x > inner.Min[0] && x < inner.Max[0] && b.Center[1] > inner.Min[1] && b.Center[1] < inner.Max[1] {
				got = append(got, b)
			}
		}
		if shift == 0 {
			want = got
		}
		byPlace := func(a, b Bunch) int { return slices.Compare(a.Center[:], b.Center[:]) }
		slices.SortFunc(got, byPlace)
		if len(got) < 100 || !reflect.DeepEqual(got, want) {
			t.Fatalf("shift %d: %d groups, want %d alike", shift, len(got), len(want))
		}
	}
}

func TestNoTwoBunchesAreCloserThanTheCell(t *testing.T) {
	for _, cells := range []float64{400, 50, 20, 10} {
		c := events(2000, whole, 0.03)
		var g Grid
		g.Reset(whole, 1/cells, 5)
		g.AddAll(c, nil, 0, len(c.X))
		groups := g.Groups()
		for i, a := range groups {
			for _, b := range groups[:i] {
				if d := math.Hypot(a.Center[0]-b.Center[0], a.Center[1]-b.Center[1]); d < 1/cells {
					t.Errorf("cell %v: %v and %v are %v apart", 1/cells, a.Center, b.Center, d)
				}
				if a.Count > b.Count {
					t.Errorf("a group of %d comes after one of %d", a.Count, b.Count)
				}
			}
		}
	}
}

// TestPlacesAlike: sums tell places apart, the largest numbers and counts too.
func TestPlacesAlike(t *testing.T) {
	const most = 1<<21 - 1
	cases := []struct {
		name   string
		places []uint32 // repeated
		times  int
		want   int
	}{
		{"one event", []uint32{5}, 1, 5},
		{"place 0", []uint32{0}, 3, 0},
		{"one place", []uint32{most}, 1 << 22, most},
		{"its neighbour too", []uint32{most, most - 1}, 1 << 21, -1},
		{"0 and 1", []uint32{0, 1}, 1 << 21, -1},
		{"the mean is one of them", []uint32{most, most - 1, most - 2}, 1 << 20, -1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var sum tally
			for _, p := range c.places {
				p, n := uint64(p), uint64(c.times)
				sum.add(&tally{n: n, places: n * p, squaredPlaces: n * p * p})
			}
			if got := sum.bunch().Place; got != c.want {
				t.Errorf("got place %d, want %d", got, c.want)
			}
		})
	}
}

func TestCovers(t *testing.T) {
	box := func(west, north, east, south float64) orb.Bound {
		return orb.Bound{Min: orb.Point{west, north}, Max: orb.Point{east, south}}
	}
	cases := []struct {
		name        string
		held, asked orb.Bound
		cell        float64
		want        bool
	}{
		{"itself", box(.2, .2, .4, .4), box(.2, .2, .4, .4), .01, true},
		{"a part", box(.2, .2, .4, .4), box(.25, .22, .35, .3), .01, true},
		{"further east", box(.2, .2, .4, .4), box(.3, .2, .5, .4), .01, false},
		{"further west", box(.2, .2, .4, .4), box(.1, .2, .3, .4), .01, false},
		{"further south", box(.2, .2, .4, .4), box(.2, .3, .4, .5), .01, false},
		{"other cells", box(.2, .2, .4, .4), box(.25, .22, .35, .3), .02, false},
		{"beyond the antimeridian, from either side", box(.9, .2, 1.2, .4), box(0, .2, .1, .4), .01, true},
		{"the same, counted the other way", box(-.1, .2, .2, .4), box(1, .2, 1.1, .4), .01, true},
		{"all around the world", box(-.5, 0, 1.5, 1), box(.9, 0, 1.2, 1), .01, true},
		{"beyond the pole", box(0, -.3, 1, .5), box(.1, -.1, .3, .4), .01, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var g Grid
			if g.Covers(c.asked, c.cell) {
				t.Error("an empty grid covers")
			}
			g.Reset(c.held, 0.01, 1)
			if got := g.Covers(c.asked, c.cell); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

// view1920 is a picture of 1920 by 1080 pixels at zoom 5, with a margin, and
// its cells of 30 pixels.
var view1920 = orb.Bound{Min: orb.Point{.55, .26}, Max: orb.Point{.8, .42}}

const cell1920 = 30.0 / (256 << 5)

func BenchmarkGridFill1M(b *testing.B) {
	c := events(1_000_000, view1920, 0.005)
	half := make([]uint64, len(c.X)/64+1)
	for i := range half {
		half[i] = rand.Uint64()
	}
	for name, keep := range map[string][]uint64{"all": nil, "half": half} {
		b.Run(name, func(b *testing.B) {
			var g Grid
			b.ReportAllocs()
			for b.Loop() {
				g.Reset(view1920, cell1920, 14)
				g.AddAll(c, keep, 0, len(c.X))
			}
		})
	}
}

// BenchmarkGridStep lets 1000 events enter and 1000 leave, and groups anew.
func BenchmarkGridStep(b *testing.B) {
	const n, step = 1_000_000, 1000
	c := events(n, view1920, 0.005)
	var g Grid
	g.Reset(view1920, cell1920, 14)
	g.AddAll(c, nil, 0, n/2)
	at := 0
	b.ReportAllocs()
	for b.Loop() {
		for k := range step {
			g.Remove(c, (at+k)%n)
			g.Add(c, (at+k+n/2)%n)
		}
		at += step
		g.Groups()
	}
}
