package ui

import (
	"errors"
	"fmt"
	"image"
	"time"

	"qantar/store"
	"qantar/ui/present"
	"qantar/ui/present/talk"
	"qantar/ui/record"
	"qantar/ui/state"
	"qantar/ui/timeview"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// stage is a talk that is being given, with its windows.
type stage struct {
	show    *present.Show
	windows []fyne.Window // the audience's first
	timer   *time.Timer
	beat    chan struct{} // closed at the end
}

// present gives a talk of a story, from a scene on, counted from 1; 0 begins with
// its title.
func (w *Window) present(story *store.Story, from int) {
	w.story = story.ID
	deck := talk.Of(story)
	w.presentDeck(deck, deck.Find(from))
}

// presentDeck gives a talk from one of its slides on.
func (w *Window) presentDeck(deck talk.Deck, slide int) {
	if w.stage != nil || len(deck.Slides) == 0 {
		return
	}
	w.Presenter.Pause()
	on := stages{}
	if w.desk != nil {
		on = stagesOn(w.desk.Displays(w.win))
	}
	s := &stage{beat: make(chan struct{})}
	w.stage = s
	audience := w.app.NewWindow(deck.Title.In(w.Presenter.Lang()))
	audience.SetPadded(false)
	s.windows = append(s.windows, audience)
	parts := w.stageParts(s)
	s.show = present.New(parts, talk.New(deck, slide, time.Now), on.two)
	s.show.Ended = w.endPresenting
	s.show.Turned = func() { audience.SetTitle(s.show.Title()) }
	s.show.Turned()
	w.dress(audience, s.show.Audience.Box)
	parts.Map.Begin(func() { w.raise(audience, on.audience, on) })
	if on.two {
		w.showSpeaker(on)
	}
	audience.RequestFocus()
	w.mapView.ShareTiles(w.compare.Right(), parts.Map)
	if !w.headless {
		keepAwake(w.app.Driver(), true, s.beat)
		go s.tick()
	}
}

// showSpeaker opens the speaker's window.
func (w *Window) showSpeaker(on stages) {
	speaker := w.app.NewWindow(w.word("present-speaker"))
	speaker.SetPadded(false)
	w.stage.windows = append(w.stage.windows, speaker)
	w.dress(speaker, w.stage.show.Speaker.Box)
	for key, steps := range map[fyne.KeyName]int{fyne.KeyEqual: 1, fyne.KeyPlus: 1, fyne.KeyMinus: -1} {
		enlarge := func(fyne.Shortcut) { w.stage.show.Speaker.Enlarge(steps) }
		for _, other := range w.stage.windows {
			other.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}, enlarge)
		}
	}
	w.raise(speaker, on.speaker, on)
}

// dress gives a window of a talk its content and its keys.
func (w *Window) dress(win fyne.Window, content fyne.CanvasObject) {
	show := w.stage.show
	win.SetContent(content)
	win.Canvas().SetOnTypedKey(show.Key)
	win.Canvas().SetOnTypedRune(show.Rune)
	win.SetCloseIntercept(func() { show.Do(talk.End) })
}

// The size of a talk's window before it fills its display, in pixels.
const stageWidth, stageHeight = 960, 600

// raise shows a window over the whole of a display. Full screen goes to the
// display that a window stands on, so that it is put there first.
func (w *Window) raise(win fyne.Window, display image.Rectangle, on stages) {
	win.Resize(fyne.NewSize(stageWidth, stageHeight))
	d, ok := win.(desktop.Window)
	switch {
	case !ok:
	case on.placed:
		d.RequestPosition(display.Min.X+display.Dx()/8, display.Min.Y+display.Dy()/8)
	case on.two && win == w.stage.windows[0]:
		d.RequestFullScreenSecondary()
		win.Show()
		return
	}
	win.SetFullScreen(true)
	win.Show()
}

