package mapview

import (
	"qantar/ui/paint"
	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Compare lays a second map over the right part of the first: the same view at
// another time, or as another source tells it, parted by a divider that can be
// dragged. Lay it over the map's own widget, in the same size.
type Compare struct {
	Box *fyne.Container // hidden while nothing is compared

	p        *state.Presenter
	words    words.Func
	style    *paint.Style
	newView  func(p *state.Presenter) *View
	changed  func() // told when a comparison begins or ends
	twin     *state.Twin
	right    *View
	clip     *container.Clip
	divider  *divider
	captions [2]*widget.Button
	grounds  [2]*canvas.Rectangle // behind the captions
	part     float32              // of the width that is left of the divider
}

// How far to the sides the divider goes, and where captions stand, in pixels.
const (
	leastPart    = 0.08
	dividerHit   = 16
	captionAbove = 48
	captionLeast = 56 // beside the legend
)

// NewCompare returns a comparison with what p shows, not begun. newView makes a
// map of what another presenter shows; changed is told of beginning and end.
func NewCompare(p *state.Presenter, words words.Func, newView func(*state.Presenter) *View, changed func()) *Compare {
	c := &Compare{p: p, words: words, style: &paint.Light, newView: newView, changed: changed, part: 0.5}
	c.clip = container.NewClip(container.NewWithoutLayout())
	c.divider = newDivider(c)
	for side := range c.captions {
		c.captions[side] = widget.NewButtonWithIcon("", theme.MenuDropDownIcon(), func() { c.choose(side) })
		c.captions[side].IconPlacement = widget.ButtonIconTrailingText
		c.captions[side].Importance = widget.LowImportance
		c.grounds[side] = canvas.NewRectangle(nil)
		c.grounds[side].CornerRadius, c.grounds[side].StrokeWidth = 5, 1
	}
	c.Box = container.New(compareLayout{c}, c.clip, c.divider, c.grounds[0], c.captions[0], c.grounds[1], c.captions[1])
	c.Box.Hide()
	c.SetStyle(c.style)
	p.Listen(func(change state.Change) {
		if c.On() && change.Has(told) {
			c.refresh()
		}
	})
	return c
}

// told are the changes after which a caption says something else.
const told = state.TimeChanged | state.FilterChanged | state.LanguageChanged

// On tells whether two maps are compared.
func (c *Compare) On() bool { return c.Box.Visible() }

// Right is the map on the right, nil where nothing is compared.
func (c *Compare) Right() *View {
	if !c.On() {
		return nil
	}
	return c.right
}

// Toggle begins a comparison of what is shown now, which stays on the right,
// with what will be shown, or ends it.
func (c *Compare) Toggle() {
	if c.On() {
		c.end()
	} else {
		c.begin()
	}
	c.changed()
}

func (c *Compare) begin() {
	if c.twin == nil {
		c.make()
	} else {
		c.twin.Begin()
	}
	c.right.SetStyle(c.style)
	c.Box.Show()
	c.refresh()
	c.clip.Content.Resize(c.clip.Size())
	c.clip.Refresh()
}

// make makes the second map, which is kept for the next comparison.
func (c *Compare) make() {
	c.twin = state.NewTwin(c.p)
	c.right = c.newView(c.twin.Presenter)
	c.clip.Content = container.New(shiftedLeft{c}, c.right)
	c.twin.Listen(func(change state.Change) {
		if c.On() && change.Has(told) {
			c.refresh()
		}
	})
}

func (c *Compare) end() {
	c.twin.End()
	c.Box.Hide()
}

// SetStyle changes the look.
func (c *Compare) SetStyle(s *paint.Style) {
	c.style = s
	c.divider.restyle()
	for _, g := range c.grounds {
		g.FillColor, g.StrokeColor = fade(s.Paper, 0.92), fade(s.Rule, 0.6)
		g.Refresh()
	}
	if c.On() {
		c.right.SetStyle(s)
	}
}

// refresh writes what each side shows and puts everything in its place.
func (c *Compare) refresh() {
	for side, p := range c.sides() {
		c.captions[side].SetText(caption(p, c.words))
	}
	c.Box.Refresh()
	c.Box.Layout.Layout(c.Box.Objects, c.Box.Size())
}

// sides are the presenters of the left and the right map.
func (c *Compare) sides() [2]*state.Presenter { return [2]*state.Presenter{c.p, c.twin.Presenter} }

// caption tells a side's time and sources.
func caption(p *state.Presenter, words words.Func) string {
	from, to := p.Shows()
	time := scene.MomentText(p.Data(), to, p.Lang())
	if p.Mode() == state.Window {
		time = scene.MomentText(p.Data(), from, p.Lang()) + " – " + time
	}
	if p.Mode() == state.Known {
		time += " · " + words("mode-known")
	}
	switch i := p.OnlySource(); {
	case p.ShowsEverySource():
		return time + " · " + words("every-source")
	case i >= 0:
		return time + " · " + p.Data().Sources[i].Short.In(p.Lang())
	}
	return time + " · " + words("some-sources")
}

// choose offers what a side may show.
func (c *Compare) choose(side int) {
	p, other := c.sides()[side], c.sides()[1-side]
	every := fyne.NewMenuItem(c.words("every-source"), p.ShowEverySource)
	every.Checked = p.ShowsEverySource()
	items := []*fyne.MenuItem{every}
	for i := range p.Data().Sources {
		item := fyne.NewMenuItem(p.Data().Sources[i].Short.In(p.Lang()), func() {
			if p.OnlySource() != i {
				p.ShowOnlySource(i)
			}
		})
		item.Checked = p.OnlySource() == i
		items = append(items, item)
	}
	items = append(items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(c.words("same-time"), func() { p.TakeTime(other) }),
		fyne.NewMenuItem(c.words("swap-sides"), c.twin.Swap),
		fyne.NewMenuItem(c.words("end-comparison"), c.Toggle))
	button := c.captions[side]
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(button)
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), driver.CanvasForObject(button))
	menu.ShowAtPosition(fyne.NewPos(at.X, at.Y-menu.MinSize().Height))
}

