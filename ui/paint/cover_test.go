package paint

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"
	"testing"
)

// TestMasksBlendAsTheLibraryDoes compares with image/draw, which is slower.
func TestMasksBlendAsTheLibraryDoes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	r := image.Rect(0, 0, 256, 64)
	mask, got, want := image.NewAlpha(r), image.NewRGBA(r), image.NewRGBA(r)
	for i := range mask.Pix {
		mask.Pix[i] = uint8(i) // every cover
		ground := faded(rgb(random.Uint32N(1<<24)), []float64{0, 0.5, 1, 1}[i%4])
		got.SetRGBA(i%256, i/256, ground)
		want.SetRGBA(i%256, i/256, ground)
	}
	c := canvas{dst: got}
	for _, opacity := range []float64{1, 0.7, 0.12, 0} {
		col := faded(rgb(random.Uint32N(1<<24)), opacity)
		c.mask(mask, image.Point{}, col)
		draw.DrawMask(want, r, image.NewUniform(col), image.Point{}, mask, image.Point{}, draw.Over)
		for i := range got.Pix {
			if apart(got.Pix[i], want.Pix[i]) > 2 {
				t.Fatalf("%v over pixel %d: %d, want %d", col, i/4, got.Pix[i], want.Pix[i])
			}
		}
		copy(got.Pix, want.Pix)
	}
}

// TestOverKeepsWhatIsOpaque: no rounding makes an opaque picture clear.
func TestOverKeepsWhatIsOpaque(t *testing.T) {
	for cover := range uint32(256) {
		for a := range 256 {
			px := []uint8{200, 0, 255, 255}
			over(px, pack(color.RGBA{uint8(a), 0, uint8(a / 2), uint8(a)}), cover)
			if px[3] != 255 {
				t.Fatalf("alpha %d at cover %d leaves %d", a, cover, px[3])
			}
		}
	}
}

// TestEvenFillsAreMixedFills: a stretch covered alike looks as it does pixel
// by pixel.
func TestEvenFillsAreMixedFills(t *testing.T) {
	for _, col := range []color.RGBA{rgb(0x0072B2), rgba(0xE69F00, 0.4)} {
		for _, height := range []float32{1, 0.5, 0.25} {
			wide := drawnOn(400, func(c *canvas) { c.rect(3, 10, 390, 10+height); c.paint(col) })
			parts := drawnOn(400, func(c *canvas) {
				for x := float32(3); x < 390; x += 3 {
					c.rect(x, 10, x+3, 10+height)
				}
				c.paint(col)
			})
			if !bytes.Equal(wide.Pix, parts.Pix) {
				t.Errorf("%v, %v high: %d pixels differ", col, height, differing(wide, parts))
			}
		}
	}
}

// drawnOn is a white picture, width by 20, after f has drawn on it.
func drawnOn(width int, f func(*canvas)) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, width, 20))
	var c canvas
	c.begin(img)
	c.fill(color.RGBA{255, 255, 255, 255})
	f(&c)
	return img
}
