package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"qantar/store"
	"qantar/ui/print"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// exportDialog asks what is made of what is shown, and where it is written to.
type exportDialog struct {
	w       *Window
	formats []exportFormat // those that are possible here
	stories []store.Story

	form  *widget.Form
	what  *widget.Select
	story *widget.Select
	size  *widget.SelectEntry
	paper *widget.Select
	count *widget.Select
	says  *widget.Entry // the caption
	notes *widget.Check
	tells *widget.Label // what the format is good for
	box   *fyne.Container
}

// The choices of size, and of how many questions a quiz has.
var (
	exportSizes = []string{"1280x800", "1920x1080", "3840x2160", "960x600"}
	quizCounts  = []string{"5", "10", "15", "20"}
)

func newExportDialog(w *Window) *exportDialog {
	d := &exportDialog{w: w, stories: w.storiesToTell(), form: widget.NewForm(), tells: widget.NewLabel("")}
	for _, f := range exportFormats {
		if f.possible == nil || f.possible() {
			d.formats = append(d.formats, f)
		}
	}
	d.tells.Wrapping, d.tells.Importance = fyne.TextWrapWord, widget.LowImportance
	d.box = container.NewVBox(d.form, d.tells)
	d.size = widget.NewSelectEntry(exportSizes)
	d.size.SetText(exportSizes[0])
	d.size.Validator = func(text string) error { _, err := print.ParseSize(text); return err }
	d.says = widget.NewEntry()
	d.says.SetPlaceHolder(w.Presenter.Data().Title.In(w.Presenter.Lang()))
	d.notes = widget.NewCheck(w.word("print-with-notes"), nil)
	d.story = selectOf(d.stories, func(s store.Story) string { return s.Title.In(w.Presenter.Lang()) })
	d.paper = selectOf(print.Papers, func(p print.Paper) string { return w.word("print-paper-" + p.Name) })
	d.count = selectOf(quizCounts, func(n string) string { return n })
	d.what = selectOf(d.formats, func(f exportFormat) string { return w.word("print-as-" + f.id) })
	d.what.OnChanged = func(string) { d.arrange() }
	d.arrange()
	return d
}

// selectOf lets one of some things be chosen, at first the first.
func selectOf[T any](all []T, name func(T) string) *widget.Select {
	var names []string
	for _, one := range all {
		names = append(names, name(one))
	}
	s := widget.NewSelect(names, nil)
	s.SetSelectedIndex(0)
	return s
}

// format is the one that is chosen.
func (d *exportDialog) format() *exportFormat { return &d.formats[d.what.SelectedIndex()] }

// arrange shows the choices that the format needs.
func (d *exportDialog) arrange() {
	f := d.format()
	d.form.Items = []*widget.FormItem{widget.NewFormItem(d.w.word("print-format"), d.what)}
	for _, row := range []struct {
		of     choices
		key    string
		object fyne.CanvasObject
	}{
		{ofStory, "print-story", d.story}, {ofCaption, "print-caption", d.says}, {ofSize, "print-size", d.size}, {ofPaper, "print-paper", d.paper},
		{ofCount, "print-count", d.count}, {ofNotes, "", d.notes},
	} {
		if f.asks&row.of != 0 {
			label := ""
			if row.key != "" {
				label = d.w.word(row.key)
			}
			d.form.Items = append(d.form.Items, widget.NewFormItem(label, row.object))
		}
	}
	d.tells.SetText(d.w.word("print-tell-" + f.id))
	d.form.Refresh()
	d.box.Refresh()
}

// askExport lets the user choose what is written, and where.
func (w *Window) askExport() {
	d := newExportDialog(w)
	ask := dialog.NewCustomConfirm(w.exportTitle(), w.word("print-choose-file"), w.word("print-cancel"), d.box, func(yes bool) {
		if yes {
			d.chosen()
		}
	}, w.win)
	ask.Resize(fyne.NewSize(min(560, w.win.Canvas().Size().Width-60), 400))
	ask.Show()
}

