package axis

import (
	"testing"
	"time"
)

// zone loads a time zone or ends the test.
func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// at reads "2022-01-05 18:00" in loc.
func at(t testing.TB, loc *time.Location, text string) int64 {
	t.Helper()
	when, err := time.ParseInLocation("2006-01-02 15:04", text, loc)
	if err != nil {
		t.Fatal(err)
	}
	return when.Unix()
}
