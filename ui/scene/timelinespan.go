package scene

import (
	"fmt"
	"time"

	"qantar/store"
	"qantar/store/when"
	"qantar/ui/state"
)

// flagSpan writes the time shown on the flag: a day, or from when to when. Where
// everything up to the playhead is shown, the moment stays.
func (t *Timeline) flagSpan() {
	switch t.p.Mode() {
	case state.SingleDay:
		t.scene.Date, t.scene.Clock = DayText(t.p.Data(), t.p.Playhead(), t.p.Lang()), ""
	case state.Window:
		from, to := t.p.Handles()
		t.scene.Date, t.scene.Clock = spanText(t.p.Data(), from, to, t.p.Lang()), ""
	default:
		return
	}
	t.stamp = stampKey{} // the moment must be written anew
}

// spanText writes a time from one moment to another, in Unix seconds and without
// the second one itself, in few words: "2 Jan 2022", "5 Jan – 7 Jan 2022",
// "5 Jan 2022, 00:00–12:00" or "5 Jan, 18:00 – 7 Jan 2022, 24:00". The last minute
// of an hour is written as the hour's end, any other one as itself.
func spanText(d *state.Data, from, to int64, lang store.Lang) string {
	first, last := time.Unix(from, 0).In(d.Loc), time.Unix(to-1, 0).In(d.Loc)
	end := last.Format("15:04")
	if last.Minute() == 59 {
		end = fmt.Sprintf("%02d:00", last.Hour()+1)
	}
	day := stamp(last, when.Day, in(lang), true)
	whole, same := midnight(first) && end == "24:00", first.YearDay() == last.YearDay()
	switch {
	case whole && same:
		return day
	case whole:
		return dayText(first, in(lang)) + " – " + day
	case same:
		return day + ", " + first.Format("15:04") + "–" + end
	}
	return dayText(first, in(lang)) + ", " + first.Format("15:04") + " – " + day + ", " + end
}

func midnight(at time.Time) bool { return at.Hour() == 0 && at.Minute() == 0 }
