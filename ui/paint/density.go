package paint

import (
	"bytes"
	"encoding/binary"
	"image"
	"math"

	"qantar/geo"
	"qantar/geo/cluster"

	"github.com/paulmach/orb"
)

// density paints how densely events stand: levels between the centres of cells
// are interpolated, so that no cell shows. What a pixel gets depends on nothing
// but the surface and the view, so that any part may be painted by itself.
type density struct {
	ramp ramp
	key  densityKey
	x, y divisions
	none []uint8 // a row of cells without events

	upper, lower []int32 // two rows of cells by pixel: levels times 256
	runs         []rowPart
}

// rowPart is a range of pixels along a row.
type rowPart struct{ from, to int }

type densityKey struct {
	view       geo.Viewport
	corner     orb.Point
	cell       float64
	cols, rows int
}

func keyOf(v geo.Viewport, s *cluster.Surface) densityKey {
	if s == nil {
		return densityKey{}
	}
	return densityKey{v, s.Corner, s.Cell, s.Cols, s.Rows}
}

// divisions tell along one axis between which centres of cells pixels lie.
type divisions struct {
	first []int   // by cell, counted from -1: the first pixel beyond its centre
	cell  []int   // by pixel: the cell whose centre it is beyond, from -2 to the number of cells
	part  []int32 // by pixel: how far it is on the way to the next centre, of 256
}

// divide lays cells of a width in pixels, the first of which begins at start,
// along size pixels.
func (d *divisions) divide(start, width float64, cells, size int) {
	d.first, d.cell, d.part = d.first[:0], d.cell[:0], d.part[:0]
	for x := range size {
		at := (float64(x)+0.5-start)/width - 0.5
		cell := math.Floor(at)
		for len(d.first) < cells+2 && cell >= float64(len(d.first)-1) {
			d.first = append(d.first, x)
		}
		d.cell = append(d.cell, max(-2, min(cells, int(cell))))
		d.part = append(d.part, int32((at-cell)*256))
	}
	for len(d.first) < cells+2 {
		d.first = append(d.first, size)
	}
}

// between are the pixels from the centre of a cell, counted from -1, on.
func (d *divisions) between(cell int) (from, to int) { return d.first[cell+1], d.first[cell+2] }

// within are the cells, from (inclusive) to to (exclusive), beyond whose centres
// there are pixels from a to b.
func (d *divisions) within(a, b int) (from, to int) {
	cells := len(d.first) - 2
	return max(-1, d.cell[a]), min(cells, d.cell[b-1]+1)
}

// touched are the pixels that a cell has a part in.
func (d *divisions) touched(cell int) (from, to int) { return d.first[cell], d.first[cell+2] }

// prepare works out where the cells of a surface lie in a view.
func (d *density) prepare(s *MapScene, r image.Rectangle) {
	key := keyOf(s.View, s.Density)
	d.ramp.set(s.Style)
	if d.key == key {
		return
	}
	d.key = key
	world, f := s.View.WorldSize(), s.Density
	half := f.Cell * float64(f.Cols) / 2
	middle := s.View.Nearest(orb.Point{f.Corner[0] + half})
	west, north := middle[0]-half-s.View.Center[0], f.Corner[1]-s.View.Center[1]
	d.x.divide(west*world+s.View.Width/2, f.Cell*world, f.Cols, r.Max.X)
	d.y.divide(north*world+s.View.Height/2, f.Cell*world, f.Rows, r.Max.Y)
	d.none = grown(d.none, f.Cols)
	d.upper, d.lower = grown(d.upper, r.Max.X), grown(d.lower, r.Max.X)
}

// paint blends the part of a surface within r, which is not empty, over dst.
func (d *density) paint(dst *image.RGBA, f *cluster.Surface, r image.Rectangle) {
	north, south := d.y.within(r.Min.Y, r.Max.Y)
	if north < south {
		d.expand(d.lower, d.row(f, north), r)
	}
	for row := north; row < south; row++ {
		d.upper, d.lower = d.lower, d.upper
		above, below := d.row(f, row), d.row(f, row+1)
		d.expand(d.lower, below, r)
		d.find(above, below, r)
		from, to := d.y.between(row)
		for y := max(from, r.Min.Y); y < min(to, r.Max.Y); y++ {
			pixels := dst.Pix[dst.PixOffset(dst.Rect.Min.X, y):]
			for _, r := range d.runs {
				d.scan(pixels, r, int32(d.y.part[y]))
			}
		}
	}
}

func (d *density) row(f *cluster.Surface, row int) []uint8 {
	if row < 0 || row >= f.Rows {
		return d.none
	}
	return f.Levels[row*f.Cols : (row+1)*f.Cols]
}

// expand interpolates a row of cells to 256 times the levels of the pixels
// between r's sides.
func (d *density) expand(dst []int32, levels []uint8, r image.Rectangle) {
	west, east := d.x.within(r.Min.X, r.Max.X)
	for cell := west; cell < east; cell++ {
		a, b := level(levels, cell), level(levels, cell+1)
		from, to := d.x.between(cell)
		from, to = max(from, r.Min.X), min(to, r.Max.X)
		if from >= to {
			continue
		}
		parts, out := d.x.part[from:to], dst[from:to]
		for x, part := range parts[:len(out)] {
			out[x] = a<<8 + (b-a)*part
		}
	}
}

func level(levels []uint8, cell int) int32 {
	if uint(cell) >= uint(len(levels)) {
		return 0
	}
	return int32(levels[cell])
}

// find lists the runs of pixels between r's sides where there is anything to
// paint between two rows of cells.
func (d *density) find(above, below []uint8, r image.Rectangle) {
	d.runs = d.runs[:0]
	west, east := d.x.within(r.Min.X, r.Max.X)
	before := level(above, west) | level(below, west)
	for cell := west; cell < east; cell++ {
		after := level(above, cell+1) | level(below, cell+1)
		if before|after != 0 {
			from, to := d.x.between(cell)
			from, to = max(from, r.Min.X), min(to, r.Max.X)
			if last := len(d.runs) - 1; last >= 0 && d.runs[last].to == from {
				d.runs[last].to = to
			} else {
				d.runs = append(d.runs, rowPart{from, to})
			}
		}
		before = after
	}
}

// scan blends a run of pixels, part of 256 on the way from the upper to the
// lower row of cells.
func (d *density) scan(row []uint8, r rowPart, part int32) {
	pixels, upper, lower := row[4*r.from:4*r.to], d.upper[r.from:r.to], d.lower[r.from:r.to]
	tints := &d.ramp.tints
	for x, a := range upper[:len(lower)] {
		t := tints[uint8((a<<8+(lower[x]-a)*part)>>16)]
		px := pixels[4*x : 4*x+4 : 4*x+4]
		binary.LittleEndian.PutUint32(px, t.atop(binary.LittleEndian.Uint32(px)))
	}
}

// spoil makes stale what the cells whose levels have changed have a part in.
func (d *density) spoil(t *tiles, old []uint8, f *cluster.Surface) {
	for row := range f.Rows {
		before, now := old[row*f.Cols:(row+1)*f.Cols], d.row(f, row)
		if bytes.Equal(before, now) {
			continue
		}
		top, bottom := d.y.touched(row)
		for cell, level := range now {
			if before[cell] != level {
				left, right := d.x.touched(cell)
				t.spoil(image.Rect(left, top, right, bottom))
			}
		}
	}
}
