package sqlite

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	stdtime "time"

	"qantar/store"
	"qantar/store/when"

	"github.com/paulmach/orb"
)

// at parses a time in UTC+6.
func at(tb testing.TB, text string) when.When {
	tb.Helper()
	w, err := when.Parse(text, stdtime.FixedZone("", 6*3600))
	if err != nil {
		tb.Fatal(err)
	}
	return w
}

func names3(en, kk, ru string) store.Text { return store.Text{En: en, Kk: kk, Ru: ru} }

// made is a small collection in which every field is used.
func made(tb testing.TB) *store.Collection {
	tb.Helper()
	report := func(source string, paragraphs ...int) store.Report {
		return store.Report{Source: source, Paragraphs: paragraphs, AttributedTo: "Someone of the " + source, Note: store.Text{En: "Own words"}}
	}
	return &store.Collection{
		ID: "made", Title: names3("Made", "Жасалған", "Сделано"), Summary: store.Text{En: "For tests"},
		TimeZone: "Asia/Almaty", Window: at(tb, "2022-01-01/2022-01-09"), Opening: at(tb, "2022-01-05T18:00"), Home: store.View{Lon: 67.5, Lat: 48.2, Zoom: 4.3},
		Languages: []store.Lang{store.English, store.Kazakh}, Attribution: []string{"First line", "Second line"},
		Categories: []store.Category{
			{ID: "protest", Label: store.Text{En: "Protest"}, Shape: "circle", Color: "orange"},
			{ID: "law", Label: store.Text{En: "Law"}, Shape: "hexagon", Color: "blue"},
		},
		Sources: []store.Source{
			{ID: "paper", File: "paper.txt", SHA256: "00", Publisher: store.Text{En: "Paper"}, Title: "As printed", Short: store.Text{En: "Paper"},
				Byline: "A. B.", Agency: "C", Published: at(tb, "2022-01-07"), Language: "en", Rights: store.Text{En: "Its own"}, Note: store.Text{En: "None"}, Paragraphs: 9},
			{ID: "radio", File: "radio.txt", SHA256: "01", Published: at(tb, "2022-01-08~"), Language: "ru", Paragraphs: 4},
		},
		Places: []store.Place{
			{ID: "square", Name: names3("Republic Square", "Республика алаңы", "Площадь Республики"), Aliases: []string{"New Square", "Жаңа алаң"},
				Kind: store.Site, Point: orb.Point{76.945, 43.238}, RadiusM: 300, Country: "KZ", Parent: "almaty", TimeZone: "Asia/Almaty"},
			{ID: "almaty", Name: names3("Almaty", "Алматы", "Алматы"), Kind: store.City, Point: orb.Point{76.93, 43.25}, RadiusM: 15000,
				Country: "KZ", Parent: "kazakhstan", TimeZone: "Asia/Almaty", GeoNames: 1526384, Note: store.Text{En: "GeoNames"}},
			{ID: "kazakhstan", Name: names3("Kazakhstan", "Қазақстан", "Казахстан"), Kind: store.Country, Point: orb.Point{67.5, 48.2}, Area: "KZ",
				Country: "KZ", TimeZone: "Asia/Almaty", Outline: orb.Bound{Min: orb.Point{46.5, 40.5}, Max: orb.Point{87.3, 55.5}}},
			{ID: "moscow", Name: names3("Moscow", "Мәскеу", "Москва"), Kind: store.City, Point: orb.Point{37.6, 55.75}, RadiusM: 20000, Country: "RU", TimeZone: "Europe/Moscow"},
		},
		People: []store.Person{{ID: "speaker", Name: names3("Aigül Żółć", "Айгүл", "Айгуль Ёлкина"), Role: store.Text{En: "Speaker"}}},
		Events: []store.Event{
			{ID: "rally", Title: names3("A rally in the square", "", "Митинг на площади"), Summary: store.Text{En: "People came"}, Kind: store.Happening,
				Category: "protest", Importance: 3, When: at(tb, "2022-01-04T20:00"), Place: "square", Reports: []store.Report{report("paper", 3, 1), report("radio", 4)}},
			{ID: "emergency", Title: store.Text{En: "State of emergency"}, Kind: store.Happening, Category: "law", Importance: 2,
				When: at(tb, "2022-01-05/.."), Place: "almaty", Areas: []string{"kazakhstan"}, Condition: true, Reports: []store.Report{report("paper", 5)}},
			{ID: "words", Title: store.Text{En: "Words from abroad"}, Kind: store.Statement, Category: "protest", Importance: 1,
				When: at(tb, "[2022-01-06..2022-01-07]"), WhenNote: store.Text{En: "Two days are named"}, Place: "moscow", PlaceNote: store.Text{En: "Implied"},
				Inferred: true, People: []string{"speaker"}, Reports: []store.Report{report("radio", 2)}},
		},
		Measures: []store.Measure{
			{ID: "crowd", Label: names3("Crowd", "Жиын", "Толпа"), Unit: names3("people", "адам", "человек")},
			{ID: "hours", Label: store.Text{En: "Hours"}},
		},
		Figures: []store.Figure{
			{ID: "crowd-1000", Event: "rally", Measure: "crowd", Low: number(1000), Qualifier: store.AtLeast, AsOf: at(tb, "2022-01-04"),
				Scope: names3("Marchers", "Шерушілер", "Участники"), Place: "square", AttributedTo: "Police", Source: "paper", Paragraph: 3, Note: store.Text{En: "Rounded"}},
			{ID: "crowd-5000", Event: "rally", Measure: "crowd", Low: number(5000), High: number(6000.5), Qualifier: store.About, AsOf: at(tb, "2022-01-04T21:00?"),
				Place: "square", AttributedTo: "Hosts", Source: "radio", Paragraph: 4},
			{ID: "crowd-in-words", Event: "rally", Measure: "crowd", Words: "thousands", AsOf: at(tb, "2022-01-04"), Place: "square", AttributedTo: "Onlookers", Source: "paper", Paragraph: 1},
		},
		Disagreements: []store.Disagreement{
			{ID: "how-many", Topic: names3("How many came", "Қанша адам келді", "Сколько пришло"), Kind: store.DifferentAccounts,
				Members:     []store.Member{{Figure: "crowd-1000"}, {Figure: "crowd-5000"}, {Event: "emergency", Source: "paper"}},
				Explanation: store.Text{En: "Counted from elsewhere"}},
		},
		Stories: []store.Story{
			{ID: "talk", Title: names3("A talk", "Әңгіме", "Рассказ"), Summary: store.Text{En: "Two scenes"}, Scenes: []store.Scene{
				{ID: "one", View: store.View{Lon: 76.9, Lat: 43.2, Zoom: 11.5}, Mode: store.CumulativeScene, Window: at(tb, "2022-01-02/2022-01-05"),
					Playhead: at(tb, "2022-01-04T21:00"), Hidden: []string{"law"}, Sources: []string{"radio", "paper"}, Background: true,
					Highlights: []string{"words", "rally"}, Caption: names3("Caption", "Жазу", "Подпись"), Notes: store.Text{En: "Say it"},
					Questions: []store.Text{names3("Who?", "Кім?", "Кто?"), {En: "When?"}}, Stay: 45},
				{ID: "two", Mode: store.WindowScene, Window: at(tb, "2022-01-06/2022-01-07"), Caption: store.Text{En: "No more"}},
			}},
			{ID: "another", Title: store.Text{En: "Another"}, Scenes: []store.Scene{
				{ID: "one", Mode: store.DayScene, Window: at(tb, "2022-01-05"), Highlights: []string{"emergency"}},
			}},
		},
		Hash: "hash of made",
	}
}

