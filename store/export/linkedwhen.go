package export

import (
	"regexp"
	"strings"

	"qantar/store/when"
)

// lpWhen is the member "when" of the Linked Places format, version 1.1.
type lpWhen struct {
	Timespans []timespan `json:"timespans"`
	Label     string     `json:"label"` // EDTF
}

// timespan is what lasts from Start to End, or, without an End, what was at
// Start or lasted for it.
type timespan struct {
	Start lpTime  `json:"start"`
	End   *lpTime `json:"end,omitempty"`
}

// lpTime is In, an ISO 8601 date that may end in "~", "?" or "%"; or it lies
// between Earliest and Latest.
type lpTime struct {
	In       string `json:"in,omitempty"`
	Earliest string `json:"earliest,omitempty"`
	Latest   string `json:"latest,omitempty"`
}

// isoDate is what of EDTF the format takes for In.
var isoDate = regexp.MustCompile(`^-?\d{4}(-(0[1-9]|1[0-2])(-\d{2}(T\d{2}(:\d{2}){0,2}(Z|[+-]\d{2}(:?\d{2})?)?)?)?)?[?~%]?$`)

// linkedWhen writes w, whose bounds in RFC 3339 are first and last, "" where
// they are open. The format wants every timespan to have a start: what began
// nobody knows when has one that is no later than its end.
func linkedWhen(w *when.When, first, last string) lpWhen {
	return lpWhen{[]timespan{span(w, first, last)}, plain(w.Text)}
}

func span(w *when.When, first, last string) timespan {
	if w.Nature != when.Extent {
		return timespan{Start: lpDate(w.Text, lpTime{Earliest: first, Latest: last})}
	}
	from, to, _ := strings.Cut(w.Text, "/")
	s := timespan{Start: lpDate(from, lpTime{In: first})}
	if w.OpenStart {
		s.Start = lpTime{Latest: last}
	}
	if !w.OpenEnd {
		end := lpDate(to, lpTime{In: last})
		s.End = &end
	}
	return s
}

// lpDate is a date as it is written where the format can, and else otherwise.
func lpDate(text string, otherwise lpTime) lpTime {
	if isoDate.MatchString(text) {
		return lpTime{In: text}
	}
	return otherwise
}
