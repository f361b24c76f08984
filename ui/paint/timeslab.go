package paint

import (
	"image"
	"image/color"
)

// slab is a rectangle with fractional edges whose ends may fade and which may
// be hatched. Lengths are device pixels.
type slab struct {
	box
	color       color.RGBA
	left, right float32 // over how far the ends fade
	hatch       float32 // distance of two stripes; 0: solid
}

const (
	hatchGround = 0.28 // opacity between the stripes
	hatchStripe = 0.42 // width of a stripe, as a share of the distance of two
)

// draw puts the slab down inside clip.
func (s *slab) draw(dst *image.RGBA, clip image.Rectangle) {
	r := image.Rect(int(s.x0), int(s.y0), int(s.x1)+1, int(s.y1)+1).Intersect(clip)
	if s.hatch == 0 && s.left == 0 && s.right == 0 {
		s.solid(dst, r)
		return
	}
	for x := r.Min.X; x < r.Max.X; x++ {
		across := covered(x, s.x0, s.x1) * s.fade(float32(x)+0.5)
		if across <= 0 {
			continue
		}
		for y := r.Min.Y; y < r.Max.Y; y++ {
			cover := across * covered(y, s.y0, s.y1)
			if s.hatch > 0 {
				cover *= stripe(x+y, s.hatch)
			}
			at := dst.PixOffset(x, y)
			blend(dst.Pix[at:at+4:at+4], s.color, uint32(cover*255+0.5))
		}
	}
}

// solid puts down a slab of one opacity row by row, which is what most are.
func (s *slab) solid(dst *image.RGBA, r image.Rectangle) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		high := covered(y, s.y0, s.y1)
		row := dst.Pix[dst.PixOffset(r.Min.X, y):]
		for x := r.Min.X; x < r.Max.X; x++ {
			at := 4 * (x - r.Min.X)
			blend(row[at:at+4:at+4], s.color, uint32(high*covered(x, s.x0, s.x1)*255+0.5))
		}
	}
}

// covered is how much of the pixel at i lies between two edges.
func covered(i int, from, to float32) float32 {
	return max(0, min(to, float32(i+1))-max(from, float32(i)))
}

// fade is the opacity at x, which falls off towards soft ends.
func (s *slab) fade(x float32) float32 {
	alpha := float32(1)
	if s.left > 0 {
		alpha = min(alpha, (x-s.x0)/s.left)
	}
	if s.right > 0 {
		alpha = min(alpha, (s.x1-x)/s.right)
	}
	return max(0, alpha)
}

// stripe is the opacity of a hatch at the diagonal d.
func stripe(d int, period float32) float32 {
	at := float32(d) - period*float32(int(float32(d)/period))
	width := period * hatchStripe
	on := max(0, min(1, min(at, width-at)+0.5))
	return hatchGround + (1-hatchGround)*on
}
