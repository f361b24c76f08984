package mapview

import (
	"image"
	"math"
	"testing"
	"time"

	"qantar/assets"
	"qantar/geo"
	"qantar/geo/basemap"
	"qantar/seeds"
	"qantar/store/collection"
	"qantar/store/sample"
	"qantar/ui/paint"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"
)

const width, height = 640, 420

// shown is a map of the shipped collection in a window of Fyne's test driver.
func shown(t testing.TB) (*View, *state.Presenter) {
	t.Helper()
	c, err := collection.Read(seeds.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	data, err := state.Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	world, err := basemap.Decode(assets.Basemap)
	if err != nil {
		t.Fatal(err)
	}
	names, err := paint.NewType(assets.FontRegular, assets.FontBold, assets.FontItalic)
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := words.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t)
	p := state.New(data, state.Options{Dispatch: fyne.Do, Now: time.Now})
	v := New(p, world, names, func(key string, args ...string) string { return catalog.In(p.Lang(), key, args...) })
	v.PaintAtOnce()
	w := test.NewTempWindow(t, v)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return v, p
}

// at is where a longitude and latitude stand in the widget.
func at(p *state.Presenter, lon, lat float64) fyne.Position {
	s := p.View().ToScreen(geo.Project(orb.Point{lon, lat}))
	return fyne.NewPos(float32(s[0]), float32(s[1]))
}

func tap(v *View, pos fyne.Position) {
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}})
	v.Tapped(&fyne.PointEvent{Position: pos})
}

func TestPictureFitsTheView(t *testing.T) {
	v, p := shown(t)
	if got := p.View(); got.Width != width || got.Height != height {
		t.Fatalf("the view is %vx%v, want %dx%d", got.Width, got.Height, width, height)
	}
	bounds := v.image.Image.Bounds()
	if over := int(rim(p.View())); bounds.Dx() != width+2*over || bounds.Dy() != height+2*over {
		t.Errorf("the picture is %v, want the view and its rim", bounds)
	}
	over := float32(rim(p.View()))
	if got := v.image.Position(); got != fyne.NewPos(-over, -over) {
		t.Errorf("the picture lies at %v", got)
	}
}

// counted counts the pictures that a map paints from now on.
func counted(v *View) *int {
	n, show := 0, v.worker.show
	v.worker.show = func(j job, img *image.RGBA) { n++; show(j, img) }
	return &n
}

func TestASizeTakesOnePicture(t *testing.T) {
	v, _ := shown(t)
	n := counted(v)
	v.Resize(fyne.NewSize(width+40, height-20))
	if *n != 1 {
		t.Errorf("a new size took %d pictures", *n)
	}
}

func TestAHeldMapPaintsOnceItsWindowIsShown(t *testing.T) {
	for name, size := range map[string]fyne.Size{
		"the size it had": fyne.NewSize(width, height), "another size": fyne.NewSize(width+40, height-20),
	} {
		t.Run(name, func(t *testing.T) {
			v, _ := shown(t)
			v.asked, v.image.Image = request{}, nil // as before the first picture
			n, first := counted(v), 0
			v.OnFirst = func() { first++ }
			v.Hold()
			v.redraw()
			if *n != 0 {
				t.Fatal("a map that is held back paints")
			}
			v.Begin(func() { v.Resize(size) })
			v.redraw()
			if *n != 2 || first != 1 {
				t.Errorf("%d pictures, %d of them said to be the first", *n, first)
			}
		})
	}
}

func TestDragMovesThePictureAndThenPaintsAnew(t *testing.T) {
	v, p := shown(t)
	before, home, over := v.image.Image, p.View().LonLat(), float32(rim(p.View()))
	v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-40, 25)})
	if v.image.Image != before {
		t.Error("a short drag painted a new picture")
	}
	if got := v.image.Position(); got != fyne.NewPos(-over-40, -over+25) {
		t.Errorf("after a drag the picture lies at %v", got)
	}
	if now := p.View().LonLat(); now[0] <= home[0] || now[1] <= home[1] {
		t.Errorf("the view went from %v to %v, want further east and north", home, now)
	}
	v.DragEnd()
	if got := v.image.Position(); got != fyne.NewPos(-over, -over) {
		t.Errorf("after the drag the new picture lies at %v", got)
	}
}

func TestBuffersTakeTurns(t *testing.T) {
	v, p := shown(t)
	before := v.image.Image.(*image.RGBA)
	copied := append([]uint8(nil), before.Pix...)
	p.SetPlayhead(p.Playhead() + 24*3600)
	if v.image.Image == image.Image(before) {
		t.Fatal("the new picture was painted into the one on screen")
	}
	for i := range copied {
		if copied[i] != before.Pix[i] {
			t.Fatal("the picture on screen was written to")
		}
	}
}

