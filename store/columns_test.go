package store

import (
	"slices"
	"strings"
	"testing"

	"qantar/store/when"

	"github.com/paulmach/orb"
)

// drawn is a collection of two places, sources and categories, and three events
// in order of time.
func drawn() *Collection {
	day := func(earliest int64) when.When {
		return when.When{Earliest: earliest, Latest: earliest + 86399, Precision: when.Day}
	}
	return &Collection{
		Categories: []Category{{ID: "law"}, {ID: "protest"}},
		Sources:    []Source{{ID: "paper"}, {ID: "radio"}},
		Places:     []Place{{ID: "town", Kind: City, Point: orb.Point{76.93, -43.25}}, {ID: "land", Kind: Country, Point: orb.Point{67.5, 48.2}}},
		Events: []Event{
			{ID: "a", Kind: Happening, Category: "protest", Importance: 2, When: day(-100), Place: "town", Reports: []Report{{Source: "radio"}}},
			{ID: "b", Kind: Statement, Category: "law", Importance: 1, When: day(0), Place: "land", Areas: []string{"land"}, Condition: true, Reports: []Report{{Source: "radio"}, {Source: "paper"}}},
			{ID: "c", Kind: Background, Category: "law", Importance: 3, When: when.When{Earliest: 0, Latest: 1 << 40, Nature: when.Extent, Uncertain: true, OpenEnd: true, Precision: when.Minute}, Place: "town", Inferred: true},
		},
	}
}

func TestPack(t *testing.T) {
	c := drawn()
	cols, err := Pack(c)
	if err != nil {
		t.Fatal(err)
	}
	if err := cols.Check(c); err != nil {
		t.Error(err)
	}
	want := &Columns{
		Earliest: []int64{-100, 0, 0}, Latest: []int64{86299, 86399, 1 << 40},
		Lon: []int32{769300000, 675000000, 769300000}, Lat: []int32{-432500000, 482000000, -432500000},
		Sources: []uint64{2, 3, 0}, Place: []uint32{0, 1, 0}, Category: []uint8{1, 0, 0}, Importance: []uint8{2, 1, 3},
		Flags: []Flags{Happens | Sharp, Condition | Area | Sharp | Wider, Unsure | Inferred | Before | Lasting | ToMinute | OpenEnd},
	}
	if !slices.Equal(cols.Earliest, want.Earliest) || !slices.Equal(cols.Latest, want.Latest) || !slices.Equal(cols.Lon, want.Lon) || !slices.Equal(cols.Lat, want.Lat) ||
		!slices.Equal(cols.Sources, want.Sources) || !slices.Equal(cols.Place, want.Place) || !slices.Equal(cols.Category, want.Category) ||
		!slices.Equal(cols.Importance, want.Importance) || !slices.Equal(cols.Flags, want.Flags) {
		t.Errorf("got  %+v\nwant %+v", cols, want)
	}
}

func TestPackRefuses(t *testing.T) {
	tests := []struct {
		name string
		harm func(c *Collection)
		want string
	}{
		{"an unknown place", func(c *Collection) { c.Events[1].Place = "nowhere" }, `event "b": place "nowhere"`},
		{"an unknown category", func(c *Collection) { c.Events[1].Category = "x" }, `category "x"`},
		{"an unknown source", func(c *Collection) { c.Events[0].Reports[0].Source = "x" }, `source "x"`},
		{"too many sources", func(c *Collection) { c.Sources = make([]Source, MaxSources+1) }, "65 sources"},
		{"too many categories", func(c *Collection) { c.Categories = make([]Category, MaxCategories+1) }, "257 categories"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := drawn()
			tt.harm(c)
			if _, err := Pack(c); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %s", err, tt.want)
			}
		})
	}
}

func TestColumnsCheck(t *testing.T) {
	tests := []struct {
		name string
		harm func(cols *Columns)
	}{
		{"a column too short", func(cols *Columns) { cols.Flags = cols.Flags[:2] }},
		{"a column too long", func(cols *Columns) { cols.Place = append(cols.Place, 0) }},
		{"an end before the beginning", func(cols *Columns) { cols.Latest[0] = cols.Earliest[0] - 1 }},
		{"out of order", func(cols *Columns) { cols.Earliest[0] = 1 }},
		{"no such place", func(cols *Columns) { cols.Place[2] = 2 }},
		{"no such category", func(cols *Columns) { cols.Category[2] = 2 }},
		{"no such source", func(cols *Columns) { cols.Sources[2] = 4 }},
		{"an importance of 4", func(cols *Columns) { cols.Importance[2] = 4 }},
		{"an unknown flag", func(cols *Columns) { cols.Flags[2] = 1 << 15 }},
		{"east of the earth", func(cols *Columns) { cols.Lon[2] = 1800000001 }},
		{"north of the earth", func(cols *Columns) { cols.Lat[2] = 900000001 }},
		{"the least longitude", func(cols *Columns) { cols.Lon[2] = -1 << 31 }},
		{"the least latitude", func(cols *Columns) { cols.Lat[2] = -1 << 31 }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := drawn()
			cols, err := Pack(c)
			if err != nil {
				t.Fatal(err)
			}
			if tt.harm(cols); cols.Check(c) == nil {
				t.Error("nothing is found wrong")
			}
		})
	}
}

func TestSortEvents(t *testing.T) {
	want := drawn().Events
	events := []Event{want[2], want[1], want[0]}
	SortEvents(events)
	for i := range want {
		if events[i].ID != want[i].ID {
			t.Errorf("event %d is %s, want %s", i, events[i].ID, want[i].ID)
		}
	}
}
