package paint

import (
	"image"
	"image/color"
	"math/rand/v2"
	"testing"

	"golang.org/x/image/draw"
)

// TestScaler: each pixel is nearly that which golang.org/x/image/draw makes.
func TestScaler(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	src := image.NewRGBA(image.Rect(0, 0, 37, 23))
	for i := range src.Pix {
		src.Pix[i] = uint8(random.IntN(256))
	}
	solid, clear := image.NewRGBA(src.Rect), image.NewRGBA(src.Rect)
	for y := range 23 {
		for x := range 37 {
			c := src.RGBAAt(x, y)
			solid.SetRGBA(x, y, color.RGBA{c.R, c.G, c.B, 255})
			clear.Set(x, y, color.NRGBA{c.R, c.G, c.B, c.A})
		}
	}
	cases := []struct {
		name      string
		own, clip image.Rectangle
		src       *image.RGBA
		opaque    bool
	}{
		{"larger", image.Rect(10, 5, 90, 70), image.Rect(10, 5, 90, 70), solid, true},
		{"smaller", image.Rect(10, 5, 40, 22), image.Rect(0, 0, 100, 80), solid, true},
		{"its part", image.Rect(-300, -200, 500, 400), image.Rect(20, 30, 60, 50), solid, true},
		{"far larger", image.Rect(-50_000_000, -20_000_000, 30_000_000, 40_000_000), image.Rect(0, 0, 100, 80), solid, true},
		{"see-through", image.Rect(3, 4, 77, 61), image.Rect(0, 0, 100, 80), clear, false},
		{"beside the picture", image.Rect(200, 4, 277, 61), image.Rect(200, 4, 277, 61), solid, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, want := image.NewRGBA(image.Rect(0, 0, 100, 80)), image.NewRGBA(image.Rect(0, 0, 100, 80))
			for _, img := range []*image.RGBA{got, want} {
				draw.Draw(img, img.Rect, image.NewUniform(color.RGBA{90, 60, 30, 255}), image.Point{}, draw.Src)
			}
			op := draw.Over
			if c.opaque {
				op = draw.Src
			}
			draw.ApproxBiLinear.Scale(want.SubImage(c.clip).(*image.RGBA), c.own, c.src, c.src.Rect, op, nil)
			var s scaler
			s.draw(got, c.clip, c.own, c.src, c.opaque)
			for i := range got.Pix {
				if apart(got.Pix[i], want.Pix[i]) > 4 {
					t.Fatalf("byte %d is %d, want about %d", i, got.Pix[i], want.Pix[i])
				}
			}
		})
	}
}

func BenchmarkScaler(b *testing.B) {
	src, dst := image.NewRGBA(image.Rect(0, 0, 256, 256)), image.NewRGBA(image.Rect(0, 0, 1280, 800))
	run := func(name string, f func()) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f()
			}
		})
	}
	var s scaler
	run("own", func() { s.draw(dst, dst.Rect, dst.Rect, src, true) })
	run("x/image", func() { draw.ApproxBiLinear.Scale(dst, dst.Rect, src, src.Rect, draw.Src, nil) })
}
