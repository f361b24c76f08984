package export

import (
	"time"

	"qantar/store/when"
)

// The years that RFC 3339 can write.
const (
	firstYear = 1
	lastYear  = 9999
)

// bounds are the earliest and the latest moment of w in RFC 3339, in zone. One
// that is not known, or whose year RFC 3339 cannot write, is "".
func bounds(w *when.When, zone *time.Location) (first, last string) {
	if !w.OpenStart {
		first = instant(w.Start(zone))
	}
	if !w.OpenEnd {
		last = instant(w.End(zone))
	}
	return first, last
}

// instant is t in RFC 3339, or "" where its year does not fit.
func instant(t time.Time) string {
	if year := t.Year(); year < firstYear || year > lastYear {
		return ""
	}
	return t.Format(time.RFC3339)
}

// unsure tells whether a date is uncertain, approximate or one of several.
func unsure(w *when.When) bool { return w.Uncertain || w.Approximate || w.Nature == when.OneOf }
