package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qantar/store"
	"qantar/store/quiz"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestKnownByKeyAndMenu(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	p := w.Presenter
	for _, r := range "kЛ" {
		w.typedRune(r)
		if p.Mode() != state.Known || !w.known.Checked {
			t.Fatalf("%c: mode %s, checked %v", r, p.Mode(), w.known.Checked)
		}
		w.typedRune(r)
		if p.Mode() != state.Cumulative || w.known.Checked {
			t.Fatalf("%c again: mode %s, checked %v", r, p.Mode(), w.known.Checked)
		}
	}
}

// TestQuizWindow plays a quiz in a window of its own, with clicker keys.
func TestQuizWindow(t *testing.T) {
	app := test.NewTempApp(t)
	w := window(t, app)
	v := w.OpenQuiz(quiz.Options{Seed: 3, Count: 4})
	opened := app.Driver().AllWindows()[len(app.Driver().AllWindows())-1]
	if opened == w.win || !strings.Contains(opened.Title(), w.word("quiz-title")) {
		t.Fatalf("no window of its own: %q", opened.Title())
	}
	before := len(app.Driver().AllWindows())
	w.Presenter.SetLang(store.Kazakh) // puts the same question in other words
	press := opened.Canvas().OnTypedKey()
	for range 2 * 4 {
		press(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
	if !v.Ended() {
		t.Error("it is not at its end")
	}
	press(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if n := len(app.Driver().AllWindows()); n != before-1 {
		t.Errorf("%d windows are left of %d", n, before)
	}
	w.Presenter.SetLang(store.English) // nobody listens any more
}

// TestQuizAsksOfWhatPasses: what a filter hides is not asked about.
func TestQuizAsksOfWhatPasses(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	all := len(w.quizRecord().Events)
	w.Presenter.ShowOnlyCategory(0)
	some := w.quizRecord().Events
	if all != 227 || len(some) == 0 || len(some) >= all {
		t.Fatalf("%d events, then %d", all, len(some))
	}
	for _, e := range some {
		if e.Category != w.Presenter.Data().Categories[0].ID {
			t.Errorf("%s is of another category", e.ID)
		}
	}
	w.Presenter.SetMode(state.Known) // in which nothing passes yet
	if n := len(w.quizRecord().Events); n != w.Presenter.Data().Len() {
		t.Errorf("%d events where nothing is known", n)
	}
}

func TestOrderedQuiz(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	w.askForQuiz()
	o := w.newQuizOrder()
	o.kinds.SetSelected(w.quizKinds()[1:2])
	o.length.SetSelected("15")
	o.number.SetText("77")
	got := w.ordered(o)
	if got.Count != 15 || got.Seed != 77 || len(got.Kinds) != 1 || got.Kinds[0] != quiz.WhoSaid {
		t.Errorf("got %+v", got)
	}
	if o.number.SetText("a dozen"); o.number.Validate() == nil {
		t.Error("that is no number")
	}
}

func TestInWords(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	p := w.Presenter
	text, err := w.inWords(false)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(text, "This was "); n != p.Shown().Len() || !strings.Contains(text, w.word("words-shown-cumulative", "to", "5 Jan 2022, 18:00")) {
		t.Errorf("%d events of %d", n, p.Shown().Len())
	}
	p.SetMode(state.Known)
	if text, _ = w.inWords(false); !strings.Contains(text, w.word("nothing-shown")) || !strings.Contains(text, "reported for certain by 5 Jan 2022, 18:00") {
		t.Error("it tells what was not yet known")
	}
	p.SetMode(state.SingleDay)
	p.ToggleCategory(0)
	if text, _ = w.inWords(true); !strings.Contains(text, w.word("words-filtered")) || !strings.HasPrefix(text, "# ") {
		t.Error("it does not say that some are left out")
	}
	w.showInWords()
	if w.win.Canvas().Overlays().Top() == nil {
		t.Error("nothing is shown")
	}
}

func TestSaveWords(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	for name, begin := range map[string]string{"list.txt": "Kazakhstan", "list.md": "# Kazakhstan"} {
		path := filepath.Join(t.TempDir(), name)
		w.saveWords(path)
		text, err := os.ReadFile(path)
		if err != nil || !strings.HasPrefix(string(text), begin) {
			t.Errorf("%s: %v, %.20q", name, err, text)
		}
	}
	w.saveWords(filepath.Join(t.TempDir(), "no", "folder", "list.txt"))
	if top := w.win.Canvas().Overlays().Top(); top == nil {
		t.Error("the failure is not told")
	}
}

func TestPaged(t *testing.T) {
	text := strings.Repeat("a paragraph\n\n", 50)
	pages := paged(text, 100)
	if joined := strings.Join(pages, "\n\n"); joined != text || len(pages) < 5 {
		t.Errorf("%d pages of %d letters", len(pages), len(joined))
	}
	if pages := paged("short", 100); len(pages) != 1 || pages[0] != "short" {
		t.Errorf("%q", pages)
	}
}
