package sqlite

import (
	"context"
	"database/sql"
	"encoding/binary"

	"qantar/store"
)

// chunkEvents is how many events share a row of the table columns, and
// eventBytes what each of them takes there.
const (
	chunkEvents = 16384
	eventBytes  = 40
)

// appendColumns appends the first n events of cols as the table columns keeps
// them.
func appendColumns(data []byte, cols *store.Columns, n int) []byte {
	for _, values := range arrays(cols, 0, n) {
		data, _ = binary.Append(data, binary.LittleEndian, values) // whole numbers always fit
	}
	for _, f := range cols.Flags[:n] {
		data = binary.LittleEndian.AppendUint16(data, uint16(f))
	}
	return data
}

// arrays are the events of cols from first to before last, in the order in
// which the table columns keeps them, all but their flags, which come last and
// are of a type that encoding/binary is slow with.
func arrays(cols *store.Columns, first, last int) []any {
	return []any{
		cols.Earliest[first:last], cols.Latest[first:last], cols.Lon[first:last], cols.Lat[first:last],
		cols.Sources[first:last], cols.Place[first:last], cols.Category[first:last], cols.Importance[first:last],
	}
}

// Columns reads what drawing and counting need of all events. A million take
// some tens of milliseconds.
func (db *DB) Columns(ctx context.Context) (*store.Columns, error) {
	frame, err := db.Frame(ctx)
	if err != nil {
		return nil, err
	}
	if err := db.checkChunks(ctx); err != nil {
		return nil, err
	}
	cols := store.NewColumns(db.events)
	r, first := &reader{ctx: ctx, db: db, from: db.sql, most: maxEvents/chunkEvents + 1}, 0
	readEach(r, rawChunks, "", nil, func(_ int64, data *sql.RawBytes) error {
		last := min(first+chunkEvents, db.events)
		err := db.decodeChunk(*data, cols, first, last)
		first = last
		return err
	})
	if r.err != nil {
		return nil, db.failed("reading the columns of", r.err)
	}
	if first != db.events {
		return nil, db.damaged("the columns have %d events, not %d", first, db.events)
	}
	if err := cols.Check(frame); err != nil {
		return nil, &Error{Damaged, db.path, err}
	}
	return cols, nil
}

// rawChunks reads the rows of chunkTable where the driver has put them, which
// saves a copy of each.
var rawChunks = table[sql.RawBytes]{"columns", "n", columns("data"), func(data *sql.RawBytes) []any { return fields(data) }}

// decodeChunk reads a row of the table columns into the events from first to
// before last of cols.
func (db *DB) decodeChunk(data []byte, cols *store.Columns, first, last int) error {
	if len(data) != (last-first)*eventBytes || len(data) == 0 {
		return db.damaged("the columns of its events from %d on have %d bytes", first, len(data))
	}
	decodeColumns(data, cols, first, last)
	return nil
}

// decodeColumns reads the events from first to before last of cols.
func decodeColumns(data []byte, cols *store.Columns, first, last int) {
	for _, values := range arrays(cols, first, last) {
		n, err := binary.Decode(data, binary.LittleEndian, values)
		if err != nil {
			panic("sqlite: " + err.Error()) // the length has been compared
		}
		data = data[n:]
	}
	for i := range cols.Flags[first:last] {
		cols.Flags[first+i] = store.Flags(binary.LittleEndian.Uint16(data[2*i:]))
	}
}

// checkChunks compares the size of the columns with the number of events,
// before room is made for them.
func (db *DB) checkChunks(ctx context.Context) error {
	var bytes int
	if err := db.sql.QueryRowContext(ctx, "SELECT coalesce(sum(length(data)), 0) FROM columns").Scan(&bytes); err != nil {
		return db.failed("reading the columns of", err)
	}
	if bytes != db.events*eventBytes {
		return db.damaged("the columns have %d bytes for %d events", bytes, db.events)
	}
	return nil
}
