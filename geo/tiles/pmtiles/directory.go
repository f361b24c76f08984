package pmtiles

import (
	"encoding/binary"
	"math"
	"sort"
)

// entry of a directory: where a run of tiles that are all alike lies, or, with
// a run of 0, where the directory of all tiles from id on lies.
type entry struct {
	id     uint64
	offset uint64
	length uint32
	run    uint32
}

// maxEntries is how many entries one directory may have.
const maxEntries = 1 << 19

// column reads varints one after the other.
type column struct {
	rest []byte
	bad  bool
}

func (c *column) next() uint64 {
	v, n := binary.Uvarint(c.rest)
	if n <= 0 {
		c.bad, c.rest = true, nil
		return 0
	}
	c.rest = c.rest[n:]
	return v
}

// small reads a number of at most 32 bits.
func (c *column) small() uint32 {
	v := c.next()
	if v > math.MaxUint32 {
		c.bad = true
	}
	return uint32(v)
}

// readDirectory reads a directory: the number of entries, then the column of
// each of their fields. Ids rise, or it is damaged.
func readDirectory(data []byte) ([]entry, error) {
	c := &column{rest: data}
	count := c.next()
	if c.bad || count == 0 || count > maxEntries || count > uint64(len(c.rest))/4 { // four columns of at least a byte each
		return nil, errCut
	}
	entries := make([]entry, count)
	id := uint64(0)
	for i := range entries {
		step := c.next()
		if i > 0 && step == 0 || id+step < id {
			return nil, errCut
		}
		id += step
		entries[i].id = id
	}
	for i := range entries {
		entries[i].run = c.small()
	}
	for i := range entries {
		entries[i].length = c.small()
	}
	if !c.offsets(entries) || c.bad {
		return nil, errCut
	}
	return entries, nil
}

// offsets reads the last column: 0 is the byte behind the entry before, and
// others count from 1.
func (c *column) offsets(entries []entry) bool {
	for i := range entries {
		v := c.next()
		switch {
		case v > 0:
			entries[i].offset = v - 1
		case i == 0:
			return false
		default:
			before := &entries[i-1]
			entries[i].offset = before.offset + uint64(before.length)
		}
	}
	return true
}

// find returns the entry that holds a tile, or the directory that may.
func find(entries []entry, id uint64) (entry, bool) {
	i := sort.Search(len(entries), func(i int) bool { return entries[i].id > id }) - 1
	if i < 0 {
		return entry{}, false
	}
	e := entries[i]
	return e, e.run == 0 || id-e.id < uint64(e.run)
}
