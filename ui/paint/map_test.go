package paint

import (
	"image"
	"image/png"
	"math"
	"os"
	"testing"

	"qantar/geo"
	"qantar/geo/basemap"

	"github.com/paulmach/orb"
)

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func testType(t testing.TB) *Type {
	t.Helper()
	const fonts = "../../assets/fonts/NotoSans-"
	names, err := NewType(readFile(t, fonts+"Regular.ttf"), readFile(t, fonts+"Bold.ttf"), readFile(t, fonts+"Italic.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func testMap(t testing.TB) *Map {
	t.Helper()
	world, err := basemap.Decode(readFile(t, "../../assets/basemap/basemap.bin.gz"))
	if err != nil {
		t.Fatal(err)
	}
	return NewMap(world, testType(t))
}

func TestLook(t *testing.T) {
	m := testMap(t)
	for _, tt := range []struct {
		name  string
		view  geo.Viewport
		scale float32
		style *Style
	}{
		{"z3", geo.At(orb.Point{67.5, 48}, 3, 1200, 800), 1, &Light},
		{"z4", geo.At(orb.Point{67.5, 48.2}, 4.3, 1200, 800), 1, &Light},
		{"z4dark", geo.At(orb.Point{67.5, 48.2}, 4.3, 1200, 800), 1, &Dark},
		{"z7", geo.At(orb.Point{76.9, 43.3}, 7, 1200, 800), 1, &Light},
		{"z9", geo.At(orb.Point{76.9, 43.3}, 9.5, 1200, 800), 1, &Light},
		{"z2", geo.At(orb.Point{67.5, 48}, 1.6, 1200, 800), 1, &Light},
	} {
		view := tt.view.Scale(float64(tt.scale))
		img := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(view.Width)), int(math.Ceil(view.Height))))
		s := &MapScene{View: view, Scale: tt.scale, Style: tt.style, Lang: "en", Focus: "KZ", Busy: []orb.Point{geo.Project(orb.Point{76.9, 43.25})}}
		s.Shades = []Shade{{Code: "KZ-MAN", Color: tt.style.Category("sky-blue"), Hatch: true, Opacity: 0.34}}
		s.Marks = []Mark{{At: geo.Project(orb.Point{76.9, 43.25}), Count: 12, Radius: 20, Opacity: 1, Slices: []Slice{{tt.style.Category("orange"), 7}, {tt.style.Category("blue"), 5}}}}
		for i, shape := range Shapes {
			s.Marks = append(s.Marks, Mark{At: geo.Project(orb.Point{60 + float64(i), 47}), Shape: shape, Radius: 8.5, Opacity: 1, Color: tt.style.Category("orange"), Selected: i == 2, Hollow: i%2 == 1, Halo: 14000})
		}
		m.Draw(img, s)
		f, _ := os.Create("/tmp/look-" + tt.name + ".png")
		png.Encode(f, img)
		f.Close()
	}
}
