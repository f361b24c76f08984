package paint

import "math"

// labelGrid finds the boxes that touch another one on a world that repeats to
// the east and west. Boxes hang in lists by the cells that they reach into.
type labelGrid struct {
	world float32 // width of the world, pixels
	boxes []box
	links []link
	heads [1 << gridBits]int32 // 1 + index of the first link of a cell
}

// link is one box in the list of one cell.
type link struct{ box, next int32 }

// Cells are about as large as labels. Their lists share 1<<gridBits heads.
const (
	gridBits   = 10
	cellWidth  = 128
	cellHeight = 32
)

func (g *labelGrid) reset(world float64) {
	g.world, g.boxes, g.links = float32(world), g.boxes[:0], g.links[:0]
	clear(g.heads[:])
}

// take adds a box, and its copy where it reaches beyond the world.
func (g *labelGrid) take(b box) {
	g.insert(b)
	if copied, ok := g.around(b); ok {
		g.insert(copied)
	}
}

// free tells whether a box touches none of those taken.
func (g *labelGrid) free(b box) bool {
	if !g.clear(b) {
		return false
	}
	copied, ok := g.around(b)
	return !ok || g.clear(copied)
}

// hidden is how much of a box the one taken that covers the most of it does, in
// square pixels: marks often stand on top of each other.
func (g *labelGrid) hidden(b box) float32 {
	if g.free(b) {
		return 0
	}
	most := g.covered(b)
	if copied, ok := g.around(b); ok {
		most = max(most, g.covered(copied))
	}
	return most
}

// around is the copy of a box on the other side of the world, where it reaches
// beyond one.
func (g *labelGrid) around(b box) (box, bool) {
	switch {
	case b.x0 < 0:
		return b.add(pt{g.world, 0}), true
	case b.x1 > g.world:
		return b.add(pt{-g.world, 0}), true
	default:
		return b, false
	}
}

func (g *labelGrid) insert(b box) {
	g.boxes = append(g.boxes, b)
	for c := cellsOf(b); c.next(); {
		head := &g.heads[c.hash()]
		g.links = append(g.links, link{int32(len(g.boxes) - 1), *head})
		*head = int32(len(g.links))
	}
}

func (g *labelGrid) clear(b box) bool {
	for c := cellsOf(b); c.next(); {
		for i := g.heads[c.hash()]; i != 0; i = g.links[i-1].next {
			if g.boxes[g.links[i-1].box].touches(b) {
				return false
			}
		}
	}
	return true
}

func (g *labelGrid) covered(b box) (most float32) {
	for _, o := range g.boxes {
		if o.touches(b) {
			most = max(most, (min(b.x1, o.x1)-max(b.x0, o.x0))*(min(b.y1, o.y1)-max(b.y0, o.y0)))
		}
	}
	return most
}

// cells walks over those that a box reaches into.
type cells struct{ x0, x1, y1, x, y int32 }

func cellsOf(b box) cells {
	at := func(v, size float32) int32 { return int32(math.Floor(float64(v / size))) }
	x0 := at(b.x0, cellWidth)
	return cells{x0, at(b.x1, cellWidth), at(b.y1, cellHeight), x0 - 1, at(b.y0, cellHeight)}
}

func (c *cells) next() bool {
	if c.x++; c.x > c.x1 {
		c.x = c.x0
		c.y++
	}
	return c.y <= c.y1
}

func (c *cells) hash() uint32 {
	return (uint32(c.x)*0x9E3779B1 ^ uint32(c.y)*0x85EBCA77) >> (32 - gridBits)
}

func (b box) add(p pt) box { return box{b.x0 + p.x, b.y0 + p.y, b.x1 + p.x, b.y1 + p.y} }

// widen moves a box's left and right side out.
func (b box) widen(by float32) box { return box{b.x0 - by, b.y0, b.x1 + by, b.y1} }

func (b box) union(o box) box {
	return box{min(b.x0, o.x0), min(b.y0, o.y0), max(b.x1, o.x1), max(b.y1, o.y1)}
}

func (b box) touches(o box) bool { return b.x0 < o.x1 && b.x1 > o.x0 && b.y0 < o.y1 && b.y1 > o.y0 }
