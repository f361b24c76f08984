package main

import (
	"math"

	"qantar/geo"
	"qantar/geo/basemap"

	"github.com/paulmach/orb"
)

const gridSteps = 1 << basemap.GridBits

// vertex is a position on the asset's grid: x to the east, y to the south.
// Snapping everything to it first is what makes neighbours share vertices.
type vertex struct{ x, y int32 }

func snap(lonLat orb.Point) vertex {
	w := geo.Project(lonLat)
	hold := func(v float64) int32 {
		return int32(math.Round(math.Max(0, math.Min(1, v)) * gridSteps))
	}
	return vertex{hold(w[0]), hold(w[1])}
}

func (v vertex) lonLat() orb.Point {
	return geo.Unproject(orb.Point{float64(v.x) / gridSteps, float64(v.y) / gridSteps})
}

// before orders vertices, so that results do not depend on the order of maps.
func (v vertex) before(w vertex) bool {
	if v.x != w.x {
		return v.x < w.x
	}
	return v.y < w.y
}

// snapRing snaps a closed ring in degrees and drops repeated vertices. It
// returns nil when fewer than three different ones are left.
func snapRing(ring orb.Ring) []vertex {
	out := snapLine(orb.LineString(ring))
	if len(out) < 4 || out[0] != out[len(out)-1] {
		return nil
	}
	return out
}

func snapLine(line orb.LineString) []vertex {
	out := make([]vertex, 0, len(line))
	for _, p := range line {
		if v := snap(p); len(out) == 0 || out[len(out)-1] != v {
			out = append(out, v)
		}
	}
	return out
}

// area2 is twice the signed area of a closed ring in grid steps: positive when
// it runs clockwise on screen.
func area2(ring []vertex) (sum int64) {
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		sum += int64(a.x)*int64(b.y) - int64(b.x)*int64(a.y)
	}
	return sum
}

func reverse(line []vertex) []vertex {
	out := make([]vertex, len(line))
	for i, v := range line {
		out[len(line)-1-i] = v
	}
	return out
}

// pixel is the size of a screen pixel in grid steps at a zoom level.
func pixel(zoom float64) float64 { return gridSteps / (256 * math.Exp2(zoom)) }
