package cluster

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

func ExampleAt() {
	points := []orb.Point{{0.70, 0.36}, {0.20, 0.30}, {0.7001, 0.36}, {0.70, 0.3601}}
	for _, g := range At(points, 0.01) {
		fmt.Println(g.Members)
	}
	// Output:
	// [0 2 3]
	// [1]
}

// towns are n points around a few dozen centres, some on the very same spot,
// the way events stand in cities.
func towns(n int) []orb.Point {
	random := rand.New(rand.NewPCG(5, 6))
	centres := make([]orb.Point, 40)
	for i := range centres {
		centres[i] = orb.Point{random.Float64(), random.Float64()}
	}
	points := make([]orb.Point, n)
	for i := range points {
		c := centres[random.IntN(len(centres))]
		if i%3 > 0 {
			c[0] += random.NormFloat64() * 0.02
			c[1] += random.NormFloat64() * 0.02
		}
		points[i] = c
	}
	return points
}

func TestEveryPointStandsInOneGroup(t *testing.T) {
	for _, cell := range []float64{1e-5, 0.003, 0.02, 0.1, 2} {
		points := towns(500)
		seen := make([]int, len(points))
		for _, g := range At(points, cell) {
			if !slices.IsSorted(g.Members) || len(g.Members) == 0 {
				t.Fatalf("cell %v: members %v", cell, g.Members)
			}
			for _, i := range g.Members {
				seen[i]++
			}
		}
		if slices.ContainsFunc(seen, func(n int) bool { return n != 1 }) {
			t.Errorf("cell %v: points stand in %v groups", cell, seen)
		}
	}
}

func TestNoTwoGroupsAreCloserThanTheCell(t *testing.T) {
	for _, cell := range []float64{0.003, 0.02, 0.05, 0.1} {
		groups := At(towns(800), cell)
		for i, a := range groups {
			for _, b := range groups[:i] {
				if d := math.Hypot(a.Center[0]-b.Center[0], a.Center[1]-b.Center[1]); d < cell {
					t.Errorf("cell %v: %v and %v are %v apart", cell, a.Center, b.Center, d)
				}
			}
		}
	}
}

func TestCentersAreMeans(t *testing.T) {
	points := towns(300)
	for _, g := range At(points, 0.03) {
		var sum orb.Point
		for _, i := range g.Members {
			sum[0] += points[i][0] / float64(len(g.Members))
			sum[1] += points[i][1] / float64(len(g.Members))
		}
		if math.Hypot(sum[0]-g.Center[0], sum[1]-g.Center[1]) > 1e-12 {
			t.Errorf("centre %v, want %v", g.Center, sum)
		}
	}
}

// TestOrderDoesNotMatter gives the same points in other orders: the same
// groups come back.
func TestOrderDoesNotMatter(t *testing.T) {
	points := towns(400)
	want := partition(At(points, 0.02), func(i int) int { return i })
	random := rand.New(rand.NewPCG(7, 8))
	for range 10 {
		order := random.Perm(len(points))
		moved := make([]orb.Point, len(points))
		for to, from := range order {
			moved[to] = points[from]
		}
		if got := partition(At(moved, 0.02), func(i int) int { return order[i] }); !slices.Equal(got, want) {
			t.Fatalf("the groups differ:\n%v\n%v", got, want)
		}
	}
}

// partition lists the groups with their members' names in an order of its own.
func partition(groups []Group, name func(int) int) []string {
	var all []string
	for _, g := range groups {
		members := make([]int, len(g.Members))
		for k, i := range g.Members {
			members[k] = name(i)
		}
		slices.Sort(members)
		all = append(all, fmt.Sprint(members))
	}
	slices.SortFunc(all, strings.Compare)
	return all
}

func TestAlike(t *testing.T) {
	spot, beside := orb.Point{0.7, 0.36}, orb.Point{0.7001, 0.36}
	cases := []struct {
		name   string
		points []orb.Point
		want   []bool
	}{
		{"none", nil, nil},
		{"one", []orb.Point{spot}, []bool{true}},
		{"the same spot", []orb.Point{spot, spot, spot}, []bool{true}},
		{"close by", []orb.Point{spot, spot, beside}, []bool{false}},
		{"close by across a line of the grid", []orb.Point{{0.6999, 0.36}, spot}, []bool{false}},
		{"far away", []orb.Point{spot, {0.1, 0.1}, spot}, []bool{true, true}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			groups := At(c.points, 0.01)
			if len(groups) != len(c.want) {
				t.Fatalf("%d groups, want %d", len(groups), len(c.want))
			}
			for i, g := range groups {
				if g.Alike != c.want[i] {
					t.Errorf("group %d: alike is %v", i, g.Alike)
				}
				if g.Alike && g.Center != c.points[g.Members[0]] {
					t.Errorf("group %d stands at %v, not on its spot", i, g.Center)
				}
			}
		})
	}
}

func BenchmarkAt(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			points := towns(n)
			b.ReportAllocs()
			for b.Loop() {
				At(points, 0.005)
			}
		})
	}
}
