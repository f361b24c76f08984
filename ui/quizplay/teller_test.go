package quizplay

import (
	"os"
	"strings"
	"testing"

	"qantar/assets"
	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
	"qantar/store/quiz"
	"qantar/ui/words"
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

func teller(lang store.Lang) *Teller {
	return &Teller{Lang: lang, Record: record, Words: func(key string, args ...string) string { return catalog.In(lang, key, args...) }}
}

// TestPutSaysEverything words many questions in every language.
func TestPutSaysEverything(t *testing.T) {
	questions := quiz.New(record, quiz.Options{Seed: 5, Count: 60})
	for _, lang := range store.Langs {
		t.Run(string(lang), func(t *testing.T) {
			for i := range questions {
				q := &questions[i]
				w := teller(lang).Put(q)
				if w.Kind == "quiz-kind-"+string(q.Kind) || w.Prompt == "quiz-prompt-"+string(q.Kind) {
					t.Fatalf("%s has no words", q.Kind)
				}
				if (w.About == "") != (q.Kind == quiz.Order) || len(w.Choices) != len(q.Choices) || len(w.Answer) != len(q.Right) {
					t.Errorf("incomplete: %+v", w)
				}
				for _, line := range w.Answer {
					if line.Text == "" || !strings.Contains(line.Ground, teller(lang).Words("paragraph")) {
						t.Errorf("an answer without its ground: %+v", line)
					}
				}
			}
		})
	}
}

func TestPut(t *testing.T) {
	low := 5969.0
	source := &store.Source{Short: store.Text{En: "Gazette", Ru: "Газета"}}
	event := func(title, when string, at int64) *store.Event {
		e := &store.Event{Title: store.Text{En: title}}
		e.When.Text, e.When.Earliest, e.When.Latest, e.When.Precision = when, at, at+86399, 6
		return e
	}
	first, second := event("A rally", "2022-01-02", 1641081600), event("A vote", "2022-01-03", 1641168000)
	tests := []struct {
		name        string
		q           quiz.Question
		about, text string
		ground      string
	}{
		{"a number", quiz.Question{
			Kind: quiz.WhoSaid, Measure: &store.Measure{Label: store.Text{En: "Detained"}, Unit: store.Text{En: "people"}},
			Figure:  &store.Figure{Low: &low, Qualifier: store.AtLeast, Scope: store.Text{En: "The whole country"}},
			Choices: []quiz.Choice{{Name: store.Text{En: "A"}}, {Name: store.Text{En: "B"}}}, Right: []int{1},
			Citations: []quiz.Citation{{Source: source, Paragraphs: []int{27}}},
		}, "Detained: at least 5,969 people. The whole country", "B", "Gazette, paragraph 27"},
		{"a source", quiz.Question{
			Kind: quiz.Alone, Event: first, Choices: []quiz.Choice{{Source: source}}, Right: []int{0},
			Citations: []quiz.Citation{{Source: source, Paragraphs: []int{3, 4}}},
		}, "A rally", "Gazette", "Gazette, paragraphs 3, 4"},
		{"an order", quiz.Question{
			Kind: quiz.Order, Choices: []quiz.Choice{{Event: second}, {Event: first}}, Right: []int{1, 0},
			Citations: []quiz.Citation{{Source: source, Paragraphs: []int{3}, Event: first}, {Source: source, Paragraphs: []int{9}, Event: second}},
		}, "", "A rally", "2 Jan 2022 · Gazette, paragraph 3"},
	}
	english := teller(store.English)
	english.Record = &store.Collection{TimeZone: "UTC"}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := english.Put(&tt.q)
			if w.About != tt.about || w.Answer[0] != (Line{tt.text, tt.ground}) {
				t.Errorf("about %q, answer %+v", w.About, w.Answer)
			}
		})
	}
}
