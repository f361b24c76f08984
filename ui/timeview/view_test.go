package timeview

import (
	"testing"
	"time"

	"qantar/assets"
	"qantar/store"
	"qantar/store/when"
	"qantar/ui/axis"
	"qantar/ui/paint"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// fixture is a timeline in a window of 1000 by 160 pixels, drawn once.
type fixture struct {
	*testing.T
	p      *state.Presenter
	v      *View
	window fyne.Window
	clock  time.Time
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	test.NewTempApp(t)
	f := &fixture{T: t, p: presenter(t), clock: time.Unix(1e9, 0)}
	f.v = New(f.p, names(t))
	f.v.now = func() time.Time { f.clock = f.clock.Add(time.Second); return f.clock }
	f.window = test.NewTempWindow(t, f.v)
	f.window.SetPadded(false)
	f.window.Resize(fyne.NewSize(1000, 160))
	f.draw()
	return f
}

func (f *fixture) draw() { f.window.Canvas().Capture() }

func names(t *testing.T) *paint.Type {
	t.Helper()
	n, err := paint.NewType(assets.FontRegular, assets.FontBold, assets.FontItalic)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func presenter(t *testing.T) *state.Presenter {
	t.Helper()
	loc, err := time.LoadLocation("Asia/Almaty")
	if err != nil {
		t.Fatal(err)
	}
	parse := func(text string) when.When {
		w, err := when.Parse(text, loc)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	c := &store.Collection{
		ID: "fixture", TimeZone: "Asia/Almaty",
		Window: parse("2022-01-01/2022-01-09"), Opening: parse("2022-01-05T18:00"),
		Categories: []store.Category{{ID: "protest", Color: "orange"}},
		Sources:    []store.Source{{ID: "paper"}},
		Places:     []store.Place{{ID: "almaty", Name: store.Text{En: "Almaty"}}},
	}
	for _, day := range []string{"2022-01-02", "2022-01-05", "2022-01-08"} {
		c.Events = append(c.Events, store.Event{
			ID: day, Title: store.Text{En: "Event of " + day}, Category: "protest", When: parse(day),
			Place: "almaty", Importance: 2, Reports: []store.Report{{Source: "paper"}},
		})
	}
	data, err := state.Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	return state.New(data, state.Options{Dispatch: func(f func()) { f() }, Now: time.Now})
}

// at is a moment of January 2022 in Almaty.
func at(day, hour int) int64 {
	return time.Date(2022, 1, day, hour, 0, 0, 0, time.FixedZone("", 6*3600)).Unix()
}

// pos is where a moment stands, so many pixels below the top.
func (f *fixture) pos(t int64, y float32) fyne.Position {
	return fyne.NewPos(float32(f.v.scale.X(t))/f.v.factor(), y)
}

func (f *fixture) press(pos fyne.Position) {
	f.v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}, Button: desktop.MouseButtonPrimary})
}

func (f *fixture) release(pos fyne.Position) {
	f.v.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}, Button: desktop.MouseButtonPrimary})
}

func (f *fixture) dragTo(pos fyne.Position) {
	f.v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: pos}})
}

func (f *fixture) move(pos fyne.Position) {
	f.v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}})
}

func (f *fixture) scroll(pos fyne.Position, dx, dy float32) {
	f.v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: pos}, Scrolled: fyne.NewDelta(dx, dy)})
}

// is compares moments, to half an hour.
func (f *fixture) is(what string, got, want int64) {
	f.Helper()
	if d := got - want; d < -1800 || d > 1800 {
		f.Errorf("%s is at %s, want %s", what, time.Unix(got, 0).UTC(), time.Unix(want, 0).UTC())
	}
}

// Heights on the timeline that the tests press at, in pixels.
const (
	onRail, onBins, onGrip, onLane, onAxis = 12, 34, 45, 76, 130
)

func TestAClickMovesThePlayhead(t *testing.T) {
	f := newFixture(t)
	for _, y := range []float32{onBins, onAxis} {
		f.press(f.pos(at(3, 12), y))
		if f.p.Playhead() == at(3, 12) {
			t.Error("the playhead moves before the button is let go")
		}
		f.release(f.pos(at(3, 12), y))
		f.is("the playhead", f.p.Playhead(), at(3, 12))
		f.p.SetPlayhead(at(5, 18))
	}
}

