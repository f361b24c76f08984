package export

import (
	"errors"
	"image/color"
	"io"
	"iter"
	"strings"
	"testing"
	"time"

	"qantar/store"
	"qantar/store/sample"
	"qantar/store/when"

	"github.com/paulmach/orb"
)

// formats are all that this package writes.
var formats = map[string]func(io.Writer, Record, Options) error{"csv": CSV, "geojson": GeoJSON, "kml": KML, "timelinejs": TimelineJS}

// hostile is a text that would break or steer any reader that takes it as it is.
const hostile = "=cmd|'/C calc'!A0;@x <script>alert(\"1\")</script> ]]> --> &amp; {{x}}\r\n,\x00\x1b[2J\u202eexe.txt\u202c \xff\ufffe </description></kml> \\u003c"

var options = Options{Lang: store.Russian, Palette: map[string]color.RGBA{"orange": {0xe6, 0x9f, 0, 0xff}}}

func at(tb testing.TB, text, zone string) when.When {
	tb.Helper()
	loc, err := when.Zone(zone)
	if err != nil {
		tb.Fatal(err)
	}
	w, err := when.Parse(text, loc)
	if err != nil {
		tb.Fatal(err)
	}
	return w
}

// frame is a small collection that has everything but events.
func frame() *store.Collection {
	return &store.Collection{
		ID: "small", Title: store.Text{En: "Small", Ru: "Малое"}, Summary: store.Text{En: "For tests"}, TimeZone: "Asia/Almaty", Hash: "0123abcd",
		Attribution: []string{"First line", "Second line"},
		Categories:  []store.Category{{ID: "protest", Label: store.Text{En: "Protest", Ru: "Протест"}, Color: "orange"}, {ID: "law", Label: store.Text{En: "Law"}, Color: "none"}},
		Sources:     []store.Source{{ID: "paper", Short: store.Text{En: "Paper"}}, {ID: "radio"}},
		Places: []store.Place{
			{ID: "square", Name: store.Text{En: "Square", Ru: "Площадь"}, Kind: store.Site, Point: orb.Point{-76.94512345678, 43.238}, RadiusM: 300.5, TimeZone: "Asia/Almaty"},
			{ID: "land", Name: store.Text{En: "Land"}, Kind: store.Country, Point: orb.Point{67.5, 48.2}, Area: "KZ", Outline: orb.Bound{Min: orb.Point{46.5, 40.5}, Max: orb.Point{87.3, 55.5}}},
			{ID: "moscow", Name: store.Text{En: "Moscow"}, Kind: store.City, Point: orb.Point{37.6, 55.75}, RadiusM: 20000, TimeZone: "Europe/Moscow"},
		},
	}
}

// record is frame with events.
func record(events ...store.Event) Record { return Record{frame(), stream(events, nil)} }

func stream(events []store.Event, last error) iter.Seq2[*store.Event, error] {
	return func(yield func(*store.Event, error) bool) {
		for i := range events {
			if !yield(&events[i], nil) {
				return
			}
		}
		if last != nil {
			yield(nil, last)
		}
	}
}

// rally is an event in which most fields are used.
func rally(tb testing.TB) store.Event {
	return store.Event{
		ID: "rally", Title: store.Text{En: "A rally", Ru: "Митинг"}, Summary: store.Text{En: "People came"}, Kind: store.Happening, Category: "protest", Importance: 3,
		When: at(tb, "2022-01-04T20:00", "Asia/Almaty"), Place: "square", Areas: []string{"land"},
		Reports: []store.Report{{Source: "paper", Paragraphs: []int{3, 1}, AttributedTo: "Police | guards", Note: store.Text{En: "In own words"}}, {Source: "radio", Paragraphs: []int{4}}},
	}
}

