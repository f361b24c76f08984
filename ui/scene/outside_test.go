package scene

import (
	"math"
	"testing"

	"qantar/geo"

	"github.com/paulmach/orb"
)

func TestOutside(t *testing.T) {
	cases := []struct {
		name string
		at   orb.Point
		zoom float64
		want map[Side]int
	}{
		{"the city", almaty, 8, map[Side]int{West: 2, East: 1, North: 1, South: 1}},
		{"the world", orb.Point{60, 40}, 1.5, map[Side]int{}},
		{"in the ocean, the shorter way round", orb.Point{-150, 43.5}, 5, map[Side]int{West: 9}},
		{"far in the north", orb.Point{70, 75}, 5, map[Side]int{South: 9}},
		{"at one place", aktau, 12, map[Side]int{East: 6, North: 1, South: 1}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := onMap(t, 6)
			lookAt(p, c.at, c.zoom)
			total := 0
			for _, o := range NewMap(p).Outside() {
				if o.Count != c.want[o.Side] {
					t.Errorf("%d events beyond side %d, want %d", o.Count, o.Side, c.want[o.Side])
				}
				round := math.Floor(o.Bound.Center()[0]) // it may lie beyond the edge of the world
				o.Bound.Min[0], o.Bound.Max[0] = o.Bound.Min[0]-round, o.Bound.Max[0]-round
				if !o.Bound.Intersects(geo.ProjectBound(orb.Bound{Min: orb.Point{37, 28}, Max: orb.Point{88, 56}})) {
					t.Errorf("side %d: what lies there lies at %v", o.Side, o.Bound)
				}
				total += o.Count
			}
			want := 0
			for _, n := range c.want {
				want += n
			}
			if total != want {
				t.Errorf("%d events outside, want %d", total, want)
			}
		})
	}
}

// TestGoingOutside: to look at what lies beyond an edge shows all of it.
func TestGoingOutside(t *testing.T) {
	p := onMap(t, 6)
	lookAt(p, almaty, 8)
	for _, o := range NewMap(p).Outside() {
		v := p.View().Fit(o.Bound, 40, 8)
		if b := v.Bound(); !b.Contains(o.Bound.Min) || !b.Contains(o.Bound.Max) {
			t.Errorf("side %d: %v does not show %v", o.Side, b, o.Bound)
		}
	}
}
