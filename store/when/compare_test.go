package when

import (
	"slices"
	"testing"
	"time"
)

func mustParse(t *testing.T, text string) When {
	t.Helper()
	w, err := Parse(text, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestOverlaps(t *testing.T) {
	day := mustParse(t, "1970-01-02")
	tests := []struct {
		name     string
		from, to int64
		want     bool
	}{
		{"inside", 90000, 90001, true},
		{"around", 0, 999999, true},
		{"touching the first second", 0, 86400, true},
		{"touching the last second", 172799, 999999, true},
		{"before", 0, 86399, false},
		{"after", 172800, 999999, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := day.Overlaps(tt.from, tt.to); got != tt.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestSharp(t *testing.T) {
	tests := map[string]bool{
		"2022-01-05": true, "2022-01-05T10:00": true,
		"2022-01": false, "2022-01-05?": false, "2022-01-05~": false, "2022-01-05%": false,
		"[2022-01-05..2022-01-06]": false, "2022-01-05/2022-01-06": false, "2022-01-05/..": false,
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			if got := mustParse(t, text).Sharp(); got != want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestCompare(t *testing.T) {
	order := []string{"2022-01-06", "2022-01-05?", "2022-01", "2021", "2022-01-05", "2022-01-05T00:00", "../2022"}
	want := []string{"../2022", "2021", "2022-01", "2022-01-05T00:00", "2022-01-05", "2022-01-05?", "2022-01-06"}
	slices.SortFunc(order, func(a, b string) int { return mustParse(t, a).Compare(mustParse(t, b)) })
	if !slices.Equal(order, want) {
		t.Errorf("order %q, want %q", order, want)
	}
}

func TestZone(t *testing.T) {
	if _, err := Zone("Asia/Almaty"); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"", "Local", "Asia/Nowhere", "../../etc/passwd"} {
		if _, err := Zone(name); err == nil {
			t.Errorf("%q was taken for a time zone", name)
		}
	}
}
