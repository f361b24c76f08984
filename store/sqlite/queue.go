package sqlite

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"sync/atomic"
	gotime "time"

	"github.com/mattn/go-sqlite3"
)

// part is what a statement is run for; the time is kept by part.
type part int

const (
	rowPart part = iota
	reportPart
	treePart
	textPart
	parts
)

// queue runs statements in a goroutine of its own, while the next ones are made
// ready. They go over in batches. Of a batch, the statements of one part are run
// in the order in which they came, after those of the parts before it: what is
// used again at once is still at hand.
type queue struct {
	batch      *batch
	full, free chan *batch
	failed     atomic.Bool
	err        error                  // of the first statement that failed; the goroutine's until done is closed
	spent      [parts]gotime.Duration // likewise
	done       chan struct{}
}

// batch is statements with their arguments, all in one slice.
type batch struct {
	jobs []job
	args []driver.NamedValue
}

type job struct {
	statement *sqlite3.SQLiteStmt
	part      part
	first     int // of its arguments
}

// batchArgs is how many arguments a batch has room for.
const batchArgs = 1 << 15

func newQueue() *queue {
	q := &queue{full: make(chan *batch, 2), free: make(chan *batch, 3), done: make(chan struct{})}
	for range cap(q.free) {
		q.free <- &batch{args: make([]driver.NamedValue, 0, batchArgs)}
	}
	q.batch = <-q.free
	go q.run()
	return q
}

// errQueue stands for the error that close tells.
var errQueue = errors.New("a statement has failed")

// add takes a statement and returns its arguments, to be filled in before the
// next is added.
func (q *queue) add(statement *sqlite3.SQLiteStmt, part part, args int) []driver.NamedValue {
	b := q.batch
	if len(b.args)+args > batchArgs {
		q.full <- b
		b = <-q.free
		q.batch = b
	}
	first := len(b.args)
	b.args = b.args[:first+args]
	b.jobs = append(b.jobs, job{statement, part, first})
	return b.args[first:]
}

// check tells early that there is no sense in going on.
func (q *queue) check() error {
	if q.failed.Load() {
		return errQueue
	}
	return nil
}

// close waits until everything is done, and returns what went wrong first.
func (q *queue) close() error {
	q.full <- q.batch
	close(q.full)
	<-q.done
	return q.err
}

func (q *queue) run() {
	defer close(q.done)
	for b := range q.full {
		if q.err == nil {
			q.err = b.run(&q.spent)
			q.failed.Store(q.err != nil)
		}
		clear(b.args)
		b.jobs, b.args = b.jobs[:0], b.args[:0]
		q.free <- b
	}
}

// run runs all statements and adds the time to what was spent on their parts.
func (b *batch) run(spent *[parts]gotime.Duration) error {
	for part := range parts {
		began := gotime.Now()
		for i, j := range b.jobs {
			if j.part != part {
				continue
			}
			last := len(b.args)
			if i+1 < len(b.jobs) {
				last = b.jobs[i+1].first
			}
			if err := runOnce(j.statement, b.args[j.first:last]); err != nil {
				return err
			}
		}
		spent[part] += gotime.Since(began)
	}
	return nil
}

// runOnce runs a statement that gives no rows. Query hands all values to SQLite
// in one call and runs the statement at once, where Exec makes a call for each.
// Its rows need no closing: the statement is at its end, and the next run or the
// end of its inserter resets it.
func runOnce(statement *sqlite3.SQLiteStmt, args []driver.NamedValue) error {
	if _, err := statement.QueryContext(context.Background(), args); err != nil {
		return fmt.Errorf("row %v: %w", args[0].Value, err)
	}
	return nil
}
