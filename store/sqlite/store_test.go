package sqlite

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"qantar/store"

	"github.com/paulmach/orb"
)

func TestRoundTrip(t *testing.T) {
	want := made(t)
	got, err := built(t, want).Collection(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestSameBytes(t *testing.T) {
	for name, c := range map[string]*store.Collection{"made": made(t), "crowd": crowd(t, 300)} {
		var files [][]byte
		for _, name := range []string{"a.qantar", "b.qantar"} {
			path := filepath.Join(t.TempDir(), name)
			if err := Build(t.Context(), path, c); err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, text)
		}
		if !bytes.Equal(files[0], files[1]) {
			t.Errorf("two builds of %s differ (%d and %d bytes)", name, len(files[0]), len(files[1]))
		}
	}
}

func unix(v int64) *int64 { return &v }

func TestFind(t *testing.T) {
	db := built(t, made(t))
	evening := at(t, "2022-01-04T20:00").Earliest
	box := func(west, south, east, north float64) *orb.Bound {
		return &orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}
	}
	all := []string{"rally", "emergency", "words"}
	tests := []struct {
		name string
		q    store.Query
		want []string
	}{
		{"everything", store.Query{}, all},
		{"from the last second of the rally", store.Query{From: unix(evening + 59)}, all},
		{"from the second after the rally", store.Query{From: unix(evening + 60)}, all[1:]},
		{"to the first second of the rally", store.Query{To: unix(evening)}, all[:1]},
		{"to the second before the rally", store.Query{To: unix(evening - 1)}, nil},
		{"a far future, which open ends reach", store.Query{From: unix(1 << 35)}, []string{"emergency"}},
		{"everything there is in time", store.Query{From: unix(-1 << 62), To: unix(1 << 62)}, all},
		{"box on the square", store.Query{Bound: box(76.944, 43.237, 76.946, 43.239)}, all[:2]},
		{"box inside the radius of the square", store.Query{Bound: box(76.9465, 43.238, 76.947, 43.239)}, all[:2]},
		{"box elsewhere in the country", store.Query{Bound: box(60, 50, 61, 51)}, []string{"emergency"}},
		{"box on Moscow and a time", store.Query{Bound: box(37, 55, 38, 56), From: unix(evening)}, []string{"words"}},
		{"box on the ocean", store.Query{Bound: box(-40, 0, -30, 10)}, nil},
		{"category", store.Query{Categories: []string{"law"}}, []string{"emergency"}},
		{"categories", store.Query{Categories: []string{"law", "protest"}}, all},
		{"kind", store.Query{Kinds: []store.Kind{store.Statement}}, []string{"words"}},
		{"place", store.Query{Places: []string{"moscow"}}, []string{"words"}},
		{"place around others and in areas", store.Query{Places: []string{"kazakhstan"}}, all[:2]},
		{"source", store.Query{Sources: []string{"radio"}}, []string{"rally", "words"}},
		{"hostile ids", store.Query{Sources: []string{`"]'); DROP TABLE events; --`}}, nil},
		{"word of a title", store.Query{Text: "rally"}, all[:1]},
		{"start of a word, capitals", store.Query{Text: "SQUA"}, all[:1]},
		{"Russian title", store.Query{Text: "митинг площадь"}, all[:1]},
		{"Kazakh alias", store.Query{Text: "жаңа"}, all[:1]},
		{"city of the site", store.Query{Text: "almaty"}, all[:2]},
		{"note", store.Query{Text: "two days"}, all[2:]},
		{"note of a figure", store.Query{Text: "rounded"}, all[:1]},
		{"scope of a figure", store.Query{Text: "участники"}, all[:1]},
		{"words and speaker of a figure", store.Query{Text: "onlookers thousands"}, all[:1]},
		{"topic of a disagreement", store.Query{Text: "қанша адам"}, all[:2]},
		{"explanation of a disagreement", store.Query{Text: "counted elsewhere"}, all[:2]},
		{"attributed to", store.Query{Text: "someone radio"}, []string{"rally", "words"}},
		{"accents asked for or not", store.Query{Text: "aigul zółc"}, all[2:]},
		{"ё and е", store.Query{Text: "елкина"}, all[2:]},
		{"operators are words", store.Query{Text: "rally OR words"}, nil},
		{"hostile search", store.Query{Text: `"rally* NEAR/0 -("`}, nil},
		{"hostile search with words", store.Query{Text: `title:rally" * ^( ) ' ; --`}, nil},
		{"no word", store.Query{Text: ` "*" `}, all},
		{"all at once", store.Query{From: unix(evening), To: unix(evening), Bound: box(76, 43, 77, 44), Categories: []string{"protest"},
			Kinds: []store.Kind{store.Happening}, Places: []string{"almaty"}, Sources: []string{"paper"}, Text: "rally"}, all[:1]},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := db.Find(t.Context(), tt.q)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			events, err := db.Events(t.Context(), tt.q)
			if err != nil || len(events) != len(got) {
				t.Errorf("Events gives %d, %v; Find %d", len(events), err, len(got))
			}
		})
	}
}

