package ui

import (
	"context"
	"errors"
	"time"

	"qantar/store"
	"qantar/store/stories"
	"qantar/ui/story"
	"qantar/ui/storyview"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Stories are a user's own stories of the collection, and where they are kept.
type Stories struct {
	File  *stories.File // nil: nowhere
	Own   []store.Story
	Found error // what the user should know of the file, a *stories.Note where nothing is lost; nil: nothing

	// ExportInside writes a copy of the collection with more stories; nil: it
	// cannot be done.
	ExportInside func(ctx context.Context, file string, own []store.Story) error
}

// ownStories is the side of the window where stories are made.
type ownStories struct {
	Stories
	w       *Window
	editor  *story.Editor
	view    *storyview.View
	saver   *story.Saver
	version int // of what was last given to the saver
	keys    fyne.ShortcutHandler
	open    bool // the stories are shown in place of the tabs
}

func (o *ownStories) build(w *Window) {
	o.w = w
	data := w.Presenter.Data()
	o.editor = story.New(o.Own, data.Stories)
	o.view = storyview.New(storyview.Options{
		Presenter: w.Presenter, Editor: o.editor, Catalog: w.catalog,
		Lacks: stories.Lacking(data.Collection, func(id string) bool { return data.Index(id) >= 0 }),
	})
	o.view.OnKey, o.view.OnRune = w.typedKey, w.typedRune
	o.view.OnPresent = func(s *store.Story, scene int) { w.present(s, scene+1) }
	o.saver = story.NewSaver(o.saving())
	o.editor.Listen(o.changed)
}

// opened is the story that the user looks at, and which of its scenes, counted
// from 1 with 0 for its title; nil where none with scenes is open.
func (o *ownStories) opened() (s *store.Story, scene int) {
	s = o.editor.Opened()
	if !o.open || s == nil || len(s.Scenes) == 0 {
		return nil, 0
	}
	return s, o.editor.At().Scene + 1
}

// saving is how stories are saved: beside what goes on, or, where there is no
// event loop, at once.
func (o *ownStories) saving() story.SaverOptions {
	options := story.SaverOptions{Save: o.save, Told: o.tellSaved}
	if !o.w.headless {
		options.Beside = func(f func()) { go f() }
		options.Dispatch = fyne.Do
		options.After = func(wait time.Duration, due func()) { time.AfterFunc(wait, func() { fyne.Do(due) }) }
	}
	return options
}

// changed has what was changed saved.
func (o *ownStories) changed() {
	if version := o.editor.Version(); version != o.version && o.File != nil {
		o.version = version
		o.saver.Changed(o.editor.Own())
	}
}

func (o *ownStories) save(all []store.Story) error {
	note, err := o.File.Save(all)
	if note != nil {
		fyne.Do(func() { o.tellNote(note) })
	}
	return err
}

// tellSaved says how it stands with saving.
func (o *ownStories) tellSaved() {
	switch err := o.saver.Err(); {
	case err != nil:
		o.view.SetStatus(o.w.word("story-not-saved", "reason", err.Error()), true)
	case o.saver.Pending():
		o.view.SetStatus(o.w.word("story-saving"), false)
	default:
		o.view.SetStatus(o.w.word("story-saved"), false)
	}
}

// noteWords are what is told of the file.
var noteWords = map[stories.Kind]string{
	stories.Damaged: "story-note-damaged", stories.Restored: "story-note-restored",
	stories.Missing: "story-note-missing", stories.Changed: "story-note-changed",
}

func (o *ownStories) tellNote(n *stories.Note) {
	fyne.LogError("the file of stories", n)
	o.tell(o.w.word(noteWords[n.Kind], "aside", n.Aside))
}

// tellFound tells what befell the file before the window was opened.
func (o *ownStories) tellFound() {
	var note *stories.Note
	switch {
	case errors.As(o.Found, &note):
		o.tellNote(note)
	case o.Found != nil:
		o.view.SetStatus(o.w.word("story-not-kept", "reason", o.Found.Error()), true)
	}
}

// leave remembers everything, and asks before stories are lost.
func (w *Window) leave(then func()) {
	w.save()
	w.exports.stop()
	if w.stories.saver.Flush() == nil {
		then()
		return
	}
	d := dialog.NewConfirm(w.word("story-leave"), w.word("story-leave-text"), func(yes bool) {
		if yes {
			then()
		}
	}, w.win)
	d.SetConfirmText(w.word("story-leave-yes"))
	d.SetDismissText(w.word("story-leave-no"))
	d.SetConfirmImportance(widget.DangerImportance)
	d.Show()
}

// toggleStories shows the stories in place of the other views, or those again.
func (w *Window) toggleStories() { w.showStories(!w.stories.open) }

func (w *Window) showStories(open bool) {
	if open != w.stories.open {
		w.stories.open = open
		w.win.Canvas().Unfocus()
		w.arrangeSide()
	}
}

// arrangeSide shows what of the side is to be seen; with nothing of it the map
// has the whole width.
func (w *Window) arrangeSide() {
	show := func(o fyne.CanvasObject, on bool) {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
	tabs := !w.stories.open && (w.list.Box.Visible() || w.panel.Box.Visible())
	show(w.stories.view.Box, w.stories.open)
	show(w.views.tabs, tabs)
	show(w.views.side, w.stories.open || tabs)
	w.split.Refresh()
}

// addStoryKeys gives the window the keys of stories. A text field that is
// being written in has its own.
func (w *Window) addStoryKeys() {
	view, keys := w.stories.view, &w.stories.keys
	custom := func(key fyne.KeyName, modifier fyne.KeyModifier) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: modifier}
	}
	for _, k := range []struct {
		keys fyne.Shortcut
		does func()
	}{
		{&fyne.ShortcutUndo{}, view.Undo},
		{&fyne.ShortcutRedo{}, view.Redo},
		{custom(fyne.KeyZ, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift), view.Redo},
		{custom(fyne.KeyUp, fyne.KeyModifierAlt), func() { view.MoveScene(-1) }},
		{custom(fyne.KeyDown, fyne.KeyModifierAlt), func() { view.MoveScene(1) }},
	} {
		keys.AddShortcut(k.keys, func(fyne.Shortcut) {
			if w.stories.open {
				k.does()
			}
		})
		w.win.Canvas().AddShortcut(k.keys, keys.TypedShortcut)
	}
}

