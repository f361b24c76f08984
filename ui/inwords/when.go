package inwords

import (
	"strconv"
	"strings"
	"time"

	"qantar/store"
	"qantar/store/when"
	"qantar/ui/scene"
)

// The forms of a date that sentences need. Languages with cases have one of a
// month for each; the others write them alike.
type form int

const (
	plainForm form = iota // the date itself, and after "between"
	onForm                // the day on which something was
	fromForm              // since when
	toForm                // until when
	forms
)

// months are the months in every form, by language.
var months = map[store.Lang][forms][12]string{
	store.English: {englishMonths, englishMonths, englishMonths, englishMonths},
	store.Kazakh: {
		{"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"},
		{"қаңтарда", "ақпанда", "наурызда", "сәуірде", "мамырда", "маусымда", "шілдеде", "тамызда", "қыркүйекте", "қазанда", "қарашада", "желтоқсанда"},
		{"қаңтардан", "ақпаннан", "наурыздан", "сәуірден", "мамырдан", "маусымнан", "шілдеден", "тамыздан", "қыркүйектен", "қазаннан", "қарашадан", "желтоқсаннан"},
		{"қаңтарға", "ақпанға", "наурызға", "сәуірге", "мамырға", "маусымға", "шілдеге", "тамызға", "қыркүйекке", "қазанға", "қарашаға", "желтоқсанға"},
	},
	store.Russian: {russianMonths, russianMonths, russianMonths, russianMonths},
}

var (
	englishMonths = [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	russianMonths = [12]string{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"}
)

// inMonths are the months, in Russian, as what something was in.
var inMonths = [12]string{"январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре", "октябре", "ноябре", "декабре"}

// and is the Kazakh word between two dates, which follows the sound of the
// month before it.
var and = [12]string{"мен", "мен", "бен", "мен", "мен", "мен", "мен", "бен", "пен", "мен", "мен", "мен"}

// Day, month and year as a sentence has them; {d} the day, {m} the month.
var days = map[store.Lang][forms]string{
	store.English: {"{d} {m} {y}", "on {d} {m} {y}", "{d} {m} {y}", "{d} {m} {y}"},
	store.Kazakh:  {"{y} жылғы {d} {m}", "{y} жылғы {d} {m}", "{y} жылғы {d} {m}", "{y} жылғы {d} {m}"},
	store.Russian: {"{d} {m} {y} года", "{d} {m} {y} года", "{d} {m} {y} года", "{d} {m} {y} года"},
}

// coarse are a month and a year in which something was.
var coarse = map[store.Lang]struct{ month, year string }{
	store.English: {"in {m} {y}", "in {y}"},
	store.Kazakh:  {"{y} жылғы {m}", "{y} жылы"},
	store.Russian: {"в {m} {y} года", "в {y} году"},
}

// clocks add a time of day to a date.
var clocks = map[store.Lang]string{store.English: "{date} at {t}", store.Kazakh: "{date} (сағат {t})", store.Russian: "{date} в {t}"}

// spans are what something lasts and what it lies between; {&} is the word
// between the two.
var spans = map[store.Lang]struct{ lasts, between, from, until string }{
	store.English: {"from {a} to {b}", "some time between {a} and {b}", "from {a} on", "up to {b}"},
	store.Kazakh:  {"{a} {b} дейін", "{a} {&} {b} аралығында", "{a} бастап", "{b} дейін"},
	store.Russian: {"с {a} до {b}", "не раньше {a} и не позже {b}", "с {a}", "до {b}"},
}

// When writes a time for a sentence that says that something was then: "on 5
// January 2022", "from 5 January 2022 to 19 January 2022".
func When(w when.When, zone *time.Location, lang store.Lang) string {
	from, to := w.Start(zone), w.End(zone)
	switch {
	case w.Precision < when.Day && (w.Nature != when.Moment || w.Precision != when.Month && w.Precision != when.Year) || w.OpenStart && w.OpenEnd:
		return scene.WhenText(w, zone, lang) // days would be more than is known
	case w.OpenEnd:
		return fill(spans[lang].from, "a", date(from, w.Precision, fromForm, lang))
	case w.OpenStart:
		return fill(spans[lang].until, "b", date(to, w.Precision, toForm, lang))
	case w.Nature == when.Moment, w.Precision <= when.Day && from.Format(time.DateOnly) == to.Format(time.DateOnly):
		return date(from, w.Precision, onForm, lang)
	case w.Nature == when.Extent:
		return fill(spans[lang].lasts, "a", date(from, w.Precision, fromForm, lang), "b", date(to, w.Precision, toForm, lang))
	}
	return fill(spans[lang].between, "a", date(from, w.Precision, plainForm, lang), "&", and[from.Month()-1], "b", date(to, w.Precision, plainForm, lang))
}

// date writes one date to a precision, in one of its forms.
func date(t time.Time, precision when.Precision, f form, lang store.Lang) string {
	year := strconv.Itoa(t.Year())
	month := months[lang][f][t.Month()-1]
	switch {
	case precision < when.Month:
		return fill(coarse[lang].year, "y", year)
	case precision < when.Day && lang == store.Russian:
		return fill(coarse[lang].month, "m", inMonths[t.Month()-1], "y", year)
	case precision < when.Day:
		return fill(coarse[lang].month, "m", month, "y", year)
	}
	text := fill(days[lang][f], "d", strconv.Itoa(t.Day()), "m", month, "y", year)
	if precision > when.Day {
		text = fill(clocks[lang], "date", text, "t", t.Format("15:04"))
	}
	return text
}

// fill puts values into a pattern: pairs of a name and what replaces {name}.
func fill(pattern string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		pattern = strings.ReplaceAll(pattern, "{"+pairs[i]+"}", pairs[i+1])
	}
	return pattern
}
