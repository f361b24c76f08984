package sqlite

import (
	"runtime"
	"strings"
	"testing"
	gotime "time"

	"github.com/mattn/go-sqlite3"
)

// TestEventsThatCannotBePrepared: a file without tables is an error, and leaves
// no goroutine behind that would wait for statements.
func TestEventsThatCannotBePrepared(t *testing.T) {
	conn, err := (&sqlite3.SQLiteDriver{}).Open(":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if w, err := newEventWriter(conn.(*sqlite3.SQLiteConn), made(t)); w != nil || err == nil {
		t.Fatalf("without tables it is ready to write, error %v", err)
	}
	stacks := make([]byte, 1<<20)
	for began := gotime.Now(); strings.Contains(string(stacks[:runtime.Stack(stacks, true)]), ".(*queue).run("); runtime.Gosched() {
		if gotime.Since(began) > 10*gotime.Second {
			t.Fatal("the queue still runs")
		}
	}
}
