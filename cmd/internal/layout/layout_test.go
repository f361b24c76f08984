package layout

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const (
	root   = "../../.."
	module = "qantar"
	fyne   = "fyne.io/fyne/v2"
)

// pkg is what go list tells of a package.
type pkg struct {
	ImportPath    string
	Imports, Deps []string
}

// packages are those of the module, by room.
func packages(t *testing.T) map[string]pkg {
	t.Helper()
	readFolders(t)
	list := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports,Deps", "./...")
	list.Dir = root
	out, err := list.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("go list: %v\n%s", err, exit.Stderr)
		}
		t.Skipf("the go command is not here to list the packages: %v", err)
	}
	found := map[string]pkg{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return found
		} else if err != nil {
			t.Fatal(err)
		}
		if room, ok := roomOf(p.ImportPath); ok {
			found[room] = p
		}
	}
}

// readFolders opens every folder of the module. A test's result is kept while
// the files that it opened stay as they are, and go list opens them unseen.
func readFolders(t *testing.T) {
	t.Helper()
	for _, folder := range []string{"cmd", "ui", "geo", "store", "assets", "seeds"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(_ string, _ fs.DirEntry, err error) error { return err })
		if err != nil {
			t.Fatal(err)
		}
	}
}

// roomOf is the room of an import path of this module.
func roomOf(path string) (string, bool) { return strings.CutPrefix(path, module+"/") }

func TestArrows(t *testing.T) {
	found := packages(t)
	for room, p := range found {
		t.Run(room, func(t *testing.T) {
			allowed, ok := rooms[room]
			if !ok {
				t.Fatal("this room is not in the table; add it there and in README.md")
			}
			for _, path := range p.Imports {
				if to, ok := roomOf(path); ok && !allows(allowed, to) {
					t.Errorf("it imports %s, which the table does not allow", to)
				}
				if slices.Contains(databases, path) && room != withSQL {
					t.Errorf("it imports %s; only %s knows SQL", path, withSQL)
				}
			}
			if !slices.Contains(withFyne, room) {
				for _, path := range p.Deps {
					if path == fyne || strings.HasPrefix(path, fyne+"/") {
						t.Fatalf("it depends on %s; only %v may", path, withFyne)
					}
				}
			}
		})
	}
	for room := range rooms {
		if _, ok := found[room]; !ok {
			t.Errorf("%s is in the table, but there is no such package", room)
		}
	}
}

// allows tells whether one of the patterns of the table names a room.
func allows(patterns []string, room string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		folder, all := strings.CutSuffix(pattern, "/*")
		switch {
		case pattern == "*" || room == folder:
			return true
		case all:
			return strings.HasPrefix(room, folder+"/")
		default:
			return pattern == "store" && room == "store/when"
		}
	})
}

func TestAllows(t *testing.T) {
	cases := []struct {
		pattern, room string
		want          bool
	}{
		{"geo", "geo", true}, {"geo", "geo/basemap", false}, {"geo/*", "geo", true}, {"geo/*", "geo/basemap", true},
		{"geo/*", "geography", false}, {"store", "store/when", true}, {"store", "store/sqlite", false}, {"*", "ui/state", true},
	}
	for _, c := range cases {
		if got := allows([]string{c.pattern}, c.room); got != c.want {
			t.Errorf("%s allows %s: %v", c.pattern, c.room, got)
		}
	}
}

func TestTopLevel(t *testing.T) {
	found, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range found {
		if !slices.Contains(entries, e.Name()) {
			t.Errorf("%s stands at the top level; it belongs into one of the folders there", e.Name())
		}
	}
}

var (
	row    = regexp.MustCompile("(?m)^\\| (`[^|]+) \\|[^|]*\\| ([^|]+) \\|$")
	quoted = regexp.MustCompile("`([^`]+)`")
)

// TestReadmeHasTheSameTable reads the rows of README.md that begin with a room.
func TestReadmeHasTheSameTable(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "## Layout")
	table, _, _ = strings.Cut(table, "\n## ")
	listed := map[string][]string{}
	for _, cells := range row.FindAllStringSubmatch(table, -1) {
		for _, room := range inQuotes(cells[1]) {
			listed[room] = allowedBy(cells[2])
		}
	}
	for room, want := range rooms {
		got, ok := listed[room]
		if !ok {
			t.Errorf("README.md does not name %s in its table under Layout", room)
		} else if !sameSet(got, want) {
			t.Errorf("README.md lets %s import %v, the test's table %v", room, got, want)
		}
	}
	for room := range listed {
		if _, ok := rooms[room]; !ok {
			t.Errorf("README.md names %s, which the test's table lacks", room)
		}
	}
}

func inQuotes(cell string) (names []string) {
	for _, m := range quoted.FindAllStringSubmatch(cell, -1) {
		names = append(names, m[1])
	}
	return names
}

func allowedBy(cell string) []string {
	names := inQuotes(cell)
	for phrase, pattern := range phrases {
		if strings.Contains(cell, phrase) {
			names = append(names, pattern)
		}
	}
	return names
}

func sameSet(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}
