package mapview

import (
	"math"
	"testing"
	"time"

	"qantar/geo"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/paulmach/orb"
)

// beat is a clock whose frames a test draws.
type beat struct {
	now   time.Time
	tasks []func(time.Time) bool
}

func (b *beat) Run(task func(time.Time) bool) { b.tasks = append(b.tasks, task) }

// frame lets a 60th of a second pass.
func (b *beat) frame() {
	b.now = b.now.Add(time.Second / 60)
	var left []func(time.Time) bool
	for _, task := range b.tasks {
		if task(b.now) {
			left = append(left, task)
		}
	}
	b.tasks = left
}

// rest draws frames until nothing moves, and returns how many there were.
func (b *beat) rest(t *testing.T) (frames int) {
	t.Helper()
	for ; len(b.tasks) > 0; frames++ {
		if b.frame(); frames > 1000 {
			t.Fatal("it never comes to rest")
		}
	}
	return frames
}

// moving is a map that moves smoothly.
func moving(t *testing.T) (*View, *state.Presenter, *beat) {
	t.Helper()
	v, p := shown(t)
	b := &beat{now: time.Unix(1000, 0)}
	v.now = func() time.Time { return b.now }
	v.UseClock(b)
	return v, p, b
}

func press(v *View, at fyne.Position, modifier fyne.KeyModifier) {
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary, Modifier: modifier})
}

// drag moves the map by dx, dy in each of some frames.
func drag(v *View, b *beat, frames int, dx, dy float32) {
	for range frames {
		b.frame()
		v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(dx, dy)})
	}
}

// covers tells whether the picture on screen fills the map.
func covers(v *View) bool {
	at, size := v.image.Position(), v.image.Size()
	return at.X <= 0 && at.Y <= 0 && at.X+size.Width >= width && at.Y+size.Height >= height
}

func TestPushGlidesOn(t *testing.T) {
	v, p, b := moving(t)
	press(v, fyne.NewPos(300, 200), 0)
	drag(v, b, 12, 15, -5)
	let := p.View()
	v.DragEnd()
	if frames := b.rest(t); frames < 20 {
		t.Errorf("it stands still after %d frames", frames)
	}
	dx, dy := between(p.View(), let)
	if dx < 100 || dy > -30 {
		t.Errorf("it has glided by %v, %v", dx, dy)
	}
	if v.painted != p.View() {
		t.Error("at rest the picture is that of another view")
	}
}

func TestPressStopsTheGlide(t *testing.T) {
	v, p, b := moving(t)
	press(v, fyne.NewPos(300, 200), 0)
	drag(v, b, 12, 15, 0)
	v.DragEnd()
	b.frame()
	b.frame()
	press(v, fyne.NewPos(300, 200), 0)
	here := p.View()
	if b.rest(t); p.View() != here || v.painted != here {
		t.Error("it goes on under the hand")
	}
}

func TestHandThatRestsDoesNotPush(t *testing.T) {
	v, p, b := moving(t)
	press(v, fyne.NewPos(300, 200), 0)
	drag(v, b, 12, 15, 0)
	for range 12 {
		b.frame()
	}
	here := p.View()
	v.DragEnd()
	if b.rest(t); p.View() != here {
		t.Error("it glides although the hand had stopped")
	}
}

// TestNoEmptyEdge drags fast, each way: the picture fills the map at every frame.
func TestNoEmptyEdge(t *testing.T) {
	for _, way := range [][2]float32{{45, 0}, {-45, 0}, {0, 45}, {0, -45}, {40, -40}} {
		v, _, b := moving(t)
		press(v, fyne.NewPos(300, 200), 0)
		for k := range 40 {
			if drag(v, b, 1, way[0], way[1]); !covers(v) {
				t.Fatalf("by %v a frame: after %d frames the picture lies at %v", way, k+1, v.image.Position())
			}
		}
	}
}

