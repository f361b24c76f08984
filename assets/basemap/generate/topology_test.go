package main

import (
	"testing"

	"qantar/geo/basemap"
)

// square is a clockwise ring with a corner at x, y and sides of ten steps.
func square(x, y int32) []vertex {
	return []vertex{{x, y}, {x + 10, y}, {x + 10, y + 10}, {x, y + 10}, {x, y}}
}

// testFaces are three squares in a row, the first two of one country, and an
// island of the second country.
//
//	+---+---+---+   +--+
//	| a1| a2| b |   | b|
//	+---+---+---+   +--+
func testFaces() []face {
	return []face{
		{country: "A", code: "A-1", units: []unit{{rings: [][]vertex{square(100, 100)}}}},
		{country: "A", code: "A-2", units: []unit{{rings: [][]vertex{square(110, 100)}}}},
		{country: "B", units: []unit{{rings: [][]vertex{square(120, 100), square(200, 100)}}}},
	}
}

func TestPartitionKinds(t *testing.T) {
	got := map[basemap.ArcKind]int{}
	for _, a := range partition(testFaces()) {
		got[a.kind]++
	}
	want := map[basemap.ArcKind]int{basemap.RegionArc: 1, basemap.CountryArc: 1, basemap.CoastArc: 5}
	for kind, n := range want {
		if got[kind] != n {
			t.Errorf("kind %d: %d arcs, want %d", kind, got[kind], n)
		}
	}
	if len(got) != len(want) {
		t.Errorf("kinds %v, want %v", got, want)
	}
}

func TestRingsOf(t *testing.T) {
	arcs := partition(testFaces())
	for name, tc := range map[string]struct {
		member func(int) bool
		rings  int
		area   int64 // in squares
	}{
		"all land":      {func(f int) bool { return f != nobody }, 2, 4},
		"first country": {func(f int) bool { return f == 0 || f == 1 }, 1, 2},
		"middle square": {func(f int) bool { return f == 1 }, 1, 1},
		"nothing":       {func(int) bool { return false }, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			rings := ringsOf(arcs, tc.member)
			sum := int64(0)
			for _, r := range rings {
				sum += area2(points(arcs, r))
			}
			if len(rings) != tc.rings || sum != tc.area*200 {
				t.Errorf("%d rings, area %d, want %d and %d", len(rings), sum, tc.rings, tc.area*200)
			}
		})
	}
}

func TestBoundaryDissolves(t *testing.T) {
	edges := boundary([][]vertex{square(0, 0), square(10, 0)})
	if len(edges) != 6 {
		t.Errorf("%d edges around two touching squares, want 6", len(edges))
	}
	if edges[edge{vertex{10, 0}, vertex{10, 10}}] || edges[edge{vertex{10, 10}, vertex{10, 0}}] {
		t.Error("the edge between the squares is still there")
	}
}

func TestCarveOut(t *testing.T) {
	around := unit{code: "A-1", country: "A", rings: [][]vertex{{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}}}}
	units := carveOut([]unit{around}, "A-1", unit{code: "A-2", country: "A", rings: [][]vertex{square(40, 40)}})
	if len(units) != 2 || ringSize(units[0].rings) != 2*(10000-100) {
		t.Errorf("%d units, the first of size %d", len(units), ringSize(units[0].rings))
	}
}

func TestFrameIsNotCoast(t *testing.T) {
	edgeOfWorld := []face{{country: "A", units: []unit{{rings: [][]vertex{square(gridSteps-10, 0)}}}}}
	frames := 0
	for _, a := range partition(edgeOfWorld) {
		if a.kind == basemap.FrameArc {
			frames++
		}
	}
	if frames == 0 {
		t.Error("the edge of the world is drawn as a coast")
	}
}

func TestRenumber(t *testing.T) {
	s := shape{rings: [][]ref{{0, 3}, {2}}}
	got := s.renumber([]int{5, -1})
	if len(got.rings) != 1 || len(got.rings[0]) != 1 || got.rings[0][0] != 10 {
		t.Errorf("got %v", got.rings)
	}
}
