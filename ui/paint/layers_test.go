package paint

import (
	"bytes"
	"fmt"
	"image"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

// TestLayersPaintWhatTheMapPaints changes one thing after the other.
func TestLayersPaintWhatTheMapPaints(t *testing.T) {
	whole, layers := testMap(t), NewLayers(testMap(t))
	s, want := homeScene(1, &Light)
	got := image.NewRGBA(want.Rect)
	steps := []struct {
		name   string
		change func()
	}{
		{"at first", func() {}},
		{"again", func() {}},
		{"marks", func() { s.Marks = s.Marks[1:] }},
		{"a shade less", func() { s.Shades = s.Shades[:len(s.Shades)-1] }},
		{"a shade of another colour", func() { s.Shades[0].Color = s.Style.Category("yellow") }},
		{"language", func() { s.Lang = "ru" }},
		{"style", func() { s.Style = &Dark }},
		{"focus", func() { s.Focus = "RU" }},
		{"view", func() { s.View = s.View.Pan(40, 7) }},
		{"where marks stand", func() { s.Busy = nil }},
		{"size", func() {
			s.View = s.View.Resize(300, 200)
			got, want = image.NewRGBA(image.Rect(0, 0, 300, 200)), image.NewRGBA(image.Rect(0, 0, 300, 200))
		}},
		{"no marks", func() { s.Marks = nil }},
	}
	for _, step := range steps {
		t.Run(step.name, func(t *testing.T) {
			step.change()
			whole.Draw(want, s)
			layers.Draw(got, s)
			if !bytes.Equal(got.Pix, want.Pix) {
				t.Errorf("%d pixels differ", differing(got, want))
			}
		})
	}
}

func TestAStepInTimeAllocatesNothing(t *testing.T) {
	for name, scene := range map[string]func(float32, *Style) (*MapScene, *image.RGBA){"home": homeScene, "city": cityScene} {
		t.Run(name, func(t *testing.T) {
			layers := NewLayers(testMap(t))
			s, img := scene(1, &Light)
			all := s.Marks
			n := 0
			step := func() {
				s.Marks = all[:len(all)-n%2]
				layers.Draw(img, s)
				n++
			}
			step()
			step()
			if n := testing.AllocsPerRun(50, step); n != 0 {
				t.Errorf("%v allocations a step, want none", n)
			}
		})
	}
}

// sizes are those of a small laptop's window and a projector's screen.
var sizes = []struct{ width, height float64 }{{1280, 800}, {1920, 1080}}

// perSize runs a benchmark for the home view at every size.
func perSize(b *testing.B, run func(b *testing.B, m *Map, s *MapScene, img *image.RGBA)) {
	for _, size := range sizes {
		b.Run(fmt.Sprintf("%vx%v", size.width, size.height), func(b *testing.B) {
			s, img := blank(steppe, 4.8, size.width, size.height, 1, &Light)
			m := testMap(b)
			m.Draw(img, s)
			b.ReportAllocs()
			run(b, m, s, img)
		})
	}
}

// scatter gives a scene n marks, as good as all of them in the picture.
func scatter(s *MapScene, n int) {
	random := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		at := orb.Point{random.Float64() * s.View.Width, random.Float64() * s.View.Height}
		s.Marks = append(s.Marks, Mark{
			At: s.View.ToWorld(at), Shape: Shapes[i%len(Shapes)], Radius: 8.5, Opacity: 1, Color: s.Style.Category("orange"),
		})
	}
}

// BenchmarkMarks2000 repaints a picture with all its marks, the ground kept.
func BenchmarkMarks2000(b *testing.B) {
	perSize(b, func(b *testing.B, m *Map, s *MapScene, img *image.RGBA) {
		scatter(s, 2000)
		repaint(b, m, s, img)
	})
}

// BenchmarkRings600 repaints a picture with rings of all sizes.
func BenchmarkRings600(b *testing.B) {
	perSize(b, func(b *testing.B, m *Map, s *MapScene, img *image.RGBA) {
		scatter(s, 600)
		for i := range s.Marks {
			at := s.Marks[i].At
			s.Marks[i] = ring(s.Style, city, float32(12+i%12), 12+i)
			s.Marks[i].At = at
		}
		repaint(b, m, s, img)
	})
}

// repaint draws as if nothing were known of what img holds.
func repaint(b *testing.B, m *Map, s *MapScene, img *image.RGBA) {
	layers := NewLayers(m)
	for range 2 {
		layers.Draw(img, s)
	}
	for b.Loop() {
		layers.pictures[0].version = 0
		layers.Draw(img, s)
	}
}

func BenchmarkLayersStep(b *testing.B) {
	perSize(b, func(b *testing.B, m *Map, s *MapScene, img *image.RGBA) {
		layers := NewLayers(m)
		scatter(s, 100)
		layers.Draw(img, s)
		for b.Loop() {
			layers.Draw(img, s)
		}
	})
}
