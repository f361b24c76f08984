package ui

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"qantar/store"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// The keys under which the window is remembered.
const (
	savedView   = "view"
	savedWidth  = "window.width"
	savedHeight = "window.height"
	savedStill  = "motion.reduced"
)

// The size of the window at the very first start, in pixels.
const (
	firstWidth  = 1280
	firstHeight = 800
)

// saveDelay is how long after a change it is remembered, so that a window that
// is ended by force loses little.
const saveDelay = 2 * time.Second

// startLanguage is the user's own language where the program has it.
func startLanguage() store.Lang {
	own := lang.SystemLocale().LanguageString()
	for _, l := range store.Langs {
		if len(own) >= 2 && own[:2] == string(l) {
			return l
		}
	}
	return store.English
}

// restore brings back the last view, and what of it belongs to this collection
// from when that was shown last. The place where playback was and the event
// selected are part of it; a window never opens playing.
func (w *Window) restore() {
	for _, key := range []string{savedView, w.savedViewHere()} {
		var saved state.Saved
		text := w.app.Preferences().String(key)
		if text != "" && json.Unmarshal([]byte(text), &saved) == nil { // else a first start, or another version's setting
			if key != savedView {
				saved.Theme, saved.Lang = w.Presenter.Theme(), w.Presenter.Lang() // those of the last window
			}
			w.Presenter.Restore(saved)
		}
	}
}

// savedViewHere is the setting that keeps the view of this collection.
func (w *Window) savedViewHere() string { return savedView + "." + w.Presenter.Data().ID }

func (w *Window) save() {
	text, err := json.Marshal(w.Presenter.Save())
	if err != nil {
		fyne.LogError("remembering the view", err)
		return
	}
	prefs := w.app.Preferences()
	prefs.SetString(savedView, string(text))
	prefs.SetString(w.savedViewHere(), string(text))
	if size := w.win.Canvas().Size(); !w.win.FullScreen() && size.Width > 1 {
		prefs.SetFloat(savedWidth, float64(size.Width))
		prefs.SetFloat(savedHeight, float64(size.Height))
	}
}

// saveSoon remembers the view a little after the last of several changes.
func (w *Window) saveSoon() {
	if w.saving == nil {
		w.saving = time.AfterFunc(saveDelay, func() { fyne.Do(w.save) })
		return
	}
	w.saving.Reset(saveDelay)
}

// reducedMotion tells whether the map moves at once: as this window was told
// to, as the user has chosen, or as the desktop's settings say.
func (w *Window) reducedMotion() bool {
	return w.still || w.app.Preferences().Bool(savedStill) || !w.app.Settings().ShowAnimations()
}

// toggleMotion has the map move smoothly, or at once.
func (w *Window) toggleMotion() {
	w.app.Preferences().SetBool(savedStill, !w.app.Preferences().Bool(savedStill))
	w.mapView.ReduceMotion(w.reducedMotion())
	w.win.SetMainMenu(w.menu())
}

func (w *Window) savedSize() fyne.Size {
	prefs := w.app.Preferences()
	width := prefs.FloatWithFallback(savedWidth, firstWidth)
	height := prefs.FloatWithFallback(savedHeight, firstHeight)
	return fyne.NewSize(float32(max(600, width)), float32(max(400, height)))
}

// ExportState writes the state as JSON into a file now and after every change,
// for programs that drive the window.
func (w *Window) ExportState(file string) {
	write := func() {
		if err := writeState(file, w.Presenter.Save()); err != nil {
			w.failed(err)
		}
	}
	w.Presenter.Listen(func(state.Change) { write() })
	write()
}

func writeState(file string, s state.Saved) error {
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	next := filepath.Join(filepath.Dir(file), "."+filepath.Base(file)+".new")
	if err := os.WriteFile(next, text, 0o644); err != nil {
		return err
	}
	return os.Rename(next, file)
}
