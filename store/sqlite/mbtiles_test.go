package sqlite

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qantar/geo/tiles"

	"github.com/paulmach/orb"
)

// madeTiles writes an MBTiles file by SQL, as other programs do, and returns
// its path. A tile's data may be bound to ?1.
func madeTiles(t *testing.T, data []byte, statements ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a ?#%41 map.mbtiles")
	db, err := sql.Open("sqlite3", dsn(path, "mode=rwc"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		args := []any{data}
		if !strings.Contains(s, "?1") {
			args = nil
		}
		if _, err := db.Exec(s, args...); err != nil {
			t.Fatal(s, err)
		}
	}
	return path
}

const (
	tileTable = "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)"
	metaTable = "CREATE TABLE metadata (name TEXT, value TEXT)"
	aTile     = "INSERT INTO tiles VALUES (2, 1, 3, ?1)" // in the north
)

var picture = []byte("\x89PNG\r\n\x1a\nand so on")

func openTiles(t *testing.T, path string) *MBTiles {
	t.Helper()
	m, err := OpenMBTiles(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.Close() })
	return m
}

func TestMBTiles(t *testing.T) {
	path := madeTiles(t, picture, tileTable, metaTable, aTile,
		`INSERT INTO metadata VALUES ('name', 'Steppe'), ('format', 'png'), ('minzoom', '1'), ('maxzoom', '5'),
		('bounds', '46,40,88,56'), ('attribution', '<a href="x">&copy; Somebody</a>'), ('odd', NULL)`)
	m := openTiles(t, path)
	meta := m.Meta()
	want := tiles.Meta{Name: "Steppe", Attribution: "© Somebody", Format: tiles.PNG, MinZoom: 1, MaxZoom: 5,
		Bounds: orb.Bound{Min: orb.Point{46, 40}, Max: orb.Point{88, 56}}}
	if meta.Name != want.Name || meta.Attribution != want.Attribution || meta.Format != want.Format ||
		meta.MinZoom != 1 || meta.MaxZoom != 5 || meta.Bounds != want.Bounds {
		t.Errorf("it says %+v, want %+v", meta, want)
	}
	got, err := m.Tile(tiles.ID{Z: 2, X: 1, Y: 0})
	if err != nil || !bytes.Equal(got, picture) {
		t.Errorf("the tile in the north is %q, %v", got, err)
	}
	for _, id := range []tiles.ID{{Z: 2, X: 1, Y: 3}, {Z: 3}, {Z: -1}, {Z: 2, X: 4}} {
		if got, err := m.Tile(id); got != nil || err != nil {
			t.Errorf("tile %v, which is not there, is %q, %v", id, got, err)
		}
	}
}

func TestMBTilesOfAView(t *testing.T) {
	m := openTiles(t, madeTiles(t, picture,
		"CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT)",
		"CREATE TABLE images (tile_id TEXT, tile_data BLOB)",
		`CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, coalesce(tile_data, '') AS tile_data
			FROM map JOIN images ON images.tile_id = map.tile_id`,
		"INSERT INTO map VALUES (3, 1, 7, 'a'), (6, 1, 7, 'a')", "INSERT INTO images VALUES ('a', ?1)"))
	meta := m.Meta()
	if meta.Format != tiles.PNG || meta.MinZoom != 3 || meta.MaxZoom != 6 || meta.Bounds != tiles.World {
		t.Errorf("with no metadata, it is taken for %+v", meta)
	}
	if got, err := m.Tile(tiles.ID{Z: 3, X: 1, Y: 0}); err != nil || !bytes.Equal(got, picture) {
		t.Errorf("a tile is %q, %v", got, err)
	}
}

func TestMBTilesRefuses(t *testing.T) {
	written := func(text string) func(*testing.T) string {
		return func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "x.mbtiles")
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			return path
		}
	}
	made := func(data string, statements ...string) func(*testing.T) string {
		return func(t *testing.T) string { return madeTiles(t, []byte(data), statements...) }
	}
	recursive := `CREATE VIEW tiles AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)
		SELECT 2 AS zoom_level, x AS tile_column, 3 AS tile_row, NULL AS tile_data FROM c WHERE x < 0`
	cases := []struct {
		name string
		file func(*testing.T) string
		want string
	}{
		{"missing", func(t *testing.T) string { return filepath.Join(t.TempDir(), "no.mbtiles") }, "no such file"},
		{"a folder", func(t *testing.T) string { return t.TempDir() }, "not an MBTiles"},
		{"a text", written("Dear reader"), "not an MBTiles"},
		{"empty", written(""), "not an MBTiles"},
		{"only the header", written("SQLite format 3\x00"), "reading its tiles"},
		{"without tiles", made("", metaTable), "reading its tiles"},
		{"with no tile", made("", tileTable), "no tiles"},
		{"of an unknown kind", made("GIF89a", tileTable, aTile), "not supported"},
		{"with a view that goes on for ever", made("", recursive), "reading its tiles"},
		{"with a view that makes up data", made("", "CREATE VIEW tiles AS SELECT 1 AS zoom_level, 0 AS tile_column, 0 AS tile_row, randomblob(4000000) AS tile_data"), "reading its tiles"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			path := c.file(t)
			m, err := OpenMBTiles(path)
			if err == nil {
				m.Close()
				t.Fatal("it opens")
			}
			if text := err.Error(); !strings.Contains(text, c.want) || !strings.Contains(text, path) {
				t.Errorf("it says %q, want %q in it", text, c.want)
			}
		})
	}
}

func TestMBTilesTooLarge(t *testing.T) {
	for _, size := range []int{tiles.MaxBytes, tiles.MaxBytes + 1, tiles.MaxBytes + 1<<20} {
		m := openTiles(t, madeTiles(t, append(bytes.Clone(picture), make([]byte, size-len(picture))...), tileTable,
			"INSERT INTO tiles VALUES (1, 0, 0, x'89504e470d0a1a0a')", aTile))
		data, err := m.Tile(tiles.ID{Z: 2, X: 1, Y: 0})
		if fits := size <= tiles.MaxBytes; fits != (err == nil) || fits != (len(data) == size) {
			t.Errorf("of %d bytes: %d read, %v", size, len(data), err)
		}
		if got, err := m.Tile(tiles.ID{Z: 1, X: 0, Y: 1}); len(got) != 8 || err != nil {
			t.Errorf("the tile beside it is %q, %v", got, err)
		}
	}
}

func TestMBTilesOnlyReads(t *testing.T) {
	path := madeTiles(t, picture, tileTable, aTile)
	m := openTiles(t, path)
	for _, statement := range []string{"DELETE FROM tiles", "ATTACH 'x' AS x", "SELECT load_extension('x')", "PRAGMA journal_mode = WAL"} {
		if _, err := m.sql.Exec(statement); err == nil {
			t.Errorf("%s is allowed", statement)
		}
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("beside it lie %v, %v", entries, err)
	}
}
