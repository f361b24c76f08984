package paint

import (
	"image"
	"math"
	"math/rand/v2"
	"testing"

	"qantar/geo/cluster"

	"github.com/paulmach/orb"
)

// crowd are n events around some hundred towns of a view, more around some than
// around others.
func crowd(s *MapScene, n int) *cluster.Columns {
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
		x, y := cluster.Fraction(s.View.ToWorld(orb.Point{t.at[0] + random.NormFloat64()*t.spread, t.at[1] + random.NormFloat64()*t.spread}))
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

// BenchmarkDensityFull1920 paints a surface that covers most of the picture.
func BenchmarkDensityFull1920(b *testing.B) {
	for name, style := range map[string]*Style{"light": &Light, "dark": &Dark} {
		b.Run(name, func(b *testing.B) {
			s, img := blank(steppe, 4.8, 1920, 1080, 1, style)
			c := crowd(s, 1_000_000)
			f := field(s)
			f.AddAll(c, nil, 0, len(c.X))
			s.Density = &cluster.Surface{}
			f.Surface(s.Density, f.Peak())
			m := testMap(b)
			m.Ground(img, s)
			b.ReportAllocs()
			for b.Loop() {
				m.density.prepare(s, img.Rect)
				m.density.paint(img, s.Density, img.Rect)
			}
		})
	}
}

func TestDensityPictures(t *testing.T) {
	for name, n := range map[string]int{"3k": 3000, "100k": 100000, "1m": 1000000} {
		for _, style := range []*Style{&Light, &Dark} {
			s, img := blank(steppe, 4.8, 1200, 800, 1, style)
			c := crowd(s, n)
			f := field(s)
			f.AddAll(c, nil, 0, len(c.X))
			s.Density = &cluster.Surface{}
			f.Surface(s.Density, f.Peak())
			m := testMap(t)
			m.Draw(img, s)
			writePicture(t, img, "/tmp/marks/density-"+name+"-"+style.Name+".png")
		}
	}
	_ = image.Rect
}
