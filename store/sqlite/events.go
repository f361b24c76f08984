package sqlite

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/bits"

	"qantar/store"

	"github.com/mattn/go-sqlite3"
)

// eventWriter writes events one after the other, with all that follows from
// them: the columns, the words that are searched, the R*Tree.
type eventWriter struct {
	packer  *store.Packer
	people  map[string]bool
	where   *extents
	words   *indexer
	events  *inserter[store.Event]
	areas   *inserter[listRow[string]]
	persons *inserter[listRow[string]]
	reports *inserter[store.Report]
	search  *inserter[wordsRow]
	chunks  *inserter[chunkRow]

	count int
	parts int           // reports written
	last  store.Event   // the one before, as far as order needs
	chunk store.Columns // of the events since the last full chunk
	tree  *treeWriter
	queue *queue
}

func newEventWriter(conn *sqlite3.SQLiteConn, frame *store.Collection) (*eventWriter, error) {
	packer, err := store.NewPacker(frame)
	if err != nil {
		return nil, err
	}
	where := newExtents(frame.Places)
	w := &eventWriter{packer: packer, where: where, words: newIndexer(frame, where), people: map[string]bool{}, chunk: *store.NewColumns(chunkEvents), queue: newQueue()}
	for _, p := range frame.People {
		w.people[p.ID] = true
	}
	var wrong [7]error
	w.events, wrong[0] = newInserter(conn, eventTable, rowPart)
	w.areas, wrong[1] = newInserter(conn, areaList, rowPart)
	w.persons, wrong[2] = newInserter(conn, peopleList, rowPart)
	w.reports, wrong[3] = newInserter(conn, reportTable, reportPart)
	w.search, wrong[4] = newInserter(conn, wordsTable, textPart)
	w.chunks, wrong[5] = newInserter(conn, chunkTable, rowPart)
	w.tree, wrong[6] = newTreeWriter(conn, w.queue)
	if err := errors.Join(wrong[:]...); err != nil {
		return nil, errors.Join(err, w.queue.close()) // the statements end with conn
	}
	return w, nil
}

// close waits for what is still to be written, and ends the statements.
func (w *eventWriter) close() error {
	return errors.Join(w.queue.close(), w.events.close(), w.areas.close(), w.persons.close(), w.reports.close(), w.search.close(), w.chunks.close(), w.tree.close())
}

// all writes the events of a stream.
func (w *eventWriter) all(ctx context.Context, events iter.Seq2[*store.Event, error]) error {
	for e, err := range events {
		if err == nil && w.count%1024 == 0 {
			err = errors.Join(ctx.Err(), w.queue.check())
		}
		if err == nil {
			err = w.event(e)
		}
		if err != nil {
			return fmt.Errorf("event %d: %w", w.count+1, err)
		}
	}
	return errors.Join(w.flush(), w.tree.finish())
}

func (w *eventWriter) event(e *store.Event) error {
	if err := w.check(e); err != nil {
		return err
	}
	at := w.count % chunkEvents
	if err := w.packer.Pack(&w.chunk, at, e); err != nil {
		return err
	}
	if bits.OnesCount64(w.chunk.Sources[at]) != len(e.Reports) {
		return fmt.Errorf("event %q: a source reports it twice", e.ID)
	}
	w.count++
	w.last = store.Event{ID: e.ID, When: e.When}
	if err := w.tree.add(w.count, extentOf(w.where.event(e), e.When.Earliest, e.When.Latest)); err != nil {
		return err
	}
	if err := w.rows(e); err != nil {
		return err
	}
	if w.count%chunkEvents == 0 {
		return w.flush()
	}
	return nil
}

// check wants order, room, and areas and people that the collection has. Place,
// category and sources are looked up when the event is packed.
func (w *eventWriter) check(e *store.Event) error {
	if w.count > 0 && store.ByTime(&w.last, e) >= 0 {
		return fmt.Errorf("event %q does not come after %q; events must stand in order of time", e.ID, w.last.ID)
	}
	if w.parts += len(e.Reports); w.count == maxEvents || w.parts > maxReports {
		return fmt.Errorf("a collection holds at most %d events with %d reports", maxEvents, maxReports)
	}
	if n := textBytes(e); n > maxValue {
		return fmt.Errorf("event %q: its texts have %d bytes; an event holds at most %d", e.ID, n, maxValue)
	}
	for _, id := range e.Areas {
		if w.where.places[id] == nil {
			return fmt.Errorf("event %q: area %q is not in the collection", e.ID, id)
		}
	}
	for _, id := range e.People {
		if !w.people[id] {
			return fmt.Errorf("event %q: person %q is not in the collection", e.ID, id)
		}
	}
	return nil
}

// textBytes is how long the texts of an event are together.
func textBytes(e *store.Event) int {
	n := len(e.ID) + len(e.When.Text)
	for _, text := range [...]*store.Text{&e.Title, &e.Summary, &e.WhenNote, &e.PlaceNote} {
		n += len(text.En) + len(text.Kk) + len(text.Ru)
	}
	for i := range e.Reports {
		r := &e.Reports[i]
		n += len(r.AttributedTo) + len(r.Note.En) + len(r.Note.Kk) + len(r.Note.Ru)
	}
	return n
}

// rows writes an event into the tables, as row number count.
func (w *eventWriter) rows(e *store.Event) error {
	w.events.row = *e
	if err := w.events.write(w.queue, w.count); err != nil {
		return err
	}
	if err := writeList(w.queue, w.areas, w.count, e.Areas); err != nil {
		return err
	}
	if err := writeList(w.queue, w.persons, w.count, e.People); err != nil {
		return err
	}
	for i, report := range e.Reports {
		w.reports.row = report
		if err := w.reports.write(w.queue, w.count<<reportShift+i); err != nil {
			return err
		}
	}
	w.search.row = w.words.of(e)
	return w.search.write(w.queue, w.count)
}

func writeList(q *queue, in *inserter[listRow[string]], n int, values []string) error {
	for i, value := range values {
		in.row = listRow[string]{int64(i + 1), value}
		if err := in.write(q, n); err != nil {
			return err
		}
	}
	return nil
}

// flush writes the chunk of columns that the last event is in, when it has any.
func (w *eventWriter) flush() error {
	n := (w.count-1)%chunkEvents + 1
	if w.count == 0 || w.chunks.key == int64((w.count-1)/chunkEvents+1) {
		return nil
	}
	w.chunks.row.data = appendColumns(make([]byte, 0, n*eventBytes), &w.chunk, n)
	return w.chunks.write(w.queue, (w.count-1)/chunkEvents+1)
}
