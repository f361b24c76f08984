package paint

import (
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"
	"testing"
)

// TestLayBlendsAsTheLibraryDoes compares with image/draw, which is slower.
func TestLayBlendsAsTheLibraryDoes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	r := image.Rect(0, 0, 256, 64)
	mask, got, want := image.NewAlpha(r), image.NewRGBA(r), image.NewRGBA(r)
	for i := range mask.Pix {
		mask.Pix[i] = uint8(i) // every cover
		ground := faded(rgb(random.Uint32N(1<<24)), []float64{0, 0.5, 1, 1}[i%4])
		got.SetRGBA(i%256, i/256, ground)
		want.SetRGBA(i%256, i/256, ground)
	}
	for _, opacity := range []float64{1, 0.7, 0.12, 0} {
		col := faded(rgb(random.Uint32N(1<<24)), opacity)
		lay(got, mask, col)
		draw.DrawMask(want, r, image.NewUniform(col), image.Point{}, mask, image.Point{}, draw.Over)
		for i := range got.Pix {
			if apart(got.Pix[i], want.Pix[i]) > 2 {
				t.Fatalf("%v over pixel %d: %d, want %d", col, i/4, got.Pix[i], want.Pix[i])
			}
		}
		copy(got.Pix, want.Pix)
	}
}

// TestLayKeepsWhatIsOpaque: no rounding makes an opaque picture clear.
func TestLayKeepsWhatIsOpaque(t *testing.T) {
	for cover := range uint32(256) {
		for a := range 256 {
			px := []uint8{200, 0, 255, 255}
			over(px, color.RGBA{uint8(a), 0, uint8(a / 2), uint8(a)}, cover)
			if px[3] != 255 {
				t.Fatalf("alpha %d at cover %d leaves %d", a, cover, px[3])
			}
		}
	}
}
