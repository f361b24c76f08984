package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"regexp"
	"strings"
	"sync"
)

// check verifies the file's structure, tables, references and parents, and
// reads what it says of itself.
func (db *DB) check(ctx context.Context) error {
	steps := []func(context.Context) error{db.checkPages, db.checkTables, db.checkValues, db.checkReferences, db.checkParents, db.readMeta}
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
	if err := db.sql.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&result); err != nil {
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
	fresh, err := sql.Open(driverName, ":memory:")
	if err != nil {
		return "", fmt.Errorf("making an empty store: %w", err)
	}
	defer fresh.Close()
	fresh.SetMaxOpenConns(1)
	if _, err := fresh.Exec(schemaSQL); err != nil {
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

// The schema's tables and the conditions on their values.
var (
	tablePattern = regexp.MustCompile(`(?s)CREATE TABLE (\w+) \((.*?)\n\) STRICT`)
	checkPattern = regexp.MustCompile(`CHECK (\((?:[^()]|\([^()]*\))*\))`)
)

// checkValues asks for the schema's own conditions again: SQLite takes no
// notice of a CHECK in a file that it opens for reading only.
func (db *DB) checkValues(ctx context.Context) error {
	for _, table := range tablePattern.FindAllStringSubmatch(schemaSQL, -1) {
		var conditions []string
		for _, check := range checkPattern.FindAllStringSubmatch(table[2], -1) {
			conditions = append(conditions, check[1])
		}
		if len(conditions) == 0 {
			continue
		}
		var wrong bool
		query := "SELECT EXISTS (SELECT 1 FROM " + table[1] + " WHERE NOT (" + strings.Join(conditions, " AND ") + "))"
		if err := db.sql.QueryRowContext(ctx, query).Scan(&wrong); err != nil {
			return fmt.Errorf("checking the values of %s: %w", table[1], err)
		}
		if wrong {
			return db.damaged("a value in %s is outside what the schema allows", table[1])
		}
	}
	return nil
}

func (db *DB) checkReferences(ctx context.Context) error {
	rows, err := db.sql.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return fmt.Errorf("checking the references: %w", err)
	}
	defer rows.Close()
	if rows.Next() {
		return db.damaged("a reference leads nowhere")
	}
	return rows.Err()
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
