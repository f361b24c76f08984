package present

import (
	"errors"
	"image"
	"os"
	"strings"
	"testing"
	"time"

	"qantar/assets"
	"qantar/geo/basemap"
	"qantar/store"
	"qantar/store/when"
	"qantar/ui/mapview"
	"qantar/ui/paint"
	"qantar/ui/present/talk"
	"qantar/ui/state"
	"qantar/ui/timeview"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"
)

// stageTest is a show in a window of Fyne's driver without a display.
type stageTest struct {
	*Show
	t     *testing.T
	win   fyne.Window
	now   time.Time
	later func() // what was to be called later
	ended int
	turns int
}

// longCaption is longer than any that fits a line.
const longCaption = "A caption that is so long that it does not fit into one line of the screen, and goes on and on until the last row of the class has fallen asleep over it"

func stageOf(t *testing.T, two bool, own ...Own) *stageTest {
	t.Helper()
	app := test.NewTempApp(t)
	data, story := fixture(t)
	s := &stageTest{t: t, now: time.Date(2026, 1, 5, 9, 30, 0, 0, time.UTC)}
	world, err := basemap.Decode(assets.Basemap)
	if err != nil {
		t.Fatal(err)
	}
	names, err := paint.NewType(assets.FontRegular, assets.FontBold, assets.FontItalic)
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := words.Load(os.DirFS("../../assets/translations"))
	if err != nil {
		t.Fatal(err)
	}
	p := state.New(data, state.Options{Dispatch: func(f func()) { f() }, Now: func() time.Time { return s.now }})
	word := func(key string, args ...string) string { return catalog.In(p.Lang(), key, args...) }
	view := mapview.New(p, world, names, word)
	view.PaintAtOnce()
	deck := talk.Of(story)
	for _, o := range own {
		deck.Slides = append(deck.Slides[:2], append([]talk.Slide{{Kind: talk.Own, Own: o}}, deck.Slides[2:]...)...)
	}
	parts := Parts{
		P: p, Map: view, Timeline: timeview.New(p, names), Panel: container.NewStack(), World: world, Names: names,
		Style: &paint.Light, Words: word, Now: func() time.Time { return s.now }, After: func(_ time.Duration, f func()) { s.later = f },
	}
	s.Show = New(parts, talk.New(deck, 0, parts.Now), two)
	s.Ended = func() { s.ended++ }
	s.Turned = func() { s.turns++ }
	s.win = app.NewWindow("")
	s.win.SetPadded(false)
	s.win.SetContent(s.Audience.Box)
	s.win.Resize(fyne.NewSize(1024, 768))
	t.Cleanup(s.win.Close)
	if two {
		speaker := app.NewWindow("")
		speaker.SetContent(s.Speaker.Box)
		speaker.Resize(fyne.NewSize(1280, 800))
		t.Cleanup(speaker.Close)
	}
	return s
}

