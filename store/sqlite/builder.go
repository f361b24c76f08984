package sqlite

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	gotime "time"

	"qantar/store"

	"github.com/mattn/go-sqlite3"
)

// builder fills one new file and keeps the time.
type builder struct {
	frame *store.Collection
	spent Spent
}

// building are the options of a file in the making: no journal and no sync by
// SQLite, as a half-written file is thrown away, and room for the pages that
// are written to again and again.
const building = "mode=rw&_journal_mode=OFF&_sync=OFF&_locking_mode=EXCLUSIVE&_cache_size=-65536"

// file creates, fills and syncs a new file.
func (b *builder) file(ctx context.Context, path string, events iter.Seq2[*store.Event, error]) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer func() {
		if err == nil {
			began := gotime.Now()
			err = f.Sync()
			b.spent.Rest += gotime.Since(began)
		}
		err = errors.Join(err, f.Close())
	}()
	conn, err := (&sqlite3.SQLiteDriver{ConnectHook: harden}).Open(dsn(path, building))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	return b.fill(ctx, &writer{conn: conn.(*sqlite3.SQLiteConn)}, events)
}

// fill writes all tables. References are checked by SQLite for the few rows of
// the frame, the figures and the stories; for events the writer has looked them up.
func (b *builder) fill(ctx context.Context, w *writer, events iter.Seq2[*store.Event, error]) error {
	w.exec(schemaSQL)
	w.exec("PRAGMA foreign_keys = ON; BEGIN")
	w.rows(func() { w.frame(b.frame) })
	w.exec("COMMIT; PRAGMA foreign_keys = OFF; BEGIN")
	if w.err != nil {
		return w.err
	}
	if err := b.events(ctx, w.conn, events); err != nil {
		return err
	}
	steps := []struct {
		do    func()
		spent *gotime.Duration
	}{
		{func() { w.exec(indexesSQL); w.exec("COMMIT; PRAGMA foreign_keys = ON; BEGIN") }, &b.spent.Rest},
		{func() { w.rows(func() { w.figures(b.frame); w.stories(b.frame) }); w.exec("COMMIT") }, &b.spent.Rows},
	}
	for _, step := range steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		began := gotime.Now()
		step.do()
		*step.spent += gotime.Since(began)
	}
	return w.err
}

func (b *builder) events(ctx context.Context, conn *sqlite3.SQLiteConn, events iter.Seq2[*store.Event, error]) error {
	began := gotime.Now()
	w, err := newEventWriter(conn, b.frame)
	if err != nil {
		return fmt.Errorf("preparing to write the events: %w", err)
	}
	err = errors.Join(w.all(ctx, events), w.close())
	b.spent.Text, b.spent.Tree = w.queue.spent[textPart], w.queue.spent[treePart]
	b.spent.Rows = gotime.Since(began) - b.spent.Text - b.spent.Tree
	return err
}
