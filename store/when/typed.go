package when

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// monthNames are the names of the months in English, Kazakh and Russian, folded;
// of the Russian ones the part that all their cases share.
var monthNames = [12][]string{
	{"january", "кантар", "январ"}, {"february", "акпан", "феврал"}, {"march", "наурыз", "март"},
	{"april", "сауир", "апрел"}, {"may", "мамыр", "май", "мая"}, {"june", "маусым", "июн"},
	{"july", "шилде", "июл"}, {"august", "тамыз", "август"}, {"september", "кыркуйек", "сентябр"},
	{"october", "казан", "октябр"}, {"november", "караша", "ноябр"}, {"december", "желтоксан", "декабр"},
}

// fold makes the letters that Kazakh has beyond Russian those that a Russian
// keyboard offers in their place.
var fold = strings.NewReplacer("ә", "а", "ғ", "г", "қ", "к", "ң", "н", "ө", "о", "ұ", "у", "ү", "у", "һ", "х", "і", "и", "ё", "е")

// fillers are words that a date may hold and that say nothing: weekdays,
// "year", "at", folded.
var fillers = regexp.MustCompile(`^(mon|tue|wed|thu|fri|sat|sun)[a-z]*$|^(дс|сс|ср|бс|жм|сб|жс|пн|вт|чт|пт|вс)$|` +
	`^(дуйсенби|сейсенби|сарсенби|бейсенби|жума|сенби|жексенби|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)$|` +
	`^(г|года?|ж|жыл[а-я]*|at|on|of|the|в|сагат|куни)$`)

var (
	clockTyped  = regexp.MustCompile(`^\d{1,2}:\d{2}(:\d{2})?$`)
	dotted      = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?$`)
	isoDay      = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)
	number      = regexp.MustCompile(`^\d{1,2}(st|nd|rd|th)?$`)
	fourDigits  = regexp.MustCompile(`^\d{4}$`)
	typedDash   = regexp.MustCompile(`\s*[–—]\s*|\s+-\s+`)
	inBrackets  = regexp.MustCompile(`\([^()]*\)\s*$`)
	wordsBreaks = regexp.MustCompile(`[\s,]+`)
)

// typed is a date or a time of day as it was typed. What was not is zero or "".
type typed struct {
	year, month, day int
	clock            string
}

// Typed reads a time as a person types it: EDTF as Parse does, or a day with
// the month's name in English, Kazakh or Russian, whole or shortened, a time of
// day, or both ("5 Jan 18:00", "5 қаңтар", "05.01.2022", "18:00"), or two of
// these with a dash between them. What is left out, the year or the day, is
// that of near, and so is the time zone. The error is one sentence.
func Typed(text string, near time.Time) (When, error) {
	text = strings.TrimSpace(text)
	w, err := Parse(text, near.Location())
	if err == nil {
		return w, nil
	}
	edtf, ok := byHand(text, near)
	if !ok {
		return When{}, fmt.Errorf("%.*q is not a time; write it like 5 Jan 18:00, 18:00 or 2022-01-04/2022-01-06", maxText, text)
	}
	return Parse(edtf, near.Location())
}

// byHand turns what a person has typed into EDTF. It tells whether it could.
func byHand(text string, near time.Time) (edtf string, ok bool) {
	if len(text) > maxText || !utf8.ValidString(text) {
		return "", false
	}
	ends := typedDash.Split(text, -1)
	if len(ends) > 2 {
		return "", false
	}
	var times [2]typed
	for i, end := range ends {
		if times[i], ok = readTyped(end); !ok {
			return "", false
		}
	}
	if len(ends) == 1 {
		return times[0].edtf(near), true
	}
	from, to := times[0], times[1]
	to = to.fill(from)
	if from.year == 0 {
		from.year = to.year
	}
	return from.edtf(near) + "/" + to.edtf(near), true
}

// fill gives a time of day without a date the date of another time.
func (t typed) fill(from typed) typed {
	if t.month == 0 {
		t.month, t.day = from.month, from.day
	}
	if t.year == 0 {
		t.year = from.year
	}
	return t
}

// edtf writes the time as EDTF and takes what it lacks from near.
func (t typed) edtf(near time.Time) string {
	year, month, day := near.Date()
	if t.month == 0 {
		t.month, t.day = int(month), day
	}
	if t.year == 0 {
		t.year = year
	}
	switch {
	case t.day == 0:
		return fmt.Sprintf("%04d-%02d", t.year, t.month)
	case t.clock == "":
		return fmt.Sprintf("%04d-%02d-%02d", t.year, t.month, t.day)
	}
	return fmt.Sprintf("%04d-%02d-%02dT%s", t.year, t.month, t.day, t.clock)
}

// readTyped reads one end of what was typed word by word. Nothing may be said
// twice, a day needs its month, and a time of day its day, unless it stands
// alone.
func readTyped(text string) (t typed, ok bool) {
	text = fold.Replace(strings.ToLower(inBrackets.ReplaceAllString(text, "")))
	for _, word := range wordsBreaks.Split(strings.Trim(text, " ,\t"), -1) {
		if !t.take(word) {
			return t, false
		}
	}
	alone := t.clock != "" && t.year == 0 && t.day == 0 && t.month == 0
	dated := t.month != 0 && (t.day != 0 || t.clock == "")
	return t, alone || dated
}

// take adds a word to the time, and tells whether it could.
func (t *typed) take(word string) bool {
	if m := dotted.FindStringSubmatch(word); m != nil {
		return t.takeDay(m[3], m[2], m[1])
	}
	if m := isoDay.FindStringSubmatch(word); m != nil {
		return t.takeDay(m[1], m[2], m[3])
	}
	month := monthOf(strings.TrimSuffix(word, "."))
	switch {
	case clockTyped.MatchString(word):
		return t.takeClock(word)
	case fourDigits.MatchString(word):
		return put(&t.year, word)
	case number.MatchString(word):
		return put(&t.day, strings.TrimRight(word, "stndrh"))
	case month > 0:
		return put(&t.month, strconv.Itoa(month))
	}
	return fillers.MatchString(strings.TrimSuffix(word, "."))
}

func (t *typed) takeDay(year, month, day string) bool {
	return put(&t.day, day) && put(&t.month, month) && (year == "" || put(&t.year, year))
}

func (t *typed) takeClock(word string) bool {
	if t.clock != "" {
		return false
	}
	if word[1] == ':' {
		word = "0" + word
	}
	t.clock = word
	return true
}

// put sets a field that is not set yet to a number above zero.
func put(field *int, digits string) bool {
	n, err := strconv.Atoi(digits)
	if err != nil || n == 0 || *field != 0 {
		return false
	}
	*field = n
	return true
}

// monthOf is the number of the month that a folded word names: at least its
// first three letters, or, but in English, all of them with an ending. 0 is none.
func monthOf(word string) int {
	if utf8.RuneCountInString(word) < 3 {
		return 0
	}
	for i, names := range monthNames {
		for k, name := range names {
			if strings.HasPrefix(name, word) || k > 0 && strings.HasPrefix(word, name) {
				return i + 1
			}
		}
	}
	return 0
}
