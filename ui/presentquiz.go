package ui

import (
	"qantar/store"
	"qantar/store/quiz"
	"qantar/ui/present/talk"
	"qantar/ui/quizplay"
	"qantar/ui/quizview"

	"fyne.io/fyne/v2"
)

// quizSlide is a quiz as a slide of a talk.
type quizSlide struct {
	view *quizview.View
	name store.Text
}

// Name implements present.Own.
func (s *quizSlide) Name(lang store.Lang) string { return s.name.In(lang) }

// Object implements present.Own.
func (s *quizSlide) Object() fyne.CanvasObject { return s.view }

// TypedKey implements present.Own: the quiz has every key but the one that ends
// the talk; once it is over, those that go on lead to the next slide.
func (s *quizSlide) TypedKey(name fyne.KeyName) bool {
	if name == fyne.KeyEscape || s.view.Ended() && talk.OfKey(string(name)) == talk.Next {
		return false
	}
	return s.view.OnKey(&fyne.KeyEvent{Name: name})
}

// presentQuiz plays a quiz before the audience.
func (w *Window) presentQuiz(o quiz.Options) {
	record := w.quizRecord()
	var name store.Text
	for _, lang := range store.Langs {
		name = name.With(lang, w.catalog.In(lang, "quiz-title"))
	}
	slide := &quizSlide{view: quizview.New(quizplay.NewPlay(quiz.New(record, o)), w.quizTeller(record)), name: name}
	deck := talk.Deck{Title: name, Slides: []talk.Slide{{Kind: talk.Own, Own: slide}, {Kind: talk.Closing}}}
	w.presentDeck(deck, 0)
}

// playQuiz plays a quiz on the display of the audience where there is one, else
// in a window.
func (w *Window) playQuiz(o quiz.Options) {
	if w.desk != nil && stagesOn(w.desk.Displays(w.win)).two {
		w.presentQuiz(o)
		return
	}
	w.OpenQuiz(o)
}
