package paint

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// digits writes whole numbers from a few letters that are drawn once for each of
// a few places within a pixel: however many numbers there are, none is kept.
type digits struct {
	size    float32
	advance [len(letters)]float32
	masks   [len(letters)][digitPhases]*image.Alpha // around the start of the baseline
}

// letters are what numbers are written with: "12k" is twelve thousand or more.
const (
	letters  = "0123456789kM"
	thousand = 10
	million  = 11
)

// round gives a number that is too long for a ring in whole thousands or
// millions, rounded down, and the letter that says so; 0: none does.
func round(n int) (short, letter int) {
	switch {
	case n >= 1_000_000:
		return n / 1_000_000, million
	case n >= 10_000:
		return n / 1000, thousand
	}
	return n, 0
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
		text := letters[n : n+1]
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

// write puts a number down, rounded where it is long, centred around x on a
// baseline.
func (d *digits) write(p *plot, n int, x float32, baseline int, col color.RGBA) {
	var all [20]int
	first, width := len(all), float32(0)
	n, letter := round(n)
	if letter > 0 {
		first--
		all[first] = letter
		width = d.advance[letter]
	}
	for written := false; !written || n > 0; written = true {
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
