package paint

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
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
	width := f.Cell * world
	middle := f.Corner[0] + f.Cell*float64(f.Cols)/2
	corner := f.Corner
	corner[0] += math.Round(s.View.Center[0] - middle)
	at := s.View.ToScreen(corner)
	d.x.divide(at[0], width, f.Cols, r.Max.X)
	d.y.divide(at[1], width, f.Rows, r.Max.Y)
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
		under, keep := binary.LittleEndian.Uint32(px), uint32(t>>32)
		rb := under & 0xff00ff * keep >> 8 & 0xff00ff
		g := under >> 8 & 0xff * keep & 0xff00
		binary.LittleEndian.PutUint32(px, uint32(t)+(rb|g))
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

// ramp is the colour of every level: premultiplied, opaque where added to what
// is kept of an opaque ground, and above it the part, of 256, that is kept.
type ramp struct {
	style *Style
	tints [256]uint64
}

// stop is a colour of a ramp, at a level from 0 to 1.
type stop struct {
	level   float64
	color   uint32
	opacity float64
}

// The ramps run evenly from light to dark where the ground is light, and from
// dark to light where it is dark: their order is told by lightness alone, so
// that no kind of colour vision loses it.
var (
	lightStops = []stop{
		{0, 0xFFD27A, 0}, {0.08, 0xFFCB6B, 0.42}, {0.3, 0xFBA23C, 0.72}, {0.55, 0xE8602C, 0.84}, {0.8, 0xB3202C, 0.92}, {1, 0x5E0A2A, 0.96},
	}
	darkStops = []stop{
		{0, 0x6A2C91, 0}, {0.08, 0x70309A, 0.5}, {0.3, 0xB43680, 0.74}, {0.55, 0xEE5F55, 0.86}, {0.8, 0xFDA94B, 0.93}, {1, 0xFFF6C2, 0.97},
	}
)

// set readies the ramp of a style.
func (p *ramp) set(style *Style) {
	if p.style == style {
		return
	}
	p.style = style
	stops := lightStops
	if style.Dark {
		stops = darkStops
	}
	for i := range p.tints {
		c := tint(stops, float64(i)/255)
		keep := 256 - (uint64(c.A)*256+127)/255
		c.A = 255
		p.tints[i] = uint64(pack(c)) | keep<<32
	}
}

// tint is the colour of a level between two stops.
func tint(stops []stop, level float64) color.RGBA {
	k := 1
	for k < len(stops)-1 && level > stops[k].level {
		k++
	}
	a, b := stops[k-1], stops[k]
	t := math.Min(1, (level-a.level)/(b.level-a.level))
	return faded(mix(rgb(a.color), rgb(b.color), t), a.opacity+t*(b.opacity-a.opacity))
}
