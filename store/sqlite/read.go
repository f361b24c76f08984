package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"qantar/store"
)

// frame is a collection without its events, and what they may refer to.
type frame struct {
	store.Collection
	categories, sources, places, people map[string]bool
}

// Frame reads everything of the collection but its Events. What it returns is
// read once and shared by all that ask: it must not be changed.
func (db *DB) Frame(ctx context.Context) (*store.Collection, error) {
	f, err := db.framed(ctx)
	if err != nil {
		return nil, err
	}
	c := f.Collection
	return &c, nil
}

// framed reads the frame at the first call.
func (db *DB) framed(ctx context.Context) (*frame, error) {
	db.mu.Lock()
	defer db.mu.Unlock()
	if db.frame == nil {
		c, err := db.readFrame(ctx)
		if err != nil {
			return nil, err
		}
		db.frame = &frame{
			*c,
			idSet(c.Categories, func(v *store.Category) string { return v.ID }),
			idSet(c.Sources, func(v *store.Source) string { return v.ID }),
			idSet(c.Places, func(v *store.Place) string { return v.ID }),
			idSet(c.People, func(v *store.Person) string { return v.ID }),
		}
	}
	return db.frame, nil
}

func idSet[T any](all []T, id func(*T) string) map[string]bool {
	set := make(map[string]bool, len(all))
	for i := range all {
		set[id(&all[i])] = true
	}
	return set
}

// Collection reads everything that the store holds; of a large one that takes
// seconds and a gigabyte.
func (db *DB) Collection(ctx context.Context) (*store.Collection, error) {
	c, err := db.Frame(ctx)
	if err != nil {
		return nil, err
	}
	c.Events, err = db.Events(ctx, store.Query{})
	return c, err
}

func (db *DB) readFrame(ctx context.Context) (*store.Collection, error) {
	r := &reader{ctx: ctx, db: db, from: db.sql, most: maxRows}
	wholes, _ := readAll(r, collectionTable, "")
	languages := readLists(r, languageList, "")
	attribution := readLists(r, attributionList, "")
	categories, _ := readAll(r, categoryTable, "")
	sources, _ := readAll(r, sourceTable, "")
	places, numbers := readAll(r, placeTable, "")
	aliases := readLists(r, aliasList, "")
	people, _ := readAll(r, personTable, "")
	measures, _ := readAll(r, measureTable, "")
	figures, _ := readAll(r, figureTable, "")
	disagreements, stories := readDisagreements(r), readStories(r)
	if r.err == nil && len(wholes) != 1 {
		r.err = db.damaged("it holds %d collections, not one", len(wholes))
	}
	if r.err != nil {
		return nil, db.failed("reading", r.err)
	}
	for i, n := range numbers {
		places[i].Aliases = aliases[n]
	}
	c := &wholes[0]
	c.Languages, c.Attribution = languages[1], attribution[1]
	c.Categories, c.Sources, c.Places, c.People = categories, sources, places, people
	c.Measures, c.Figures, c.Disagreements, c.Stories = measures, figures, disagreements, stories
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

// Events reads the events that q asks for, in order of time.
func (db *DB) Events(ctx context.Context, q store.Query) ([]store.Event, error) {
	where, args, err := whereSQL(q)
	if err != nil {
		return nil, err
	}
	r, theirs := &reader{ctx: ctx, db: db, from: db.far, most: maxReports}, func(column string) string {
		if where == "" {
			return ""
		}
		return " WHERE " + column + " IN (SELECT n FROM events" + where + ")"
	}
	events, rows := readAll(r, eventTable, where, args...)
	areas := readLists(r, areaList, theirs("owner"), args...)
	people := readLists(r, peopleList, theirs("owner"), args...)
	reports, numbers := readAll(r, reportTable, theirs("event"), args...)
	if r.err != nil {
		return nil, db.failed("reading the events of", r.err)
	}
	byRow := make(map[int64]*store.Event, len(events))
	for i, n := range rows {
		events[i].Areas, events[i].People = areas[n], people[n]
		byRow[n] = &events[i]
	}
	for i, n := range numbers {
		if e := byRow[n>>reportShift]; e != nil {
			e.Reports = append(e.Reports, reports[i])
		}
	}
	return events, nil
}

// failed tells of something that went wrong with the file while doing; what
// ended the work from outside is told as it is.
func (db *DB) failed(doing string, err error) error {
	err = fmt.Errorf("%s %s: %w", doing, db.path, err)
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return classify(db.path, err)
}

// reader reads several tables; after the first error it reads no more.
type reader struct {
	ctx  context.Context
	db   *DB
	from *sql.DB
	most int // rows of a table
	err  error
}

// each runs a query and calls scan for every row.
func (r *reader) each(query string, args []any, scan func(scanner func(...any) error) error) {
	if r.err != nil {
		return
	}
	rows, err := r.from.QueryContext(r.ctx, query, args...)
	if err != nil {
		r.err = err
		return
	}
	defer rows.Close()
	for count := 0; rows.Next(); count++ {
		if count == r.most {
			r.err = r.db.damaged("it has more than %d rows in one table", r.most)
			return
		}
		if r.err = scan(rows.Scan); r.err != nil {
			return
		}
	}
	r.err = rows.Err()
}

// readEach reads the rows of a table with their keys, in their order. A row is
// valid until do returns.
func readEach[T any](r *reader, t table[T], where string, args []any, do func(key int64, row *T) error) {
	var row, zero T
	var key int64
	pointers := append([]any{&key}, t.bind(&row)...)
	r.each(t.selectSQL(where), args, func(scan func(...any) error) error {
		row = zero
		if err := scan(pointers...); err != nil {
			return err
		}
		return do(key, &row)
	})
}

// readAll reads rows with their keys, in their order.
func readAll[T any](r *reader, t table[T], where string, args ...any) ([]T, []int64) {
	var all []T
	var keys []int64
	readEach(r, t, where, args, func(key int64, row *T) error {
		all, keys = append(all, *row), append(keys, key)
		return nil
	})
	return all, keys
}

// readLists reads the lists that belong to the rows of another table.
func readLists[T any](r *reader, t table[listRow[T]], where string, args ...any) map[int64][]T {
	all := map[int64][]T{}
	readEach(r, t, where, args, func(owner int64, row *listRow[T]) error {
		all[owner] = append(all[owner], row.value)
		return nil
	})
	return all
}