func TestGroundShowsWherePictureDoesNotReach(t *testing.T) {
	v, p := shown(t)
	if !v.ground.Hidden {
		t.Error("the ground is drawn under a picture that covers it")
	}
	v.asked.open = true // the next picture is still being painted
	p.SetView(p.View().ZoomAt(orb.Point{width / 2, height / 2}, -2))
	if v.ground.Hidden || v.ground.Size() != fyne.NewSize(width, height) {
		t.Error("a picture that has shrunk leaves the edge empty")
	}
}

func TestWheelZoomsSmoothly(t *testing.T) {
	v, p, b := moving(t)
	pointer, zoom := at(p, 76.9, 43.25), p.View().Zoom
	for range 3 {
		v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: pointer}, Scrolled: fyne.NewDelta(0, wheelNotch)})
	}
	if p.View().Zoom != zoom {
		t.Error("it leaps")
	}
	last := zoom
	for len(b.tasks) > 0 {
		b.frame()
		if p.View().Zoom < last {
			t.Fatalf("from zoom %v it goes back to %v", last, p.View().Zoom)
		}
		last = p.View().Zoom
		if now := at(p, 76.9, 43.25); math.Hypot(float64(now.X-pointer.X), float64(now.Y-pointer.Y)) > 0.5 {
			t.Fatalf("at zoom %v Almaty stands at %v, the pointer at %v", last, now, pointer)
		}
	}
	if math.Abs(last-zoom-3*wheelZoom) > 1e-9 || v.painted.Zoom != last {
		t.Errorf("three notches zoom by %v, painted is zoom %v", last-zoom, v.painted.Zoom)
	}
}

func TestHeldZoomKeyDoesNotRunAhead(t *testing.T) {
	v, p, b := moving(t)
	zoom := p.View().Zoom
	for range 30 { // a second of a key that is held
		v.Zoom(1)
		b.frame()
		b.frame()
	}
	held := p.View().Zoom
	b.rest(t)
	if ran := p.View().Zoom - held; ran > 2*keyZoom || held-zoom < 2 {
		t.Errorf("in a second it zooms by %v, and by %v more after it is released", held-zoom, ran)
	}
}

func TestFlight(t *testing.T) {
	v, p, b := moving(t)
	p.SetView(geo.At(orb.Point{76.9, 43.25}, 11, width, height))
	start := p.View()
	p.GoHome()
	if p.View() != start || !p.AtHome() {
		t.Fatal("it does not start from where it is")
	}
	frames := b.rest(t)
	if frames < 20 || frames > 130 {
		t.Errorf("the way home takes %d frames", frames)
	}
	if p.View() != p.Goal() || !p.AtHome() || v.painted != p.View() {
		t.Errorf("it ends at %v, on the way to %v", p.View(), p.Goal())
	}
}

func TestFlightIsCutShort(t *testing.T) {
	goal := geo.At(orb.Point{-77, 38.9}, 9, width, height)
	cases := []struct {
		name string
		cut  func(v *View, p *state.Presenter)
	}{
		{"by a hand", func(v *View, p *state.Presenter) { press(v, fyne.NewPos(10, 10), 0) }},
		{"by another view", func(v *View, p *state.Presenter) { p.SetView(geo.At(orb.Point{60, 50}, 5, width, height)) }},
		{"by another size", func(v *View, p *state.Presenter) { p.Resize(width+1, height) }},
		{"by the choice to have none", func(v *View, p *state.Presenter) { v.ReduceMotion(true) }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v, p, b := moving(t)
			p.FlyTo(goal)
			for range 10 {
				b.frame()
			}
			c.cut(v, p)
			here := p.View()
			if b.rest(t); p.View() != here || p.Goal() != here {
				t.Errorf("from %v it goes on to %v", here, p.View())
			}
		})
	}
}

