package mapview

import (
	"math"
	"time"

	"qantar/geo"
	"qantar/ui/scene"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/paulmach/orb"
)

// The steps of the map's movements.
const (
	wheelNotch  = 25   // what Fyne reports for one notch of a wheel, in pixels
	wheelZoom   = 0.5  // zoom levels a notch
	keyZoom     = 0.5  // zoom levels a key or button
	keyPan      = 0.18 // of the map's shorter side
	hitSlack    = 4    // pixels around a mark that count as the mark
	mostNamed   = 200  // events of a group whose places are named
	doubleClick = 400 * time.Millisecond
)

// pointer is what the mouse is doing.
type pointer struct {
	dragging bool
	lastTap  time.Time
	tappedAt fyne.Position
}

var (
	_ fyne.Draggable     = (*View)(nil)
	_ fyne.Scrollable    = (*View)(nil)
	_ fyne.Tappable      = (*View)(nil)
	_ fyne.Focusable     = (*View)(nil)
	_ desktop.Hoverable  = (*View)(nil)
	_ desktop.Mouseable  = (*View)(nil)
	_ desktop.Cursorable = (*View)(nil)
)

// Dragged implements fyne.Draggable: the map follows the hand.
func (v *View) Dragged(e *fyne.DragEvent) {
	v.pointer.dragging = true
	v.over.hideLabel()
	v.p.SetView(v.p.View().Pan(float64(e.Dragged.DX), float64(e.Dragged.DY)))
}

// DragEnd implements fyne.Draggable.
func (v *View) DragEnd() {
	v.pointer.dragging = false
	v.redraw()
}

// Scrolled implements fyne.Scrollable: the wheel zooms at the pointer.
func (v *View) Scrolled(e *fyne.ScrollEvent) {
	notches := math.Max(-3, math.Min(3, float64(e.Scrolled.DY)/wheelNotch))
	v.zoomAt(e.Position, notches*wheelZoom)
}

// Zoom changes the zoom around the middle of the map by a number of steps.
func (v *View) Zoom(steps float64) {
	size := v.Size()
	v.zoomAt(fyne.NewPos(size.Width/2, size.Height/2), steps*keyZoom)
}

func (v *View) zoomAt(at fyne.Position, delta float64) {
	v.over.hideLabel()
	v.p.SetView(v.p.View().ZoomAt(orb.Point{float64(at.X), float64(at.Y)}, delta))
}

// MouseDown implements desktop.Mouseable: whoever touches the map moves it with
// the keys from then on.
func (v *View) MouseDown(*desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
}

// MouseUp implements desktop.Mouseable.
func (v *View) MouseUp(*desktop.MouseEvent) {}

// Tapped implements fyne.Tappable: a click selects, opens a group, or clears
// the selection; a second one at once zooms in.
func (v *View) Tapped(e *fyne.PointEvent) {
	now := v.now()
	twice := now.Sub(v.pointer.lastTap) < doubleClick && near(e.Position, v.pointer.tappedAt)
	v.pointer.lastTap, v.pointer.tappedAt = now, e.Position
	mark := v.markAt(e.Position)
	switch {
	case mark >= 0:
		v.pick(mark)
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
	view := v.p.View()
	if g.Apart && view.Zoom < geo.MaxZoom-1 {
		v.p.SetView(v.closer(v.scenes.EventsOf(g, g.Count)))
		return
	}
	if v.scenes.ToggleFan(g) {
		v.redraw()
	}
}

// closer is the view that fits the given events, at least one level closer.
func (v *View) closer(events []int) geo.Viewport {
	view := v.p.View()
	data := v.p.Data()
	bound := data.World(events[0]).Bound()
	for _, i := range events {
		bound = bound.Extend(data.World(i))
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
	scale := hit.Scale
	hit.View = v.p.View().Scale(float64(scale))
	return hit.MarkAt(at.X*scale, at.Y*scale, hitSlack)
}

// MouseIn implements desktop.Hoverable.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable: what lies under the pointer is named.
func (v *View) MouseMoved(e *desktop.MouseEvent) {
	if v.pointer.dragging {
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

// FocusGained implements fyne.Focusable.
func (v *View) FocusGained() { v.setFocused(true) }

// FocusLost implements fyne.Focusable.
func (v *View) FocusLost() { v.setFocused(false) }

func (v *View) setFocused(on bool) {
	v.focused = on
	v.over.focus(on)
}

// pans are the keys that move the map while it is focused.
var pans = map[fyne.KeyName][2]float64{
	fyne.KeyLeft: {1, 0}, fyne.KeyRight: {-1, 0}, fyne.KeyUp: {0, 1}, fyne.KeyDown: {0, -1},
	fyne.KeyA: {1, 0}, fyne.KeyD: {-1, 0}, fyne.KeyW: {0, 1}, fyne.KeyS: {0, -1},
}

// TypedKey implements fyne.Focusable.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	if way, ok := pans[e.Name]; ok && plain() {
		view := v.p.View()
		step := keyPan * math.Min(view.Width, view.Height)
		v.p.SetView(view.Pan(way[0]*step, way[1]*step))
		return
	}
	if v.OnKey != nil {
		v.OnKey(e)
	}
}

// plain tells whether no modifier key is held.
func plain() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return !ok || d.CurrentKeyModifiers() == 0
}

// TypedRune implements fyne.Focusable.
func (v *View) TypedRune(r rune) {
	switch r {
	case 'w', 'a', 's', 'd', 'W', 'A', 'S', 'D': // pans, by their key
	default:
		if v.OnRune != nil {
			v.OnRune(r)
		}
	}
}

// goOutside shows what lies beyond an edge of the map.
func (v *View) goOutside(o scene.Outside) {
	v.p.SetView(v.p.View().Fit(o.Bound, 80, 6))
}
