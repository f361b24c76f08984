package record

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// link is a paragraph of text that does something when it is clicked, with an
// arrow that says so.
type link struct {
	widget.BaseWidget
	text *widget.Label
	f    func()
}

var (
	_ fyne.Tappable      = (*link)(nil)
	_ desktop.Cursorable = (*link)(nil)
)

func newLink(text string, f func()) *link {
	l := &link{text: plainText(text, widget.MediumImportance), f: f}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *link) CreateRenderer() fyne.WidgetRenderer {
	arrow := widget.NewIcon(theme.NavigateNextIcon())
	return widget.NewSimpleRenderer(container.NewBorder(nil, nil, arrow, nil, l.text))
}

// Tapped implements fyne.Tappable.
func (l *link) Tapped(*fyne.PointEvent) { l.f() }

// Cursor implements desktop.Cursorable.
func (l *link) Cursor() desktop.Cursor { return desktop.PointerCursor }
