package paint

import (
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"qantar/geo/basemap"
)

var update = flag.Bool("update", false, "rewrite the golden pictures")

// compareGolden compares a picture with the golden one of a name in testdata.
// A few pixels may differ a little, because floating point does between
// machines. Where more do, the picture is left beside the golden one.
func compareGolden(t *testing.T, got *image.RGBA, name string) {
	t.Helper()
	golden, beside := filepath.Join("testdata", name+".png"), filepath.Join("testdata", name+"-got.png")
	if *update {
		writePicture(t, got, golden)
		return
	}
	want := readPicture(t, golden)
	if want == nil || want.Bounds() != got.Rect || differing(got, want) > len(got.Pix)/4/2000 {
		writePicture(t, got, beside)
		t.Errorf("the picture is not that of %s; see %s, and rewrite with -update if it is right", golden, beside)
	}
}

// differing counts the pixels that are not nearly alike.
func differing(got *image.RGBA, want image.Image) int {
	n := 0
	for y := range got.Rect.Dy() {
		for x := range got.Rect.Dx() {
			a, b := got.RGBAAt(x, y), color.RGBAModel.Convert(want.At(x, y)).(color.RGBA)
			if apart(a.R, b.R) > 6 || apart(a.G, b.G) > 6 || apart(a.B, b.B) > 6 {
				n++
			}
		}
	}
	return n
}

func apart(a, b uint8) uint8 { return max(a, b) - min(a, b) }

func writePicture(t *testing.T, img image.Image, file string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

// readPicture returns nil where there is no such file.
func readPicture(t *testing.T, file string) image.Image {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// testType reads the typeface of the pictures.
func testType(t testing.TB) *Type {
	t.Helper()
	const fonts = "../../assets/fonts/NotoSans-"
	names, err := NewType(readFile(t, fonts+"Regular.ttf"), readFile(t, fonts+"Bold.ttf"), readFile(t, fonts+"Italic.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// shippedWorld decodes the shipped basemap once for all tests.
var shippedWorld = sync.OnceValues(func() (*basemap.Map, error) {
	data, err := os.ReadFile("../../assets/basemap/basemap.bin.gz")
	if err != nil {
		return nil, err
	}
	return basemap.Decode(data)
})

// testMap is a painter of the shipped basemap.
func testMap(t testing.TB) *Map {
	t.Helper()
	world, err := shippedWorld()
	if err != nil {
		t.Fatal(err)
	}
	return NewMap(world, testType(t))
}
