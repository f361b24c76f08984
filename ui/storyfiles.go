package ui

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"qantar/store"
	"qantar/store/stories"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"
)

// storyEndings are how the names of files of stories end; the first is given
// to new ones.
var storyEndings = []string{".yaml", ".yml"}

// holdsStories tells by its name whether a file holds stories.
func holdsStories(file string) bool {
	return slices.Contains(storyEndings, strings.ToLower(filepath.Ext(file)))
}

// askImport lets the user choose a file to take stories from.
func (o *ownStories) askImport() {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			o.w.failed(err)
		} else if file != nil {
			_ = file.Close() // only its name is wanted
			o.importFrom(file.URI().Path())
		}
	}, o.w.win)
	d.SetFilter(storage.NewExtensionFileFilter(append(slices.Clone(storyEndings), stories.CollectionEnding)))
	d.Show()
}

// importFrom takes the stories out of a file, and says how many.
func (o *ownStories) importFrom(file string) {
	data := o.w.Presenter.Data()
	more, err := stories.Import(context.Background(), file, data.ID, data.Loc)
	if err != nil {
		o.w.failed(withReason(o.w.word("story-failed"), err))
		return
	}
	text := o.w.word("story-imported-none")
	if n := o.editor.Import(more); n > 0 {
		text = o.w.word("story-imported", "n", strconv.Itoa(n))
	}
	o.tell(text)
}

// tell says something in a dialog, however long its file names are.
func (o *ownStories) tell(text string) {
	label := widget.NewLabel(text)
	label.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustom(o.w.word("story-stories"), o.w.word("close"), label, o.w.win)
	d.Resize(fyne.NewSize(min(tellWidth, o.w.win.Canvas().Size().Width-80), 0))
	d.Show()
}

// tellWidth is how wide a dialog with a text is, in pixels.
const tellWidth = 520

// askExport lets the user choose where the story that is open is written to.
func (o *ownStories) askExport() {
	s := o.editor.Opened()
	if s == nil {
		o.tell(o.w.word("story-none-open"))
		return
	}
	o.askWhere(fileName(s.Title.In(o.w.Presenter.Lang()), s.ID)+storyEndings[0], func(file string) error {
		return stories.Export(file, []store.Story{*s}, o.w.Presenter.Data().Loc)
	})
}

// askExportInside lets the user choose where the collection is written to with
// all of the user's stories.
func (o *ownStories) askExportInside() {
	own := o.editor.Own()
	o.askWhere(o.w.Presenter.Data().ID+stories.CollectionEnding, func(file string) error {
		return o.ExportInside(context.Background(), file, own)
	})
}

// askWhere lets the user choose a file and has it written beside what goes on.
func (o *ownStories) askWhere(name string, write func(file string) error) {
	d := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		if err != nil {
			o.w.failed(err)
		} else if to != nil {
			_ = to.Close() // it is written whole or not at all, by another way
			o.write(to.URI().Path(), write)
		}
	}, o.w.win)
	d.SetFileName(name)
	d.Show()
}

// write writes a file and says how that went.
func (o *ownStories) write(file string, write func(file string) error) {
	removeEmpty(file)
	o.view.SetStatus(o.w.word("story-exporting", "file", filepath.Base(file)), false)
	over := func(err error) {
		o.tellSaved()
		if err != nil {
			o.w.failed(withReason(o.w.word("story-failed"), err))
			return
		}
		o.tell(o.w.word("story-exported", "file", file))
	}
	if o.w.headless {
		over(write(file))
		return
	}
	go func() {
		err := write(file)
		fyne.Do(func() { over(err) })
	}()
}

// removeEmpty takes away the empty file that the dialog has made.
func removeEmpty(file string) {
	if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() && info.Size() == 0 {
		_ = os.Remove(file)
	}
}

// longestName is how many characters of a title a file is named with.
const longestName = 60

// fileName is a title as a file may be called on every system, or else id.
func fileName(title, id string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' {
			return r
		}
		return ' '
	}, title)
	name = strings.Join(strings.Fields(name), " ")
	if runes := []rune(name); len(runes) > longestName {
		name = strings.TrimSpace(string(runes[:longestName]))
	}
	if name == "" {
		return id
	}
	return name
}
