package pmtiles

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qantar/geo/tiles"

	"github.com/paulmach/orb"
)

func openFile(t testing.TB, path string) *File {
	t.Helper()
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// content is what the fixtures hold as the data of a tile.
func content(id tiles.ID) string {
	x, y := id.X, id.Y
	return fmt.Sprintf("t%d", (x*7919+y*104729+id.Z*31+x*y%13)%61)
}

func everyTile(maxZoom int, visit func(tiles.ID)) {
	for z := range maxZoom + 1 {
		for x := range 1 << z {
			for y := range 1 << z {
				visit(tiles.ID{Z: z, X: x, Y: y})
			}
		}
	}
}

// TestLeaves reads every tile of a set that go-pmtiles 1.28.0 wrote: eight
// levels in six leaf directories, packed with gzip, tiles that are alike
// stored once.
func TestLeaves(t *testing.T) {
	f := openFile(t, "testdata/leaves.pmtiles")
	everyTile(7, func(id tiles.ID) {
		if got, err := f.Tile(id); err != nil || string(got) != content(id) {
			t.Fatalf("tile %v is %q, %v, want %q", id, got, err, content(id))
		}
	})
	if len(f.leaves) != 6 || f.kept < 20_000 {
		t.Errorf("%d leaf directories with %d entries are kept", len(f.leaves), f.kept)
	}
	if got, err := f.Tile(tiles.ID{Z: 8, X: 3, Y: 4}); got != nil || err != nil {
		t.Errorf("a tile below the last level is %q, %v", got, err)
	}
}

// TestSmall reads a set of packed vector tiles, by the same program.
func TestSmall(t *testing.T) {
	f := openFile(t, "testdata/small.pmtiles")
	everyTile(2, func(id tiles.ID) {
		got, err := f.Tile(id)
		if id == (tiles.ID{Z: 2, X: 3, Y: 3}) {
			if got != nil || err != nil {
				t.Errorf("the tile that is not there is %q, %v", got, err)
			}
			return
		}
		plain, unpackErr := tiles.Unpack(got, 100)
		if err != nil || unpackErr != nil || string(plain) != content(id) {
			t.Errorf("tile %v is %q, %v, %v, want %q", id, plain, err, unpackErr, content(id))
		}
	})
	m := f.Meta()
	if m.Name != "Fixture" || m.Attribution != "© Example" || m.Format != tiles.MVT || m.MinZoom != 0 || m.MaxZoom != 2 ||
		len(m.Layers) != 1 || m.Layers[0] != "water" || !m.Bounds.Contains(orb.Point{179, -84}) {
		t.Errorf("it says %+v", m)
	}
	for _, id := range []tiles.ID{{Z: -1}, {Z: 1, X: 2}, {Z: 60}} {
		if got, err := f.Tile(id); got != nil || err != nil {
			t.Errorf("%v, which cannot be, is %q, %v", id, got, err)
		}
	}
}

// directoryOf writes a directory of entries, as the specification has it.
func directoryOf(entries ...entry) []byte {
	out := binary.AppendUvarint(nil, uint64(len(entries)))
	last := uint64(0)
	for _, e := range entries {
		out = binary.AppendUvarint(out, e.id-last)
		last = e.id
	}
	for _, e := range entries {
		out = binary.AppendUvarint(out, uint64(e.run))
	}
	for _, e := range entries {
		out = binary.AppendUvarint(out, uint64(e.length))
	}
	for _, e := range entries {
		out = binary.AppendUvarint(out, e.offset+1)
	}
	return out
}

// plan is a file to be written, not packed, of PNG tiles of levels 0 to 3.
type plan struct{ root, leaves, data []byte }

func (p plan) write(t testing.TB, change func([]byte) []byte) string {
	t.Helper()
	b := make([]byte, headerBytes)
	copy(b, "PMTiles\x03")
	at := uint64(headerBytes)
	place := func(i int, part []byte) {
		binary.LittleEndian.PutUint64(b[8+16*i:], at)
		binary.LittleEndian.PutUint64(b[16+16*i:], uint64(len(part)))
		at += uint64(len(part))
	}
	place(0, p.root)
	place(1, nil)
	place(2, p.leaves)
	place(3, p.data)
	b[97], b[98], b[99], b[101] = packedNone, packedNone, 2, 3
	b = bytes.Join([][]byte{b, p.root, p.leaves, p.data}, nil)
	if change != nil {
		b = change(b)
	}
	path := filepath.Join(t.TempDir(), "x.pmtiles")
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func sound() plan {
	return plan{root: directoryOf(entry{id: 0, length: 3, run: 5}), data: []byte("abc")}
}

func TestOpenRefuses(t *testing.T) {
	set := func(at int, value ...byte) func([]byte) []byte {
		return func(b []byte) []byte { copy(b[at:], value); return b }
	}
	cases := []struct {
		name   string
		change func([]byte) []byte
		want   string
	}{
		{"a text", func([]byte) []byte { return []byte("Dear reader") }, "not a PMTiles"},
		{"empty", func([]byte) []byte { return nil }, "not a PMTiles"},
		{"cut in the header", func(b []byte) []byte { return b[:100] }, "cut short"},
		{"cut in the data", func(b []byte) []byte { return b[:len(b)-1] }, "cut short"},
		{"of version 2", set(7, 2), "version 2"},
		{"packed with zstd", set(98, packedZstd), "zstd"},
		{"directories packed with brotli", set(97, packedBrotli), "brotli"},
		{"packed with something", set(98, 77), "unknown way"},
		{"of AVIF", set(99, 5), "not supported"},
		{"upside down", set(100, 9, 3), "cut short"},
		{"too deep", set(101, 99), "cut short"},
		{"a root beyond the end", set(8, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), "cut short"},
		{"data whose end overflows", set(64, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), "cut short"},
		{"a root of no entries", set(headerBytes, 0), "cut short"},
		{"a root of absurdly many", set(headerBytes, 0xff, 0xff, 0x7f), "cut short"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			path := sound().write(t, c.change)
			f, err := Open(path)
			if err == nil {
				f.Close()
				t.Fatal("it opens")
			}
			if text := err.Error(); !strings.Contains(text, c.want) || !strings.Contains(text, path) || strings.Contains(text, "\n") {
				t.Errorf("it says %q, want %q in it", text, c.want)
			}
		})
	}
	if _, err := Open(t.TempDir()); err == nil {
		t.Error("a folder opens")
	}
	if _, err := Open(filepath.Join(t.TempDir(), "no")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

// TestHostileTiles: a directory that leads astray spoils its own tiles alone.
func TestHostileTiles(t *testing.T) {
	circle := directoryOf(entry{id: 0, length: 5})
	cases := []struct {
		name string
		plan plan
		want string
	}{
		{"beyond the data", plan{root: directoryOf(entry{offset: 1, length: 3, run: 1}), data: []byte("abc")}, "cut short"},
		{"an offset that overflows", plan{root: directoryOf(entry{offset: 1<<64 - 2, length: 3, run: 1}), data: []byte("abc")}, "cut short"},
		{"too large", plan{root: directoryOf(entry{length: tiles.MaxBytes + 1, run: 1}), data: make([]byte, tiles.MaxBytes+1)}, "more than"},
		{"a leaf beyond the leaves", plan{root: directoryOf(entry{length: 9}), leaves: circle}, "cut short"},
		{"a leaf that is none", plan{root: directoryOf(entry{length: 3}), leaves: []byte("\xff\xff\xff")}, "cut short"},
		{"leaves in a circle", plan{root: circle, leaves: circle}, "circle"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := openFile(t, c.plan.write(t, nil))
			got, err := f.Tile(tiles.ID{})
			if got != nil || err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "0/0/0") {
				t.Errorf("%q, %v, want %q in it", got, err, c.want)
			}
		})
	}
}

func TestReadDirectory(t *testing.T) {
	want := []entry{{id: 3, offset: 0, length: 10, run: 2}, {id: 7, offset: 10, length: 1, run: 1}, {id: 1 << 40, offset: 5, length: 0, run: 0}}
	got, err := readDirectory(directoryOf(want...))
	if err != nil || len(got) != len(want) {
		t.Fatalf("%v, %v", got, err)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("entry %d is %+v, want %+v", i, got[i], want[i])
		}
	}
	for id, found := range map[uint64]bool{2: false, 3: true, 4: true, 5: false, 7: true, 8: false, 1 << 40: true, 1 << 41: true} {
		if _, ok := find(got, id); ok != found {
			t.Errorf("%d is found: %v", id, ok)
		}
	}
	joined := []byte{2, 0, 1, 1, 1, 4, 5, 1, 0} // the second right behind the first
	if got, err := readDirectory(joined); err != nil || got[1].offset != 4 {
		t.Errorf("%v, %v", got, err)
	}
	for name, bad := range map[string][]byte{
		"the same id twice":         {2, 0, 0, 1, 1, 1, 1, 1, 1},
		"nothing to be behind":      {1, 0, 1, 1, 0},
		"a length of 33 bits":       {1, 0, 1, 0xff, 0xff, 0xff, 0xff, 0x7f, 1},
		"a number without an end":   {1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff},
		"fewer columns than wanted": {2, 0, 1, 1, 1, 1, 1, 1},
	} {
		if got, err := readDirectory(bad); err == nil {
			t.Errorf("%s is read as %v", name, got)
		}
	}
}

