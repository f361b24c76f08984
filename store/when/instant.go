package when

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// instant is a day with a time of day: hour, minute, second, offset, qualifier.
var instant = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2}T\d{2})(:\d{2})?(:\d{2})?(Z|[+-]\d{2}(?::?\d{2})?)?[?~%]?$`)

// clocks are the precisions of a time of day with the seconds each one covers.
var clocks = []struct {
	layout    string
	precision Precision
	seconds   int64
}{
	{"2006-01-02T15", Hour, 3600},
	{"2006-01-02T15:04", Minute, 60},
	{"2006-01-02T15:04:05", Second, 1},
}

// offsets are the layouts of an offset by its length: none or Z, +06, +0600, +06:00.
var offsets = map[int]string{0: "", 1: "Z07:00", 3: "Z07", 5: "Z0700", 6: "Z07:00"}

// parseInstant reads a date with a time of day; without an offset it is in loc.
func parseInstant(text string, loc *time.Location) (part, error) {
	m := instant.FindStringSubmatch(text)
	if m == nil {
		return part{}, fmt.Errorf("%q is not a time of day; write 2022-01-06T23:00 or 2022-01-06T23:00+06:00", text)
	}
	clock := clocks[strings.Count(m[2]+m[3], ":")]
	t, err := time.ParseInLocation(clock.layout+offsets[len(m[4])], m[1]+m[2]+m[3]+m[4], loc)
	if err != nil {
		return part{}, fmt.Errorf("%q is not a time of the calendar and the clock: %w", text, err)
	}
	return part{first: t.Unix(), last: t.Unix() + clock.seconds - 1, precision: clock.precision}, nil
}
