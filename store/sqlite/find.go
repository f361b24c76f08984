package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"qantar/store"
)

// Find returns the ids of the events that q asks for, in the order of the
// collection.
func (db *DB) Find(ctx context.Context, q store.Query) ([]string, error) {
	where, args, err := whereSQL(q)
	if err != nil {
		return nil, err
	}
	rows, err := db.sql.QueryContext(ctx, "SELECT id FROM events"+where+" ORDER BY n", args...)
	if err != nil {
		return nil, fmt.Errorf("finding events in %s: %w", db.path, err)
	}
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("finding events in %s: %w", db.path, err)
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
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
	c.addExtent(q)
	if words := match(q.Text); words != "" {
		c.add("n IN (SELECT docid FROM search WHERE search MATCH ?)", words)
	}
	if len(c.parts) == 0 {
		return "", nil, nil
	}
	return " WHERE " + strings.Join(c.parts, " AND "), c.args, nil
}

// addExtent asks the R*Tree for candidates and the exact columns for the rest.
func (c *conditions) addExtent(q store.Query) {
	tree := &conditions{}
	if q.From != nil {
		tree.add("last >= ?", whole(float64(*q.From)/60)-1)
		c.add("when_latest >= ?", *q.From)
	}
	if q.To != nil {
		tree.add("first <= ?", whole(float64(*q.To)/60)+1)
		c.add("when_earliest <= ?", *q.To)
	}
	if b := q.Bound; b != nil {
		x := box(*b, 0, 0)
		tree.add("west <= ? AND east >= ? AND south <= ? AND north >= ?", x[1], x[0], x[3], x[2])
		c.add("n IN (SELECT n FROM extents WHERE west <= ? AND east >= ? AND south <= ? AND north >= ?)",
			b.Max[0], b.Min[0], b.Max[1], b.Min[1])
	}
	if len(tree.parts) > 0 {
		c.add("n IN (SELECT n FROM extents_tree WHERE "+strings.Join(tree.parts, " AND ")+")", tree.args...)
	}
}