// fixture is a collection of two events, and a story of three scenes.
func fixture(t *testing.T) (*state.Data, *store.Story) {
	t.Helper()
	zone := time.FixedZone("", 6*3600)
	parse := func(text string) when.When {
		w, err := when.Parse(text, zone)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	text := func(en string) store.Text { return store.Text{En: en} }
	c := &store.Collection{
		ID: "c", Title: text("Some days"), TimeZone: "Asia/Almaty", Window: parse("2022-01-01/2022-01-10"), Home: store.View{Lon: 67, Lat: 48, Zoom: 4},
		Sources:    []store.Source{{ID: "paper", Publisher: text("The Paper"), Title: "What happened", Published: parse("2022-01-07")}},
		Categories: []store.Category{{ID: "a", Shape: "circle", Color: "orange"}},
		Places:     []store.Place{{ID: "almaty", Kind: store.City, Country: "KZ", Point: orb.Point{76.9, 43.2}}, {ID: "aktau", Kind: store.City, Country: "KZ", Point: orb.Point{51.2, 43.6}}},
		Events: []store.Event{
			{ID: "west", Title: text("In the west"), When: parse("2022-01-02"), Place: "aktau", Category: "a", Kind: store.Happening, Reports: []store.Report{{Source: "paper"}}},
			{ID: "city", Title: text("In the city"), When: parse("2022-01-05"), Place: "almaty", Category: "a", Kind: store.Happening, Reports: []store.Report{{Source: "paper"}}},
		},
	}
	data, err := state.Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	scene := func(id, window, caption string, lon float64, events ...string) store.Scene {
		return store.Scene{
			ID: id, View: store.View{Lon: lon, Lat: 44, Zoom: 5}, Mode: store.WindowScene, Window: parse(window), Highlights: events,
			Caption: text(caption), Notes: text("Notes of " + id + ". " + strings.Repeat("More of them. ", 40)), Questions: []store.Text{text("Why " + id + "?")}, Stay: 10,
		}
	}
	return data, &store.Story{ID: "s", Title: text("A story"), Summary: text("What it is about"), Scenes: []store.Scene{
		scene("one", "2022-01-02", "In the west", 52, "west"),
		scene("two", "2022-01-05", longCaption, 77, "city"),
		scene("three", "2022-01-01/2022-01-09", "All of it", 67),
	}}
}

// texts are all words on a tree of objects that is visible.
func texts(o fyne.CanvasObject) string {
	if !o.Visible() {
		return ""
	}
	switch o := o.(type) {
	case *canvas.Text:
		return o.Text + " "
	case *fyne.Container:
		all := ""
		for _, child := range o.Objects {
			all += texts(child)
		}
		return all
	}
	return ""
}

func (s *stageTest) says(o fyne.CanvasObject, want string) {
	s.t.Helper()
	if got := texts(o); !strings.Contains(got, want) {
		s.t.Errorf("it says %q, %q should be in it", got, want)
	}
}

func (s *stageTest) says0(o fyne.CanvasObject, unwanted string) {
	s.t.Helper()
	if got := texts(o); strings.Contains(got, unwanted) {
		s.t.Errorf("it says %q, with %q in it", got, unwanted)
	}
}

func (s *stageTest) key(name fyne.KeyName) { s.Key(&fyne.KeyEvent{Name: name}) }

func TestFromTheTitleToTheSources(t *testing.T) {
	s := stageOf(t, false)
	s.says(s.Audience.Box, "A story")
	s.says(s.Audience.Box, "What it is about")
	s.key(fyne.KeyPageDown)
	s.says(s.Audience.caption.Box, "In the west")
	s.says(s.Audience.Box, "1/3")
	p := s.parts.P
	if from, to := p.Handles(); to-from != 24*3600 || len(p.Highlights()) != 1 {
		t.Errorf("the scene shows %d seconds and speaks of %d events", to-from, len(p.Highlights()))
	}
	view := p.View()
	s.key(fyne.KeyPageDown)
	if p.View() == view {
		t.Error("the map has not gone to the next scene")
	}
	for range 2 {
		s.key(fyne.KeyPageDown)
	}
	s.says(s.Audience.Box, "The Paper")
	s.says(s.Audience.Box, "What happened")
	s.says(s.Audience.Box, "GeoNames")
	s.key(fyne.KeyPageUp)
	s.says(s.Audience.Box, "3/3")
	if s.turns != 5 {
		t.Errorf("it was told of %d other slides, there were 5", s.turns)
	}
	s.key(fyne.KeyEscape)
	if s.key(fyne.KeyEscape); s.ended != 1 {
		t.Errorf("the end was told %d times", s.ended)
	}
}

// TestCaptionsFit sets short and long captions on screens of every shape: what is
// written stands inside its band, and the band on the screen.
func TestCaptionsFit(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(1024, 768), fyne.NewSize(1280, 800), fyne.NewSize(1920, 1080), fyne.NewSize(800, 600), fyne.NewSize(640, 360)} {
		s := stageOf(t, false)
		s.win.Resize(size)
		for _, caption := range []string{"Short", longCaption, strings.Repeat(longCaption+" ", 2), strings.Repeat("Наразылықбілдірушілер ", 12)} {
			s.Talk.Go(1)
			s.Talk.Slide().Scene.Caption = store.Text{En: caption}
			s.shown = -1
			s.sync()
			a := s.Audience
			band := image.Rect(int(a.scrim.Position().X), int(a.scrim.Position().Y), int(a.scrim.Position().X+a.scrim.Size().Width), int(a.scrim.Position().Y+a.scrim.Size().Height)+1)
			for _, o := range a.caption.Box.Objects {
				at := a.caption.Box.Position().Add(o.Position())
				line := image.Rect(int(at.X), int(at.Y), int(at.X+o.MinSize().Width), int(at.Y+o.MinSize().Height))
				if !line.In(band) {
					t.Errorf("%v: the line %q at %v lies outside its band %v", size, o.(*canvas.Text).Text, line, band)
				}
				if letters := o.(*canvas.Text).TextSize; letters < size.Height*captionShare*0.59 {
					t.Errorf("%v: letters of %.0f pixels cannot be read from the last row", size, letters)
				}
			}
			if got := strings.Join(strings.Fields(texts(a.caption.Box)), " "); got != strings.TrimSpace(caption) {
				t.Errorf("%v: of the caption %q is left", size, got)
			}
			if float32(band.Min.Y) < size.Height/3 {
				t.Errorf("%v: the caption takes the screen from %d on", size, band.Min.Y)
			}
		}
	}
}

