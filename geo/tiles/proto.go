package tiles

import (
	"encoding/binary"
	"errors"
)

// errCut is what a message that ends too early, or lies about a length, is.
var errCut = errors.New("the vector tile is cut short or is none")

// wire reads a message in the protobuf encoding field by field, and never
// beyond its end: https://protobuf.dev/programming-guides/encoding/.
type wire struct {
	rest  []byte
	field uint64
	kind  uint64 // one of the wire types
	raw   []byte // the field as it stands in the message, with its tag
	value []byte // of a field with a length
	uint  uint64 // of a varint
	err   error
}

// The wire types that vector tiles use.
const (
	wireVarint = 0
	wire64     = 1
	wireBytes  = 2
	wire32     = 5
)

// next goes to the next field, and tells whether there is one.
func (w *wire) next() bool {
	if w.err != nil || len(w.rest) == 0 {
		return false
	}
	whole := w.rest
	tag, ok := w.varint()
	w.field, w.kind, w.uint = tag>>3, tag&7, 0
	size := 0
	switch w.kind {
	case wireVarint:
		w.uint, ok = w.varint()
	case wire64:
		size = 8
	case wire32:
		size = 4
	case wireBytes:
		var n uint64
		n, ok = w.varint()
		ok = ok && n <= uint64(len(w.rest))
		size = int(min(n, uint64(len(w.rest))))
	default:
		ok = false
	}
	if !ok || size > len(w.rest) {
		w.err = errCut
		return false
	}
	w.value, w.rest = w.rest[:size:size], w.rest[size:]
	w.raw = whole[:len(whole)-len(w.rest)]
	return true
}

func (w *wire) varint() (uint64, bool) {
	v, n := binary.Uvarint(w.rest)
	if n <= 0 {
		return 0, false
	}
	w.rest = w.rest[n:]
	return v, true
}

// numbers reads a packed list of varints of 32 bits.
func numbers(dst []uint32, packed []byte) ([]uint32, bool) {
	for len(packed) > 0 {
		v, n := binary.Uvarint(packed)
		if n <= 0 || v > 1<<32-1 {
			return dst, false
		}
		dst, packed = append(dst, uint32(v)), packed[n:]
	}
	return dst, true
}
