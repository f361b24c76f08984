package state

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"qantar/store"
)

func TestPrepareRefuses(t *testing.T) {
	cases := []struct {
		name   string
		change func(*store.Collection)
		says   string
	}{
		{"an unknown time zone", func(c *store.Collection) { c.TimeZone = "Asia/Nowhere" }, `"Asia/Nowhere"`},
		{"an unknown place", func(c *store.Collection) { c.Events[3].Place = "atlantis" }, `"atlantis"`},
		{"an unknown category", func(c *store.Collection) { c.Events[3].Category = "gossip" }, `"gossip"`},
		{"too many sources", func(c *store.Collection) {
			for i := range store.MaxSources {
				c.Sources = append(c.Sources, store.Source{ID: fmt.Sprint("s", i)})
			}
		}, "67 sources"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			collection := fixture(t)
			c.change(collection)
			if _, err := Prepare(collection); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("the error is %v, want one that says %s", err, c.says)
			}
		})
	}
}

func TestPrepare(t *testing.T) {
	collection := fixture(t)
	slices.Reverse(collection.Events)
	d, err := Prepare(collection)
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range fixtureEvents {
		it := d.Item(i)
		if it.Event.ID != e.id || d.Index(e.id) != i {
			t.Fatalf("item %d is %s, want %s", i, it.Event.ID, e.id)
		}
		if d.CategoryOf(it).ID != e.category || it.Place != d.Place(e.place) {
			t.Errorf("%s: %s at %s", e.id, d.CategoryOf(it).ID, it.Place.ID)
		}
	}
	if zone := d.Item(d.Index("call")).Zone.String(); zone != "Europe/Moscow" {
		t.Errorf("the zone of what is said in Moscow is %s", zone)
	}
	if d.Index("nothing") != -1 || d.Place("nowhere") != nil || d.Source("none") != nil || d.Person("nobody") != nil {
		t.Error("something is found by an id that nothing has")
	}
	if d.Source("b") != &collection.Sources[1] || d.Person("someone") != &collection.People[0] {
		t.Error("a source or a person is not found by its id")
	}
}

func TestAreas(t *testing.T) {
	p := presenter(t, Options{})
	cases := []struct {
		event string
		areas []string
	}{
		{"first", nil},                 // a city
		{"spread", []string{"KZ-MAN"}}, // a region
		{"decree", []string{"KZ"}},     // a country
		{"shutdown", []string{"KZ"}},   // a condition declared in a city for the country
		{"call", nil},                  // said in a city about a region: a mark all the same
	}
	for _, c := range cases {
		t.Run(c.event, func(t *testing.T) {
			it := p.Data().Item(p.Data().Index(c.event))
			if !slices.Equal(it.Areas, c.areas) || it.IsArea() != (len(c.areas) > 0) {
				t.Errorf("areas %v, want %v", it.Areas, c.areas)
			}
		})
	}
}

func TestUncertain(t *testing.T) {
	p := presenter(t, Options{})
	for i := range p.Data().Len() {
		it := p.Data().Item(i)
		if want := it.Event.ID == "perhaps"; it.Uncertain() != want {
			t.Errorf("%s: uncertain is %v", it.Event.ID, it.Uncertain())
		}
	}
}

func TestExtentLeavesOpenEndsOut(t *testing.T) {
	from, to := presenter(t, Options{}).Data().Extent()
	if from != fixture(t).Events[0].When.Earliest || to != at(20, 0)-1 {
		t.Errorf("from %d to %d", from, to)
	}
	empty := fixture(t)
	empty.Events = nil
	d, err := Prepare(empty)
	if err != nil {
		t.Fatal(err)
	}
	if from, to := d.Extent(); from != at(1, 0) || to != at(10, 0)-1 {
		t.Errorf("without events: from %d to %d", from, to)
	}
}

// TestEmptyCollection: every method works where there is nothing to show.
func TestEmptyCollection(t *testing.T) {
	d, err := Prepare(&store.Collection{TimeZone: "UTC"})
	if err != nil {
		t.Fatal(err)
	}
	p := New(d, Options{})
	p.Step(1)
	p.StepToEnd(true)
	p.Reveal(-1)
	p.ToggleCategory(0)
	p.ShowOnlyCategory(0)
	p.SetMode(SingleDay)
	p.GoHome()
	p.Restore(p.Save())
	if p.Shown().Len() != 0 || p.Selected() != -1 {
		t.Errorf("%d shown, selected is %d", p.Shown().Len(), p.Selected())
	}
}
