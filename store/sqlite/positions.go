package sqlite

import (
	"context"
	"fmt"

	"qantar/store"
)

// Positions returns where the events that q asks for stand in order of time,
// ascending.
func (db *DB) Positions(ctx context.Context, q store.Query) ([]int, error) {
	where, args, err := whereSQL(q)
	if err != nil {
		return nil, err
	}
	rows, err := db.sql.QueryContext(ctx, `WITH ordered AS (
		SELECT n AS m, row_number() OVER (ORDER BY when_earliest, when_latest, id) - 1 AS position FROM events)
		SELECT position FROM events JOIN ordered ON m = events.n`+where+" ORDER BY position", args...)
	if err != nil {
		return nil, fmt.Errorf("finding events in %s: %w", db.path, err)
	}
	defer rows.Close()
	var positions []int
	for rows.Next() {
		var i int
		if err := rows.Scan(&i); err != nil {
			return nil, fmt.Errorf("finding events in %s: %w", db.path, err)
		}
		positions = append(positions, i)
	}
	return positions, rows.Err()
}
