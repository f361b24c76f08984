package storyview

import (
	"image/color"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"qantar/assets"
	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
	"qantar/store/stories"
	"qantar/ui/paint"
	"qantar/ui/state"
	"qantar/ui/story"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// newTestView is a view in a window, of own stories and the shipped ones.
func newTestView(t *testing.T, own ...store.Story) (*View, *story.Editor, *state.Presenter) {
	t.Helper()
	c, err := collection.Read(seeds.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	data, err := state.Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := words.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t)
	p := state.New(data, state.Options{Dispatch: fyne.Do, Now: time.Now})
	e := story.New(own, c.Stories)
	v := New(Options{
		Presenter: p, Editor: e, Catalog: catalog,
		Lacks: stories.Lacking(c, func(id string) bool { return data.Index(id) >= 0 }),
	})
	test.NewTempWindow(t, v.Box).Resize(fyne.NewSize(400, 560))
	return v, e, p
}

// made is a story of scenes with the given captions, with the picture of a
// shipped scene.
func made(t *testing.T, captions ...string) store.Story {
	t.Helper()
	c, err := collection.Read(seeds.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	s := store.Story{ID: "made", Title: store.Text{En: "Made"}}
	for i, caption := range captions {
		scene := c.Stories[0].Scenes[i]
		scene.Caption = store.Text{En: caption}
		s.Scenes = append(s.Scenes, scene)
	}
	return s
}

// allTexts are all words that can be seen under an object, in order.
func allTexts(o fyne.CanvasObject) string {
	var all []string
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *widget.Label:
			all = append(all, o.Text)
		case *widget.Button:
			all = append(all, o.Text)
		case *field:
			all = append(all, o.Text)
		case *row:
			walk(o.number)
			walk(o.lines)
		case *rows:
			walk(o.box)
		case *widget.List:
			for i := range o.Length() {
				item := o.CreateItem()
				o.UpdateItem(i, item)
				walk(item)
			}
		case *container.Scroll:
			walk(o.Content)
		case *container.Split:
			walk(o.Leading)
			walk(o.Trailing)
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		}
	}
	walk(o)
	return strings.Join(all, "\n")
}

func captions(e *story.Editor) string {
	var all []string
	for _, s := range e.Opened().Scenes {
		all = append(all, s.Caption.En)
	}
	return strings.Join(all, " ")
}

func TestListNamesEveryStory(t *testing.T) {
	v, e, p := newTestView(t, made(t, "a", "b"))
	for _, lang := range store.Langs {
		p.SetLang(lang)
		text := allTexts(v.Box)
		for i := range e.Len() {
			if title := e.Story(i).Title.In(lang); !strings.Contains(text, title) {
				t.Errorf("in %s the list lacks %q", lang, title)
			}
		}
		for _, key := range []string{"story-stories", "story-new", "story-own", "story-shipped"} {
			if !strings.Contains(text, v.opts.Catalog[lang][key]) {
				t.Errorf("in %s the list lacks %q", lang, v.opts.Catalog[lang][key])
			}
		}
	}
	v.list.rows.Select(0)
	if e.At() != (story.Place{Story: 0, Scene: -1}) || !v.open.box.Visible() || v.list.box.Visible() {
		t.Errorf("choosing the first story opens %v", e.At())
	}
	test.Tap(v.open.back)
	if e.Opened() != nil || v.open.box.Visible() || !v.list.box.Visible() {
		t.Error("the way back does not lead to the list")
	}
}

