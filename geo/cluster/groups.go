package cluster

import (
	"math/bits"
	"slices"

	"github.com/paulmach/orb"
)

// Bunch is some events that stand close together.
type Bunch struct {
	Center     orb.Point // mean of their places, world coordinates, x from 0 to 1
	Count      int
	ByCategory []uint32 // how many there are of each category
	One        int      // index of the only event, or -1 where there are several
	Place      int      // number of the place that all of them share, so that no zoom parts them, or -1
	Mean       int      // mean of their indexes: where events are sorted by time, about how old they are
}

// joiner joins the cells of a grid. It keeps its buffers.
type joiner struct {
	bundles []bundle
	order   []uint64 // count and index of each bundle, to be sorted
	kept    []uint64
	owner   []int32 // per cell: its bundle, or -1
	heads   []int32 // per cell: the first kept bundle whose centre lies there, or -1
	groups  []Bunch
	byGroup []uint32 // counts per group and category
}

// bundle is a cell with what has been joined to it.
type bundle struct {
	tally            // x counts on beyond the antimeridian
	cx, cy   float64 // centre, in cells
	head     int     // cell of the centre
	next     int32   // kept bundle with its centre in the same cell, or -1
	into     int32   // the bundle it was joined to, or -1
	position int32   // index of its group
}

// Groups groups the events counted: those of one cell, and then groups whose
// centres are closer than a cell are joined, the smaller to the larger, until no
// two are. What they are depends on what is counted, not on the order in which
// it came. Larger groups come first. The answer is valid until the next call of
// a method. It costs some 50 ns for each cell that is not empty.
func (g *Grid) Groups() []Bunch {
	g.gather()
	for g.join() {
	}
	g.settle()
	return g.groups
}

// GroupOf is the index, in the last answer of Groups, of the group that an event
// at a position belongs to if it was counted, or -1.
func (g *Grid) GroupOf(x, y uint32) int {
	k := g.cell(x, y)
	if k < 0 || k >= len(g.owner) || g.owner[k] < 0 {
		return -1
	}
	return int(g.bundles[g.root(g.owner[k])].position)
}

// gather makes a bundle of every cell that is not empty.
func (g *Grid) gather() {
	g.bundles, g.kept = g.bundles[:0], g.kept[:0]
	g.owner, g.heads = blank(g.owner, len(g.cells)), blank(g.heads, len(g.cells))
	for k := range g.cells {
		if g.cells[k].n == 0 {
			continue
		}
		b := bundle{tally: g.cells[k], into: -1}
		if uint32(k)%g.cols+g.col >= g.across {
			b.x += b.n << 32
		}
		g.place(&b)
		g.owner[k] = int32(len(g.bundles))
		g.kept = append(g.kept, ^b.n<<32|uint64(len(g.bundles)))
		g.bundles = append(g.bundles, b)
	}
}

// place works out where a bundle's centre lies.
func (g *Grid) place(b *bundle) {
	unit := float64(g.across) / (1 << 32)
	b.cx, b.cy = mean(b.x, b.n)*unit, mean(b.y, b.n)*unit
	column := min(g.cols-1, uint32(max(0, int(b.cx)-int(g.col))))
	row := min(g.rows-1, uint32(max(0, int(b.cy)-int(g.row))))
	b.head = int(row*g.cols + column)
}

// join adds each bundle to the nearest larger one within a cell's width of it,
// and tells whether there was any to add. The sorted keys hold the complement
// of the count, so that the largest come first, and then the cell's order.
func (g *Grid) join() bool {
	g.order = append(g.order[:0], g.kept...)
	slices.Sort(g.order)
	g.kept = g.kept[:0]
	for _, key := range g.order {
		k := int32(uint32(key))
		b := &g.bundles[k]
		if near := g.nearest(b); near >= 0 {
			b.into = near
			continue
		}
		b.next, g.heads[b.head] = g.heads[b.head], k
		g.kept = append(g.kept, key)
	}
	if len(g.kept) == len(g.order) {
		return false
	}
	g.merge()
	return true
}

