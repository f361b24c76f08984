package ui

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// The settings that keep which files were opened last, the newest first, and how
// many those are.
const (
	savedRecent = "recent"
	mostRecent  = 8
)

// collectionEnding is how the names of collections end.
const collectionEnding = ".qantar"

// OpenFile shows another collection in place of the one that is shown; "" is the
// one that the program ships. The file is read beside; where it cannot be opened
// the reason is told and everything stays as it is.
func (w *Window) OpenFile(file string) {
	if w.openContent == nil {
		return
	}
	if w.stage != nil {
		w.endPresenting()
	}
	w.leave(func() {
		if w.opening {
			return
		}
		w.opening = true
		go func() {
			content, err := w.openContent(file)
			fyne.Do(func() { w.takeOver(file, content, err) })
		}()
	})
}

// takeOver gives the window over to what has been opened.
func (w *Window) takeOver(file string, content Content, err error) {
	w.opening = false
	if err != nil {
		w.forget(file)
		w.failed(err)
		return
	}
	next, err := newWindow(w.app, w.win, content)
	if err != nil {
		content.close()
		w.failed(err)
		return
	}
	w.end()
	w.remember(file)
	next.relay = w.relay
	w.relay.now = next
	next.begin(func() { next.win.Content().Refresh() })
}

// relay leads from the window that was shown first to the one that is shown now.
type relay struct{ now *Window }

// ComeToFront brings the window before others, and opens a file in it, which
// another start of the program was asked to open; "" is none. It may be called
// from any goroutine.
func (w *Window) ComeToFront(file string) {
	fyne.Do(func() {
		w.relay.now.win.RequestFocus()
		if file != "" {
			w.relay.now.OpenFile(file)
		}
	})
}

// end stops what goes on for a collection that is no longer shown.
func (w *Window) end() {
	w.Presenter.Pause()
	w.clock.Stop()
	if w.saving != nil {
		w.saving.Stop()
	}
	w.stop()
	w.close()
}

// askForCollection lets the user choose a collection.
func (w *Window) askForCollection() {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			w.failed(err)
		} else if file != nil {
			_ = file.Close() // only its name is wanted
			w.OpenFile(file.URI().Path())
		}
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter([]string{collectionEnding}))
	d.Show()
}

// holdsCollection tells by its name whether a file holds a collection.
func holdsCollection(file string) bool {
	return strings.EqualFold(filepath.Ext(file), collectionEnding)
}

// remember puts a file before all others that were opened.
func (w *Window) remember(file string) {
	if file == "" {
		return
	}
	prefs := w.app.Preferences()
	others := slices.DeleteFunc(prefs.StringList(savedRecent), func(other string) bool { return other == file })
	all := append([]string{file}, others...)
	prefs.SetStringList(savedRecent, all[:min(len(all), mostRecent)])
	w.relay.now.win.SetMainMenu(w.relay.now.menu())
}

// forget leaves out a file that could not be opened.
func (w *Window) forget(file string) {
	prefs := w.app.Preferences()
	prefs.SetStringList(savedRecent, slices.DeleteFunc(prefs.StringList(savedRecent), func(other string) bool { return other == file }))
	w.win.SetMainMenu(w.menu())
}

// openItems are the entries of the menu that open collections.
func (w *Window) openItems() []*fyne.MenuItem {
	open := fyne.NewMenuItem(w.word("open-collection"), w.askForCollection)
	recent := fyne.NewMenuItem(w.word("open-recent"), nil)
	recent.ChildMenu = fyne.NewMenu("")
	for _, file := range w.app.Preferences().StringList(savedRecent) {
		recent.ChildMenu.Items = append(recent.ChildMenu.Items, fyne.NewMenuItem(filepath.Base(file), func() { w.OpenFile(file) }))
	}
	recent.Disabled = len(recent.ChildMenu.Items) == 0
	shipped := fyne.NewMenuItem(w.word("open-shipped"), func() { w.OpenFile("") })
	for _, item := range []*fyne.MenuItem{open, shipped} {
		item.Disabled = w.openContent == nil
	}
	return []*fyne.MenuItem{open, recent, shipped, fyne.NewMenuItemSeparator()}
}
