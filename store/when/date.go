package when

import (
	"fmt"
	"regexp"
	"time"

	"github.com/sfomuseum/go-edtf"
	"github.com/sfomuseum/go-edtf/level0"
	"github.com/sfomuseum/go-edtf/level1"
	"github.com/sfomuseum/go-edtf/level2"
)

// qualified are the places where EDTF allows a qualifier: around each component
// of a date, and after anything else. Qualifiers never move the bounds, so they
// are taken off before the library looks.
var qualified = regexp.MustCompile(`^(?:[?~%]?-?[0-9X]{4}[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?){0,2}|[0-9YES\-]+[?~%]?)$`)

var qualifier = regexp.MustCompile(`[?~%]`)

// forms pairs what a date may look like with the library's parser for it. The
// library's own dispatch is not used: it takes 2022-01-05? and 2022-01-1X for
// all of January (its season pattern is open at the end), panics on 1950S9 and
// never comes back from Y1E999999999, so each form is anchored and bounded here.
// Months and days such as 0X, which the library misreads, are left out.
var forms = []struct {
	pattern *regexp.Regexp
	parse   func(string) (*edtf.EDTFDate, error)
}{
	{regexp.MustCompile(`^-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`), level0.ParseDate},
	{regexp.MustCompile(`^\d{4}-(2[1-9]|3\d|4[01])$`), level2.ParseSubYearGroupings},
	{regexp.MustCompile(`^[0-9X]{4}(-(0[1-9]|1[0-2X]|XX)(-(0[1-9]|[12][0-9X]|3[01X]|XX))?)?$`), level2.ParseUnspecifiedDigit},
	{regexp.MustCompile(`^Y-?\d{4}$`), level1.ParseLetterPrefixedCalendarYear},
	{regexp.MustCompile(`^Y-?\d{1,4}E[0-3]$`), level2.ParseExponentialYear},
	{regexp.MustCompile(`^(\d{4}|Y\d{4}|Y\d{1,4}E[0-3])S[1-3]$`), level2.ParseSignificantDigits},
}

// parseDate reads a date without a time of day; its bounds are the first and
// the last second of it in loc.
func parseDate(text string, loc *time.Location) (part, error) {
	if qualified.MatchString(text) {
		plain := qualifier.ReplaceAllString(text, "")
		for _, form := range forms {
			if form.pattern.MatchString(plain) {
				return bounds(text, plain, form.parse, loc)
			}
		}
	}
	return part{}, fmt.Errorf("%q is not a date; write a day as 2022-01-05, a month as 2022-01, a year as 2022", text)
}

// bounds asks the library for the first and last day and puts them into loc.
func bounds(text, plain string, parse func(string) (*edtf.EDTFDate, error), loc *time.Location) (p part, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%q is not a date that can be placed in time", text)
		}
	}()
	d, err := parse(plain)
	if err != nil {
		return part{}, fmt.Errorf("%q is not a date of the calendar: %w", text, err)
	}
	lower, err := d.Lower()
	if err != nil {
		return part{}, fmt.Errorf("%q has no first day: %w", text, err)
	}
	upper, err := d.Upper()
	if err != nil {
		return part{}, fmt.Errorf("%q has no last day: %w", text, err)
	}
	p = part{first: dayStart(*lower, 0, loc), last: dayStart(*upper, 1, loc) - 1}
	if p.last < p.first {
		return part{}, fmt.Errorf("%q ends before it starts", text)
	}
	p.precision = precisionOf(p.last - p.first)
	return p, nil
}

// dayStart is the first second, in loc, of the day that lies days after t's.
func dayStart(t time.Time, days int, loc *time.Location) int64 {
	return time.Date(t.Year(), t.Month(), t.Day()+days, 0, 0, 0, 0, loc).Unix()
}

// longest gives each precision the longest span, in days, that it can have.
// An hour is added to all for the days on which clocks change.
var longest = []struct {
	days      int64
	precision Precision
}{
	{1, Day}, {31, Month}, {184, Season}, {366, Year}, {3653, Decade}, {36525, Century},
}

func precisionOf(seconds int64) Precision {
	for _, step := range longest {
		if seconds <= step.days*86400+3600 {
			return step.precision
		}
	}
	return Millennium
}
