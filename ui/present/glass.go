package present

import (
	"time"

	"qantar/ui/present/talk"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// glass lies over the slide and takes the pointer: a click is the next slide, or
// ink, and whoever drags or zooms the map explores it from then on.
type glass struct {
	widget.BaseWidget
	a     *Audience
	at    fyne.Position
	known bool // at has been told
	moved bool // a drag moves the map
}

var (
	_ fyne.Tappable          = (*glass)(nil)
	_ fyne.SecondaryTappable = (*glass)(nil)
	_ fyne.Draggable         = (*glass)(nil)
	_ fyne.Scrollable        = (*glass)(nil)
	_ desktop.Hoverable      = (*glass)(nil)
	_ desktop.Mouseable      = (*glass)(nil)
	_ desktop.Cursorable     = (*glass)(nil)
)

func newGlass(a *Audience) *glass {
	g := &glass{a: a}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer implements fyne.Widget.
func (g *glass) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}

func (g *glass) pen() bool { return g.a.show.Talk.Tool() == talk.PenTool }

// Tapped implements fyne.Tappable.
func (g *glass) Tapped(*fyne.PointEvent) {
	if !g.pen() {
		g.a.show.Do(talk.Next)
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (g *glass) TappedSecondary(*fyne.PointEvent) { g.a.show.Do(talk.Previous) }

// MouseDown implements desktop.Mouseable.
func (g *glass) MouseDown(e *desktop.MouseEvent) {
	if g.pen() && e.Button == desktop.MouseButtonPrimary {
		g.a.draw(e.Position)
	}
}

// MouseUp implements desktop.Mouseable.
func (g *glass) MouseUp(*desktop.MouseEvent) { g.a.show.Talk.Lift() }

// Dragged implements fyne.Draggable.
func (g *glass) Dragged(e *fyne.DragEvent) {
	g.point(e.Position)
	if g.pen() {
		g.a.draw(e.Position)
		return
	}
	if !g.moved && g.a.show.Talk.Slide().Kind == talk.Scene && !g.a.show.Talk.Exploring() {
		g.a.show.Do(talk.Explore)
		g.moved = true
	}
	if g.moved {
		g.a.show.parts.Map.Dragged(e)
	}
}

// DragEnd implements fyne.Draggable.
func (g *glass) DragEnd() {
	g.a.show.Talk.Lift()
	if g.moved {
		g.moved = false
		g.a.show.parts.Map.DragEnd()
	}
}

// Scrolled implements fyne.Scrollable.
func (g *glass) Scrolled(e *fyne.ScrollEvent) {
	t := g.a.show.Talk
	if t.Slide().Kind != talk.Scene {
		return
	}
	if !t.Exploring() {
		g.a.show.Do(talk.Explore)
	}
	g.a.show.parts.Map.Scrolled(e)
}

// MouseIn implements desktop.Hoverable: where the pointer comes in it has not
// been moved by a hand yet.
func (g *glass) MouseIn(e *desktop.MouseEvent) {
	if !g.known {
		g.at, g.known = e.Position, true
		g.a.point(e.Position)
		return
	}
	g.MouseMoved(e)
}

// MouseMoved implements desktop.Hoverable.
func (g *glass) MouseMoved(e *desktop.MouseEvent) { g.point(e.Position) }

func (g *glass) point(at fyne.Position) {
	if at != g.at {
		g.at = at
		g.a.wake()
	}
	g.a.point(at)
}

// MouseOut implements desktop.Hoverable.
func (g *glass) MouseOut() {}

// Cursor implements desktop.Cursorable.
func (g *glass) Cursor() desktop.Cursor {
	switch {
	case g.a.show.Talk.Tool() == talk.PenTool:
		return desktop.CrosshairCursor
	case g.a.show.Talk.Tool() == talk.SpotlightTool, !g.a.awake:
		return desktop.HiddenCursor
	}
	return desktop.DefaultCursor
}

// awakeFor is how long pointer and controls stay after the mouse was moved.
const awakeFor = 2 * time.Second
