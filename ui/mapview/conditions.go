package mapview

import (
	"slices"
	"strconv"

	"qantar/ui/paint"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Conditions names what holds over whole areas at the moment shown, such as a
// state of emergency: what the stripes on the map stand for. A click selects.
type Conditions struct {
	widget.BaseWidget
	p     *state.Presenter
	style *paint.Style
	holds func() []int // the events to name: positions in order of time
	shown []int
	most  int
	box   *fyne.Container
}

// How many are named at once, on a map of some height and on a low one; how
// many more hold is counted.
const (
	mostConditions = 3
	fewConditions  = 2
)

// NewConditions returns the names of the conditions over the map v.
func NewConditions(p *state.Presenter, v *View) *Conditions {
	c := &Conditions{p: p, style: &paint.Light, holds: v.scenes.Conditions, most: mostConditions, box: container.NewWithoutLayout()}
	c.ExtendBaseWidget(c)
	p.Listen(func(change state.Change) {
		if change.Has(state.TimeChanged | state.ShownChanged | state.LanguageChanged) {
			c.update(change.Has(state.LanguageChanged))
		}
	})
	c.update(true)
	return c
}

// SetStyle changes the look.
func (c *Conditions) SetStyle(s *paint.Style) {
	c.style = s
	c.update(true)
}

// SetLow keeps the names few, on a map that is not high, or not.
func (c *Conditions) SetLow(low bool) {
	most := mostConditions
	if low {
		most = fewConditions
	}
	if most != c.most {
		c.most = most
		c.update(true)
	}
}

// update names the conditions anew where they have changed.
func (c *Conditions) update(always bool) {
	now := c.holds()
	if !always && slices.Equal(now, c.shown) {
		return
	}
	c.shown = now
	c.box.RemoveAll()
	y := float32(0)
	for k, i := range now {
		if k == c.most {
			c.addMore(len(now)-k, y)
			break
		}
		tag := newTag(c, i)
		size := tag.MinSize()
		tag.Resize(size)
		tag.Move(fyne.NewPos(0, y))
		y += size.Height + 4
		c.box.Add(tag)
	}
	c.Resize(c.MinSize())
	c.Refresh()
}

// addMore counts the conditions that are not named.
func (c *Conditions) addMore(n int, y float32) {
	text := canvas.NewText("+"+strconv.Itoa(n), c.style.Ink)
	text.TextSize = legendText
	ground := tagGround(c.style)
	size := text.MinSize()
	ground.Resize(fyne.NewSize(size.Width+14, size.Height+2))
	ground.Move(fyne.NewPos(0, y))
	text.Resize(size)
	text.Move(fyne.NewPos(7, y+1))
	c.box.Add(ground)
	c.box.Add(text)
}

// CreateRenderer implements fyne.Widget.
func (c *Conditions) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.box) }

// MinSize implements fyne.CanvasObject.
func (c *Conditions) MinSize() fyne.Size {
	var size fyne.Size
	for _, part := range c.box.Objects {
		size.Width = max(size.Width, part.Size().Width)
		size.Height = part.Position().Y + part.Size().Height
	}
	return size
}

// tag is one condition: its category's mark and its name.
type tag struct {
	widget.BaseWidget
	p      *state.Presenter
	event  int
	ground *canvas.Rectangle
	icon   *canvas.Image
	name   *canvas.Text
}

var (
	_ fyne.Tappable      = (*tag)(nil)
	_ desktop.Hoverable  = (*tag)(nil)
	_ desktop.Cursorable = (*tag)(nil)
)

func newTag(c *Conditions, i int) *tag {
	it := c.p.Data().Item(i)
	category, s := c.p.Data().CategoryOf(it), c.style
	t := &tag{p: c.p, event: i, ground: tagGround(s), icon: tagMark(s, *category), name: canvas.NewText(shorten(it.Event.Title.In(c.p.Lang())), s.Ink)}
	t.name.TextSize = legendText
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *tag) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(tagLayout{t}, t.ground, t.icon, t.name))
}

type tagLayout struct{ t *tag }

func (l tagLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.t.name.MinSize().Width+legendIcon+22, tagHeight)
}

func (l tagLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	t := l.t
	t.ground.Resize(size)
	t.icon.Resize(fyne.NewSquareSize(legendIcon))
	t.icon.Move(fyne.NewPos(6, (size.Height-legendIcon)/2))
	t.name.Move(fyne.NewPos(legendIcon+13, (size.Height-t.name.MinSize().Height)/2))
}

// Tapped implements fyne.Tappable.
func (t *tag) Tapped(*fyne.PointEvent) { t.p.Select(t.event) }

// MouseIn implements desktop.Hoverable: the areas are shown strongly.
func (t *tag) MouseIn(*desktop.MouseEvent) { t.p.Hover(t.event) }

// MouseMoved implements desktop.Hoverable.
func (t *tag) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *tag) MouseOut() { t.p.Hover(-1) }

// Cursor implements desktop.Cursorable.
func (t *tag) Cursor() desktop.Cursor { return desktop.PointerCursor }
