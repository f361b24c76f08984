package state

import (
	"fmt"
	"slices"
	"time"

	"qantar/geo"
	"qantar/store"

	"github.com/paulmach/orb"
)

// Shelf holds the events that columns describe, and hands them out one by one.
// A store is one, and so is a collection in memory.
type Shelf interface {
	// Event reads the event at a position in order of time.
	Event(i int) (*store.Event, error)
	// Position is where the event with an id stands, -1 when there is none.
	Position(id string) (int, error)
}

// Data is a collection prepared for showing. Events are known by their position
// in order of time; what is drawn of all of them stands in columns, everything
// else is read when it is asked for. It belongs to one goroutine.
type Data struct {
	*store.Collection                // Events is empty
	Loc               *time.Location // the collection's own time zone
	Cols              *store.Columns // Lon and Lat are nil: X and Y stand for them
	X, Y              []uint32       // where the event's point is, as geo.Fraction tells it
	ByLatest          []uint32       // the positions of all events, those that end first before the others
	Broad             []int          // positions of the events that shade areas, and of the conditions

	shelf      Shelf
	items      items
	ends       ends
	from, to   int64   // Extent
	knownFrom  []int64 // by source: from when on it is certain to have appeared, in Unix seconds
	lastKnown  int64   // the last of these moments
	places     map[string]*store.Place
	sources    map[string]int
	categories map[string]int
	people     map[string]*store.Person
	claims     claims
}

// Prepare works out the data of a collection that is wholly in memory. It
// returns an error where the collection names a time zone, place, category or
// source that it does not have.
func Prepare(c *store.Collection) (*Data, error) {
	events := slices.Clone(c.Events)
	store.SortEvents(events)
	whole := *c
	whole.Events = events
	cols, err := store.Pack(&whole)
	if err != nil {
		return nil, err
	}
	return Open(&whole, cols, newMemory(events))
}

// Open works out the data of a collection whose events are described by cols,
// which it takes for itself, and kept on a shelf.
func Open(c *store.Collection, cols *store.Columns, shelf Shelf) (*Data, error) {
	loc, err := time.LoadLocation(c.TimeZone)
	if err != nil {
		return nil, fmt.Errorf("the collection's time zone %q is not known: %w", c.TimeZone, err)
	}
	frame := *c
	frame.Events = nil
	d := &Data{Collection: &frame, Loc: loc, Cols: cols, shelf: shelf, claims: newClaims(c)}
	d.indexNouns()
	d.project()
	d.ByLatest = byLatest(cols.Latest)
	d.ends = newEnds(cols.Latest)
	for i, f := range cols.Flags {
		if f.Has(store.Area | store.Condition) {
			d.Broad = append(d.Broad, i)
		}
	}
	d.from, d.to = d.extent()
	d.knownFrom, d.lastKnown = tellings(c.Sources)
	return d, nil
}

func (d *Data) indexNouns() {
	d.places = make(map[string]*store.Place, len(d.Places))
	for i := range d.Places {
		d.places[d.Places[i].ID] = &d.Places[i]
	}
	d.people = make(map[string]*store.Person, len(d.People))
	for i := range d.People {
		d.people[d.People[i].ID] = &d.People[i]
	}
	d.sources = make(map[string]int, len(d.Sources))
	for i := range d.Sources {
		d.sources[d.Sources[i].ID] = i
	}
	d.categories = make(map[string]int, len(d.Categories))
	for i := range d.Categories {
		d.categories[d.Categories[i].ID] = i
	}
}

// project gives every event its place's point in world coordinates.
func (d *Data) project() {
	x, y := make([]uint32, len(d.Places)), make([]uint32, len(d.Places))
	for i := range d.Places {
		x[i], y[i] = geo.Fraction(geo.Project(d.Places[i].Point))
	}
	d.X, d.Y = make([]uint32, d.Len()), make([]uint32, d.Len())
	for i, place := range d.Cols.Place {
		d.X[i], d.Y[i] = x[place], y[place]
	}
	d.Cols.Lon, d.Cols.Lat = nil, nil
}

// World is the point of the event at position i in world coordinates, to a
// hundredth of a metre or so.
func (d *Data) World(i int) orb.Point { return geo.FromFraction(d.X[i], d.Y[i]) }

// byLatest puts positions in order of when events end; those that end together
// stay in order of time. Events stand nearly in this order already.
func byLatest(latest []int64) []uint32 {
	order := make([]uint32, len(latest))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortStableFunc(order, func(a, b uint32) int {
		switch {
		case latest[a] < latest[b]:
			return -1
		case latest[a] > latest[b]:
			return 1
		}
		return 0
	})
	return order
}

// Len is the number of events.
func (d *Data) Len() int { return d.Cols.Len() }

// Index returns where the event with an id stands in order of time, or -1.
func (d *Data) Index(id string) int {
	if id == "" {
		return -1
	}
	i, err := d.shelf.Position(id)
	if err != nil || i >= d.Len() {
		return -1
	}
	return i
}

// Source returns the source with an id, or nil.
func (d *Data) Source(id string) *store.Source {
	if i, ok := d.sources[id]; ok {
		return &d.Sources[i]
	}
	return nil
}

// Place returns the place with an id, or nil.
func (d *Data) Place(id string) *store.Place { return d.places[id] }

// PlaceOf returns the place of the event at position i.
func (d *Data) PlaceOf(i int) *store.Place { return &d.Places[d.Cols.Place[i]] }

// Person returns the person with an id, or nil.
func (d *Data) Person(id string) *store.Person { return d.people[id] }

// CategoryOf returns the category of an item.
func (d *Data) CategoryOf(it *Item) *store.Category { return &d.Categories[it.Category] }

// Extent is the time from the first event to the last and the collection's
// window, in Unix seconds. Open ends do not count.
func (d *Data) Extent() (from, to int64) { return d.from, d.to }

func (d *Data) extent() (from, to int64) {
	from, to = d.Window.Earliest, d.Window.Latest
	for i, f := range d.Cols.Flags {
		if !f.Has(store.OpenStart) {
			from = min(from, d.Cols.Earliest[i])
		}
		if !f.Has(store.OpenEnd) {
			to = max(to, d.Cols.Latest[i])
		}
	}
	return from, to
}