func TestAddSceneFromWhatIsShown(t *testing.T) {
	v, e, p := newTestView(t)
	p.Step(1)
	event := p.Data().Item(p.Selected()).Event
	test.Tap(v.list.add)
	want := p.Scene()
	want.ID, want.Caption = "scene", event.Title
	if got := *e.Scene(); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if title := e.Opened().Title; title.Ru != "Новый рассказ" || title.Kk != "Жаңа хикая" {
		t.Errorf("the story is called %v", title)
	}
	p.Select(-1)
	p.Highlight(nil)
	p.ToggleCategory(0)
	v.AddScene()
	if s := e.Scene(); len(e.Opened().Scenes) != 2 || !s.Caption.IsZero() || len(s.Hidden) != 1 {
		t.Errorf("the second scene is %+v", s)
	}
	if text := allTexts(v.Box); !strings.Contains(text, event.Title.En) || !strings.Contains(text, "No caption yet") {
		t.Errorf("the scenes say\n%s", text)
	}
	p.ToggleCategory(0)
	v.UpdateScene()
	if s := e.Scene(); len(s.Hidden) != 0 || s.ID != "scene-2" {
		t.Errorf("with another picture the scene is %+v", s)
	}
}

// A story of the collection is not changed: adding a scene makes a story.
func TestShippedStoriesAreOnlyRead(t *testing.T) {
	v, e, p := newTestView(t)
	e.Go(story.Place{Story: 1, Scene: 2})
	s := *e.Scene()
	text := allTexts(v.Box)
	for _, want := range []string{s.Caption.En, s.Notes.En, s.Questions[0].En, "Copy to make it yours"} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q", want)
		}
	}
	if len(v.open.form.fields) > 0 || v.open.add.Visible() {
		t.Error("a story of the collection can be written in")
	}
	v.DeleteScene()
	v.MoveScene(1)
	v.DuplicateScene()
	v.DeleteStory()
	v.open.rows.drag(2, 0)
	v.open.rows.drop()
	if e.CanUndo() {
		t.Error("a story of the collection was changed")
	}
	p.SetLang(store.Russian)
	test.Tap(v.open.copy)
	if !e.CanEdit() || e.Opened().Title.Ru != e.Story(2).Title.Ru+" – копия" || e.Opened().Title.En != e.Story(2).Title.En+" – copy" {
		t.Errorf("the copy is called %v", e.Opened().Title)
	}
	e.Go(story.Place{Story: 1, Scene: 0})
	v.AddScene()
	if n := len(e.Own()); n != 2 || len(e.Opened().Scenes) != 1 {
		t.Errorf("there are %d own stories, and %d scenes in the last", n, len(e.Opened().Scenes))
	}
}

func TestATapShowsTheScene(t *testing.T) {
	v, e, p := newTestView(t)
	e.Go(story.Place{Story: 1, Scene: -1})
	for i := range e.Opened().Scenes {
		test.Tap(v.open.rows.items[i+1])
		if e.At().Scene != i || !v.open.rows.items[i+1].chosen || v.open.rows.items[i].chosen {
			t.Fatalf("a tap on scene %d opens %v", i, e.At())
		}
		want, got := e.Scene(), p.Scene()
		if got.Mode != want.Mode || got.Window.Text != want.Window.Text && got.Window.Earliest != want.Window.Earliest || !reflect.DeepEqual(got.Highlights, want.Highlights) || !reflect.DeepEqual(got.Sources, want.Sources) {
			t.Errorf("scene %d shows %+v, want %+v", i, got, want)
		}
	}
	if v.canvas().Focused() != fyne.Focusable(v.open.rows) {
		t.Error("a tap does not bring the keys to the scenes")
	}
}

