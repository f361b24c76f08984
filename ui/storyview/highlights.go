package storyview

import (
	"slices"

	"qantar/store"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// addHighlights names the events that the scene speaks of, and the way to
// another one.
func (f *form) addHighlights() {
	v := f.v
	f.body.Add(heading(v.word("story-highlights")))
	for i, id := range v.opts.Editor.Scene().Highlights {
		title := widget.NewLabel(v.eventTitle(id))
		title.Truncation = fyne.TextTruncateEllipsis
		away := newButton(v, theme.DeleteIcon(), "story-delete-highlight", func() { v.opts.Editor.DeleteHighlight(i) })
		f.body.Add(container.NewBorder(nil, nil, nil, away, title))
	}
	f.speak = widget.NewButtonWithIcon(v.word("story-add-highlight"), theme.ContentAddIcon(), v.AddHighlight)
	f.speak.Importance = widget.LowImportance
	f.body.Add(container.NewHBox(f.speak))
	f.followSelection()
}

// followSelection offers to speak of the selected event where the scene does
// not yet.
func (f *form) followSelection() {
	if f.speak == nil {
		return
	}
	p, s := f.v.opts.Presenter, f.v.opts.Editor.Scene()
	can := s != nil && p.Selected() >= 0 && len(s.Highlights) < store.MaxHighlights &&
		!slices.Contains(s.Highlights, p.Data().Item(p.Selected()).Event.ID)
	switch {
	case can && f.speak.Disabled():
		f.speak.Enable()
	case !can && !f.speak.Disabled():
		f.speak.Disable()
	}
}

// eventTitle names an event, by its id where the collection lacks it.
func (v *View) eventTitle(id string) string {
	p := v.opts.Presenter
	if i := p.Data().Index(id); i >= 0 {
		return p.Data().Item(i).Event.Title.In(p.Lang())
	}
	return id
}

// highlight marks the events on the map that the scene that is open speaks of.
func (v *View) highlight() {
	var positions []int
	for _, id := range v.opts.Editor.Scene().Highlights {
		if i := v.opts.Presenter.Data().Index(id); i >= 0 {
			positions = append(positions, i)
		}
	}
	v.opts.Presenter.Highlight(positions)
}
