package sample

import (
	"fmt"
	"time"

	"qantar/store/when"
)

// The year of a sample. Its zone was six hours ahead of UTC all through it.
const (
	year   = 2015
	days   = 365
	zone   = "Asia/Almaty"
	offset = 6 * 3600
	daySec = 86400
)

var start = time.Date(year, 1, 1, 0, 0, 0, 0, time.FixedZone("", offset))

// moment is a minute of a day of the year; both may lie beyond its end.
func moment(day, minute int) time.Time {
	return start.Add(time.Duration(day)*24*time.Hour + time.Duration(minute)*time.Minute)
}

func dayText(day int) string { return moment(day, 0).Format("2006-01-02") }

func minuteText(day, minute int) string { return moment(day, minute).Format("2006-01-02T15:04") }

// calendar is the time from one day of the year to another, or that day.
func calendar(first, last int) when.When {
	w := when.When{Earliest: moment(first, 0).Unix(), Latest: moment(last, 0).Unix() + daySec - 1, Precision: when.Day}
	if w.Text = dayText(first); first != last {
		w.Text, w.Nature = fmt.Sprintf("%s/%s", w.Text, dayText(last)), when.Extent
	}
	return w
}

// instant is a minute of a day.
func instant(day, minute int) when.When {
	from := moment(day, minute).Unix()
	return when.When{Text: minuteText(day, minute), Earliest: from, Latest: from + 59, Precision: when.Minute}
}

// clock is an hour of a day.
func clock(day, hour int) when.When {
	from := moment(day, hour*60).Unix()
	return when.When{Text: moment(day, hour*60).Format("2006-01-02T15"), Earliest: from, Latest: from + 3599, Precision: when.Hour}
}

// lasting is from one minute of a day to a later one.
func lasting(day, minute, minutes int) when.When {
	w := instant(day, minute)
	w.Text += "/" + minuteText(day, minute+minutes)
	w.Latest += int64(minutes) * 60
	w.Nature = when.Extent
	return w
}

// around is about a day.
func around(day int) when.When {
	w := calendar(day, day)
	w.Text, w.Approximate = w.Text+"~", true
	return w
}

// perhaps is a day that is not known for sure.
func perhaps(day int) when.When {
	w := calendar(day, day)
	w.Text, w.Uncertain = w.Text+"?", true
	return w
}

// oneOf is one of some days.
func oneOf(first, last int) when.When {
	w := calendar(first, last)
	w.Text, w.Nature = fmt.Sprintf("[%s..%s]", dayText(first), dayText(last)), when.OneOf
	return w
}
