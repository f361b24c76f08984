// Package cluster groups points that would cover each other on the map. The
// grid is anchored to the world, so that groups stay as they are while the map
// is panned, and change only with the whole zoom level.
package cluster

import (
	"cmp"
	"math"
	"sort"

	"github.com/paulmach/orb"
)

// Group is some points that stand close together.
type Group struct {
	Members []int     // indexes into the points given, ascending
	Center  orb.Point // mean of the members, world coordinates
	Alike   bool      // all members stand on the very same spot: no zoom parts them
}

// At groups points, in world coordinates, that lie within cell of each other.
// cell is a length in world units. Points of one grid cell form a group; then
// groups whose centres are closer than cell are joined, larger ones first,
// until no two are. The same points in another order make the same groups.
// Groups come in the order of their first members. It takes O(n log n) time
// for each round of joining, of which there are a few.
func At(points []orb.Point, cell float64) []Group {
	cells := make(map[[2]int32]int)
	var groups []Group
	for i, p := range points {
		key := [2]int32{int32(math.Floor(p[0] / cell)), int32(math.Floor(p[1] / cell))}
		g, ok := cells[key]
		if !ok {
			g = len(groups)
			cells[key] = g
			groups = append(groups, Group{})
		}
		groups[g].Members = append(groups[g].Members, i)
	}
	for i := range groups {
		groups[i].settle(points)
	}
	for {
		joined := join(groups, points, cell)
		if len(joined) == len(groups) {
			sort.Slice(joined, func(i, j int) bool { return joined[i].Members[0] < joined[j].Members[0] })
			return joined
		}
		groups = joined
	}
}

// settle works out a group's centre and whether its members can be parted.
func (g *Group) settle(points []orb.Point) {
	var x, y float64
	g.Alike = true
	for _, i := range g.Members {
		x += points[i][0]
		y += points[i][1]
		g.Alike = g.Alike && points[i] == points[g.Members[0]]
	}
	n := float64(len(g.Members))
	g.Center = orb.Point{x / n, y / n}
	if g.Alike {
		g.Center = points[g.Members[0]]
	}
}

// join adds each group to the nearest larger one within cell of it.
func join(groups []Group, points []orb.Point, cell float64) []Group {
	sort.Slice(groups, func(i, j int) bool { return larger(&groups[i], &groups[j]) })
	kept := groups[:0:0]
	near := make(map[[2]int32][]int) // kept groups by the cell of their centre
	for _, g := range groups {
		x, y := int32(math.Floor(g.Center[0]/cell)), int32(math.Floor(g.Center[1]/cell))
		if k := nearest(kept, near, g.Center, x, y, cell); k >= 0 {
			kept[k].Members = append(kept[k].Members, g.Members...)
			continue
		}
		near[[2]int32{x, y}] = append(near[[2]int32{x, y}], len(kept))
		kept = append(kept, g)
	}
	for i := range kept {
		sort.Ints(kept[i].Members)
		kept[i].settle(points)
	}
	return kept
}

// larger orders groups by size and then by position, never by the order in
// which their points came.
func larger(a, b *Group) bool {
	return cmp.Or(
		cmp.Compare(len(b.Members), len(a.Members)),
		cmp.Compare(a.Center[0], b.Center[0]),
		cmp.Compare(a.Center[1], b.Center[1]),
	) < 0
}

// nearest finds the kept group whose centre is closest to p, within cell of it.
func nearest(kept []Group, near map[[2]int32][]int, p orb.Point, x, y int32, cell float64) int {
	best, least := -1, cell*cell
	for dx := int32(-1); dx <= 1; dx++ {
		for dy := int32(-1); dy <= 1; dy++ {
			for _, k := range near[[2]int32{x + dx, y + dy}] {
				ex, ey := kept[k].Center[0]-p[0], kept[k].Center[1]-p[1]
				if d := ex*ex + ey*ey; d < least {
					best, least = k, d
				}
			}
		}
	}
	return best
}
