package storyview

import (
	"math"

	"qantar/ui/story"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// rows are the scenes of the story that is open, one below the other, under a
// row for the story as a whole. A click shows a scene, dragging moves it; with
// the focus, so do the arrows, alone and with Alt.
type rows struct {
	widget.BaseWidget
	v       *View
	scroll  *container.Scroll
	items   []*row // the first is that of the story as a whole
	box     *fyne.Container
	mark    *canvas.Rectangle // where the scene that is dragged would go
	ring    *canvas.Rectangle // around all, with the focus
	dragged int               // the scene that is dragged, -1 for none
	target  int               // the gap that it would go into
	at      story.Place       // what is in sight
}

var (
	_ fyne.Focusable    = (*rows)(nil)
	_ fyne.Shortcutable = (*rows)(nil)
)

// How thick the lines are that show a gap and the focus, and how near to the
// edge a drag scrolls, in pixels.
const (
	markHeight = 3
	ringWidth  = 2
	edge       = 24
)

func newRows(v *View) *rows {
	r := &rows{v: v, dragged: -1, at: story.Nowhere}
	r.box = container.New(layout.NewCustomPaddedVBoxLayout(0))
	r.mark, r.ring = canvas.NewRectangle(v.style.Accent), canvas.NewRectangle(nil)
	r.mark.Hide()
	r.ring.StrokeWidth, r.ring.StrokeColor = ringWidth, v.style.Accent
	r.ring.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *rows) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(r.box, container.NewWithoutLayout(r.mark), r.ring))
}

func (r *rows) restyle() {
	r.mark.FillColor, r.ring.StrokeColor = r.v.style.Accent, r.v.style.Accent
	for _, row := range r.items {
		row.restyle()
	}
	r.Refresh()
}

// refresh shows the scenes as the editor has them, with as little change as
// can be.
func (r *rows) refresh() {
	e := r.v.opts.Editor
	count := 1 + len(e.Opened().Scenes)
	if count != len(r.items) {
		for i := len(r.items); i < count; i++ {
			r.items = append(r.items, newRow(r, i-1))
		}
		r.items = r.items[:count]
		r.box.Objects = r.box.Objects[:0]
		for _, row := range r.items {
			r.box.Add(row)
		}
		r.Refresh()
		r.scroll.Refresh() // its content is higher now, or lower
	}
	for _, row := range r.items {
		row.fill()
	}
	if at := e.At(); at != r.at {
		r.at = at
		r.reveal(at.Scene)
	}
}

// reveal scrolls a scene into sight.
func (r *rows) reveal(scene int) {
	height := r.items[0].MinSize().Height
	top := float32(scene+1) * height
	offset := r.scroll.Offset.Y
	offset = max(min(offset, top), top+height-r.scroll.Size().Height)
	if scene < 0 {
		offset = 0
	}
	r.scroll.ScrollToOffset(fyne.NewPos(0, offset))
}

// drag shows where a scene would go that is held at a height.
func (r *rows) drag(scene int, y float32) {
	if scene < 0 || !r.v.opts.Editor.CanEdit() {
		return
	}
	height := r.items[0].Size().Height
	gap := int(math.Round(float64(y/height))) - 1
	r.dragged, r.target = scene, max(0, min(gap, len(r.items)-1))
	r.mark.Move(fyne.NewPos(0, float32(r.target+1)*height-markHeight/2))
	r.mark.Resize(fyne.NewSize(r.Size().Width, markHeight))
	r.mark.Show()
	r.scrollAt(y)
}

// scrollAt scrolls on where the pointer is near an edge.
func (r *rows) scrollAt(y float32) {
	switch in := y - r.scroll.Offset.Y; {
	case in < edge:
		r.scroll.ScrollToOffset(fyne.NewPos(0, r.scroll.Offset.Y-edge/2))
	case in > r.scroll.Size().Height-edge:
		r.scroll.ScrollToOffset(fyne.NewPos(0, r.scroll.Offset.Y+edge/2))
	}
}

// drop moves the scene that was dragged.
func (r *rows) drop() {
	from, to := r.dragged, r.target
	r.dragged = -1
	r.mark.Hide()
	if from < 0 {
		return
	}
	if to > from {
		to-- // the gap is counted with the scene itself
	}
	r.v.opts.Editor.MoveScene(from, to)
}

// FocusGained implements fyne.Focusable.
func (r *rows) FocusGained() { r.ring.Show() }

// FocusLost implements fyne.Focusable.
func (r *rows) FocusLost() { r.ring.Hide() }

// TypedRune implements fyne.Focusable.
func (r *rows) TypedRune(char rune) {
	if r.v.OnRune != nil {
		r.v.OnRune(char)
	}
}

// TypedKey implements fyne.Focusable.
func (r *rows) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		r.v.Step(-1)
	case fyne.KeyDown:
		r.v.Step(1)
	case fyne.KeyDelete:
		r.v.DeleteScene()
	case fyne.KeyReturn, fyne.KeyEnter:
		r.v.open.form.focus()
	default:
		if r.v.OnKey != nil {
			r.v.OnKey(e)
		}
	}
}

// TypedShortcut implements fyne.Shortcutable: the window has them all.
func (r *rows) TypedShortcut(s fyne.Shortcut) { r.v.pass(s) }

// pass gives a shortcut to the window.
func (v *View) pass(s fyne.Shortcut) {
	if c, ok := v.canvas().(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}