func TestKeysOfScenes(t *testing.T) {
	v, e, _ := newTestView(t, made(t, "a", "b", "c"))
	e.Go(story.Place{Story: 0, Scene: 0})
	v.focus(v.open.rows)
	var keys []fyne.KeyName
	var runes []rune
	v.OnKey, v.OnRune = func(k *fyne.KeyEvent) { keys = append(keys, k.Name) }, func(r rune) { runes = append(runes, r) }
	for _, tt := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyDown, 1}, {fyne.KeyDown, 2}, {fyne.KeyDown, 2}, {fyne.KeyUp, 1}, {fyne.KeyUp, 0}, {fyne.KeyUp, -1}, {fyne.KeyUp, -1}, {fyne.KeyDown, 0}, {fyne.KeySpace, 0}} {
		v.open.rows.TypedKey(&fyne.KeyEvent{Name: tt.key})
		if got := e.At().Scene; got != tt.want {
			t.Fatalf("%s opens scene %d, want %d", tt.key, got, tt.want)
		}
	}
	v.open.rows.TypedRune('/')
	if len(keys) != 1 || keys[0] != fyne.KeySpace || string(runes) != "/" {
		t.Errorf("handed on were %v and %q", keys, string(runes))
	}
	v.open.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := captions(e); got != "b c" {
		t.Errorf("Delete leaves %q", got)
	}
	v.open.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if v.canvas().Focused() != fyne.Focusable(v.open.form.fields[0]) {
		t.Error("Return does not go to the caption")
	}
	v.open.form.fields[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if v.canvas().Focused() != fyne.Focusable(v.open.rows) {
		t.Error("Return does not go back from the caption")
	}
}

func TestDraggingReorders(t *testing.T) {
	for name, tt := range map[string]struct {
		scene int
		to    float32 // in rows, from the top of the first scene
		want  string
	}{
		"down by one":      {0, 1.8, "b a c d"},
		"to the end":       {0, 9, "b c d a"},
		"up by one":        {2, 1.1, "a c b d"},
		"to the front":     {3, -0.9, "d a b c"},
		"a little":         {1, 1.4, "a b c d"},
		"into its own gap": {1, 2.2, "a b c d"},
	} {
		t.Run(name, func(t *testing.T) {
			v, e, _ := newTestView(t, made(t, "a", "b", "c", "d"))
			e.Go(story.Place{Story: 0, Scene: -1})
			row := v.open.rows.items[tt.scene+1]
			height := row.Size().Height
			if height < 20 || row.Position().Y != float32(tt.scene+1)*height {
				t.Fatalf("row %d stands at %v, %v high", tt.scene, row.Position(), height)
			}
			y := (tt.to+1)*height - row.Position().Y // within the row
			for _, at := range []float32{height / 2, y} {
				row.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, at)}})
			}
			if !v.open.rows.mark.Visible() {
				t.Error("nothing shows where the scene would go")
			}
			row.DragEnd()
			if got := captions(e); got != tt.want || v.open.rows.mark.Visible() {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestWriting(t *testing.T) {
	v, e, p := newTestView(t, made(t, "a", "b"))
	e.Go(story.Place{Story: 0, Scene: 0})
	p.SetLang(store.Kazakh)
	caption := v.open.form.fields[0]
	if caption.Text != "" || caption.PlaceHolder != "a" {
		t.Errorf("in Kazakh the field says %q, %q", caption.Text, caption.PlaceHolder)
	}
	test.Type(caption, "Наразылық")
	if got := e.Scene().Caption; got != (store.Text{En: "a", Kk: "Наразылық"}) {
		t.Errorf("the caption is %v", got)
	}
	if text := allTexts(v.open.rows); !strings.Contains(text, "Наразылық") {
		t.Errorf("the row says %q", text)
	}
	if caption != v.open.form.fields[0] {
		t.Error("typing makes new fields")
	}
	caption.TypedShortcut(&fyne.ShortcutUndo{})
	if got := e.Scene().Caption.Kk; got != caption.Text || got == "Наразылық" {
		t.Errorf("after the field's own undo the caption is %q, the field says %q", got, caption.Text)
	}
	caption.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
	if got := e.Scene().Caption.Kk; got != "Наразылық" {
		t.Errorf("after the field's own redo the caption is %q", got)
	}
	caption.SetText(strings.Repeat("ж", 150) + "\n")
	if len([]rune(caption.Text)) != store.MaxCaption || caption.left.Text != "140 / 140" {
		t.Errorf("the field says %q, of length %s", caption.Text, caption.left.Text)
	}
	caption.FocusLost()
	for e.CanUndo() {
		v.Undo()
	}
	if caption = v.open.form.fields[0]; caption.Text != "" || e.Scene().Caption != (store.Text{En: "a"}) {
		t.Errorf("after undoing the field says %q, the caption is %v", caption.Text, e.Scene().Caption)
	}
}

// A field is as high as its text, and the line that is written is in sight.
func TestFieldsGrow(t *testing.T) {
	v, e, _ := newTestView(t, made(t, "a"))
	e.Go(story.Place{Story: 0, Scene: 0})
	notes := v.open.form.fields[1]
	if notes.Size().Width < 200 {
		t.Fatalf("the field has the size %v", notes.Size())
	}
	notes.SetText("short")
	low := notes.MinSize().Height
	notes.SetText(strings.Repeat("many words ", 100))
	if high := notes.MinSize().Height; high < 3*low {
		t.Errorf("with many words the field is %v high, with one %v", high, low)
	}
	notes.SetText("one\ntwo")
	if again := notes.MinSize().Height; again != low {
		t.Errorf("with two lines the field is %v high, want %v", again, low)
	}
	box := v.open.form.box
	v.focus(v.open.form.stay)
	bottom := box.Offset.Y
	if bottom <= 0 {
		t.Error("the last field is not brought into sight")
	}
	wheel := newWheel(box)
	wheel.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: 30}})
	if box.Offset.Y >= bottom {
		t.Error("the wheel over a field does not scroll the form")
	}
	v.focus(v.open.form.fields[0])
	if box.Offset.Y > 60 {
		t.Errorf("with the first field in focus the form is scrolled by %v", box.Offset.Y)
	}
}

