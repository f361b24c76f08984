package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"qantar/store"
	"qantar/store/stories"
	"qantar/store/when"
	"qantar/ui/story"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
)

// withStories is a window whose user's stories are in a file.
func withStories(t *testing.T, app fyne.App, file string) *Window {
	t.Helper()
	zone, err := when.Zone("Asia/Almaty")
	if err != nil {
		t.Fatal(err)
	}
	return windowWith(t, app, func(c *Content) {
		f, own, note, err := stories.Open(file, zone)
		c.Stories = Stories{File: f, Own: own, Found: err}
		if note != nil {
			c.Stories.Found = note
		}
	})
}

func press(w *Window, s fyne.Shortcut) {
	w.stories.keys.TypedShortcut(s)
}

func storyCaptions(e *story.Editor) string {
	var all []string
	for _, s := range e.Opened().Scenes {
		all = append(all, s.Caption.En)
	}
	return strings.Join(all, " ")
}

// TestStoryIsMadeSavedAndFoundAgain makes a story by menu and keys.
func TestStoryIsMadeSavedAndFoundAgain(t *testing.T) {
	file := filepath.Join(t.TempDir(), "stories", "x.yaml")
	w := withStories(t, test.NewTempApp(t), file)
	var add func()
	for _, item := range w.stories.menu().Items {
		if item.Label == w.word("story-add-shown") {
			add = item.Action
		}
	}
	add()
	e := w.stories.editor
	if !w.stories.open || !w.stories.view.Box.Visible() || w.views.tabs.Visible() {
		t.Error("adding a scene does not show the stories")
	}
	e.SetText(story.Caption, 0, store.English, "one")
	add()
	e.SetText(story.Caption, 0, store.English, "two")
	alt := func(key fyne.KeyName) { press(w, &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}) }
	alt(fyne.KeyUp)
	if got := storyCaptions(e); got != "two one" {
		t.Errorf("Alt+Up makes %q", got)
	}
	press(w, &fyne.ShortcutUndo{})
	if got := storyCaptions(e); got != "one two" {
		t.Errorf("Ctrl+Z makes %q", got)
	}
	press(w, &fyne.ShortcutRedo{})
	alt(fyne.KeyDown)
	press(w, &fyne.ShortcutUndo{})
	press(w, &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if got := storyCaptions(e); got != "one two" || e.At().Scene != 0 {
		t.Errorf("in the end it is %q at %v", got, e.At())
	}
	again := withStories(t, test.NewTempApp(t), file)
	if got := again.stories.editor.Own(); !reflect.DeepEqual(got, e.Own()) || len(got) != 1 {
		t.Errorf("found again is %+v\nwant %+v", got, e.Own())
	}
	press(again, &fyne.ShortcutUndo{}) // the stories are not shown
	if again.stories.editor.CanRedo() {
		t.Error("a key changes stories that are not shown")
	}
}

func TestStoriesInPlaceOfTheTabs(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	for _, tt := range []struct {
		keys              string
		stories, tabs, at bool // at: the side is there at all
	}{
		{"r", true, false, true}, {"r", false, true, true}, {"rl", false, true, true}, {"rs", false, true, true},
		{"li", false, false, false}, {"r", true, false, true}, {"к", false, false, false}, {"ri", false, true, true},
	} {
		for _, r := range tt.keys {
			w.typedRune(r)
		}
		if s, tabs, side := w.stories.view.Box.Visible(), w.views.tabs.Visible(), w.views.side.Visible(); s != tt.stories || tabs != tt.tabs || side != tt.at {
			t.Fatalf("after %s: stories %v, tabs %v, side %v", tt.keys, s, tabs, side)
		}
	}
}

func TestLeaving(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "a file, not a folder")
	if err := os.WriteFile(blocked, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	w := withStories(t, test.NewTempApp(t), filepath.Join(blocked, "x.yaml"))
	left := false
	w.leave(func() { left = true })
	if !left {
		t.Fatal("with nothing to save, leaving is held up")
	}
	left = false
	w.stories.view.NewStory()
	w.leave(func() { left = true })
	if left || w.win.Canvas().Overlays().Top() == nil {
		t.Error("stories that cannot be saved are lost without a word")
	}
	w.closeOverlay(true)
	if err := os.Remove(blocked); err != nil {
		t.Fatal(err)
	}
	w.leave(func() { left = true })
	if _, err := os.Stat(filepath.Join(blocked, "x.yaml")); err != nil || !left {
		t.Errorf("with the way free again: left %v, %v", left, err)
	}
}

