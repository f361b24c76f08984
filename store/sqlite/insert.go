package sqlite

import (
	"database/sql/driver"
	"fmt"

	"qantar/store"
	"qantar/store/when"

	"github.com/mattn/go-sqlite3"
)

// inserter writes rows of one table. A row is put into row; the pointers into it
// are made once.
type inserter[T any] struct {
	statement *sqlite3.SQLiteStmt
	part      part
	key       int64
	row       T
	pointers  []any
}

// newInserter prepares an insert, to be closed before conn.
func newInserter[T any](conn *sqlite3.SQLiteConn, t table[T], part part) (*inserter[T], error) {
	statement, err := conn.Prepare(t.insertSQL())
	if err != nil {
		return nil, fmt.Errorf("preparing to write %s: %w", t.name, err)
	}
	in := &inserter[T]{statement: statement.(*sqlite3.SQLiteStmt), part: part}
	in.pointers = append([]any{&in.key}, t.bind(&in.row)...)
	return in, nil
}

// write hands row to a queue, under a key. Bytes that row points to must not
// change afterwards.
func (in *inserter[T]) write(q *queue, key int) error {
	in.key = int64(key)
	args := q.add(in.statement, in.part, len(in.pointers))
	for i, pointer := range in.pointers {
		value, err := pointed(pointer)
		if err != nil {
			return fmt.Errorf("row %d: %w", key, err)
		}
		args[i] = driver.NamedValue{Ordinal: i + 1, Value: value}
	}
	return nil
}

func (in *inserter[T]) close() error { return in.statement.Close() }

// pointed is the value that a field of a row has, as the driver wants it. What
// events are made of is told by type; the rest goes the general way.
func pointed(pointer any) (driver.Value, error) {
	switch p := pointer.(type) {
	case *string:
		return *p, nil
	case *int:
		return int64(*p), nil
	case *int64:
		return *p, nil
	case *bool:
		return *p, nil
	case numbers:
		return p.Value()
	case *store.Kind:
		return string(*p), nil
	case *when.Nature:
		return int64(*p), nil
	case *when.Precision:
		return int64(*p), nil
	}
	return driver.DefaultParameterConverter.ConvertValue(pointer)
}
