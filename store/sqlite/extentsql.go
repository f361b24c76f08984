package sqlite

import (
	"math"
	"slices"
	"strings"

	"qantar/store"
)

// extentSQL selects the rows of the events in the time and box of q, "" where
// it asks for neither. The R*Tree keeps whole minutes, so it decides alone for
// events whose minute does not hold a bound of the time asked for; those in
// such a minute are selected apart, and there the seconds decide. No row is
// selected twice.
func extentSQL(q store.Query) (string, []any) {
	if q.To == nil && q.From == nil && q.Bound == nil {
		return "", nil
	}
	box := &conditions{}
	if q.Bound != nil {
		west, east, south, north := whole(*q.Bound)
		box.add("west <= ? AND east >= ? AND south <= ? AND north >= ?", east, west, north, south)
	}
	var parts []string
	var args []any
	for _, first := range upTo(q.To) {
		for _, last := range since(q.From) {
			part := conditions{slices.Concat(box.parts, first.parts, last.parts), slices.Concat(box.args, first.args, last.args)}
			parts, args = append(parts, "SELECT n FROM extents"+part.sql()), append(args, part.args...)
		}
	}
	return strings.Join(parts, " UNION ALL "), args
}

// The columns that decide where a minute does not.
const (
	earliest = "(SELECT when_earliest FROM events WHERE events.n = extents.n)"
	latest   = "(SELECT when_latest FROM events WHERE events.n = extents.n)"
)

// upTo asks, in cases of which at most one is true, for events that begin by a
// Unix second. One case does where the second is the last of a minute.
func upTo(second *int64) []conditions {
	if second == nil {
		return []conditions{{}}
	}
	m := minute(*second)
	cut := clamp(m)
	if m*60+59 == *second && cut == m && cut < math.MaxInt32 {
		return []conditions{{[]string{"first <= ?"}, []any{cut}}}
	}
	return []conditions{
		{[]string{"first < ?"}, []any{cut}},
		{[]string{"first = ?", earliest + " <= ?"}, []any{cut, *second}},
	}
}

// since asks as upTo does, for events that end at a Unix second or later. One
// case does where the second is the first of a minute.
func since(second *int64) []conditions {
	if second == nil {
		return []conditions{{}}
	}
	m := minute(*second)
	cut := clamp(m)
	if m*60 == *second && cut == m && cut > math.MinInt32 {
		return []conditions{{[]string{"last >= ?"}, []any{cut}}}
	}
	return []conditions{
		{[]string{"last > ?"}, []any{cut}},
		{[]string{"last = ?", latest + " >= ?"}, []any{cut, *second}},
	}
}
