package sqlite

import "slices"

// entry is one event of the R*Tree that is to be built.
type entry struct {
	n    int32
	box  [6]int32
	turn uint64 // where it stands along the curve
}

func newEntry(n int, x extent) entry {
	e := entry{n: int32(n)}
	for i, v := range x {
		e.box[i] = int32(v)
	}
	return e
}

// tree writes the entries.
func (w *writer) tree(entries []entry) {
	slices.SortFunc(entries, func(a, b entry) int { return int(a.n) - int(b.n) })
	if w.err != nil {
		return
	}
	in, err := newInserter(w.conn, treeTable)
	if err != nil {
		w.err = err
		return
	}
	for _, e := range entries {
		for i, v := range e.box {
			in.row.extent[i] = int64(v)
		}
		if w.err = in.write(int(e.n)); w.err != nil {
			break
		}
	}
	in.close()
}
