package sqlite

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"sync"
)

// definition is a table of the schema with the conditions on its values.
type definition struct {
	name   string
	checks []string
}

var (
	tablePattern = regexp.MustCompile(`(?s)CREATE TABLE (\w+) \((.*?)\n\) STRICT`)
	checkPattern = regexp.MustCompile(`CHECK (\((?:[^()]|\([^()]*\))*\))`)
)

// allTables are the tables of the schema.
var allTables = sync.OnceValue(func() []definition {
	var all []definition
	for _, table := range tablePattern.FindAllStringSubmatch(schemaSQL, -1) {
		d := definition{name: table[1]}
		for _, check := range checkPattern.FindAllStringSubmatch(table[2], -1) {
			d.checks = append(d.checks, check[1])
		}
		all = append(all, d)
	}
	return all
})

// checkRows wants no more rows than are read of a table.
func (d definition) checkRows(db *DB) func(context.Context) error {
	return func(ctx context.Context) error {
		var rows int
		query := fmt.Sprintf("SELECT count(*) FROM (SELECT 1 FROM %s LIMIT %d)", d.name, maxRows+1)
		if err := db.far.QueryRowContext(ctx, query).Scan(&rows); err != nil {
			return fmt.Errorf("counting the rows of %s: %w", d.name, err)
		}
		if rows > maxRows {
			return db.damaged("%s has more than %d rows", d.name, maxRows)
		}
		return nil
	}
}

// checkValues asks for the schema's own conditions again: SQLite takes no
// notice of a CHECK in a file that it opens for reading only.
func (d definition) checkValues(db *DB) func(context.Context) error {
	return func(ctx context.Context) error {
		if len(d.checks) == 0 {
			return nil
		}
		var wrong bool
		query := "SELECT EXISTS (SELECT 1 FROM " + d.name + " WHERE NOT (" + strings.Join(d.checks, " AND ") + "))"
		if err := db.far.QueryRowContext(ctx, query).Scan(&wrong); err != nil {
			return fmt.Errorf("checking the values of %s: %w", d.name, err)
		}
		if wrong {
			return db.damaged("a value in %s is outside what the schema allows", d.name)
		}
		return nil
	}
}

func (d definition) checkReferences(db *DB) func(context.Context) error {
	return func(ctx context.Context) error {
		rows, err := db.far.QueryContext(ctx, "PRAGMA foreign_key_check("+d.name+")")
		if err != nil {
			return fmt.Errorf("checking the references of %s: %w", d.name, err)
		}
		defer rows.Close()
		if rows.Next() {
			return db.damaged("a reference of %s leads nowhere", d.name)
		}
		return rows.Err()
	}
}
