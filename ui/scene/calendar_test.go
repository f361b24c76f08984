package scene

import (
	"testing"

	"qantar/store"
)

func TestCalendarIn(t *testing.T) {
	for _, lang := range store.Langs {
		c := CalendarIn(lang)
		for _, words := range [][]string{c.Weekdays[:], c.Months[:], c.ShortMonths[:], c.MonthsAlone[:]} {
			for i, word := range words {
				if word == "" {
					t.Errorf("%s: word %d of %d is empty", lang, i, len(words))
				}
			}
		}
	}
	if ru := CalendarIn(store.Russian); ru.ShortMonths[4] != "мая" || ru.MonthsAlone[4] != "май" {
		t.Errorf("May is %q and %q", ru.ShortMonths[4], ru.MonthsAlone[4])
	}
	if CalendarIn("de") != CalendarIn(store.English) {
		t.Error("a language without words is not English")
	}
}

func TestZoneCity(t *testing.T) {
	c := &store.Collection{TimeZone: "America/New_York", Places: []store.Place{{Name: store.Text{En: "New York", Ru: "Нью-Йорк"}}}}
	if got := ZoneCity(c, store.Russian); got != "Нью-Йорк" {
		t.Errorf("got %q", got)
	}
	c.TimeZone = "America/Argentina/Buenos_Aires"
	if got := ZoneCity(c, store.Russian); got != "Buenos Aires" {
		t.Errorf("got %q", got)
	}
}
