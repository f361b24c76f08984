package print

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// kept is how many of the eight bits of a colour's parts are told apart.
const kept = 6

// mostColours is how many a GIF picture has.
const mostColours = 256

// cellOf is the cell of all colours whose parts have the same highest bits.
func cellOf(px []uint8) int {
	const cut = 8 - kept
	return int(px[0]>>cut)<<(2*kept) | int(px[1]>>cut)<<kept | int(px[2]>>cut)
}

// shade is a cell's colours: how many pixels have them, and their mean.
type shade struct {
	count   int
	r, g, b float64
}

// quantise finds the colours that stand for those of some pictures best, by
// cutting the box of all colours, the worst first, where it is longest. Source:
// P. Heckbert, "Color image quantization for frame buffer display" (1982), with
// boxes cut at the mean as in X. Wu, "Efficient statistical computations for
// optimal color quantization" (1991).
func quantise(all []*image.RGBA) color.Palette {
	boxes := []bin{newBin(shadesOf(all))}
	for len(boxes) < mostColours {
		worst := 0
		for i := range boxes {
			if boxes[i].error > boxes[worst].error {
				worst = i
			}
		}
		if boxes[worst].error == 0 {
			break
		}
		low, high := boxes[worst].cut()
		boxes[worst] = low
		boxes = append(boxes, high)
	}
	palette := make(color.Palette, len(boxes))
	for i := range boxes {
		palette[i] = boxes[i].mean
	}
	return palette
}

// shadesOf counts the colours of pictures.
func shadesOf(all []*image.RGBA) []shade {
	cells := make([]shade, 1<<(3*kept))
	for _, img := range all {
		for i := 0; i+4 <= len(img.Pix); i += 4 {
			c := &cells[cellOf(img.Pix[i:i+3])]
			c.count++
			c.r, c.g, c.b = c.r+float64(img.Pix[i]), c.g+float64(img.Pix[i+1]), c.b+float64(img.Pix[i+2])
		}
	}
	var used []shade
	for _, c := range cells {
		if n := float64(c.count); n > 0 {
			used = append(used, shade{c.count, c.r / n, c.g / n, c.b / n})
		}
	}
	return used
}

// bin is a box of shades.
type bin struct {
	shades []shade
	mean   color.RGBA
	along  func(*shade) float64 // the part of a colour that varies most
	middle float64              // the mean of that part
	error  float64              // how far the shades lie from their mean along it
}

// parts are those of a colour.
var parts = []func(*shade) float64{
	func(s *shade) float64 { return s.r }, func(s *shade) float64 { return s.g }, func(s *shade) float64 { return s.b },
}

func newBin(shades []shade) bin {
	b := bin{shades: shades}
	var mean [3]uint8
	for k, part := range parts {
		n, sum, squares := 0.0, 0.0, 0.0
		for i := range shades {
			// A colour of many pixels must not leave the rare ones none.
			weight, v := 1+float64(shades[i].count)/64, part(&shades[i])
			n, sum, squares = n+weight, sum+weight*v, squares+weight*v*v
		}
		middle := sum / max(n, 1)
		mean[k] = uint8(middle + 0.5)
		if spread := squares - sum*middle; len(shades) > 1 && spread > b.error {
			b.error, b.along, b.middle = spread, part, middle
		}
	}
	b.mean = color.RGBA{mean[0], mean[1], mean[2], 255}
	return b
}

// cut makes two boxes of one with shades on both sides of its mean.
func (b *bin) cut() (low, high bin) {
	slices.SortStableFunc(b.shades, func(x, y shade) int { return cmp.Compare(b.along(&x), b.along(&y)) })
	at := 1
	for at < len(b.shades)-1 && b.along(&b.shades[at]) <= b.middle {
		at++
	}
	return newBin(b.shades[:at:at]), newBin(b.shades[at:])
}
