package ui

import (
	"qantar/ui/paint"
	"qantar/ui/record"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// views are what the side shows, one at a time: the events with the panel, the
// figures, the disagreements, the sources.
type views struct {
	w             *Window
	side          *fyne.Container // the tabs, or the stories in their place
	tabs          *container.AppTabs
	events        *container.TabItem
	figures       *record.Figures
	disagreements *record.Disagreements
	sources       *record.Sources
}

// The words for the views, in the order of the tabs.
var viewKeys = []string{"events", "figures", "disagreements", "sources"}

func newViews(w *Window, names *paint.Type) views {
	v := views{w: w}
	opened := func(int) { v.tabs.Select(v.events) }
	v.figures = record.NewFigures(w.Presenter, names, w.word, opened)
	v.disagreements = record.NewDisagreements(w.Presenter, w.word, opened)
	v.sources = record.NewSources(w.Presenter, w.word, opened)
	v.events = container.NewTabItem("", w.sideSplit)
	v.tabs = container.NewAppTabs(v.events,
		container.NewTabItem("", v.figures.Box),
		container.NewTabItem("", v.disagreements.Box),
		container.NewTabItem("", v.sources.Box))
	v.side = container.NewStack(v.tabs, w.stories.view.Box)
	w.stories.view.Box.Hide()
	w.panel.OnDisagreement = func(id string) {
		v.tabs.SelectIndex(2)
		v.disagreements.Choose(id)
	}
	v.relabel()
	return v
}

// relabel writes the tabs in the current language.
func (v *views) relabel() {
	for i, item := range v.tabs.Items {
		item.Text = v.w.word(viewKeys[i])
	}
	v.tabs.Refresh()
}

func (v *views) setStyle(s *paint.Style) {
	v.figures.SetStyle(s)
	v.sources.SetStyle(s)
}

// showSources opens the view of the documents.
func (v *views) showSources() {
	v.w.showStories(false)
	v.tabs.SelectIndex(3)
}
