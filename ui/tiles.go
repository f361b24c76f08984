package ui

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"qantar/geo/tiles"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// The settings that keep the user's own map.
const (
	savedTiles     = "tiles"
	savedTilesOver = "tiles.over"
)

// tileEndings are those of the files that hold a map of tiles.
var tileEndings = []string{".mbtiles", ".pmtiles"}

// ownMap is the user's own map of tiles.
type ownMap struct {
	open func(file string) (tiles.Source, error) // nil: none can be opened
	file string                                  // "" for none
	over bool                                    // over the basemap, not in its place
}

var errNoTiles = errors.New("this window cannot open maps of tiles")

// ShowTiles shows a file of tiles on the map, in place of the basemap or over
// it, and remembers it.
func (w *Window) ShowTiles(file string, over bool) error {
	if w.own.open == nil {
		return errNoTiles
	}
	source, err := w.own.open(file)
	if err != nil {
		return err
	}
	w.own.file, w.own.over = file, over
	w.mapView.SetTiles(source, over, w.tilesFailed)
	w.rememberTiles()
	return nil
}

// HideTiles takes the user's own map away.
func (w *Window) HideTiles() {
	w.own.file = ""
	w.mapView.SetTiles(nil, false, nil)
	w.rememberTiles()
}

func (w *Window) rememberTiles() {
	w.app.Preferences().SetString(savedTiles, w.own.file)
	w.app.Preferences().SetBool(savedTilesOver, w.own.over)
	w.win.SetMainMenu(w.menu())
}

// tilesFailed tells once that a map is not whole.
func (w *Window) tilesFailed(err error) {
	w.failed(withReason(w.word("tiles-failed"), err))
}

// withReason puts a sentence in the user's language before an error.
func withReason(sentence string, err error) error { return &reason{sentence, err} }

type reason struct {
	sentence string
	err      error
}

func (r *reason) Error() string { return r.sentence + "\n" + r.err.Error() }
func (r *reason) Unwrap() error { return r.err }

// showTiles shows a file of tiles, or says why not.
func (w *Window) showTiles(file string, over bool) {
	if err := w.ShowTiles(file, over); err != nil {
		w.failed(err)
	}
}

// askForTiles lets the user choose a file of tiles.
func (w *Window) askForTiles() {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			w.failed(err)
		} else if file != nil {
			_ = file.Close() // only its name is wanted
			w.showTiles(file.URI().Path(), w.own.over)
		}
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter(tileEndings))
	d.Show()
}

// holdsTiles tells by its name whether a file holds tiles.
func holdsTiles(file string) bool {
	return slices.Contains(tileEndings, strings.ToLower(filepath.Ext(file)))
}

// restoreTiles shows the map of last time. One that is no longer there is told
// of once and forgotten.
func (w *Window) restoreTiles() {
	prefs := w.app.Preferences()
	file := prefs.String(savedTiles)
	w.own.over = prefs.Bool(savedTilesOver)
	if file == "" || w.own.open == nil {
		return
	}
	if err := w.ShowTiles(file, w.own.over); err != nil {
		prefs.RemoveValue(savedTiles)
		w.failed(withReason(w.word("tiles-gone"), err))
	}
}

// tilesMenu opens the user's own map, says how it is shown, and takes it away.
func (w *Window) tilesMenu() *fyne.MenuItem {
	top := fyne.NewMenuItem(w.word("tiles"), nil)
	item := func(key string, checked, possible bool, f func()) *fyne.MenuItem {
		entry := fyne.NewMenuItem(w.word(key), f)
		entry.Checked, entry.Disabled = checked, !possible
		return entry
	}
	shown := w.own.file != ""
	place := func(over bool) func() { return func() { w.showTiles(w.own.file, over) } }
	top.ChildMenu = fyne.NewMenu("",
		item("tiles-open", false, w.own.open != nil, w.askForTiles),
		item("tiles-none", !shown, true, w.HideTiles),
		fyne.NewMenuItemSeparator(),
		item("tiles-base", shown && !w.own.over, shown, place(false)),
		item("tiles-over", shown && w.own.over, shown, place(true)))
	return top
}
