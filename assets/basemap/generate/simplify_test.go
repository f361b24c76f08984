package main

import (
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

func TestImportance(t *testing.T) {
	for name, tc := range map[string]struct {
		line []vertex
		want []float64
	}{
		"two points":   {[]vertex{{0, 0}, {9, 9}}, []float64{math.Inf(1), math.Inf(1)}},
		"straight":     {[]vertex{{0, 0}, {5, 0}, {9, 0}}, []float64{math.Inf(1), 0, math.Inf(1)}},
		"one corner":   {[]vertex{{0, 0}, {5, 4}, {10, 0}}, []float64{math.Inf(1), 20, math.Inf(1)}},
		"never shrink": {[]vertex{{0, 0}, {4, 10}, {8, 10}, {12, 0}}, []float64{math.Inf(1), 20, 60, math.Inf(1)}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := importance(tc.line); !slices.Equal(got, tc.want) {
				t.Errorf("got %v, want %v", got, tc.want)
			}
		})
	}
}

func TestDetailOf(t *testing.T) {
	px3, px9 := pixel(3), pixel(9)
	for name, tc := range map[string]struct {
		area, sharp float64
		want        uint8
	}{
		"seen from afar":              {2 * px3 * px3, 9, 0},
		"seen from near":              {2 * px9 * px9, 9, 3},
		"too small":                   {0.5 * px9 * px9, 9, dropped},
		"finest detail beyond zoom 9": {0.5 * px9 * px9, 10, 3},
		"zone that is kept coarse":    {2 * px9 * px9, 5, dropped},
	} {
		t.Run(name, func(t *testing.T) {
			if got := detailOf(tc.area, 1, tc.sharp); got != tc.want {
				t.Errorf("got %d, want %d", got, tc.want)
			}
		})
	}
}

func TestGradeKeepsMainIslands(t *testing.T) {
	island := arc{class: class{sides: sides{0, nobody}}, line: []vertex{{5, 5}, {6, 5}, {6, 6}, {5, 6}, {5, 5}}}
	if d := grade(island, false); d.first != dropped {
		t.Errorf("a tiny island appears from detail %d", d.first)
	}
	if d := grade(island, true); d.first != uint8(len(detailZooms)-1) || len(d.line) < 4 {
		t.Errorf("a kept island has %d vertices from detail %d", len(d.line), d.first)
	}
}

func TestSmooth(t *testing.T) {
	open := smooth(orb.LineString{{0, 0}, {4, 0}, {4, 4}}, 2)
	if open[0] != (orb.Point{0, 0}) || open[len(open)-1] != (orb.Point{4, 4}) {
		t.Errorf("the ends moved: %v", open)
	}
	closed := smooth(orb.LineString{{0, 0}, {4, 0}, {4, 4}, {0, 0}}, 1)
	if closed[0] != closed[len(closed)-1] || len(closed) != 7 {
		t.Errorf("the ring is no ring of six: %v", closed)
	}
}

func TestHull(t *testing.T) {
	got := hull(orb.Ring{{0, 0}, {2, 1}, {4, 0}, {4, 4}, {2, 3}, {0, 4}, {0, 0}})
	want := orb.Ring{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLabelPoint(t *testing.T) {
	horseshoe := orb.Ring{{0, 0}, {10, 0}, {10, 10}, {7, 10}, {7, 2}, {2, 2}, {2, 10}, {0, 10}, {0, 0}}
	for name, tc := range map[string]struct{ given, want orb.Point }{
		"given and inside":  {orb.Point{1, 5}, orb.Point{1, 5}},
		"given but outside": {orb.Point{5, 5}, orb.Point{8.5, 5}},
		"given nothing":     {orb.Point{}, orb.Point{8.5, 5}},
	} {
		t.Run(name, func(t *testing.T) {
			got := labelPoint(tc.given, []orb.Ring{horseshoe})
			if math.Hypot(got[0]-tc.want[0], got[1]-tc.want[1]) > 1e-5 {
				t.Errorf("got %v, want %v", got, tc.want)
			}
		})
	}
}
