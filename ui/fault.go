package ui

import (
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// longestReport is how many bytes of a report are shown.
const longestReport = 8 << 10

// offerReport tells that the program was ended by a fault the last time, and
// offers what is known of it.
func (w *Window) offerReport() {
	if w.report == "" {
		return
	}
	text, err := os.ReadFile(w.report)
	if err != nil {
		fyne.LogError("reading the report of a fault", err)
		return
	}
	said := widget.NewLabel(w.word("fault-told", "file", w.report))
	said.Wrapping = fyne.TextWrapWord
	shown := widget.NewLabelWithStyle(string(text[:min(len(text), longestReport)]), fyne.TextAlignLeading, fyne.TextStyle{Monospace: true})
	scroll := container.NewScroll(shown)
	scroll.SetMinSize(fyne.NewSize(560, 260))
	d := dialog.NewCustomConfirm(w.word("fault"), w.word("fault-copy"), w.word("close"),
		container.NewBorder(said, nil, nil, nil, widget.NewAccordion(widget.NewAccordionItem(w.word("fault-show"), scroll))),
		func(copied bool) {
			if copied {
				w.app.Clipboard().SetContent(string(text))
			}
		}, w.win)
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(640, size.Width-80), min(420, size.Height-80)))
	d.Show()
}