// compareLayout gives the right map its part and stands divider and captions
// beside each other.
type compareLayout struct{ c *Compare }

func (compareLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

func (l compareLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c, x := l.c, l.c.part*size.Width
	c.clip.Move(fyne.NewPos(x, 0))
	c.clip.Resize(fyne.NewSize(size.Width-x, size.Height))
	c.divider.Move(fyne.NewPos(x-dividerHit/2, 0))
	c.divider.Resize(fyne.NewSize(dividerHit, size.Height))
	c.placeCaptions(x, size)
}

// placeCaptions stands a caption on each side of the divider at x; where there
// is no room on its side, the left one goes above the right one.
func (c *Compare) placeCaptions(x float32, size fyne.Size) {
	left, right := c.captions[0].MinSize(), c.captions[1].MinSize()
	y := size.Height - captionAbove - right.Height
	fits := x-dividerHit-left.Width > captionLeast && x+dividerHit+right.Width < size.Width-4
	for side, m := range [2]fyne.Size{left, right} {
		at := fyne.NewPos(x+dividerHit, y)
		if side == 0 {
			at.X = x - dividerHit - m.Width
			if !fits {
				at.Y -= m.Height + 6
			}
		}
		at.X = max(captionLeast, min(at.X, size.Width-m.Width-4))
		c.captions[side].Resize(m)
		c.captions[side].Move(at)
		c.grounds[side].Resize(m)
		c.grounds[side].Move(at)
	}
}

// shiftedLeft lets the right map lie under the divider as if it began where the
// left one does, so that the two are one map.
type shiftedLeft struct{ c *Compare }

func (shiftedLeft) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

func (l shiftedLeft) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	size := l.c.Box.Size()
	objects[0].Resize(size)
	objects[0].Move(fyne.NewPos(-l.c.part*size.Width, 0))
}

// divider parts the two maps. It is dragged, or moved with the arrow keys.
type divider struct {
	widget.BaseWidget
	c     *Compare
	line  *canvas.Rectangle
	grip  *canvas.Rectangle
	marks [2]*canvas.Line
}

var (
	_ fyne.Draggable     = (*divider)(nil)
	_ fyne.Focusable     = (*divider)(nil)
	_ desktop.Cursorable = (*divider)(nil)
)

func newDivider(c *Compare) *divider {
	d := &divider{c: c, line: canvas.NewRectangle(nil), grip: canvas.NewRectangle(nil)}
	for i := range d.marks {
		d.marks[i] = canvas.NewLine(nil)
		d.marks[i].StrokeWidth = 2
	}
	d.grip.CornerRadius, d.grip.StrokeWidth = 7, 2
	d.ExtendBaseWidget(d)
	d.restyle()
	return d
}

func (d *divider) restyle() {
	s := d.c.style
	d.line.FillColor = s.Accent
	d.grip.FillColor, d.grip.StrokeColor = s.Paper, s.Accent
	for _, m := range d.marks {
		m.StrokeColor = s.Accent
	}
	d.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (d *divider) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(dividerLayout{d}, d.line, d.grip, d.marks[0], d.marks[1]))
}

type dividerLayout struct{ d *divider }

func (dividerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(dividerHit, 0) }

func (l dividerLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	d, middle := l.d, size.Height/2
	d.line.Resize(fyne.NewSize(3, size.Height))
	d.line.Move(fyne.NewPos(size.Width/2-1.5, 0))
	d.grip.Resize(fyne.NewSize(dividerHit, 44))
	d.grip.Move(fyne.NewPos(0, middle-22))
	for i, m := range d.marks {
		x := size.Width/2 - 2.5 + 5*float32(i)
		m.Position1, m.Position2 = fyne.NewPos(x, middle-9), fyne.NewPos(x, middle+9)
	}
}

// Dragged implements fyne.Draggable.
func (d *divider) Dragged(e *fyne.DragEvent) { d.move(e.Dragged.DX) }

// DragEnd implements fyne.Draggable.
func (d *divider) DragEnd() {}

func (d *divider) move(dx float32) {
	if width := d.c.Box.Size().Width; width > 0 {
		d.c.part = max(leastPart, min(1-leastPart, d.c.part+dx/width))
		d.c.Box.Layout.Layout(d.c.Box.Objects, d.c.Box.Size())
		d.c.clip.Content.(*fyne.Container).Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (d *divider) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// FocusGained implements fyne.Focusable.
func (d *divider) FocusGained() { d.grip.FillColor = d.c.style.Accent; d.grip.Refresh() }

// FocusLost implements fyne.Focusable.
func (d *divider) FocusLost() { d.restyle() }

// TypedRune implements fyne.Focusable.
func (d *divider) TypedRune(r rune) { d.c.right.TypedRune(r) }

// TypedKey implements fyne.Focusable.
func (d *divider) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		d.move(-12)
	case fyne.KeyRight:
		d.move(12)
	default:
		d.c.right.TypedKey(e)
	}
}
