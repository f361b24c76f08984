package scene

import (
	"strconv"
	"time"

	"qantar/store"
	"qantar/store/when"
	"qantar/ui/state"
)

// shortMonths are the months as dates write them, by language.
var shortMonths = map[store.Lang][12]string{
	store.English: {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
	store.Kazakh:  {"қаң", "ақп", "нау", "сәу", "мам", "мау", "шіл", "там", "қыр", "қаз", "қар", "жел"},
	store.Russian: {"янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"},
}

// DateText writes when an event was, as finely as it is known, in the time
// zone of its place: "5 Jan 2022", "6 Jan 2022, 23:00", "5 Jan – 19 Jan 2022".
// Three dots stand between bounds of which neither is the date; "~" marks an
// approximate date and "?" an uncertain one.
func DateText(it *state.Item, lang store.Lang) string { return WhenText(it.Event.When, it.Zone, lang) }

// WhenText writes a time as DateText does, in a time zone.
func WhenText(w when.When, zone *time.Location, lang store.Lang) string {
	from, to := time.Unix(w.Earliest, 0).In(zone), time.Unix(w.Latest, 0).In(zone)
	var text string
	switch {
	case w.Nature == when.Moment && w.Precision >= when.Year && w.Precision != when.Season:
		text = stamp(from, w.Precision, lang, true)
	case w.OpenEnd:
		text = stamp(from, w.Precision, lang, true) + " – …"
	case w.OpenStart:
		text = "… – " + stamp(to, w.Precision, lang, true)
	default:
		text = between(from, to, w, lang)
	}
	if w.Approximate {
		text = "~" + text
	}
	if w.Uncertain {
		text += "?"
	}
	return text
}

func between(from, to time.Time, w when.When, lang store.Lang) string {
	dash := " – "
	if w.Nature != when.Extent {
		dash = " … "
	}
	sameDay := from.YearDay() == to.YearDay() && from.Year() == to.Year()
	switch {
	case sameDay && w.Precision <= when.Day:
		return stamp(from, when.Day, lang, true)
	case sameDay:
		return stamp(from, when.Day, lang, true) + ", " + from.Format("15:04") + dash + to.Format("15:04")
	}
	first, last := stamp(from, w.Precision, lang, true), stamp(to, w.Precision, lang, true)
	switch {
	case first == last:
		return last
	case from.Year() == to.Year():
		first = stamp(from, w.Precision, lang, false)
	}
	return first + dash + last
}

// stamp writes one date or time to a precision.
func stamp(t time.Time, precision when.Precision, lang store.Lang, year bool) string {
	switch {
	case precision <= when.Year:
		return strconv.Itoa(t.Year())
	case precision < when.Day:
		return monthAlone(t.Month(), lang) + " " + strconv.Itoa(t.Year())
	}
	text := dayText(t, lang)
	if year {
		text += " " + strconv.Itoa(t.Year())
	}
	if precision > when.Day {
		text += ", " + t.Format("15:04")
	}
	return text
}
