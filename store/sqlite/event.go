package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"qantar/store"
	"qantar/store/when"
)

// statements read one event, and are prepared when the store is opened.
type statements struct {
	event, areas, people, reports, position *sql.Stmt
}

func (db *DB) prepare(ctx context.Context) error {
	for _, one := range []struct {
		to    **sql.Stmt
		query string
	}{
		{&db.one.event, eventTable.selectSQL(" WHERE n = ?")},
		{&db.one.areas, areaList.selectSQL(" WHERE owner = ?")},
		{&db.one.people, peopleList.selectSQL(" WHERE owner = ?")},
		{&db.one.reports, reportTable.selectSQL(" WHERE n BETWEEN ?1 << 6 AND (?1 << 6) + 63")},
		{&db.one.position, "SELECT n FROM events WHERE id = ?"},
	} {
		var err error
		if *one.to, err = db.sql.PrepareContext(ctx, one.query); err != nil {
			return fmt.Errorf("preparing to read events: %w", err)
		}
	}
	return nil
}

// Len is the number of events.
func (db *DB) Len() int { return db.events }

// Event reads the event at position i in order of time, with its reports, areas
// and people. It refers to nothing that the frame does not have. Some tens of
// microseconds.
func (db *DB) Event(i int) (*store.Event, error) {
	if i < 0 || i >= db.events {
		return nil, fmt.Errorf("there is no event %d of %d in %s", i, db.events, db.path)
	}
	f, err := db.framed(context.Background())
	if err != nil {
		return nil, err
	}
	e, err := db.one.read(int64(i) + 1)
	if err == nil {
		err = f.check(e)
	}
	if errors.Is(err, sql.ErrNoRows) {
		return nil, db.damaged("event %d is not there", i)
	}
	if err != nil {
		return nil, db.failed("reading an event of", err)
	}
	return e, nil
}

func (s *statements) read(n int64) (*store.Event, error) {
	var key int64
	e := &store.Event{}
	if err := s.event.QueryRow(n).Scan(append([]any{&key}, eventTable.bind(e)...)...); err != nil {
		return nil, err
	}
	err := errors.Join(
		readOwn(s.areas, n, areaList, func(r *listRow[string]) { e.Areas = append(e.Areas, r.value) }),
		readOwn(s.people, n, peopleList, func(r *listRow[string]) { e.People = append(e.People, r.value) }),
		readOwn(s.reports, n, reportTable, func(r *store.Report) { e.Reports = append(e.Reports, *r) }),
	)
	return e, err
}

// mostOwn is how many rows of a table one event may have.
const mostOwn = 10_000

// readOwn reads the rows that belong to row n.
func readOwn[T any](s *sql.Stmt, n int64, t table[T], take func(*T)) error {
	rows, err := s.Query(n)
	if err != nil {
		return err
	}
	defer rows.Close()
	for count := 0; rows.Next(); count++ {
		var key int64
		var row T
		if count == mostOwn {
			return fmt.Errorf("row %d has more than %d rows of %s", n, mostOwn, t.name)
		}
		if err := rows.Scan(append([]any{&key}, t.bind(&row)...)...); err != nil {
			return err
		}
		take(&row)
	}
	return rows.Err()
}

// check wants an event to have values within their bounds and to refer to what
// is in the frame.
func (f *frame) check(e *store.Event) error {
	w := &e.When
	known := f.categories[e.Category] && f.places[e.Place]
	for _, id := range e.Areas {
		known = known && f.places[id]
	}
	for _, id := range e.People {
		known = known && f.people[id]
	}
	for i := range e.Reports {
		known = known && f.sources[e.Reports[i].Source]
	}
	switch {
	case !known:
		return fmt.Errorf("event %.64q refers to what is not there", e.ID)
	case e.Importance < 1 || e.Importance > 3 || w.Latest < w.Earliest || w.Nature > when.OneOf || w.Precision > when.Second:
		return fmt.Errorf("a value of event %.64q is outside what the schema allows", e.ID)
	}
	return nil
}

// Position is where an event stands in order of time, -1 when there is none of
// that id.
func (db *DB) Position(id string) (int, error) {
	var n int
	err := db.one.position.QueryRow(id).Scan(&n)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return -1, nil
	case err != nil:
		return -1, db.failed("finding an event in", err)
	case n < 1 || n > db.events:
		return -1, db.damaged("event %.64q has row %d", id, n)
	}
	return n - 1, nil
}

// close ends the statements, as far as there are any.
func (s *statements) close() error {
	var wrong []error
	for _, statement := range []*sql.Stmt{s.event, s.areas, s.people, s.reports, s.position} {
		if statement != nil {
			wrong = append(wrong, statement.Close())
		}
	}
	return errors.Join(wrong...)
}
