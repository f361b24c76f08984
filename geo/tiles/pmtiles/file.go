package pmtiles

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"qantar/geo/tiles"
)

// What a file may hold at most.
const (
	maxPacked   = 4 << 20  // bytes of a directory or the metadata, as stored
	maxUnpacked = 16 << 20 // and unpacked
	maxDepth    = 4        // directories to go through for one tile
	keptEntries = 1 << 19  // of leaf directories, kept in memory
)

// input is what a set is read from: a file.
type input interface {
	io.ReaderAt
	io.Closer
}

// File is an open set of tiles. It may be used from several goroutines.
type File struct {
	path   string
	in     input
	size   uint64
	header header
	meta   tiles.Meta
	root   []entry

	mu     sync.Mutex
	leaves map[section][]entry
	kept   int // entries of leaves
}

// Open opens a local file and reads its first directory and its metadata.
func Open(path string) (*File, error) {
	f, err := open(path)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be used as a map: %w", path, err)
	}
	return f, nil
}

func open(path string) (_ *File, err error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, in.Close())
		}
	}()
	info, err := in.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNotOurs
	}
	return read(path, in, uint64(info.Size()))
}

func read(path string, in input, size uint64) (*File, error) {
	f := &File{path: path, in: in, size: size, leaves: map[section][]entry{}}
	return f, f.begin()
}

// begin reads what every tile needs.
func (f *File) begin() error {
	first := make([]byte, headerBytes)
	n, err := f.in.ReadAt(first, 0)
	if err != nil && err != io.EOF {
		return err
	}
	if f.header, err = readHeader(first[:n], f.size); err != nil {
		return err
	}
	if f.root, err = f.directory(f.header.root); err != nil {
		return err
	}
	f.readMeta()
	return nil
}

// Close closes the file.
func (f *File) Close() error { return f.in.Close() }

// Meta implements tiles.Source.
func (f *File) Meta() tiles.Meta { return f.meta }

// readMeta takes the set's words from its JSON. A set whose words cannot be
// read is still a map.
func (f *File) readMeta() {
	values := map[string]string{}
	if text, err := f.unpacked(f.header.metadata); err == nil {
		values["json"] = string(text)
		var fields map[string]any
		_ = json.Unmarshal(text, &fields) // nothing is read of what is no JSON
		for _, key := range []string{"name", "attribution"} {
			values[key], _ = fields[key].(string)
		}
	}
	f.meta = tiles.FromMetadata(values)
	f.meta.Format, f.meta.MinZoom, f.meta.MaxZoom = f.header.format, int(f.header.minZoom), int(f.header.maxZoom)
	const unit = 1e-7 // degrees
	b := f.header.bounds
	f.meta.Bounds = tiles.Bounded(float64(b[0])*unit, float64(b[1])*unit, float64(b[2])*unit, float64(b[3])*unit)
}

// Tile implements tiles.Source. It reads the file once, and once more for each
// directory that it has not kept.
func (f *File) Tile(id tiles.ID) ([]byte, error) {
	if !id.Valid() {
		return nil, nil
	}
	data, err := f.tile(number(id))
	if err != nil {
		return nil, fmt.Errorf("tile %v of %s: %w", id, f.path, err)
	}
	return data, nil
}

func (f *File) tile(n uint64) ([]byte, error) {
	entries := f.root
	for range maxDepth {
		e, found := find(entries, n)
		switch {
		case !found:
			return nil, nil
		case e.run > 0:
			return f.part(f.header.data, e, tiles.MaxBytes)
		}
		var err error
		if entries, err = f.leaf(e); err != nil {
			return nil, err
		}
	}
	return nil, errors.New("its directories lie too deep or go in a circle")
}

// part reads what an entry points to in a section of the file.
func (f *File) part(in section, e entry, limit uint64) ([]byte, error) {
	part := section{e.offset, uint64(e.length)}
	if !part.within(in.length) {
		return nil, errCut
	}
	return f.bytes(section{in.offset + e.offset, part.length}, limit)
}

func (f *File) bytes(s section, limit uint64) ([]byte, error) {
	switch {
	case !s.within(f.size):
		return nil, errCut
	case s.length > limit:
		return nil, fmt.Errorf("it takes %d bytes, more than %d", s.length, limit)
	}
	data := make([]byte, s.length)
	if _, err := f.in.ReadAt(data, int64(s.offset)); err != nil {
		return nil, fmt.Errorf("reading: %w", err)
	}
	return data, nil
}

func (f *File) unpacked(s section) ([]byte, error) {
	data, err := f.bytes(s, maxPacked)
	if err != nil || f.header.internal == packedNone {
		return data, err
	}
	return tiles.Unpack(data, maxUnpacked)
}

func (f *File) directory(s section) ([]entry, error) {
	data, err := f.unpacked(s)
	if err != nil {
		return nil, err
	}
	return readDirectory(data)
}

// leaf returns the directory that an entry points to, and keeps it.
func (f *File) leaf(e entry) ([]entry, error) {
	part := section{e.offset, uint64(e.length)}
	if !part.within(f.header.leaves.length) {
		return nil, errCut
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if kept, ok := f.leaves[part]; ok {
		return kept, nil
	}
	entries, err := f.directory(section{f.header.leaves.offset + part.offset, part.length})
	if err != nil {
		return nil, err
	}
	if f.kept+len(entries) > keptEntries {
		clear(f.leaves)
		f.kept = 0
	}
	f.leaves[part] = entries
	f.kept += len(entries)
	return entries, nil
}
