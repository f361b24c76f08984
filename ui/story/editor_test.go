package story

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"qantar/store"
	"qantar/store/stories"
	"qantar/store/when"
)

// scene is a scene whose caption tells it from others.
func scene(caption string) store.Scene {
	window, err := when.Parse("2022-01-01/2022-01-05", time.UTC)
	if err != nil {
		panic(err)
	}
	return store.Scene{View: store.View{Lon: 60, Lat: 50, Zoom: 4}, Mode: store.CumulativeScene, Window: window, Caption: store.Text{En: caption}}
}

// story is a story with scenes of the given captions.
func storyOf(id string, captions ...string) store.Story {
	s := store.Story{ID: id, Title: store.Text{En: id}}
	for i, caption := range captions {
		scene := scene(caption)
		scene.ID = "s" + strconv.Itoa(i)
		s.Scenes = append(s.Scenes, scene)
	}
	return s
}

// captions are those of the story that is open, the chosen one in brackets.
func captions(e *Editor) string {
	var all []string
	for i, s := range e.Opened().Scenes {
		text := s.Caption.En
		if i == e.At().Scene {
			text = "[" + text + "]"
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}

func TestScenes(t *testing.T) {
	for name, tt := range map[string]struct {
		at   int
		do   func(e *Editor)
		want string
	}{
		"add":                      {0, func(e *Editor) { e.AddScene(scene("x")) }, "a [x] b c"},
		"add to the story":         {-1, func(e *Editor) { e.AddScene(scene("x")) }, "a b c [x]"},
		"add at the end":           {2, func(e *Editor) { e.AddScene(scene("x")) }, "a b c [x]"},
		"duplicate":                {1, func(e *Editor) { e.DuplicateScene() }, "a b [b] c"},
		"duplicate nothing":        {-1, func(e *Editor) { e.DuplicateScene() }, "a b c"},
		"delete":                   {1, func(e *Editor) { e.DeleteScene() }, "a [c]"},
		"delete the last":          {2, func(e *Editor) { e.DeleteScene() }, "a [b]"},
		"delete nothing":           {-1, func(e *Editor) { e.DeleteScene() }, "a b c"},
		"down":                     {0, func(e *Editor) { e.MoveScene(0, 1) }, "b [a] c"},
		"up":                       {2, func(e *Editor) { e.MoveScene(2, 1) }, "a [c] b"},
		"to the front":             {1, func(e *Editor) { e.MoveScene(2, 0) }, "[c] a b"},
		"to the end":               {1, func(e *Editor) { e.MoveScene(0, 2) }, "b c [a]"},
		"beyond the end":           {2, func(e *Editor) { e.MoveScene(2, 3) }, "a b [c]"},
		"before the start":         {0, func(e *Editor) { e.MoveScene(0, -1) }, "[a] b c"},
		"another picture":          {1, func(e *Editor) { e.SetPicture(scene("x")) }, "a [b] c"},
		"beyond the scenes":        {9, func(e *Editor) {}, "a b [c]"},
		"a shipped one stays":      {0, func(e *Editor) { e.Go(Place{1, 0}); e.DeleteScene(); e.AddScene(scene("x")) }, "[p] q"},
		"a copy of a shipped one":  {0, func(e *Editor) { e.Copy(1, store.Text{En: "mine"}); e.DeleteScene() }, "[q]"},
		"delete, undo":             {1, func(e *Editor) { e.DeleteScene(); e.Undo() }, "a [b] c"},
		"move, undo, redo":         {0, func(e *Editor) { e.MoveScene(0, 2); e.Undo(); e.Redo() }, "b c [a]"},
		"undo opens what it undid": {0, func(e *Editor) { e.MoveScene(0, 2); e.Go(Nowhere); e.Undo() }, "[a] b c"},
	} {
		t.Run(name, func(t *testing.T) {
			e := New([]store.Story{storyOf("own", "a", "b", "c")}, []store.Story{storyOf("shipped", "p", "q")})
			e.Go(Place{0, tt.at})
			tt.do(e)
			if got := captions(e); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestSetPictureKeepsTexts(t *testing.T) {
	own := storyOf("own", "a")
	own.Scenes[0].Notes, own.Scenes[0].Questions, own.Scenes[0].Stay = store.Text{Ru: "n"}, []store.Text{{Kk: "q"}}, 7
	e := New([]store.Story{own}, nil)
	e.Go(Place{0, 0})
	from := scene("other")
	from.View.Zoom, from.Mode, from.Highlights, from.Hidden = 9, store.DayScene, []string{"e"}, []string{"law"}
	e.SetPicture(from)
	want := from
	want.ID, want.Caption, want.Notes, want.Questions, want.Stay = "s0", own.Scenes[0].Caption, store.Text{Ru: "n"}, []store.Text{{Kk: "q"}}, 7
	if got := *e.Scene(); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// What a small window shows still fits into a story's limits.
func TestScenesAreMadeToFit(t *testing.T) {
	e := New(nil, nil)
	wide := scene("x")
	wide.View = store.View{Lon: 181, Lat: -89, Zoom: 22}
	for i := range 30 {
		wide.Highlights = append(wide.Highlights, "e"+strconv.Itoa(i))
	}
	e.Add(store.Text{En: "T"}, wide)
	if s := e.Scene(); s.View != (store.View{Lon: 180, Lat: -85, Zoom: 20}) || len(s.Highlights) != store.MaxHighlights {
		t.Errorf("got %+v", s)
	}
	for range store.MaxScenes + 5 {
		e.AddScene(wide)
	}
	if _, err := stories.Encode(e.Own(), time.UTC); err != nil || len(e.Opened().Scenes) != store.MaxScenes {
		t.Errorf("%d scenes, %v", len(e.Opened().Scenes), err)
	}
}

func TestTypingIsOneStep(t *testing.T) {
	e := New([]store.Story{storyOf("own", "a", "b")}, nil)
	e.Go(Place{0, 0})
	for _, text := range []string{"n", "no", "not"} {
		e.SetText(Notes, 0, store.English, text)
	}
	e.SetText(Notes, 0, store.Kazakh, "ж")
	e.SetText(Caption, 0, store.English, "c")
	e.Pause()
	e.SetText(Caption, 0, store.English, "ca")
	e.Go(Place{0, 1})
	e.SetText(Caption, 0, store.English, "d")
	var got []string
	for e.CanUndo() {
		got = append(got, e.Opened().Scenes[0].Caption.En+"|"+e.Opened().Scenes[0].Notes.En+e.Opened().Scenes[0].Notes.Kk+"|"+e.Opened().Scenes[1].Caption.En)
		e.Undo()
	}
	want := []string{"ca|notж|d", "ca|notж|b", "c|notж|b", "a|notж|b", "a|not|b"}
	if !slices.Equal(got, want) {
		t.Errorf("undoing went through %q, want %q", got, want)
	}
}

func TestTexts(t *testing.T) {
	for name, tt := range map[string]struct {
		field    Field
		in, want string
	}{
		"plain":          {Caption, "Алматы, 5 қаңтар", "Алматы, 5 қаңтар"},
		"one line":       {Caption, "a\r\nb\tc", "a b c"},
		"several lines":  {Notes, "a\r\nb\tc", "a\nb c"},
		"cannot be seen": {Title, "a\u202eb\x00c\u200f\xffd", "abcd"},
		"too long":       {Caption, strings.Repeat("ж", 200), strings.Repeat("ж", store.MaxCaption)},
		"question":       {Question, strings.Repeat("?", 400), strings.Repeat("?", store.MaxQuestion)},
		"summary":        {Summary, " a\n", " a\n"},
	} {
		t.Run(name, func(t *testing.T) {
			e := New([]store.Story{storyOf("own", "x")}, nil)
			e.Go(Place{0, 0})
			e.AddQuestion()
			got := e.SetText(tt.field, 0, store.Russian, tt.in)
			if got != tt.want || e.Text(tt.field, 0).Ru != tt.want {
				t.Errorf("got %q, and it holds %q", got, e.Text(tt.field, 0).Ru)
			}
		})
	}
}

func TestTextsOfNothing(t *testing.T) {
	e := New(nil, []store.Story{storyOf("shipped", "p")})
	e.SetText(Caption, 0, store.English, "x")
	e.Go(Place{0, -1})
	e.SetText(Caption, 0, store.English, "x")
	e.SetText(Title, 0, store.English, "x")
	if e.CanUndo() || e.Text(Question, 3) != (store.Text{}) || e.Text(Title, 0).En != "shipped" {
		t.Error("what is not open or not the user's was changed")
	}
}

func TestQuestionsAndStay(t *testing.T) {
	e := New([]store.Story{storyOf("own", "a")}, nil)
	e.Go(Place{0, 0})
	for i := range store.MaxQuestions + 2 {
		e.AddQuestion()
		e.SetText(Question, i, store.English, strconv.Itoa(i))
	}
	e.DeleteQuestion(0)
	e.DeleteQuestion(99)
	e.SetStay(99999)
	if s := e.Scene(); len(s.Questions) != store.MaxQuestions-1 || s.Questions[0].En != "1" || s.Stay != store.MaxStay {
		t.Errorf("got %+v", s)
	}
}

func TestHighlights(t *testing.T) {
	e := New([]store.Story{storyOf("own", "a")}, nil)
	e.Go(Place{0, 0})
	for i := range store.MaxHighlights + 3 {
		e.AddHighlight("e" + strconv.Itoa(i))
		e.AddHighlight("e0")
	}
	e.DeleteHighlight(1)
	e.DeleteHighlight(99)
	if s := e.Scene(); len(s.Highlights) != store.MaxHighlights-1 || s.Highlights[0] != "e0" || s.Highlights[1] != "e2" {
		t.Errorf("got %v", s.Highlights)
	}
}

func TestImport(t *testing.T) {
	e := New([]store.Story{storyOf("a", "x")}, []store.Story{storyOf("b", "y")})
	more := []store.Story{storyOf("a", "x"), storyOf("b", "z"), storyOf("c", "w"), storyOf("c", "v")}
	if n := e.Import(more); n != 3 {
		t.Errorf("%d were added", n)
	}
	var ids []string
	for _, s := range e.Own() {
		ids = append(ids, s.ID)
	}
	if got := strings.Join(ids, " "); got != "a b-2 c c-2" {
		t.Errorf("there are %s", got)
	}
	if n := e.Import(more); n != 0 {
		t.Errorf("%d were added the second time", n)
	}
	e.Undo()
	if len(e.Own()) != 1 || e.CanUndo() {
		t.Error("an import is not one step")
	}
}

// operations are all that can be done, with random choices.
var operations = []func(e *Editor, r *rand.Rand){
	func(e *Editor, r *rand.Rand) { e.Add(store.Text{En: "t"}, scene(strconv.Itoa(r.Int()))) },
	func(e *Editor, r *rand.Rand) { e.Copy(r.IntN(e.Len()), store.Text{Kk: "көшірме"}) },
	func(e *Editor, r *rand.Rand) { e.Delete(r.IntN(e.Len())) },
	func(e *Editor, r *rand.Rand) { e.AddScene(scene(strconv.Itoa(r.Int()))) },
	func(e *Editor, r *rand.Rand) { e.SetPicture(scene("p")) },
	func(e *Editor, r *rand.Rand) { e.MoveScene(r.IntN(5), r.IntN(5)) },
	func(e *Editor, r *rand.Rand) { e.DuplicateScene() },
	func(e *Editor, r *rand.Rand) { e.DeleteScene() },
	func(e *Editor, r *rand.Rand) { e.SetStay(r.IntN(4000)) },
	func(e *Editor, r *rand.Rand) { e.AddQuestion() },
	func(e *Editor, r *rand.Rand) { e.DeleteQuestion(r.IntN(4)) },
	func(e *Editor, r *rand.Rand) { e.AddHighlight("event-" + strconv.Itoa(r.IntN(30))) },
	func(e *Editor, r *rand.Rand) { e.DeleteHighlight(r.IntN(4)) },
	func(e *Editor, r *rand.Rand) { e.Import([]store.Story{storyOf("i", strconv.Itoa(r.IntN(9)))}) },
	func(e *Editor, r *rand.Rand) { e.Go(Place{r.IntN(e.Len()+2) - 1, r.IntN(6) - 1}) },
	func(e *Editor, r *rand.Rand) { e.Pause() },
	func(e *Editor, r *rand.Rand) {
		e.SetText(Field(r.IntN(5)), r.IntN(3), store.Langs[r.IntN(3)], strconv.Itoa(r.IntN(50)))
	},
	func(e *Editor, r *rand.Rand) { e.SetText(Notes, 0, store.English, strconv.Itoa(r.Int())) },
	func(e *Editor, r *rand.Rand) { e.Undo() },
	func(e *Editor, r *rand.Rand) { e.Redo() },
}

// TestUndoAllRedoAll does random things: undoing all of them leads to the
// start, redoing all of them to the end, every moment on the way comes by
// again, and what has once been saved never changes.
func TestUndoAllRedoAll(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		start := []store.Story{storyOf("own", "a", "b", "c"), storyOf("another")}
		e := New(start, []store.Story{storyOf("shipped", "p", "q")})
		kept := [][]store.Story{}
		texts := []string{}
		for range 150 {
			operations[r.IntN(len(operations))](e, r)
			kept, texts = append(kept, e.Own()), append(texts, print(e.Own()))
			if at := e.At(); at != e.within(at) {
				t.Fatalf("seed %d: open is %v, which is not there", seed, at)
			}
		}
		for e.CanRedo() {
			e.Redo()
		}
		end := print(e.Own())
		if _, err := stories.Encode(e.Own(), time.UTC); err != nil {
			t.Fatalf("seed %d: what was made cannot be saved: %v", seed, err)
		}
		var moments []string
		for e.CanUndo() {
			moments = append(moments, print(e.Own()))
			e.Undo()
		}
		if got := print(e.Own()); got != print(start) {
			t.Fatalf("seed %d: undoing all led to\n%s", seed, got)
		}
		for e.CanRedo() {
			e.Redo()
			if got := print(e.Own()); got != moments[len(moments)-1] {
				t.Fatalf("seed %d: redoing led to\n%s, not\n%s", seed, got, moments[len(moments)-1])
			}
			moments = moments[:len(moments)-1]
		}
		if got := print(e.Own()); got != end {
			t.Fatalf("seed %d: redoing all led to\n%s, not\n%s", seed, got, end)
		}
		for i := range kept {
			if print(kept[i]) != texts[i] {
				t.Fatalf("seed %d: what was there after step %d has been changed since", seed, i)
			}
		}
	}
}

// print is all that stories hold, to compare moments by.
func print(all []store.Story) string { return fmt.Sprintf("%+v", all) }

func TestHistoryIsBounded(t *testing.T) {
	e := New([]store.Story{storyOf("own", "a", "b")}, nil)
	e.Go(Place{0, 0})
	for i := range maxSteps + 10 {
		e.MoveScene(i%2, 1-i%2)
	}
	n := 0
	for ; e.CanUndo(); n++ {
		e.Undo()
	}
	if n != maxSteps {
		t.Errorf("%d steps can be undone, want %d", n, maxSteps)
	}
}

func TestListen(t *testing.T) {
	e := New([]store.Story{storyOf("own", "a")}, nil)
	n := 0
	e.Listen(func() { n++ })
	for i, do := range []func(){
		func() { e.Go(Place{0, 0}) }, e.DuplicateScene, e.Undo, e.Redo, func() { e.SetStay(3) },
	} {
		if do(); n != i+1 {
			t.Errorf("change %d told %d times", i, n)
		}
	}
	e.SetStay(3)
	e.Go(e.At())
	if n != 5 {
		t.Error("nothing changed, and it was told")
	}
}

// FuzzSetText: whatever is typed, the story can be saved and read again.
func FuzzSetText(f *testing.F) {
	f.Add("a\nb", 3)
	f.Add("- 'x': \"y\" #\u2028\u0085 \ufeff", 2)
	f.Add(" \n\n  indented\n more ", 1)
	f.Fuzz(func(t *testing.T, text string, field int) {
		e := New([]store.Story{storyOf("own", "x")}, nil)
		e.Go(Place{0, 0})
		e.AddQuestion()
		which := Field(uint(field) % 5)
		kept := e.SetText(which, 0, store.Kazakh, text)
		if again := tidy(kept, which.Most(), fields[which].lines); again != kept {
			t.Errorf("%q is tidied to %q, that to %q", text, kept, again)
		}
		if len(strings.TrimSpace(kept)) == 0 {
			return
		}
		data, err := stories.Encode(e.Own(), time.UTC)
		if err != nil {
			t.Fatalf("%q: %v", kept, err)
		}
		if !strings.Contains(string(data), "kk:") {
			t.Errorf("%q is not in\n%s", kept, data)
		}
	})
}
