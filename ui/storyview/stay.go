package storyview

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// stayField is where the seconds are written after which a scene goes on by
// itself.
type stayField struct {
	widget.Entry
	v *View
}

func newStayField(v *View) *stayField {
	f := &stayField{v: v}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder("–")
	f.OnChanged = f.typed
	f.refresh()
	return f
}

// refresh shows the seconds as the editor has them.
func (f *stayField) refresh() {
	text := ""
	if s := f.v.opts.Editor.Scene(); s != nil && s.Stay > 0 {
		text = strconv.Itoa(s.Stay)
	}
	if f.Text != text {
		f.OnChanged = nil
		f.SetText(text)
		f.OnChanged = f.typed
	}
}

// typed hands on a number; what is none does not stay.
func (f *stayField) typed(text string) {
	seconds, err := strconv.Atoi(text)
	if err == nil || text == "" {
		f.v.opts.Editor.SetStay(seconds)
	}
	f.refresh()
}

// FocusGained implements fyne.Focusable.
func (f *stayField) FocusGained() {
	f.Entry.FocusGained()
	f.v.open.form.reveal(f, 0, f.Size().Height)
}

// FocusLost implements fyne.Focusable.
func (f *stayField) FocusLost() {
	f.Entry.FocusLost()
	f.v.opts.Editor.Pause()
}

// TypedKey implements fyne.Focusable.
func (f *stayField) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
		f.v.focus(f.v.open.rows)
	default:
		f.Entry.TypedKey(e)
	}
}
