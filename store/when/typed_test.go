package when

import (
	"strings"
	"testing"
	"time"
)

// nearTyped is the moment from which what is typed takes what it leaves out.
var nearTyped = time.Date(2022, 1, 7, 9, 30, 0, 0, time.FixedZone("", 6*3600))

func TestTyped(t *testing.T) {
	tests := []struct{ text, want string }{
		{"5 Jan 18:00", "2022-01-05T18:00"},
		{"5 january", "2022-01-05"},
		{"January 5, 2021", "2021-01-05"},
		{"5th of Sept. 2021", "2021-09-05"},
		{" 18:00 ", "2022-01-07T18:00"},
		{"9:05", "2022-01-07T09:05"},
		{"2022-01-05T18:00", "2022-01-05T18:00"},
		{"2022-01-05 18:00", "2022-01-05T18:00"},
		{"2022-01-05", "2022-01-05"},
		{"1991", "1991"},
		{"Jan 2021", "2021-01"},
		{"май", "2022-05"},
		{"2022-01-04/2022-01-06", "2022-01-04/2022-01-06"},
		{"2022-01-04/..", "2022-01-04/.."},
		{"5 қаңтар 18:00", "2022-01-05T18:00"},
		{"5 кантарда", "2022-01-05"},
		{"ср, 2022 ж. 5 қаңтар, 18:00 (Алматы, UTC+6)", "2022-01-05T18:00"},
		{"5 янв. 2022 г., 18:00", "2022-01-05T18:00"},
		{"ср, 5 января 2022 г., 18:00", "2022-01-05T18:00"},
		{"9 мая", "2022-05-09"},
		{"05.01.2022 18:00", "2022-01-05T18:00"},
		{"5.1", "2022-01-05"},
		{"Wed 5 January 2022, 18:00 (Almaty, UTC+6)", "2022-01-05T18:00"},
		{"4 Jan – 6 Jan", "2022-01-04/2022-01-06"},
		{"4 Jan - 6 Jan 2021", "2021-01-04/2021-01-06"},
		{"30 Dec 2021 — 2 Jan 2022", "2021-12-30/2022-01-02"},
		{"4 Jan 10:00 – 12:30", "2022-01-04T10:00/2022-01-04T12:30"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			got, err := Typed(tt.text, nearTyped)
			if err != nil || got.Text != tt.want {
				t.Fatalf("got %q, %v; want %q", got.Text, err, tt.want)
			}
			if want, _ := Parse(tt.want, nearTyped.Location()); got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}

func TestTypedRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "soon", "5", "5 Jan 6 Jan", "31 Feb", "5 Jan 25:00", "18:00 19:00", "18:60", "Jan 18:00", "2022 18:00",
		"5 Jan – 4 Jan", "1 Jan – 2 Jan – 3 Jan", "0 Jan", "ма 5", "5 jam", "maybe 5", "5/6", strings.Repeat("5 Jan ", 50), "5 \xff",
	} {
		t.Run(text, func(t *testing.T) {
			if got, err := Typed(text, nearTyped); err == nil {
				t.Errorf("it is taken for %s", got)
			} else if strings.Contains(err.Error(), "\n") {
				t.Errorf("the error is more than a sentence: %v", err)
			}
		})
	}
}

// FuzzTyped: whatever is typed is refused or becomes EDTF that reads back as
// the same time.
func FuzzTyped(f *testing.F) {
	for _, text := range []string{"5 Jan 18:00", "5 қаңтар", "18:00", "05.01.2022 – 06.01.2022", "2022-01-04/2022-01-06", "1 мая 1991 г."} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		w, err := Typed(text, nearTyped)
		if err != nil {
			if err.Error() == "" {
				t.Error("the error says nothing")
			}
			return
		}
		if again, err := Parse(w.Text, nearTyped.Location()); err != nil || again != w || w.Latest < w.Earliest {
			t.Errorf("%q became %+v, which reads back as %+v, %v", text, w, again, err)
		}
	})
}
