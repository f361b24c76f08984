package sqlite

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"qantar/store"
)

// change writes bytes into a file at an offset.
func change(t *testing.T, path string, offset int64, with []byte) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteAt(with, offset); err != nil {
		t.Fatal(err)
	}
}

// alter runs SQL on a store as a hostile editor might.
func alter(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite3", dsn(path, "mode=rw"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

func word(v uint32) []byte { return binary.BigEndian.AppendUint32(nil, v) }

func TestOpenRefuses(t *testing.T) {
	tests := []struct {
		name string
		harm func(t *testing.T, path string)
		want Code
	}{
		{"missing", func(t *testing.T, path string) { os.Remove(path) }, NotFound},
		{"a folder", func(t *testing.T, path string) { os.Remove(path); os.Mkdir(path, 0o755) }, NotOurs},
		{"empty", func(t *testing.T, path string) { os.Truncate(path, 0) }, NotOurs},
		{"a text", func(t *testing.T, path string) { change(t, path, 0, []byte("Dear reader,    ")) }, NotOurs},
		{"another application", func(t *testing.T, path string) { change(t, path, 68, word(1)) }, NotOurs},
		{"newer", func(t *testing.T, path string) { change(t, path, 60, word(SchemaVersion+1)) }, Newer},
		{"older", func(t *testing.T, path string) { change(t, path, 60, word(0)) }, Older},
		{"of the schema before", func(t *testing.T, path string) { change(t, path, 60, word(SchemaVersion-1)) }, Older},
		{"cut short", func(t *testing.T, path string) { os.Truncate(path, 5000) }, Damaged},
		{"only the header", func(t *testing.T, path string) { os.Truncate(path, 99) }, Damaged},
		{"a spoilt page", func(t *testing.T, path string) { change(t, path, 4096*3, []byte(strings.Repeat("x", 4096))) }, Damaged},
		{"write-ahead log", func(t *testing.T, path string) { change(t, path, 18, []byte{2, 2}) }, Damaged},
		{"a trigger more", func(t *testing.T, path string) {
			alter(t, path, "CREATE TRIGGER x AFTER INSERT ON events BEGIN SELECT 1; END")
		}, Damaged},
		{"a table less", func(t *testing.T, path string) { alter(t, path, "DROP TABLE search") }, Damaged},
		{"a place that is not there", func(t *testing.T, path string) { alter(t, path, "UPDATE events SET place = 'nowhere'") }, Damaged},
		{"a figure of an event that is not there", func(t *testing.T, path string) { alter(t, path, "UPDATE figures SET event = 'nowhere'") }, Damaged},
		{"a figure with number and words", func(t *testing.T, path string) {
			alter(t, path, "PRAGMA ignore_check_constraints = ON; UPDATE figures SET words = 'many'")
		}, Damaged},
		{"a member that is nothing", func(t *testing.T, path string) {
			alter(t, path, "PRAGMA ignore_check_constraints = ON; UPDATE disagreement_members SET figure = NULL")
		}, Damaged},
		{"a scene of an event that is not there", func(t *testing.T, path string) { alter(t, path, "UPDATE scene_highlights SET value = 'nowhere'") }, Damaged},
		{"a scene of no story", func(t *testing.T, path string) { alter(t, path, "UPDATE scenes SET story = story + 7") }, Damaged},
		{"a scene of a mode that is not known", func(t *testing.T, path string) {
			alter(t, path, "PRAGMA ignore_check_constraints = ON; UPDATE scenes SET mode = 'night'")
		}, Damaged},
		{"a playhead outside its window", func(t *testing.T, path string) {
			alter(t, path, "PRAGMA ignore_check_constraints = ON; UPDATE scenes SET playhead_earliest = 0, playhead_latest = 0")
		}, Damaged},
		{"parents in a circle", func(t *testing.T, path string) {
			alter(t, path, "UPDATE places SET parent = 'square' WHERE id = 'kazakhstan'")
		}, Damaged},
		{"an importance of 9", func(t *testing.T, path string) {
			alter(t, path, "PRAGMA ignore_check_constraints = ON; UPDATE events SET importance = 9")
		}, Damaged},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a ?#%41 name.qantar")
			if err := Build(t.Context(), path, made(t)); err != nil {
				t.Fatal(err)
			}
			tt.harm(t, path)
			db, err := Open(path)
			if db != nil {
				db.Close()
			}
			if CodeOf(err) != tt.want {
				t.Fatalf("code %q of %v, want %q", CodeOf(err), err, tt.want)
			}
			if message := err.Error(); !strings.Contains(message, path) || !strings.Contains(message, ";") || strings.Contains(message, "\n") {
				t.Errorf("sentence %q", message)
			}
			if errors.Unwrap(err) == nil {
				t.Error("the cause is lost")
			}
		})
	}
}

