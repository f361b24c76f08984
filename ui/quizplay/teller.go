// Package quizplay puts the questions of a quiz into words and keeps its score.
// It knows no window: the questions can be shown, printed or read aloud.
package quizplay

import (
	"strconv"
	"strings"
	"time"

	"qantar/store"
	"qantar/store/quiz"
	"qantar/ui/scene"
	"qantar/ui/words"
)

// Teller puts questions into words.
type Teller struct {
	Words  words.Func // the interface's texts, in Lang
	Lang   store.Lang
	Record *store.Collection // that the questions are from; its events are not looked at
}

// Worded is a question in words.
type Worded struct {
	Kind    string // what sort of question it is, in a word or two
	Prompt  string // the question
	About   string // what is asked about, in bold where it is shown; "" where the choices say it all
	Choices []string
	Answer  []Line // the right choice, or all of them in the right order
}

// Line is a part of an answer.
type Line struct {
	Text   string
	Ground string // when it was, where that is asked, and the sources with their paragraphs
}

// letters name choices, by language.
var letters = map[store.Lang][]rune{
	store.English: []rune("ABCDEFGH"), store.Kazakh: []rune("АБВГДЕЖЗ"), store.Russian: []rune("АБВГДЕЖЗ"),
}

// Letter names choice i, counted from 0; past the alphabet's first letters it is
// a number.
func (t *Teller) Letter(i int) string {
	if all := letters[t.Lang]; i < len(all) {
		return string(all[i])
	}
	return strconv.Itoa(i + 1)
}

// Put words a question.
func (t *Teller) Put(q *quiz.Question) Worded {
	w := Worded{Kind: t.Words("quiz-kind-" + string(q.Kind)), Prompt: t.Words("quiz-prompt-" + string(q.Kind)), About: t.about(q)}
	for i := range q.Choices {
		w.Choices = append(w.Choices, t.choice(&q.Choices[i]))
	}
	for _, i := range q.Right {
		w.Answer = append(w.Answer, Line{w.Choices[i], t.ground(q, q.Choices[i].Event)})
	}
	return w
}

func (t *Teller) about(q *quiz.Question) string {
	switch {
	case q.Figure != nil:
		text := q.Measure.Label.In(t.Lang) + ": " + scene.Claim(q.Figure, t.Lang) + " " + q.Measure.Unit.In(t.Lang)
		if scope := q.Figure.Scope.In(t.Lang); scope != "" {
			text += ". " + scope
		}
		return text
	case q.Event != nil:
		return q.Event.Title.In(t.Lang)
	}
	return ""
}

func (t *Teller) choice(c *quiz.Choice) string {
	switch {
	case c.Event != nil:
		return c.Event.Title.In(t.Lang)
	case c.Source != nil:
		return c.Source.Short.In(t.Lang)
	}
	return c.Name.In(t.Lang)
}

// ground is where an answer stands; of one event only, where events are put in
// order.
func (t *Teller) ground(q *quiz.Question, event *store.Event) string {
	var parts []string
	if event != nil {
		parts = append(parts, scene.WhenText(event.When, t.zone(event.Place), t.Lang))
	}
	for i := range q.Citations {
		if c := &q.Citations[i]; c.Event == event {
			parts = append(parts, t.cite(c))
		}
	}
	return strings.Join(parts, " · ")
}

// cite names a source and its paragraphs.
func (t *Teller) cite(c *quiz.Citation) string {
	key := "paragraph"
	if len(c.Paragraphs) > 1 {
		key = "paragraphs"
	}
	numbers := make([]string, len(c.Paragraphs))
	for i, n := range c.Paragraphs {
		numbers[i] = strconv.Itoa(n)
	}
	return c.Source.Short.In(t.Lang) + ", " + t.Words(key) + " " + strings.Join(numbers, ", ")
}

// zone is that of a place, and the collection's where it names none that is
// known.
func (t *Teller) zone(place string) *time.Location {
	names := []string{t.Record.TimeZone}
	for i := range t.Record.Places {
		if p := &t.Record.Places[i]; p.ID == place && p.TimeZone != "" {
			names = []string{p.TimeZone, t.Record.TimeZone}
		}
	}
	for _, name := range names {
		if zone, err := time.LoadLocation(name); err == nil {
			return zone
		}
	}
	return time.UTC
}
