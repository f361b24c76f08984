package when

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// maxText is the longest EDTF text, in bytes, that Parse looks at.
const maxText = 100

// The farthest years a When reaches; an open start or end is put there.
const (
	minYear = -9999
	maxYear = 9999
)

// written are the characters EDTF and ISO 8601 are written with. Anything else
// is refused before a parser sees it.
var written = regexp.MustCompile(`^[0-9TZXYES:+\-/.,\[\]{}?~%]+$`)

// part is one date, instant or range with its bounds in Unix seconds.
type part struct {
	first, last        int64
	precision          Precision
	openStart, openEnd bool
}

// Parse reads EDTF (ISO 8601-2, levels 0 to 2) and, wherever a date may stand,
// an ISO 8601 date with a time of day: "2022-01-05", "2022-01~", "202X",
// "2022-01-05/2022-01-19", "2022-01-06T23:00/..",
// "[2022-01-05T05:00+06:00..2022-01-05T12:00]". Dates, and times of day
// without an offset, are read in loc. The error says what is wrong and how to
// write it; no input makes Parse panic.
func Parse(text string, loc *time.Location) (When, error) {
	w, err := parse(text, loc)
	if err != nil {
		return When{}, fmt.Errorf("cannot read the time %.*q: %w", maxText, text, err)
	}
	w.Text = text
	w.Uncertain = strings.ContainsAny(text, "?%")
	w.Approximate = strings.ContainsAny(text, "~%")
	return w, nil
}

func parse(text string, loc *time.Location) (When, error) {
	switch {
	case text == "":
		return When{}, fmt.Errorf("it is empty; write a day as 2022-01-05")
	case len(text) > maxText:
		return When{}, fmt.Errorf("it is longer than %d characters", maxText)
	case !written.MatchString(text):
		return When{}, fmt.Errorf("it holds a character that EDTF does not use; write a day as 2022-01-05")
	}
	if set, ok := cutBrackets(text, "[", "]"); ok {
		return parseSet(set, OneOf, loc)
	}
	if set, ok := cutBrackets(text, "{", "}"); ok {
		return parseSet(set, Extent, loc)
	}
	if start, end, ok := strings.Cut(text, "/"); ok {
		p, err := parseRange(start, end, loc)
		return p.when(Extent), err
	}
	p, err := parsePoint(text, loc)
	return p.when(Moment), err
}

// parseSet reads the inside of [a,b..c] or {a,b..c} and covers all of it.
func parseSet(text string, nature Nature, loc *time.Location) (When, error) {
	var all part
	for i, member := range strings.Split(text, ",") {
		p, err := parseMember(member, loc)
		if err != nil {
			return When{}, err
		}
		if i == 0 {
			all = p
		}
		all = all.join(p)
	}
	return all.when(nature), nil
}

func parseMember(text string, loc *time.Location) (part, error) {
	start, end, ok := strings.Cut(text, "..")
	if !ok {
		return parsePoint(text, loc)
	}
	return parseRange(start, end, loc)
}

// parseRange reads two bounds of which one may be open ("" or "..").
func parseRange(start, end string, loc *time.Location) (part, error) {
	from, err := parseBound(start, part{openStart: true}, loc)
	if err != nil {
		return part{}, err
	}
	to, err := parseBound(end, part{openEnd: true}, loc)
	if err != nil {
		return part{}, err
	}
	switch {
	case from.openStart && to.openEnd:
		return part{}, fmt.Errorf("both of its ends are open; give one of them a date")
	case from.openStart:
		to.openStart, to.first = true, time.Date(minYear, 1, 1, 0, 0, 0, 0, loc).Unix()
		return to, nil
	case to.openEnd:
		from.openEnd, from.last = true, time.Date(maxYear, 12, 31, 23, 59, 59, 0, loc).Unix()
		return from, nil
	case from.first > to.last:
		return part{}, fmt.Errorf("it ends (%s) before it starts (%s); swap the two", end, start)
	}
	return part{first: from.first, last: max(from.last, to.last), precision: min(from.precision, to.precision)}, nil
}

func parseBound(text string, open part, loc *time.Location) (part, error) {
	if text == "" || text == ".." {
		return open, nil
	}
	return parsePoint(text, loc)
}

// parsePoint reads one date, or one instant when it has a time of day.
func parsePoint(text string, loc *time.Location) (part, error) {
	if strings.Contains(text, "T") {
		return parseInstant(text, loc)
	}
	return parseDate(text, loc)
}

// join covers both parts.
func (p part) join(q part) part {
	return part{
		first:     min(p.first, q.first),
		last:      max(p.last, q.last),
		precision: min(p.precision, q.precision),
		openStart: p.openStart || q.openStart,
		openEnd:   p.openEnd || q.openEnd,
	}
}

func (p part) when(n Nature) When {
	return When{
		Earliest: p.first, Latest: p.last, Nature: n, Precision: p.precision,
		OpenStart: p.openStart, OpenEnd: p.openEnd,
	}
}

func cutBrackets(text, left, right string) (string, bool) {
	if !strings.HasPrefix(text, left) || !strings.HasSuffix(text, right) {
		return text, false
	}
	return text[1 : len(text)-1], true
}
