package axis

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestPack(t *testing.T) {
	cases := []struct {
		name       string
		bars       []Bar
		lanes      int
		gap        int64
		want       []int
		used, left int
	}{
		{"nothing", nil, 3, 0, nil, 0, 0},
		{"one after another", []Bar{{0, 5, 0}, {5, 9, 0}}, 3, 0, []int{0, 0}, 1, 0},
		{"too close", []Bar{{0, 5, 0}, {5, 9, 0}}, 3, 1, []int{0, 1}, 2, 0},
		{"first free lane", []Bar{{0, 9, 0}, {1, 3, 0}, {2, 4, 0}, {5, 6, 0}}, 3, 0, []int{0, 1, 2, 1}, 3, 0},
		{"no room", []Bar{{0, 9, 0}, {1, 9, 0}, {2, 9, 0}}, 2, 0, []int{0, 1, NoLane}, 2, 1},
		{"the lower rank gives way", []Bar{{0, 9, 2}, {1, 9, 1}, {2, 9, 3}}, 2, 0, []int{0, NoLane, 1}, 2, 1},
		{"no hole is left", []Bar{{0, 9, 1}, {1, 9, 1}, {2, 9, 3}, {3, 9, 3}, {9, 10, 1}}, 2, 0, []int{NoLane, NoLane, 0, 1, 0}, 2, 2},
		{"no lanes", []Bar{{0, 9, 2}}, 0, 0, []int{NoLane}, 0, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var p Packer
			got, used, left := p.Pack(nil, c.bars, nil, c.lanes, c.gap)
			if !slices.Equal(got, c.want) || used != c.used || left != c.left {
				t.Errorf("got %v, %d used, %d left; want %v, %d, %d", got, used, left, c.want, c.used, c.left)
			}
		})
	}
}

func TestPackedBarsNeverTouch(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	bars := someBars(r, 500)
	var p Packer
	lanes, _, left := p.Pack(nil, bars, nil, 9, 3)
	checkLanes(t, bars, lanes, left)
}

// TestBarsKeepTheLanesTheyHold packs a part of the bars, as for a picture, and
// then those to its left and right as well.
func TestBarsKeepTheLanesTheyHold(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 18))
	for range 50 {
		bars := someBars(r, 500)
		first, last := 100+r.IntN(100), 300+r.IntN(100)
		var p Packer
		seen, _, _ := p.Pack(nil, bars[first:last], nil, 9, 3)
		held := slices.Repeat([]int{NoLane}, len(bars))
		copy(held[first:], seen)
		lanes, used, left := p.Pack(nil, bars, held, 9, 3)
		checkLanes(t, bars, lanes, left)
		for i, lane := range held {
			if lane != NoLane && lanes[i] != lane || lanes[i] >= used {
				t.Fatalf("bar %d goes from lane %d to %d of %d", i, lane, lanes[i], used)
			}
		}
		fewer, used, left := p.Pack(nil, bars, held, 3, 3)
		if checkLanes(t, bars, fewer, left); used > 3 {
			t.Fatalf("%d of 3 lanes are used", used)
		}
	}
}

// checkLanes tells where two bars of one lane touch, or the number of those
// without one is off.
func checkLanes(t *testing.T, bars []Bar, lanes []int, left int) {
	t.Helper()
	for i := range bars {
		if lanes[i] == NoLane {
			left--
			continue
		}
		for j := range i {
			if lanes[j] == lanes[i] && bars[j].To+3 > bars[i].From {
				t.Fatalf("bars %+v and %+v share lane %d", bars[j], bars[i], lanes[i])
			}
		}
	}
	if left != 0 {
		t.Errorf("the count of bars without a lane is off by %d", left)
	}
}

func someBars(r *rand.Rand, n int) []Bar {
	bars := make([]Bar, n)
	for i := range bars {
		from := r.Int64N(int64(n) * 10)
		bars[i] = Bar{from, from + 1 + r.Int64N(300), r.IntN(4)}
	}
	slices.SortFunc(bars, func(a, b Bar) int { return int(a.From - b.From) })
	return bars
}

func BenchmarkPack(b *testing.B) {
	bars := someBars(rand.New(rand.NewPCG(1, 1)), 100_000)
	var p Packer
	lanes, _, _ := p.Pack(nil, bars, nil, 16, 3)
	b.ReportAllocs()
	for b.Loop() {
		lanes, _, _ = p.Pack(lanes[:0], bars, nil, 16, 3)
	}
}
