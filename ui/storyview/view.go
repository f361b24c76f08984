// Package storyview is the side of the window where stories are looked at and
// made: the list of all, and the scenes of the one that is open with the
// fields of their texts. What is done to them is the work of package story.
package storyview

import (
	"qantar/store"
	"qantar/store/stories"
	"qantar/ui/paint"
	"qantar/ui/state"
	"qantar/ui/story"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Options are what a View gets from outside.
type Options struct {
	Presenter *state.Presenter // shows the scenes
	Editor    *story.Editor
	Catalog   words.Catalog
	Lacks     stories.Lacks // what the collection lacks of what scenes name
}

// View is the list of stories, or the one that is open.
type View struct {
	Box fyne.CanvasObject

	// OnPresent is asked to present a story from a scene on; -1 is its title.
	OnPresent func(s *store.Story, scene int)
	// OnKey and OnRune are given the keys that the scenes do not use.
	OnKey  func(*fyne.KeyEvent)
	OnRune func(rune)

	opts   Options
	style  *paint.Style
	list   *listPage
	open   *storyPage
	lines  *lineCounter
	status *widget.Label
	state  string // what the status says while no button explains itself
	bad    bool   // the state is a warning
}

// New returns the view of an editor's stories.
func New(opts Options) *View {
	v := &View{opts: opts, style: &paint.Light, lines: newLineCounter()}
	v.status = widget.NewLabel("")
	v.status.Truncation = fyne.TextTruncateEllipsis
	v.list, v.open = newListPage(v), newStoryPage(v)
	status := container.New(layout.NewCustomPaddedLayout(-6, -6, 0, 0), v.status)
	v.Box = container.NewBorder(nil, status, nil, nil, container.NewStack(v.list.box, v.open.box))
	opts.Editor.Listen(v.refresh)
	opts.Presenter.Listen(func(c state.Change) {
		if c.Has(state.SelectionChanged) {
			v.open.form.followSelection()
		}
		if c.Has(state.LanguageChanged) {
			v.list.relabel()
			v.open.relabel()
			v.refresh()
		}
	})
	v.hint("")
	v.refresh()
	return v
}

// SetStyle changes the look.
func (v *View) SetStyle(s *paint.Style) {
	v.style = s
	v.open.rows.restyle()
}

// SetStatus says how it stands with saving; bad is for what the user should
// not miss.
func (v *View) SetStatus(text string, bad bool) {
	v.state, v.bad = text, bad
	v.hint("")
}

// statusLook is how the status is written.
type statusLook struct {
	importance widget.Importance
	truncation fyne.TextTruncation
	wrapping   fyne.TextWrap
}

// hint explains a button while the pointer is on it.
func (v *View) hint(text string) {
	look := statusLook{importance: widget.LowImportance, truncation: fyne.TextTruncateEllipsis}
	if text == "" {
		text = v.state
		if v.bad { // to be read to the end
			look = statusLook{importance: widget.DangerImportance, wrapping: fyne.TextWrapWord}
		}
	}
	if now := (statusLook{v.status.Importance, v.status.Truncation, v.status.Wrapping}); v.status.Text != text || now != look {
		v.status.Importance, v.status.Truncation, v.status.Wrapping = look.importance, look.truncation, look.wrapping
		v.status.SetText(text)
	}
}

func (v *View) word(key string, args ...string) string {
	return v.opts.Catalog.In(v.opts.Presenter.Lang(), key, args...)
}

// refresh shows the page that is open as the editor has it.
func (v *View) refresh() {
	opened := v.opts.Editor.Opened() != nil
	if v.open.box.Visible() != opened {
		v.leave()
	}
	v.list.box.Hidden, v.open.box.Hidden = opened, !opened
	if opened {
		v.open.refresh()
	} else {
		v.list.refresh()
	}
	v.Box.Refresh()
}

// leave takes the focus from what is about to be hidden.
func (v *View) leave() {
	if c := v.canvas(); c != nil && c.Focused() != nil {
		c.Unfocus()
	}
}

func (v *View) canvas() fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(v.Box)
}

func (v *View) focus(f fyne.Focusable) {
	if c := v.canvas(); c != nil {
		c.Focus(f)
	}
}