func number(v float64) *float64 { return &v }

// crowd is a collection of n events over a week and a country, always the same.
func crowd(tb testing.TB, n int) *store.Collection {
	tb.Helper()
	c := made(tb)
	c.Events, c.Figures, c.Disagreements, c.Stories = nil, nil, nil, nil
	for i := range 200 {
		c.Places = append(c.Places, store.Place{
			ID: fmt.Sprint("town-", i), Name: store.Text{En: fmt.Sprint("Town ", i)}, Kind: store.City, Parent: "kazakhstan", Country: "KZ",
			Point: orb.Point{50 + float64(i%20)*1.7, 42 + float64(i/20)*1.1}, RadiusM: 5000, TimeZone: "Asia/Almaty",
		})
	}
	first := at(tb, "2022-01-01").Earliest
	for i := range n {
		moment := first + int64(i)*9*86400/int64(n)
		c.Events = append(c.Events, store.Event{
			ID: fmt.Sprint("event-", i), Title: store.Text{En: fmt.Sprintf("Crowd number %d gathers at the station", i)}, Kind: store.Happening,
			Category: "protest", Importance: 1 + i%3, Place: fmt.Sprint("town-", i*7%200),
			When:    when.When{Text: "2022", Earliest: moment, Latest: moment + 3599, Precision: when.Hour},
			Reports: []store.Report{{Source: "paper", Paragraphs: []int{1 + i%9}, AttributedTo: "The paper", Note: store.Text{En: "What it says, in words of our own."}}},
		})
	}
	return c
}

