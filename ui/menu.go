package ui

import (
	"strings"

	"qantar/store"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// menu is the menu bar in the current language.
func (w *Window) menu() *fyne.MainMenu {
	p := w.Presenter
	quit := fyne.NewMenuItem(w.word("quit"), func() { w.leave(w.app.Quit) })
	quit.IsQuit = true
	item := func(key string, f func()) *fyne.MenuItem { return fyne.NewMenuItem(w.word(key), f) }
	language := item("language", nil)
	language.ChildMenu = fyne.NewMenu("")
	for _, lang := range store.Langs {
		entry := fyne.NewMenuItem(languageNames[lang], func() { p.SetLang(lang) })
		entry.Checked = lang == p.Lang()
		language.ChildMenu.Items = append(language.ChildMenu.Items, entry)
	}
	looks := item("theme", nil)
	looks.ChildMenu = fyne.NewMenu("")
	for _, name := range themes {
		entry := fyne.NewMenuItem(w.word("theme-"+themeWord(name)), func() { p.SetTheme(name) })
		entry.Checked = name == p.Theme()
		looks.ChildMenu.Items = append(looks.ChildMenu.Items, entry)
	}
	background := item("background", func() { p.SetBackground(!p.ShowsBackground()) })
	background.Checked = p.ShowsBackground()
	w.byEvent = item("pace-events", w.togglePace)
	w.byEvent.Checked = p.Pace() == state.ByEvent
	comparing := item("compare", w.compare.Toggle)
	comparing.Checked = w.compare.On()
	still := item("reduced-motion", w.toggleMotion)
	still.Checked = w.reducedMotion()
	return fyne.NewMainMenu(
		fyne.NewMenu(w.word("file-menu"), append(w.openItems(),
			item("attach-documents", w.askForDocuments), w.tilesMenu(), fyne.NewMenuItemSeparator(), item("print-export", w.askExport), fyne.NewMenuItemSeparator(), quit)...),
		fyne.NewMenu(w.word("view-menu"),
			item("home-view", p.GoHome), item("zoom-in", func() { w.mapView.Zoom(1) }), item("zoom-out", func() { w.mapView.Zoom(-1) }),
			fyne.NewMenuItemSeparator(),
			item("list", w.toggleList), item("event-panel", w.togglePanel), background, item("all-shown", p.ClearFilter),
			fyne.NewMenuItemSeparator(),
			language, looks, comparing, still, item("full-screen", w.toggleFullScreen), fyne.NewMenuItemSeparator(), w.presentItem()),
		fyne.NewMenu(w.word("time"),
			item("play", p.TogglePlay), item("previous-event", func() { p.Step(-1) }), item("next-event", func() { p.Step(1) }),
			item("first-event", func() { p.StepToEnd(false) }), item("last-event", func() { p.StepToEnd(true) }),
			fyne.NewMenuItemSeparator(), w.byEvent, item("go-to-time", w.controls.TypeTime)),
		w.stories.menu(),
		w.teachMenu(),
		fyne.NewMenu(w.word("help-menu"), item("keys", w.showKeys), item("about", w.showAbout)),
	)
}

// togglePace changes between a steady pace and one by event.
func (w *Window) togglePace() {
	if w.Presenter.Pace() == state.ByEvent {
		w.Presenter.SetPace(state.Steady)
	} else {
		w.Presenter.SetPace(state.ByEvent)
	}
}

// themes are the looks to choose from, "" for the system's own.
var themes = []string{"", "light", "dark", "contrast"}

func themeWord(name string) string {
	if name == "" {
		return "system"
	}
	return name
}

// nextTheme goes from light to dark and back.
func (w *Window) nextTheme() {
	if w.style.Dark {
		w.Presenter.SetTheme("light")
	} else {
		w.Presenter.SetTheme("dark")
	}
}

// keyList is every key and the text that says what it does.
var keyList = [][2]string{
	{"Space", "key-space"},
	{"← →", "key-step"},
	{"Shift ← →", "key-step-hour"},
	{"Ctrl ← →", "key-step-day"},
	{"Home End", "key-ends"},
	{"T  Ctrl G", "key-time"},
	{"Ctrl + − 0", "key-time-zoom"},
	{"+ − 0", "key-zoom"},
	{"W A S D", "key-pan"},
	{"Shift + drag", "key-box"},
	{"/  Ctrl F", "key-search"},
	{"1 … 9", "key-categories"},
	{"L S I", "key-panels"},
	{"C", "key-compare"},
	{"K", "key-known"},
	{"R", "key-stories"},
	{"Ctrl Shift A", "key-add-scene"},
	{"Alt ↑ ↓", "key-move-scene"},
	{"Ctrl Z  Ctrl Y", "key-undo"},
	{"Ctrl E", "key-export"},
	{"F5", "key-present"},
	{"F11", "key-full-screen"},
	{"Esc", "key-escape"},
	{"Ctrl O", "key-open"},
	{"F1  ?", "key-help"},
}

func (w *Window) showKeys() {
	grid := container.New(&keyGrid{})
	for _, k := range keyList {
		grid.Add(widget.NewLabelWithStyle(strings.NewReplacer("←", "Left", "→", "Right", "↑", "Up", "↓", "Down").Replace(k[0]), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
		grid.Add(widget.NewLabel(w.word(k[1])))
	}
	dialog.ShowCustom(w.word("keys"), w.word("close"), grid, w.win)
}

// keyGrid sets pairs in two columns, each as wide as it needs.
type keyGrid struct{}

const keyRow = 30 // pixels

func (keyGrid) columns(objects []fyne.CanvasObject) (first, second float32) {
	for i := 0; i+1 < len(objects); i += 2 {
		first = max(first, objects[i].MinSize().Width)
		second = max(second, objects[i+1].MinSize().Width)
	}
	return first, second
}

func (g keyGrid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, second := g.columns(objects)
	return fyne.NewSize(first+second, float32(len(objects)/2)*keyRow)
}

func (g keyGrid) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	first, second := g.columns(objects)
	for i := 0; i+1 < len(objects); i += 2 {
		y := float32(i/2) * keyRow
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(first, keyRow))
		objects[i+1].Move(fyne.NewPos(first, y))
		objects[i+1].Resize(fyne.NewSize(second, keyRow))
	}
}

func (w *Window) showAbout() {
	data, lang := w.Presenter.Data(), w.Presenter.Lang()
	lines := []string{
		"Qantar " + w.version, w.word("about-what"), w.word("about-licence"), "",
		data.Title.In(lang), data.Summary.In(lang), "", w.word("licences"),
	}
	lines = append(lines, data.Attribution...)
	if credit := w.mapView.TileCredit(); credit != "" {
		lines = append(lines, credit)
	}
	lines = append(lines, "Country names: Unicode CLDR (Unicode License)", "Noto Sans: SIL Open Font License 1.1", "Fyne: BSD 3-Clause", "", w.word("source-files"))
	for _, s := range data.Sources {
		lines = append(lines, s.Publisher.In(lang)+": “"+s.Title+"”. "+s.Rights.In(lang))
	}
	text := widget.NewLabel(strings.Join(lines, "\n"))
	text.Wrapping = fyne.TextWrapWord
	scroll := container.NewVScroll(text)
	size := w.win.Canvas().Size()
	scroll.SetMinSize(fyne.NewSize(min(680, size.Width-120), min(460, size.Height-200)))
	dialog.ShowCustom(w.word("about"), w.word("close"), scroll, w.win)
}
