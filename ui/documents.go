package ui

import (
	"io/fs"
	"os"
	"strconv"
	"strings"

	"qantar/store/documents"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
)

// savedDocuments is the setting that keeps the attached folder.
const savedDocuments = "documents"

// AttachDocuments looks for the collection's documents in a folder; those found
// can then be read beside the events. The folder is remembered.
func (w *Window) AttachDocuments(folder string) error {
	library, err := documents.Open(os.DirFS(folder), w.Presenter.Data().Sources)
	if err != nil {
		return err
	}
	w.panel.SetTexts(library)
	w.app.Preferences().SetString(savedDocuments, folder)
	w.library = library
	return nil
}

// attachAndTell attaches a folder and says what was found in it.
func (w *Window) attachAndTell(folder string) {
	if err := w.AttachDocuments(folder); err != nil {
		w.failed(err)
		return
	}
	text := w.word("documents-found", "n", strconv.Itoa(w.library.Len()), "all", strconv.Itoa(len(w.Presenter.Data().Sources)))
	if others := w.library.Others(); len(others) > 0 {
		text += "\n" + w.word("documents-differ", "files", strings.Join(others, ", "))
	}
	dialog.ShowInformation(w.word("attach-documents"), text, w.win)
}

// askForDocuments lets the user choose the folder of documents.
func (w *Window) askForDocuments() {
	dialog.ShowFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil {
			w.failed(err)
		} else if folder != nil {
			w.attachAndTell(folder.Path())
		}
	}, w.win)
}

// dropped opens a collection that is dropped on the window, shows a map of tiles,
// takes stories out of a file of them, or attaches a folder, or that of a file.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	if len(uris) == 0 {
		return
	}
	path := uris[0].Path()
	if holdsCollection(path) {
		w.OpenFile(path)
		return
	}
	if holdsTiles(path) {
		w.showTiles(path, w.own.over)
		return
	}
	if holdsStories(path) {
		w.showStories(true)
		w.stories.importFrom(path)
		return
	}
	if info, err := os.Stat(path); err == nil && info.Mode().Type()&fs.ModeDir == 0 {
		path = path[:strings.LastIndexAny(path, `/\`)+1]
	}
	w.attachAndTell(path)
}

// restoreDocuments attaches the folder of the last time, where it is still there.
func (w *Window) restoreDocuments() {
	if folder := w.app.Preferences().String(savedDocuments); folder != "" {
		if err := w.AttachDocuments(folder); err != nil {
			fyne.LogError("the folder of documents is gone", err)
		}
	}
}
