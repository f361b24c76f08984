package mapview

import (
	"math"

	"qantar/geo/motion"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// keyPan is how far a key moves the map that is only touched, of its shorter side.
const keyPan = 0.18

// pans are the keys that move the map while it is focused.
var pans = map[fyne.KeyName][2]float64{
	fyne.KeyLeft: {1, 0}, fyne.KeyRight: {-1, 0}, fyne.KeyUp: {0, 1}, fyne.KeyDown: {0, -1},
	fyne.KeyA: {1, 0}, fyne.KeyD: {-1, 0}, fyne.KeyW: {0, 1}, fyne.KeyS: {0, -1},
}

// keys are those of pans that are held, and the drive that they make.
type keys struct {
	held  map[fyne.KeyName]bool
	drive *motion.Drive
}

// FocusGained implements fyne.Focusable.
func (v *View) FocusGained() { v.setFocused(true) }

// FocusLost implements fyne.Focusable: keys released from now on are not told of.
func (v *View) FocusLost() {
	for name := range v.keys.held {
		v.KeyUp(&fyne.KeyEvent{Name: name})
	}
	v.cancel()
	v.setFocused(false)
}

func (v *View) setFocused(on bool) {
	v.focused = on
	v.over.focus(on)
}

// KeyDown implements desktop.Keyable: the map moves as long as the key is held.
func (v *View) KeyDown(e *fyne.KeyEvent) {
	way, ok := pans[e.Name]
	if !ok || !v.mover.smooth() || !plain() || v.keys.held[e.Name] {
		return
	}
	if v.keys.held == nil {
		v.keys = keys{held: map[fyne.KeyName]bool{}, drive: &motion.Drive{}}
	}
	v.keys.held[e.Name] = true
	v.drive(way)
}

// KeyUp implements desktop.Keyable.
func (v *View) KeyUp(e *fyne.KeyEvent) {
	if v.keys.held[e.Name] {
		delete(v.keys.held, e.Name)
		v.keys.drive.Release(pans[e.Name][0], pans[e.Name][1])
	}
}

// drive moves the map for a key that was pressed.
func (v *View) drive(way [2]float64) {
	v.keys.drive.Press(way[0], way[1], v.keyStep())
	if v.mover.motion != v.keys.drive {
		v.p.SetView(v.p.View()) // a flight ends here
		v.mover.start(v.keys.drive)
	}
}

// keyStep is how far a key moves the map that is only touched, in pixels.
func (v *View) keyStep() float64 {
	view := v.p.View()
	return keyPan * math.Min(view.Width, view.Height)
}

// TypedKey implements fyne.Focusable. Keys that move the map smoothly do so
// from KeyDown on.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	way, pan := pans[e.Name]
	switch {
	case pan && v.keys.held[e.Name]:
	case pan && plain():
		step := v.keyStep()
		v.mover.stop()
		v.p.SetView(v.p.View().Pan(way[0]*step, way[1]*step))
	case e.Name == fyne.KeyEscape && v.cancel():
	case v.OnKey != nil:
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
