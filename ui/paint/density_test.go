package paint

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"

	"qantar/geo"
	"qantar/geo/cluster"

	"github.com/paulmach/orb"
)

// swarm are n events around some hundred towns of a view, more around some than
// around others.
func swarm(s *MapScene, n int) *cluster.Columns {
	random := rand.New(rand.NewPCG(3, 4))
	type town struct {
		at     orb.Point
		spread float64
	}
	towns := make([]town, 150)
	for i := range towns {
		towns[i] = town{orb.Point{random.Float64() * s.View.Width, random.Float64() * s.View.Height}, (3 + 70*random.Float64()*random.Float64()) * float64(s.Scale)}
	}
	c := &cluster.Columns{Place: make([]uint32, n), Category: make([]uint8, n)}
	for range n {
		t := towns[int(float64(len(towns))*math.Pow(random.Float64(), 3))]
		x, y := geo.Fraction(s.View.ToWorld(orb.Point{t.at[0] + random.NormFloat64()*t.spread, t.at[1] + random.NormFloat64()*t.spread}))
		c.X, c.Y = append(c.X, x), append(c.Y, y)
	}
	return c
}

// field is a density field with cells of four pixels at scale 1 over a scene.
func field(s *MapScene) *cluster.Field {
	f := &cluster.Field{}
	f.Reset(s.View.Bound(), 4/(256*math.Exp2(math.Round(s.zoom()*2)/2)))
	return f
}

// dense gives a scene the density of n events.
func dense(s *MapScene, n int) {
	c, f := swarm(s, n), field(s)
	f.AddAll(c, nil, 0, n)
	s.Density = &cluster.Surface{}
	f.Surface(s.Density, f.Peak())
}

func TestDensityGoldens(t *testing.T) {
	for name, c := range map[string]struct {
		scale float32
		style *Style
	}{"light": {1, &Light}, "dark-2x": {2, &Dark}} {
		t.Run(name, func(t *testing.T) {
			s, got := blank(steppe, 3, 270, 180, c.scale, c.style)
			dense(s, 2000)
			s.Marks = []Mark{ring(c.style, city, 14, 120)}
			testMap(t).Draw(got, s)
			compareGolden(t, got, "density-"+name)
			k := RampKey{Style: c.style, Scale: c.scale, Width: 220, Full: 3000}
			compareGolden(t, k.Draw(testType(t)), "ramp-"+name)
		})
	}
}

// TestNoEventsNoColour: a surface without events changes no pixel, and one
// beside the view neither.
func TestNoEventsNoColour(t *testing.T) {
	m := testMap(t)
	s, want := blank(steppe, 4, 200, 150, 1, &Light)
	m.Draw(want, s)
	for name, shift := range map[string]float64{"none": 0, "elsewhere": 0.2} {
		t.Run(name, func(t *testing.T) {
			dense(s, 1000)
			s.Density.Corner[0] += shift
			if shift == 0 {
				clear(s.Density.Levels)
			}
			got := image.NewRGBA(want.Rect)
			m.Draw(got, s)
			if !bytes.Equal(got.Pix, want.Pix) {
				t.Errorf("%d pixels differ", differing(got, want))
			}
		})
	}
}

// TestDensityAcrossTheAntimeridian: a surface is drawn on the copy of the world
// that is looked at.
func TestDensityAcrossTheAntimeridian(t *testing.T) {
	m := testMap(t)
	var want []uint8
	for _, shift := range []float64{0, 1, -1} {
		s, img := blank(orb.Point{179, 50}, 1.5, 600, 150, 1, &Light)
		dense(s, 1000)
		s.Density.Corner[0] += shift
		m.density = density{}
		m.Draw(img, s)
		if want == nil {
			want = img.Pix
		}
		if !bytes.Equal(img.Pix, want) {
			t.Errorf("shifted by %v worlds it looks different", shift)
		}
	}
}

// TestAnEventShowsWhereItIs: the darkest pixel is that of the event.
func TestAnEventShowsWhereItIs(t *testing.T) {
	s, img := blank(steppe, 9, 200, 150, 1, &Light)
	at := orb.Point{120.5, 60.5}
	x, y := geo.Fraction(s.View.ToWorld(at))
	f := field(s)
	f.Add(&cluster.Columns{X: []uint32{x}, Y: []uint32{y}}, 0)
	s.Density = &cluster.Surface{}
	f.Surface(s.Density, 1)
	testMap(t).Draw(img, s)
	var best orb.Point
	least := math.Inf(1)
	for y := range 150 {
		for x := range 200 {
			if l := luminance(img.RGBAAt(x, y)); l < least {
				best, least = orb.Point{float64(x) + 0.5, float64(y) + 0.5}, l
			}
		}
	}
	if d := math.Hypot(best[0]-at[0], best[1]-at[1]); d > 4 {
		t.Errorf("it shows at %v, %v pixels away", best, d)
	}
}

// TestRampsTellTheOrderByLightness: each level is darker than the one before on
// a light ground, and lighter on a dark one, and the last stands out from it.
func TestRampsTellTheOrderByLightness(t *testing.T) {
	for _, style := range Styles {
		t.Run(style.Name, func(t *testing.T) {
			var r ramp
			r.set(style)
			sign := -1.0
			if style.Dark {
				sign = 1
			}
			over := func(level int) color.RGBA {
				c := r.tints[level].atop(pack(style.Land))
				return color.RGBA{uint8(c), uint8(c >> 8), uint8(c >> 16), uint8(c >> 24)}
			}
			if over(0) != style.Land {
				t.Errorf("level 0 is %v on %v", over(0), style.Land)
			}
			for level := 8; level < 256; level += 8 {
				if sign*(luminance(over(level))-luminance(over(level-8))) <= 0 {
					t.Errorf("level %d is no step from level %d", level, level-8)
				}
			}
			if got := Contrast(over(255), style.Land); got < 7 {
				t.Errorf("the last level's contrast is %.1f", got)
			}
		})
	}
}

// BenchmarkDensityFull1920 paints a surface that covers most of the picture.
func BenchmarkDensityFull1920(b *testing.B) {
	s, img := blank(steppe, 4.8, 1920, 1080, 1, &Light)
	dense(s, 1_000_000)
	layers := NewLayers(testMap(b))
	layers.Draw(img, s)
	b.ReportAllocs()
	for b.Loop() {
		layers.pictures[0].version = 0
		layers.Draw(img, s)
	}
}

// BenchmarkDensityStep1920 lets 1000 events of a million enter and 1000 leave.
func BenchmarkDensityStep1920(b *testing.B) {
	const n, step = 1_000_000, 1000
	s, img := blank(steppe, 4.8, 1920, 1080, 1, &Light)
	c, f := swarm(s, n), field(s)
	f.AddAll(c, nil, 0, n/2)
	full := f.Peak()
	s.Density = &cluster.Surface{}
	pictures := [2]*image.RGBA{img, image.NewRGBA(img.Rect)}
	layers, at := NewLayers(testMap(b)), 0
	next := func() {
		for k := range step {
			f.Remove(c, (at+k)%n)
			f.Add(c, (at+k+n/2)%n)
		}
		at += step
		f.Surface(s.Density, full)
		layers.Draw(pictures[at/step%2], s)
	}
	next()
	next()
	b.ReportAllocs()
	for b.Loop() {
		next()
	}
	b.ReportMetric(layers.tiles.share(), "stale")
}
