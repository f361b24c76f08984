package paint

import (
	"bytes"
	"fmt"
	"image"
	"math/rand/v2"
	"slices"
	"testing"

	"qantar/geo/cluster"

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

// changing is a scene that changes at random, in every way a map does while the
// time is moved and the mouse is.
type changing struct {
	*rand.Rand
	s       *MapScene
	events  *cluster.Columns
	field   *cluster.Field
	weighed []bool
	surface cluster.Surface
}

func newChanging(s *MapScene) *changing {
	c := &changing{Rand: rand.New(rand.NewPCG(6, 7)), s: s, events: swarm(s, 3000), field: field(s), weighed: make([]bool, 3000)}
	scatter(s, 60)
	return c
}

func (c *changing) step() {
	if c.IntN(3) > 0 {
		for range 1 + c.IntN(3) {
			c.mark()
		}
	}
	switch c.IntN(30) {
	case 0:
		c.s.Density = nil
	case 1:
		c.s.View = c.s.View.Pan(float64(c.IntN(9)), float64(c.IntN(9)))
	case 2:
		c.s.Shades = append(c.s.Shades[:0], Shade{Code: "KZ", Color: c.s.Style.Accent, Opacity: c.Float64()})
	case 3:
		c.s.Marks = c.s.Marks[:c.IntN(len(c.s.Marks)+1)]
	case 4, 5, 6:
		c.s.Density = &c.surface
	}
	if c.s.Density != nil {
		for range c.IntN(3) * c.IntN(20) {
			c.weigh()
		}
		c.field.Surface(&c.surface, 20)
	}
}

// weigh lets an event enter or leave.
func (c *changing) weigh() {
	i := c.IntN(len(c.weighed))
	if c.weighed[i] {
		c.field.Remove(c.events, i)
	} else {
		c.field.Add(c.events, i)
	}
	c.weighed[i] = !c.weighed[i]
}

// mark changes one mark, or where it stands among the others.
func (c *changing) mark() {
	marks := c.s.Marks
	at := c.s.View.ToWorld(orb.Point{(c.Float64()*1.2 - 0.1) * c.s.View.Width, (c.Float64()*1.2 - 0.1) * c.s.View.Height})
	if len(marks) < 5 || c.IntN(4) == 0 {
		mark := Mark{
			At: at, Shape: Shapes[c.IntN(len(Shapes))], Color: c.s.Style.Category("blue"), Radius: 8, Opacity: c.Float64(), Halo: 3e4,
		}
		if c.IntN(3) == 0 {
			mark = ring(c.s.Style, city, float32(12+c.IntN(12)), 2+c.IntN(20000))
			mark.At = at
		}
		c.s.Marks = slices.Insert(marks, c.IntN(len(marks)+1), mark)
		return
	}
	i, j := c.IntN(len(marks)), c.IntN(len(marks))
	switch m := &marks[i]; c.IntN(9) {
	case 0:
		c.s.Marks = slices.Delete(marks, i, i+1)
	case 1:
		marks[i], marks[j] = marks[j], marks[i]
	case 2:
		*m = marks[j] // twice the same
	case 3:
		m.At = at
	case 4:
		m.Selected = !m.Selected
	case 5:
		m.Hovered = !m.Hovered
	case 6:
		m.Opacity = c.Float64()
	case 7:
		m.Hollow = !m.Hollow
	case 8:
		m.Offset = [2]float32{float32(c.IntN(60) - 30), float32(c.IntN(60) - 30)}
	}
}

// TestPartsAreAsGoodAsTheWhole draws scenes that change at random into a few
// pictures, and each anew: they are alike to the last bit.
func TestPartsAreAsGoodAsTheWhole(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		s, want := blank(steppe, 4.8, 330, 210, scale, &Light)
		layers, whole := NewLayers(testMap(t)), NewLayers(testMap(t))
		var pictures [4]*image.RGBA
		for i := range pictures {
			pictures[i] = image.NewRGBA(want.Rect)
		}
		c := newChanging(s)
		parts := 0
		for step := range 600 {
			c.step()
			got := pictures[step%2]
			if c.IntN(20) == 0 {
				got = pictures[c.IntN(4)]
			}
			layers.Draw(got, s)
			if layers.tiles.share() < 1 {
				parts++
			}
			whole.pictures = [keptPictures]picture{}
			whole.Draw(want, s)
			if !bytes.Equal(got.Pix, want.Pix) {
				t.Fatalf("scale %v, step %d: %d pixels differ", scale, step, differing(got, want))
			}
		}
		if parts < 300 {
			t.Errorf("scale %v: only %d pictures were painted in parts", scale, parts)
		}
	}
}