func TestDamagedStoriesAreTold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.yaml")
	if err := os.WriteFile(file, []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	w := withStories(t, test.NewTempApp(t), file)
	if w.win.Canvas().Overlays().Top() == nil {
		t.Error("nothing is said of the file that was set aside")
	}
}

func TestExportAndImport(t *testing.T) {
	folder := t.TempDir()
	w := withStories(t, test.NewTempApp(t), filepath.Join(folder, "own.yaml"))
	w.stories.view.NewStory()
	own := w.stories.editor.Own()
	file := filepath.Join(folder, "exported.yaml")
	if err := os.WriteFile(file, nil, 0o644); err != nil { // as the dialog leaves it
		t.Fatal(err)
	}
	zone := w.Presenter.Data().Loc
	w.stories.write(file, func(to string) error { return stories.Export(to, own, zone) })
	w.closeOverlay(true)
	w.stories.importFrom(file)
	if n := len(w.stories.editor.Own()); n != 1 {
		t.Errorf("the very same story is there %d times", n)
	}
	w.stories.view.DeleteStory()
	w.stories.importFrom(file)
	if got := w.stories.editor.Own(); !reflect.DeepEqual(got, own) {
		t.Errorf("imported is %+v, exported was %+v", got, own)
	}
	for w.closeOverlay(true) {
	}
	w.stories.editor.Undo()
	w.dropped(fyne.NewPos(0, 0), []fyne.URI{storage.NewFileURI(file)})
	if n := len(w.stories.editor.Own()); n != 1 || !w.closeOverlay(true) {
		t.Errorf("a file dropped on the window leaves %d stories", n)
	}
	w.stories.importFrom(filepath.Join(folder, "none.yaml"))
	w.stories.write(file, func(string) error { return errors.New("no") })
	n := 0
	for w.closeOverlay(true) {
		n++
	}
	if n != 2 {
		t.Errorf("of two failures %d were told", n)
	}
}

func TestExportInsideIsOffered(t *testing.T) {
	w := windowWith(t, test.NewTempApp(t), func(c *Content) {
		c.Stories.ExportInside = func(context.Context, string, []store.Story) error { return nil }
	})
	without := window(t, test.NewTempApp(t))
	last := func(w *Window) *fyne.MenuItem { items := w.stories.menu().Items; return items[len(items)-1] }
	if last(w).Disabled || !last(without).Disabled {
		t.Error("exporting inside a collection is offered where it cannot be done, or not where it can")
	}
}

func TestFileName(t *testing.T) {
	for title, want := range map[string]string{
		"The week": "The week", "Аптаның барысы: 5–7 қаңтар": "Аптаның барысы 5 7 қаңтар", "../../x": "x", "": "id", "???": "id",
		`a\b:c*d`: "a b c d", strings.Repeat("ж", 100): strings.Repeat("ж", longestName),
	} {
		if got := fileName(title, "id"); got != want {
			t.Errorf("%q becomes %q, want %q", title, got, want)
		}
	}
}

// TestStoriesFit looks for what does not fit into the smallest window.
func TestStoriesFit(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	w.stories.view.NewStory()
	w.showStories(true)
	for _, lang := range store.Langs {
		w.Presenter.SetLang(lang)
		for _, at := range []story.Place{story.Nowhere, {Story: 0, Scene: -1}, {Story: 0, Scene: 0}, {Story: 1, Scene: 0}} {
			w.stories.editor.Go(at)
			if need := w.win.Content().MinSize(); need.Width > 900 || need.Height > 600 {
				t.Errorf("in %s at %v the window needs %v", lang, at, need)
			}
			if need := w.stories.view.Box.MinSize().Width; need > 0.36*900 {
				t.Errorf("in %s at %v the side needs %v", lang, at, need)
			}
		}
	}
}
