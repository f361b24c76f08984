package axis

import "time"

// unit is what a step counts. Days, months and years differ in length, so
// steps of them follow the calendar of a time zone.
type unit uint8

const (
	minute unit = iota
	hour
	day
	month
)

// step is a rung of the ladder: n units, about as many seconds.
type step struct {
	unit    unit
	n       int
	seconds float64
	kind    Kind
}

const (
	hours  = 3600
	days   = 24 * hours
	months = 30.436875 * days // mean month of the Gregorian calendar
)

// ladder holds every distance that ticks and bins may have, in rising order.
// The idea is d3-time's; rungs are close enough together that none is more
// than five times the one before.
var ladder = []step{
	{minute, 1, 60, Clock}, {minute, 2, 120, Clock}, {minute, 5, 300, Clock}, {minute, 10, 600, Clock},
	{minute, 15, 900, Clock}, {minute, 30, 1800, Clock},
	{hour, 1, hours, Clock}, {hour, 2, 2 * hours, Clock}, {hour, 3, 3 * hours, Clock},
	{hour, 6, 6 * hours, Clock}, {hour, 12, 12 * hours, Clock},
	{day, 1, days, Day}, {day, 2, 2 * days, Day}, {day, 7, 7 * days, Day},
	{month, 1, months, Month}, {month, 3, 3 * months, Month},
	{month, 12, 12 * months, Year}, {month, 2 * 12, 24 * months, Year}, {month, 5 * 12, 60 * months, Year},
	{month, 10 * 12, 120 * months, Year}, {month, 20 * 12, 240 * months, Year}, {month, 50 * 12, 600 * months, Year},
	{month, 100 * 12, 1200 * months, Year}, {month, 500 * 12, 6000 * months, Year}, {month, 1000 * 12, 12000 * months, Year},
}

// oneDay and oneYear head the ticks that are finer than they are.
var (
	oneDay  = step{day, 1, days, Day}
	oneYear = step{month, 12, 12 * months, Year}
)

// rung is the finest step that is at least least pixels wide; where none is,
// the coarsest of all.
func (s Scale) rung(least float64) step {
	perPixel := s.PerPixel()
	for _, st := range ladder {
		if st.seconds >= least*perPixel {
			return st
		}
	}
	return ladder[len(ladder)-1]
}

// floor is the last start of a step at or before t.
func (st step) floor(t int64, loc *time.Location) int64 {
	at := time.Unix(t, 0).In(loc)
	y, m, d := at.Date()
	switch st.unit {
	case minute:
		_, offset := at.Zone()
		return t - floorMod(t+int64(offset), int64(st.n)*60)
	case hour:
		return notAfter(t, time.Date(y, m, d, at.Hour()/st.n*st.n, 0, 0, 0, loc).Unix(), st)
	case day:
		back := int(floorMod(dayNumber(y, m, d), int64(st.n)))
		return notAfter(t, time.Date(y, m, d-back, 0, 0, 0, 0, loc).Unix(), st)
	default:
		count := int64(y)*12 + int64(m) - 1
		count -= floorMod(count, int64(st.n))
		return notAfter(t, time.Date(0, time.Month(count+1), 1, 0, 0, 0, 0, loc).Unix(), st)
	}
}

// notAfter guards against hours that a change of clocks leaves out, which
// time.Date moves to the far side of the gap.
func notAfter(t, start int64, st step) int64 {
	if start > t {
		return t - floorMod(t, 60)
	}
	return start
}

// next is the first start of a step after t, where t is such a start itself.
func (st step) next(t int64, loc *time.Location) int64 {
	length := int64(st.seconds)
	switch st.unit {
	case minute:
		return st.floor(t+length, loc)
	case hour:
		return st.nextHour(t, loc)
	case day:
		y, m, d := time.Unix(t+2*hours, 0).In(loc).Date() // 2 h: a midnight that clocks skip may start at 23:00
		return time.Date(y, m, d+st.n, 0, 0, 0, 0, loc).Unix()
	default:
		return st.floor(t+length+length/12+3*days, loc)
	}
}

// nextHour finds the next full hour divisible by n, over changes of clocks.
func (st step) nextHour(t int64, loc *time.Location) int64 {
	for u := t + hours; u < t+2*days; u += hours {
		if v := (step{minute, 60, hours, Clock}).floor(u, loc); v > t && time.Unix(v, 0).In(loc).Hour()%st.n == 0 {
			return v
		}
	}
	return t + int64(st.seconds)
}

// dayNumber counts days from a Monday, so that steps of 7 days are weeks.
func dayNumber(y int, m time.Month, d int) int64 {
	const firstMonday = 4 // 5 January 1970
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()/days - firstMonday
}

func floorMod(a, n int64) int64 { return ((a % n) + n) % n }
