package ui

import (
	"context"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"qantar/store"
	"qantar/store/export"
	"qantar/ui/inwords"
	"qantar/ui/print"
	"qantar/ui/scene"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// pageLength is about how many letters of a long text are shown at once; more
// take too long to set.
const pageLength = 6000

// showInWords shows what is shown in sentences, to be read, copied and saved.
func (w *Window) showInWords() {
	text, err := w.inWords(false)
	if err != nil {
		w.failed(err)
		return
	}
	pages := paged(text, pageLength)
	body := widget.NewLabel("")
	body.Wrapping, body.Selectable = fyne.TextWrapWord, true
	scroll := container.NewVScroll(body)
	size := w.win.Canvas().Size()
	scroll.SetMinSize(fyne.NewSize(min(760, size.Width-120), min(520, size.Height-230)))
	copying := widget.NewButton(w.word("words-copy"), func() { w.app.Clipboard().SetContent(text) })
	saving := widget.NewButton(w.word("words-save"), w.askSaveWords)
	pager := newPager(len(pages), func(n int) {
		body.SetText(pages[n])
		scroll.ScrollToTop()
	})
	foot := container.NewBorder(nil, nil, container.NewHBox(copying, saving), pager)
	dialog.ShowCustom(strings.TrimSuffix(w.word("words-menu"), "…"), w.word("close"), container.NewBorder(nil, foot, nil, nil, scroll), w.win)
}

// inWords are the events that are shown, in sentences.
func (w *Window) inWords(markdown bool) (string, error) {
	var b strings.Builder
	err := w.writeInWords(&b, markdown)
	return b.String(), err
}

func (w *Window) writeInWords(to io.Writer, markdown bool) error {
	p, frame := w.Presenter, w.Presenter.Data().Collection
	if p.Mode() == state.Known {
		frame = frame.Known(p.Playhead())
	}
	return inwords.Write(to, export.Record{Frame: frame, Events: w.shownEvents()},
		inwords.Options{Lang: p.Lang(), Words: w.word, Shown: w.shownTold(), Markdown: markdown})
}

// mostTold is how many events the window tells in words; a text of more is for
// qantarctl, which writes it beside.
const mostTold = 5000

// shownEvents are the first of the events that are shown, with the reports that
// had been made where only what was known is shown.
func (w *Window) shownEvents() iter.Seq2[*store.Event, error] {
	p := w.Presenter
	return func(yield func(*store.Event, error) bool) {
		n := 0
		for i := range p.Shown().All() {
			if n++; n > mostTold {
				return
			}
			e := *p.Data().Item(i).Event
			all := len(e.Reports)
			if e.Reports = p.ToldReports(&e); len(e.Reports) < all {
				e.Summary = store.Text{} // it may tell what came later
			}
			if !yield(&e, nil) {
				return
			}
		}
	}
}

// shownTold are sentences that say which events are shown.
func (w *Window) shownTold() []string {
	p, data := w.Presenter, w.Presenter.Data()
	from, to := p.Shows()
	key := map[state.Mode]string{
		state.Cumulative: "words-shown-cumulative", state.Window: "words-shown-window", state.SingleDay: "words-shown-window", state.Known: "words-shown-known",
	}[p.Mode()]
	told := []string{
		w.word("words-count", "n", scene.Number(float64(p.Shown().Len()), p.Lang())),
		w.word(key, "from", scene.MomentText(data, from, p.Lang()), "to", scene.MomentText(data, to, p.Lang())),
	}
	if p.Shown().Len() > mostTold {
		told = append(told, w.word("words-first", "n", scene.Number(mostTold, p.Lang())))
	}
	if p.Filtered() {
		told = append(told, w.word("words-filtered"))
	}
	return told
}

// askSaveWords lets the user choose a file, as Markdown where its name says so.
func (w *Window) askSaveWords() {
	d := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		switch {
		case err != nil:
			w.failed(err)
		case to != nil:
			_ = to.Close() // it is written whole or not at all, by another way
			w.saveWords(to.URI().Path())
		}
	}, w.win)
	d.SetFileName(w.Presenter.Data().ID + ".txt")
	d.Show()
}

func (w *Window) saveWords(path string) {
	removeEmpty(path)
	err := print.WriteWhole(context.Background(), path, func(to io.Writer) error {
		return w.writeInWords(to, filepath.Ext(path) == ".md")
	})
	if err != nil {
		w.failed(err)
		return
	}
	dialog.ShowInformation(strings.TrimSuffix(w.word("words-menu"), "…"), w.word("words-saved", "file", path), w.win)
}

// paged cuts a text between paragraphs into pages of about some length.
func paged(text string, length int) []string {
	var pages []string
	for len(text) > length {
		cut := strings.Index(text[length:], "\n\n")
		if cut < 0 {
			break
		}
		pages = append(pages, text[:length+cut])
		text = text[length+cut+2:]
	}
	return append(pages, text)
}