// inMemory is a file that is not on a disk.
type inMemory struct{ *bytes.Reader }

func (inMemory) Close() error { return nil }

// FuzzFile: whatever the file, opening it and asking for tiles neither panics
// nor returns more than a tile may hold.
func FuzzFile(f *testing.F) {
	for _, name := range []string{"testdata/small.pmtiles"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, p := range []plan{sound(), {root: directoryOf(entry{length: 5}), leaves: directoryOf(entry{length: 5})}} {
		data, err := os.ReadFile(p.write(f, nil))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := read("x.pmtiles", inMemory{bytes.NewReader(data)}, uint64(len(data)))
		if err != nil {
			return
		}
		everyTile(3, func(id tiles.ID) {
			if got, err := file.Tile(id); len(got) > tiles.MaxBytes || err != nil && got != nil {
				t.Fatalf("tile %v has %d bytes, %v", id, len(got), err)
			}
		})
	})
}

// FuzzDirectory: a directory that is read and written again is the same.
func FuzzDirectory(f *testing.F) {
	f.Add(directoryOf(entry{id: 3, length: 10, run: 2}, entry{id: 7, offset: 10, length: 1}))
	f.Fuzz(func(t *testing.T, data []byte) {
		entries, err := readDirectory(data)
		if err != nil {
			return
		}
		for i := range entries {
			if entries[i].offset == 1<<64-1 {
				return // has no form of its own
			}
		}
		again, err := readDirectory(directoryOf(entries...))
		if err != nil {
			t.Fatal(err)
		}
		for i := range entries {
			if again[i] != entries[i] {
				t.Fatalf("entry %d is %+v, then %+v", i, entries[i], again[i])
			}
		}
	})
}

func BenchmarkTile(b *testing.B) {
	f := openFile(b, "testdata/leaves.pmtiles")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := f.Tile(tiles.ID{Z: 7, X: i & 127, Y: i >> 7 & 127}); err != nil {
			b.Fatal(err)
		}
	}
}