func TestDragTheGroundPans(t *testing.T) {
	for _, y := range []float32{onBins, onAxis, onLane} {
		f := newFixture(t)
		f.scroll(f.pos(at(5, 0), onBins), 0, 60)
		f.draw()
		before := f.v.scale
		start := f.pos(at(5, 0), y)
		f.press(start)
		f.dragTo(start.SubtractXY(50, 0))
		f.dragTo(start.SubtractXY(100, 0))
		f.is("the time under the pointer", f.v.timeAt(start.SubtractXY(100, 0)), at(5, 0))
		f.release(start.SubtractXY(100, 0))
		if got := f.v.scale.To - f.v.scale.From; got != before.To-before.From || f.p.Playhead() != at(5, 18) || f.p.Selected() != -1 {
			t.Errorf("panning shows %d seconds, the playhead is at %d, %d is selected", got, f.p.Playhead(), f.p.Selected())
		}
		f.dragTo(start)
		if f.is("the left edge after the release", f.v.scale.From, before.From+int64(100*before.PerPixel())); t.Failed() {
			return
		}
	}
}

func TestDragThePlayheadByItsFlag(t *testing.T) {
	f := newFixture(t)
	f.press(f.pos(at(5, 18), onRail).AddXY(40, 0))
	f.is("the playhead", f.p.Playhead(), at(5, 18))
	f.dragTo(f.pos(at(6, 18), onRail).AddXY(40, 0))
	f.is("the playhead", f.p.Playhead(), at(6, 18))
}

func TestDragHandles(t *testing.T) {
	f := newFixture(t)
	f.press(f.pos(at(1, 0), onGrip).SubtractXY(5, 0))
	f.dragTo(f.pos(at(3, 0), onGrip).SubtractXY(5, 0))
	f.release(f.pos(at(3, 0), onGrip))
	f.press(f.pos(at(10, 0), onGrip).AddXY(5, 0))
	f.draw()
	f.dragTo(f.pos(at(8, 0), onGrip).AddXY(5, 0))
	from, to := f.p.Handles()
	f.is("the left handle", from, at(3, 0))
	f.is("the right handle", to, at(8, 0))
}

func TestDragTheWindow(t *testing.T) {
	f := newFixture(t)
	f.p.SetHandles(at(4, 0), at(7, 0))
	f.draw()
	f.press(f.pos(at(4, 12), onRail))
	f.dragTo(f.pos(at(5, 12), onRail))
	from, to := f.p.Handles()
	f.is("the left handle", from, at(5, 0))
	f.is("the right handle", to, at(8, 0))
	f.is("the playhead", f.p.Playhead(), at(6, 18))
}

func TestClickSelectsAndHoverNames(t *testing.T) {
	f := newFixture(t)
	second, third := f.pos(at(5, 6), onLane), f.pos(at(8, 12), onLane)
	f.move(second)
	if f.p.Hovered() != 1 || f.v.Cursor() != desktop.PointerCursor {
		t.Errorf("hovering over the second event hovers %d with cursor %v", f.p.Hovered(), f.v.Cursor())
	}
	f.press(second)
	f.release(second)
	if f.p.Selected() != 1 {
		t.Fatalf("a click on the second event selects %d", f.p.Selected())
	}
	f.is("the playhead", f.p.Playhead(), at(5, 18))
	f.press(third)
	f.release(third)
	if f.p.Selected() != 2 {
		t.Fatalf("a click on the third event selects %d", f.p.Selected())
	}
	f.is("the playhead, moved so that the event is shown,", f.p.Playhead(), at(9, 0))
	f.v.MouseOut()
	if f.p.Hovered() != -1 {
		t.Error("the event is hovered although the pointer has left")
	}
}

// TestDragsSnap drags to a little beside a day's beginning, which is a tick
// and the beginning of an event at once, and to where nothing is.
func TestDragsSnap(t *testing.T) {
	f := newFixture(t)
	drag := func(to fyne.Position) {
		t.Helper()
		f.press(f.pos(f.p.Playhead(), onBins))
		f.dragTo(to)
		f.release(to)
		f.draw()
	}
	drag(f.pos(at(6, 0), onBins).AddXY(4, 0))
	if f.p.Playhead() != at(6, 0) {
		t.Errorf("the playhead is at %d, want the midnight beside it", f.p.Playhead())
	}
	drag(f.pos(at(6, 12), onBins))
	if got := f.p.Playhead(); got%900 != 0 || got <= at(6, 11) || got >= at(6, 13) {
		t.Errorf("the playhead is at %d, want a round time about noon", got)
	}
	f.v.held = func() fyne.KeyModifier { return fyne.KeyModifierAlt }
	beside := f.pos(at(7, 0), onBins).AddXY(4, 0)
	drag(beside)
	if got, want := f.p.Playhead(), f.v.timeAt(beside); got == at(7, 0) || got < want-60 || got > want+60 {
		t.Errorf("with Alt held the playhead is at %d, want %d", got, want)
	}
}

