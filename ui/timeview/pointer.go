package timeview

import (
	"math"
	"time"

	"qantar/ui/paint"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Pointer handling, in pixels unless said otherwise.
const (
	dragSlack   = 4                      // how far a click may move before it is a drag
	doubleClick = 400 * time.Millisecond // between the two presses of a double click
	wheelZoom   = 1.0 / 120              // octaves of zoom for a pixel of wheel
)

// drag is what a pressed button holds.
type drag struct {
	on    bool
	part  paint.TimePart
	item  int           // of a bar, while it may still be a click
	start fyne.Position // where the button was pressed
	last  int64         // the time under the pointer, Unix seconds
	hold  int64         // from the pointer to what is held, seconds
}

// click is the last press, to tell a double click by.
type click struct {
	at  time.Time
	pos fyne.Position
}

// MouseDown takes what is under the pointer. Anywhere else than on a bar, a
// handle or the window, the playhead jumps to the pointer and follows it.
func (v *View) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	now := v.now()
	double := now.Sub(v.click.at) < doubleClick && near(ev.Position, v.click.pos)
	v.click = click{now, ev.Position}
	if double {
		v.click.at = time.Time{}
		v.Reset()
		return
	}
	hit := v.hitAt(ev.Position)
	at := v.timeAt(ev.Position)
	v.drag = drag{on: true, part: hit.Part, item: hit.Item, start: ev.Position, last: at}
	from, to := v.p.Handles()
	switch hit.Part {
	case paint.FromPart:
		v.drag.hold = from - at
	case paint.ToPart:
		v.drag.hold = to - at
	case paint.PlayheadPart:
		v.drag.hold = v.p.Playhead() - at
		v.p.Pause()
	case paint.NoPart:
		v.toPlayhead(at)
	}
}

// toPlayhead makes the playhead jump to a time and what is held.
func (v *View) toPlayhead(at int64) {
	v.drag.part, v.drag.hold = paint.PlayheadPart, 0
	v.p.Pause()
	v.p.SetPlayhead(v.snap(at))
}

// Dragged moves what is held.
func (v *View) Dragged(ev *fyne.DragEvent) {
	if !v.drag.on {
		return
	}
	at := v.timeAt(ev.Position)
	from, to := v.p.Handles()
	switch v.drag.part {
	case paint.FromPart:
		v.p.SetHandles(min(to, v.snap(at+v.drag.hold)), to)
	case paint.ToPart:
		v.p.SetHandles(from, max(from, v.snap(at+v.drag.hold)))
	case paint.PlayheadPart:
		v.p.SetPlayhead(v.snap(at + v.drag.hold))
	case paint.WindowPart:
		v.p.MoveWindow(at - v.drag.last)
	case paint.BarPart:
		if !near(ev.Position, v.drag.start) {
			v.toPlayhead(at)
		}
	}
	v.drag.last = at
}

// MouseUp lets go; a bar that was clicked is selected.
func (v *View) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary || !v.drag.on {
		return
	}
	if v.drag.part == paint.BarPart && near(ev.Position, v.drag.start) {
		v.p.Pick(v.drag.item)
	}
	v.DragEnd()
}

// DragEnd lets go.
func (v *View) DragEnd() { v.drag = drag{} }

// MouseIn is called when the pointer comes onto the timeline.
func (v *View) MouseIn(ev *desktop.MouseEvent) { v.MouseMoved(ev) }

// MouseMoved says which event is under the pointer.
func (v *View) MouseMoved(ev *desktop.MouseEvent) {
	v.over = true
	v.hit = v.hitAt(ev.Position)
	v.p.Hover(v.hit.Item)
}

// MouseOut is called when the pointer leaves the timeline.
func (v *View) MouseOut() {
	v.over, v.hit = false, paint.TimeHit{Item: -1}
	v.p.Hover(-1)
}

// Scrolled zooms at the pointer; with Shift held, or sideways, it pans.
func (v *View) Scrolled(ev *fyne.ScrollEvent) {
	dx, dy := float64(ev.Scrolled.DX), float64(ev.Scrolled.DY)
	limits := v.scenes.Limits()
	if dx == 0 && shiftHeld() {
		dx, dy = dy, 0
	}
	if math.Abs(dx) > math.Abs(dy) {
		v.show(v.scale.Pan(-4*dx*float64(v.factor()), limits))
		return
	}
	v.show(v.scale.ZoomAt(v.x(ev.Position), math.Exp2(dy*wheelZoom), limits))
}

func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

func near(a, b fyne.Position) bool {
	return max(a.X-b.X, b.X-a.X, a.Y-b.Y, b.Y-a.Y) <= dragSlack
}

// x is a position in device pixels, held inside the picture.
func (v *View) x(pos fyne.Position) float64 {
	return max(0, min(v.scale.Width, float64(pos.X*v.factor())))
}

func (v *View) timeAt(pos fyne.Position) int64 { return v.scale.T(v.x(pos)) }

func (v *View) snap(t int64) int64 { return v.scale.Snap(t, v.p.Data().Loc) }

func (v *View) hitAt(pos fyne.Position) paint.TimeHit {
	f := v.factor()
	return v.painter.Hit(pos.X*f, pos.Y*f)
}
