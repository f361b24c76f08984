package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"math"

	"qantar/store"
)

// drawnTable is what of an event its columns tell, but for what stands in other
// tables.
var drawnTable = table[store.Event]{
	"events", "n",
	columns("id", "kind", "category", "importance", time("when"), "place", "inferred", "condition"),
	func(e *store.Event) []any {
		return fields(&e.ID, &e.Kind, &e.Category, &e.Importance, &e.When, &e.Place, &e.Inferred, &e.Condition)
	},
}

// checkColumns compares the columns with what the events say, and wants these
// to be numbered without a gap. It holds one row of the columns at a time, and
// the events that belong to it.
func (db *DB) checkColumns(ctx context.Context) error {
	f, err := db.framed(ctx)
	if err != nil {
		return err
	}
	packer, err := store.NewPacker(&f.Collection)
	if err != nil {
		return db.damaged("%v", err)
	}
	if err := inTurn(ctx, []func(context.Context) error{db.checkChunks, db.checkNumbers}); err != nil {
		return err
	}
	c := &comparison{db, &f.Collection, packer, store.NewColumns(1), math.MinInt64}
	for first := 0; first < db.events; first += chunkEvents {
		if err := c.compare(ctx, first, min(first+chunkEvents, db.events)); err != nil {
			return err
		}
	}
	return nil
}

// checkNumbers wants the events to have the numbers from 1 on.
func (db *DB) checkNumbers(ctx context.Context) error {
	var events int
	if err := db.far.QueryRowContext(ctx, "SELECT count(*) FROM events WHERE n BETWEEN 1 AND ?", db.events).Scan(&events); err != nil {
		return fmt.Errorf("counting the events: %w", err)
	}
	if events != db.events {
		return db.damaged("it has %d events, not %d", events, db.events)
	}
	return nil
}

// comparison compares events with what their columns tell.
type comparison struct {
	db     *DB
	frame  *store.Collection
	packer *store.Packer
	one    *store.Columns
	latest int64 // of the beginnings so far
}

// compare does so for the events from first to before last.
func (c *comparison) compare(ctx context.Context, first, last int) error {
	r := &reader{ctx: ctx, db: c.db, from: c.db.far, most: maxReports}
	cols := c.columns(r, first, last)
	sources, wider := c.besides(r, first, last)
	readEach(r, drawnTable, between("n"), []any{first + 1, last}, func(n int64, e *store.Event) error {
		i := int(n) - 1 - first
		e.Areas = wider[n]
		if err := c.packer.Pack(c.one, 0, e); err != nil {
			return c.db.damaged("%v", err)
		}
		c.one.Sources[0] = sources[i]
		if !same(cols, i, c.one) {
			return c.db.damaged("the columns tell something else of event %d than the event", first+i)
		}
		return nil
	})
	return r.err
}

// columns are what the columns tell of the events from first to before last.
func (c *comparison) columns(r *reader, first, last int) *store.Columns {
	cols, rows := store.NewColumns(last-first), 0
	readEach(r, rawChunks, " WHERE n = ?", []any{first/chunkEvents + 1}, func(_ int64, data *sql.RawBytes) error {
		rows++
		return c.db.decodeChunk(*data, cols, 0, last-first)
	})
	if r.err != nil {
		return cols
	}
	switch err := cols.Check(c.frame); {
	case rows == 0:
		r.err = c.db.damaged("the columns of its events from %d on are not there", first)
	case err != nil:
		r.err = c.db.damaged("from event %d on: %w", first, err)
	case cols.Earliest[0] < c.latest:
		r.err = c.db.damaged("event %d stands after a later one", first)
	}
	c.latest = cols.Earliest[last-first-1]
	return cols
}

// between narrows what is read to some keys.
func between(key string) string { return " WHERE " + key + " BETWEEN ? AND ?" }

// besides reads what the columns tell of events that stands in other tables:
// who reports each, and, by row, their areas.
func (c *comparison) besides(r *reader, first, last int) (sources []uint64, wider map[int64][]string) {
	bits := map[string]uint64{}
	for i := range c.frame.Sources {
		bits[c.frame.Sources[i].ID] = 1 << i
	}
	sources = make([]uint64, last-first)
	rows := []any{(first + 1) << reportShift, (last+1)<<reportShift - 1}
	r.each("SELECT event, source FROM reports"+between("n"), rows, func(scan func(...any) error) error {
		var n int
		var source string
		if err := scan(&n, &source); err != nil {
			return err
		}
		sources[n-1-first] |= bits[source]
		return nil
	})
	return sources, readLists(r, areaList, between("owner"), first+1, last)
}

// same tells whether event i of a is the only one of b.
func same(a *store.Columns, i int, b *store.Columns) bool {
	return a.Earliest[i] == b.Earliest[0] && a.Latest[i] == b.Latest[0] && a.Lon[i] == b.Lon[0] && a.Lat[i] == b.Lat[0] &&
		a.Sources[i] == b.Sources[0] && a.Place[i] == b.Place[0] && a.Category[i] == b.Category[0] &&
		a.Importance[i] == b.Importance[0] && a.Flags[i] == b.Flags[0]
}
