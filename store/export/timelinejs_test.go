package export

import (
	"encoding/json"
	"html"
	"strings"
	"testing"
	"time"

	"qantar/store/when"
)

type timelineFile struct {
	Collection, Summary, Language, Hash, Scale string
	Attribution                                []string
	Title                                      slide
	Events                                     []slide
}

func readTimeline(t *testing.T, r Record) timelineFile {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(written(t, "timelinejs", r, options)))
	decoder.DisallowUnknownFields()
	var file timelineFile
	if err := decoder.Decode(&file); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestTimelineJS(t *testing.T) {
	file := readTimeline(t, record(rally(t)))
	if file.Hash != "0123abcd" || file.Scale != "human" || file.Title.Start != nil || file.Title.Text.Headline != "Малое" ||
		file.Title.Text.Text != "<p>For tests</p><p>First line</p><p>Second line</p><p>small · SHA-256 0123abcd</p>" {
		t.Errorf("%+v", file)
	}
	s := file.Events[0]
	if s.ID != "rally" || s.Group != "Протест" || s.Display != "2022-01-04T20:00" || s.Links || s.Text.Headline != "Митинг" || !strings.Contains(s.Text.Text, "<b>Paper</b> ¶3, 1") {
		t.Errorf("%+v", s)
	}
}

func TestSlideDates(t *testing.T) {
	tests := []struct{ edtf, start, end string }{
		{"2022-01-05", `{"year":2022,"month":1,"day":5}`, "null"},
		{"2022-01-05?", `{"year":2022,"month":1,"day":5}`, "null"},
		{"2022-01", `{"year":2022,"month":1}`, "null"},
		{"1989", `{"year":1989}`, "null"},
		{"198X", `{"year":1980}`, `{"year":1989}`},
		{"2022-21", `{"year":2022,"month":3}`, `{"year":2022,"month":5}`},
		{"2022-01-05T00:00", `{"year":2022,"month":1,"day":5,"hour":0,"minute":0}`, "null"},
		{"2022-01-05T06:00:07Z", `{"year":2022,"month":1,"day":5,"hour":12,"minute":0,"second":7}`, "null"},
		{"2022-01-05/2022-01-07", `{"year":2022,"month":1,"day":5}`, `{"year":2022,"month":1,"day":7}`},
		{"[2022-01-05..2022-01-07]", `{"year":2022,"month":1,"day":5}`, `{"year":2022,"month":1,"day":7}`},
		{"2022-01-05/..", `{"year":2022,"month":1,"day":5}`, "null"},
		{"../2022-01-05", `{"year":2022,"month":1,"day":5}`, "null"},
		{"-0044-03-15", `{"year":-44,"month":3,"day":15}`, "null"},
	}
	zone, err := when.Zone("Asia/Almaty")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.edtf, func(t *testing.T) {
			w := at(t, tt.edtf, "Asia/Almaty")
			start, end := slideDates(&w, zone)
			for _, date := range []struct {
				got  *slideDate
				want string
			}{{start, tt.start}, {end, tt.end}} {
				if got, err := json.Marshal(date.got); err != nil || string(got) != date.want {
					t.Errorf("got %s, %v, want %s", got, err, date.want)
				}
			}
		})
	}
}

// TimelineJS takes these fields for HTML; in two of them it undoes once what is
// escaped.
func TestTimelineJSOfHostileTexts(t *testing.T) {
	file := readTimeline(t, spoiled(t, hostile))
	s := file.Events[0]
	for _, text := range []string{file.Title.Text.Headline, s.Text.Headline} {
		if html.UnescapeString(text) != plain(hostile) || strings.ContainsAny(text, "<>\"'") {
			t.Errorf("%q", text)
		}
	}
	for _, text := range []string{file.Title.Text.Text, s.Text.Text} {
		if strings.Contains(text, "<script") || !strings.Contains(text, html.EscapeString(plain(hostile))) {
			t.Errorf("%q", text)
		}
	}
	if undone := html.UnescapeString(s.Group); strings.ContainsAny(undone, "<>") || !strings.Contains(undone, "‹script›alert") || !strings.Contains(undone, "&amp;") {
		t.Errorf("%q", s.Group)
	}
}

func TestTimelineJSOfHostileDate(t *testing.T) {
	o := options
	o.DateText = func(when.When, *time.Location) string { return "<b>5 Jan</b>" }
	text := written(t, "timelinejs", record(rally(t)), o)
	if !strings.Contains(text, `"display_date":"‹b›5 Jan‹/b›"`) {
		t.Error(text)
	}
}
