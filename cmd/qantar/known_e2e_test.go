package main

import (
	"testing"
	"time"

	"qantar/ui/state"
)

// seesWhatWasKnown hides by key what had not been reported, types a time at which
// four of the documents had appeared, and shows everything again.
func seesWhatWasKnown(t *testing.T, app *program) {
	app.t = t
	before, picture := app.now(), app.still()
	app.key("k")
	app.until("nothing is known", func(s state.Saved) bool { return s.Mode == "known" && s.Shown == 0 && s.Total == 0 })
	app.changed("the map", picture, mapPart)
	app.changed("the list", picture, listPart)
	for range 10 { // days
		if app.now().Total > 0 {
			break
		}
		app.key("ctrl+Right")
	}
	told := app.until("four documents have told", func(s state.Saved) bool { return s.Shown > 100 && s.Total < before.Total })
	if day := told.Playhead.Format(time.DateOnly); day < "2022-01-08" {
		t.Errorf("on %s it is not certain that any had appeared", day)
	}
	app.key("k")
	app.until("everything is shown again", func(s state.Saved) bool { return s.Mode == "cumulative" && s.Total == before.Total })
}