// TestLittleIsPaintedAnew: what is painted anew is what a change touches.
func TestLittleIsPaintedAnew(t *testing.T) {
	s, img := blank(steppe, 4.8, 1280, 800, 1, &Light)
	scatter(s, 300)
	cases := []struct {
		name   string
		change func()
		tiles  int
	}{
		{"nothing", func() {}, 0},
		{"the first mark goes", func() { s.Marks = s.Marks[1:] }, 25},
		{"the last mark goes", func() { s.Marks = s.Marks[:len(s.Marks)-1] }, 25},
		{"one in the middle comes", func() { s.Marks = slices.Insert(s.Marks, 150, s.Marks[7]) }, 25},
		{"the first and the last change places", func() { s.Marks[0], s.Marks[298] = s.Marks[298], s.Marks[0] }, 50},
		{"one fades a little", func() { s.Marks[50].Opacity -= 0.1 }, 25},
		{"one fades less than shows", func() { s.Marks[60].Opacity -= 0.001 }, 0},
	}
	layers := NewLayers(testMap(t))
	layers.Draw(img, s)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.change()
			layers.Draw(img, s)
			if layers.tiles.count > c.tiles || c.tiles > 0 && layers.tiles.count == 0 {
				t.Errorf("%d tiles are painted anew, want at most %d", layers.tiles.count, c.tiles)
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

// TestADensityAllocatesNothing: once its buffers have grown, neither a step of
// a surface nor a surface or marks painted as a whole need memory.
// TestPicturesOfAnotherSizeAreLetGo draws into the two pictures of one size in
// turn, and then into those of another.
func TestPicturesOfAnotherSizeAreLetGo(t *testing.T) {
	l := NewLayers(testMap(t))
	var last *image.RGBA
	for _, width := range []float64{300, 200} {
		s, img := blank(steppe, 4.8, width, 150, 1, &Light)
		for _, dst := range []*image.RGBA{img, image.NewRGBA(img.Rect), img} {
			l.Draw(dst, s)
		}
		last = img
	}
	for _, p := range l.pictures {
		if p.dst != nil && p.dst.Rect != last.Rect {
			t.Errorf("a picture of %v is kept", p.dst.Rect)
		}
	}
}

func TestADensityAllocatesNothing(t *testing.T) {
	s, img := blank(steppe, 4.8, 330, 210, 1, &Light)
	scatter(s, 50)
	c, f := swarm(s, 3000), field(s)
	s.Density = &cluster.Surface{}
	layers, n := NewLayers(testMap(t)), 0
	step := func() {
		f.Add(c, n)
		f.Surface(s.Density, 20)
		if n++; n%2 == 0 {
			layers.pictures[0].version = 0
		}
		layers.Draw(img, s)
	}
	step()
	step()
	if n := testing.AllocsPerRun(50, step); n != 0 {
		t.Errorf("%v allocations a step, want none", n)
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

// BenchmarkLayersStep1920 lets some marks of many change from picture to
// picture, drawn into two in turn.
func BenchmarkLayersStep1920(b *testing.B) {
	for _, n := range []int{100, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s, img := blank(steppe, 4.8, 1920, 1080, 1, &Light)
			scatter(s, n)
			all := s.Marks
			pictures := [2]*image.RGBA{img, image.NewRGBA(img.Rect)}
			layers, step := NewLayers(testMap(b)), 0
			next := func() {
				from := step % 64
				s.Marks = all[from : n-64+from]
				layers.Draw(pictures[step%2], s)
				step++
			}
			for range 64 {
				next()
			}
			b.ReportAllocs()
			for b.Loop() {
				next()
			}
		})
	}
}
