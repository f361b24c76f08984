package store

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"qantar/store/when"
)

// Flags tell, a bit each, what a viewer must know of an event to draw it,
// without having read it.
type Flags uint16

// The flags of an event.
const (
	Unsure     Flags = 1 << iota // its date is uncertain, approximate or one of several
	Inferred                     // its place is implied, not named
	Condition                    // a state that lasts and shades its areas
	Area                         // drawn by shading areas, not as a mark
	Before                       // background: not of the time that is told of
	Happens                      // a happening, not something said
	Lasting                      // it goes on from its earliest to its latest moment
	Sharp                        // its bounds are known for sure
	ToMinute                     // its bounds are known to the minute or finer
	OpenStart                    // when it began is not known
	OpenEnd                      // when it ended is not known
	Wider                        // it names further areas (Event.Areas)
	knownFlags = 1<<iota - 1
)

// Has tells whether any of the flags in other is set.
func (f Flags) Has(other Flags) bool { return f&other != 0 }

// Columns are what every event of a collection needs for being counted and
// drawn, as arrays of one length: event i is described by the i-th value of
// each. Events stand in order of time (ByTime). One takes 40 bytes.
type Columns struct {
	Earliest, Latest []int64  // Unix seconds, both inclusive
	Lon, Lat         []int32  // of the place's point, in 1e-7 degrees
	Sources          []uint64 // who reports it: a bit per index into Collection.Sources
	Place            []uint32 // index into Collection.Places
	Category         []uint8  // index into Collection.Categories
	Importance       []uint8
	Flags            []Flags
}

// What columns have room for.
const (
	MaxSources    = 64
	MaxCategories = 256
)

// Len is the number of events.
func (c *Columns) Len() int { return len(c.Earliest) }

// NewColumns returns columns of n events, all zero.
func NewColumns(n int) *Columns {
	return &Columns{
		Earliest: make([]int64, n), Latest: make([]int64, n),
		Lon: make([]int32, n), Lat: make([]int32, n),
		Sources: make([]uint64, n), Place: make([]uint32, n),
		Category: make([]uint8, n), Importance: make([]uint8, n), Flags: make([]Flags, n),
	}
}

// ByTime orders events by their earliest moment, then by their latest, then by
// id. The events of a collection stand in this order.
func ByTime(a, b *Event) int {
	return cmp.Or(
		cmp.Compare(a.When.Earliest, b.When.Earliest),
		cmp.Compare(a.When.Latest, b.When.Latest),
		cmp.Compare(a.ID, b.ID),
	)
}

// SortEvents puts events in order of time.
func SortEvents(events []Event) {
	slices.SortFunc(events, func(a, b Event) int { return ByTime(&a, &b) })
}

// Packer describes the events of one collection in columns.
type Packer struct {
	categories, sources, places map[string]int
	of                          *Collection
}

// NewPacker returns a packer of the events of c, which need not hold them. It
// returns an error where c has more sources or categories than columns can tell
// apart.
func NewPacker(c *Collection) (*Packer, error) {
	if len(c.Sources) > MaxSources {
		return nil, fmt.Errorf("the collection has %d sources; at most %d can be told apart", len(c.Sources), MaxSources)
	}
	if len(c.Categories) > MaxCategories {
		return nil, fmt.Errorf("the collection has %d categories; at most %d can be told apart", len(c.Categories), MaxCategories)
	}
	return &Packer{
		categories: indexes(c.Categories, func(v *Category) string { return v.ID }),
		sources:    indexes(c.Sources, func(v *Source) string { return v.ID }),
		places:     indexes(c.Places, func(v *Place) string { return v.ID }),
		of:         c,
	}, nil
}

func indexes[T any](all []T, id func(*T) string) map[string]int {
	m := make(map[string]int, len(all))
	for i := range all {
		m[id(&all[i])] = i
	}
	return m
}

