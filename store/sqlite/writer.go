package sqlite

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"maps"
	"slices"

	"qantar/store"

	"github.com/mattn/go-sqlite3"
)

// writer fills the tables of a new file. After the first error it does nothing
// more and keeps the error.
type writer struct {
	conn   *sqlite3.SQLiteConn
	queue  *queue
	closes []func() error // of the statements in the queue
	err    error
}

// rows runs do, which hands rows to the queue, and waits until they are written.
func (w *writer) rows(do func()) {
	if w.err != nil {
		return
	}
	w.queue, w.closes = newQueue(), nil
	do()
	w.err = errors.Join(w.err, w.queue.close())
	for _, end := range w.closes {
		w.err = errors.Join(w.err, end())
	}
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
	if w.err != nil || len(rows) == 0 {
		return
	}
	in, err := newInserter(w.conn, t, rowPart)
	if err != nil {
		w.err = err
		return
	}
	w.closes = append(w.closes, in.close)
	for i := range rows {
		in.row = rows[i]
		if err := in.write(w.queue, key(i)); err != nil {
			w.err = fmt.Errorf("writing %s: %w", t.name, err)
			return
		}
	}
}

// insertLists writes the values that belong to rows of another table, given by
// row.
func insertLists[T any](w *writer, t table[listRow[T]], lists ...[]T) {
	var rows []listRow[T]
	var owners []int
	for owner, values := range lists {
		for i, value := range values {
			rows, owners = append(rows, listRow[T]{int64(i + 1), value}), append(owners, owner+1)
		}
	}
	insertAt(w, t, rows, func(i int) int { return owners[i] })
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
	insertLists(w, languageList, c.Languages)
	insertLists(w, attributionList, c.Attribution)
	insertAll(w, categoryTable, c.Categories)
	insertAll(w, sourceTable, c.Sources)
	insertAll(w, placeTable, c.Places)
	aliases := make([][]string, len(c.Places))
	for i := range c.Places {
		aliases[i] = c.Places[i].Aliases
	}
	insertLists(w, aliasList, aliases...)
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