// spoiled is rally with a text in every field that holds one, place, category,
// source and collection among them.
func spoiled(tb testing.TB, text string) Record {
	e, all := rally(tb), store.Text{En: text, Ru: text}
	e.Title, e.Summary, e.WhenNote, e.PlaceNote = all, all, all, all
	for i := range e.Reports {
		e.Reports[i].AttributedTo, e.Reports[i].Note = text, all
	}
	r := record(e)
	r.Frame.Title, r.Frame.Summary, r.Frame.Attribution = all, all, []string{text}
	r.Frame.Places[0].Name, r.Frame.Places[1].Name, r.Frame.Places[1].Area = all, all, text
	r.Frame.Categories[0].Label, r.Frame.Sources[0].Short = all, all
	return r
}

// written is what a format makes of a record.
func written(tb testing.TB, format string, r Record, o Options) string {
	tb.Helper()
	var b strings.Builder
	if err := formats[format](&b, r, o); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func TestRefuses(t *testing.T) {
	broken := errors.New("the stream is broken")
	lost, adrift := rally(t), rally(t)
	lost.Place, adrift.Category = "nowhere", "nothing"
	noZone := record()
	noZone.Frame.Places[2].TimeZone = "Moon/Base"
	tests := []struct {
		name string
		r    Record
		want string
	}{
		{"a stream that breaks", Record{frame(), stream([]store.Event{rally(t)}, broken)}, "the stream is broken"},
		{"a place that is not there", record(lost), `"nowhere"`},
		{"a category that is not there", record(adrift), `"nothing"`},
		{"a zone that is not there", noZone, "the place moscow"},
	}
	for name, write := range formats {
		for _, tt := range tests {
			t.Run(name+", "+tt.name, func(t *testing.T) {
				err := write(io.Discard, tt.r, options)
				if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
					t.Errorf("error %v, want one sentence with %q", err, tt.want)
				}
			})
		}
		t.Run(name+", a full disk", func(t *testing.T) {
			if err := write(full{}, record(rally(t)), options); !errors.Is(err, errFull) {
				t.Errorf("error %v", err)
			}
		})
	}
}

var errFull = errors.New("there is no room")

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

// The same record gives the same bytes, ending in a line feed, with attribution
// and hash.
func TestEveryFormat(t *testing.T) {
	for name := range formats {
		t.Run(name, func(t *testing.T) {
			text := written(t, name, record(rally(t)), options)
			if again := written(t, name, record(rally(t)), options); again != text {
				t.Error("written again it is another")
			}
			for _, want := range []string{"First line", "Second line", "0123abcd", "small", "Митинг", "People came", "In own words"} {
				if !strings.Contains(text, want) {
					t.Errorf("%q is not there", want)
				}
			}
			if !strings.HasSuffix(text, "\n") {
				t.Error("the last line has no end")
			}
		})
	}
}

// What steers a terminal, turns text around or is none goes into no format; what
// markup is made of goes into none that knows markup.
func TestHostileTexts(t *testing.T) {
	everywhere := []string{"\x00", "\x1b", "\r", "\u202e", "\xff", "\ufffe"}
	markup := append([]string{"<script", "]]>", "-->", "</description></kml>"}, everywhere...)
	for name, unwanted := range map[string][]string{"csv": everywhere, "geojson": markup, "timelinejs": markup, "kml": everywhere} {
		t.Run(name, func(t *testing.T) {
			text := written(t, name, spoiled(t, hostile), options)
			for _, harm := range unwanted {
				if strings.Contains(text, harm) {
					t.Errorf("%q is left", harm)
				}
			}
		})
	}
}

// BenchmarkFormats tells what an event costs in each format, without reading it
// from a store.
func BenchmarkFormats(b *testing.B) {
	const events = 10_000
	s, err := sample.New(events, 1, func(string) (orb.Bound, bool) { return orb.Bound{Max: orb.Point{1, 1}}, true })
	if err != nil {
		b.Fatal(err)
	}
	var all []store.Event
	for e := range s.Events() {
		kept := *e
		kept.Areas, kept.Reports = append([]string(nil), e.Areas...), append([]store.Report(nil), e.Reports...)
		all = append(all, kept)
	}
	o := options
	o.DateText = func(w when.When, zone *time.Location) string { return w.Text }
	for _, name := range []string{"csv", "geojson", "kml", "timelinejs"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := formats[name](io.Discard, Record{s.Frame(), stream(all, nil)}, o); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/events, "ns/event")
		})
	}
}
