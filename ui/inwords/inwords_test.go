package inwords

import (
	"errors"
	"iter"
	"os"
	"strconv"
	"strings"
	"testing"

	"qantar/assets"
	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
	"qantar/store/export"
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

func options(lang store.Lang) Options {
	return Options{Lang: lang, Words: func(key string, args ...string) string { return catalog.In(lang, key, args...) }}
}

// of is a record of a collection with its own events.
func of(c *store.Collection) export.Record {
	return export.Record{Frame: c, Events: func(yield func(*store.Event, error) bool) {
		for i := range c.Events {
			if !yield(&c.Events[i], nil) {
				return
			}
		}
	}}
}

func written(t *testing.T, r export.Record, o Options) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestShippedInWords looks for everything that the record holds of each event.
func TestShippedInWords(t *testing.T) {
	for _, lang := range store.Langs {
		for _, asMarkdown := range []bool{false, true} {
			t.Run(string(lang)+"/"+strconv.FormatBool(asMarkdown), func(t *testing.T) {
				o := options(lang)
				o.Markdown = asMarkdown
				text := written(t, of(record), o)
				has := func(part string) {
					if asMarkdown {
						part = escape(part)
					}
					if !strings.Contains(text, part) {
						t.Errorf("lacks %q", part)
					}
				}
				for i, e := range record.Events {
					has(strconv.Itoa(i+1) + ". " + e.Title.In(lang))
					has(e.WhenNote.In(lang))
					for _, r := range e.Reports {
						has(r.AttributedTo)
						has(r.Note.In(lang))
					}
				}
				for i := range record.Disagreements {
					has(record.Disagreements[i].Explanation.In(lang))
				}
				for _, s := range record.Sources {
					has(s.Title)
					has(s.Rights.In(lang))
				}
				for _, line := range record.Attribution {
					has(line)
				}
				has(record.Hash)
				if strings.Contains(text, "words-") || strings.Contains(text, "{") {
					t.Error("a text is missing")
				}
			})
		}
	}
}

// TestOneEvent reads one event as a person would.
func TestOneEvent(t *testing.T) {
	one := *record
	for i := range record.Events {
		if record.Events[i].ID == "count-5969-detained" {
			one.Events = record.Events[i : i+1]
		}
	}
	text := written(t, of(&one), options(store.English))
	for _, want := range []string{
		"1. Ministry: at least 5,969 detained\n",
		"Kind: Published count. Category: Arrest.",
		"This was on 9 January 2022.",
		"The place: Kazakhstan. The whole area is meant.",
		"GlobalSecurity reports it in paragraph 27. Said by: Interior Ministry of Kazakhstan.",
		"No other source reports this.",
		"A number is given. Detained: at least 5,969 people. Across the country, up to the time given. Said by: Interior Ministry of Kazakhstan. GlobalSecurity, paragraph 27.",
		"The accounts differ. How many were detained, day by day.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q in\n%s", want, text[:min(len(text), 3000)])
		}
	}
}

func TestHostileTexts(t *testing.T) {
	c := &store.Collection{
		TimeZone: "UTC", Categories: []store.Category{{ID: "c"}}, Places: []store.Place{{ID: "p", Name: store.Text{En: "[a](b)"}}},
		Events: []store.Event{{ID: "e", Title: store.Text{En: "one\ntwo\u202e <b>*x*"}, Category: "c", Place: "p"}},
	}
	o := options(store.English)
	o.Markdown = true
	text := written(t, of(c), o)
	for _, no := range []string{"\ntwo", "\u202e", " <b>", "*x*", "[a](b)"} {
		if no == "*x*" && strings.Contains(text, `\*x\*`) {
			continue
		}
		if strings.Contains(text, no) {
			t.Errorf("%q is still there in %q", no, text)
		}
	}
}

func TestErrors(t *testing.T) {
	broken := errors.New("the disk is gone")
	failing := func(err error) iter.Seq2[*store.Event, error] {
		return func(yield func(*store.Event, error) bool) { yield(nil, err) }
	}
	lost := *record
	lost.Events = []store.Event{{ID: "lost", Place: "nowhere"}}
	nowhen := *record
	nowhen.Places = []store.Place{{ID: "x", TimeZone: "Mars/Olympus"}}
	tests := []struct {
		name, want string
		r          export.Record
	}{
		{"reading fails", "the disk is gone", export.Record{Frame: record, Events: failing(broken)}},
		{"no such place", `"lost"`, of(&lost)},
		{"no such zone", "Mars/Olympus", of(&nowhen)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if err := Write(&strings.Builder{}, tt.r, options(store.English)); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestNothingShown(t *testing.T) {
	none := *record
	none.Events = nil
	if text := written(t, of(&none), options(store.Russian)); !strings.Contains(text, catalog.In(store.Russian, "nothing-shown")) {
		t.Errorf("it says %q", text)
	}
}
