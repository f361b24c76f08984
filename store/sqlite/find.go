package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"qantar/store"
)

// Find returns the ids of the events that q asks for, in order of time.
func (db *DB) Find(ctx context.Context, q store.Query) ([]string, error) {
	return find[string](ctx, db, "id", q)
}

// Positions returns where the events that q asks for stand in order of time,
// ascending.
func (db *DB) Positions(ctx context.Context, q store.Query) ([]int, error) {
	all, err := find[int](ctx, db, "n - 1", q)
	if n := len(all); err == nil && n > 0 && (all[0] < 0 || all[n-1] >= db.events) {
		return nil, db.damaged("an event has row %d", all[n-1])
	}
	return all, err
}

// find reads one column of the events that q asks for.
func find[T any](ctx context.Context, db *DB, column string, q store.Query) ([]T, error) {
	where, args, err := whereSQL(q)
	if err != nil {
		return nil, err
	}
	r, all := &reader{ctx: ctx, db: db, from: db.far, most: maxEvents}, []T(nil)
	r.each("SELECT "+column+" FROM events"+where+" ORDER BY n", args, func(scan func(...any) error) error {
		var value T
		if err := scan(&value); err != nil {
			return err
		}
		all = append(all, value)
		return nil
	})
	if r.err != nil {
		return nil, db.failed("finding events in", r.err)
	}
	return all, nil
}

// Count is the number of events that q asks for. Where it asks for time and box
// only, the R*Tree alone is counted.
func (db *DB) Count(ctx context.Context, q store.Query) (int, error) {
	if extents, args := extentSQL(q); extents != "" && onlyExtent(q) {
		return db.count(ctx, "SELECT count(*) FROM ("+extents+")", args)
	}
	where, args, err := whereSQL(q)
	if err != nil {
		return 0, err
	}
	return db.count(ctx, "SELECT count(*) FROM events"+where, args)
}

func (db *DB) count(ctx context.Context, query string, args []any) (int, error) {
	var n sql.NullInt64
	if err := db.far.QueryRowContext(ctx, query, args...).Scan(&n); err != nil {
		return 0, db.failed("counting events in", err)
	}
	return int(n.Int64), nil
}

// onlyExtent tells whether q asks for nothing but time and box.
func onlyExtent(q store.Query) bool {
	return len(q.Categories)+len(q.Kinds)+len(q.Places)+len(q.Sources) == 0 && match(q.Text) == ""
}

// conditions gathers what a WHERE asks for, with its arguments.
type conditions struct {
	parts []string
	args  []any
}

func (c *conditions) add(part string, args ...any) {
	c.parts = append(c.parts, part)
	c.args = append(c.args, args...)
}

func (c *conditions) sql() string {
	if len(c.parts) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(c.parts, " AND ")
}

// inside selects a list of places and everything inside them.
const inside = `(WITH RECURSIVE inside (id) AS (
	SELECT id FROM places WHERE id IN (SELECT value FROM json_each(?))
	UNION SELECT p.id FROM places p JOIN inside ON p.parent = inside.id) SELECT id FROM inside)`

// whereSQL turns the fields of a query into a WHERE over events.
func whereSQL(q store.Query) (string, []any, error) {
	c := &conditions{}
	lists := []struct {
		length int
		values any
		part   string
		times  int // how often the part asks for the list
	}{
		{len(q.Categories), q.Categories, "category IN (SELECT value FROM json_each(?))", 1},
		{len(q.Kinds), q.Kinds, "kind IN (SELECT value FROM json_each(?))", 1},
		{len(q.Places), q.Places, "(place IN " + inside + " OR n IN (SELECT owner FROM event_areas WHERE value IN " + inside + "))", 2},
		{len(q.Sources), q.Sources, "n IN (SELECT event FROM reports WHERE source IN (SELECT value FROM json_each(?)))", 1},
	}
	for _, list := range lists {
		if list.length == 0 {
			continue
		}
		values, err := json.Marshal(list.values)
		if err != nil {
			return "", nil, fmt.Errorf("reading the query: %w", err)
		}
		for range list.times {
			c.args = append(c.args, string(values))
		}
		c.parts = append(c.parts, list.part)
	}
	if extents, args := extentSQL(q); extents != "" {
		c.add("n IN ("+extents+")", args...)
	}
	if words := match(q.Text); words != "" {
		c.add("n IN (SELECT docid FROM search WHERE search MATCH ?)", words)
	}
	return c.sql(), c.args, nil
}