func TestQuestionsAndStay(t *testing.T) {
	v, e, _ := newTestView(t, made(t, "a"))
	e.Go(story.Place{Story: 0, Scene: 0})
	before := len(e.Scene().Questions)
	v.open.form.addQuestion()
	asked := v.open.form.fields[len(v.open.form.fields)-1]
	if v.canvas().Focused() != fyne.Focusable(asked) {
		t.Error("a new question is not ready to be written")
	}
	test.Type(asked, "Who says so?")
	if q := e.Scene().Questions; len(q) != before+1 || q[before].En != "Who says so?" {
		t.Errorf("the questions are %v", q)
	}
	v.open.form.stay.SetText("")
	test.Type(v.open.form.stay, "4x5")
	if e.Scene().Stay != 45 || v.open.form.stay.Text != "45" {
		t.Errorf("the scene stays %d, the field says %q", e.Scene().Stay, v.open.form.stay.Text)
	}
	v.open.form.stay.SetText("")
	if e.Scene().Stay != 0 {
		t.Errorf("with nothing written the scene stays %d", e.Scene().Stay)
	}
}

func TestEventsSpokenOf(t *testing.T) {
	v, e, p := newTestView(t, made(t, "a"))
	e.Go(story.Place{Story: 0, Scene: 0})
	v.Choose(0)
	spoken := e.Scene().Highlights
	last := func() string { s := e.Scene().Highlights; return s[len(s)-1] }
	if !v.open.form.speak.Disabled() {
		t.Error("with no event selected one can be added")
	}
	p.Step(1)
	for slices.Contains(spoken, p.Data().Item(p.Selected()).Event.ID) {
		p.Step(1)
	}
	event := p.Data().Item(p.Selected()).Event
	test.Tap(v.open.form.speak)
	if len(e.Scene().Highlights) != len(spoken)+1 || last() != event.ID || !v.open.form.speak.Disabled() {
		t.Errorf("the scene speaks of %q", e.Scene().Highlights)
	}
	if marked := p.Highlights(); marked[len(marked)-1] != p.Selected() {
		t.Errorf("marked are %v", marked)
	}
	if text := allTexts(v.open.form.box); !strings.Contains(text, event.Title.En) {
		t.Errorf("the form says\n%s", text)
	}
	v.UpdateScene()
	if got := e.Scene().Highlights; len(got) != len(spoken)+1 {
		t.Errorf("with another picture the scene speaks of %q", got)
	}
	v.Undo()
	v.Undo()
	if got := e.Scene().Highlights; !slices.Equal(got, spoken) || len(p.Highlights()) != len(spoken) {
		t.Errorf("after undoing the scene speaks of %q, marked are %v", got, p.Highlights())
	}
	e.DeleteHighlight(0)
	if got := e.Scene().Highlights; len(got) != len(spoken)-1 {
		t.Errorf("with one taken out the scene speaks of %q", got)
	}
}

