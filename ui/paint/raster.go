package paint

import (
	"math"
	"math/bits"
)

// Cells lie in memory in tiles of 4 by 4 pixels, each a line of the
// processor's cache, so that an edge finds the cells of the next row at hand.
// A row is looked at in groups as wide as a tile: those that no edge touches
// are covered like the pixel before them.
const (
	groupBits  = 2
	groupWidth = 1 << groupBits
	tileCells  = groupWidth * groupWidth
)

// raster gathers a path as signed areas: each pixel's cell holds by how much
// the path's cover changes there, and the cover is the running sum of a row.
// This is how font-rs fills glyphs (Raph Levien, "Inside the fastest font
// renderer in the world", 2016). On top of that it remembers which groups of a
// row an edge has touched: whatever lies between them costs one test, and
// nothing has to be cleared but what was written.
//
// The order of edges does not matter. What lies left of the raster counts as
// if it stood on its left side; what lies elsewhere outside is ignored.
type raster struct {
	width, height int
	band, words   int // cells to a band of rows, words of touched to a row
	cells         []float32
	touched       []uint64 // for every row a bit to a group
	pen, first    pt
	cover         []uint8   // a row of it
	runs          []stretch // those of a row
}

// stretch is a part of a row. Where it is not mixed all of it has one cover.
type stretch struct {
	from, to int
	cover    uint8
	mixed    bool
}

// Reset readies the raster for a path over width by height pixels. It costs
// next to nothing: the cells of the path before are clear again by now.
func (r *raster) Reset(width, height int) {
	r.width, r.height = width, height
	groups := (width+1)>>groupBits + 1 // an edge on the right side writes one cell further
	r.band, r.words = groups*tileCells, (groups+63)/64
	if need := r.band * (height>>groupBits + 1); len(r.cells) < need {
		r.cells = make([]float32, need)
	}
	if need := r.words * height; len(r.touched) < need {
		r.touched = make([]uint64, need)
	}
	if need := groups << groupBits; len(r.cover) < need {
		r.cover = make([]uint8, need)
	}
}

// line is where a row's cells begin.
func (r *raster) line(y int) int {
	return y>>groupBits*r.band + y&(groupWidth-1)<<groupBits
}

// cell is where a pixel's cell lies after the beginning of its row.
func cell(x int) int { return x>>groupBits*tileCells + x&(groupWidth-1) }

// MoveTo begins a ring.
func (r *raster) MoveTo(x, y float32) { r.pen, r.first = pt{x, y}, pt{x, y} }

// LineTo adds a straight edge.
func (r *raster) LineTo(x, y float32) {
	to := pt{x, y}
	r.edge(r.pen, to, 1)
	r.pen = to
}

// ClosePath joins the end of a ring to its beginning.
func (r *raster) ClosePath() {
	r.edge(r.pen, r.first, 1)
	r.pen = r.first
}

// CubeTo adds a cubic Bézier curve as chords that stay within a fifth of a
// pixel. Their number: Wang's formula, in R. Goldman, "Pyramid Algorithms"
// (2003), section 5.6.3.
func (r *raster) CubeTo(bx, by, cx, cy, dx, dy float32) {
	const tolerance = 0.2
	a := r.pen
	bend := max(hypot(a.x-2*bx+cx, a.y-2*by+cy), hypot(bx-2*cx+dx, by-2*cy+dy))
	n := max(1, int(math.Ceil(math.Sqrt(float64(0.75*bend/tolerance)))))
	for i := 1; i < n; i++ {
		t := float32(i) / float32(n)
		u := 1 - t
		p, q, s, v := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		r.LineTo(p*a.x+q*bx+s*cx+v*dx, p*a.y+q*by+s*cy+v*dy)
	}
	r.LineTo(dx, dy)
}

func hypot(x, y float32) float32 { return float32(math.Sqrt(float64(x*x + y*y))) }

// edge adds an edge, cut to the raster. sign -1 turns it round.
func (r *raster) edge(a, b pt, sign float32) {
	if a.y == b.y {
		return
	}
	if a.y > b.y {
		a, b, sign = b, a, -sign
	}
	w, h := float32(r.width), float32(r.height)
	if b.y <= 0 || a.y >= h || a.x >= w && b.x >= w {
		return
	}
	slope := (b.x - a.x) / (b.y - a.y)
	if a.y < 0 {
		a = pt{a.x - a.y*slope, 0}
	}
	if b.y > h {
		b = pt{b.x - (b.y-h)*slope, h}
	}
	if a.x < 0 || b.x < 0 || a.x > w || b.x > w {
		r.acrossSides(a, b, slope, sign)
		return
	}
	r.rows(a, b, slope, sign)
}

// acrossSides adds a downward edge that crosses the left or right side.
func (r *raster) acrossSides(a, b pt, slope, sign float32) {
	w := float32(r.width)
	at := func(x float32) float32 { return min(max(a.y, a.y+(x-a.x)/slope), b.y) }
	switch {
	case a.x <= 0 && b.x <= 0:
		r.rows(pt{0, a.y}, pt{0, b.y}, 0, sign)
		return
	case a.x < 0:
		y := at(0)
		r.rows(pt{0, a.y}, pt{0, y}, 0, sign)
		a = pt{0, y}
	case b.x < 0:
		y := at(0)
		r.rows(pt{0, y}, pt{0, b.y}, 0, sign)
		b = pt{0, y}
	}
	if a.x > w {
		a = pt{w, at(w)}
	}
	if b.x > w {
		b = pt{w, at(w)}
	}
	r.rows(a, b, slope, sign)
}

