package sqlite

import (
	"database/sql/driver"
	"fmt"
	"maps"
	"slices"

	"qantar/store"

	"github.com/mattn/go-sqlite3"
)

// writer fills the tables of a new file. After the first error it does nothing
// more and keeps the error.
type writer struct {
	conn *sqlite3.SQLiteConn
	err  error
}

func (w *writer) exec(query string) {
	if w.err != nil {
		return
	}
	if _, err := w.conn.Exec(query, nil); err != nil {
		w.err = fmt.Errorf("running %.40q: %w", query, err)
	}
}

// insertAll writes nouns as rows 1, 2, 3 and so on.
func insertAll[T any](w *writer, t table[T], rows []T) {
	insertAt(w, t, rows, func(i int) int { return i + 1 })
}

// insertAt writes rows under the keys that key gives.
func insertAt[T any](w *writer, t table[T], rows []T, key func(i int) int) {
	if w.err != nil {
		return
	}
	in, err := newInserter(w.conn, t)
	if err != nil {
		w.err = err
		return
	}
	for i := range rows {
		in.row = rows[i]
		if err := in.write(key(i)); err != nil {
			w.err = fmt.Errorf("writing %s: %w", t.name, err)
			break
		}
	}
	in.close()
}

// insertList writes the values that belong to row n of another table.
func insertList[T any](w *writer, t table[listRow[T]], n int, values []T) {
	insertAt(w, t, listed(values), func(int) int { return n })
}

func listed[T any](values []T) []listRow[T] {
	rows := make([]listRow[T], len(values))
	for i, value := range values {
		rows[i] = listRow[T]{int64(i + 1), value}
	}
	return rows
}

func (w *writer) meta(about map[string]string) {
	for _, key := range slices.Sorted(maps.Keys(about)) {
		if _, err := w.conn.Exec("INSERT INTO meta (key, value) VALUES (?, ?)", []driver.Value{key, about[key]}); err != nil && w.err == nil {
			w.err = fmt.Errorf("writing what the store says of itself: %w", err)
		}
	}
}

// frame writes everything that events refer to.
func (w *writer) frame(c *store.Collection) {
	w.meta(meta(c))
	insertAll(w, collectionTable, []store.Collection{*c})
	insertList(w, languageList, 1, c.Languages)
	insertList(w, attributionList, 1, c.Attribution)
	insertAll(w, categoryTable, c.Categories)
	insertAll(w, sourceTable, c.Sources)
	insertAll(w, placeTable, c.Places)
	for i := range c.Places {
		if aliases := c.Places[i].Aliases; len(aliases) > 0 {
			insertList(w, aliasList, i+1, aliases)
		}
	}
	insertAll(w, personTable, c.People)
}

// figures writes figures and disagreements, which refer to the events.
func (w *writer) figures(c *store.Collection) {
	insertAll(w, measureTable, c.Measures)
	insertAll(w, figureTable, c.Figures)
	insertAll(w, disagreementTable, c.Disagreements)
	var members []memberRow
	for i, d := range c.Disagreements {
		for _, m := range d.Members {
			members = append(members, memberRow{int64(i + 1), m})
		}
	}
	insertAll(w, memberTable, members)
}