func TestWheelZoomsAtThePointer(t *testing.T) {
	v, p := shown(t)
	pointer := at(p, 76.9, 43.25)
	zoom := p.View().Zoom
	v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: pointer}, Scrolled: fyne.NewDelta(0, wheelNotch)})
	if got := p.View().Zoom - zoom; math.Abs(got-wheelZoom) > 1e-9 {
		t.Errorf("one notch zoomed by %v, want %v", got, wheelZoom)
	}
	if now := at(p, 76.9, 43.25); math.Abs(float64(now.X-pointer.X)) > 0.01 || math.Abs(float64(now.Y-pointer.Y)) > 0.01 {
		t.Errorf("Almaty went from %v to %v under the pointer", pointer, now)
	}
}

func TestKeys(t *testing.T) {
	v, p := shown(t)
	for _, tt := range []struct {
		key    fyne.KeyName
		dx, dy float64 // sign of the change of longitude and latitude
	}{
		{fyne.KeyLeft, -1, 0}, {fyne.KeyRight, 1, 0}, {fyne.KeyUp, 0, 1}, {fyne.KeyDown, 0, -1},
		{fyne.KeyA, -1, 0}, {fyne.KeyD, 1, 0}, {fyne.KeyW, 0, 1}, {fyne.KeyS, 0, -1},
	} {
		t.Run(string(tt.key), func(t *testing.T) {
			before := p.View().LonLat()
			v.TypedKey(&fyne.KeyEvent{Name: tt.key})
			now := p.View().LonLat()
			if sign(now[0]-before[0]) != tt.dx || sign(now[1]-before[1]) != tt.dy {
				t.Errorf("it moved the view from %v to %v", before, now)
			}
		})
	}
	t.Run("others are handed on", func(t *testing.T) {
		var key fyne.KeyName
		var typed rune
		v.OnKey, v.OnRune = func(e *fyne.KeyEvent) { key = e.Name }, func(r rune) { typed = r }
		v.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		v.TypedRune('w')
		v.TypedRune('/')
		if key != fyne.KeySpace || typed != '/' {
			t.Errorf("handed on %q and %q", key, typed)
		}
	})
}

func sign(x float64) float64 {
	switch {
	case x > 1e-9:
		return 1
	case x < -1e-9:
		return -1
	}
	return 0
}

// TestClickOpensGroups follows a crowded city down to one event: click the ring
// until zooming no longer parts it, then its fan, then one mark.
func TestClickOpensGroups(t *testing.T) {
	v, p := shown(t)
	p.SetPlayhead(p.Data().Window.Latest)
	for range 12 {
		mark := v.markAt(at(p, 76.92848, 43.25654))
		if mark < 0 {
			t.Fatalf("there is no mark on Almaty at zoom %v", p.View().Zoom)
		}
		n, apart, zoom := v.picture.Groups[mark].Count, v.picture.Groups[mark].Apart, p.View().Zoom
		tap(v, at(p, 76.92848, 43.25654))
		if apart {
			if p.View().Zoom <= zoom {
				t.Fatalf("a click on %d events that zooming parts did not zoom in", n)
			}
			continue
		}
		fan := fanMarks(v)
		if fan != n {
			t.Fatalf("the fan shows %d events, the ring had %d", fan, n)
		}
		pickFromFan(t, v, p)
		return
	}
	t.Fatal("the ring never opened")
}

// TestClickOnARingWhoseEventsAreGone: the picture on screen is still one of the
// time before.
func TestClickOnARingWhoseEventsAreGone(t *testing.T) {
	v, p := shown(t)
	p.SetPlayhead(p.Data().Window.Latest)
	v.asked.open = true // another picture is on its way
	p.SetPlayhead(p.Data().Window.Earliest)
	almaty := at(p, 76.92848, 43.25654)
	mark, view := v.markAt(almaty), p.View()
	if mark < 0 || !v.picture.Groups[mark].Apart || len(v.scenes.EventsOf(v.picture.Groups[mark], 1)) > 0 {
		t.Fatal("no ring on Almaty has lost its events")
	}
	tap(v, almaty)
	if p.View() != view || p.Selected() >= 0 {
		t.Error("a click on what is gone has done something")
	}
}

func fanMarks(v *View) (n int) {
	for _, m := range v.picture.Marks {
		if m.Offset != [2]float32{} {
			n++
		}
	}
	return n
}

func pickFromFan(t *testing.T, v *View, p *state.Presenter) {
	t.Helper()
	for k, m := range v.picture.Marks {
		if m.Offset == [2]float32{} {
			continue
		}
		s, want := p.View().ToScreen(m.At), v.picture.Groups[k].One
		tap(v, fyne.NewPos(float32(s[0])+m.Offset[0], float32(s[1])+m.Offset[1]))
		if p.Selected() != want {
			t.Errorf("a click on the fan's mark of event %d selected %d", want, p.Selected())
		}
		return
	}
}

func TestClickBesideClearsAndTwiceZooms(t *testing.T) {
	v, p := shown(t)
	p.Select(0)
	clock := time.Unix(0, 0)
	v.now = func() time.Time { return clock }
	sea := at(p, 60, 58.5)
	tap(v, sea)
	if p.Selected() >= 0 {
		t.Error("a click beside every mark left the selection")
	}
	zoom := p.View().Zoom
	clock = clock.Add(2 * doubleClick)
	tap(v, sea)
	if p.View().Zoom != zoom {
		t.Error("two slow clicks zoomed in")
	}
	clock = clock.Add(doubleClick / 2)
	tap(v, sea)
	if p.View().Zoom <= zoom {
		t.Error("a second click at once did not zoom in")
	}
}