func TestReducedMotion(t *testing.T) {
	v, p, b := moving(t)
	v.ReduceMotion(true)
	moves := []struct {
		name string
		move func()
	}{
		{"wheel", func() {
			v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(9, 9)}, Scrolled: fyne.NewDelta(0, wheelNotch)})
		}},
		{"key", func() { v.KeyDown(&fyne.KeyEvent{Name: fyne.KeyA}); v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyA}) }},
		{"home", p.GoHome},
	}
	for _, m := range moves {
		before := p.View()
		if m.move(); p.View() == before || len(b.tasks) > 0 {
			t.Errorf("%s: from %v to %v, and %d things move", m.name, before, p.View(), len(b.tasks))
		}
	}
}

func TestHeldKeyMovesEvenly(t *testing.T) {
	v, p, b := moving(t)
	key := &fyne.KeyEvent{Name: fyne.KeyD}
	v.KeyDown(key)
	v.TypedKey(key)
	steps := []float64{}
	for k := range 60 {
		before := p.View()
		if b.frame(); k%2 == 0 {
			v.TypedKey(key) // the keyboard repeats it
		}
		dx, _ := between(p.View(), before)
		steps = append(steps, dx)
	}
	for k := 30; k < 60; k++ {
		if steps[k] >= 0 || math.Abs(steps[k]-steps[30]) > 0.1 {
			t.Fatalf("frame %d moves it by %v, frame 30 by %v", k, steps[k], steps[30])
		}
	}
	v.KeyUp(key)
	before := p.View()
	if b.rest(t); len(v.keys.held) > 0 {
		t.Error("the key counts as held")
	}
	if dx, _ := between(p.View(), before); dx > 0 || dx < -60 {
		t.Errorf("it rolls out by %v", dx)
	}
}

func TestLostFocusReleasesKeys(t *testing.T) {
	v, _, b := moving(t)
	v.KeyDown(&fyne.KeyEvent{Name: fyne.KeyW})
	v.KeyDown(&fyne.KeyEvent{Name: fyne.KeyLeft})
	b.frame()
	v.FocusLost()
	b.rest(t)
}

func TestBoxZoom(t *testing.T) {
	v, p, b := moving(t)
	from, to := fyne.NewPos(300, 100), fyne.NewPos(460, 180)
	middle := p.View().ToWorld(orb.Point{380, 140})
	zoom := p.View().Zoom
	press(v, from, fyne.KeyModifierShift)
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	if v.over.box.Hidden || v.over.box.Position() != from || v.over.box.Size() != fyne.NewSize(160, 80) {
		t.Errorf("the box is drawn at %v, %v", v.over.box.Position(), v.over.box.Size())
	}
	v.DragEnd()
	b.rest(t)
	if !v.over.box.Hidden {
		t.Error("the box stays")
	}
	if now := p.View(); math.Abs(now.Zoom-zoom-2) > 1e-9 || math.Abs(now.Center[0]-middle[0]) > 1e-9 {
		t.Errorf("a box of a quarter of the width zooms by %v, to %v", now.Zoom-zoom, now.LonLat())
	}
}

func TestBoxIsTakenBack(t *testing.T) {
	cases := []struct {
		name string
		back func(v *View)
	}{
		{"by Escape", func(v *View) { v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }},
		{"by another window", func(v *View) { v.FocusLost() }},
		{"too small to be meant", func(v *View) {
			v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(303, 103)}})
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v, p, b := moving(t)
			before := p.View()
			press(v, fyne.NewPos(300, 100), fyne.KeyModifierShift)
			v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(460, 180)}})
			c.back(v)
			v.DragEnd()
			if b.rest(t); p.View() != before || !v.over.box.Hidden {
				t.Errorf("it shows %v", p.View())
			}
		})
	}
}

// BenchmarkPanFrame moves a map of 1280 by 800 pixels by one step, for which its
// picture is only moved.
func BenchmarkPanFrame(b *testing.B) {
	v, p := shown(b)
	v.Resize(fyne.NewSize(1280, 800))
	v.pointer.act = panning
	step := 3.0
	b.ReportAllocs()
	for b.Loop() {
		p.SetView(p.View().Pan(step, 0))
		step = -step
	}
}
