// Package when is time with uncertainty: Extended Date/Time Format text
// (ISO 8601-2) in, earliest and latest instants out.
package when

// Nature tells how a When fills the time between its bounds.
type Nature uint8

const (
	// Moment is a single date or instant, known as finely as its Precision.
	Moment Nature = iota
	// Extent is something that lasts from the first bound to the second.
	Extent
	// OneOf is a moment that lies somewhere between the bounds.
	OneOf
)

// Precision is the finest unit that a When states.
type Precision uint8

// From the coarsest to the finest.
const (
	Millennium Precision = iota
	Century
	Decade
	Year
	Season
	Month
	Day
	Hour
	Minute
	Second
)

// When is a time as precisely as it is known. Earliest and Latest are Unix
// seconds, both inclusive: 2022-01-05 at UTC+6 runs from 2022-01-04T18:00:00Z
// to 2022-01-05T17:59:59Z.
type When struct {
	Text        string // EDTF, as written
	Earliest    int64
	Latest      int64
	Nature      Nature
	Precision   Precision // of the coarser bound
	Uncertain   bool      // "?" or "%"
	Approximate bool      // "~" or "%"
	OpenStart   bool      // the start is unknown or open ("/2022", "../2022")
	OpenEnd     bool
}
