package storyview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// button is a button with a picture only, which says in the status line what
// it does while the pointer or the focus is on it.
type button struct {
	widget.Button
	v   *View
	key string
}

func newButton(v *View, icon fyne.Resource, key string, f func()) *button {
	b := &button{v: v, key: key}
	b.Icon, b.OnTapped, b.Importance = icon, f, widget.LowImportance
	b.ExtendBaseWidget(b)
	return b
}

// AccessibilityLabel says what the button does to who cannot see it.
func (b *button) AccessibilityLabel() string { return b.v.word(b.key) }

// MouseIn implements desktop.Hoverable.
func (b *button) MouseIn(e *desktop.MouseEvent) {
	b.Button.MouseIn(e)
	b.v.hint(b.v.word(b.key))
}

// MouseOut implements desktop.Hoverable.
func (b *button) MouseOut() {
	b.Button.MouseOut()
	b.v.hint("")
}

// FocusGained implements fyne.Focusable.
func (b *button) FocusGained() {
	b.Button.FocusGained()
	b.v.hint(b.v.word(b.key))
}

// FocusLost implements fyne.Focusable.
func (b *button) FocusLost() {
	b.Button.FocusLost()
	b.v.hint("")
}

// able lets the button be pressed, or not.
func (b *button) able(can bool) {
	if can == b.Disabled() {
		if can {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// history are the buttons that undo and redo.
type history struct {
	v          *View
	undo, redo *button
	box        *fyne.Container
}

func newHistory(v *View) *history {
	h := &history{v: v}
	h.undo = newButton(v, theme.ContentUndoIcon(), "story-undo", v.Undo)
	h.redo = newButton(v, theme.ContentRedoIcon(), "story-redo", v.Redo)
	h.box = container.NewHBox(h.undo, h.redo)
	return h
}

func (h *history) refresh() {
	h.undo.able(h.v.opts.Editor.CanUndo())
	h.redo.able(h.v.opts.Editor.CanRedo())
}
