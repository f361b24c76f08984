package when

import (
	"cmp"
	"time"
)

// String returns the EDTF text as written.
func (w When) String() string { return w.Text }

// Start is the earliest instant in loc.
func (w When) Start(loc *time.Location) time.Time { return time.Unix(w.Earliest, 0).In(loc) }

// End is the latest instant in loc.
func (w When) End(loc *time.Location) time.Time { return time.Unix(w.Latest, 0).In(loc) }

// Overlaps tells whether any second from Earliest to Latest lies in [from, to],
// both in Unix seconds and inclusive.
func (w When) Overlaps(from, to int64) bool { return w.Earliest <= to && w.Latest >= from }

// Sharp tells whether w may be drawn as a sharp tick: a Moment known to at
// least the day, neither uncertain nor approximate.
func (w When) Sharp() bool {
	return w.Nature == Moment && w.Precision >= Day && !w.Uncertain && !w.Approximate
}

// Compare orders by the earliest instant, then by the latest, then the finer
// precision first, then by text: negative when w comes before v, 0 when the
// two are written alike. The order does not depend on what else is sorted.
func (w When) Compare(v When) int {
	return cmp.Or(
		cmp.Compare(w.Earliest, v.Earliest),
		cmp.Compare(w.Latest, v.Latest),
		cmp.Compare(v.Precision, w.Precision),
		cmp.Compare(w.Text, v.Text),
	)
}
