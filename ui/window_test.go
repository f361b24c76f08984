package ui

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
	"qantar/ui/paint"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	fynelang "fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// finds is a Finder that always finds the same.
type finds []int

func (f finds) Positions(context.Context, store.Query) ([]int, error) { return f, nil }

func window(t *testing.T, app fyne.App) *Window {
	t.Helper()
	return windowWith(t, app, func(*Content) {})
}

// windowWith is a window whose content is changed first.
func windowWith(t *testing.T, app fyne.App, change func(*Content)) *Window {
	t.Helper()
	c, err := collection.Read(seeds.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	data, err := state.Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	content := Content{Data: data, Finder: finds{0}, Headless: true}
	change(&content)
	w, err := NewWindow(app, content)
	if err != nil {
		t.Fatal(err)
	}
	w.Resize(fyne.NewSize(1100, 700), 1)
	t.Cleanup(w.win.Close)
	return w
}

func TestKeys(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	p := w.Presenter
	key := func(name fyne.KeyName) { w.typedKey(&fyne.KeyEvent{Name: name}) }

	key(fyne.KeySpace)
	if !p.Playing() {
		t.Error("Space does not play")
	}
	key(fyne.KeySpace)
	if p.Playing() {
		t.Error("Space does not pause")
	}
	key(fyne.KeyHome)
	first := p.Selected()
	key(fyne.KeyRight)
	if first < 0 || p.Selected() <= first {
		t.Errorf("Home and Right selected %d and %d", first, p.Selected())
	}
	key(fyne.KeyEnd)
	last := p.Selected()
	key(fyne.KeyLeft)
	if p.Selected() >= last {
		t.Errorf("End and Left selected %d and %d", last, p.Selected())
	}
	key(fyne.KeyEscape)
	if p.Selected() >= 0 {
		t.Error("Escape leaves the selection")
	}
}

func TestRunes(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	p := w.Presenter
	for n := range 9 {
		w.typedRune(rune('1' + n))
		if p.CategoryShown(n) {
			t.Errorf("%d does not hide a category", n+1)
		}
		w.typedRune(rune('1' + n))
	}
	zoom := p.View().Zoom
	w.typedRune('+')
	if p.View().Zoom <= zoom {
		t.Error("+ does not zoom in")
	}
	w.typedRune('-')
	w.typedRune('-')
	if p.View().Zoom >= zoom {
		t.Error("- does not zoom out")
	}
	w.typedRune('0')
	if p.View().Zoom != zoom {
		t.Error("0 does not go home")
	}
	for _, r := range "tЕ" {
		w.typedRune(r)
		if e, ok := w.win.Canvas().Focused().(interface{ SelectedText() string }); !ok || e.SelectedText() == "" {
			t.Errorf("%c does not go to the field for a time", r)
		}
		w.win.Canvas().Unfocus()
	}
	w.typedRune('/')
	if w.win.Canvas().Focused() != fyne.Focusable(w.tools.search) {
		t.Error("/ does not go to the search field")
	}
}

func TestTheMenuTellsThePace(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	w.byEvent.Action()
	if w.Presenter.Pace() != state.ByEvent || !w.byEvent.Checked {
		t.Errorf("the menu leaves the pace %s, checked: %v", w.Presenter.Pace(), w.byEvent.Checked)
	}
	w.byEvent.Action()
	if w.Presenter.Pace() != state.Steady || w.byEvent.Checked {
		t.Errorf("the menu leaves the pace %s, checked: %v", w.Presenter.Pace(), w.byEvent.Checked)
	}
}

func TestPanelsHide(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	w.typedRune('l')
	if w.list.Box.Visible() || !w.panel.Box.Visible() {
		t.Error("L does not hide the list alone")
	}
	w.typedRune('i')
	if w.views.tabs.Visible() {
		t.Error("with list and panel hidden, the side still takes room")
	}
	w.typedRune('ш') // the same key in the Cyrillic layout
	if !w.panel.Box.Visible() || !w.views.tabs.Visible() {
		t.Error("I does not bring the panel back")
	}
}

func TestDialogsKeepTheKeys(t *testing.T) {
	for name, show := range map[string]func(*Window){
		"keys": (*Window).showKeys, "about": (*Window).showAbout,
	} {
		t.Run(name, func(t *testing.T) {
			w := window(t, test.NewTempApp(t))
			show(w)
			w.typedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			if w.Presenter.Playing() {
				t.Error("a key reached the window behind")
			}
			w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if w.win.Canvas().Overlays().Top() != nil {
				t.Error("Escape does not close it")
			}
		})
	}
}

func TestLanguageChangesEverywhere(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	for _, lang := range store.Langs {
		w.Presenter.SetLang(lang)
		if got, want := w.tools.search.PlaceHolder, w.catalog[lang]["search"]; got != want {
			t.Errorf("in %s the search field says %q, want %q", lang, got, want)
		}
		if got, want := w.win.MainMenu().Items[1].Label, w.catalog[lang]["view-menu"]; got != want {
			t.Errorf("in %s the menu says %q, want %q", lang, got, want)
		}
		if got, want := w.win.Title(), w.Presenter.Data().Title.Only(lang)+" – Qantar"; got != want {
			t.Errorf("in %s the window is called %q, want %q", lang, got, want)
		}
	}
}

func TestFyneSpeaksTheLanguageToo(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	for lang, want := range map[store.Lang]string{store.Russian: "Отмена", store.Kazakh: "Болдырмау", store.English: "Cancel"} {
		w.Presenter.SetLang(lang)
		if got := fynelang.L("Cancel"); got != want {
			t.Errorf("in %s Fyne says %q, want %q", lang, got, want)
		}
	}
}

func TestLooks(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	for _, name := range []string{"dark", "light"} {
		w.Presenter.SetTheme(name)
		if w.style != paint.Styles[name] {
			t.Errorf("the look %q was not taken", name)
		}
		if got := theme.Color(theme.ColorNameBackground); got != paint.Styles[name].Paper {
			t.Errorf("in the look %q widgets stand on %v", name, got)
		}
	}
	if styleFor("", theme.VariantDark) != &paint.Dark || styleFor("no such look", theme.VariantLight) != &paint.Light {
		t.Error("an unknown look does not follow the system")
	}
}

func TestViewIsRemembered(t *testing.T) {
	app := test.NewTempApp(t)
	w := window(t, app)
	p := w.Presenter
	p.SetTheme("dark")
	p.ToggleCategory(2)
	p.SetPlayhead(p.Playhead() + 7200)
	p.Select(5)
	w.save()
	again := window(t, app).Presenter
	if got, want := again.Save(), p.Save(); !same(got, want) {
		t.Errorf("the view came back as %+v, was %+v", got, want)
	}
}

func TestSizeIsRemembered(t *testing.T) {
	app := test.NewTempApp(t)
	w := window(t, app)
	if got := w.savedSize(); got != fyne.NewSize(firstWidth, firstHeight) {
		t.Errorf("at first the window opens at %v", got)
	}
	w.Resize(fyne.NewSize(1234, 777), 1)
	w.save()
	if got := window(t, app).savedSize(); got != fyne.NewSize(1234, 777) {
		t.Errorf("a window left at 1234x777 opens at %v", got)
	}
}

func same(a, b state.Saved) bool {
	return a.Theme == b.Theme && a.Playhead.Equal(b.Playhead) && a.Selected == b.Selected && slices.Equal(a.Hidden, b.Hidden) && a.Total == b.Total
}

func TestBrokenSettingsAreIgnored(t *testing.T) {
	for _, text := range []string{"{", "[]", `{"zoom": 1e300, "collection": "kazakhstan-2022", "mode": "no such mode"}`} {
		app := test.NewTempApp(t)
		app.Preferences().SetString(savedView, text)
		if w := window(t, app); w.Presenter.Shown().Len() == 0 {
			t.Errorf("with the setting %q nothing is shown", text)
		}
	}
}

func TestExportState(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	file := filepath.Join(t.TempDir(), "state.json")
	w.ExportState(file)
	w.Presenter.Select(4)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var s state.Saved
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	if want := w.Presenter.Data().Item(4).Event.ID; s.Selected != want {
		t.Errorf("the exported state names %q, want %q", s.Selected, want)
	}
}

// TestFits looks for what is cut off or lies outside the window, from the
// smallest size to a large one.
func TestFits(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	for _, lang := range store.Langs {
		w.Presenter.SetLang(lang)
		for _, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 1600, Height: 1000}, {Width: 3840, Height: 2160}} {
			if need := w.win.Content().MinSize(); need.Width > size.Width || need.Height > size.Height {
				t.Errorf("in %s the window needs %v, more than %v", lang, need, size)
			}
		}
	}
}
