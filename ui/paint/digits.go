package paint

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// digits writes whole numbers from ten letters that are drawn once for each of
// a few places within a pixel: however many numbers there are, none is kept.
type digits struct {
	size    float32
	advance [10]float32
	masks   [10][digitPhases]*image.Alpha // around the start of the baseline
}

const digitPhases = 4

// set readies the digits of a size in device pixels.
func (d *digits) set(names *Type, size float32) {
	if d.size == size {
		return
	}
	d.size = size
	face := names.face(faceKey{Bold, size})
	for n := range d.masks {
		text := string(rune('0' + n))
		bounds, advance := font.BoundString(face, text)
		d.advance[n] = fixedToFloat(advance)
		for phase := range d.masks[n] {
			dot := fixed.Point26_6{X: fixed.Int26_6(64 * phase / digitPhases)}
			r := image.Rect(bounds.Min.X.Floor(), bounds.Min.Y.Floor(), bounds.Max.X.Ceil()+2, bounds.Max.Y.Ceil()+1)
			mask := image.NewAlpha(r)
			(&font.Drawer{Dst: mask, Src: image.Opaque, Face: face, Dot: dot}).DrawString(text)
			d.masks[n][phase] = mask
		}
	}
}

// write puts a number down, centred around x on a baseline.
func (d *digits) write(p *plot, n int, x float32, baseline int, col color.RGBA) {
	var all [20]int
	first, width := len(all), float32(0)
	for first == len(all) || n > 0 {
		first--
		all[first] = n % 10
		width += d.advance[n%10]
		n /= 10
	}
	x -= width / 2
	for _, digit := range all[first:] {
		at := int(math.Floor(float64(x*digitPhases + 0.5)))
		whole := int(math.Floor(float64(at) / digitPhases))
		p.mask(d.masks[digit][at-whole*digitPhases], image.Pt(whole, baseline), pack(col))
		x += d.advance[digit]
	}
}

// mask blends a pixel's colour where a mask covers.
func (p *plot) mask(m *image.Alpha, at image.Point, c uint32) {
	box := m.Rect.Add(at)
	r := box.Intersect(p.clip)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row, covered := p.row(y), m.Pix[(y-box.Min.Y)*m.Stride:][:box.Dx()]
		for x := r.Min.X; x < r.Max.X; x++ {
			if part := covered[x-box.Min.X]; part > 0 {
				setPixel(row, x, atop(pixel(row, x), times(c, uint32(part))))
			}
		}
	}
}
