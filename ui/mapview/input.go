package mapview

import (
	"math"
	"time"

	"qantar/geo"
	"qantar/geo/motion"
	"qantar/ui/frames"
	"qantar/ui/scene"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/paulmach/orb"
)

// The steps of the map's movements.
const (
	wheelNotch  = 25  // what Fyne reports for one notch of a wheel, in pixels
	wheelZoom   = 0.5 // zoom levels a notch
	keyZoom     = 0.5 // zoom levels a key or button
	hitSlack    = 4   // pixels around a mark that count as the mark
	mostNamed   = 200 // events of a group whose places are named
	doubleClick = 400 * time.Millisecond
)

// pointer is what the mouse is doing.
type pointer struct {
	act      act
	from, to fyne.Position // of the box that is drawn
	hand     motion.Hand
	lastTap  time.Time
	tappedAt fyne.Position
}

// act is what a drag does.
type act uint8

const (
	idle act = iota
	panning
	boxing    // draws the box to zoom to
	cancelled // nothing more, until the button is released
)

// smallestBox is how wide and high a box must be, in pixels, to be meant.
const smallestBox = 8

var (
	_ fyne.Draggable     = (*View)(nil)
	_ fyne.Scrollable    = (*View)(nil)
	_ fyne.Tappable      = (*View)(nil)
	_ fyne.Focusable     = (*View)(nil)
	_ desktop.Hoverable  = (*View)(nil)
	_ desktop.Mouseable  = (*View)(nil)
	_ desktop.Cursorable = (*View)(nil)
	_ desktop.Keyable    = (*View)(nil)
)

// MouseDown implements desktop.Mouseable: the map stands still under a hand, and
// whoever touches it moves it with the keys from then on. With Shift held the
// hand draws a box.
func (v *View) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
	v.mover.stop()
	v.pointer.act = idle
	if e.Modifier&fyne.KeyModifierShift != 0 && e.Button == desktop.MouseButtonPrimary {
		v.pointer.act, v.pointer.from = boxing, e.Position
		v.pointer.to = e.Position
	}
}

// MouseUp implements desktop.Mouseable.
func (v *View) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable: the map follows the hand, or a box does.
func (v *View) Dragged(e *fyne.DragEvent) {
	defer v.Log.Begin(frames.State).End()
	switch v.pointer.act {
	case boxing:
		v.pointer.to = e.Position
		v.over.showBox(v.pointer.from, e.Position)
		return
	case cancelled:
		return
	case idle:
		v.mover.stop()
		v.pointer.hand.Grab(v.now())
		v.pointer.act = panning
		v.over.hideLabel()
	}
	dx, dy := float64(e.Dragged.DX), float64(e.Dragged.DY)
	v.pointer.hand.Move(v.now(), dx, dy)
	v.p.SetView(v.p.View().Pan(dx, dy))
}

// DragEnd implements fyne.Draggable: a map that was pushed glides on, and a box
// that was drawn is what the map shows then.
func (v *View) DragEnd() {
	did := v.pointer.act
	v.pointer.act = idle
	v.over.box.Hide()
	switch did {
	case panning:
		if glide := v.pointer.hand.Release(v.now()); glide != nil && v.mover.smooth() {
			v.mover.start(glide)
			return
		}
		v.settle()
	case boxing:
		v.zoomInto(v.pointer.from, v.pointer.to)
	}
}

// zoomInto shows what lies between two positions.
func (v *View) zoomInto(a, b fyne.Position) {
	box := orb.Point{float64(a.X), float64(a.Y)}.Bound().Extend(orb.Point{float64(b.X), float64(b.Y)})
	if box.Right()-box.Left() >= smallestBox && box.Top()-box.Bottom() >= smallestBox {
		v.p.FlyTo(v.p.View().Into(box))
	}
}

// cancel takes back the box that is being drawn, and tells whether there was one.
func (v *View) cancel() bool {
	if v.pointer.act != boxing {
		return false
	}
	v.pointer.act = cancelled
	v.over.box.Hide()
	return true
}

// Scrolled implements fyne.Scrollable: the wheel zooms at the pointer.
func (v *View) Scrolled(e *fyne.ScrollEvent) {
	defer v.Log.Begin(frames.State).End()
	notches := math.Max(-3, math.Min(3, float64(e.Scrolled.DY)/wheelNotch))
	v.zoomAt(e.Position, notches*wheelZoom)
}

