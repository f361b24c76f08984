package storyview

import (
	"strconv"
	"unicode/utf8"

	"qantar/ui/story"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// field is where a text of a story is written, in the language of the
// interface. While there is none, it shows that of another language.
type field struct {
	widget.Entry
	v        *View
	text     story.Field
	question int
	left     *widget.Label // how much has been written of how much there may be; nil: it is not told
}

var _ fyne.Tabbable = (*field)(nil)

func newField(v *View, text story.Field, question, lines int, left *widget.Label) *field {
	f := &field{v: v, text: text, question: question, left: left}
	f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
	f.ExtendBaseWidget(f)
	f.SetMinRowsVisible(lines)
	f.OnChanged = f.typed
	f.refresh()
	return f
}

// refresh shows the text as the editor has it.
func (f *field) refresh() {
	lang, text := f.v.opts.Presenter.Lang(), f.v.opts.Editor.Text(f.text, f.question)
	if other := text.In(lang); f.PlaceHolder != other {
		f.SetPlaceHolder(other)
	}
	if own := text.Only(lang); f.Text != own {
		f.OnChanged = nil
		f.SetText(own)
		f.OnChanged = f.typed
	}
	f.count()
}

// typed hands the text on, and takes back what the editor has made of it.
func (f *field) typed(text string) {
	if kept := f.v.opts.Editor.SetText(f.text, f.question, f.v.opts.Presenter.Lang(), text); kept != text {
		f.refresh()
	}
}

func (f *field) count() {
	if f.left != nil {
		f.left.SetText(strconv.Itoa(utf8.RuneCountInString(f.Text)) + " / " + strconv.Itoa(f.text.Most()))
	}
}

// AcceptsTab implements fyne.Tabbable: Tab goes to the next field.
func (f *field) AcceptsTab() bool { return false }

// FocusLost implements fyne.Focusable.
func (f *field) FocusLost() {
	f.Entry.FocusLost()
	f.v.opts.Editor.Pause()
}

// TypedKey implements fyne.Focusable. Return ends what has one line only.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	switch enter := e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter; {
	case e.Name == fyne.KeyEscape, enter && !f.text.HasLines():
		f.v.focus(f.v.open.rows)
	default:
		f.Entry.TypedKey(e)
	}
}

// TypedShortcut implements fyne.Shortcutable. The field undoes its own typing;
// what it does not know is the window's.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	switch {
	case ok && custom.KeyName == fyne.KeyZ:
		f.Redo()
	case ok && (custom.KeyName == fyne.KeyUp || custom.KeyName == fyne.KeyDown):
		f.v.pass(s)
	default:
		f.Entry.TypedShortcut(s)
	}
}