// built opens a new store of c.
func built(tb testing.TB, c *store.Collection) *DB {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "made.qantar")
	if err := Build(context.Background(), path, c); err != nil {
		tb.Fatalf("%v: %v", err, CodeOf(err))
	}
	db, err := Open(path)
	if err != nil {
		tb.Fatalf("%v: %+v", err, err)
	}
	tb.Cleanup(func() {
		if err := db.Close(); err != nil {
			tb.Error(err)
		}
	})
	return db
}

// varied is a collection of n events of all sorts, in order of time, always the
// same.
func varied(tb testing.TB, n int) *store.Collection {
	tb.Helper()
	c, rnd := crowd(tb, 0), rand.New(rand.NewPCG(1, 2))
	first := at(tb, "2022-01-01").Earliest
	pick := func(ids ...string) string { return ids[rnd.IntN(len(ids))] }
	for i := range n {
		moment := first + rnd.Int64N(9*86400)
		w := when.When{Text: "2022", Earliest: moment, Latest: moment + rnd.Int64N(7200), Precision: when.Precision(rnd.IntN(10)), Nature: when.Nature(rnd.IntN(3))}
		switch rnd.IntN(20) {
		case 0:
			w.Latest, w.OpenEnd = 253402300799, true
		case 1:
			w.Earliest, w.OpenStart = -377705138400, true
		case 2:
			w.Uncertain, w.Latest = true, moment+20*86400
		}
		e := store.Event{
			ID: fmt.Sprint("event-", i), Title: store.Text{En: fmt.Sprint("Event of ", pick("bread", "salt", "sugar", "tea"))}, Kind: store.Kinds[rnd.IntN(len(store.Kinds))],
			Category: pick("protest", "law"), Importance: 1 + rnd.IntN(3), When: w, Place: fmt.Sprint("town-", rnd.IntN(200)), Inferred: i%11 == 0,
			Reports: []store.Report{{Source: pick("paper", "radio"), Paragraphs: []int{1 + rnd.IntN(4)}, AttributedTo: "Someone"}},
		}
		if i%5 == 0 {
			e.Reports = []store.Report{{Source: "radio"}, {Source: "paper", Paragraphs: []int{3, 1}}}
		}
		if i%97 == 0 {
			e.Areas, e.Condition, e.People = []string{"kazakhstan", "moscow"}, true, []string{"speaker"}
		}
		c.Events = append(c.Events, e)
	}
	store.SortEvents(c.Events)
	return c
}

// plain are the positions of the events that q asks for, found without a store.
// q has no words.
func plain(c *store.Collection, q store.Query) []int {
	where := newExtents(c.Places)
	var all []int
	for i := range c.Events {
		if matches(&c.Events[i], q, where) {
			all = append(all, i)
		}
	}
	return all
}

func matches(e *store.Event, q store.Query, where *extents) bool {
	in := func(places []string) bool {
		for _, id := range append([]string{e.Place}, e.Areas...) {
			for _, p := range where.outward(id) {
				if slices.Contains(places, p.ID) {
					return true
				}
			}
		}
		return false
	}
	return (q.From == nil || e.When.Latest >= *q.From) && (q.To == nil || e.When.Earliest <= *q.To) &&
		(q.Bound == nil || where.event(e).Intersects(*q.Bound)) &&
		(len(q.Categories) == 0 || slices.Contains(q.Categories, e.Category)) &&
		(len(q.Kinds) == 0 || slices.Contains(q.Kinds, e.Kind)) &&
		(len(q.Places) == 0 || in(q.Places)) &&
		(len(q.Sources) == 0 || slices.ContainsFunc(e.Reports, func(r store.Report) bool { return slices.Contains(q.Sources, r.Source) }))
}
