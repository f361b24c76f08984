package paint

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"testing"

	"qantar/geo"

	"github.com/paulmach/orb"
)

var (
	steppe = orb.Point{67.5, 48.2}   // the middle of Kazakhstan
	city   = orb.Point{76.93, 43.25} // Almaty
)

// blank is a scene without marks or shades, width by height pixels at scale 1,
// and the picture it fills.
func blank(lonLat orb.Point, zoom, width, height float64, scale float32, style *Style) (*MapScene, *image.RGBA) {
	view := geo.At(lonLat, zoom, width, height).Scale(float64(scale))
	img := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(view.Width)), int(math.Ceil(view.Height))))
	return &MapScene{
		View: view, Scale: scale, Style: style, Lang: "en", Focus: "KZ",
		Busy: []orb.Point{geo.Project(city)},
	}, img
}

// homeScene is the whole country with shades of every sort and divided rings.
func homeScene(scale float32, style *Style) (*MapScene, *image.RGBA) {
	s, img := blank(steppe, 3.4, 480, 320, scale, style)
	s.Shades = []Shade{
		{Code: "KZ", Color: style.Category("sky-blue"), Hatch: true, Sparse: true, Opacity: 0.5},
		{Code: "KZ-MAN", Color: style.Category("orange"), Hatch: true, Opacity: 0.5},
		{Code: "KZ-MAN", Color: style.Category("blue"), Hatch: true, Slant: 1, Opacity: 0.5},
		{Code: "RU", Color: style.Category("purple"), Opacity: 0.1},
		{Code: "UZ", Color: style.Accent, Opacity: 0.14, Outline: true},
	}
	s.Marks = []Mark{
		ring(style, city, 14, 120),
		ring(style, orb.Point{51.2, 43.6}, 20, 12),
		{At: geo.Project(orb.Point{71.4, 51.1}), Shape: "star", Color: style.Category("bluish-green"), Radius: 8.5, Opacity: 0.5},
	}
	return s, img
}

// ring is a group of count events in three categories.
func ring(style *Style, lonLat orb.Point, radius float32, count int) Mark {
	half, third := count/2, count/3
	return Mark{At: geo.Project(lonLat), Radius: radius, Opacity: 1, Count: count, Slices: []Slice{
		{style.Category("orange"), half}, {style.Category("blue"), third}, {style.Category("purple"), count - half - third},
	}}
}

// cityScene is a city with marks of every shape, full above and hollow below,
// one of them selected in its circle of uncertainty, one pointed at, and a fan.
func cityScene(scale float32, style *Style) (*MapScene, *image.RGBA) {
	s, img := blank(city, 10, 480, 320, scale, style)
	centre := s.View.Center
	colors := []string{"orange", "sky-blue", "bluish-green", "yellow", "blue", "vermillion", "purple", "gray"}
	for i, shape := range Shapes {
		for row := range 2 {
			at := s.View.ToWorld(orb.Point{(30 + 38*float64(i)) * float64(scale), (40 + 40*float64(row)) * float64(scale)})
			s.Marks = append(s.Marks, Mark{
				At: at, Shape: shape, Color: style.Category(colors[i%len(colors)]), Radius: 10, Opacity: 1,
				Hollow: row == 1, Hovered: row == 1 && i == 4, Halo: 20,
			})
		}
	}
	for i := range 3 {
		offset := [2]float32{float32(-30 + 30*i), 34}
		s.Marks = append(s.Marks, Mark{At: centre, Offset: offset, Shape: "circle", Color: style.Category("orange"), Radius: 7, Opacity: 1})
	}
	s.Marks = append(s.Marks, ring(style, orb.Point{76.7, 43.2}, 16, 7), Mark{
		At: geo.Project(orb.Point{77.04, 43.25}), Shape: "triangle-down", Color: style.Category("purple"),
		Radius: 10, Opacity: 1, Halo: 4000, Selected: true,
	})
	return s, img
}

func TestMapGoldens(t *testing.T) {
	m := testMap(t)
	cases := []struct {
		name  string
		scene func(float32, *Style) (*MapScene, *image.RGBA)
		scale float32
		style *Style
	}{
		{"home-light", homeScene, 1, &Light},
		{"home-dark-2x", homeScene, 2, &Dark},
		{"city-light-2x", cityScene, 2, &Light},
		{"city-dark", cityScene, 1, &Dark},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s, got := c.scene(c.scale, c.style)
			m.Draw(got, s)
			compareGolden(t, got, "map-"+c.name)
		})
	}
}

// TestMapCoversThePicture: at every zoom every pixel is opaque, and the middle
// of Kazakhstan has the colour of the country told of.
func TestMapCoversThePicture(t *testing.T) {
	m := testMap(t)
	for zoom := geo.MinZoom; zoom <= geo.MaxZoom; zoom += 1.5 {
		s, img := blank(steppe, zoom, 300, 200, 1, &Light)
		s.Shades = []Shade{{Code: "KZ", Color: s.Style.Accent, Hatch: true, Opacity: 0.3}}
		m.Draw(img, s)
		for i := 3; i < len(img.Pix); i += 4 {
			if img.Pix[i] != 255 {
				t.Fatalf("zoom %v: pixel %d lets the ground through", zoom, i/4)
			}
		}
		m.Ground(img, s)
		if got := img.RGBAAt(150, 100); got != s.Style.Focus {
			t.Errorf("zoom %v: the middle is %v, want %v", zoom, got, s.Style.Focus)
		}
	}
}