// onStrip is the height of the overview.
const onStrip = 152

// stripPos is where a moment stands in the overview.
func (f *fixture) stripPos(t int64) fyne.Position {
	return fyne.NewPos(float32(f.v.overview().X(t))/f.v.factor(), onStrip)
}

func TestOverviewMovesAndZooms(t *testing.T) {
	f := newFixture(t)
	f.v.show(axis.Scale{From: at(4, 0), To: at(6, 0), Width: f.v.scale.Width})
	f.draw()
	shows := func(what string, from, to int64) {
		t.Helper()
		f.draw()
		f.is(what+": the left edge", f.v.scale.From, from)
		f.is(what+": the right edge", f.v.scale.To, to)
	}
	drag := func(from, to int64) {
		f.press(f.stripPos(from))
		f.dragTo(f.stripPos(to))
		f.release(f.stripPos(to))
	}
	drag(at(5, 0), at(7, 0))
	shows("the frame", at(6, 0), at(8, 0))
	drag(at(6, 0), at(5, 0))
	shows("its left edge", at(5, 0), at(8, 0))
	drag(at(8, 0), at(6, 0))
	shows("its right edge", at(5, 0), at(6, 0))
	drag(at(6, 0), at(2, 0))
	if f.v.scale.To-f.v.scale.From != axis.Shortest {
		t.Errorf("an edge beyond the other shows %d seconds", f.v.scale.To-f.v.scale.From)
	}
	f.v.show(axis.Scale{From: at(4, 0), To: at(5, 0), Width: f.v.scale.Width})
	f.draw()
	drag(at(8, 0), at(8, 0))
	shows("a click beside the frame", at(7, 12), at(8, 12))
	if f.p.Playhead() != at(5, 18) {
		t.Errorf("the overview moved the playhead to %d", f.p.Playhead())
	}
}

func TestWheelZoomsAtThePointerAndPans(t *testing.T) {
	f := newFixture(t)
	before := f.v.scale
	pos := f.pos(at(5, 0), onBins)
	f.scroll(pos, 0, 60)
	if got := f.v.scale.To - f.v.scale.From; got >= before.To-before.From {
		t.Error("the wheel does not zoom in")
	}
	f.is("the time under the pointer", f.v.timeAt(pos), at(5, 0))
	zoomed := f.v.scale
	f.scroll(pos, -20, 0)
	if f.v.scale.From <= zoomed.From || f.v.scale.To-f.v.scale.From != zoomed.To-zoomed.From {
		t.Errorf("a sideways wheel goes from %+v to %+v", zoomed, f.v.scale)
	}
	f.v.now = func() time.Time { return f.clock } // both presses at one time
	f.press(pos)
	f.release(pos)
	f.press(pos)
	if f.v.scale != before {
		t.Errorf("after a double click the scale is %+v, want %+v", f.v.scale, before)
	}
}

func TestAxisFollowsThePlayhead(t *testing.T) {
	f := newFixture(t)
	f.v.show(f.v.scale.ZoomAt(0, 16, f.v.scenes.Limits()))
	f.p.SetPlayhead(at(9, 0))
	if at := f.p.Playhead(); at < f.v.scale.From || at > f.v.scale.To {
		t.Error("the playhead has left the picture")
	}
	f.v.Reset()
	if f.v.scale != f.v.scenes.Home(f.v.scale.Width) {
		t.Error("the axis does not show the collection's window")
	}
}

func TestCursors(t *testing.T) {
	f := newFixture(t)
	cases := []struct {
		name string
		pos  fyne.Position
		want desktop.Cursor
	}{
		{"playhead", f.pos(at(5, 18), onBins), desktop.HResizeCursor},
		{"handle", f.pos(at(1, 0), onGrip), desktop.HResizeCursor},
		{"window", f.pos(at(8, 0), onRail), desktop.PointerCursor},
		{"overview", fyne.NewPos(500, onStrip), desktop.PointerCursor},
		{"nothing", f.pos(at(3, 12), onBins), desktop.DefaultCursor},
	}
	for _, c := range cases {
		if f.move(c.pos); f.v.Cursor() != c.want {
			t.Errorf("over the %s the cursor is %v, want %v", c.name, f.v.Cursor(), c.want)
		}
	}
}
