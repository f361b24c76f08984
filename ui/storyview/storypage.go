package storyview

import (
	"cmp"

	"qantar/ui/story"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// storyPage is the story that is open: its scenes above, what is said to the
// chosen one below. One of the collection can be presented and copied.
type storyPage struct {
	v       *View
	box     *fyne.Container
	title   *widget.Label
	back    *button
	present *button
	add     *widget.Button // a scene
	copy    *widget.Button // the story
	history *history
	scenes  *container.Scroll
	rows    *rows
	form    *form
}

func newStoryPage(v *View) *storyPage {
	p := &storyPage{v: v, history: newHistory(v), rows: newRows(v), form: newForm(v)}
	p.title = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	p.title.Truncation = fyne.TextTruncateEllipsis
	p.back = newButton(v, theme.NavigateBackIcon(), "story-all", func() { v.opts.Editor.Go(story.Nowhere) })
	p.present = newButton(v, theme.MediaPlayIcon(), "story-present", v.Present)
	p.present.Importance = widget.HighImportance
	p.add = widget.NewButtonWithIcon("", theme.ContentAddIcon(), v.AddScene)
	p.add.Importance = widget.HighImportance
	p.copy = widget.NewButtonWithIcon("", theme.ContentCopyIcon(), v.CopyStory)
	p.scenes = container.NewVScroll(p.rows)
	p.rows.scroll = p.scenes
	head := container.NewBorder(nil, nil, p.back, p.present, p.title)
	tools := beside(container.NewBorder(nil, nil, nil, p.history.box, container.NewStack(p.add, p.copy)))
	split := container.NewVSplit(p.scenes, p.form.box)
	split.Offset = 0.45
	p.box = container.NewBorder(container.New(layout.NewCustomPaddedVBoxLayout(0), head, tools), nil, nil, nil, split)
	p.box.Hide()
	p.relabel()
	return p
}

// relabel writes everything in the current language.
func (p *storyPage) relabel() {
	p.add.SetText(p.v.word("story-add-scene"))
	p.copy.SetText(p.v.word("story-copy"))
}

func (p *storyPage) refresh() {
	e := p.v.opts.Editor
	p.title.SetText(cmp.Or(e.Opened().Title.In(p.v.opts.Presenter.Lang()), p.v.word("story-untitled")))
	p.add.Hidden, p.copy.Hidden = !e.CanEdit(), e.CanEdit()
	p.present.Hidden = p.v.OnPresent == nil
	p.history.refresh()
	p.rows.refresh()
	p.form.refresh()
}
