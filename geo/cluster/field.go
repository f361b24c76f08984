package cluster

import (
	"math"
	"math/bits"

	"github.com/paulmach/orb"
)

// Field tells how densely events stand, for a map on which they are too many
// for marks of their own. Like a Grid it is a window of cells anchored to the
// world, of a few pixels each; every event weighs on nine cells, with the kernel
// (1 2 1)^T (1 2 1), so that the field is smooth and yet kept up to date by what
// enters and leaves. Nothing is allocated after the first pictures of a size.
type Field struct {
	window           // its rows are kept with one cell more on either side
	weights []uint32 // with one row more above and below
	fresh   []uint32 // as many: events of a bulk, not weighed yet
	across3 []uint32 // three rows of them, weighed along the rows
	levels  ladder
}

// alone is the weight of a single event on its own cell.
const alone = 4

// stair is how far two levels are apart: so far that where events are many, one
// more seldom changes a cell, and so little that no eye sees it.
const stair = 5

// Surface is a field as a picture needs it: plain values.
type Surface struct {
	Levels     []uint8 // per cell, row by row: 0 none, 255 as dense as the scale goes
	Cols, Rows int
	Corner     orb.Point // north-west corner of the first cell, world coordinates, x from 0 to 1
	Cell       float64   // width and height of a cell, world units
}

// Reset forgets all events and readies the field for those within a view, as
// Grid.Reset does. Four pixels are a good cell.
func (f *Field) Reset(view orb.Bound, cell float64) {
	f.window = over(view, cell)
	f.pitch = f.cols + 2
	size := int(f.pitch * (f.rows + 2))
	f.weights, f.fresh = zeroed(f.weights, size), zeroed(f.fresh, size)
	f.across3 = zeroed(f.across3, 3*int(f.pitch))
}

// Covers tells whether the field, as it was reset, serves a view as well.
func (f *Field) Covers(view orb.Bound, cell float64) bool {
	return f.across != 0 && f.covers(over(view, cell))
}

// Add weighs event i of c. An event outside the window changes nothing.
func (f *Field) Add(c *Columns, i int) { f.change(c, i, 1) }

// Remove takes an event away that Add or AddAll weighed.
func (f *Field) Remove(c *Columns, i int) { f.change(c, i, ^uint32(0)) }

// change adds sign, which is 1 or, in two's complement, -1, times event i.
func (f *Field) change(c *Columns, i int, sign uint32) {
	k := f.cell(c.X[i], c.Y[i])
	if k < 0 {
		return
	}
	for row := range uint32(3) {
		w := f.weights[k : k+3 : k+3]
		by := sign << (row & 1)
		w[0] += by
		w[1] += 2 * by
		w[2] += by
		k += int(f.pitch)
	}
}

// AddAll weighs the events from (inclusive) to to (exclusive) whose bit is set
// in keep, as Grid.AddAll does. It takes some 2 ns for each event and 2 ns for
// each cell.
func (f *Field) AddAll(c *Columns, keep []uint64, from, to int) {
	inner := f.fresh[f.pitch+1:]
	w, xs, ys := f.window, c.X, c.Y
	for i := from; i < to; {
		end, word := min(to, i|63+1), uint64(math.MaxUint64)
		if keep != nil {
			word = keep[i/64] >> (i % 64)
		}
		for ; i < end; i, word = i+1, word>>1 {
			if k := w.cell(xs[i], ys[i]); k >= 0 {
				inner[k] += uint32(word & 1)
			}
		}
	}
	f.weigh()
}

// weigh spreads the fresh events over their neighbours, first along the rows and
// then along the columns, and forgets them.
func (f *Field) weigh() {
	n := int(f.pitch)
	above, here, below := f.across3[:n], f.across3[n:2*n], f.across3[2*n:]
	along(above, f.fresh[:n])
	along(here, f.fresh[n:2*n])
	for row := 1; row <= int(f.rows); row++ {
		along(below, f.fresh[(row+1)*n:(row+2)*n])
		weights := f.weights[row*n : (row+1)*n]
		for x := range weights {
			weights[x] += above[x] + 2*here[x] + below[x]
		}
		above, here, below = here, below, above
	}
	clear(f.fresh)
}

func along(dst, row []uint32) {
	dst = dst[:len(row)]
	for x := 1; x < len(row)-1; x++ {
		dst[x] = row[x-1] + 2*row[x] + row[x+1]
	}
}

// Peak is the greatest density of all cells, in the unit of Surface.
func (f *Field) Peak() float64 {
	most := uint32(0)
	for row := range int(f.rows) {
		for _, w := range f.inner(row) {
			most = max(most, w)
		}
	}
	return float64(most) / alone
}

// inner are the weights of a row's cells within the window.
func (f *Field) inner(row int) []uint32 {
	return f.weights[(row+1)*int(f.pitch)+1:][:f.cols]
}

// Surface writes the field to s, whose memory it uses again. Densities are in
// events on one spot: a lone event is a density of 1 on its own cell. Levels are
// logarithmic up to full, a density that must stay the same from picture to
// picture where their colours are to be compared. It takes some 1 ns for each
// cell.
func (f *Field) Surface(s *Surface, full float64) {
	s.Cols, s.Rows, s.Cell = int(f.cols), int(f.rows), 1/float64(f.across)
	s.Corner = orb.Point{float64(f.col) * s.Cell, float64(f.row) * s.Cell}
	f.levels.reach(full)
	if n := f.size(); cap(s.Levels) < n {
		s.Levels = make([]uint8, n)
	}
	s.Levels = s.Levels[:f.size()]
	for row := range s.Rows {
		levels, weights := s.Levels[row*s.Cols:(row+1)*s.Cols], f.inner(row)
		for x, w := range weights[:len(levels)] {
			levels[x] = f.levels.of(w)
		}
	}
}

// Level is the level, from 0 to 1, of a density on a scale up to full.
func Level(density, full float64) float64 {
	return math.Min(1, math.Log1p(density)/math.Log1p(full))
}

// ladder holds the level of every weight: exactly up to 255, then by the
// leading eight bits.
type ladder struct {
	full  float64
	steps [25*128 + 128]uint8
}

// reach makes full the top of the ladder.
func (l *ladder) reach(full float64) {
	if l.full == full {
		return
	}
	l.full = full
	for i := range l.steps {
		octave := max(0, i/128-1)
		weight := float64(i-octave*128) * math.Exp2(float64(octave))
		l.steps[i] = stair * uint8(math.Round(255/stair*Level(weight/alone, full)))
	}
}

func (l *ladder) of(weight uint32) uint8 {
	octave := max(0, bits.Len32(weight)-8)
	return l.steps[octave*128+int(weight>>octave)]
}
