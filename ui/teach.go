package ui

import (
	"qantar/ui/state"

	"fyne.io/fyne/v2"
)

// teachMenu is what a teacher does with a class beside telling a story.
func (w *Window) teachMenu() *fyne.Menu {
	known := fyne.NewMenuItem(w.word("known-menu"), w.toggleKnown)
	known.Checked = w.Presenter.Mode() == state.Known
	w.known = known
	return fyne.NewMenu(w.word("quiz-teach"),
		known,
		fyne.NewMenuItem(w.word("quiz-menu"), w.askForQuiz),
		fyne.NewMenuItem(w.word("words-menu"), w.showInWords))
}

// toggleKnown shows only what was known at the moment shown, or again all that
// had happened.
func (w *Window) toggleKnown() {
	if w.Presenter.Mode() == state.Known {
		w.Presenter.SetMode(state.Cumulative)
	} else {
		w.Presenter.SetMode(state.Known)
	}
}
