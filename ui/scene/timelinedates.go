package scene

import (
	"fmt"
	"path"
	"strconv"
	"strings"
	"time"

	"qantar/store"
	"qantar/store/when"
	"qantar/ui/axis"
	"qantar/ui/state"
)

// weekdays are the short names of the days, Sunday first, by language.
var weekdays = map[store.Lang][7]string{
	store.English: {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
	store.Kazakh:  {"жс", "дс", "сс", "ср", "бс", "жм", "сб"},
	store.Russian: {"вс", "пн", "вт", "ср", "чт", "пт", "сб"},
}

// longMonths are the months as full dates write them, by language.
var longMonths = map[store.Lang][12]string{
	store.English: {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	store.Kazakh:  {"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"},
	store.Russian: {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"},
}

// fullDates are a weekday, day, month and year put together, by language.
var fullDates = map[store.Lang]string{
	store.English: "{weekday} {day} {month} {year}",
	store.Kazakh:  "{weekday}, {year} ж. {day} {month}",
	store.Russian: "{weekday}, {day} {month} {year} г.",
}

// in is a language for which the tables have words.
func in(lang store.Lang) store.Lang {
	if _, ok := weekdays[lang]; ok {
		return lang
	}
	return store.English
}

// tickText is the label of a tick.
func tickText(at time.Time, kind axis.Kind, lang store.Lang, roomy bool) string {
	switch kind {
	case axis.Clock:
		return at.Format("15:04")
	case axis.Month:
		return monthAlone(at.Month(), lang)
	case axis.Year:
		return strconv.Itoa(at.Year())
	}
	if roomy {
		return weekdays[in(lang)][at.Weekday()] + " " + dayText(at, lang)
	}
	return dayText(at, lang)
}

// monthAlone is a month's short name without a day. Of the Russian ones only
// May differs from that in a date.
func monthAlone(m time.Month, lang store.Lang) string {
	if lang == store.Russian && m == time.May {
		return "май"
	}
	return shortMonths[in(lang)][m-1]
}

// dayText is "5 Jan".
func dayText(at time.Time, lang store.Lang) string {
	return strconv.Itoa(at.Day()) + " " + shortMonths[in(lang)][at.Month()-1]
}

// FullTime writes a moment, in Unix seconds, with its weekday and time zone:
// "Wed 5 January 2022, 18:00 (Almaty, UTC+6)".
func FullTime(d *state.Data, t int64, lang store.Lang) string {
	at, lang := time.Unix(t, 0).In(d.Loc), in(lang)
	date := strings.NewReplacer(
		"{weekday}", weekdays[lang][at.Weekday()], "{day}", strconv.Itoa(at.Day()),
		"{month}", longMonths[lang][at.Month()-1], "{year}", strconv.Itoa(at.Year()),
	).Replace(fullDates[lang])
	return date + ", " + at.Format("15:04") + " (" + zoneText(d, at, lang) + ")"
}

// MomentText writes a moment, in Unix seconds, in few words: "5 Jan 2022, 18:00".
func MomentText(d *state.Data, t int64, lang store.Lang) string {
	return stamp(time.Unix(t, 0).In(d.Loc), when.Minute, lang, true)
}

// DayText writes the day of a moment, in Unix seconds: "5 Jan 2022".
func DayText(d *state.Data, t int64, lang store.Lang) string {
	return stamp(time.Unix(t, 0).In(d.Loc), when.Day, lang, true)
}

// zoneText names the collection's time zone by its city, and the offset it has
// at a moment: "Almaty, UTC+6".
func zoneText(d *state.Data, at time.Time, lang store.Lang) string {
	city, offset := ZoneCity(d.Collection, lang), offsetText(at)
	if city == "UTC" {
		return offset
	}
	return city + ", " + offset
}

// ZoneCity is the city that a collection's time zone is named after.
func ZoneCity(c *store.Collection, lang store.Lang) string {
	city := strings.ReplaceAll(path.Base(c.TimeZone), "_", " ")
	for i := range c.Places {
		if name := c.Places[i].Name; name.En == city {
			return name.In(lang)
		}
	}
	return city
}

// offsetText is "UTC+6", "UTC−3:30" or "UTC".
func offsetText(at time.Time) string {
	_, seconds := at.Zone()
	sign := "+"
	if seconds < 0 {
		sign, seconds = "−", -seconds
	}
	switch hours, minutes := seconds/3600, seconds/60%60; {
	case seconds == 0:
		return "UTC"
	case minutes == 0:
		return "UTC" + sign + strconv.Itoa(hours)
	default:
		return fmt.Sprintf("UTC%s%d:%02d", sign, hours, minutes)
	}
}

// Tip names item i and says when it was.
func (t *Timeline) Tip(i int) string {
	if i < 0 {
		return ""
	}
	it := t.p.Data().Item(i)
	return it.Event.Title.In(t.p.Lang()) + " · " + DateText(it, t.p.Lang())
}
