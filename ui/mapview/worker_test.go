package mapview

import (
	"image"
	"testing"

	"qantar/assets"
	"qantar/geo"
	"qantar/geo/basemap"
	"qantar/ui/paint"
	"qantar/ui/scene"

	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"
)

// TestWorkerShowsTheNewestJob asks for many pictures at once: the last one must
// be shown last, and no picture may be painted into the one on screen.
func TestWorkerShowsTheNewestJob(t *testing.T) {
	test.NewTempApp(t)
	world, err := basemap.Decode(assets.Basemap)
	if err != nil {
		t.Fatal(err)
	}
	names, err := paint.NewType(assets.FontRegular, assets.FontBold, assets.FontItalic)
	if err != nil {
		t.Fatal(err)
	}
	const last = 6.0
	var shown []float64
	var pictures []*image.RGBA
	done := make(chan struct{})
	w := newWorker(paint.NewMap(world, names), func(j job, img *image.RGBA) {
		shown = append(shown, j.view.Zoom)
		pictures = append(pictures, img)
		if j.view.Zoom == last {
			close(done)
		}
	})
	for zoom := 4.0; zoom <= last; zoom += 0.25 {
		view := geo.At(orb.Point{67, 48}, zoom, 200, 120)
		w.ask(job{picture: &scene.Picture{MapScene: paint.MapScene{View: view, Scale: 1, Style: &paint.Light, Lang: "en"}}, view: view})
	}
	<-done
	if n := len(shown); n == 0 || shown[n-1] != last {
		t.Fatalf("the pictures shown are of the zooms %v, want %v last", shown, last)
	}
	for i := 1; i < len(pictures); i++ {
		if pictures[i] == pictures[i-1] {
			t.Error("a picture was painted into the one on screen")
		}
	}
}
