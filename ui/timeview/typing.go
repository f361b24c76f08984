package timeview

import (
	"time"

	"qantar/store/when"
	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// moment is the time shown, as words that can be clicked: in full where there is
// room, else in short.
type moment struct {
	widget.Label
	full, short string
	tapped      func()
}

func newMoment(tapped func()) *moment {
	m := &moment{tapped: tapped}
	m.ExtendBaseWidget(m)
	m.TextStyle.Bold = true
	m.Truncation = fyne.TextTruncateEllipsis
	return m
}

// write sets the two texts.
func (m *moment) write(full, short string) {
	m.full, m.short = full, short
	m.choose()
}

// Resize implements fyne.Widget.
func (m *moment) Resize(size fyne.Size) {
	m.Label.Resize(size)
	m.choose()
}

// choose shows the longest text that fits.
func (m *moment) choose() {
	text, pad := m.full, 4*theme.InnerPadding()
	if width := m.Size().Width; width > 0 && fyne.MeasureText(text, theme.TextSize(), m.TextStyle).Width+pad > width {
		text = m.short
	}
	if text != m.Text {
		m.SetText(text)
	}
}

// Tapped implements fyne.Tappable.
func (m *moment) Tapped(*fyne.PointEvent) { m.tapped() }

// Cursor implements desktop.Cursorable.
func (m *moment) Cursor() desktop.Cursor { return desktop.PointerCursor }

// typing is a field for a date or a time of day with a line beside it that says
// how to write one, or what is wrong.
type typing struct {
	Box   fyne.CanvasObject
	p     *state.Presenter
	words words.Func
	entry *timeEntry
	says  *widget.Label
}

// typingWidth is the width of the field in pixels.
const typingWidth = 250

// newTyping returns a field that calls closed when it is done.
func newTyping(p *state.Presenter, words words.Func, closed func()) *typing {
	t := &typing{p: p, words: words, says: widget.NewLabel("")}
	t.says.Truncation = fyne.TextTruncateEllipsis
	t.entry = newTimeEntry(closed)
	t.entry.OnSubmitted = t.submit
	t.entry.OnChanged = func(string) { t.say("typed-hint", widget.MediumImportance) }
	field := container.NewGridWrap(fyne.NewSize(typingWidth, t.entry.MinSize().Height), t.entry)
	t.Box = container.NewBorder(nil, nil, field, nil, t.says)
	return t
}

// open shows the field on a canvas, with the moment of the playhead in it.
func (t *typing) open(on fyne.Canvas) {
	t.entry.SetText(scene.MomentText(t.p.Data(), t.p.Playhead(), t.p.Lang()))
	t.say("typed-hint", widget.MediumImportance)
	t.Box.Show()
	t.entry.on = on
	on.Focus(t.entry)
	t.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// submit moves time to what was typed, or says why it does not.
func (t *typing) submit(text string) {
	data := t.p.Data()
	w, err := when.Typed(text, time.Unix(t.p.Playhead(), 0).In(data.Loc))
	if err != nil {
		t.say("typed-bad", widget.DangerImportance)
		return
	}
	if !t.p.GoTo(w) {
		from, to := t.p.Reach()
		t.say("typed-outside", widget.DangerImportance, "from", scene.DayText(data, from, t.p.Lang()), "to", scene.DayText(data, to, t.p.Lang()))
		return
	}
	t.entry.leave()
}

func (t *typing) say(key string, importance widget.Importance, args ...string) {
	t.says.Importance = importance
	t.says.SetText(t.words(key, args...))
}

// timeEntry is a field that Escape, or going elsewhere, leaves as it was.
type timeEntry struct {
	widget.Entry
	on     fyne.Canvas
	closed func()
}

func newTimeEntry(closed func()) *timeEntry {
	e := &timeEntry{closed: closed}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey implements fyne.Focusable.
func (e *timeEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.leave()
		return
	}
	e.Entry.TypedKey(k)
}

// FocusLost implements fyne.Focusable.
func (e *timeEntry) FocusLost() {
	e.Entry.FocusLost()
	e.closed()
}

// leave takes the keys away from the field, which closes it.
func (e *timeEntry) leave() { e.on.Unfocus() }
