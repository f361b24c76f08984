package tileset

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qantar/geo/tiles"
)

func TestOpen(t *testing.T) {
	source, err := Open("../../../geo/tiles/pmtiles/testdata/small.pmtiles")
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close()
	if m := source.Meta(); m.Name != "Fixture" || m.Format != tiles.MVT {
		t.Errorf("it says %+v", m)
	}
}

func TestOpenRefuses(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"a text":            {"Dear reader, this is a letter", "not a map"},
		"nothing":           {"", "not a map"},
		"a PMTiles no more": {"PMTiles\x03", "cannot be used as a map"},
		"a SQLite no more":  {"SQLite format 3\x00", "cannot be used as a map"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.pmtiles")
			if err := os.WriteFile(path, []byte(c.text), 0o644); err != nil {
				t.Fatal(err)
			}
			source, err := Open(path)
			if source != nil || err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), path) {
				t.Errorf("%v, %v, want %q in it", source, err, c.want)
			}
		})
	}
	if source, err := Open(filepath.Join(t.TempDir(), "none")); source != nil || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v, %v", source, err)
	}
	if source, err := Open(t.TempDir()); source != nil || err == nil {
		t.Errorf("a folder: %v, %v", source, err)
	}
}