func TestControlsAreOutOfSight(t *testing.T) {
	s := stageOf(t, false)
	s.key(fyne.KeyPageDown)
	bar := s.Audience.bar.Box
	move := func(x, y float32) {
		s.Audience.glass.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}})
	}
	if move(300, 300); bar.Visible() {
		t.Error("controls are in sight before the mouse moves")
	}
	if c := s.Audience.glass.Cursor(); c != desktop.HiddenCursor {
		t.Error("the pointer is in sight before the mouse moves")
	}
	if move(320, 300); !bar.Visible() || s.Audience.glass.Cursor() != desktop.DefaultCursor {
		t.Error("moving the mouse shows no controls")
	}
	if s.later(); bar.Visible() || s.Audience.glass.Cursor() != desktop.HiddenCursor {
		t.Error("controls stay when the mouse rests")
	}
}

func TestCoversLieOverEverything(t *testing.T) {
	s := stageOf(t, false)
	s.key(fyne.KeyPageDown)
	s.Rune('b')
	cover := s.Audience.cover
	if r, g, b, _ := cover.FillColor.RGBA(); !cover.Visible() || r+g+b != 0 || cover.Size() != s.Audience.size {
		t.Errorf("the screen is not black: %v, %v", cover.FillColor, cover.Size())
	}
	if last := s.Audience.Box.Objects[len(s.Audience.Box.Objects)-1]; last != fyne.CanvasObject(cover) {
		t.Error("something lies over the black screen")
	}
	if s.Rune('.'); cover.Visible() {
		t.Error("the screen stays black")
	}
}

func TestPenDrawsUntilTheSceneGoes(t *testing.T) {
	s := stageOf(t, false)
	s.key(fyne.KeyPageDown)
	s.Rune('d')
	g := s.Audience.glass
	at := func(x, y float32) fyne.PointEvent { return fyne.PointEvent{Position: fyne.NewPos(x, y)} }
	g.MouseDown(&desktop.MouseEvent{PointEvent: at(100, 100), Button: desktop.MouseButtonPrimary})
	g.Dragged(&fyne.DragEvent{PointEvent: at(200, 100)})
	g.MouseUp(nil)
	g.Tapped(nil)
	if s.Talk.At() != 1 {
		t.Error("a click with the pen went on")
	}
	ink := s.Audience.ink
	if !ink.image.Visible() || ink.pixels.RGBAAt(150, 100) != paint.Light.Accent || ink.pixels.RGBAAt(150, 140).A != 0 {
		t.Errorf("the line is %v, beside it %v", ink.pixels.RGBAAt(150, 100), ink.pixels.RGBAAt(150, 140))
	}
	if s.key(fyne.KeyPageDown); ink.image.Visible() || ink.pixels != nil {
		t.Error("the line is still there on the next scene")
	}
}

func TestSpotlightFollowsThePointer(t *testing.T) {
	s := stageOf(t, false)
	s.key(fyne.KeyPageDown)
	s.Rune('p')
	spot := s.Audience.spot
	for _, at := range []fyne.Position{fyne.NewPos(500, 300), fyne.NewPos(10, 760)} {
		s.Audience.glass.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
		middle := spot.hole.Position().AddXY(spot.hole.Size().Width/2, spot.hole.Size().Height/2)
		if d := max(middle.X-at.X, at.X-middle.X, middle.Y-at.Y, at.Y-middle.Y); d > 1 {
			t.Errorf("the light is at %v, the pointer at %v", middle, at)
		}
	}
	if !spot.Box.Visible() {
		t.Error("there is no light")
	}
	if s.Rune('p'); spot.Box.Visible() {
		t.Error("the light stays on")
	}
}

