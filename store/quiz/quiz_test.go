package quiz

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
)

// shipped is the record that the properties are proved on.
var shipped *store.Collection

func TestMain(m *testing.M) {
	var err error
	if shipped, err = collection.Read(seeds.Shipped()); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// seedsTried is how many seeds a property is proved for.
const seedsTried = 100

// everyQuestion calls check for all the questions of many quizzes.
func everyQuestion(t *testing.T, kind Kind, check func(t *testing.T, q *Question)) {
	t.Helper()
	asked := 0
	for seed := range uint64(seedsTried) {
		for _, q := range New(shipped, Options{Seed: seed, Count: 30, Kinds: []Kind{kind}}) {
			asked++
			if check(t, &q); t.Failed() {
				t.Fatalf("seed %d: %+v", seed, q)
			}
		}
	}
	if asked < 3*seedsTried {
		t.Errorf("only %d questions in %d quizzes", asked, seedsTried)
	}
}

func TestQuestionsHold(t *testing.T) {
	for _, kind := range Kinds {
		t.Run(string(kind), func(t *testing.T) {
			everyQuestion(t, kind, func(t *testing.T, q *Question) {
				if q.Kind != kind || len(q.Choices) < 3 || len(q.Citations) == 0 {
					t.Error("it is not a question of its kind")
				}
				for i, c := range q.Choices {
					if slices.Contains(q.Choices[:i], c) {
						t.Error("a choice is offered twice")
					}
				}
				for _, c := range q.Citations {
					if c.Source == nil || len(c.Paragraphs) == 0 || slices.Max(c.Paragraphs) > c.Source.Paragraphs || slices.Min(c.Paragraphs) < 1 {
						t.Errorf("no such passage: %+v", c)
					}
				}
				wrong := make([]int, len(q.Right))
				for i, n := range q.Right {
					wrong[i] = (n + 1) % len(q.Choices)
				}
				if !q.Correct(q.Right) || q.Correct(wrong) || q.Correct(nil) {
					t.Error("the answer is not told from others")
				}
			})
		})
	}
}

// TestOrder compares the answers with the times that the record gives.
func TestOrder(t *testing.T) {
	everyQuestion(t, Order, func(t *testing.T, q *Question) {
		if len(q.Right) != len(q.Choices) || slices.IsSorted(q.Right) {
			t.Error("it is put in the right order, or the answer leaves one out")
		}
		for i := 1; i < len(q.Right); i++ {
			before, after := q.Choices[q.Right[i-1]].Event, q.Choices[q.Right[i]].Event
			if before.When.Latest >= after.When.Earliest {
				t.Errorf("%s need not come before %s", before.ID, after.ID)
			}
		}
		for _, c := range q.Choices {
			if w := c.Event.When; w.Uncertain || w.Approximate {
				t.Errorf("the time of %s is not certain", c.Event.ID)
			}
			if !slices.ContainsFunc(q.Citations, func(s Citation) bool { return s.Event == c.Event }) {
				t.Errorf("%s is not cited", c.Event.ID)
			}
		}
	})
}

// TestWhoSaid looks for another name that gave the number, in all the figures.
func TestWhoSaid(t *testing.T) {
	r := newRecord(shipped)
	everyQuestion(t, WhoSaid, func(t *testing.T, q *Question) {
		right := q.Choices[q.Right[0]].Name
		for i := range shipped.Figures {
			f := &shipped.Figures[i]
			if f.Low == nil || *f.Low != *q.Figure.Low {
				continue
			}
			name := r.names.speakerOf(f.AttributedTo).name
			if f.Measure == q.Measure.ID && name != right {
				t.Errorf("%s gave the number too", name.En)
			}
			for n, c := range q.Choices {
				if c.Name == name && n != q.Right[0] {
					t.Errorf("%s gave that number too, for %s", name.En, f.Measure)
				}
			}
		}
	})
}

func TestAlone(t *testing.T) {
	everyQuestion(t, Alone, func(t *testing.T, q *Question) {
		right := q.Choices[q.Right[0]].Source
		if len(q.Event.Reports) != 1 || q.Event.Reports[0].Source != right.ID || !slices.Equal(q.Citations[0].Paragraphs, q.Event.Reports[0].Paragraphs) {
			t.Error("it is not the only report")
		}
		if regexp.MustCompile(`(?i)` + regexp.QuoteMeta(right.Short.En)).MatchString(q.Event.Title.En) {
			t.Error("the title gives the source away")
		}
	})
}

// loaded words may only be quoted from a source, as everywhere in the record.
var (
	loaded    = regexp.MustCompile(`(?i)\b(?:terrorists?|bandits?|militants?|rioters?|extremists?|uprisings?|liquidated|criminals)\b`)
	quotation = regexp.MustCompile(`‘[^’]*’|“[^”]*”`)
)

func TestNoLoadedWords(t *testing.T) {
	for _, q := range New(shipped, Options{Seed: 3, Count: 1000}) {
		texts := []string{}
		if q.Measure != nil {
			texts = append(texts, q.Measure.Label.En, q.Measure.Unit.En, q.Figure.Scope.En)
		}
		if q.Event != nil {
			texts = append(texts, q.Event.Title.En)
		}
		for _, c := range q.Choices {
			texts = append(texts, c.Name.En)
			if c.Event != nil {
				texts = append(texts, c.Event.Title.En)
			}
		}
		for _, text := range texts {
			if word := loaded.FindString(quotation.ReplaceAllString(text, "")); word != "" {
				t.Errorf("%q has %q outside a quotation", text, word)
			}
		}
	}
}

func TestSeeds(t *testing.T) {
	o := Options{Seed: 7, Count: 12}
	first := New(shipped, o)
	if !reflect.DeepEqual(first, New(shipped, o)) {
		t.Error("the same seed gives another quiz")
	}
	backwards := *shipped
	backwards.Events, backwards.Figures = slices.Clone(shipped.Events), slices.Clone(shipped.Figures)
	slices.Reverse(backwards.Events)
	slices.Reverse(backwards.Figures)
	if !reflect.DeepEqual(first, New(&backwards, o)) {
		t.Error("the order in which a record was read changes the quiz")
	}
	o.Seed++
	if reflect.DeepEqual(first, New(shipped, o)) {
		t.Error("another seed gives the same quiz")
	}
	for i, q := range first {
		if q.Kind != Kinds[i%len(Kinds)] {
			t.Errorf("question %d is of kind %s", i, q.Kind)
		}
	}
}

func TestNothingTwice(t *testing.T) {
	type asked struct {
		kind  Kind
		about string
	}
	seen := map[asked]bool{}
	for _, q := range New(shipped, Options{Seed: 11, Count: 1000}) {
		var about []string
		switch q.Kind {
		case Order:
			for _, c := range q.Choices {
				about = append(about, c.Event.ID)
			}
		case WhoSaid:
			about = []string{q.Figure.ID}
		case Alone:
			about = []string{q.Event.ID}
		}
		for _, id := range about {
			if seen[asked{q.Kind, id}] {
				t.Errorf("%s is asked about twice", id)
			}
			seen[asked{q.Kind, id}] = true
		}
	}
}

// TestTooLittle asks for quizzes that the record cannot give.
func TestTooLittle(t *testing.T) {
	event := func(id, source string, day int64) store.Event {
		e := store.Event{ID: id, Kind: store.Happening, Importance: 3, Title: store.Text{En: id}, Reports: []store.Report{{Source: source, Paragraphs: []int{1}}}}
		e.When.Earliest, e.When.Latest = day*86400, day*86400+86399
		return e
	}
	two := []store.Source{{ID: "a"}, {ID: "b"}}
	tests := []struct {
		name string
		c    store.Collection
		o    Options
	}{
		{"nothing", store.Collection{}, Options{Count: 5}},
		{"none wanted", *shipped, Options{}},
		{"an unknown kind", *shipped, Options{Count: 5, Kinds: []Kind{"riddle"}}},
		{"two days only", store.Collection{Sources: two, Events: []store.Event{event("one", "a", 1), event("two", "b", 2), event("three", "b", 2)}}, Options{Count: 5}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := New(&tt.c, tt.o); len(got) != 0 {
				t.Errorf("got %+v", got)
			}
		})
	}
}
