package ui

import (
	"errors"
	"image"
	"strings"
	"testing"

	"qantar/store/quiz"
	"qantar/ui/present/talk"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// onDesk is a desk with displays, on one of which the window stands.
type onDesk struct {
	all  []image.Rectangle
	home int
}

func (d onDesk) Displays(fyne.Window) ([]image.Rectangle, int) { return d.all, d.home }
func (onDesk) HidePointer(fyne.Window)                         {}

var twoDisplays = onDesk{all: []image.Rectangle{image.Rect(0, 0, 1280, 800), image.Rect(1280, 0, 2304, 768)}}

func TestF5PresentsAndEscapeEnds(t *testing.T) {
	for _, c := range []struct {
		name    string
		desk    Desk
		windows int
	}{
		{"one display", onDesk{all: twoDisplays.all[:1]}, 1}, {"two displays", twoDisplays, 2}, {"a desk that tells nothing", nil, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			app := test.NewTempApp(t)
			w := windowWith(t, app, func(content *Content) { content.Desk = c.desk })
			before, windows := w.Presenter.Playhead(), len(app.Driver().AllWindows())
			w.typedKey(&fyne.KeyEvent{Name: fyne.KeyF5})
			if w.stage == nil || len(w.stage.windows) != c.windows {
				t.Fatalf("the talk is %+v", w.stage)
			}
			stage := w.stage
			audience := stage.windows[0]
			if !audience.FullScreen() || !strings.HasPrefix(audience.Title(), "The week") {
				t.Errorf("the audience's window is %q, full screen %v", audience.Title(), audience.FullScreen())
			}
			audience.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyPageDown})
			if want := "The week · 1/14 – Qantar"; audience.Title() != want {
				t.Errorf("the audience's window is %q, want %q", audience.Title(), want)
			}
			if w.Presenter.Playhead() != before {
				t.Error("the talk moved the time of the window itself")
			}
			w.typedKey(&fyne.KeyEvent{Name: fyne.KeyF5})
			if w.stage != stage {
				t.Error("F5 in the window began a second talk")
			}
			audience.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if w.stage != nil {
				t.Error("escape did not end the talk")
			}
			if left := len(app.Driver().AllWindows()); left != windows {
				t.Errorf("%d windows are left, there were %d", left, windows)
			}
		})
	}
}

func TestATalkGoesOnWhereItWasLeft(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	w.presentChosen(false)
	for range 4 {
		w.stage.show.Do(talk.Next)
	}
	w.stage.show.Do(talk.End)
	w.presentChosen(true)
	if at := w.stage.show.Talk.At(); at != 4 {
		t.Errorf("it goes on at slide %d, was left at 4", at)
	}
	w.stage.show.Do(talk.End)
	w.presentChosen(false)
	if at := w.stage.show.Talk.At(); at != 0 {
		t.Errorf("it begins at slide %d", at)
	}
	w.stage.show.Do(talk.End)
}

func TestNoDialogWhilePresenting(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	w.presentChosen(false)
	audience := w.stage.windows[0]
	w.failed(errors.New("a tile cannot be read"))
	if audience.Canvas().Overlays().Top() != nil || w.win.Canvas().Overlays().Top() != nil {
		t.Error("there is a dialog while there is an audience")
	}
	w.stage.show.Do(talk.End)
	if w.win.Canvas().Overlays().Top() == nil {
		t.Error("after the end nobody is told of what went wrong")
	}
}

func TestEveryStoryIsOfferedForPresenting(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	menu := w.presentMenu()
	if len(menu.Items) < 3 {
		t.Fatalf("%d stories are offered", len(menu.Items))
	}
	menu.Items[2].Action()
	if want := "Counting the dead"; !strings.HasPrefix(w.stage.windows[0].Title(), want) {
		t.Errorf("it presents %q, want %q", w.stage.windows[0].Title(), want)
	}
	w.stage.show.Do(talk.End)
	if w.presentChosen(false); !strings.HasPrefix(w.stage.windows[0].Title(), "Counting") {
		t.Error("F5 should present the story that was presented last")
	}
	w.stage.show.Do(talk.End)
}

func TestAQuizIsPlayedOnTheProjector(t *testing.T) {
	w := windowWith(t, test.NewTempApp(t), func(content *Content) { content.Desk = twoDisplays })
	w.playQuiz(quiz.Options{Count: 2, Seed: 7})
	if w.stage == nil {
		t.Fatal("nothing is presented")
	}
	show, audience := w.stage.show, w.stage.windows[0]
	key := func(name fyne.KeyName) { audience.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name}) }
	presses := 0
	for ; show.Talk.At() == 0 && presses < 20; presses++ {
		key(fyne.KeyPageDown)
	}
	if show.Talk.At() != 1 || presses < 4 {
		t.Errorf("after %d presses it shows slide %d; two questions and their answers come first", presses, show.Talk.At())
	}
	if key(fyne.KeyEscape); w.stage != nil {
		t.Error("escape did not end the quiz")
	}
}

func TestPresentFirst(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	if err := w.PresentFirst("no such story"); err == nil || !strings.Contains(err.Error(), "no such story") {
		t.Errorf("a story that is not there: %v", err)
	}
	if err := w.PresentFirst("the-week"); err != nil {
		t.Fatal(err)
	}
	w.opened()
	if w.stage == nil {
		t.Fatal("nothing is presented")
	}
	w.stage.show.Do(talk.End)
}
