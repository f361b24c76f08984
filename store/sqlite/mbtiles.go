package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	clock "time"

	"qantar/geo/tiles"

	"github.com/mattn/go-sqlite3"
)

// What a file of tiles may do at most.
const (
	maxTileRow  = tiles.MaxBytes + 1<<10 // bytes
	maxMetaRows = 200
	tileTime    = 3 * clock.Second // for one tile
)

const tileDriverName = "qantar-mbtiles"

func init() {
	sql.Register(tileDriverName, &sqlite3.SQLiteDriver{ConnectHook: hardenTiles})
}

// hardenTiles makes a connection distrust its file, as harden does. Tiles may
// be larger than the values of a store. As the tables may be views of any
// kind, nothing is allowed but to read rows: no function beyond a few that
// cost nothing, and no recursion, which could go on for ever.
func hardenTiles(conn *sqlite3.SQLiteConn) error {
	if err := harden(conn); err != nil {
		return err
	}
	conn.SetLimit(sqlite3.SQLITE_LIMIT_LENGTH, maxTileRow)
	conn.RegisterAuthorizer(readsRows)
	return nil
}

// The actions that reading rows consists of: https://www.sqlite.org/c3ref/c_alter_table.html.
const (
	actRead     = 20
	actSelect   = 21
	actFunction = 31
)

// harmless are the functions that a view of tiles may use.
var harmless = map[string]bool{"coalesce": true, "ifnull": true, "min": true, "max": true, "length": true, "abs": true}

func readsRows(action int, _, name, _ string) int {
	switch {
	case action == actRead, action == actSelect, action == actFunction && harmless[name]:
		return sqlite3.SQLITE_OK
	}
	return sqlite3.SQLITE_DENY
}

// MBTiles is an open set of tiles in an MBTiles file, the specification 1.3:
// https://github.com/mapbox/mbtiles-spec. It is safe for use by several
// goroutines.
type MBTiles struct {
	sql  *sql.DB
	path string
	meta tiles.Meta
}

// OpenMBTiles opens an MBTiles file for reading only. Nothing is written
// beside it, and what another program has not yet put into the file itself is
// not seen.
func OpenMBTiles(path string) (*MBTiles, error) {
	m, err := openMBTiles(path)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be used as a map: %w", path, err)
	}
	return m, nil
}

var errNoMBTiles = errors.New("it is not an MBTiles file")

func openMBTiles(path string) (*MBTiles, error) {
	header, _, err := readHeader(path)
	if err != nil && CodeOf(err) == "" {
		return nil, err
	}
	if !bytes.HasPrefix(header, []byte("SQLite format 3\x00")) {
		return nil, errNoMBTiles
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	pool, err := sql.Open(tileDriverName, dsn(absolute, "mode=ro&immutable=1"))
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(1) // as for a store
	m := &MBTiles{sql: pool, path: path}
	if err := m.readMeta(); err != nil {
		return nil, errors.Join(err, pool.Close())
	}
	return m, nil
}

// Close closes the file.
func (m *MBTiles) Close() error { return m.sql.Close() }

// Meta implements tiles.Source.
func (m *MBTiles) Meta() tiles.Meta { return m.meta }

// Tile implements tiles.Source. Rows are counted from the south in the file.
func (m *MBTiles) Tile(id tiles.ID) ([]byte, error) {
	if !id.Valid() {
		return nil, nil
	}
	ctx, stop := context.WithTimeout(context.Background(), tileTime)
	defer stop()
	var data []byte
	err := m.sql.QueryRowContext(ctx, `SELECT tile_data FROM tiles
		WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1`, id.Z, id.X, 1<<id.Z-1-id.Y).Scan(&data)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("tile %v of %s: %w", id, m.path, err)
	case len(data) > tiles.MaxBytes:
		return nil, fmt.Errorf("tile %v of %s takes %d bytes, more than %d", id, m.path, len(data), tiles.MaxBytes)
	}
	return data, nil
}

// readMeta reads what the file says of itself, and looks at its tiles for what
// it does not say.
func (m *MBTiles) readMeta() error {
	ctx, stop := context.WithTimeout(context.Background(), tileTime)
	defer stop()
	var some []byte
	switch err := m.sql.QueryRowContext(ctx, "SELECT tile_data FROM tiles LIMIT 1").Scan(&some); {
	case errors.Is(err, sql.ErrNoRows):
		return errors.New("it holds no tiles")
	case err != nil:
		return fmt.Errorf("reading its tiles: %w", err)
	}
	values := m.metadata(ctx)
	m.meta = tiles.FromMetadata(values)
	if m.meta.Format == tiles.Unknown {
		m.meta.Format = tiles.Sniff(some)
	}
	if m.meta.Format == tiles.Unknown {
		return errors.New("its tiles are of a kind that is not supported; use PNG, JPEG, WebP or vector tiles (MVT)")
	}
	if values["minzoom"] == "" || values["maxzoom"] == "" {
		m.findLevels(ctx)
	}
	return nil
}

// metadata reads the pairs that the file says of itself; a file without them
// is still a map.
func (m *MBTiles) metadata(ctx context.Context) map[string]string {
	values := map[string]string{}
	rows, err := m.sql.QueryContext(ctx, "SELECT name, value FROM metadata LIMIT ?", maxMetaRows)
	if err != nil {
		return values
	}
	defer rows.Close()
	for rows.Next() {
		var name, value sql.NullString
		if rows.Scan(&name, &value) == nil {
			values[name.String] = value.String
		}
	}
	return values
}

// findLevels asks the tiles for the first and the last level that they have.
// Where that takes too long, all levels stay possible.
func (m *MBTiles) findLevels(ctx context.Context) {
	var first, last sql.NullInt64
	err := m.sql.QueryRowContext(ctx,
		"SELECT (SELECT min(zoom_level) FROM tiles), (SELECT max(zoom_level) FROM tiles)").Scan(&first, &last)
	if err == nil && first.Valid && last.Valid && 0 <= first.Int64 && first.Int64 <= last.Int64 && last.Int64 <= tiles.MaxZoom {
		m.meta.MinZoom, m.meta.MaxZoom = int(first.Int64), int(last.Int64)
	}
}
