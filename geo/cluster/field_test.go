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

func TestALoneEventWeighsOnItsNeighbours(t *testing.T) {
	for name, add := range map[string]func(*Field, *Columns){
		"by itself": func(f *Field, c *Columns) { f.Add(c, 0) },
		"in a bulk": func(f *Field, c *Columns) { f.AddAll(c, nil, 0, 1) },
	} {
		t.Run(name, func(t *testing.T) {
			x, y := geo.Fraction(orb.Point{0.55, 0.45})
			c := &Columns{X: []uint32{x}, Y: []uint32{y}}
			var f Field
			f.Reset(orb.Bound{Min: orb.Point{0.4, 0.3}, Max: orb.Point{0.7, 0.6}}, 0.1)
			add(&f, c)
			want := [][]uint32{{1, 2, 1, 0}, {2, 4, 2, 0}, {1, 2, 1, 0}, {0, 0, 0, 0}}
			if f.cols != 4 || f.rows != 4 {
				t.Fatalf("%d by %d cells", f.cols, f.rows)
			}
			for row := range want {
				if got := f.inner(row); !slices.Equal(got, want[row]) {
					t.Errorf("row %d: %v, want %v", row, got, want[row])
				}
			}
			if f.Peak() != 1 {
				t.Errorf("a lone event's density is %v", f.Peak())
			}
		})
	}
}

// TestFieldGoesOnAsAFreshOne adds and removes at random.
func TestFieldGoesOnAsAFreshOne(t *testing.T) {
	c := events(2000, whole, 0.01)
	random := rand.New(rand.NewPCG(1, 9))
	view := orb.Bound{Min: orb.Point{0.7, 0.1}, Max: orb.Point{1.2, 0.7}}
	var kept, fresh Field
	kept.Reset(view, 0.003)
	keep := make([]uint64, len(c.X)/64+1)
	for step := range 100 {
		flip(&kept, c, keep, random)
		fresh.Reset(view, 0.003)
		middle := random.IntN(len(c.X))
		fresh.AddAll(c, keep, 0, middle)
		fresh.AddAll(c, keep, middle, len(c.X))
		for row := range int(kept.rows) {
			if got, want := kept.inner(row), fresh.inner(row); !slices.Equal(got, want) {
				t.Fatalf("step %d, row %d: %v, want %v", step, row, got, want)
			}
		}
	}
}

func TestSurfaceStaysUnderPan(t *testing.T) {
	c := events(2000, whole, 0.01)
	at := func(west float64) *Surface {
		var f Field
		f.Reset(orb.Bound{Min: orb.Point{west, 0.3}, Max: orb.Point{west + 0.3, 0.5}}, 0.002)
		f.AddAll(c, nil, 0, len(c.X))
		s := &Surface{}
		f.Surface(s, 50)
		return s
	}
	a, b := at(0.8), at(0.9)
	shift := int(math.Round((b.Corner[0] - a.Corner[0]) / a.Cell))
	for row := range a.Rows {
		left, right := a.Levels[row*a.Cols:(row+1)*a.Cols], b.Levels[row*b.Cols:(row+1)*b.Cols]
		if !slices.Equal(left[shift+1:a.Cols-1], right[1:a.Cols-1-shift]) {
			t.Fatalf("row %d: the levels differ", row)
		}
	}
}

func TestLevels(t *testing.T) {
	cases := []struct{ density, full, want float64 }{
		{0, 100, 0}, {1, 100, 0.150}, {10, 100, 0.520}, {100, 100, 1}, {1e6, 100, 1}, {999, 1e6 - 1, 0.5},
	}
	for _, c := range cases {
		t.Run(fmt.Sprint(c.density, " of ", c.full), func(t *testing.T) {
			var l ladder
			l.reach(c.full)
			if got := Level(c.density, c.full); math.Abs(got-c.want) > 0.001 {
				t.Errorf("level %.3f, want %.3f", got, c.want)
			}
			if got := float64(l.of(uint32(alone*c.density))) / 255; math.Abs(got-c.want) > 0.5*stair/255+0.001 {
				t.Errorf("on the ladder %.3f, want %.3f", got, c.want)
			}
		})
	}
	t.Run("a ladder only climbs", func(t *testing.T) {
		var l ladder
		l.reach(1e6)
		last := uint8(0)
		for w := uint32(0); w < 1<<31; w += 1 + w/97 {
			level := l.of(w)
			if level < last {
				t.Fatalf("weight %d is on level %d, below %d", w, level, last)
			}
			last = level
		}
	})
}

func TestSurfaceUsesItsMemoryAgain(t *testing.T) {
	c := events(2000, view1920, 0.01)
	var f Field
	var s Surface
	run := func() {
		f.Reset(view1920, cell1920/8)
		f.AddAll(c, nil, 0, len(c.X))
		f.Surface(&s, f.Peak())
	}
	run()
	want := slices.Clone(s.Levels)
	if n := testing.AllocsPerRun(5, run); n != 0 {
		t.Errorf("%v allocations", n)
	}
	if !reflect.DeepEqual(s.Levels, want) || slices.Max(want) != 255 {
		t.Error("the levels differ")
	}
}

func BenchmarkFieldFill1M(b *testing.B) {
	c := events(1_000_000, view1920, 0.005)
	var f Field
	var s Surface
	b.ReportAllocs()
	for b.Loop() {
		f.Reset(view1920, cell1920*4/30)
		f.AddAll(c, nil, 0, len(c.X))
		f.Surface(&s, 1000)
	}
}

func BenchmarkFieldStep(b *testing.B) {
	const n, step = 1_000_000, 1000
	c := events(n, view1920, 0.005)
	var f Field
	var s Surface
	f.Reset(view1920, cell1920*4/30)
	f.AddAll(c, nil, 0, n/2)
	at := 0
	b.ReportAllocs()
	for b.Loop() {
		for k := range step {
			f.Remove(c, (at+k)%n)
			f.Add(c, (at+k+n/2)%n)
		}
		at += step
		f.Surface(&s, 1000)
	}
}