// exportTitle is what the dialogs of exports are called.
func (w *Window) exportTitle() string { return strings.TrimSuffix(w.word("print-export"), "…") }

// chosen goes on with the choices, or says what is wrong with them.
func (d *exportDialog) chosen() {
	j, err := d.job()
	if err != nil {
		d.w.failed(withReason(d.w.word("print-failed"), err))
		return
	}
	d.w.askExportFile(d.format(), j)
}

// job is what is to be done.
func (d *exportDialog) job() (*exportJob, error) {
	f := d.format()
	j, err := d.w.newJob()
	if err != nil {
		return nil, err
	}
	j.caption = strings.TrimSpace(d.says.Text)
	j.paper, j.notes = print.Papers[d.paper.SelectedIndex()], d.notes.Checked
	if j.count, err = strconv.Atoi(d.count.Selected); err != nil {
		return nil, err
	}
	if f.asks&ofSize != 0 {
		if j.size, err = print.ParseSize(strings.ReplaceAll(d.size.Text, " ", "")); err != nil {
			return nil, err
		}
	}
	if f.asks&ofStory != 0 && len(d.stories) > 0 {
		j.story = &d.stories[d.story.SelectedIndex()]
	}
	if f.asks&ofStory != 0 && j.story == nil {
		return nil, errors.New(d.w.word("print-no-story"))
	}
	return j, nil
}

// name is what the file is called unless its user says otherwise.
func (j *exportJob) name(f *exportFormat) string {
	title, id := j.p.Data().Title.In(j.p.Lang()), j.p.Data().ID
	if j.story != nil {
		title, id = j.story.Title.In(j.p.Lang()), j.story.ID
	}
	return fileName(title, id) + f.ending
}

// askExportFile lets the user choose the file, and writes it.
func (w *Window) askExportFile(f *exportFormat, j *exportJob) {
	d := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		if err != nil {
			w.failed(err)
		} else if to != nil {
			_ = to.Close() // it is written whole or not at all, by another way
			removeEmpty(to.URI().Path())
			w.export(f, j, to.URI().Path())
		}
	}, w.win)
	d.SetFileName(j.name(f))
	d.Show()
}

// export writes a file beside what goes on in the window, under a bar that tells
// how far it is and can stop it.
func (w *Window) export(f *exportFormat, j *exportJob, file string) {
	ctx, stop := w.exports.begin()
	bar := newExportBar(w, filepath.Base(file), stop)
	j.told = bar.tell
	write := func() error {
		return print.WriteWhole(ctx, file, func(to io.Writer) error { return f.write(ctx, to, j) })
	}
	over := func(err error) {
		stop()
		bar.dialog.Hide()
		w.exported(file, err)
	}
	if w.headless {
		over(write())
		return
	}
	bar.dialog.Show()
	w.exports.running.Add(1)
	go func() {
		err := write()
		w.exports.running.Done()
		fyne.Do(func() { over(err) })
	}()
}

// exported says how an export went.
func (w *Window) exported(file string, err error) {
	switch {
	case errors.Is(err, context.Canceled):
		dialog.ShowInformation(w.exportTitle(), w.word("print-stopped"), w.win)
	case err != nil:
		w.failed(withReason(w.word("print-failed"), err))
	default:
		dialog.ShowInformation(w.exportTitle(), w.word("print-done", "file", file, "size", fileSize(file)), w.win)
	}
}

// fileSize is how large a file is, as a person reads it.
func fileSize(file string) string {
	info, err := os.Stat(file)
	if err != nil {
		return "?"
	}
	if mb := float64(info.Size()) / (1 << 20); mb >= 1 {
		return fmt.Sprintf("%.1f MB", mb)
	}
	return fmt.Sprintf("%d KB", (info.Size()+1023)/1024)
}
