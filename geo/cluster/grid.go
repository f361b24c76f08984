package cluster

import (
	"math"
	"math/bits"

	"github.com/paulmach/orb"
)

// Grid counts the events that stand in each cell of a window of the world, and
// groups those that would cover each other on the map. Events enter and leave
// one by one in constant time, or a range of them at once; nobody keeps lists
// of members. Positions are fractions of the world (see geo.Fraction). It is right
// for up to 2^22 events at once, with indexes below 2^22 and places below 2^21.
//
// A map at rest needs one Reset and one AddAll; then Add and Remove for what
// enters and leaves, and Groups once per picture. Nothing is allocated after
// the first few pictures of a size.
type Grid struct {
	window
	categories int
	cells      []tally
	counts     []uint32 // per cell and category
	joiner
}

// tally is what is known of the events of one cell. Sums suffice: of one event
// the sum of indexes is its index, and places are all alike if and only if
// n * sum of p^2 = (sum of p)^2.
type tally struct {
	n             uint64
	x, y          uint64 // sums
	indexes       uint64
	places        uint64
	squaredPlaces uint64
}

// Columns are the events that a grid or a field counts: event i is described by
// the i-th value of each.
type Columns struct {
	X, Y     []uint32 // fractions of the world
	Place    []uint32 // its number; not needed for a field
	Category []uint8  // not needed for a field
}

// Reset forgets all events and readies the grid for those within a view (world
// coordinates; x may lie beyond 0 and 1). cell is the width of a cell in world
// units; the world is divided into the whole number of cells nearest to it. Keep
// to a few steps of cell, such as half zoom levels, so that groups stay as they
// are while the map moves, and give a view with a margin of a few cells, so that
// what is cut off at the margin does not show. categories are numbered from 0.
func (g *Grid) Reset(view orb.Bound, cell float64, categories int) {
	g.window, g.categories = over(view, cell), categories
	g.cells = zeroed(g.cells, g.size())
	g.counts = zeroed(g.counts, g.size()*categories)
	g.groups = g.groups[:0]
}

// Covers tells whether the grid, as it was reset, serves a view as well: then a
// pan needs no counting anew.
func (g *Grid) Covers(view orb.Bound, cell float64) bool {
	return g.across != 0 && g.covers(over(view, cell))
}

// Add counts event i of c. An event outside the window changes nothing.
func (g *Grid) Add(c *Columns, i int) { g.change(c, i, 1) }

// Remove takes an event away that Add or AddAll counted.
func (g *Grid) Remove(c *Columns, i int) { g.change(c, i, ^uint64(0)) }

func (g *Grid) change(c *Columns, i int, sign uint64) {
	if k := g.cell(c.X[i], c.Y[i]); k >= 0 {
		g.cells[k].change(c.X[i], c.Y[i], c.Place[i], i, sign)
		g.counts[k*g.categories+int(c.Category[i])] += uint32(sign)
	}
}

// change adds sign, which is 1 or, in two's complement, -1, times event i.
func (t *tally) change(x, y, place uint32, i int, sign uint64) {
	p := uint64(place)
	t.n += sign
	t.x += sign * uint64(x)
	t.y += sign * uint64(y)
	t.indexes += sign * uint64(i)
	t.places += sign * p
	t.squaredPlaces += sign * p * p
}

// AddAll counts the events from (inclusive) to to (exclusive) whose bit is set
// in keep: bit i%64 of keep[i/64] is that of event i. A nil keep keeps all. It
// takes some 5 ns for each event.
func (g *Grid) AddAll(c *Columns, keep []uint64, from, to int) {
	if keep == nil {
		g.addRun(c, from, to)
		return
	}
	for from < to {
		base := from &^ 63
		word := keep[base/64] >> (from - base) << (from - base)
		from = base + 64
		if from > to {
			word &= 1<<(to-base) - 1
		}
		if word == math.MaxUint64 {
			g.addRun(c, base, from)
		} else if word != 0 {
			g.addSome(c, word, base)
		}
	}
}

// addRun is Add for every event of a range, without a call for each.
func (g *Grid) addRun(c *Columns, from, to int) {
	xs, ys := c.X[from:to], c.Y[from:to]
	places, categories := c.Place[from:to], c.Category[from:to]
	ys, places, categories = ys[:len(xs)], places[:len(xs)], categories[:len(xs)]
	w, cells, counts, stride := g.window, g.cells, g.counts, g.categories
	for i, x := range xs {
		if k := w.cell(x, ys[i]); k >= 0 {
			cells[k].change(x, ys[i], places[i], from+i, 1)
			counts[k*stride+int(categories[i])]++
		}
	}
}

// addSome is Add for the events from base on whose bits are set in word.
func (g *Grid) addSome(c *Columns, word uint64, base int) {
	w, cells, counts, stride := g.window, g.cells, g.counts, g.categories
	for ; word != 0; word &= word - 1 {
		i := base + bits.TrailingZeros64(word)
		if k := w.cell(c.X[i], c.Y[i]); k >= 0 {
			cells[k].change(c.X[i], c.Y[i], c.Place[i], i, 1)
			counts[k*stride+int(c.Category[i])]++
		}
	}
}
