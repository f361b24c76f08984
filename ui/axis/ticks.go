package axis

import "time"

// Kind tells what the label of a tick names.
type Kind uint8

// From the finest to the coarsest.
const (
	Clock Kind = iota // a time of day
	Day
	Month
	Year
)

// Rank is how much weight a tick has.
type Rank uint8

const (
	// Minor ticks have no label.
	Minor Rank = iota
	// Plain ticks have a label.
	Plain
	// Major ticks begin a longer unit: a day among hours, a month among days,
	// a year among months.
	Major
)

// Tick is a mark on the axis.
type Tick struct {
	At   int64 // Unix seconds
	Rank Rank
	Kind Kind // of the label
}

// minorSpacing is the least distance of two ticks, as a share of that of two
// labels.
const minorSpacing = 0.17

// Ticks appends to dst the ticks that s shows, in order of time, aligned to the
// calendar of loc, with labels at least spacing pixels apart. The first one may
// lie before s.From: it begins the unit that the left edge stands in, so that
// even a picture without any major tick can say which day or year it shows.
func (s Scale) Ticks(dst []Tick, loc *time.Location, spacing float64) []Tick {
	label := s.rung(spacing)
	sub := label.finer(spacing * minorSpacing * s.PerPixel())
	context := label
	if label.kind == Clock {
		context = oneDay
	} else if label.kind == Month {
		context = oneYear
	}
	first := context.floor(s.From, loc)
	dst = append(dst, Tick{At: first, Rank: Major, Kind: context.kind})
	for t := sub.floor(s.From, loc); t <= s.To; t = sub.next(t, loc) {
		if t >= s.From && t > first {
			dst = append(dst, label.tick(t, loc))
		}
	}
	return dst
}

// finer is the finest step of at least so many seconds whose starts include
// all of st's; st itself where there is none.
func (st step) finer(seconds float64) step {
	for _, sub := range ladder {
		if sub.seconds >= seconds && st.contains(sub) {
			return sub
		}
	}
	return st
}

// contains tells whether every start of st is one of sub.
func (st step) contains(sub step) bool {
	switch {
	case sub.seconds > st.seconds:
		return false
	case st.unit == sub.unit:
		return st.n%sub.n == 0
	case st.unit == hour:
		return int64(st.seconds)%int64(sub.seconds) == 0
	default:
		return sub.unit < day || sub.n == 1
	}
}

// tick ranks the tick at t by the label step st.
func (st step) tick(t int64, loc *time.Location) Tick {
	if st.floor(t, loc) != t {
		return Tick{At: t, Rank: Minor, Kind: st.kind}
	}
	at := time.Unix(t, 0).In(loc)
	switch {
	case st.kind == Clock && at.Hour() == 0 && at.Minute() == 0:
		return Tick{At: t, Rank: Major, Kind: Day}
	case st.kind == Day && at.Day() == 1:
		return Tick{At: t, Rank: Major, Kind: Day}
	case st.kind == Month && at.Month() == time.January:
		return Tick{At: t, Rank: Major, Kind: Year}
	}
	return Tick{At: t, Rank: Plain, Kind: st.kind}
}

// snapWidth is how many pixels a time that is picked with the pointer may
// move to reach a round one, both sides together.
const snapWidth = 2.0

// Snap moves t to the nearest round time of day that the scale can still tell
// from it, so that a pointer picks 18:00 and not 17:58:31.
func (s Scale) Snap(t int64, loc *time.Location) int64 {
	st := ladder[0]
	for _, wider := range ladder {
		if wider.seconds > snapWidth*s.PerPixel() || wider.seconds > days {
			break
		}
		st = wider
	}
	before := st.floor(t, loc)
	if after := st.next(before, loc); after-t < t-before {
		return after
	}
	return before
}

// Days appends to dst the midnights in loc from the one at or before s.From to
// the one after s.To. It is meant for scales that show days apart.
func (s Scale) Days(dst []int64, loc *time.Location) []int64 {
	t := oneDay.floor(s.From, loc)
	for ; t <= s.To; t = oneDay.next(t, loc) {
		dst = append(dst, t)
	}
	return append(dst, t)
}
