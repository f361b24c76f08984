package main

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"qantar/store"
	"qantar/store/sqlite"
)

// findFigures finds the figures that pass the filters: by their own time, place
// and source, and by category, kind and words of the event they belong to.
func (v *view) findFigures(ctx context.Context, db *sqlite.DB) error {
	q := v.query
	q.From, q.To, q.Places, q.Sources = nil, nil, nil, nil
	events, err := db.Find(ctx, q)
	if err != nil {
		return err
	}
	about := map[string]bool{}
	for _, id := range events {
		about[id] = true
	}
	for _, f := range v.collection.Figures {
		if about[f.Event] && v.passes(&f) {
			v.figures = append(v.figures, f)
		}
	}
	all, err := db.Differing(ctx)
	v.differing = v.known(all)
	return err
}

// known leaves out of groups of figures those that the collection, as it is
// listed, does not have, and groups of which fewer than two are left.
func (v *view) known(groups [][]string) [][]string {
	has := map[string]bool{}
	for i := range v.collection.Figures {
		has[v.collection.Figures[i].ID] = true
	}
	for i := range groups {
		groups[i] = slices.DeleteFunc(groups[i], func(id string) bool { return !has[id] })
	}
	return slices.DeleteFunc(groups, func(group []string) bool { return len(group) < 2 })
}

// passes compares a figure's own time, place and source with the filters.
func (v *view) passes(f *store.Figure) bool {
	q := &v.query
	return (q.From == nil || f.AsOf.Latest >= *q.From) && (q.To == nil || f.AsOf.Earliest <= *q.To) &&
		(len(q.Sources) == 0 || slices.Contains(q.Sources, f.Source)) &&
		(len(q.Places) == 0 || v.inside(f.Place, q.Places))
}

// inside tells whether a place is one of some or lies inside one.
func (v *view) inside(id string, places []string) bool {
	for p := v.places[id]; p != nil; p = v.places[p.Parent] {
		if slices.Contains(places, p.ID) {
			return true
		}
	}
	return false
}

// figureRow is a figure; low and high are null where there is none.
type figureRow struct {
	ID           string          `json:"id"`
	Measure      string          `json:"measure"`
	Low          *float64        `json:"low"`
	High         *float64        `json:"high"`
	Unit         string          `json:"unit"`
	Qualifier    store.Qualifier `json:"qualifier"`
	AsOf         string          `json:"as_of"`
	Scope        string          `json:"scope"`
	Place        string          `json:"place"`
	AttributedTo string          `json:"attributed_to"`
	Source       string          `json:"source"`
	File         string          `json:"file"`
	Paragraph    int             `json:"paragraph"`
	Event        string          `json:"event"`
	Words        string          `json:"words"`
	Note         string          `json:"note"`
	AsOfEarliest string          `json:"as_of_earliest"`
	AsOfLatest   string          `json:"as_of_latest"`
}

func figureRows(v *view) (any, [][]string) {
	rows, table := []figureRow{}, [][]string{}
	for i := range v.figures {
		f := &v.figures[i]
		row := v.figure(f)
		rows = append(rows, row)
		table = append(table, []string{
			day(f.AsOf, v.zones[f.Place]), f.Measure, number(f), row.Unit, v.places[f.Place].Name.In(v.lang),
			f.Source + " " + paragraphs([]int{f.Paragraph}), f.AttributedTo,
		})
	}
	return rows, table
}

func (v *view) figure(f *store.Figure) figureRow {
	zone := v.zones[f.Place]
	return figureRow{
		f.ID, f.Measure, f.Low, f.High, v.units[f.Measure], f.Qualifier, f.AsOf.Text, f.Scope.In(v.lang), f.Place,
		f.AttributedTo, f.Source, v.sources[f.Source].File, f.Paragraph, f.Event,
		f.Words, f.Note.In(v.lang), instant(f.AsOf.Start(zone)), instant(f.AsOf.End(zone)),
	}
}

// number is a figure as a person reads it: "at least 12", "7 to 23", "dozens".
func number(f *store.Figure) string {
	if f.Low == nil {
		return f.Words
	}
	text := digits(*f.Low)
	if f.High != nil {
		text += " to " + digits(*f.High)
	}
	if f.Qualifier == store.Exact {
		return text
	}
	return strings.ReplaceAll(string(f.Qualifier), "-", " ") + " " + text
}

func digits(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