func TestExploringReturns(t *testing.T) {
	s := stageOf(t, false)
	s.key(fyne.KeyPageDown)
	p, g := s.parts.P, s.Audience.glass
	home, slider := p.View(), p.Playhead()
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 300)}, Dragged: fyne.NewDelta(40, 30)})
	g.DragEnd()
	if !s.Talk.Exploring() || p.View() == home || g.Visible() {
		t.Fatalf("dragging the map: exploring %v, moved %v", s.Talk.Exploring(), p.View() != home)
	}
	p.SetPlayhead(slider + 3600)
	p.Select(0)
	if !s.Audience.panel.Visible() {
		t.Error("nothing tells of the event that was clicked")
	}
	s.key(fyne.KeyPageDown)
	if p.View() != home || p.Playhead() != slider || s.Talk.At() != 1 || s.Audience.panel.Visible() || p.Selected() >= 0 {
		t.Errorf("after exploring it shows slide %d, the view %+v, not %+v", s.Talk.At(), p.View(), home)
	}
	g.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 300)}, Scrolled: fyne.NewDelta(0, 25)})
	if !s.Talk.Exploring() {
		t.Error("the wheel does not explore")
	}
	if s.key(fyne.KeyEscape); s.Talk.Exploring() || s.ended > 0 || p.View() != home {
		t.Error("escape should come back to the scene")
	}
}

func TestNotesOverTheMapOnOneScreenAlone(t *testing.T) {
	s := stageOf(t, false)
	s.key(fyne.KeyPageDown)
	s.says0(s.Audience.Box, "Notes of one")
	s.Rune('n')
	s.says(s.Audience.notes.Box, "Notes of one")
	s.says(s.Audience.notes.Box, "Why one?")
	if box := s.Audience.notes.Box; box.Position().Y+box.Size().Height > s.Audience.scrim.Position().Y {
		t.Errorf("the notes reach down to %.0f, the caption begins at %.0f", box.Position().Y+box.Size().Height, s.Audience.scrim.Position().Y)
	}
	two := stageOf(t, true)
	two.key(fyne.KeyPageDown)
	two.Rune('n')
	two.says0(two.Audience.Box, "Notes of one")
	two.Rune('q')
	two.says(two.Audience.Box, "Why one?")
}

func TestSpeakerSeesWhatComes(t *testing.T) {
	s := stageOf(t, true)
	s.key(fyne.KeyPageDown)
	v := s.Speaker
	s.says(v.notes.inner, "Notes of one")
	s.says(v.captions[0].Box, "In the west")
	s.says(v.captions[1].Box, "A caption that is so long")
	if v.number.Text != "1 / 3" || v.clock.Text != "09:30" || v.elapsed.Text != "00:00" {
		t.Errorf("it shows %q, %q, %q", v.number.Text, v.clock.Text, v.elapsed.Text)
	}
	s.now = s.now.Add(75 * time.Second)
	if s.Beat(); v.elapsed.Text != "01:15" || v.clock.Text != "09:31" {
		t.Errorf("after 75 seconds it shows %q at %q", v.elapsed.Text, v.clock.Text)
	}
	if v.now.image.Image == nil || v.after.image.Image == nil {
		t.Error("there are no pictures of this and the next scene")
	}
	test.Tap(v.list.rows[3])
	if s.Talk.At() != 3 || v.number.Text != "3 / 3" {
		t.Errorf("a click in the list went to slide %d", s.Talk.At())
	}
	s.Rune('1')
	if !strings.Contains(v.number.Text, "1") {
		t.Errorf("the number that is being typed is not shown: %q", v.number.Text)
	}
	if s.key(fyne.KeyReturn); s.Talk.At() != 1 {
		t.Errorf("1 and Enter went to slide %d", s.Talk.At())
	}
	height := v.notes.height
	if v.Enlarge(4); v.notes.height <= height {
		t.Error("the notes' letters did not grow")
	}
}

