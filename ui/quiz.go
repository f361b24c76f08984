package ui

import (
	"math/rand/v2"
	"strconv"

	"qantar/store"
	"qantar/store/quiz"
	"qantar/ui/quizplay"
	"qantar/ui/quizview"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// mostAsked is how many events a quiz is made from at most; of more, some are
// taken that lie evenly apart.
const mostAsked = 1000

// lengths are how many questions a quiz can have.
var lengths = []string{"5", "10", "15", "20"}

// quizOrder is what a person wants of a quiz.
type quizOrder struct {
	kinds  *widget.CheckGroup
	length *widget.Select
	number *widget.Entry // the same number gives the same questions
}

// newQuizOrder offers ten questions of every kind, and a number by chance.
func (w *Window) newQuizOrder() *quizOrder {
	names := w.quizKinds()
	o := &quizOrder{widget.NewCheckGroup(names, nil), widget.NewSelect(lengths, nil), widget.NewEntry()}
	o.kinds.SetSelected(names)
	o.length.SetSelected(lengths[1])
	o.number.SetText(strconv.Itoa(1 + rand.IntN(9999)))
	o.number.Validator = func(text string) error {
		_, err := strconv.ParseUint(text, 10, 64)
		return err
	}
	return o
}

// askForQuiz asks which questions are wanted, and plays a quiz of them.
func (w *Window) askForQuiz() {
	o := w.newQuizOrder()
	number := widget.NewFormItem(w.word("quiz-number"), o.number)
	number.HintText = w.word("quiz-number-hint")
	form := dialog.NewForm(w.word("quiz-menu"), w.word("quiz-begin"), w.word("close"), []*widget.FormItem{
		widget.NewFormItem(w.word("quiz-questions"), o.kinds), widget.NewFormItem(w.word("quiz-length"), o.length), number,
	}, func(ok bool) {
		if ok {
			w.playQuiz(w.ordered(o))
		}
	}, w.win)
	form.Resize(fyne.NewSize(min(520, w.win.Canvas().Size().Width-60), 0))
	form.Show()
}

func (w *Window) quizKinds() []string {
	var names []string
	for _, k := range quiz.Kinds {
		names = append(names, w.word("quiz-kind-"+string(k)))
	}
	return names
}

// ordered reads what was asked for; the fields allow only what can be read.
func (w *Window) ordered(o *quizOrder) quiz.Options {
	options := quiz.Options{}
	for i, name := range o.kinds.Options {
		for _, selected := range o.kinds.Selected {
			if name == selected {
				options.Kinds = append(options.Kinds, quiz.Kinds[i])
			}
		}
	}
	options.Count, _ = strconv.Atoi(o.length.Selected)
	options.Seed, _ = strconv.ParseUint(o.number.Text, 10, 64)
	return options
}

// OpenQuiz opens a window with a quiz about the events that pass the filter. It
// can be moved to a projector and made to fill its screen.
func (w *Window) OpenQuiz(o quiz.Options) *quizview.View {
	record := w.quizRecord()
	v := quizview.New(quizplay.NewPlay(quiz.New(record, o)), w.quizTeller(record))
	win := w.app.NewWindow(w.word("quiz-title") + " – " + w.title())
	stop := w.Presenter.Listen(func(c state.Change) {
		if c.Has(state.LanguageChanged | state.LookChanged) {
			v.Retell(w.quizTeller(record))
		}
	})
	win.SetOnClosed(stop)
	v.OnClose = func() {
		if win.FullScreen() {
			win.SetFullScreen(false)
			return
		}
		win.Close()
	}
	win.SetContent(v)
	win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if !v.OnKey(e) && (e.Name == fyne.KeyF11 || e.Name == fyne.KeyF5) {
			win.SetFullScreen(!win.FullScreen())
		}
	})
	win.Resize(fyne.NewSize(960, 700))
	win.Show()
	return v
}

func (w *Window) quizTeller(record *store.Collection) *quizplay.Teller {
	return &quizplay.Teller{Words: w.word, Lang: w.Presenter.Lang(), Record: record}
}

// quizRecord is the collection with the events that pass the filter; with all of
// them where the filter is what was known, which is no reason not to ask.
func (w *Window) quizRecord() *store.Collection {
	p, record := w.Presenter, *w.Presenter.Data().Collection
	var asked []int
	for i := range p.Data().Len() {
		if p.Passes(i) || p.Mode() == state.Known {
			asked = append(asked, i)
		}
	}
	step := max(1, (len(asked)+mostAsked-1)/mostAsked)
	for k := 0; k < len(asked); k += step {
		record.Events = append(record.Events, *p.Data().Item(asked[k]).Event)
	}
	return &record
}
