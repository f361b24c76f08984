package main

import (
	"fmt"
	"io"

	"qantar/cmd/internal/tileset"
	"qantar/ui/paint"
)

// ownTiles is the user's own map.
type ownTiles struct {
	layer  *paint.TileLayer // nil: none
	credit string
}

// close closes the file.
func (t *ownTiles) close() {
	if t.layer != nil {
		_ = t.layer.Close() // it was only read
	}
}

// openTiles opens the file of tiles that the flags name, if they do. The first
// tile that cannot be read is told of on stderr.
func (f *renderFlags) openTiles(stderr io.Writer) (ownTiles, error) {
	if f.tiles == "" {
		if f.tilesOver {
			return ownTiles{}, misusef("--tiles-over needs a map to draw; add --tiles FILE")
		}
		return ownTiles{}, nil
	}
	source, err := tileset.Open(f.tiles)
	if err != nil {
		return ownTiles{}, err
	}
	layer := paint.NewTileLayer(source, paint.TileOptions{
		Over: f.tilesOver, Opacity: paint.OverOpacity, AtOnce: true,
		Failed: func(err error) { fmt.Fprintln(stderr, "qantarctl: some tiles are left out:", err) },
	})
	return ownTiles{layer, source.Meta().Attribution}, nil
}
