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
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/mattn/go-sqlite3"
)

// What a file may hold at most: far above any real collection, and enough for
// two million events.
const (
	maxFileBytes = 4 << 30
	maxValue     = 1 << 20  // bytes, of what is read into memory
	maxInside    = 64 << 20 // bytes, of what only SQLite looks at: lists of the full-text index
	maxRows      = 200_000  // in a table that is read whole
)

// harden makes a connection distrust its file. Pragmas that a DSN cannot carry
// are set here, where every connection passes.
func harden(conn *sqlite3.SQLiteConn) error {
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
	sql    *sql.DB // for what is asked for in passing
	far    *sql.DB // for searches and checks, which may take their time
	path   string
	meta   map[string]string
	events int
	one    statements

	mu       sync.Mutex // guards the rest
	frame    *frame
	verified bool
}

// Open opens the store at path for reading, after checking that it is a Qantar
// collection of this schema. A file of up to 16 MiB is checked through and
// through (Verify). Of a larger one, for which that takes seconds, everything
// but its events is checked now; what is read of events is checked when it is
// read. Errors are of type *Error.
func Open(path string) (db *DB, err error) {
	for range attempts {
		if db, err = open(path, wholeCheckBytes); !errors.Is(err, errReplaced) {
			break
		}
	}
	return db, err
}

// attempts is how often a file is opened that other processes replace meanwhile.
const attempts = 100

var errReplaced = errors.New("it was replaced while it was opened")

// open opens the file once; up to a size, wholeCheck, it is checked through.
func open(path string, wholeCheck int64) (*DB, error) {
	before, err := checkHeader(path)
	if err != nil {
		return nil, err
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, classify(path, err)
	}
	name := dsn(absolute, "mode=ro&_query_only=on&_fk=on")
	db := &DB{sql: openPool(name, maxValue), far: openPool(name, maxInside), path: path}
	if err := db.start(context.Background(), before, wholeCheck); err != nil {
		_ = errors.Join(db.sql.Close(), db.far.Close()) // what was wrong before is what matters
		return nil, classify(path, err)
	}
	return db, nil
}

// wholeCheckBytes is the size up to which opening checks everything: a tenth of
// a second's work.
const wholeCheckBytes = 16 << 20

func (db *DB) start(ctx context.Context, before fs.FileInfo, wholeCheck int64) error {
	if err := errors.Join(connectAll(ctx, db.sql), connectAll(ctx, db.far)); err != nil {
		return err
	}
	after, err := os.Stat(db.path)
	if err != nil {
		return err
	}
	if !os.SameFile(before, after) || before.Size() != after.Size() || !before.ModTime().Equal(after.ModTime()) {
		return errReplaced
	}
	steps := []func(context.Context) error{db.checkFrame, db.prepare}
	if before.Size() <= wholeCheck {
		steps = []func(context.Context) error{db.checkPages, db.checkFrame, db.checkEvents, db.prepare}
		db.verified = true // or it is not opened
	}
	return inTurn(ctx, append(steps, db.tidy))
}

// tidy gives back what the checks have read and what showing the collection
// does not need.
func (db *DB) tidy(ctx context.Context) error {
	return errors.Join(tidy(ctx, db.sql), tidy(ctx, db.far))
}

// Close closes the file.
func (db *DB) Close() error {
	if err := errors.Join(db.one.close(), db.sql.Close(), db.far.Close()); err != nil {
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
func checkHeader(path string) (fs.FileInfo, error) {
	header, info, err := readHeader(path)
	if err != nil {
		return nil, classify(path, err)
	}
	return info, headerError(path, header, info.Size())
}

func headerError(path string, header []byte, size int64) error {
	switch {
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

func readHeader(path string) (header []byte, info fs.FileInfo, err error) {
	info, err = os.Stat(path)
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, nil, &Error{NotOurs, path, errors.New("it is not a file")}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	header, err = io.ReadAll(io.LimitReader(f, 100))
	return header, info, err
}