func TestWhatIsLackingIsTold(t *testing.T) {
	own := made(t, "a", "b")
	own.Scenes[0].Highlights = append([]string{"gone-event"}, own.Scenes[0].Highlights...)
	v, e, _ := newTestView(t, own)
	e.Go(story.Place{Story: 0, Scene: 0})
	v.Choose(0)
	if text := allTexts(v.Box); !strings.Contains(text, "gone-event") || !strings.Contains(text, "names what is not here") {
		t.Errorf("it says\n%s", text)
	}
	v.Choose(1)
	if text := allTexts(v.open.form.box); strings.Contains(text, "gone-event") {
		t.Error("another scene is said to lack it")
	}
}

func TestPresent(t *testing.T) {
	v, e, _ := newTestView(t)
	e.Go(story.Place{Story: 0, Scene: -1})
	if v.open.present.Visible() {
		t.Error("it can be presented, though nobody presents")
	}
	var got []int
	v.OnPresent = func(s *store.Story, scene int) {
		if s.ID != e.Opened().ID {
			t.Errorf("presented is %s", s.ID)
		}
		got = append(got, scene)
	}
	v.Present()
	v.Choose(3)
	test.Tap(v.open.present)
	if !reflect.DeepEqual(got, []int{-1, 3}) {
		t.Errorf("presented from %v", got)
	}
}

// Every button with a picture only says what it does.
func TestHints(t *testing.T) {
	v, e, _ := newTestView(t, made(t, "a"))
	e.Go(story.Place{Story: 0, Scene: 0})
	v.SetStatus("Saved", false)
	n := 0
	for _, b := range append(buttons(v.open.box), buttons(v.list.box)...) {
		n++
		b.MouseIn(&desktop.MouseEvent{})
		if want := v.opts.Catalog[store.English][b.key]; want == "" || v.status.Text != want || b.AccessibilityLabel() != want {
			t.Errorf("the button %q says %q", b.key, v.status.Text)
		}
		b.MouseOut()
		if v.status.Text != "Saved" {
			t.Errorf("afterwards the status says %q", v.status.Text)
		}
	}
	if n < 9 {
		t.Errorf("there are %d buttons", n)
	}
	v.SetStatus("Not saved", true)
	if v.status.Importance != widget.DangerImportance {
		t.Error("a failure does not stand out")
	}
}

func buttons(o fyne.CanvasObject) (all []*button) {
	switch o := o.(type) {
	case *button:
		return []*button{o}
	case *container.Scroll:
		return buttons(o.Content)
	case *container.Split:
		return append(buttons(o.Leading), buttons(o.Trailing)...)
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, buttons(child)...)
		}
	}
	return all
}

func TestStyle(t *testing.T) {
	v, e, _ := newTestView(t)
	e.Go(story.Place{Story: 0, Scene: 0})
	for _, style := range []*paint.Style{&paint.Dark, &paint.Light} {
		v.SetStyle(style)
		if got := v.open.rows.items[1].ground.FillColor; got != color.Color(style.Hover) {
			t.Errorf("the scene that is open stands on %v", got)
		}
		if got := canvas.NewRectangle(style.Accent).FillColor; v.open.rows.mark.FillColor != got {
			t.Errorf("the mark is %v", v.open.rows.mark.FillColor)
		}
	}
}
