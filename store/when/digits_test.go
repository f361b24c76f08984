package when

import (
	"fmt"
	"path"
	"strings"
	"testing"
	"time"
)

// enumerate finds the first and last day that fit a date with unspecified
// digits by trying every day of its years: slow, and independent of Parse.
func enumerate(text string) (first, last string) {
	fields := strings.Split(text+"-XX-XX", "-")[:3]
	pattern := strings.ReplaceAll(strings.Join(fields, "-"), "X", "?")
	from, _ := time.Parse("2006-01-02", strings.ReplaceAll(fields[0], "X", "0")+"-01-01")
	to, _ := time.Parse("2006-01-02", strings.ReplaceAll(fields[0], "X", "9")+"-12-31")
	for d := from; !d.After(to); d = d.AddDate(0, 0, 1) {
		day := d.Format("2006-01-02")
		if fits, _ := path.Match(pattern, day); fits {
			last = day
			if first == "" {
				first = day
			}
		}
	}
	return first, last
}

func TestUnspecifiedDigits(t *testing.T) {
	months := []string{"", "-XX", "-1X", "-01", "-02", "-04", "-11", "-12"}
	days := []string{"", "-XX", "-1X", "-2X", "-3X", "-05", "-29", "-30", "-31"}
	for _, year := range []string{"2020", "2021", "202X", "20XX"} {
		for _, month := range months {
			for _, day := range days {
				if text := year + month + day; month != "" || day == "" {
					t.Run(text, func(t *testing.T) { checkDigits(t, text) })
				}
			}
		}
	}
}

// checkDigits wants either a refusal or the very days that enumerate finds.
func checkDigits(t *testing.T, text string) {
	t.Helper()
	first, last := enumerate(text)
	w, err := Parse(text, time.UTC)
	if err != nil {
		return // a few forms around 29 February are beyond the library
	}
	got := fmt.Sprint(w.Start(time.UTC).Format("2006-01-02"), " to ", w.End(time.UTC).Format("2006-01-02"))
	if want := first + " to " + last; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