func TestBuildRefuses(t *testing.T) {
	t.Run("to overwrite what is not ours", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "letter.txt")
		if err := os.WriteFile(path, []byte("Dear reader"), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := Build(t.Context(), path, made(t)); CodeOf(err) != NotOurs {
			t.Errorf("error %v", err)
		}
		if text, _ := os.ReadFile(path); string(text) != "Dear reader" {
			t.Errorf("the file now holds %.20q", text)
		}
	})
	t.Run("a folder that is not there", func(t *testing.T) {
		if err := Build(t.Context(), filepath.Join(t.TempDir(), "no", "x.qantar"), made(t)); CodeOf(err) != NotFound {
			t.Errorf("error %v", err)
		}
	})
	t.Run("a collection that does not hold together, leaving nothing behind", func(t *testing.T) {
		folder, c := t.TempDir(), made(t)
		c.Events[0].Place = "nowhere"
		if err := Build(t.Context(), filepath.Join(folder, "x.qantar"), c); CodeOf(err) != Failed {
			t.Errorf("error %v", err)
		}
		checkEmpty(t, folder)
	})
	t.Run("a disagreement about a figure that is not there", func(t *testing.T) {
		folder, c := t.TempDir(), made(t)
		c.Disagreements[0].Members[0].Figure = "nowhere"
		if err := Build(t.Context(), filepath.Join(folder, "x.qantar"), c); CodeOf(err) != Failed {
			t.Errorf("error %v", err)
		}
		checkEmpty(t, folder)
	})
	t.Run("when stopped, leaving nothing behind", func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		stop()
		folder := t.TempDir()
		if err := Build(ctx, filepath.Join(folder, "x.qantar"), made(t)); !errors.Is(err, context.Canceled) {
			t.Errorf("error %v", err)
		}
		checkEmpty(t, folder)
	})
}

func checkEmpty(t *testing.T, folder string) {
	t.Helper()
	if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestReadOnlyFolder(t *testing.T) {
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Create(filepath.Join(folder, "probe")); err == nil {
		f.Close()
		t.Skip("this user may write everywhere")
	}
	if err := Build(t.Context(), filepath.Join(folder, "x.qantar"), made(t)); CodeOf(err) != ReadOnly {
		t.Errorf("error %v", err)
	}
}

// /dev/full is a disk with no room, where the system has it.
func TestClassifyFull(t *testing.T) {
	f, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here:", err)
	}
	defer f.Close()
	_, err = f.WriteString("x")
	if got := CodeOf(classify("x", err)); got != Full {
		t.Errorf("%v has code %q", err, got)
	}
}

func TestEnsure(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data", "made.qantar")
	loads := 0
	ensure := func(t *testing.T, hash string) *DB {
		t.Helper()
		db, err := Ensure(t.Context(), path, hash, func() (*store.Collection, error) {
			loads++
			c := made(t)
			c.Hash = hash
			return c, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { db.Close() })
		return db
	}
	steps := []struct {
		name  string
		harm  func()
		hash  string
		loads int
	}{
		{"absent", func() {}, "one", 1},
		{"up to date", func() {}, "one", 1},
		{"another hash", func() {}, "two", 2},
		{"damaged", func() { os.Truncate(path, 3000) }, "two", 3},
		{"not ours", func() { os.WriteFile(path, []byte("x"), 0o644) }, "two", 4},
		{"newer", func() { change(t, path, 60, word(99)) }, "two", 5},
		{"of the schema before", func() { change(t, path, 60, word(SchemaVersion-1)) }, "two", 6},
		{"up to date again", func() {}, "two", 6},
	}
	for _, step := range steps {
		t.Run(step.name, func(t *testing.T) {
			step.harm()
			if db := ensure(t, step.hash); db.Hash() != step.hash || loads != step.loads {
				t.Errorf("hash %q after %d loads, want %q after %d", db.Hash(), loads, step.hash, step.loads)
			}
		})
	}
}

func TestEnsureAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "made.qantar")
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			db, err := Ensure(t.Context(), path, "hash of made", func() (*store.Collection, error) { return made(t), nil })
			if err != nil {
				t.Error(err)
				return
			}
			defer db.Close()
			if ids, err := db.Find(t.Context(), store.Query{}); err != nil || len(ids) != 3 {
				t.Error(ids, err)
			}
		})
	}
	group.Wait()
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestOpenOnlyReads(t *testing.T) {
	db := built(t, made(t))
	if _, err := db.sql.Exec("DELETE FROM events"); err == nil {
		t.Error("an opened store can be changed")
	}
}
