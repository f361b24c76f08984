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
	least    int           // lines that are always there
	rows     int           // lines that there are now
	left     *widget.Label // how much has been written of how much there may be; nil: it is not told
}

var _ fyne.Tabbable = (*field)(nil)

func newField(v *View, text story.Field, question, lines int, left *widget.Label) *field {
	f := &field{v: v, text: text, question: question, least: lines, left: left}
	f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
	f.ExtendBaseWidget(f)
	f.grow()
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
	f.grow()
	f.count()
}

// grow makes the field as high as its text.
func (f *field) grow() {
	rows := f.least
	if width := f.Size().Width; width > 0 {
		rows = max(rows, f.v.lines.in(f.Text, width))
	}
	if rows != f.rows {
		f.rows = rows
		f.SetMinRowsVisible(rows)
	}
}

// Resize implements fyne.CanvasObject.
func (f *field) Resize(size fyne.Size) {
	f.Entry.Resize(size)
	f.grow()
}

// reveal has the form scroll to the line that is being written.
func (f *field) reveal() {
	height := f.Size().Height / float32(max(1, f.rows))
	f.v.open.form.reveal(f, height*float32(f.CursorRow), height)
}

// FocusGained implements fyne.Focusable.
func (f *field) FocusGained() {
	f.Entry.FocusGained()
	f.reveal()
}

// typed hands the text on, and takes back what the editor has made of it.
func (f *field) typed(text string) {
	if kept := f.v.opts.Editor.SetText(f.text, f.question, f.v.opts.Presenter.Lang(), text); kept != text {
		f.refresh()
	}
	f.reveal()
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
		f.reveal()
	}
}

// TypedShortcut implements fyne.Shortcutable. The field undoes its own typing;
// what it does not know is the window's.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	switch {
	case ok && custom.KeyName == fyne.KeyZ: // with Shift
		f.Redo()
	case ok && custom.KeyName != fyne.KeyLeft && custom.KeyName != fyne.KeyRight: // which go by words
		f.v.pass(s)
	default:
		f.Entry.TypedShortcut(s)
	}
}