// rows adds a downward edge that lies within the raster.
func (r *raster) rows(a, b pt, slope, sign float32) {
	x, w := a.x, float32(r.width)
	for y, top := int(a.y), a.y; y < r.height && top < b.y; y++ {
		bottom := float32(y + 1)
		if bottom > b.y {
			bottom = b.y
		}
		next := x + slope*(bottom-top)
		if next < 0 {
			next = 0
		} else if next > w {
			next = w
		}
		if x < next {
			r.slice(y, x, next, (bottom-top)*sign)
		} else {
			r.slice(y, next, x, (bottom-top)*sign)
		}
		x, top = next, bottom
	}
}

// slice adds the part of an edge that lies in one row of pixels, from x0 to
// x1 >= x0 and d high.
func (r *raster) slice(y int, x0, x1, d float32) {
	i := int(x0)
	left, right := x0-float32(i), x1-float32(i)
	if right > 1 {
		r.slant(y, x0, x1, d)
		return
	}
	row, group := r.line(y), i>>groupBits
	part := d * (left + right) / 2
	r.cells[row+cell(i)] += d - part
	r.cells[row+cell(i+1)] += part
	r.touched[y*r.words+group>>6] |= 1 << (group & 63)
	if i&(groupWidth-1) == groupWidth-1 {
		r.touch(y, i+1, i+1)
	}
}

// slant is slice for a part that crosses several pixels.
func (r *raster) slant(y int, x0, x1, d float32) {
	cells := r.cells[r.line(y):]
	i, j := int(x0), int(x1)
	if float32(j) < x1 {
		j++
	}
	steep := 1 / (x1 - x0)
	head, tail := 1-(x0-float32(i)), x1-float32(j-1)
	first, last := 0.5*steep*head*head, 0.5*steep*tail*tail
	cells[cell(i)] += d * first
	cells[cell(j)] += d * last
	if j == i+2 {
		cells[cell(i+1)] += d * (1 - first - last)
	} else {
		second := steep * (head + 0.5)
		cells[cell(i+1)] += d * (second - first)
		for k := i + 2; k < j-1; k++ {
			cells[cell(k)] += d * steep
		}
		cells[cell(j-1)] += d * (1 - (second + float32(j-i-3)*steep) - last)
	}
	r.touch(y, i, j)
}

func (r *raster) touch(y, from, to int) {
	row := r.touched[y*r.words:]
	for g := from >> groupBits; g <= to>>groupBits; g++ {
		row[g>>6] |= 1 << (g & 63)
	}
}

// row works out the cover of a row and clears its cells. The answer is valid
// until the next call; mixed runs have their cover in r.cover. Runs without
// cover are left out.
func (r *raster) row(y int) []stretch {
	r.runs = r.runs[:0]
	sum, from := float32(0), 0
	for w, word := range r.touched[y*r.words : (y+1)*r.words] {
		if word == 0 {
			continue
		}
		r.touched[y*r.words+w] = 0
		for word != 0 {
			n := bits.TrailingZeros64(word)
			ones := bits.TrailingZeros64(^(word >> n))
			word &^= (1<<ones - 1) << n
			start := (w<<6 + n) << groupBits
			end := start + ones<<groupBits
			r.alike(from, start, sum)
			sum = r.accumulate(y, start, end, sum)
			if start < r.width {
				r.runs = append(r.runs, stretch{start, min(end, r.width), 0, true})
			}
			from = end
		}
	}
	r.alike(from, r.width, sum)
	return r.runs
}

// alike adds a run of one cover.
func (r *raster) alike(from, to int, sum float32) {
	if to = min(to, r.width); from < to {
		if c := coverOf(sum); c != 0 {
			r.runs = append(r.runs, stretch{from, to, c, false})
		}
	}
}

// accumulate turns touched cells into cover, clears them and returns the sum.
func (r *raster) accumulate(y, from, to int, sum float32) float32 {
	row := r.line(y)
	for x := from; x < to; x += groupWidth {
		cells := (*[groupWidth]float32)(r.cells[row+cell(x):])
		cover := (*[groupWidth]uint8)(r.cover[x:])
		for i, d := range cells {
			sum += d
			cover[i] = coverOf(sum)
		}
		*cells = [groupWidth]float32{}
	}
	return sum
}

// coverOf turns a winding into a cover from 0 to 255 by the non-zero rule.
func coverOf(sum float32) uint8 {
	a := math.Float32frombits(math.Float32bits(sum) &^ (1 << 31))
	if a > 1 {
		return 255
	}
	return uint8(a*255 + 0.5)
}

// drop forgets the gathered path.
func (r *raster) drop() {
	for y := range r.height {
		r.row(y)
	}
}
