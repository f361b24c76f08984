package ui

import (
	"errors"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qantar/geo/tiles"
	"qantar/geo/tiles/pmtiles"
	"qantar/store"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
)

const tileFixtures = "../geo/tiles/pmtiles/testdata/"

func openPMTiles(file string) (tiles.Source, error) {
	f, err := pmtiles.Open(file)
	if err != nil {
		return nil, err
	}
	return f, nil
}

// tiled is a window that opens PMTiles files.
func tiled(t *testing.T, app fyne.App) *Window {
	t.Helper()
	w := windowWith(t, app, func(c *Content) { c.OpenTiles = openPMTiles })
	w.LookAt(store.View{Lon: 60, Lat: -30, Zoom: 3})
	return w
}

// mapColor is the colour in the middle of the map.
func mapColor(w *Window) color.RGBA { return mapColorAt(w, 0.5) }

// mapColorAt is that at a part of the map's width.
func mapColorAt(w *Window, part float32) color.RGBA {
	size := w.mapView.Size()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.mapView)
	img := w.Capture()
	return color.RGBAModel.Convert(img.At(int(at.X+size.Width*part), int(at.Y+size.Height/2)-40)).(color.RGBA)
}

var fixtureColor = color.RGBA{200, 140, 140, 255} // of tile 1/1/1

func TestTilesAreShownAndRemembered(t *testing.T) {
	app := test.NewTempApp(t)
	w := tiled(t, app)
	plain := mapColor(w)
	if err := w.ShowTiles(tileFixtures+"colors.pmtiles", false); err != nil {
		t.Fatal(err)
	}
	if got := mapColor(w); got != fixtureColor {
		t.Errorf("the map is %v, want %v", got, fixtureColor)
	}
	if credit := w.mapView.TileCredit(); credit != "© Painters" {
		t.Errorf("its credit is %q", credit)
	}
	again := tiled(t, app)
	if got := mapColor(again); got != fixtureColor {
		t.Errorf("at the next start it is %v", got)
	}
	if err := again.ShowTiles(tileFixtures+"colors.pmtiles", true); err != nil {
		t.Fatal(err)
	}
	if got := mapColor(again); got == fixtureColor || got == plain {
		t.Errorf("over the map it is %v", got)
	}
	if third := tiled(t, app); mapColor(third) != mapColor(again) {
		t.Error("that it lies over the map is forgotten")
	}
	again.HideTiles()
	if got := mapColor(again); got != plain || again.mapView.TileCredit() != "" {
		t.Errorf("taken away, the map is %v, want %v", got, plain)
	}
	if got := mapColor(tiled(t, app)); got != plain {
		t.Error("a map that was taken away comes back")
	}
}

// TestTilesInAComparison: both maps show them.
func TestTilesInAComparison(t *testing.T) {
	w := tiled(t, test.NewTempApp(t))
	if err := w.ShowTiles(tileFixtures+"colors.pmtiles", false); err != nil {
		t.Fatal(err)
	}
	w.compare.Toggle()
	for _, part := range []float32{0.4, 0.6} {
		if got := mapColorAt(w, part); got != fixtureColor {
			t.Errorf("at %v of its width the map is %v", part, got)
		}
	}
	w.HideTiles()
	if left, right := mapColorAt(w, 0.4), mapColorAt(w, 0.6); left == fixtureColor || right == fixtureColor {
		t.Errorf("taken away, the maps are %v and %v", left, right)
	}
	w.compare.Toggle()
	if err := w.ShowTiles(tileFixtures+"colors.pmtiles", false); err != nil || mapColor(w) != fixtureColor {
		t.Errorf("after the comparison the map is %v, %v", mapColor(w), err)
	}
}

func TestTilesThatAreGone(t *testing.T) {
	app := test.NewTempApp(t)
	file := filepath.Join(t.TempDir(), "gone.pmtiles")
	app.Preferences().SetString(savedTiles, file)
	w := tiled(t, app)
	if top := w.win.Canvas().Overlays().Top(); top == nil {
		t.Error("nothing is said of the missing file")
	}
	if w.own.file != "" || app.Preferences().String(savedTiles) != "" {
		t.Error("the missing file is still remembered")
	}
	if second := tiled(t, app); second.win.Canvas().Overlays().Top() != nil {
		t.Error("it is said a second time")
	}
}

func TestBrokenTilesAreToldOnce(t *testing.T) {
	w := tiled(t, test.NewTempApp(t))
	plain := mapColor(w)
	if err := w.ShowTiles(tileFixtures+"small.pmtiles", false); err != nil {
		t.Fatal(err)
	}
	if n := len(w.win.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d messages", n)
	}
	w.closeOverlay(true)
	w.mapView.Zoom(1)
	if n := len(w.win.Canvas().Overlays().List()); n != 0 {
		t.Errorf("%d messages later", n)
	}
	w.mapView.Zoom(-1)
	if got := mapColor(w); got != plain {
		t.Errorf("the map is %v, want %v", got, plain)
	}
}

func TestDroppedTiles(t *testing.T) {
	w := tiled(t, test.NewTempApp(t))
	file, err := filepath.Abs(tileFixtures + "colors.pmtiles")
	if err != nil {
		t.Fatal(err)
	}
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(file)})
	if w.own.file != file || mapColor(w) != fixtureColor {
		t.Errorf("the map is %q, %v", w.own.file, mapColor(w))
	}
	letter := filepath.Join(t.TempDir(), "letter.MBTILES")
	if err := os.WriteFile(letter, []byte("Dear reader"), 0o644); err != nil {
		t.Fatal(err)
	}
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(letter)})
	if w.own.file != file || w.win.Canvas().Overlays().Top() == nil {
		t.Error("a file that is no map takes its place, or nothing is said")
	}
}

func TestTilesMenu(t *testing.T) {
	w := tiled(t, test.NewTempApp(t))
	states := func() string {
		var text []string
		for _, item := range w.tilesMenu().ChildMenu.Items {
			if !item.IsSeparator {
				text = append(text, map[bool]string{true: "x", false: "-"}[item.Checked]+map[bool]string{true: "off", false: "on"}[item.Disabled])
			}
		}
		return strings.Join(text, " ")
	}
	if got := states(); got != "-on xon -off -off" {
		t.Errorf("with no map: %s", got)
	}
	if err := w.ShowTiles(tileFixtures+"colors.pmtiles", false); err != nil {
		t.Fatal(err)
	}
	if got := states(); got != "-on -on xon -on" {
		t.Errorf("with a map: %s", got)
	}
	w.tilesMenu().ChildMenu.Items[4].Action()
	if got := states(); got != "-on -on -on xon" {
		t.Errorf("with a map over it: %s", got)
	}
	plain := window(t, test.NewTempApp(t))
	if err := plain.ShowTiles("x", false); !errors.Is(err, errNoTiles) {
		t.Errorf("a window that opens none says %v", err)
	}
}