// Pack describes e as event i of cols. It returns an error where e names a
// place, category or source that the collection does not have.
func (p *Packer) Pack(cols *Columns, i int, e *Event) error {
	place, ok := p.places[e.Place]
	category, known := p.categories[e.Category]
	if !ok || !known {
		return fmt.Errorf("event %q: place %q or category %q is not in the collection", e.ID, e.Place, e.Category)
	}
	at := &p.of.Places[place]
	cols.Earliest[i], cols.Latest[i] = e.When.Earliest, e.When.Latest
	cols.Lon[i], cols.Lat[i] = int32(math.Round(at.Point[0]*1e7)), int32(math.Round(at.Point[1]*1e7))
	cols.Place[i], cols.Category[i] = uint32(place), uint8(category)
	cols.Importance[i], cols.Flags[i] = uint8(min(3, max(0, e.Importance))), FlagsOf(e, at)
	cols.Sources[i] = 0
	for _, r := range e.Reports {
		source, ok := p.sources[r.Source]
		if !ok {
			return fmt.Errorf("event %q: source %q is not in the collection", e.ID, r.Source)
		}
		cols.Sources[i] |= 1 << source
	}
	return nil
}

// Pack describes the events of c, which must be in order of time. Errors are
// those of NewPacker and Packer.Pack.
func Pack(c *Collection) (*Columns, error) {
	p, err := NewPacker(c)
	if err != nil {
		return nil, err
	}
	cols := NewColumns(len(c.Events))
	for i := range c.Events {
		if err := p.Pack(cols, i, &c.Events[i]); err != nil {
			return nil, err
		}
	}
	return cols, nil
}

// FlagsOf are the flags of an event that happened at a place.
func FlagsOf(e *Event, at *Place) Flags {
	w, f := &e.When, Flags(0)
	for _, bit := range []struct {
		flag Flags
		on   bool
	}{
		{Unsure, w.Uncertain || w.Approximate || w.Nature == when.OneOf},
		{Inferred, e.Inferred},
		{Condition, e.Condition},
		{Area, at.IsArea() || e.Condition && len(e.Areas) > 0},
		{Before, e.Kind == Background},
		{Happens, e.Kind == Happening},
		{Lasting, w.Nature == when.Extent},
		{Sharp, w.Sharp()},
		{ToMinute, w.Precision >= when.Minute},
		{OpenStart, w.OpenStart},
		{OpenEnd, w.OpenEnd},
		{Wider, len(e.Areas) > 0},
	} {
		if bit.on {
			f |= bit.flag
		}
	}
	return f
}

// Check tells what is wrong with columns that may come from anywhere: lengths
// that differ, values out of range, events not in order of time. c is the
// collection they describe; it need not hold the events.
func (cols *Columns) Check(c *Collection) error {
	n := cols.Len()
	for _, length := range []int{
		len(cols.Latest), len(cols.Lon), len(cols.Lat), len(cols.Sources), len(cols.Place),
		len(cols.Category), len(cols.Importance), len(cols.Flags),
	} {
		if length != n {
			return fmt.Errorf("the columns have %d and %d events", n, length)
		}
	}
	for i := range n {
		if err := cols.checkEvent(i, c); err != nil {
			return fmt.Errorf("event %d of the columns: %w", i, err)
		}
	}
	return nil
}

func (cols *Columns) checkEvent(i int, c *Collection) error {
	switch {
	case cols.Latest[i] < cols.Earliest[i]:
		return fmt.Errorf("it ends before it begins")
	case i > 0 && cols.Earliest[i] < cols.Earliest[i-1]:
		return fmt.Errorf("it stands after a later one")
	case int(cols.Place[i]) >= len(c.Places):
		return fmt.Errorf("there is no place %d", cols.Place[i])
	case int(cols.Category[i]) >= len(c.Categories):
		return fmt.Errorf("there is no category %d", cols.Category[i])
	case cols.Importance[i] > 3:
		return fmt.Errorf("its importance is %d", cols.Importance[i])
	case cols.Sources[i]>>len(c.Sources) != 0:
		return fmt.Errorf("there is no such source")
	case cols.Flags[i] > knownFlags:
		return fmt.Errorf("its flags are not known")
	case cols.Lon[i] < -180e7 || cols.Lon[i] > 180e7 || cols.Lat[i] < -90e7 || cols.Lat[i] > 90e7:
		return fmt.Errorf("its point is not on the earth")
	}
	return nil
}