// stageParts are what the talk's screens are made of: a map and a timeline of
// their own, so that the window's stay as they are.
func (w *Window) stageParts(s *stage) present.Parts {
	first := w.Presenter
	p := state.New(first.Data(), state.Options{Dispatch: fyne.Do, Now: time.Now, Finder: w.finder, Failed: w.failed})
	p.SetLang(first.Lang())
	p.SetTheme(first.Theme())
	view := w.newMap(p, w.world, w.names)
	view.SetStyle(w.style)
	line := timeview.New(p, w.names)
	line.SetStyle(w.style)
	panel := record.NewPanel(p, w.word)
	panel.SetStyle(w.style)
	parts := present.Parts{
		P: p, Map: view, Timeline: line, Panel: container.NewThemeOverride(panel.Box, enlarged{look{w.style}, 1.3}), World: w.world, Names: w.names, Style: w.style,
		Words: w.word, Now: time.Now, Still: w.reducedMotion(),
	}
	if w.headless {
		return parts
	}
	view.Hold()
	parts.Clock = w.clock
	parts.After = s.after
	parts.Beside = func(work, done func()) { go func() { work(); fyne.Do(done) }() }
	if w.desk != nil {
		parts.HidePointer = func() { w.desk.HidePointer(s.windows[0]) }
	}
	return parts
}

// after calls f later, in place of what was to be called before.
func (s *stage) after(d time.Duration, f func()) {
	if s.timer != nil {
		s.timer.Stop()
	}
	s.timer = time.AfterFunc(d, func() { fyne.Do(f) })
}

// tick beats for the show until it ends.
func (s *stage) tick() {
	beat := time.NewTicker(500 * time.Millisecond)
	defer beat.Stop()
	for {
		select {
		case <-s.beat:
			return
		case <-beat.C:
			fyne.Do(s.show.Beat)
		}
	}
}

// endPresenting closes the talk's windows and tells what has gone wrong.
func (w *Window) endPresenting() {
	s := w.stage
	w.stage = nil
	w.spoken = s.show.Talk.Deck.Number(s.show.Talk.At())
	close(s.beat)
	if s.timer != nil {
		s.timer.Stop()
	}
	if !w.headless {
		keepAwake(w.app.Driver(), false, nil)
	}
	w.mapView.ShareTiles(w.compare.Right())
	for _, win := range s.windows {
		win.Close()
	}
	w.win.RequestFocus()
	if failed := s.show.Errors(); len(failed) > 0 {
		dialog.ShowError(errors.Join(failed...), w.win)
	}
}

// presentChosen gives a talk of the story that is open, else of the one that was
// presented last, or the first one: from its title, or from the scene that is
// open or where the talk was left.
func (w *Window) presentChosen(goOn bool) {
	chosen, left := w.stories.opened()
	for _, s := range w.talks() {
		if chosen == nil && (s.ID == w.story || w.story == "") {
			chosen = s
			if w.story != "" {
				left = w.spoken
			}
		}
	}
	if chosen == nil {
		return
	}
	if !goOn {
		left = 0
	}
	w.present(chosen, left)
}

// talks are all stories that have something to show: the user's own, then those
// of the collection.
func (w *Window) talks() []*store.Story {
	var all []*store.Story
	for i := range w.stories.editor.Len() {
		if s := w.stories.editor.Story(i); len(s.Scenes) > 0 {
			all = append(all, s)
		}
	}
	return all
}

// PresentFirst has the window present a story as soon as it is open.
func (w *Window) PresentFirst(id string) error {
	for _, s := range w.talks() {
		if s.ID == id {
			w.opened = func() { w.present(s, 0) }
			return nil
		}
	}
	return fmt.Errorf("there is no story %q; qantarctl list stories names them all", id)
}

// presentMenu offers every story.
func (w *Window) presentMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, s := range w.talks() {
		menu.Items = append(menu.Items, fyne.NewMenuItem(s.Title.In(w.Presenter.Lang()), func() { w.present(s, 0) }))
	}
	return menu
}

// presentItem is the entry of the menu bar.
func (w *Window) presentItem() *fyne.MenuItem {
	item := fyne.NewMenuItem(w.word("present"), nil)
	item.ChildMenu = w.presentMenu()
	item.Disabled = len(item.ChildMenu.Items) == 0
	return item
}

// choosePresented offers every story below a button.
func (w *Window) choosePresented(button fyne.CanvasObject) {
	menu := w.presentMenu()
	if len(menu.Items) == 0 {
		return
	}
	at := w.app.Driver().AbsolutePositionForObject(button)
	popup := widget.NewPopUpMenu(menu, w.win.Canvas())
	at.Y += button.Size().Height
	at.X = min(at.X, w.win.Canvas().Size().Width-popup.MinSize().Width)
	popup.ShowAtPosition(at)
}
