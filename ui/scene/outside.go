package scene

import (
	"math"

	"qantar/geo"

	"github.com/paulmach/orb"
)

// Side is an edge of the map.
type Side uint8

// The four edges.
const (
	West Side = iota
	East
	North
	South
)

// Outside counts the events shown that lie beyond one edge of the map.
type Outside struct {
	Side  Side
	Count int
	Bound orb.Bound // of what lies there, world coordinates
}

// Outside counts the events that are shown but lie outside the view, by the
// edge beyond which they lie.
func (m *Map) Outside() []Outside {
	view := m.p.View()
	bound := view.Bound()
	var sides [4]Outside
	m.crowd.keepUp(view)
	for spot, n := range m.crowd.here {
		if n == 0 {
			continue
		}
		at := view.Nearest(m.crowd.spots[spot])
		if bound.Contains(at) {
			continue
		}
		side, out := beyond(view, at)
		if !out {
			continue
		}
		s := &sides[side]
		if s.Count == 0 {
			s.Bound = at.Bound()
		}
		s.Side, s.Count, s.Bound = side, s.Count+int(n), s.Bound.Extend(at)
	}
	var found []Outside
	for _, s := range sides {
		if s.Count > 0 {
			found = append(found, s)
		}
	}
	return found
}

// beyond tells by which edge of the view a point is left outside, if it is:
// the one that it lies furthest beyond.
func beyond(v geo.Viewport, world orb.Point) (Side, bool) {
	p := v.ToScreen(world)
	over := [4]float64{West: -p[0] / v.Width, East: p[0]/v.Width - 1, North: -p[1] / v.Height, South: p[1]/v.Height - 1}
	side, most := West, math.Inf(-1)
	for s, d := range over {
		if d > most {
			side, most = Side(s), d
		}
	}
	return side, most > 0
}
