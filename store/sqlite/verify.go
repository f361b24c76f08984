package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"sync"
)

// eventTables have rows for every event; the others are read whole and are
// small. A check of the small ones is a matter of milliseconds.
var eventTables = []string{"events", "event_areas", "event_people", "reports", "columns"}

// checkFrame wants the tables of this schema and everything but the events in
// order: sizes, values, references and parents. It reads what the store says of
// itself.
//
// It is what makes a large file safe to use before Verify has been through it.
// SQLite itself answers a page that is not what it should be with an error,
// never with memory that is not its own (cell_size_check is on, the file is not
// mapped, its schema is not trusted and can hold nothing but our tables). What
// is left are wrong values, and these are looked at where they are read: the
// columns by Columns.Check, an event by Event, positions against the number of
// events.
func (db *DB) checkFrame(ctx context.Context) error {
	steps := []func(context.Context) error{db.checkTables, db.checkSizes}
	for _, table := range allTables() {
		if !slices.Contains(eventTables, table.name) {
			steps = append(steps, table.checkRows(db), table.checkValues(db), table.checkReferences(db))
		}
	}
	return inTurn(ctx, append(steps, db.checkParents, db.readMeta))
}

// Verify checks what Open has left out: every page, all values and references
// of the events, and that the columns tell what the events do. It may take
// seconds and does not keep others waiting; run it once in the background.
// Where Open has checked all, and from the second time on, it returns at once.
// Errors are of type *Error, unless ctx ends it.
func (db *DB) Verify(ctx context.Context) error {
	db.mu.Lock()
	done := db.verified
	db.mu.Unlock()
	if done {
		return nil
	}
	if err := inTurn(ctx, []func(context.Context) error{db.checkPages, db.checkEvents}); err != nil {
		return db.failed("checking", err)
	}
	db.mu.Lock()
	defer db.mu.Unlock()
	db.verified = true
	return nil
}

// checkEvents checks what checkFrame leaves out, but for the pages.
func (db *DB) checkEvents(ctx context.Context) error {
	var steps []func(context.Context) error
	for _, table := range allTables() {
		if slices.Contains(eventTables, table.name) {
			steps = append(steps, table.checkValues(db), table.checkReferences(db))
		}
	}
	return inTurn(ctx, append(steps, db.checkColumns))
}

func inTurn(ctx context.Context, steps []func(context.Context) error) error {
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (db *DB) damaged(format string, args ...any) error {
	return &Error{Damaged, db.path, fmt.Errorf(format, args...)}
}

func (db *DB) checkPages(ctx context.Context) error {
	var result string
	if err := db.far.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&result); err != nil {
		return fmt.Errorf("checking the pages: %w", err)
	}
	if result != "ok" {
		return db.damaged("quick_check says %.200s", result)
	}
	return nil
}

// checkTables wants exactly the tables, indexes and definitions of this schema.
func (db *DB) checkTables(ctx context.Context) error {
	want, err := expectedTables()
	if err != nil {
		return err
	}
	got, err := describe(ctx, db.sql)
	if err != nil {
		return fmt.Errorf("reading the tables: %w", err)
	}
	if got != want {
		return db.damaged("its tables are not those of schema %d", SchemaVersion)
	}
	return nil
}

// expectedTables describes a fresh, empty store.
var expectedTables = sync.OnceValues(func() (string, error) {
	fresh := sql.OpenDB(newConnector(":memory:", maxValue, 1))
	defer fresh.Close()
	fresh.SetMaxOpenConns(1)
	if _, err := fresh.Exec(schemaSQL + indexesSQL); err != nil {
		return "", fmt.Errorf("making an empty store: %w", err)
	}
	return describe(context.Background(), fresh)
})

func describe(ctx context.Context, db *sql.DB) (string, error) {
	var text string
	err := db.QueryRowContext(ctx, `SELECT group_concat(line, char(10)) FROM (
		SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') AS line
		FROM sqlite_schema ORDER BY type, name LIMIT 1000)`).Scan(&text)
	return text, err
}

// checkSizes counts the events.
func (db *DB) checkSizes(ctx context.Context) error {
	if err := db.sql.QueryRowContext(ctx, "SELECT coalesce(max(n), 0) FROM events").Scan(&db.events); err != nil {
		return fmt.Errorf("counting the events: %w", err)
	}
	if db.events < 0 || db.events > maxEvents {
		return db.damaged("its last event is number %d; a collection has at most %d", db.events, maxEvents)
	}
	return nil
}

// checkParents wants every place to be reached from the top, so that following
// parents always ends.
func (db *DB) checkParents(ctx context.Context) error {
	var lost int
	err := db.sql.QueryRowContext(ctx, `
		WITH RECURSIVE tree (id) AS (
			SELECT id FROM places WHERE parent IS NULL
			UNION SELECT p.id FROM places p JOIN tree ON p.parent = tree.id)
		SELECT (SELECT count(*) FROM places) - (SELECT count(*) FROM tree)`).Scan(&lost)
	if err != nil {
		return fmt.Errorf("checking the places: %w", err)
	}
	if lost != 0 {
		return db.damaged("the parents of %d places go in a circle", lost)
	}
	return nil
}

func (db *DB) readMeta(ctx context.Context) error {
	db.meta = map[string]string{}
	rows, err := db.sql.QueryContext(ctx, "SELECT key, value FROM meta LIMIT 100")
	if err != nil {
		return fmt.Errorf("reading what the store says of itself: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var key, value string
		if err := rows.Scan(&key, &value); err != nil {
			return fmt.Errorf("reading what the store says of itself: %w", err)
		}
		db.meta[key] = value
	}
	return rows.Err()
}
