// Package pmtiles reads sets of tiles in one file of the PMTiles format,
// version 3: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md.
// It opens local files only. Every offset and length in a file is checked
// against the file's size before anything is read.
package pmtiles

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"qantar/geo/tiles"
)

// headerBytes is the length of the header, and magic what it begins with.
const (
	headerBytes = 127
	magic       = "PMTiles"
)

// The ways in which a file may be packed.
const (
	packedUnknown = iota
	packedNone
	packedGzip
	packedBrotli
	packedZstd
)

// packings are their names, for a person.
var packings = map[uint8]string{packedUnknown: "an unknown way", packedBrotli: "brotli", packedZstd: "zstd"}

// formats are the kinds of tiles by the header's number.
var formats = map[uint8]tiles.Format{1: tiles.MVT, 2: tiles.PNG, 3: tiles.JPEG, 4: tiles.WebP}

// section is a stretch of the file.
type section struct{ offset, length uint64 }

// within tells whether the section lies in one of a given size.
func (s section) within(size uint64) bool {
	return s.offset <= size && s.length <= size-s.offset
}

// header is what the first bytes of a file say.
type header struct {
	root, metadata, leaves, data section
	internal, tile               uint8 // how directories and metadata, and how tiles are packed
	format                       tiles.Format
	minZoom, maxZoom             uint8
	bounds                       [4]int32 // west, south, east, north in 1e-7 degrees
}

var (
	errNotOurs = errors.New("it is not a PMTiles file")
	errCut     = errors.New("it is cut short or damaged")
)

// readHeader reads the header of a file of size bytes and checks what it says.
func readHeader(b []byte, size uint64) (header, error) {
	h := header{}
	if !bytes.HasPrefix(b, []byte(magic)) {
		return h, errNotOurs
	}
	if len(b) < headerBytes {
		return h, errCut
	}
	if b[7] != 3 {
		return h, fmt.Errorf("it is of version %d of PMTiles, and only 3 is read here; convert it with: pmtiles convert", b[7])
	}
	word := binary.LittleEndian.Uint64
	for i, s := range []*section{&h.root, &h.metadata, &h.leaves, &h.data} {
		*s = section{word(b[8+16*i:]), word(b[16+16*i:])}
		if !s.within(size) {
			return h, errCut
		}
	}
	h.internal, h.tile = b[97], b[98]
	h.format, h.minZoom, h.maxZoom = formats[b[99]], b[100], b[101]
	for i := range h.bounds {
		h.bounds[i] = int32(binary.LittleEndian.Uint32(b[102+4*i:]))
	}
	return h, h.readable()
}

// readable tells what of a sound file is not read here.
func (h *header) readable() error {
	for _, packing := range []uint8{h.internal, h.tile} {
		if packing != packedNone && packing != packedGzip {
			name := packings[packing]
			if name == "" {
				name = packings[packedUnknown]
			}
			return fmt.Errorf("it is packed with %s, which is not supported; use a file packed with gzip", name)
		}
	}
	switch {
	case h.format == tiles.Unknown:
		return errors.New("its tiles are of a kind that is not supported; use PNG, JPEG, WebP or vector tiles (MVT)")
	case h.minZoom > h.maxZoom || h.maxZoom > tiles.MaxZoom:
		return errCut
	}
	return nil
}