// merge adds up what the last round has joined and clears its traces.
func (g *Grid) merge() {
	for _, key := range g.kept {
		g.heads[g.bundles[uint32(key)].head] = -1
	}
	for _, key := range g.order {
		if b := &g.bundles[uint32(key)]; b.into >= 0 {
			g.bundles[b.into].add(&b.tally)
		}
	}
	for i, key := range g.kept {
		b := &g.bundles[uint32(key)]
		g.place(b)
		g.kept[i] = ^b.n<<32 | uint64(uint32(key))
	}
}

// nearest finds the kept bundle whose centre is closest to b's, within a cell.
func (g *Grid) nearest(b *bundle) int32 {
	best, least := int32(-1), 1.0
	row, column := b.head/int(g.cols), b.head%int(g.cols)
	for y := max(0, row-1); y <= min(int(g.rows)-1, row+1); y++ {
		for x := max(0, column-1); x <= min(int(g.cols)-1, column+1); x++ {
			for k := g.heads[y*int(g.cols)+x]; k >= 0; k = g.bundles[k].next {
				dx, dy := g.bundles[k].cx-b.cx, g.bundles[k].cy-b.cy
				if d := dx*dx + dy*dy; d < least {
					best, least = k, d
				}
			}
		}
	}
	return best
}

// settle writes the groups that are left.
func (g *Grid) settle() {
	g.groups = g.groups[:0]
	g.byGroup = zeroed(g.byGroup, len(g.kept)*g.categories)
	for i, key := range g.kept {
		b := &g.bundles[uint32(key)]
		b.position = int32(i)
		group := b.bunch()
		group.ByCategory = g.byGroup[i*g.categories : (i+1)*g.categories : (i+1)*g.categories]
		g.groups = append(g.groups, group)
	}
	for k, owner := range g.owner {
		if owner < 0 {
			continue
		}
		sum := g.groups[g.bundles[g.root(owner)].position].ByCategory
		for c, n := range g.counts[k*g.categories : (k+1)*g.categories] {
			sum[c] += n
		}
	}
}

// root is the bundle that bundle k has ended up in.
func (g *Grid) root(k int32) int32 {
	for g.bundles[k].into >= 0 {
		k = g.bundles[k].into
	}
	return k
}

// bunch describes the events of a tally.
func (t *tally) bunch() Bunch {
	x := mean(t.x, t.n) / (1 << 32)
	if x >= 1 {
		x--
	}
	c := Bunch{
		Center: orb.Point{x, mean(t.y, t.n) / (1 << 32)},
		Count:  int(t.n), One: -1, Place: -1, Mean: int(t.indexes / t.n),
	}
	if t.n == 1 {
		c.One = int(t.indexes)
	}
	if t.alike() {
		c.Place = int(t.places / t.n)
	}
	return c
}

// alike tells whether all places are one, by the Cauchy-Schwarz inequality,
// whose two sides are equal then and only then. They need up to 128 bits.
func (t *tally) alike() bool {
	high, low := bits.Mul64(t.n, t.squaredPlaces)
	alsoHigh, alsoLow := bits.Mul64(t.places, t.places)
	return high == alsoHigh && low == alsoLow
}

func (t *tally) add(o *tally) {
	t.n += o.n
	t.x += o.x
	t.y += o.y
	t.indexes += o.indexes
	t.places += o.places
	t.squaredPlaces += o.squaredPlaces
}

// mean keeps the whole part exact: where all are alike, so is their mean.
func mean(sum, n uint64) float64 {
	return float64(sum/n) + float64(sum%n)/float64(n)
}

// blank returns a slice of n times -1, the old one's memory where that is enough.
func blank(old []int32, n int) []int32 {
	if cap(old) < n {
		old = make([]int32, n)
	}
	old = old[:n]
	for i := range old {
		old[i] = -1
	}
	return old
}