func TestNoComplaintReachesTheAudience(t *testing.T) {
	two, one := stageOf(t, true), stageOf(t, false)
	err := errors.New("the disk is on fire")
	for _, s := range []*stageTest{two, one} {
		s.Fail(err)
		s.says0(s.Audience.Box, "fire")
		if top := s.win.Canvas().Overlays().Top(); top != nil {
			t.Error("a dialog lies over the audience's screen")
		}
	}
	if two.Speaker.status.Text != err.Error() || len(two.Errors()) != 0 {
		t.Errorf("the speaker is told %q", two.Speaker.status.Text)
	}
	if got := one.Errors(); len(got) != 1 {
		t.Errorf("on one screen %d errors wait for the end", len(got))
	}
}

func TestPlaysByItself(t *testing.T) {
	s := stageOf(t, false)
	s.key(fyne.KeyPageDown)
	s.Rune('a')
	s.now = s.now.Add(11 * time.Second)
	if s.Beat(); s.Talk.At() != 2 {
		t.Errorf("after eleven seconds it shows slide %d", s.Talk.At())
	}
}

// quiz is a slide made elsewhere that takes one key.
type quiz struct {
	object fyne.CanvasObject
	keys   []fyne.KeyName
}

func (q *quiz) Name(store.Lang) string    { return "Quiz" }
func (q *quiz) Object() fyne.CanvasObject { return q.object }
func (q *quiz) TypedKey(name fyne.KeyName) bool {
	q.keys = append(q.keys, name)
	return name == fyne.KeyPageDown && len(q.keys) < 3 || name == fyne.KeyB
}

func TestSlidesMadeElsewhere(t *testing.T) {
	q := &quiz{object: canvas.NewText("Who said it?", nil)}
	s := stageOf(t, true, q)
	s.key(fyne.KeyPageDown)
	s.key(fyne.KeyPageDown)
	s.says(s.Audience.Box, "Who said it?")
	s.says(s.Speaker.captions[0].Box, "Quiz")
	if s.Audience.glass.Visible() {
		t.Error("clicks do not reach the quiz")
	}
	s.key(fyne.KeyPageDown)
	for range 2 {
		test.Tap(s.Speaker.buttons[1])
	}
	if len(q.keys) != 3 || s.Talk.At() != 3 {
		t.Errorf("the quiz got %v, and slide %d is shown", q.keys, s.Talk.At())
	}
	s.says0(s.Audience.Box, "Who said it?")
}

func TestLettersThatAnotherSlideUses(t *testing.T) {
	s := stageOf(t, false, &quiz{object: canvas.NewText("Who said it?", nil)})
	s.Go(2)
	press := func(name fyne.KeyName, r rune) {
		s.key(name)
		s.Rune(r)
	}
	if press(fyne.KeyB, 'b'); s.Talk.Cover() != talk.Uncovered {
		t.Error("an answer made the screen black")
	}
	if press(fyne.KeyPeriod, '.'); s.Talk.Cover() != talk.Blacked {
		t.Error("a key that the slide does not use should be the talk's")
	}
	if press(fyne.KeyB, 'b'); s.Talk.Cover() != talk.Uncovered {
		t.Error("under a black screen the slide still has the keys")
	}
}

// frames is a clock that goes when it is told to.
type frames struct{ task func(time.Time) bool }

func (f *frames) Run(task func(time.Time) bool) { f.task = task }

func TestTimeGlidesWithTheMap(t *testing.T) {
	s := stageOf(t, false)
	s.key(fyne.KeyPageDown)
	clock := &frames{}
	s.parts.Clock = clock
	before := s.parts.P.Playhead()
	s.key(fyne.KeyPageDown)
	start := time.Now()
	last := before
	for i := range 40 {
		more := clock.task(start.Add(time.Duration(i) * 100 * time.Millisecond))
		now := s.parts.P.Playhead()
		if now < last {
			t.Fatalf("the slider went back from %d to %d", last, now)
		}
		if i == 2 && (now == before || !more) {
			t.Error("the slider stands still")
		}
		if last = now; !more {
			break
		}
	}
	if want := s.Talk.Slide().Scene.Window.Latest + 1; last != want {
		t.Errorf("the slider came to %d, the scene is at %d", last, want)
	}
}

func TestWhoIsDisturbedByMotionSeesNone(t *testing.T) {
	s := stageOf(t, false)
	clock := &frames{}
	s.parts.Clock, s.parts.Still = clock, true
	s.key(fyne.KeyPageDown)
	if want := s.Talk.Slide().Scene.Window.Latest + 1; s.parts.P.Playhead() != want || clock.task != nil {
		t.Error("the slider did not jump")
	}
}