func TestMapOfSeaAndLand(t *testing.T) {
	m := testMap(t)
	cases := []struct {
		name string
		at   orb.Point
		want func(*Style) any
	}{
		{"the Pacific", orb.Point{-150, 0}, func(s *Style) any { return s.Sea }},
		{"the Caspian Sea", orb.Point{51, 41}, func(s *Style) any { return s.Sea }},
		{"Siberia", orb.Point{97, 61.3}, func(s *Style) any { return s.Land }},
		{"the edge of the world", orb.Point{180, 0}, func(s *Style) any { return s.Sea }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			for _, zoom := range []float64{5, 12} {
				s, img := blank(c.at, zoom, 200, 100, 1, &Light)
				m.Ground(img, s)
				if got := img.RGBAAt(100, 50); any(got) != c.want(s.Style) {
					t.Errorf("zoom %v: %v", zoom, got)
				}
			}
		})
	}
}

// TestUnknownNames: a collection may name what this edition does not know.
func TestUnknownNames(t *testing.T) {
	m := testMap(t)
	s, img := blank(steppe, 4, 200, 150, 1, &Light)
	s.Lang, s.Focus = "xx", "ZZ"
	s.Shades = []Shade{{Code: "ZZ-ZZZ", Hatch: true, Opacity: 1}, {Code: "", Outline: true}, {Code: "KZ", Hatch: true, Slant: 7, Opacity: 1}}
	s.Marks = []Mark{{At: s.View.Center, Shape: "dodecahedron", Color: Light.Category("octarine"), Radius: 8, Opacity: 1}}
	m.Draw(img, s)
	if got := img.RGBAAt(100, 75); got != Light.Palette["gray"] {
		t.Errorf("a mark of no known shape and colour is %v", got)
	}
	if icon := Icon(&Dark, "dodecahedron", "octarine", 24); icon.RGBAAt(12, 12) != Dark.Palette["gray"] {
		t.Error("its icon is not a gray circle")
	}
}

// TestMarksAtTheBorder puts marks half and wholly outside the picture.
func TestMarksAtTheBorder(t *testing.T) {
	m := testMap(t)
	s, img := blank(city, 8, 100, 80, 1, &Light)
	for x := -120.0; x <= 220; x += 13 {
		for y := -120.0; y <= 200; y += 17 {
			mark := Mark{At: s.View.ToWorld(orb.Point{x, y}), Shape: "star", Radius: 10, Opacity: 1, Selected: true, Halo: 9000}
			group := ring(s.Style, city, 20, 7)
			group.At, group.Offset = mark.At, [2]float32{30, -30}
			s.Marks = append(s.Marks, mark, group)
		}
	}
	m.Draw(img, s)
}

// TestTheWorldRepeats: a view across the antimeridian shows on either side
// what views of either side show.
func TestTheWorldRepeats(t *testing.T) {
	m := testMap(t)
	for _, zoom := range []float64{1, 2.5, 5} {
		s, whole := blank(orb.Point{180, 62}, zoom, 640, 240, 1, &Light)
		s.Shades = []Shade{{Code: "RU", Color: s.Style.Accent, Opacity: 0.5, Outline: true}}
		m.Ground(whole, s)
		m.Shades(whole, s)
		m.Names(whole, s)
		for _, shift := range []float64{-1, 1} {
			moved := *s
			moved.View.Center[0] += shift
			other := image.NewRGBA(whole.Rect)
			m.Ground(other, &moved)
			m.Shades(other, &moved)
			m.Names(other, &moved)
			if n := differing(other, whole); n > 40 {
				t.Errorf("zoom %v: %d pixels differ %v worlds away", zoom, n, shift)
			}
		}
		for _, x := range []int{20, 620} { // Siberia and Alaska, or whatever lies there: no grey edge
			if got := whole.RGBAAt(x, 120); got == (color.RGBA{}) {
				t.Errorf("zoom %v: nothing is painted at %d", zoom, x)
			}
		}
	}
	s, img := blank(orb.Point{180, 62}, 4, 640, 240, 1, &Light)
	m.Ground(img, s)
	for _, c := range []struct {
		name string
		at   orb.Point
		want color.RGBA
	}{
		{"Chukotka east of the line", orb.Point{-175, 66.5}, s.Style.Land},
		{"Chukotka west of it", orb.Point{170, 66.5}, s.Style.Land},
		{"the Bering Sea east of it", orb.Point{-175, 58}, s.Style.Sea},
	} {
		p := s.View.ToScreen(geo.Project(c.at))
		if p[0] < 0 {
			p[0] += s.View.WorldSize()
		}
		if got := img.RGBAAt(int(p[0]), int(p[1])); got != c.want {
			t.Errorf("%s is %v, want %v", c.name, got, c.want)
		}
	}
}

func BenchmarkGround(b *testing.B) {
	perSize(b, func(b *testing.B, m *Map, s *MapScene, img *image.RGBA) {
		for b.Loop() {
			m.Ground(img, s)
		}
	})
}

func BenchmarkAreas(b *testing.B) {
	perSize(b, func(b *testing.B, m *Map, s *MapScene, img *image.RGBA) {
		s.Shades = []Shade{{Code: "KZ", Color: s.Style.Accent, Hatch: true, Sparse: true, Opacity: 0.5}}
		for b.Loop() {
			m.Shades(img, s)
			m.Names(img, s)
		}
	})
}

// BenchmarkBasemapFrame paints Kazakhstan with lines and names, at the zoom
// that shows the whole country on a projector and at the finest detail.
func BenchmarkBasemapFrame(b *testing.B) {
	for _, zoom := range []float64{4.8, 5.5, 7.5} {
		b.Run(fmt.Sprintf("1920x1080/zoom%v", zoom), func(b *testing.B) {
			s, img := blank(steppe, zoom, 1920, 1080, 1, &Light)
			m := testMap(b)
			m.Draw(img, s)
			b.ReportAllocs()
			for b.Loop() {
				m.Ground(img, s)
				m.Shades(img, s)
				m.Names(img, s)
			}
		})
	}
}