// The R*Tree may only leave out what the exact bounds leave out as well.
func TestFindAgreesWithPlainSearch(t *testing.T) {
	c := crowd(t, 500)
	db := built(t, c)
	first := c.Events[0].When.Earliest
	for i := range 50 {
		from, to := first+int64(i)*9973, first+int64(i)*9973+int64(i%7)*3600
		var want []string
		for _, e := range c.Events {
			if e.When.Overlaps(from, to) {
				want = append(want, e.ID)
			}
		}
		got, err := db.Find(t.Context(), store.Query{From: &from, To: &to})
		if err != nil || !slices.Equal(got, want) {
			t.Fatalf("%d to %d: got %q, %v, want %q", from, to, got, err, want)
		}
	}
}

func TestFold(t *testing.T) {
	tests := map[string]string{
		"Né NÉ ne": "ne ne ne", "Ёлка": "елка", "Йога": "иога", "ҚАЗАҚСТАН": "қазақстан", "Әлі Өмір Үй Ұлт Іс Һ Ғ Ң": "әлі өмір үи ұлт іс һ ғ ң",
		"ﬁnal": "final", "": "",
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			if got := fold(text); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// The quick way of folding gives what the general one does.
func FuzzFold(f *testing.F) {
	for _, seed := range []string{"Né", "Ёлка Йога", "ҚАЗАҚСТАН Әлі", "ﬁnal", "й̆ x", "\xff\xc0", "Ӭ҃҈", "İß"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := fold(text), foldAny(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	})
}

func FuzzSearch(f *testing.F) {
	for _, seed := range []string{"rally", `"`, "a*b NEAR c", "митинг OR", "-x", "\x00", "é́", "title:x", "(((", "😀 x"} {
		f.Add(seed)
	}
	db := built(f, made(f))
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := db.Find(context.Background(), store.Query{Text: text}); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	})
}

func benchmarkFind(b *testing.B, q store.Query) {
	b.Helper()
	db := built(b, crowd(b, 3000))
	b.ReportAllocs()
	for b.Loop() {
		if ids, err := db.Find(b.Context(), q); err != nil || len(ids) == 0 {
			b.Fatal(ids, err)
		}
	}
}

func BenchmarkQueryTime(b *testing.B) {
	day := at(b, "2022-01-05")
	benchmarkFind(b, store.Query{From: &day.Earliest, To: &day.Latest})
}

func BenchmarkQueryBoxTime(b *testing.B) {
	day := at(b, "2022-01-05")
	benchmarkFind(b, store.Query{From: &day.Earliest, To: &day.Latest, Bound: &orb.Bound{Min: orb.Point{50, 42}, Max: orb.Point{60, 47}}})
}

func BenchmarkSearch(b *testing.B) { benchmarkFind(b, store.Query{Text: "crowd 12 stat"}) }

func BenchmarkCollection(b *testing.B) {
	db := built(b, crowd(b, 3000))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := db.Collection(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