// stepScene goes to the next scene of the story that is open, or to the one
// before.
func (w *Window) stepScene(next bool) {
	switch {
	case w.stories.open && next:
		w.stories.view.Step(1)
	case w.stories.open:
		w.stories.view.Step(-1)
	}
}

// menu is everything that can be done with stories.
func (o *ownStories) menu() *fyne.Menu {
	view := o.view
	item := func(key string, f func()) *fyne.MenuItem {
		return fyne.NewMenuItem(o.w.word(key), func() { o.w.showStories(true); f() })
	}
	add := item("story-add-shown", view.AddScene)
	add.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyA, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	inside := item("story-export-inside", o.askExportInside)
	inside.Disabled = o.ExportInside == nil
	return fyne.NewMenu(o.w.word("story-menu"),
		item("story-all", func() { o.editor.Go(story.Nowhere) }), item("story-new", view.NewStory),
		item("story-copy-item", view.CopyStory), item("story-delete", view.DeleteStory),
		fyne.NewMenuItemSeparator(),
		add, item("story-update-scene", view.UpdateScene), item("story-duplicate-scene", view.DuplicateScene),
		item("story-delete-scene", view.DeleteScene),
		item("story-move-up", func() { view.MoveScene(-1) }), item("story-move-down", func() { view.MoveScene(1) }),
		fyne.NewMenuItemSeparator(),
		item("story-undo", view.Undo), item("story-redo", view.Redo),
		fyne.NewMenuItemSeparator(),
		item("story-import", o.askImport), item("story-export", o.askExport), inside)
}
