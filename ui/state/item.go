package state

import (
	"math/bits"
	"time"

	"qantar/geo"
	"qantar/store"

	"github.com/paulmach/orb"
)

// Item is one event with its references resolved.
type Item struct {
	Event    *store.Event
	Place    *store.Place
	Zone     *time.Location
	World    orb.Point // world coordinates of the place's point
	Areas    []string  // basemap codes over which it holds; empty for a point
	Category int       // index into Collection.Categories
	Earliest int64     // Unix seconds
	Latest   int64
	sources  uint64 // bit per index into Collection.Sources
	flags    store.Flags
}

// Uncertain tells whether the event's date is not known for sure.
func (it *Item) Uncertain() bool { return it.flags.Has(store.Unsure) }

// IsArea tells whether the event is drawn by shading areas, not as a mark.
func (it *Item) IsArea() bool { return it.flags.Has(store.Area) }

// Reports tells whether source s, an index into Collection.Sources, reports an
// event, and whether it is the only one that does.
func (it *Item) Reports(s int) (reports, alone bool) {
	reports = it.sources&(1<<s) != 0
	return reports, reports && bits.OnesCount64(it.sources) == 1
}

// mostItems is how many events are kept once they have been read.
const mostItems = 4096

// items are the events read last, in two generations: when the younger is full
// it becomes the older one, and what was not asked for since is forgotten.
type items struct{ young, old map[int]*Item }

func (c *items) get(i int) *Item {
	if it := c.young[i]; it != nil {
		return it
	}
	it := c.old[i]
	if it != nil {
		c.put(i, it)
	}
	return it
}

func (c *items) put(i int, it *Item) {
	if c.young == nil || len(c.young) >= mostItems/2 {
		c.young, c.old = make(map[int]*Item, 64), c.young
	}
	c.young[i] = it
}

// Item returns the event at position i. Where it cannot be read, what stands in
// for it says so in its title.
func (d *Data) Item(i int) *Item {
	if it := d.items.get(i); it != nil {
		return it
	}
	e, err := d.shelf.Event(i)
	if err != nil {
		e = &store.Event{Title: store.Text{En: err.Error()}, Place: d.PlaceOf(i).ID, Category: d.Categories[d.Cols.Category[i]].ID}
		e.When.Earliest, e.When.Latest = d.Cols.Earliest[i], d.Cols.Latest[i]
	}
	it := d.resolve(i, e)
	d.items.put(i, it)
	return it
}

func (d *Data) resolve(i int, e *store.Event) *Item {
	place := d.PlaceOf(i)
	zone, err := time.LoadLocation(place.TimeZone)
	if err != nil {
		zone = d.Loc
	}
	it := &Item{
		Event: e, Place: place, Zone: zone, World: geo.Project(place.Point), Category: int(d.Cols.Category[i]),
		Earliest: d.Cols.Earliest[i], Latest: d.Cols.Latest[i], sources: d.Cols.Sources[i], flags: d.Cols.Flags[i],
	}
	if it.IsArea() {
		for _, id := range append([]string{e.Place}, e.Areas...) {
			if p := d.places[id]; p != nil && p.IsArea() {
				it.Areas = append(it.Areas, p.Area)
			}
		}
	}
	return it
}

// memory is a shelf of events in memory.
type memory struct {
	events    []store.Event
	positions map[string]int
}

func newMemory(events []store.Event) *memory {
	m := &memory{events: events, positions: make(map[string]int, len(events))}
	for i := range events {
		m.positions[events[i].ID] = i
	}
	return m
}

// Event implements Shelf.
func (m *memory) Event(i int) (*store.Event, error) { return &m.events[i], nil }

// Position implements Shelf.
func (m *memory) Position(id string) (int, error) {
	if i, ok := m.positions[id]; ok {
		return i, nil
	}
	return -1, nil
}
