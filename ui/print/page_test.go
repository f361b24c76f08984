package print

import (
	"image"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qantar/geo/tiles/pmtiles"
	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/state"
)

// shows is a presenter of the shipped record at the moment at which it opens.
func shows(t testing.TB, lang store.Lang) *state.Presenter {
	t.Helper()
	_, data := record(t)
	return presenter(data, lang)
}

func pageOf(t testing.TB, lang store.Lang, as Page) string {
	t.Helper()
	return pdf(t, func(to io.Writer) error { return press(t).WritePDF(t.Context(), to, shows(t, lang), as, nil) })
}

// A page has names, dates and credits as real text, and no picture in it.
func TestPageText(t *testing.T) {
	path := pageOf(t, store.Kazakh, Page{Paper: Papers[0]})
	text := textOf(t, path)
	for _, want := range []string{"Қазақстан, 2022 жылғы қаңтар", "Нұр-Сұлтан", "Алматы", "Қақтығыс", "GeoNames CC BY 4.0", "ҚАЗАҚСТАН"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in it", want)
		}
	}
	if n := strings.Count(text, "Қақтығыс"); n != 1 {
		t.Errorf("a halo stands for text too: %d times", n)
	}
	if images := tool(t, "pdfimages", "-list", path); strings.Count(images, "\n") > 2 {
		t.Errorf("it holds pictures:\n%s", images)
	}
	checkFonts(t, path)
	if info := tool(t, "pdfinfo", path); !strings.Contains(info, "841.89 x 595.28") || !strings.Contains(info, "Pages:           1") {
		t.Errorf("%s", info)
	}
}

// A page says what its maker says of it, in the picture and in its name.
func TestPageCaption(t *testing.T) {
	const caption = "Қалай басталды"
	path := pageOf(t, store.Kazakh, Page{Paper: Papers[0], Caption: caption})
	if text := textOf(t, path); !strings.Contains(text, caption) || strings.Contains(text, "2022 жылғы қаңтар") {
		t.Errorf("%.200q", text)
	}
	if info := tool(t, "pdfinfo", path); !strings.Contains(flat(info), "Title: "+caption) {
		t.Errorf("%s", info)
	}
}

func TestPageTurns(t *testing.T) {
	tests := []struct {
		name string
		as   Page
		want string
	}{
		{"the country is wide", Page{Paper: Papers[0]}, "841.89 x 595.28"},
		{"upright", Page{Paper: Papers[1], Turn: Upright}, "612 x 792"},
		{"sideways", Page{Paper: Papers[1], Turn: Sideways}, "792 x 612"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if info := tool(t, "pdfinfo", pageOf(t, store.English, tt.as)); !strings.Contains(info, tt.want) {
				t.Errorf("%s", info)
			}
		})
	}
}

// What lies in a tall land stands upright.
func TestPageOfTallLand(t *testing.T) {
	p := shows(t, store.English)
	tall := []int{}
	for i := range p.Data().Len() {
		if id := p.Data().PlaceOf(i).ID; id == "almaty" || id == "nur-sultan" || id == "astana" {
			tall = append(tall, i)
		}
	}
	p.ShowFound("", tall)
	p.SetPlayhead(p.Data().Window.Latest)
	if turnFor(p) != Upright {
		t.Errorf("%d events of a land that runs from north to south lie sideways", p.Shown().Len())
	}
	p.ShowFound("", nil)
	if turnFor(p) != Sideways {
		t.Error("nothing stands upright")
	}
}

// A map of one's own is printed as the picture that it is, with its credit.
func TestPageOfTiles(t *testing.T) {
	source, err := pmtiles.Open("../../geo/tiles/pmtiles/testdata/colors.pmtiles")
	if err != nil {
		t.Fatal(err)
	}
	layer := paint.NewTileLayer(source, paint.TileOptions{AtOnce: true, Failed: func(err error) { t.Error(err) }})
	defer layer.Close()
	path := pageOf(t, store.English, Page{Paper: Papers[0], Tiles: layer, Credit: "Somebody's tiles", View: &store.View{Lon: 60, Lat: -30, Zoom: 3}})
	if images := tool(t, "pdfimages", "-list", path); strings.Count(images, "\n") != 3 {
		t.Errorf("it holds\n%s", images)
	}
	if text := textOf(t, path); !strings.Contains(text, "Somebody's tiles") {
		t.Errorf("no credit in %q", text)
	}
	tool(t, "pdftoppm", "-r", "36", "-png", "-singlefile", path, strings.TrimSuffix(path, ".pdf"))
	got := decoded(t, filepath.Join(filepath.Dir(path), "out.png"))
	if r, g, b, _ := got.At(got.Bounds().Dx()/2, got.Bounds().Dy()/4).RGBA(); r>>8 < 190 || g>>8 > 150 || b>>8 > 150 {
		t.Errorf("the map is %d, %d, %d", r>>8, g>>8, b>>8)
	}
}

// The vectors on a page look like the pixels of the picture.
func TestPageLooksLikeThePicture(t *testing.T) {
	k, p := press(t), shows(t, store.English)
	sheet := Sheet{Size: Size{1200, 800}, Scale: 1, Style: &paint.Light}
	want, err := k.picture(t.Context(), p, sheet)
	if err != nil {
		t.Fatal(err)
	}
	drawing, err := k.drawing(t.Context(), p, sheet)
	if err != nil {
		t.Fatal(err)
	}
	b := &book{paper: Paper{"picture", 600, 400}, leaves: []*leaf{{placed: []placed{{drawing, 0, 0, 0.5}}}}, frame: p.Data().Collection}
	path := pdf(t, func(to io.Writer) error { return k.write(t.Context(), to, b, nil) })
	tool(t, "pdftoppm", "-r", "144", "-png", "-singlefile", path, strings.TrimSuffix(path, ".pdf"))
	got := decoded(t, filepath.Join(filepath.Dir(path), "out.png"))
	if got.Bounds() != want.Rect {
		t.Fatalf("%v", got.Bounds())
	}
	mean, worst := apart(got, want, 20)
	if mean > 3 || worst > 60 {
		t.Errorf("patches differ by %.1f, at most %.1f of 255", mean, worst)
	}
}

func decoded(t *testing.T, path string) image.Image {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	img, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// apart is how far two pictures differ in patches so many pixels wide, on
// average and at most.
func apart(a, b image.Image, patch int) (mean, worst float64) {
	n := 0.0
	for y := 0; y+patch <= a.Bounds().Dy(); y += patch {
		for x := 0; x+patch <= a.Bounds().Dx(); x += patch {
			one, other := meanOf(a, x, y, patch), meanOf(b, x, y, patch)
			d := 0.0
			for i := range one {
				d = math.Max(d, math.Abs(one[i]-other[i]))
			}
			mean, worst, n = mean+d, math.Max(worst, d), n+1
		}
	}
	return mean / n, worst
}

func meanOf(img image.Image, x0, y0, patch int) (sum [3]float64) {
	for y := y0; y < y0+patch; y++ {
		for x := x0; x < x0+patch; x++ {
			r, g, b, _ := img.At(x, y).RGBA()
			sum[0], sum[1], sum[2] = sum[0]+float64(r>>8), sum[1]+float64(g>>8), sum[2]+float64(b>>8)
		}
	}
	for i := range sum {
		sum[i] /= float64(patch * patch)
	}
	return sum
}
