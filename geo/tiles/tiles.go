// Package tiles reads what a user's own map is cut into: square pictures or
// vector drawings of the world by zoom level. A file of tiles comes from
// anywhere, so nothing in it is believed: sizes are bounded before anything is
// unpacked or decoded, and what is wrong is an error that names its tile.
package tiles

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"
)

// Source is a set of tiles.
type Source interface {
	// Meta tells what the set holds.
	Meta() Meta
	// Tile returns the bytes of a tile as they are stored, at most MaxBytes; nil
	// without an error where the set has none.
	Tile(id ID) ([]byte, error)
	// Close lets go of the file.
	Close() error
}

// What a tile may hold at most: far above what any map needs.
const (
	MaxBytes    = 4 << 20  // as stored
	MaxUnpacked = 16 << 20 // after gzip
	MaxSide     = 2048     // pixels of a picture
	MaxZoom     = 24       // of a tile
)

// Format is what the tiles of a set are.
type Format uint8

// The formats of tiles.
const (
	Unknown Format = iota
	MVT            // Mapbox Vector Tiles, https://github.com/mapbox/vector-tile-spec
	PNG
	JPEG
	WebP
)

// formats are the names that the metadata of sets write.
var formats = map[string]Format{
	"pbf": MVT, "mvt": MVT, "application/x-protobuf": MVT, "application/vnd.mapbox-vector-tile": MVT,
	"png": PNG, "png8": PNG, "png24": PNG, "png32": PNG, "image/png": PNG,
	"jpg": JPEG, "jpeg": JPEG, "image/jpeg": JPEG,
	"webp": WebP, "image/webp": WebP,
}

// Meta is what a set says of itself.
type Meta struct {
	Name        string // plain text, may be empty
	Attribution string // plain text, may be empty
	Format      Format
	MinZoom     int
	MaxZoom     int
	Bounds      orb.Bound // degrees; the whole world where the set does not say
	Layers      []string  // the names of its vector layers, where it says so
}

// World is the bound, in degrees, of all that Web Mercator shows.
var World = orb.Bound{Min: orb.Point{-180, -85.05112877980659}, Max: orb.Point{180, 85.05112877980659}}

// ID names one tile: column X from the west and row Y from the north, each of
// 2^Z.
type ID struct{ Z, X, Y int }

// String writes the name as zoom/column/row.
func (id ID) String() string { return fmt.Sprintf("%d/%d/%d", id.Z, id.X, id.Y) }

// Valid tells whether there can be such a tile.
func (id ID) Valid() bool {
	return id.Z >= 0 && id.Z <= MaxZoom && id.X >= 0 && id.Y >= 0 && id.X < 1<<id.Z && id.Y < 1<<id.Z
}

// Up is the tile that holds this one, levels above it. Where a set goes no
// deeper, the part of that tile is drawn larger.
func (id ID) Up(levels int) ID { return ID{id.Z - levels, id.X >> levels, id.Y >> levels} }

// Bound is the square that the tile covers, in world coordinates.
func (id ID) Bound() orb.Bound {
	side := math.Exp2(-float64(id.Z))
	x, y := float64(id.X)*side, float64(id.Y)*side
	return orb.Bound{Min: orb.Point{x, y}, Max: orb.Point{x + side, y + side}}
}

// Wrapped is the tile with its column taken around the world.
func (id ID) Wrapped() ID {
	id.X &= 1<<id.Z - 1
	return id
}

// Cover lists the tiles of a level that a bound in world coordinates touches,
// row by row. Columns beyond the world go on counting; see Wrapped. Where they
// are more than most, there is no list.
func Cover(b orb.Bound, z, most int) []ID {
	n := math.Exp2(float64(z))
	x0, x1 := math.Floor(b.Min[0]*n), math.Ceil(b.Max[0]*n)
	y0, y1 := math.Max(0, math.Floor(b.Min[1]*n)), math.Min(n, math.Ceil(b.Max[1]*n))
	if !(x1 > x0 && y1 > y0) || (x1-x0)*(y1-y0) > float64(most) {
		return nil
	}
	ids := make([]ID, 0, int((x1-x0)*(y1-y0)))
	for y := int(y0); y < int(y1); y++ {
		for x := int(x0); x < int(x1); x++ {
			ids = append(ids, ID{z, x, y})
		}
	}
	return ids
}
