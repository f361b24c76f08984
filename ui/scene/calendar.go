package scene

import (
	"time"

	"qantar/store"
)

// Calendar holds the words of which dates are made in one language.
type Calendar struct {
	Weekdays    [7]string  // short, Sunday first
	Months      [12]string // as full dates write them
	ShortMonths [12]string // beside a day
	MonthsAlone [12]string // short, without a day
	FullDate    string     // with {weekday}, {day}, {month} and {year}
}

// CalendarIn returns the words of a language, those of English for one that has
// none.
func CalendarIn(lang store.Lang) Calendar {
	lang = in(lang)
	c := Calendar{Weekdays: weekdays[lang], Months: longMonths[lang], ShortMonths: shortMonths[lang], FullDate: fullDates[lang]}
	for i := range c.MonthsAlone {
		c.MonthsAlone[i] = monthAlone(time.Month(i+1), lang)
	}
	return c
}
