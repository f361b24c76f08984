package sqlite

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"qantar/store"
)

func sameEvent(a, b *store.Event) bool { return reflect.DeepEqual(a, b) }

func TestColumns(t *testing.T) {
	for _, n := range []int{0, 1, 3000, chunkEvents, chunkEvents + 1} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			c := varied(t, n)
			want, err := store.Pack(c)
			if err != nil {
				t.Fatal(err)
			}
			got, err := built(t, c).Columns(t.Context())
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("the columns have changed on the way, %v", err)
			}
		})
	}
}

func TestFrame(t *testing.T) {
	want := made(t)
	want.Events = nil
	got, err := built(t, made(t)).Frame(t.Context())
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v, %v\nwant %+v", got, err, want)
	}
}

// chunked is a file of two chunks of columns.
var chunked = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "qantar-test-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "chunked.qantar")
	if err := Build(context.Background(), path, varied(new(testing.T), 20_000)); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// hostile alters a store of 20,000 events and opens it as one that is too large
// to be checked through at once.
func hostile(t *testing.T, statement string) *DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "hostile.qantar")
	content, err := chunked()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	alter(t, path, "PRAGMA ignore_check_constraints = ON;"+statement)
	db, err := open(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestHostileColumns(t *testing.T) {
	tests := map[string]string{
		"none":               "DELETE FROM columns",
		"a chunk less":       "DELETE FROM columns WHERE n = 1",
		"a chunk more":       "INSERT INTO columns VALUES (3, zeroblob(40))",
		"an empty chunk":     "INSERT INTO columns VALUES (3, x'')",
		"a byte short":       "UPDATE columns SET data = substr(data, 1, length(data) - 1) WHERE n = 2",
		"cut elsewhere":      "INSERT INTO columns SELECT 3, substr(data, 1, 40) FROM columns WHERE n = 2; UPDATE columns SET data = substr(data, 41) WHERE n = 2",
		"out of order":       "UPDATE columns SET data = CAST(substr(data, 131065, 8) || substr(data, 9) AS BLOB) WHERE n = 1",
		"unknown flags":      "UPDATE columns SET data = CAST(substr(data, 1, length(data) - 1) || x'ff' AS BLOB) WHERE n = 2",
		"zeros":              "UPDATE columns SET data = zeroblob(length(data)) WHERE n = 2",
		"fewer events":       "DELETE FROM events WHERE n > 19000",
		"a far event":        "UPDATE events SET n = 1999999 WHERE n = 20000",
		"one byte":           "UPDATE columns SET data = CAST('x' AS BLOB) WHERE n = 1",
		"no events but rows": "DELETE FROM events",
	}
	for name, statement := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := hostile(t, statement).Columns(t.Context()); CodeOf(err) != Damaged {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestHostileEvents(t *testing.T) {
	tests := map[string]string{
		"not there":               "DELETE FROM events WHERE n = 7",
		"an unknown place":        "UPDATE events SET place = 'nowhere' WHERE n = 7",
		"an unknown category":     "UPDATE events SET category = 'nothing' WHERE n = 7",
		"an unknown source":       "UPDATE reports SET source = 'nobody' WHERE event = 7",
		"an unknown area":         "INSERT INTO event_areas VALUES (7, 9, 'nowhere')",
		"an unknown person":       "INSERT INTO event_people VALUES (7, 9, 'nobody')",
		"an importance of 9":      "UPDATE events SET importance = 9 WHERE n = 7",
		"a nature that is none":   "UPDATE events SET when_nature = 3 WHERE n = 7",
		"an end before the start": "UPDATE events SET when_latest = when_earliest - 1 WHERE n = 7",
		"a nature out of range":   "UPDATE events SET when_nature = 1000 WHERE n = 7",
		"paragraphs that are not": "UPDATE reports SET paragraphs = '[1,' WHERE event = 7",
		"too many areas":          "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x <= 10001) INSERT INTO event_areas SELECT 7, x, 'moscow' FROM c",
	}
	for name, statement := range tests {
		t.Run(name, func(t *testing.T) {
			db := hostile(t, statement)
			if e, err := db.Event(6); err == nil || e != nil {
				t.Errorf("event %+v, %v", e, err)
			}
			if err := db.Verify(t.Context()); CodeOf(err) == "" {
				t.Errorf("Verify says %v", err)
			}
		})
	}
}

func TestVerify(t *testing.T) {
	tests := map[string]string{
		"":                        "",
		"columns of another time": "UPDATE events SET when_latest = when_latest + 1 WHERE n = 7",
		"another place":           "UPDATE events SET place = 'moscow' WHERE n = 7",
		"another source":          "DELETE FROM reports WHERE event = 7",
		"a condition":             "UPDATE events SET condition = NOT condition WHERE n = 7",
		"further areas":           "DELETE FROM event_areas",
		"a report of no event":    "UPDATE reports SET n = n + 9999999 WHERE event = 7",
	}
	for name, statement := range tests {
		t.Run(name, func(t *testing.T) {
			want := Code("")
			if statement != "" {
				want = Damaged
			}
			db := hostile(t, statement)
			for range 2 {
				if err := db.Verify(t.Context()); CodeOf(err) != want {
					t.Errorf("error %v", err)
				}
			}
		})
	}
}