// Zoom changes the zoom around the middle of the map by a number of steps. Asked
// for faster than it goes, as by a key that is held, it is not asked for twice.
func (v *View) Zoom(steps float64) {
	if z, ok := v.mover.motion.(*motion.Zoom); ok && math.Abs(z.Left(v.p.View())) > keyZoom {
		return
	}
	size := v.Size()
	v.zoomAt(fyne.NewPos(size.Width/2, size.Height/2), steps*keyZoom)
}

func (v *View) zoomAt(at fyne.Position, delta float64) {
	v.over.hideLabel()
	view, anchor := v.p.View(), orb.Point{float64(at.X), float64(at.Y)}
	if !v.mover.smooth() {
		v.p.SetView(view.ZoomAt(anchor, delta))
		return
	}
	if z, ok := v.mover.motion.(*motion.Zoom); ok {
		z.Add(view, anchor, delta)
		return
	}
	v.p.SetView(view) // a flight ends here
	v.mover.start(motion.NewZoom(view, anchor, delta))
}

// Tapped implements fyne.Tappable: a click selects, opens a group, zooms into a
// surface, or clears the selection; a second one at once zooms in.
func (v *View) Tapped(e *fyne.PointEvent) {
	now := v.now()
	twice := now.Sub(v.pointer.lastTap) < doubleClick && near(e.Position, v.pointer.tappedAt)
	v.pointer.lastTap, v.pointer.tappedAt = now, e.Position
	mark := v.markAt(e.Position)
	switch {
	case mark >= 0:
		v.pick(mark)
	case v.denseAt(e.Position):
		v.zoomAt(e.Position, 1.5)
	case twice:
		v.zoomAt(e.Position, 1)
	default:
		if v.scenes.CloseFan() {
			v.redraw()
		} else {
			v.p.Select(-1)
		}
	}
}

// denseAt tells whether the surface shows events at a position.
func (v *View) denseAt(at fyne.Position) bool {
	return v.picture != nil && v.picture.Dense(v.p.View().ToWorld(orb.Point{float64(at.X), float64(at.Y)}))
}

func near(a, b fyne.Position) bool {
	return math.Abs(float64(a.X-b.X)) < 6 && math.Abs(float64(a.Y-b.Y)) < 6
}

// pick selects the event of a mark; a group is zoomed into until it parts, and
// then fanned out.
func (v *View) pick(mark int) {
	g := v.picture.Groups[mark]
	if g.One >= 0 {
		v.p.Select(g.One)
		return
	}
	if g.Apart && v.p.View().Zoom < geo.MaxZoom-1 {
		// Time may have gone on since the picture was asked for.
		if events := v.scenes.EventsOf(g, g.Count); len(events) > 0 {
			v.p.FlyTo(v.closer(events))
		}
		return
	}
	if v.scenes.ToggleFan(g) {
		v.redraw()
	}
}

// closer is the view that fits some events, one or more, at least one level closer.
func (v *View) closer(events []int) geo.Viewport {
	view := v.p.View()
	data := v.p.Data()
	bound := view.Nearest(data.World(events[0])).Bound()
	for _, i := range events {
		bound = bound.Extend(view.Nearest(data.World(i)))
	}
	fit := view.Fit(bound, 90, geo.MaxZoom)
	if fit.Zoom < view.Zoom+1 {
		fit.Zoom = math.Min(geo.MaxZoom, view.Zoom+1)
	}
	return fit
}

// markAt is the index of the mark under a position, or -1.
func (v *View) markAt(at fyne.Position) int {
	if v.picture == nil {
		return -1
	}
	hit := v.picture.MapScene
	scale := v.scale()
	hit.View = v.p.View().Scale(float64(scale))
	return hit.MarkAt(at.X*scale, at.Y*scale, hitSlack)
}

// MouseIn implements desktop.Hoverable.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable: what lies under the pointer is named.
func (v *View) MouseMoved(e *desktop.MouseEvent) {
	if v.pointer.act != idle {
		return
	}
	mark := v.markAt(e.Position)
	if mark < 0 {
		v.p.Hover(-1)
		v.over.hideLabel()
		return
	}
	g := v.picture.Groups[mark]
	events := v.scenes.EventsOf(g, mostNamed)
	if len(events) == 0 {
		return
	}
	v.p.Hover(events[0])
	v.over.showLabel(e.Position, events, g.Count)
}

// MouseOut implements desktop.Hoverable.
func (v *View) MouseOut() {
	v.p.Hover(-1)
	v.over.hideLabel()
}

// Cursor implements desktop.Cursorable.
func (v *View) Cursor() desktop.Cursor {
	if v.p.Hovered() >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// goOutside shows what lies beyond an edge of the map.
func (v *View) goOutside(o scene.Outside) {
	v.p.FlyTo(v.p.View().Fit(o.Bound, 80, 6))
}
