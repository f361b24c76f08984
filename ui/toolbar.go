package ui

import (
	"qantar/store"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// toolbar is the row above the map: search, place, language, look.
type toolbar struct {
	w        *Window
	box      fyne.CanvasObject
	search   *searchEntry
	place    *widget.Select
	language *widget.Select
	stories  *widget.Button
	look     *widget.Button
	present  *widget.Button
	placeIDs []string
}

// languageNames are the languages in their own words.
var languageNames = map[store.Lang]string{store.English: "English", store.Kazakh: "Қазақша", store.Russian: "Русский"}

func newToolbar(w *Window) *toolbar {
	t := &toolbar{w: w}
	t.search = newSearchEntry(w)
	t.place = widget.NewSelect(nil, t.pickedPlace)
	t.language = widget.NewSelect(nil, t.pickedLanguage)
	for _, lang := range store.Langs {
		t.language.Options = append(t.language.Options, languageNames[lang])
	}
	t.stories = widget.NewButtonWithIcon("", theme.ListIcon(), w.toggleStories)
	t.look = widget.NewButtonWithIcon("", theme.ColorPaletteIcon(), w.nextTheme)
	t.present = widget.NewButtonWithIcon("", theme.ComputerIcon(), func() { w.choosePresented(t.present) })
	t.relabel()
	right := container.NewHBox(t.stories, t.place, t.language, t.present, t.look)
	t.box = container.NewBorder(nil, nil, nil, right, t.search)
	return t
}

// relabel writes everything in the current language.
func (t *toolbar) relabel() {
	p := t.w.Presenter
	t.search.SetPlaceHolder(t.w.word("search"))
	t.stories.SetText(t.w.word("story-stories"))
	t.placeIDs = []string{""}
	t.place.Options = []string{t.w.word("all-places")}
	for _, place := range topPlaces(p.Data()) {
		t.placeIDs = append(t.placeIDs, place.ID)
		t.place.Options = append(t.place.Options, place.Name.In(p.Lang()))
	}
	for i, id := range t.placeIDs {
		if id == p.PlaceShown() {
			t.place.Selected = t.place.Options[i]
		}
	}
	t.language.Selected = languageNames[p.Lang()]
	t.present.SetText(t.w.word("present"))
	t.place.Refresh()
	t.language.Refresh()
}

func (t *toolbar) pickedPlace(string) {
	t.w.win.Canvas().Unfocus()
	if i := t.place.SelectedIndex(); i >= 0 {
		t.w.Presenter.SetPlace(t.placeIDs[i])
	}
}

func (t *toolbar) pickedLanguage(name string) {
	t.w.win.Canvas().Unfocus()
	for lang, own := range languageNames {
		if own == name {
			t.w.Presenter.SetLang(lang)
		}
	}
}

// searchEntry is the field for words; Escape empties and leaves it.
type searchEntry struct {
	widget.Entry
	w *Window
}

func newSearchEntry(w *Window) *searchEntry {
	e := &searchEntry{w: w}
	e.ExtendBaseWidget(e)
	e.Icon = theme.SearchIcon()
	e.OnChanged = w.Presenter.SetWords
	return e
}

// TypedKey implements fyne.Focusable.
func (e *searchEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		e.SetText("")
		e.w.win.Canvas().Unfocus()
	case fyne.KeyReturn, fyne.KeyEnter:
		e.w.win.Canvas().Unfocus()
	default:
		e.Entry.TypedKey(k)
	}
}
