package main

import "slices"

// areaRow is an area with the events that are placed in the whole of it or name
// it among their areas.
type areaRow struct {
	Code   string      `json:"code"`
	Name   string      `json:"name"`
	Events []areaEvent `json:"events"`
}

// areaEvent is an event that holds over an area; a condition is a state that
// lasts, such as an emergency.
type areaEvent struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	When      string `json:"when"`
	Earliest  string `json:"earliest"`
	Latest    string `json:"latest"`
	Condition bool   `json:"condition"`
}

func areaRows(v *view) (any, [][]string) {
	rows, table := []areaRow{}, [][]string{}
	for i := range v.collection.Places {
		p := &v.collection.Places[i]
		if !p.IsArea() {
			continue
		}
		row := areaRow{p.Area, p.Name.In(v.lang), []areaEvent{}}
		for _, e := range v.events {
			if e.Place != p.ID && !slices.Contains(e.Areas, p.ID) {
				continue
			}
			zone := v.zones[e.Place]
			row.Events = append(row.Events, areaEvent{
				e.ID, e.Title.In(v.lang), e.When.Text, instant(e.When.Start(zone)), instant(e.When.End(zone)), e.Condition,
			})
			table = append(table, []string{row.Code, row.Name, day(e.When, zone), e.ID})
		}
		if v.filtered && len(row.Events) == 0 {
			continue
		}
		rows = append(rows, row)
	}
	return rows, table
}