func TestHoverNamesTheEvent(t *testing.T) {
	v, p := shown(t)
	pos := at(p, 71.44598, 51.1801) // Nur-Sultan
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}})
	if p.Hovered() < 0 || v.over.label.Hidden || v.over.labelTitle.Text == "" {
		t.Errorf("pointing at a mark named nothing (hovered %d, label %q)", p.Hovered(), v.over.labelTitle.Text)
	}
	if v.Cursor() != desktop.PointerCursor {
		t.Error("the pointer does not show that it can click")
	}
	v.MouseOut()
	if p.Hovered() >= 0 || !v.over.label.Hidden {
		t.Error("the name stayed when the pointer left")
	}
}

func TestOutsideIsCountedAndReached(t *testing.T) {
	v, p := shown(t)
	p.SetPlayhead(p.Data().Window.Latest)
	before := v.scenes.Outside()
	if len(before) == 0 {
		t.Fatal("nothing lies outside the home view, although capitals abroad reacted")
	}
	v.goOutside(before[0])
	for _, o := range v.scenes.Outside() {
		if o.Side == before[0].Side && o.Count >= before[0].Count {
			t.Errorf("going there still leaves %d of %d outside", o.Count, before[0].Count)
		}
	}
}

func TestLegendFilters(t *testing.T) {
	_, p := shown(t)
	l := NewLegend(p)
	total := p.InFilter().Len()
	l.rows[0].Tapped(nil)
	if p.CategoryShown(0) || p.InFilter().Len() >= total {
		t.Error("a click on a category did not hide it")
	}
	l.rows[0].Tapped(nil)
	l.rows[2].TappedSecondary(nil)
	for i := range l.rows {
		if p.CategoryShown(i) != (i == 2) {
			t.Errorf("after a right click on category 2, category %d is shown: %v", i, p.CategoryShown(i))
		}
	}
	l.SetShape(LegendColumn)
	narrow := l.MinSize()
	l.rows[1].MouseIn(nil)
	if l.MinSize().Width <= narrow.Width {
		t.Error("the reduced legend does not unfold under the pointer")
	}
	l.rows[1].MouseOut()
	l.SetShape(LegendRow)
	row := l.MinSize()
	l.rows[1].MouseIn(nil)
	if named := l.rows[1]; named.name.Hidden || named.ground.Hidden || named.name.Position().Y >= 0 || l.MinSize() != row {
		t.Errorf("a mark in a row is not named above it, or the row unfolds: %v, %v", named.name.Position(), l.MinSize())
	}
	if !l.rows[2].name.Hidden {
		t.Error("a mark away from the pointer is named too")
	}
}

// TestLegendOfManyEvents: no count runs into its name.
func TestLegendOfManyEvents(t *testing.T) {
	made, err := sample.New(20_000, 1, func(string) (orb.Bound, bool) { return orb.Bound{}, false })
	if err != nil {
		t.Fatal(err)
	}
	c := *made.Frame()
	for e := range made.Events() {
		c.Events = append(c.Events, *e)
	}
	data, err := state.Prepare(&c)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t)
	p := state.New(data, state.Options{Dispatch: fyne.Do, Now: time.Now})
	l := NewLegend(p)
	p.SetPlayhead(data.Window.Latest + 1)
	for _, row := range l.rows {
		row.name.TextStyle.Bold = true
		if need := legendIcon + 8 + row.name.MinSize().Width + 12 + row.count.MinSize().Width; row.width() < need {
			t.Errorf("%s: %s needs %v pixels, and has %v", row.name.Text, row.count.Text, need, row.width())
		}
	}
}

func TestConditionsAreNamedWhileTheyHold(t *testing.T) {
	v, p := shown(t)
	c := NewConditions(p, v)
	p.SetPlayhead(p.Data().Window.Earliest + 3600)
	if len(c.shown) != 0 {
		t.Errorf("on 1 January %d conditions hold", len(c.shown))
	}
	p.SetPlayhead(p.Data().Window.Latest)
	if len(c.shown) == 0 {
		t.Fatal("on 9 January no condition holds, although the state of emergency runs to 19 January")
	}
	for _, i := range c.shown {
		if !p.Data().Item(i).Event.Condition {
			t.Errorf("%s is no condition", p.Data().Item(i).Event.ID)
		}
	}
	c.box.Objects[0].(*tag).Tapped(nil)
	if p.Selected() != c.shown[0] {
		t.Error("a click on a condition did not select it")
	}
}

func BenchmarkRedraw(b *testing.B) {
	v, p := shown(b)
	v.Resize(fyne.NewSize(1280, 800))
	step := int64(3600)
	b.ReportAllocs()
	for b.Loop() {
		if p.SetPlayhead(p.Playhead() + step); p.Playhead() >= p.Data().Window.Latest {
			p.SetPlayhead(p.Data().Window.Earliest)
		}
	}
}
