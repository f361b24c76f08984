package cluster

import (
	"math"

	"github.com/paulmach/orb"
)

// window is a block of cells onto the world. The world is divided into a whole
// number of cells, so that they are anchored to it, stay where they are while
// the map is panned, and meet without a seam at the antimeridian.
type window struct {
	across     uint32 // cells around the world, and from north to south
	col, row   uint32 // of the first cell, counted from the north-west of the world
	cols, rows uint32
	pitch      uint32 // from one row to the next, where cells are kept
}

// over is the window that holds a view, in world coordinates, whose x may lie
// beyond 0 and 1. A window is never wider than the world: of a wider view it
// holds the world around the view's middle.
func over(view orb.Bound, cell float64) window {
	w := window{across: uint32(math.Max(1, math.Round(1/cell)))}
	n := float64(w.across)
	west, east := math.Floor(view.Min[0]*n), math.Floor(view.Max[0]*n)
	if east-west+1 >= n {
		west, east = math.Floor((view.Center()[0]-0.5)*n), math.Floor((view.Center()[0]-0.5)*n)+n-1
	}
	north, south := math.Max(0, math.Floor(view.Min[1]*n)), math.Min(n-1, math.Floor(view.Max[1]*n))
	w.col, w.cols = uint32(west-math.Floor(west/n)*n), uint32(east-west+1)
	w.pitch = w.cols
	if south >= north {
		w.row, w.rows = uint32(north), uint32(south-north+1)
	}
	return w
}

// cell is the index of the cell, row by row, that holds a position, or -1 where
// that lies outside the window.
func (w *window) cell(x, y uint32) int {
	c, r := w.column(x), uint32(uint64(y)*uint64(w.across)>>32)-w.row
	if c >= w.cols || r >= w.rows {
		return -1
	}
	return int(r*w.pitch + c)
}

// column counts from the window's first one, around the world.
func (w *window) column(x uint32) uint32 {
	c := uint32(uint64(x)*uint64(w.across)>>32) - w.col
	if int32(c) < 0 {
		c += w.across
	}
	return c
}

// covers tells whether all cells of another window are cells of this one.
func (w *window) covers(o window) bool {
	shift := o.col - w.col
	if int32(shift) < 0 {
		shift += w.across
	}
	around := w.cols == w.across || shift+o.cols <= w.cols
	return w.across == o.across && around && o.row >= w.row && o.row+o.rows <= w.row+w.rows
}

// size is the number of cells.
func (w *window) size() int { return int(w.cols * w.rows) }

// zeroed returns a slice of n zeros, the old one's memory where that is enough.
func zeroed[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	old = old[:n]
	clear(old)
	return old
}
