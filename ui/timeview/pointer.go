package timeview

import (
	"math"
	"time"

	"qantar/ui/axis"
	"qantar/ui/frames"
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
	moved bool // it is no click any more
	part  paint.TimePart
	item  int           // of a bar, while it may still be a click
	start fyne.Position // where the button was pressed
	scale axis.Scale    // what was in sight then
	hold  int64         // from the pointer to what is held, seconds
}

// click is the last press, to tell a double click by.
type click struct {
	at  time.Time
	pos fyne.Position
}

// MouseDown takes what is under the pointer: a handle, the playhead, the window,
// the overview's frame, or else the ground.
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
	v.drag = drag{on: true, part: hit.Part, item: hit.Item, start: ev.Position, scale: v.scale}
	if hit.Part == paint.StripPart {
		v.centre(v.overview().T(v.x(ev.Position)))
		v.drag.part = paint.FramePart
	}
	v.drag.hold = v.heldAt() - v.timeOn(v.drag.part, ev.Position)
	if v.drag.part == paint.PlayheadPart {
		v.p.Pause()
	}
}

// heldAt is where what is held stands, in Unix seconds.
func (v *View) heldAt() int64 {
	from, to := v.p.Handles()
	switch v.drag.part {
	case paint.FromPart, paint.WindowPart:
		return from
	case paint.ToPart:
		return to
	case paint.PlayheadPart:
		return v.p.Playhead()
	case paint.FrameToPart:
		return v.scale.To
	}
	return v.scale.From
}

// timeOn is the time at a position: in the overview for the parts of that.
func (v *View) timeOn(part paint.TimePart, pos fyne.Position) int64 {
	if part >= paint.FramePart {
		return v.overview().T(v.x(pos))
	}
	return v.scale.T(v.x(pos))
}

// Dragged moves what is held. What moves the time that is shown snaps, unless
// Alt is held.
func (v *View) Dragged(ev *fyne.DragEvent) {
	defer v.Log.Begin(frames.State).End()
	if !v.drag.on {
		return
	}
	v.drag.moved = v.drag.moved || !near(ev.Position, v.drag.start)
	at := v.timeOn(v.drag.part, ev.Position) + v.drag.hold
	from, to := v.p.Handles()
	switch v.drag.part {
	case paint.FromPart:
		v.p.SetHandles(min(to, v.snap(at)), to)
	case paint.ToPart:
		v.p.SetHandles(from, max(from, v.snap(at)))
	case paint.PlayheadPart:
		v.p.SetPlayhead(v.snap(at))
	case paint.WindowPart:
		v.p.MoveWindow(v.snap(at) - from)
	case paint.NoPart, paint.BarPart:
		if v.drag.moved {
			dx := float64((v.drag.start.X - ev.Position.X) * v.factor())
			v.show(v.drag.scale.Pan(dx, v.scenes.Limits()))
		}
	default:
		v.dragFrame(at)
	}
}

// dragFrame moves the overview's frame, or one edge of it, to a time.
func (v *View) dragFrame(at int64) {
	s := v.scale
	switch v.drag.part {
	case paint.FrameFromPart:
		s.From = min(at, s.To-axis.Shortest)
	case paint.FrameToPart:
		s.To = max(at, s.From+axis.Shortest)
	default:
		s.From, s.To = at, at+s.To-s.From
	}
	v.show(s.Within(v.scenes.Limits()))
}

// centre shows the time around a moment, as much of it as before.
func (v *View) centre(at int64) {
	s, half := v.scale, (v.scale.To-v.scale.From)/2
	v.show(axis.Scale{From: at - half, To: at - half + s.To - s.From, Width: s.Width}.Within(v.scenes.Limits()))
}

// MouseUp lets go; a bar that was clicked is selected, and a click on the ground
// moves the playhead there.
func (v *View) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary || !v.drag.on {
		return
	}
	if click := !v.drag.moved && near(ev.Position, v.drag.start); click {
		switch v.drag.part {
		case paint.BarPart:
			v.p.Pick(v.drag.item)
		case paint.NoPart:
			v.p.Pause()
			v.p.SetPlayhead(v.snap(v.timeAt(ev.Position)))
		}
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

// Scrolled zooms at the pointer; with Shift held, or sideways, it pans. Over
// the overview it zooms around the middle of what is in sight.
func (v *View) Scrolled(ev *fyne.ScrollEvent) {
	defer v.Log.Begin(frames.State).End()
	dx, dy := float64(ev.Scrolled.DX), float64(ev.Scrolled.DY)
	limits := v.scenes.Limits()
	if dx == 0 && v.held()&fyne.KeyModifierShift != 0 {
		dx, dy = dy, 0
	}
	if math.Abs(dx) > math.Abs(dy) {
		v.show(v.scale.Pan(-4*dx*float64(v.factor()), limits))
		return
	}
	x := v.x(ev.Position)
	if v.hitAt(ev.Position).Part >= paint.FramePart {
		x = v.scale.Width / 2
	}
	v.show(v.scale.ZoomAt(x, math.Exp2(dy*wheelZoom), limits))
}

// heldKeys are the modifiers that are held now.
func heldKeys() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

func near(a, b fyne.Position) bool {
	return max(a.X-b.X, b.X-a.X, a.Y-b.Y, b.Y-a.Y) <= dragSlack
}

// x is a position in device pixels, held inside the picture.
func (v *View) x(pos fyne.Position) float64 {
	return max(0, min(v.scale.Width, float64(pos.X*v.factor())))
}

func (v *View) timeAt(pos fyne.Position) int64 { return v.scale.T(v.x(pos)) }

// overview is the scale of the overview.
func (v *View) overview() axis.Scale { return v.scenes.Overview().Scale(v.scale.Width) }

// snap is t, or what is close to it and matters more, unless Alt is held.
func (v *View) snap(t int64) int64 {
	if v.held()&fyne.KeyModifierAlt != 0 {
		return t
	}
	return v.scenes.Snap(t)
}

func (v *View) hitAt(pos fyne.Position) paint.TimeHit {
	f := v.factor()
	return v.painter.Hit(pos.X*f, pos.Y*f)
}
