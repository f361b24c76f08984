package sqlite

import (
	"context"
	"fmt"

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
// to be numbered without a gap.
func (db *DB) checkColumns(ctx context.Context) error {
	cols, err := db.Columns(ctx)
	if err != nil {
		return err
	}
	f, err := db.framed(ctx)
	if err != nil {
		return err
	}
	packer, err := store.NewPacker(&f.Collection)
	if err != nil {
		return db.damaged("%v", err)
	}
	r := &reader{ctx: ctx, db: db, from: db.far, most: maxReports}
	sources, wider := db.besides(r, &f.Collection)
	one, next := store.NewColumns(1), 0
	readEach(r, drawnTable, "", nil, func(n int64, e *store.Event) error {
		if n != int64(next+1) {
			return db.damaged("event %d has row %d", next, n)
		}
		e.Areas = wider[n]
		if err := packer.Pack(one, 0, e); err != nil {
			return db.damaged("%v", err)
		}
		one.Sources[0] = sources[next]
		if !same(cols, next, one) {
			return db.damaged("the columns tell something else of event %d than the event", next)
		}
		next++
		return nil
	})
	if r.err == nil && next != db.events {
		r.err = db.damaged("it has %d events, not %d", next, db.events)
	}
	return r.err
}

// besides reads what the columns tell of events that stands in other tables:
// who reports each, and, by row, their areas.
func (db *DB) besides(r *reader, c *store.Collection) (sources []uint64, wider map[int64][]string) {
	bits := map[string]uint64{}
	for i := range c.Sources {
		bits[c.Sources[i].ID] = 1 << i
	}
	sources = make([]uint64, db.events)
	r.each("SELECT event, source FROM reports", nil, func(scan func(...any) error) error {
		var n int
		var source string
		if err := scan(&n, &source); err != nil {
			return err
		}
		if n < 1 || n > db.events {
			return fmt.Errorf("a report is of row %d, which is not there", n)
		}
		sources[n-1] |= bits[source]
		return nil
	})
	return sources, readLists(r, areaList, "")
}

// same tells whether event i of a is the only one of b.
func same(a *store.Columns, i int, b *store.Columns) bool {
	return a.Earliest[i] == b.Earliest[0] && a.Latest[i] == b.Latest[0] && a.Lon[i] == b.Lon[0] && a.Lat[i] == b.Lat[0] &&
		a.Sources[i] == b.Sources[0] && a.Place[i] == b.Place[0] && a.Category[i] == b.Category[0] &&
		a.Importance[i] == b.Importance[0] && a.Flags[i] == b.Flags[0]
}
