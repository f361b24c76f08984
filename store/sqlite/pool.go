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

// connections is how many statements a pool runs at once. There are two pools,
// so that reading an event never waits for a search or for a check in the
// background.
const connections = 2

// connector opens the hardened connections of one pool, as many as it may. They
// are opened together and kept: one more would open whatever lies at the path
// by then, which nobody has checked.
type connector struct {
	dsn   string
	value int // bytes that a value may have
	left  atomic.Int32
}

func newConnector(dsn string, value int, most int32) *connector {
	c := &connector{dsn: dsn, value: value}
	c.left.Store(most)
	return c
}

// Connect implements driver.Connector.
func (c *connector) Connect(context.Context) (driver.Conn, error) {
	if c.left.Add(-1) < 0 {
		return nil, errors.New("the store has all the connections that it may have")
	}
	conn, err := c.Driver().Open(c.dsn)
	if err != nil {
		return nil, err
	}
	conn.(*sqlite3.SQLiteConn).SetLimit(sqlite3.SQLITE_LIMIT_LENGTH, c.value)
	return conn, nil
}

// Driver implements driver.Connector.
func (c *connector) Driver() driver.Driver { return &sqlite3.SQLiteDriver{ConnectHook: harden} }

func openPool(dsn string, value int) *sql.DB {
	pool := sql.OpenDB(newConnector(dsn, value, connections))
	pool.SetMaxOpenConns(connections)
	pool.SetMaxIdleConns(connections)
	return pool
}

// tidy has every connection give back the pages that it keeps.
func tidy(ctx context.Context, pool *sql.DB) error {
	for range connections {
		conn, err := pool.Conn(ctx)
		if err != nil {
			return err
		}
		defer conn.Close() // the next one is another, as long as this is taken
		if _, err := conn.ExecContext(ctx, "PRAGMA shrink_memory"); err != nil {
			return fmt.Errorf("giving memory back: %w", err)
		}
	}
	return nil
}

// connectAll opens every connection of a pool.
func connectAll(ctx context.Context, pool *sql.DB) error {
	for range connections {
		conn, err := pool.Conn(ctx)
		if err != nil {
			return fmt.Errorf("opening the file: %w", err)
		}
		defer conn.Close() // back to the pool, when all are there
	}
	return nil
}
