package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	hour = 3600
	day  = 24 * hour
)

// addKeys gives the window its keys. A focused widget has its own first; the
// map hands on those that it does not use.
func (w *Window) addKeys() {
	c := w.win.Canvas()
	c.SetOnTypedKey(w.typedKey)
	c.SetOnTypedRune(w.typedRune)
	w.shortcut(fyne.KeyO, fyne.KeyModifierControl, w.askForCollection)
	w.shortcut(fyne.KeyF, fyne.KeyModifierControl, w.focusSearch)
	w.shortcut(fyne.KeyG, fyne.KeyModifierControl, w.controls.TypeTime)
	w.shortcut(fyne.KeyEqual, fyne.KeyModifierControl, func() { w.timeline.Zoom(1) })
	w.shortcut(fyne.KeyPlus, fyne.KeyModifierControl, func() { w.timeline.Zoom(1) })
	w.shortcut(fyne.KeyMinus, fyne.KeyModifierControl, func() { w.timeline.Zoom(-1) })
	w.shortcut(fyne.Key0, fyne.KeyModifierControl, w.timeline.Reset)
	w.shortcut(fyne.KeyQ, fyne.KeyModifierControl, func() { w.leave(w.app.Quit) })
	w.shortcut(fyne.KeyE, fyne.KeyModifierControl, w.askExport)
	w.addStoryKeys()
	w.shortcut(fyne.KeyLeft, fyne.KeyModifierControl, func() { w.moveTime(-day) })
	w.shortcut(fyne.KeyRight, fyne.KeyModifierControl, func() { w.moveTime(day) })
}

func (w *Window) shortcut(key fyne.KeyName, modifier fyne.KeyModifier, f func()) {
	w.win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: modifier}, func(fyne.Shortcut) { f() })
}

func (w *Window) typedKey(e *fyne.KeyEvent) {
	if w.closeOverlay(e.Name == fyne.KeyEscape) {
		return
	}
	switch p := w.Presenter; e.Name {
	case fyne.KeySpace:
		p.TogglePlay()
	case fyne.KeyLeft:
		w.step(-1)
	case fyne.KeyRight:
		w.step(1)
	case fyne.KeyUp, fyne.KeyDown:
		w.stepScene(e.Name == fyne.KeyDown)
	case fyne.KeyHome:
		p.StepToEnd(false)
	case fyne.KeyEnd:
		p.StepToEnd(true)
	case fyne.KeyF5:
		w.presentChosen(w.shift())
	case fyne.KeyF11:
		w.toggleFullScreen()
	case fyne.KeyF1:
		w.showKeys()
	case fyne.KeyEscape:
		w.escape()
	}
}

// closeOverlay tells whether a dialog or list lies over the window, which keeps
// the keys to itself, and takes it away where asked to.
func (w *Window) closeOverlay(really bool) bool {
	overlays := w.win.Canvas().Overlays()
	top := overlays.Top()
	if top != nil && really {
		overlays.Remove(top)
	}
	return top != nil
}

// step goes to the next or previous event, or by an hour with Shift held.
func (w *Window) step(direction int) {
	if w.shift() {
		w.moveTime(int64(direction) * hour)
		return
	}
	w.Presenter.Step(direction)
}

// shift tells whether a Shift key is held.
func (w *Window) shift() bool {
	d, ok := w.app.Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

func (w *Window) moveTime(seconds int64) {
	w.Presenter.SetPlayhead(w.Presenter.Playhead() + seconds)
}

func (w *Window) typedRune(r rune) {
	if w.closeOverlay(false) {
		return
	}
	switch {
	case r == '/':
		w.focusSearch()
	case r == '?':
		w.showKeys()
	case r == '+' || r == '=':
		w.mapView.Zoom(1)
	case r == '-':
		w.mapView.Zoom(-1)
	case r == '0':
		w.Presenter.GoHome()
	case r >= '1' && r <= '9':
		w.Presenter.ToggleCategory(int(r - '1'))
	default:
		if f, ok := w.letters()[r]; ok {
			f()
		}
	}
}

// letters are the keys of panels, in both cases and in the Cyrillic layout.
func (w *Window) letters() map[rune]func() {
	return map[rune]func(){
		'l': w.toggleList, 'L': w.toggleList, 'д': w.toggleList, 'Д': w.toggleList,
		's': w.views.showSources, 'S': w.views.showSources, 'ы': w.views.showSources, 'Ы': w.views.showSources,
		't': w.controls.TypeTime, 'T': w.controls.TypeTime, 'е': w.controls.TypeTime, 'Е': w.controls.TypeTime,
		'c': w.compare.Toggle, 'C': w.compare.Toggle, 'с': w.compare.Toggle, 'С': w.compare.Toggle,
		'r': w.toggleStories, 'R': w.toggleStories, 'к': w.toggleStories, 'К': w.toggleStories,
		'k': w.toggleKnown, 'K': w.toggleKnown, 'л': w.toggleKnown, 'Л': w.toggleKnown,
		'i': w.togglePanel, 'I': w.togglePanel, 'ш': w.togglePanel, 'Ш': w.togglePanel,
	}
}

func (w *Window) focusSearch() { w.win.Canvas().Focus(w.tools.search) }

func (w *Window) toggleFullScreen() { w.win.SetFullScreen(!w.win.FullScreen()) }

// escape leaves what is in the way, one thing at a time.
func (w *Window) escape() {
	switch {
	case w.win.FullScreen():
		w.win.SetFullScreen(false)
	case w.win.Canvas().Focused() != nil:
		w.win.Canvas().Unfocus()
	case w.Presenter.Selected() >= 0:
		w.Presenter.Select(-1)
	case len(w.Presenter.Highlights()) > 0:
		w.Presenter.Highlight(nil)
	}
}

// toggleList shows or hides the list of events.
func (w *Window) toggleList() { w.toggleSide(w.list.Box) }

// togglePanel shows or hides the event panel.
func (w *Window) togglePanel() { w.toggleSide(w.panel.Box) }

// toggleSide shows or hides one half of the side; with both hidden the map has
// the whole width.
func (w *Window) toggleSide(half fyne.CanvasObject) {
	if w.stories.open {
		w.showStories(false)
		half.Show()
	} else if half.Visible() {
		half.Hide()
	} else {
		half.Show()
	}
	w.views.tabs.SelectIndex(0)
	w.sideSplit.Refresh()
	w.arrangeSide()
}
