// Package sqlite keeps a collection in one SQLite file and finds events in it.
// It is the only package that knows SQL. Files are built once and then only
// read; as anyone may have made one, a file is checked before it is believed.
package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// What a file may hold at most: far above any real collection.
const (
	maxFileBytes  = 512 << 20
	maxValueBytes = 1 << 20
	maxRows       = 200_000
)

const driverName = "qantar-sqlite3"

func init() {
	sql.Register(driverName, &sqlite3.SQLiteDriver{ConnectHook: harden})
}

// harden makes a connection distrust its file. Pragmas that a DSN cannot carry
// are set here, where every connection of a pool passes.
func harden(conn *sqlite3.SQLiteConn) error {
	conn.SetLimit(sqlite3.SQLITE_LIMIT_LENGTH, maxValueBytes)
	conn.SetLimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
	_, err := conn.Exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0", nil)
	return err
}

// dsn is the data source name for a file; characters with a meaning in a URI
// are escaped.
func dsn(path, options string) string {
	slashed := filepath.ToSlash(path)
	if filepath.IsAbs(path) && !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/... on Windows
	}
	return "file:" + (&url.URL{Path: slashed}).EscapedPath() + "?" + options
}

// DB is an open store. It only reads, and is safe for use by several goroutines.
type DB struct {
	sql  *sql.DB
	path string
	meta map[string]string
}

// Open opens the store at path for reading, after checking that it is a Qantar
// collection of this schema and is sound. Errors are of type *Error.
func Open(path string) (*DB, error) {
	if err := checkHeader(path); err != nil {
		return nil, err
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, classify(path, err)
	}
	pool, err := sql.Open(driverName, dsn(absolute, "mode=ro&_query_only=on&_fk=on"))
	if err != nil {
		return nil, classify(path, err)
	}
	// One connection, kept open: a second one would open whatever lies at path
	// by then, which nobody has checked.
	pool.SetMaxOpenConns(1)
	db := &DB{sql: pool, path: path}
	if err := db.check(context.Background()); err != nil {
		_ = pool.Close() // what was wrong before is what matters
		return nil, classify(path, err)
	}
	return db, nil
}

// Close closes the file.
func (db *DB) Close() error {
	if err := db.sql.Close(); err != nil {
		return fmt.Errorf("closing %s: %w", db.path, err)
	}
	return nil
}

// Hash is the content hash of the collection that the store was built from.
func (db *DB) Hash() string { return db.meta["collection_hash"] }

// Path is where the store was opened.
func (db *DB) Path() string { return db.path }

// checkHeader reads the first 100 bytes, before SQLite sees the file. The
// offsets are those of https://www.sqlite.org/fileformat.html, section 1.3.
func checkHeader(path string) error {
	header, size, err := readHeader(path)
	switch {
	case err != nil:
		return classify(path, err)
	case !bytes.HasPrefix(header, []byte("SQLite format 3\x00")):
		return &Error{NotOurs, path, errors.New("it is not a SQLite file")}
	case len(header) < 100 || size > maxFileBytes:
		return &Error{Damaged, path, fmt.Errorf("its size is %d bytes", size)}
	case binary.BigEndian.Uint32(header[68:]) != ApplicationID:
		return &Error{NotOurs, path, errors.New("its application_id is another")}
	}
	switch version := binary.BigEndian.Uint32(header[60:]); {
	case version > SchemaVersion:
		return &Error{Newer, path, fmt.Errorf("its schema is %d, ours %d", version, SchemaVersion)}
	case version < SchemaVersion:
		return &Error{Older, path, fmt.Errorf("its schema is %d, ours %d", version, SchemaVersion)}
	case header[18] != 1 || header[19] != 1:
		return &Error{Damaged, path, errors.New("another program has changed its journal mode")}
	}
	return nil
}

func readHeader(path string) (header []byte, size int64, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, err
	}
	if !info.Mode().IsRegular() {
		return nil, 0, &Error{NotOurs, path, errors.New("it is not a file")}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	header, err = io.ReadAll(io.LimitReader(f, 100))
	return header, info.Size(), err
}
