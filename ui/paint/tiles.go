package paint

import "image"

// tileSize is the width and height, in device pixels, of the squares in which
// layers tell what of a picture must be painted anew; and bandTiles how many
// rows of them are painted together, so that they stay in the processor's cache.
const (
	tileSize  = 8
	bandTiles = 8
)

// tiles are the squares of a picture that must be painted anew.
type tiles struct {
	rect       image.Rectangle
	cols, rows int
	stale      []bool
	count      int // of stale ones
}

// reset makes all squares of a picture good.
func (t *tiles) reset(r image.Rectangle) {
	t.rect, t.count = r, 0
	t.cols, t.rows = (r.Dx()+tileSize-1)/tileSize, (r.Dy()+tileSize-1)/tileSize
	t.stale = grown(t.stale, t.cols*t.rows)
	clear(t.stale)
}

// spoil makes the squares that meet r, which lies in the picture, stale.
func (t *tiles) spoil(r image.Rectangle) {
	if r.Empty() {
		return
	}
	for y := r.Min.Y / tileSize; y <= (r.Max.Y-1)/tileSize; y++ {
		row := t.stale[y*t.cols : (y+1)*t.cols]
		for x := r.Min.X / tileSize; x <= (r.Max.X-1)/tileSize; x++ {
			if !row[x] {
				row[x] = true
				t.count++
			}
		}
	}
}

// share is how much of the picture is stale, from 0 to 1.
func (t *tiles) share() float64 { return float64(t.count) / float64(max(1, len(t.stale))) }

// within appends rectangles, none of which meets another, that hold the stale
// squares of the rows from (inclusive) to to (exclusive). Runs of one width below
// each other make one.
func (t *tiles) within(all []image.Rectangle, from, to int) []image.Rectangle {
	above := len(all) // the first rectangle that may reach the row above
	for row := from; row < to; row++ {
		for r, x := t.run(row, 0); !r.Empty(); r, x = t.run(row, x) {
			if k := under(all[above:], r); k >= 0 {
				all[above+k].Max.Y = r.Max.Y
			} else {
				all = append(all, r)
			}
		}
		for above < len(all) && all[above].Max.Y < (row+1)*tileSize {
			above++
		}
	}
	return all
}

// under is the rectangle right under which r lies, with the same sides, or -1.
func under(all []image.Rectangle, r image.Rectangle) int {
	for k := range all {
		if all[k].Max.Y == r.Min.Y && all[k].Min.X == r.Min.X && all[k].Max.X == r.Max.X {
			return k
		}
	}
	return -1
}

// run is the first unbroken run of stale squares of a row at or after column x:
// its pixels, and the column behind it. Without one the rectangle is empty.
func (t *tiles) run(row, x int) (image.Rectangle, int) {
	stale := t.stale[row*t.cols : (row+1)*t.cols]
	for x < t.cols && !stale[x] {
		x++
	}
	from := x
	for x < t.cols && stale[x] {
		x++
	}
	r := image.Rect(from*tileSize, row*tileSize, x*tileSize, (row+1)*tileSize)
	return r.Intersect(t.rect), x
}
