package state

import (
	"fmt"
	"sort"
	"time"

	"qantar/geo"
	"qantar/store"
	"qantar/store/when"

	"github.com/paulmach/orb"
)

// Data is a collection prepared for showing: its events in order of time, with
// what pictures and lists need of each worked out once. It never changes.
type Data struct {
	*store.Collection
	Loc   *time.Location // the collection's own time zone
	Items []Item         // by earliest, then latest, then id

	events     map[string]int
	places     map[string]*store.Place
	sources    map[string]int
	categories map[string]int
	people     map[string]*store.Person
	claims     claims
}

// Item is one event with its references resolved.
type Item struct {
	Event     *store.Event
	Place     *store.Place
	Zone      *time.Location
	World     orb.Point // world coordinates of the place's point
	Areas     []string  // basemap codes over which it holds; empty for a point
	Category  int       // index into Collection.Categories
	Earliest  int64     // Unix seconds
	Latest    int64
	sources   uint64 // bit per index into Collection.Sources
	uncertain bool
}

// Uncertain tells whether the event's date is not known for sure.
func (it *Item) Uncertain() bool { return it.uncertain }

// IsArea tells whether the event is drawn by shading areas, not as a mark.
func (it *Item) IsArea() bool { return len(it.Areas) > 0 }

// MaxSources is how many sources one collection can show.
const MaxSources = 64

// Prepare works out the data of a collection. It returns an error where the
// collection names a time zone, place or category that it does not have.
func Prepare(c *store.Collection) (*Data, error) {
	loc, err := time.LoadLocation(c.TimeZone)
	if err != nil {
		return nil, fmt.Errorf("the collection's time zone %q is not known: %w", c.TimeZone, err)
	}
	if len(c.Sources) > MaxSources {
		return nil, fmt.Errorf("the collection has %d sources; at most %d can be shown", len(c.Sources), MaxSources)
	}
	d := &Data{Collection: c, Loc: loc, claims: newClaims(c)}
	d.indexNouns()
	d.Items = make([]Item, len(c.Events))
	for i := range c.Events {
		if d.Items[i], err = d.item(&c.Events[i]); err != nil {
			return nil, err
		}
	}
	sort.SliceStable(d.Items, func(i, j int) bool { return before(&d.Items[i], &d.Items[j]) })
	d.events = make(map[string]int, len(d.Items))
	for i := range d.Items {
		d.events[d.Items[i].Event.ID] = i
	}
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

func (d *Data) item(e *store.Event) (Item, error) {
	place := d.places[e.Place]
	category, ok := d.categories[e.Category]
	if place == nil || !ok {
		return Item{}, fmt.Errorf("event %q: place %q or category %q is not in the collection", e.ID, e.Place, e.Category)
	}
	zone, err := time.LoadLocation(place.TimeZone)
	if err != nil {
		zone = d.Loc
	}
	it := Item{
		Event: e, Place: place, Zone: zone, World: geo.Project(place.Point), Category: category,
		Earliest: e.When.Earliest, Latest: e.When.Latest, uncertain: uncertain(e.When),
	}
	for _, id := range append([]string{e.Place}, e.Areas...) {
		if p := d.places[id]; p != nil && p.IsArea() {
			it.Areas = append(it.Areas, p.Area)
		}
	}
	if !place.IsArea() && !e.Condition {
		it.Areas = nil
	}
	for _, r := range e.Reports {
		if s, ok := d.sources[r.Source]; ok {
			it.sources |= 1 << s
		}
	}
	return it, nil
}

func uncertain(w when.When) bool {
	return w.Uncertain || w.Approximate || w.Nature == when.OneOf
}

func before(a, b *Item) bool {
	if a.Earliest != b.Earliest {
		return a.Earliest < b.Earliest
	}
	if a.Latest != b.Latest {
		return a.Latest < b.Latest
	}
	return a.Event.ID < b.Event.ID
}

// Index returns where the event with an id stands in Items, or -1.
func (d *Data) Index(id string) int {
	if i, ok := d.events[id]; ok {
		return i
	}
	return -1
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

// Person returns the person with an id, or nil.
func (d *Data) Person(id string) *store.Person { return d.people[id] }

// CategoryOf returns the category of an item.
func (d *Data) CategoryOf(it *Item) *store.Category { return &d.Categories[it.Category] }

// Extent is the time from the first event to the last and the collection's
// window, in Unix seconds. Open ends do not count.
func (d *Data) Extent() (from, to int64) {
	from, to = d.Window.Earliest, d.Window.Latest
	for i := range d.Items {
		w := &d.Items[i].Event.When
		if !w.OpenStart {
			from = min(from, w.Earliest)
		}
		if !w.OpenEnd {
			to = max(to, w.Latest)
		}
	}
	return from, to
}
