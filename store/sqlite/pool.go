package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/mattn/go-sqlite3"
)

// connections is how many statements a store runs at once: one event that is
// asked for, a search, and a check in the background, none of which should wait
// for another.
const connections = 3

// connector opens the hardened connections of one store, as many as it may.
// They are opened together and kept: one more would open whatever lies at the
// path by then, which nobody has checked.
type connector struct {
	dsn  string
	left atomic.Int32
}

func newConnector(dsn string, most int32) *connector {
	c := &connector{dsn: dsn}
	c.left.Store(most)
	return c
}

// Connect implements driver.Connector.
func (c *connector) Connect(context.Context) (driver.Conn, error) {
	if c.left.Add(-1) < 0 {
		return nil, errors.New("the store has all the connections that it may have")
	}
	return c.Driver().Open(c.dsn)
}

// Driver implements driver.Connector.
func (c *connector) Driver() driver.Driver { return &sqlite3.SQLiteDriver{ConnectHook: harden} }

func openPool(dsn string) *sql.DB {
	pool := sql.OpenDB(newConnector(dsn, connections))
	pool.SetMaxOpenConns(connections)
	pool.SetMaxIdleConns(connections)
	return pool
}

// connectAll opens every connection.
func (db *DB) connectAll(ctx context.Context) error {
	for range connections {
		conn, err := db.sql.Conn(ctx)
		if err != nil {
			return fmt.Errorf("opening the file: %w", err)
		}
		defer conn.Close() // back to the pool, when all are there
	}
	return nil
}
