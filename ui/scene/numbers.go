package scene

import (
	"strconv"

	"qantar/store"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// printers write numbers, by language.
var printers = map[store.Lang]*message.Printer{
	store.English: message.NewPrinter(language.English), store.Kazakh: message.NewPrinter(language.Kazakh), store.Russian: message.NewPrinter(language.Russian),
}

// Number writes a number as lang does: 3,706 or 3 706.
func Number(v float64, lang store.Lang) string { return printers[in(lang)].Sprint(number.Decimal(v)) }

// units are metres and kilometres, by language.
var units = map[store.Lang][2]string{store.English: {"m", "km"}, store.Kazakh: {"м", "км"}, store.Russian: {"м", "км"}}

// Distance writes metres as a scale bar does: whole ones, or kilometres.
func Distance(metres float64, lang store.Lang) string {
	unit := units[in(lang)]
	if metres >= 1000 {
		return strconv.FormatFloat(metres/1000, 'f', -1, 64) + " " + unit[1]
	}
	return strconv.FormatFloat(metres, 'f', -1, 64) + " " + unit[0]
}
