// Package tileset opens a user's own map, whatever kind of file it is.
package tileset

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"qantar/geo/tiles"
	"qantar/geo/tiles/pmtiles"
	"qantar/store/sqlite"
)

// kinds are the files that are read, by what they begin with.
var kinds = []struct {
	begins string
	open   func(path string) (tiles.Source, error)
}{
	{"PMTiles", func(path string) (tiles.Source, error) { return opened(pmtiles.Open(path)) }},
	{"SQLite format 3\x00", func(path string) (tiles.Source, error) { return opened(sqlite.OpenMBTiles(path)) }},
}

// opened keeps a nil pointer from being taken for a source.
func opened[T tiles.Source](source T, err error) (tiles.Source, error) {
	if err != nil {
		return nil, err
	}
	return source, nil
}

// Open opens an MBTiles or a PMTiles file.
func Open(path string) (tiles.Source, error) {
	first, err := beginning(path)
	if err != nil {
		return nil, fmt.Errorf("opening the map: %w", err)
	}
	for _, kind := range kinds {
		if bytes.HasPrefix(first, []byte(kind.begins)) {
			return kind.open(path)
		}
	}
	return nil, fmt.Errorf("%s is not a map of tiles; choose a file that ends in .mbtiles or .pmtiles", path)
}

// beginning reads the first bytes of a file.
func beginning(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, 16))
}
