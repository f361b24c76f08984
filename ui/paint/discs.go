package paint

import (
	"image"
	"image/color"
	"math"
)

// band blends a colour between two circles; an inner radius of 0 fills the
// disc. How much of a pixel is covered is told from its distance alone.
func (p *plot) band(at pt, outer, inner float32, col color.RGBA) {
	r := around(at, outer).Intersect(p.clip)
	c := pack(col)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row, dy := p.row(y), float32(y)+0.5-at.y
		for x := r.Min.X; x < r.Max.X; x++ {
			dx := float32(x) + 0.5 - at.x
			if part := cover(dx*dx+dy*dy, outer, inner); part > 0 {
				setPixel(row, x, atop(pixel(row, x), times(c, part)))
			}
		}
	}
}

// cover is how much, of 255, of a pixel lies between two circles around a point
// whose squared distance from it is d2.
func cover(d2, outer, inner float32) uint32 {
	switch {
	case d2 >= (outer+0.5)*(outer+0.5), inner > 0.5 && d2 <= (inner-0.5)*(inner-0.5):
		return 0
	case d2 <= (outer-0.5)*(outer-0.5) && (inner == 0 || d2 >= (inner+0.5)*(inner+0.5)):
		return 255
	}
	d := float32(math.Sqrt(float64(d2)))
	part := min(1, outer+0.5-d)
	if inner > 0 {
		part = min(part, d-inner+0.5)
	}
	return uint32(255*max(0, part) + 0.5)
}

// around are the pixels within r of a point.
func around(at pt, r float32) image.Rectangle {
	return image.Rect(int(at.x-r)-2, int(at.y-r)-2, int(at.x+r)+3, int(at.y+r)+3)
}

// bar blends a line with round ends, from a point to another.
func (p *plot) bar(from, to pt, width float32, col color.RGBA) {
	r := around(from, width).Union(around(to, width)).Intersect(p.clip)
	c := pack(col)
	along := pt{to.x - from.x, to.y - from.y}
	length := max(1e-6, along.x*along.x+along.y*along.y)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := p.row(y)
		for x := r.Min.X; x < r.Max.X; x++ {
			dx, dy := float32(x)+0.5-from.x, float32(y)+0.5-from.y
			t := max(0, min(1, (dx*along.x+dy*along.y)/length))
			dx, dy = dx-t*along.x, dy-t*along.y
			if part := cover(dx*dx+dy*dy, width/2, 0); part > 0 {
				setPixel(row, x, atop(pixel(row, x), times(c, part)))
			}
		}
	}
}

// card blends a box with round corners of radius r. Like the others it does not
// depend on what else is painted: each pixel is told from its distance alone.
func (p *plot) card(b box, r float32, col color.RGBA) {
	clip := image.Rect(int(b.x0)-1, int(b.y0)-1, int(b.x1)+2, int(b.y1)+2).Intersect(p.clip)
	c, mx, my := pack(col), (b.x0+b.x1)/2, (b.y0+b.y1)/2
	hx, hy := (b.x1-b.x0)/2-r, (b.y1-b.y0)/2-r
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		row, dy := p.row(y), max(0, abs(float32(y)+0.5-my)-hy)
		for x := clip.Min.X; x < clip.Max.X; x++ {
			dx := max(0, abs(float32(x)+0.5-mx)-hx)
			if part := cover(dx*dx+dy*dy, r, 0); part > 0 {
				setPixel(row, x, atop(pixel(row, x), times(c, part)))
			}
		}
	}
}

func abs(v float32) float32 { return max(v, -v) }
