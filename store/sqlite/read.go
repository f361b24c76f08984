package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"qantar/store"
)

// Collection reads everything that the store holds.
func (db *DB) Collection(ctx context.Context) (*store.Collection, error) {
	r := &reader{ctx: ctx, db: db}
	wholes, _ := readAll(r, collectionTable, "")
	languages := readLists[store.Lang](r, "collection_languages", "")
	attribution := readLists[string](r, "collection_attribution", "")
	categories, _ := readAll(r, categoryTable, "")
	sources, _ := readAll(r, sourceTable, "")
	places, numbers := readAll(r, placeTable, "")
	aliases := readLists[string](r, "place_aliases", "")
	people, _ := readAll(r, personTable, "")
	measures, _ := readAll(r, measureTable, "")
	figures, _ := readAll(r, figureTable, "")
	disagreements := readDisagreements(r)
	if r.err == nil && len(wholes) != 1 {
		r.err = db.damaged("it holds %d collections, not one", len(wholes))
	}
	events, err := db.Events(ctx, store.Query{})
	if r.err != nil || err != nil {
		return nil, r.wrap(err)
	}
	for i, n := range numbers {
		places[i].Aliases = aliases[n]
	}
	c := &wholes[0]
	c.Languages, c.Attribution = languages[1], attribution[1]
	c.Categories, c.Sources, c.Places, c.People, c.Events = categories, sources, places, people, events
	c.Measures, c.Figures, c.Disagreements = measures, figures, disagreements
	c.Hash = db.Hash()
	return c, nil
}

func readDisagreements(r *reader) []store.Disagreement {
	all, numbers := readAll(r, disagreementTable, "")
	members, _ := readAll(r, memberTable, "")
	byRow := map[int64][]store.Member{}
	for _, m := range members {
		byRow[m.disagreement] = append(byRow[m.disagreement], m.Member)
	}
	for i, n := range numbers {
		all[i].Members = byRow[n]
	}
	return all
}

// Events reads the events that q asks for, in the order of the collection.
func (db *DB) Events(ctx context.Context, q store.Query) ([]store.Event, error) {
	where, args, err := whereSQL(q)
	if err != nil {
		return nil, err
	}
	r := &reader{ctx: ctx, db: db}
	events, numbers := readAll(r, eventTable, where, args...)
	among := numberList(numbers)
	areas := readLists[string](r, "event_areas", inList("owner"), among)
	people := readLists[string](r, "event_people", inList("owner"), among)
	reports, reportNumbers := readAll(r, reportTable, inList("event"), among)
	paragraphs := readLists[int](r, "report_paragraphs", inList("owner"), numberList(reportNumbers))
	if r.err != nil {
		return nil, r.wrap(nil)
	}
	byEvent := map[int64][]store.Report{}
	for i, n := range reportNumbers {
		reports[i].Paragraphs = paragraphs[n]
		byEvent[reports[i].event] = append(byEvent[reports[i].event], reports[i].Report)
	}
	for i, n := range numbers {
		events[i].Areas, events[i].People, events[i].Reports = areas[n], people[n], byEvent[n]
	}
	return events, nil
}

func inList(column string) string { return " WHERE " + column + " IN (SELECT value FROM json_each(?))" }

// numberList is a list of rows as one argument for json_each.
func numberList(numbers []int64) string {
	if numbers == nil {
		return "[]"
	}
	text, err := json.Marshal(numbers)
	if err != nil {
		panic("sqlite: " + err.Error()) // whole numbers always have a JSON form
	}
	return string(text)
}

// reader reads several tables; after the first error it reads no more.
type reader struct {
	ctx context.Context
	db  *DB
	err error
}

func (r *reader) wrap(other error) error {
	if r.err == nil {
		return other
	}
	if CodeOf(r.err) != "" {
		return r.err
	}
	return fmt.Errorf("reading %s: %w", r.db.path, r.err)
}

// each runs a query and calls scan for every row.
func (r *reader) each(query string, args []any, scan func(scanner func(...any) error) error) {
	if r.err != nil {
		return
	}
	rows, err := r.db.sql.QueryContext(r.ctx, query, args...)
	if err != nil {
		r.err = err
		return
	}
	defer rows.Close()
	for count := 0; rows.Next(); count++ {
		if count == maxRows {
			r.err = r.db.damaged("it has more than %d rows in one table", maxRows)
			return
		}
		if r.err = scan(rows.Scan); r.err != nil {
			return
		}
	}
	r.err = rows.Err()
}

// readAll reads nouns with their row numbers, in the order of the rows.
func readAll[T any](r *reader, t table[T], where string, args ...any) ([]T, []int64) {
	var all []T
	var numbers []int64
	r.each(t.selectSQL()+where+" ORDER BY n", args, func(scan func(...any) error) error {
		var value T
		var n int64
		if err := scan(append([]any{&n}, t.bind(&value)...)...); err != nil {
			return err
		}
		all, numbers = append(all, value), append(numbers, n)
		return nil
	})
	return all, numbers
}

// readLists reads the lists that belong to the rows of another table.
func readLists[T any](r *reader, name, where string, args ...any) map[int64][]T {
	all := map[int64][]T{}
	r.each("SELECT owner, value FROM "+name+where+" ORDER BY owner, seq", args, func(scan func(...any) error) error {
		var owner int64
		var value T
		if err := scan(&owner, &value); err != nil {
			return err
		}
		all[owner] = append(all[owner], value)
		return nil
	})
	return all
}
