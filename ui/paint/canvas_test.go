package paint

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"
)

var black = color.RGBA{A: 255}

// drawn is a clear picture, 60 by 40, after f has drawn on it in black.
func drawn(f func(*canvas)) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 60, 40))
	var c canvas
	c.begin(img)
	f(&c)
	c.paint(black)
	return img
}

// ink is how many pixels of a picture are covered, partly covered ones in part.
func ink(img *image.RGBA) float64 {
	sum := 0
	for i := 3; i < len(img.Pix); i += 4 {
		sum += int(img.Pix[i])
	}
	return float64(sum) / 255
}

func square(x, y, half float32) []pt {
	return []pt{{x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}}
}

func turned(ring []pt) []pt {
	back := make([]pt, len(ring))
	for i, p := range ring {
		back[len(ring)-1-i] = p
	}
	return back
}

// polygon adds a closed ring.
func polygon(c *canvas, ring []pt) {
	for i, p := range ring {
		if i == 0 {
			c.moveTo(p)
		} else {
			c.lineTo(p)
		}
	}
	c.raster.ClosePath()
}

func TestFillsOfAnyExtent(t *testing.T) {
	const all = 60 * 40
	cases := []struct {
		name string
		draw func(*canvas)
		want float64 // pixels
	}{
		{"far larger than the picture", func(c *canvas) { polygon(c, square(0, 0, 1e7)) }, all},
		{"the other way round", func(c *canvas) { polygon(c, turned(square(0, 0, 1e7))) }, all},
		{"the left half", func(c *canvas) { polygon(c, square(30-1e6, 0, 1e6)) }, all / 2},
		{"the upper half", func(c *canvas) { polygon(c, square(0, 20-1e6, 1e6)) }, all / 2},
		{"beside the picture", func(c *canvas) { polygon(c, square(5000, 20, 1000)) }, 0},
		{"a corner cut off", func(c *canvas) { polygon(c, []pt{{-1e5, -1e5}, {1e5, -1e5}, {-1e5, 1e5}}) }, 0.5},
		{"the picture lies in a hole", func(c *canvas) {
			polygon(c, square(0, 0, 1e6))
			polygon(c, turned(square(0, 0, 1e5)))
		}, 0},
		{"an island in a hole", func(c *canvas) {
			polygon(c, square(0, 0, 1e6))
			polygon(c, turned(square(0, 0, 1e5)))
			polygon(c, square(30, 20, 10))
		}, 400},
		{"inside the picture", func(c *canvas) { polygon(c, square(30, 20, 10)) }, 400},
		{"two points", func(c *canvas) { polygon(c, []pt{{0, 0}, {60, 40}}) }, 0},
		{"no points", func(c *canvas) { polygon(c, nil) }, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := ink(drawn(c.draw)); math.Abs(got-c.want) > 0.6 {
				t.Errorf("%.2f pixels are covered, want %v", got, c.want)
			}
		})
	}
}

func TestShapesOfTheCanvas(t *testing.T) {
	cases := []struct {
		name string
		draw func(*canvas)
		want float64 // pixels
	}{
		{"rect", func(c *canvas) { c.rect(10, 10, 30.5, 20) }, 205},
		{"rect of no width", func(c *canvas) { c.rect(10, 10, 10, 20) }, 0},
		{"round rect", func(c *canvas) { c.roundRect(10, 10, 30, 20, 4) }, 200 - (4-math.Pi)*16},
		{"round rect, rounder than it is high", func(c *canvas) { c.roundRect(10, 10, 30, 20, 50) }, 200 - (4-math.Pi)*25},
		{"circle", func(c *canvas) { c.circle(30, 20, 12, false) }, math.Pi * 144},
		{"circle half outside", func(c *canvas) { c.circle(0, 20, 12, false) }, math.Pi * 72},
		{"ring", func(c *canvas) { c.ring(30, 20, 12, 6) }, math.Pi * (144 - 36)},
		{"narrowed", func(c *canvas) { c.within(0, 0, 30, 40); c.rect(0, 0, 60, 40) }, 1200},
		{"narrowed to nothing", func(c *canvas) { c.within(100, 100, 120, 120); c.circle(110, 110, 5, false) }, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := ink(drawn(c.draw)); math.Abs(got-c.want) > 0.02*c.want+0.3 {
				t.Errorf("%.2f pixels are covered, want %.2f", got, c.want)
			}
		})
	}
}

