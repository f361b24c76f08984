package quizview

import (
	"os"
	"slices"
	"strings"
	"testing"

	"qantar/assets"
	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
	"qantar/store/quiz"
	"qantar/ui/quizplay"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

var (
	record  *store.Collection
	catalog words.Catalog
)

func TestMain(m *testing.M) {
	var err error
	if record, err = collection.Read(seeds.Shipped()); err != nil {
		panic(err)
	}
	if catalog, err = words.Load(assets.Translations()); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

func teller(lang store.Lang) *quizplay.Teller {
	return &quizplay.Teller{Lang: lang, Record: record, Words: func(key string, args ...string) string { return catalog.In(lang, key, args...) }}
}

// view shows a quiz of six questions, two of each kind, in a window.
func view(t *testing.T) *View {
	t.Helper()
	test.NewTempApp(t)
	v := New(quizplay.NewPlay(quiz.New(record, quiz.Options{Seed: 1, Count: 6})), teller(store.English))
	test.NewTempWindow(t, v).Resize(fyne.NewSize(900, 700))
	return v
}

func press(v *View, keys ...fyne.KeyName) (handled bool) {
	for _, k := range keys {
		handled = v.OnKey(&fyne.KeyEvent{Name: k})
	}
	return handled
}

// shownChoices are the choices that can be seen.
func shownChoices(v *View) (all []*choice) {
	for _, o := range v.body.Objects {
		if box, ok := o.(*fyne.Container); ok {
			for _, o := range box.Objects {
				if c, ok := o.(*choice); ok {
					all = append(all, c)
				}
			}
		}
	}
	return all
}

// said is every text of the question that is put.
func said(v *View) string {
	var all []string
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			all = append(all, o.Text)
		case *choice:
			all = append(all, o.sign.Text, o.text.Text, o.ground.Text)
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		}
	}
	walk(v.body)
	return strings.Join(all, "\n")
}

// TestClicker goes through a quiz with every pair of keys that clickers send.
func TestClicker(t *testing.T) {
	for _, pair := range [][2]fyne.KeyName{
		{fyne.KeyPageDown, fyne.KeyPageUp}, {fyne.KeyRight, fyne.KeyLeft}, {fyne.KeyDown, fyne.KeyUp}, {fyne.KeySpace, fyne.KeyBackspace},
	} {
		t.Run(string(pair[0]), func(t *testing.T) {
			v := view(t)
			for n := range v.play.Len() {
				if v.place.Text != strings.Join([]string{string(rune('1' + n)), "6"}, " / ") || strings.Contains(said(v), "paragraph") {
					t.Fatalf("question %d: %q shows %q", n, v.place.Text, said(v))
				}
				press(v, pair[0])
				for _, line := range teller(store.English).Put(v.play.Question()).Answer {
					if !strings.Contains(said(v), line.Text) || !strings.Contains(said(v), line.Ground) {
						t.Errorf("question %d: the answer lacks %+v", n, line)
					}
				}
				press(v, pair[0])
			}
			if !v.play.Ended() || !strings.Contains(said(v), catalog.In(store.English, "quiz-end-unplayed")) {
				t.Error("the end is not told")
			}
			press(v, pair[1])
			if v.play.At() != v.play.Len()-1 || !v.play.Revealed() {
				t.Error("the way back does not lead to the last answer")
			}
			press(v, fyne.KeyHome)
			if v.play.At() != 0 || v.play.Revealed() {
				t.Error("Home does not begin again")
			}
		})
	}
}

// TestSelfCheck answers every question rightly by tapping, but for the last.
func TestSelfCheck(t *testing.T) {
	v := view(t)
	for n := range v.play.Len() {
		right := slices.Clone(v.play.Question().Right)
		if n == v.play.Len()-1 {
			right[0] = (right[0] + 1) % len(v.play.Question().Choices)
			right = right[:1]
		}
		for _, i := range right {
			test.Tap(shownChoices(v)[i])
		}
		marks := 0
		for _, c := range shownChoices(v) {
			if c.mark.Visible() {
				marks++
			}
		}
		if !v.play.Revealed() || marks < len(right) {
			t.Fatalf("question %d is not answered: %d marks", n, marks)
		}
		v.Forward()
	}
	if want := catalog.In(store.English, "quiz-end-played", "n", "5", "all", "6"); !strings.Contains(said(v), want) {
		t.Errorf("the end says %q", said(v))
	}
	v.Again()
	if right, answered := v.play.Score(); right+answered != 0 || v.score.Text != "" {
		t.Error("the score is kept")
	}
}

func TestPickingAnOrder(t *testing.T) {
	v := view(t) // whose first question is of an order
	press(v, fyne.Key2, fyne.KeyC)
	if c := shownChoices(v); c[1].place.Text != "1" || c[2].place.Text != "2" || c[0].place.Visible() || v.play.Revealed() {
		t.Error("the order picked is not shown")
	}
	press(v, fyne.KeyB)
	if c := shownChoices(v); c[1].place.Visible() || c[2].place.Visible() {
		t.Error("picking again does not take back")
	}
}

func TestOtherKeys(t *testing.T) {
	v := view(t)
	closed := false
	v.OnClose = func() { closed = true }
	if press(v, fyne.KeyF5) || press(v, fyne.KeyTab) {
		t.Error("a key is taken that is for nothing")
	}
	if !press(v, fyne.KeyEscape) || !closed {
		t.Error("Escape does not leave")
	}
}

func TestRetell(t *testing.T) {
	v := view(t)
	v.Forward()
	for _, lang := range store.Langs {
		v.Retell(teller(lang))
		if w := teller(lang).Put(v.play.Question()); !strings.Contains(said(v), w.Prompt) || !v.play.Revealed() {
			t.Errorf("%s: %q", lang, said(v))
		}
	}
}

func TestNoQuestions(t *testing.T) {
	test.NewTempApp(t)
	v := New(quizplay.NewPlay(nil), teller(store.Russian))
	press(v, fyne.KeyRight, fyne.KeyLeft, fyne.Key1)
	if !strings.Contains(said(v), catalog.In(store.Russian, "quiz-none")) {
		t.Errorf("it says %q", said(v))
	}
}

// TestLettersGrow: the same question takes larger letters in a larger room.
func TestLettersGrow(t *testing.T) {
	for _, tt := range []struct {
		width, height, factor float32
	}{{360, 280, 0.8}, {720, 520, 1}, {1280, 720, 1.4}, {1920, 1080, 2.1}, {3840, 2160, 4}} {
		if got := factorFor(fyne.NewSize(tt.width, tt.height)); got != tt.factor {
			t.Errorf("at %gx%g letters are %g times as large, want %g", tt.width, tt.height, got, tt.factor)
		}
	}
	v := view(t)
	small := v.scroll.Content.MinSize().Height
	v.Resize(fyne.NewSize(1920, 1400))
	if v.look.factor <= 1 || v.override.Theme != fyne.Theme(v.look) || v.scroll.Content.MinSize().Height <= small {
		t.Error("letters do not grow")
	}
}
