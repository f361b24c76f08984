package when

import (
	"regexp"
	"strings"
	"testing"
	"time"
)

func almaty(tb testing.TB) *time.Location {
	tb.Helper()
	loc, err := Zone("Asia/Almaty")
	if err != nil {
		tb.Fatal(err)
	}
	return loc
}

func TestParse(t *testing.T) {
	loc := almaty(t)
	const open = "open"
	tests := []struct {
		text, first, last string // in Almaty; open ends are checked by their flag
		nature            Nature
		precision         Precision
	}{
		{"2022-01-05", "2022-01-05T00:00:00+06:00", "2022-01-05T23:59:59+06:00", Moment, Day},
		{"2022-01", "2022-01-01T00:00:00+06:00", "2022-01-31T23:59:59+06:00", Moment, Month},
		{"2022", "2022-01-01T00:00:00+06:00", "2022-12-31T23:59:59+06:00", Moment, Year},
		{"2020-02-29", "2020-02-29T00:00:00+06:00", "2020-02-29T23:59:59+06:00", Moment, Day},
		{"2022-01-05?", "2022-01-05T00:00:00+06:00", "2022-01-05T23:59:59+06:00", Moment, Day},
		{"2022-01-05~", "2022-01-05T00:00:00+06:00", "2022-01-05T23:59:59+06:00", Moment, Day},
		{"2022-01-05%", "2022-01-05T00:00:00+06:00", "2022-01-05T23:59:59+06:00", Moment, Day},
		{"2022-01~-05", "2022-01-05T00:00:00+06:00", "2022-01-05T23:59:59+06:00", Moment, Day},
		{"2022-?01-05", "2022-01-05T00:00:00+06:00", "2022-01-05T23:59:59+06:00", Moment, Day},
		{"2022-21~", "2022-03-01T00:00:00+06:00", "2022-05-31T23:59:59+06:00", Moment, Season},
		{"2022-34", "2022-04-01T00:00:00+06:00", "2022-06-30T23:59:59+06:00", Moment, Season},
		{"2022-24", "2022-12-01T00:00:00+06:00", "2023-02-28T23:59:59+06:00", Moment, Season},
		{"202X", "2020-01-01T00:00:00+06:00", "2029-12-31T23:59:59+05:00", Moment, Decade},
		{"20XX", "2000-01-01T00:00:00+06:00", "2099-12-31T23:59:59+05:00", Moment, Century},
		{"2022-XX", "2022-01-01T00:00:00+06:00", "2022-12-31T23:59:59+06:00", Moment, Year},
		{"2022-01-XX", "2022-01-01T00:00:00+06:00", "2022-01-31T23:59:59+06:00", Moment, Month},
		{"2022-01-1X", "2022-01-10T00:00:00+06:00", "2022-01-19T23:59:59+06:00", Moment, Month},
		{"1950S2", "1900-01-01T00:00:00+05:07", "1999-12-31T23:59:59+06:00", Moment, Century},
		{"Y2022", "2022-01-01T00:00:00+06:00", "2022-12-31T23:59:59+06:00", Moment, Year},
		{"Y2E3", "2000-01-01T00:00:00+06:00", "2000-12-31T23:59:59+06:00", Moment, Year},
		{"2022-01-06T23", "2022-01-06T23:00:00+06:00", "2022-01-06T23:59:59+06:00", Moment, Hour},
		{"2022-01-06T23:00", "2022-01-06T23:00:00+06:00", "2022-01-06T23:00:59+06:00", Moment, Minute},
		{"2022-01-06T23:00:30", "2022-01-06T23:00:30+06:00", "2022-01-06T23:00:30+06:00", Moment, Second},
		{"2022-01-06T23:00~", "2022-01-06T23:00:00+06:00", "2022-01-06T23:00:59+06:00", Moment, Minute},
		{"2022-01-06T17:00Z", "2022-01-06T23:00:00+06:00", "2022-01-06T23:00:59+06:00", Moment, Minute},
		{"2022-01-06T20:00+03", "2022-01-06T23:00:00+06:00", "2022-01-06T23:00:59+06:00", Moment, Minute},
		{"2022-01-06T22:00+0500", "2022-01-06T23:00:00+06:00", "2022-01-06T23:00:59+06:00", Moment, Minute},
		{"2022-01-05/2022-01-19", "2022-01-05T00:00:00+06:00", "2022-01-19T23:59:59+06:00", Extent, Day},
		{"2022-01-05T14:30/2022-01-19", "2022-01-05T14:30:00+06:00", "2022-01-19T23:59:59+06:00", Extent, Day},
		{"2022-01-05/2022-01-06T07:00", "2022-01-05T00:00:00+06:00", "2022-01-06T07:00:59+06:00", Extent, Day},
		{"2022-01-05T01:00+06:00/2022-01-05T02:00+06:00", "2022-01-05T01:00:00+06:00", "2022-01-05T02:00:59+06:00", Extent, Minute},
		{"2022-01-05/..", "2022-01-05T00:00:00+06:00", open, Extent, Day},
		{"2022-01-05/", "2022-01-05T00:00:00+06:00", open, Extent, Day},
		{"../2022-01-05", open, "2022-01-05T23:59:59+06:00", Extent, Day},
		{"/2022-01-05", open, "2022-01-05T23:59:59+06:00", Extent, Day},
		{"2022-01-05~/2022-02", "2022-01-05T00:00:00+06:00", "2022-02-28T23:59:59+06:00", Extent, Month},
		{"[2022-01-05..2022-01-06]", "2022-01-05T00:00:00+06:00", "2022-01-06T23:59:59+06:00", OneOf, Day},
		{"[2022-01-05T05:00..2022-01-05T12:00]", "2022-01-05T05:00:00+06:00", "2022-01-05T12:00:59+06:00", OneOf, Minute},
		{"[2022-01-05,2022-01-08]", "2022-01-05T00:00:00+06:00", "2022-01-08T23:59:59+06:00", OneOf, Day},
		{"[..2022-01-05]", open, "2022-01-05T23:59:59+06:00", OneOf, Day},
		{"[2022-01-05..]", "2022-01-05T00:00:00+06:00", open, OneOf, Day},
		{"{2022-01-02,2022-01-04..2022-01-05}", "2022-01-02T00:00:00+06:00", "2022-01-05T23:59:59+06:00", Extent, Day},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			w, err := Parse(tt.text, loc)
			if err != nil {
				t.Fatal(err)
			}
			if got := w.Start(loc).Format(time.RFC3339); got != tt.first && !w.OpenStart {
				t.Errorf("starts %s, want %s", got, tt.first)
			}
			if got := w.End(loc).Format(time.RFC3339); got != tt.last && !w.OpenEnd {
				t.Errorf("ends %s, want %s", got, tt.last)
			}
			if w.OpenStart != (tt.first == open) || w.OpenEnd != (tt.last == open) {
				t.Errorf("open start %v, end %v", w.OpenStart, w.OpenEnd)
			}
			if w.Nature != tt.nature || w.Precision != tt.precision {
				t.Errorf("nature %d, precision %d, want %d, %d", w.Nature, w.Precision, tt.nature, tt.precision)
			}
			if w.Uncertain != strings.ContainsAny(tt.text, "?%") || w.Approximate != strings.ContainsAny(tt.text, "~%") {
				t.Errorf("uncertain %v, approximate %v", w.Uncertain, w.Approximate)
			}
			if w.String() != tt.text {
				t.Errorf("text %q", w.String())
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	tests := []string{
		"", " ", "5 January", "2022-1-5", "2022-01-32", "2022-02-30", "2021-02-29", "2022-13", "2022-00", "2022-01-00",
		"2022-01-05junk", "2022-01-05 ", "2022-01-05T", "2022-01-05T25:00", "2022-01-05T24:00", "2022-01-05T5:00",
		"2022-01-05T05:60", "2022-01-05T05:00:00.5", "2022-01-05T05:00:00,5", "2022-01-05T05:00+99:00", "2022-02-30T05:00",
		"2022-01-05??", "2022-01-05?~", "?", "/", "..", "../..", "/..", "2022/2021", "2022-01-05/2022-01-04",
		"2022-01-05/2022-01-06/2022-01-07", "[]", "[", "[2022", "{}", "[..]", "[2022-01-06..2022-01-05]", "[2022,]",
		"[[2022]]", "XXXX", "X022", "1950S9", "1950S999999999", "Y1E999999999", "Y-17E7", "Y170000002", "Y12", "--1985",
		"0000", "spring, 2002", "٢٠٢٢", "\x00", strings.Repeat("2", 101), strings.Repeat("[", 100),
	}
	for _, text := range tests {
		t.Run(text, func(t *testing.T) {
			w, err := Parse(text, time.UTC)
			if err == nil {
				t.Fatalf("%q was read as %v to %v", text, w.Start(time.UTC), w.End(time.UTC))
			}
			if w != (When{}) {
				t.Errorf("a refused text gives %+v", w)
			}
			if !strings.Contains(err.Error(), "cannot read the time") || len(err.Error()) > 600 {
				t.Errorf("error %q", err)
			}
		})
	}
}

// Clocks in Almaty went back an hour when 29 February 2024 ended.
func TestParseDayOfClockChange(t *testing.T) {
	w, err := Parse("2024-02-29", almaty(t))
	if err != nil {
		t.Fatal(err)
	}
	if got := w.Latest - w.Earliest + 1; got != 25*3600 || w.Precision != Day {
		t.Errorf("the day lasts %d seconds, precision %d", got, w.Precision)
	}
}

var (
	plainDay    = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	plainMinute = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$`)
)

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"2022-01-05", "2022-01-05?", "2022-01-06T23:00+06:00", "[2022-01-05..2022-01-06]", "2022-01-05/..", "/2022",
		"{1667,1668,1670..1672}", "1950S2", "Y-17E7", "2022-XX-05", "~2022-%01", "Y1E999999999", "-0004-02-29",
	} {
		f.Add(seed)
	}
	loc := almaty(f)
	f.Fuzz(func(t *testing.T, text string) {
		w, err := Parse(text, loc)
		checkOracle(t, text, w, err, loc)
		if err != nil {
			return
		}
		if w.Earliest > w.Latest {
			t.Errorf("%q: earliest %d after latest %d", text, w.Earliest, w.Latest)
		}
		if again, err := Parse(w.Text, loc); err != nil || again != w {
			t.Errorf("%q read again: %+v, %v, want %+v", text, again, err, w)
		}
	})
}

// checkOracle compares plain days and minutes with what the time package says.
func checkOracle(t *testing.T, text string, w When, err error, loc *time.Location) {
	t.Helper()
	layout, days := "2006-01-02", 1
	switch {
	case plainMinute.MatchString(text):
		layout, days = "2006-01-02T15:04", 0
	case !plainDay.MatchString(text):
		return
	}
	first, wantErr := time.ParseInLocation(layout, text, loc)
	if first.Year() == 0 {
		return // the library has no year 0
	}
	if (err == nil) != (wantErr == nil) {
		t.Fatalf("%q: error %v, the time package says %v", text, err, wantErr)
	}
	if err != nil {
		return
	}
	last := first.AddDate(0, 0, 1).Unix() - 1
	if days == 0 {
		last = first.Unix() + 59
	}
	if w.Earliest != first.Unix() || w.Latest != last {
		t.Errorf("%q: %d to %d, want %d to %d", text, w.Earliest, w.Latest, first.Unix(), last)
	}
}

func BenchmarkParse(b *testing.B) {
	loc := almaty(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("[2022-01-05T05:00..2022-01-06]", loc); err != nil {
			b.Fatal(err)
		}
	}
}