func TestStrokeWidth(t *testing.T) {
	cases := []struct {
		name   string
		line   []pt
		width  float32
		length float64
	}{
		{"level", []pt{{10, 20.3}, {50, 20.3}}, 3, 40},
		{"upright", []pt{{20, 5}, {20, 35}}, 1.2, 30},
		{"slanting", []pt{{10, 5}, {40, 35}}, 2, 30 * math.Sqrt2},
		{"thin", []pt{{10, 20}, {50, 25}}, 0.5, math.Hypot(40, 5)},
		{"of no length", []pt{{10, 20}, {10, 20}}, 3, 0},
		{"through the picture", []pt{{-1e5, 20}, {1e5, 20}}, 2, 60},
		{"past the picture", []pt{{-1e5, -20}, {1e5, -20}}, 2, 0},
		{"straight on in pieces", []pt{{10, 20}, {20, 20}, {35, 20}, {50, 20}}, 3, 40},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			want := c.length * float64(c.width)
			got := ink(drawn(func(d *canvas) { d.polyline(c.line, c.width) }))
			if math.Abs(got-want) > 0.02*want+0.3 {
				t.Errorf("%.2f pixels are covered, want %.2f", got, want)
			}
		})
	}
}

// TestBendsAreFilled: where two pieces of a line meet there is neither a gap
// nor a spot where they cancel out, whichever way the line turns.
func TestBendsAreFilled(t *testing.T) {
	for turn := 0.0; turn < 2*math.Pi; turn += 0.2 {
		for _, bend := range []float64{-1.9, -1.5, -0.7, 0.7, 1.5, 1.9} {
			sin, cos := math.Sincos(turn)
			sinB, cosB := math.Sincos(turn + bend)
			a, b := pt{30 - float32(15*cos), 20 - float32(15*sin)}, pt{30, 20}
			d := pt{30 + float32(15*cosB), 20 + float32(15*sinB)}
			img := drawn(func(c *canvas) { c.polyline([]pt{a, b, d}, 6) })
			for _, x := range []int{29, 30} {
				for _, y := range []int{19, 20} {
					if img.RGBAAt(x, y).A < 250 {
						t.Fatalf("at %.1f turning by %.1f: %d, %d is covered by %d", turn, bend, x, y, img.RGBAAt(x, y).A)
					}
				}
			}
		}
	}
}

func TestDashes(t *testing.T) {
	got := ink(drawn(func(c *canvas) { c.dashed(pt{5, 20}, pt{55, 20}, 2, 6, 4) }))
	if want := 5 * 6 * 2.0; math.Abs(got-want) > 1 {
		t.Errorf("%.2f pixels are covered, want %v", got, want)
	}
}

// TestAPathNotPaintedIsForgotten: what was gathered within one rectangle does
// not show within the next.
func TestAPathNotPaintedIsForgotten(t *testing.T) {
	img := drawn(func(c *canvas) {
		c.rect(0, 0, 60, 40)
		c.within(0, 0, 20, 20)
		c.rect(5, 5, 10, 10)
	})
	if got := ink(img); got != 25 {
		t.Errorf("%v pixels are covered, want 25", got)
	}
}

// TestRasterAgainstSampling compares random rings, most of them reaching far
// outside, with counting windings at points of each pixel.
func TestRasterAgainstSampling(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 60 {
		ring := make([]pt, 3)
		for i := range ring {
			ring[i] = pt{random.Float32()*160 - 50, random.Float32()*120 - 40}
		}
		img := drawn(func(c *canvas) { polygon(c, ring) })
		for range 200 {
			x, y := random.IntN(60), random.IntN(40)
			if got, want := float64(img.RGBAAt(x, y).A)/255, sampled(ring, x, y); math.Abs(got-want) > 0.08 {
				t.Fatalf("%v covers %.2f of %d, %d, want %.2f", ring, got, x, y, want)
			}
		}
	}
}

// sampled is how much of a pixel a triangle covers, by 16 by 16 samples.
func sampled(ring []pt, x, y int) float64 {
	const n = 16
	hits := 0
	for i := range n * n {
		px, py := float32(x)+(float32(i%n)+0.5)/n, float32(y)+(float32(i/n)+0.5)/n
		left, right := true, true
		for j, a := range ring {
			b := ring[(j+1)%len(ring)]
			side := (b.x-a.x)*(py-a.y) - (b.y-a.y)*(px-a.x)
			left, right = left && side <= 0, right && side >= 0
		}
		if left || right {
			hits++
		}
	}
	return float64(hits) / (n * n)
}
