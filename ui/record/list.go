package record

import (
	"strconv"

	"qantar/ui/paint"
	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// List names every event that is shown, in order of time.
type List struct {
	Box fyne.CanvasObject

	p       *state.Presenter
	words   words.Func
	icons   icons
	heading *widget.Label
	all     *widget.Button
	known   *widget.Label // what was told later
	empty   *widget.Label
	rows    *widget.List
	syncing bool
}

// NewList returns the list of what p shows.
func NewList(p *state.Presenter, words words.Func) *List {
	l := &List{p: p, words: words}
	l.icons.setStyle(&paint.Light)
	l.heading = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	l.all = widget.NewButtonWithIcon("", theme.ContentClearIcon(), p.ClearFilter)
	l.all.Importance = widget.LowImportance
	l.known = plainText("", widget.LowImportance)
	l.known.SizeName = theme.SizeNameCaptionText
	l.empty = widget.NewLabel("")
	l.empty.Wrapping = fyne.TextWrapWord
	l.rows = widget.NewList(l.count, newRow, l.fill)
	l.rows.OnSelected = l.picked
	head := container.NewBorder(nil, nil, nil, l.all, l.heading)
	l.Box = container.NewBorder(container.New(layout.NewCustomPaddedVBoxLayout(-10), head, l.known), nil, nil, nil, container.NewStack(l.rows, l.empty))
	p.Listen(l.changed)
	l.known.Hide()
	l.tellKnown()
	l.refresh()
	l.follow()
	return l
}

// SetStyle changes the look of the marks beside the titles.
func (l *List) SetStyle(style *paint.Style) {
	l.icons.setStyle(style)
	l.rows.Refresh()
}

func (l *List) changed(c state.Change) {
	if c.Has(state.TimeChanged | state.FilterChanged | state.LanguageChanged) {
		l.tellKnown()
	}
	if c.Has(state.ShownChanged | state.FilterChanged | state.LanguageChanged) {
		l.refresh()
	}
	if c.Has(state.SelectionChanged | state.ShownChanged) {
		l.follow()
	}
}

func (l *List) count() int { return l.p.Shown().Len() }

func (l *List) refresh() {
	shown, total := l.p.Shown().Len(), l.p.InFilter().Len()
	heading := strconv.Itoa(shown) + " / " + strconv.Itoa(total)
	if !l.p.Filtered() { // else there is no room for words: the button has the most telling ones
		heading = l.words("list-heading") + "  " + heading
	}
	l.heading.SetText(heading)
	l.all.SetText(l.words("all-shown"))
	l.all.Hidden = !l.p.Filtered()
	l.empty.SetText(l.words("nothing-shown"))
	l.empty.Hidden = shown > 0 || l.p.Mode() == state.Known
	l.rows.Refresh()
}

// tellKnown says what was told later, where that is hidden. The note takes room
// of the rows, which it gives back where there is nothing to say.
func (l *List) tellKnown() {
	if text := knownNote(l.p, l.words); text != l.known.Text {
		l.known.SetText(text)
		l.known.Hidden = text == ""
		l.Box.Refresh()
	}
}

// follow selects the row of the selected event, or none, and brings it into
// sight; with none, where everything up to now is shown, it keeps to the newest.
func (l *List) follow() {
	l.syncing = true
	defer func() { l.syncing = false }()
	row, found := l.row(l.p.Selected())
	switch {
	case found:
		l.rows.Select(row)
	default:
		l.rows.UnselectAll()
		if l.p.Selected() < 0 && l.p.Mode().UpToNow() {
			l.rows.ScrollToBottom()
		}
	}
}

// row finds in which row an event stands.
func (l *List) row(item int) (int, bool) {
	return l.p.Shown().Row(item)
}

func (l *List) picked(row widget.ListItemID) {
	if shown := l.p.Shown(); !l.syncing && row < shown.Len() {
		l.p.Pick(shown.At(row))
	}
}

// row is the widgets of one line of the list.
func newRow() fyne.CanvasObject {
	icon := &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}
	icon.SetMinSize(fyne.NewSquareSize(22))
	title := widget.NewLabel("")
	title.Truncation = fyne.TextTruncateEllipsis
	detail := widget.NewLabel("")
	detail.Truncation = fyne.TextTruncateEllipsis
	detail.Importance = widget.LowImportance
	lines := container.New(layout.NewCustomPaddedVBoxLayout(-14), title, detail)
	return container.NewBorder(nil, nil, container.NewCenter(icon), nil, lines)
}

func (l *List) fill(row widget.ListItemID, o fyne.CanvasObject) {
	shown := l.p.Shown()
	if row >= shown.Len() {
		return
	}
	data, lang := l.p.Data(), l.p.Lang()
	it := data.Item(shown.At(row))
	border := o.(*fyne.Container)
	lines := border.Objects[0].(*fyne.Container)
	icon := border.Objects[1].(*fyne.Container).Objects[0].(*canvas.Image)
	if img := l.icons.of(data.CategoryOf(it)); icon.Image != img {
		icon.Image = img
		icon.Refresh()
	}
	lines.Objects[0].(*widget.Label).SetText(it.Event.Title.In(lang))
	lines.Objects[1].(*widget.Label).SetText(scene.DateText(it, lang) + " · " + it.Place.Name.In(lang))
}
