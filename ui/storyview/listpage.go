package storyview

import (
	"strconv"

	"qantar/ui/story"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// listPage names every story, the user's own first.
type listPage struct {
	v       *View
	box     *fyne.Container
	heading *widget.Label
	add     *widget.Button
	history *history
	rows    *widget.List
}

func newListPage(v *View) *listPage {
	l := &listPage{v: v}
	l.heading = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	l.add = widget.NewButtonWithIcon("", theme.ContentAddIcon(), v.NewStory)
	l.add.Importance = widget.HighImportance
	l.history = newHistory(v)
	l.rows = widget.NewList(v.opts.Editor.Len, newLines, l.fill)
	l.rows.OnSelected = func(row widget.ListItemID) {
		l.rows.UnselectAll()
		v.opts.Editor.Go(story.Place{Story: row, Scene: -1})
	}
	head := container.NewBorder(nil, nil, nil, l.history.box, l.heading)
	l.box = container.NewBorder(container.New(layout.NewCustomPaddedVBoxLayout(0), head, beside(l.add)), nil, nil, nil, l.rows)
	l.relabel()
	return l
}

// beside keeps an object a little off the edges of the side.
func beside(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, 4, 4), o)
}

// relabel writes everything in the current language.
func (l *listPage) relabel() {
	l.heading.SetText(l.v.word("story-stories"))
	l.add.SetText(l.v.word("story-new"))
}

func (l *listPage) refresh() {
	l.history.refresh()
	l.rows.Refresh()
}

// newLines are two lines of text, the second softer.
func newLines() fyne.CanvasObject {
	first, second := widget.NewLabel(""), widget.NewLabel("")
	first.Truncation, second.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	second.Importance = widget.LowImportance
	return container.New(layout.NewCustomPaddedVBoxLayout(-14), first, second)
}

func (l *listPage) fill(row widget.ListItemID, o fyne.CanvasObject) {
	e, lang := l.v.opts.Editor, l.v.opts.Presenter.Lang()
	if row >= e.Len() {
		return
	}
	lines, s := o.(*fyne.Container).Objects, e.Story(row)
	whose := "story-shipped"
	if e.IsOwn(row) {
		whose = "story-own"
	}
	title := s.Title.In(lang)
	if title == "" {
		title = l.v.word("story-untitled")
	}
	lines[0].(*widget.Label).SetText(title)
	lines[1].(*widget.Label).SetText(l.v.word("story-scenes", "n", strconv.Itoa(len(s.Scenes))) + " · " + l.v.word(whose))
}
