package sqlite

import (
	"cmp"
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strconv"

	"github.com/mattn/go-sqlite3"
)

// The form of an R*Tree of three dimensions of 32-bit numbers, as the head of
// SQLite's rtree.c describes it: nodes of a size that holds nodeCells cells,
// with their depth (in the root only) and count before them, and cells of an id
// and six numbers, all big-endian. The root is node 1.
const (
	nodeCells = 51
	cellBytes = 8 + 6*4
	nodeBytes = 4 + nodeCells*cellBytes
	rootNode  = 1
)

// cell is an event or a node with the extent of all below it.
type cell struct {
	id  int64
	box [6]int32
}

// treeWriter builds the R*Tree from below, with full nodes, out of events that
// come in order of time. Inserting them one by one, as SQLite does it, takes
// ten times as long and leaves nodes two thirds full that overlap.
//
// Events are taken together by time, then by how long they last, and then tiled
// by place (Leutenegger, Lopez and Edgington 1997, "STR: a simple and efficient
// algorithm for R-tree packing"). Long events stay apart from short ones, as
// one of them makes its node, and all above it, reach through time.
type treeWriter struct {
	queue   *queue
	nodes   *inserter[nodeRow]
	parents *inserter[parentRow]
	places  *sqlite3.SQLiteStmt
	slab    []cell
	leaves  [len(lastings) + 1][]cell
	next    int64 // the number of the next node
}

// slabEvents are tiled at a time: 128 nodes of them.
const slabEvents = 128 * nodeCells

// lastings are the minutes up to which events count as short, and as of middle
// length.
var lastings = [...]int32{26 * 60, 15 * 24 * 60}

// nodeRow is a node, parentRow says which node is above one.
type (
	nodeRow   struct{ data []byte }
	parentRow struct{ above int64 }
)

var (
	nodeTable   = table[nodeRow]{"extents_node", "nodeno", columns("data"), func(r *nodeRow) []any { return fields(&r.data) }}
	parentTable = table[parentRow]{"extents_parent", "nodeno", columns("parentnode"), func(r *parentRow) []any { return fields(&r.above) }}
)

// placing keeps in which node events are. A list in one statement is quicker
// than a statement for each.
const placing = "INSERT INTO extents_rowid (rowid, nodeno) SELECT ? + key, value FROM json_each(?)"

func newTreeWriter(conn *sqlite3.SQLiteConn, q *queue) (*treeWriter, error) {
	t := &treeWriter{queue: q, slab: make([]cell, 0, slabEvents), next: rootNode + 1}
	// SQLite begins with an empty root.
	_, err := conn.Exec("DELETE FROM extents_node", nil)
	if err != nil {
		return nil, err
	}
	if t.nodes, err = newInserter(conn, nodeTable, treePart); err != nil {
		return nil, err
	}
	if t.parents, err = newInserter(conn, parentTable, treePart); err != nil {
		return nil, err
	}
	statement, err := conn.Prepare(placing)
	if err != nil {
		return nil, err
	}
	t.places = statement.(*sqlite3.SQLiteStmt)
	return t, nil
}

func (t *treeWriter) close() error {
	return errors.Join(t.nodes.close(), t.parents.close(), t.places.Close())
}

// add takes event n, the one after the last.
func (t *treeWriter) add(n int, x extent) error {
	c := cell{id: int64(n)}
	for i, v := range x {
		c.box[i] = int32(v)
	}
	t.slab = append(t.slab, c)
	if len(t.slab) < slabEvents {
		return nil
	}
	return t.flush()
}

// flush writes the events taken as nodes.
func (t *treeWriter) flush() error {
	if len(t.slab) == 0 {
		return nil
	}
	first, nodeOf := t.slab[0].id, make([]int64, len(t.slab))
	slices.SortFunc(t.slab, func(a, b cell) int { return cmp.Or(cmp.Compare(a.lasts(), b.lasts()), cmp.Compare(a.id, b.id)) })
	for rest := t.slab; len(rest) > 0; {
		class, n := rest[0].lasts(), 0
		for n < len(rest) && rest[n].lasts() == class {
			n++
		}
		for _, leaf := range tiled(rest[:n]) {
			for _, c := range leaf {
				nodeOf[c.id-first] = t.next
			}
			node, err := t.write(leaf)
			if err != nil {
				return err
			}
			t.leaves[class] = append(t.leaves[class], node)
		}
		rest = rest[n:]
	}
	t.slab = t.slab[:0]
	t.locate(first, nodeOf)
	return nil
}

// lasts is the class of an event by its length.
func (c *cell) lasts() int {
	i := 0
	for i < len(lastings) && int64(c.box[5])-int64(c.box[4]) > int64(lastings[i]) {
		i++
	}
	return i
}

// tiled cuts cells into strips by longitude, and these by latitude into groups
// of nodeCells or less. It sorts cells.
func tiled(cells []cell) [][]cell {
	var groups [][]cell
	sortByMiddle(cells, 0)
	nodes := (len(cells) + nodeCells - 1) / nodeCells
	strips := int(math.Ceil(math.Sqrt(float64(nodes))))
	for strip := range slices.Chunk(cells, (nodes+strips-1)/strips*nodeCells) {
		sortByMiddle(strip, 2)
		groups = slices.AppendSeq(groups, slices.Chunk(strip, nodeCells))
	}
	return groups
}

func sortByMiddle(cells []cell, axis int) {
	slices.SortFunc(cells, func(a, b cell) int {
		return cmp.Or(cmp.Compare(int64(a.box[axis])+int64(a.box[axis+1]), int64(b.box[axis])+int64(b.box[axis+1])), cmp.Compare(a.id, b.id))
	})
}

// locate keeps in which node the events from first on are.
func (t *treeWriter) locate(first int64, nodeOf []int64) {
	list := []byte{'['}
	for i, node := range nodeOf {
		if i > 0 {
			list = append(list, ',')
		}
		list = strconv.AppendInt(list, node, 10)
	}
	args := t.queue.add(t.places, treePart, 2)
	args[0] = driver.NamedValue{Ordinal: 1, Value: first}
	args[1] = driver.NamedValue{Ordinal: 2, Value: string(append(list, ']'))}
}

// write writes a node and returns it as a cell of the node above.
func (t *treeWriter) write(cells []cell) (cell, error) {
	node := cell{t.next, cells[0].box}
	t.next++
	for _, c := range cells[1:] {
		for i := 0; i < len(node.box); i += 2 {
			node.box[i], node.box[i+1] = min(node.box[i], c.box[i]), max(node.box[i+1], c.box[i+1])
		}
	}
	return node, t.put(node.id, 0, cells)
}

func (t *treeWriter) put(id, depth int64, cells []cell) error {
	data := binary.BigEndian.AppendUint16(make([]byte, 0, nodeBytes), uint16(depth))
	data = binary.BigEndian.AppendUint16(data, uint16(len(cells)))
	for _, c := range cells {
		data = binary.BigEndian.AppendUint64(data, uint64(c.id))
		for _, v := range c.box {
			data = binary.BigEndian.AppendUint32(data, uint32(v))
		}
	}
	t.nodes.row.data = data[:nodeBytes]
	return t.nodes.write(t.queue, int(id))
}

// finish writes the nodes above the leaves, up to the root.
func (t *treeWriter) finish() error {
	if err := t.flush(); err != nil {
		return err
	}
	level, depth := slices.Concat(t.leaves[:]...), min(1, t.next-rootNode-1)
	for ; len(level) > nodeCells; depth++ {
		var above []cell
		for group := range slices.Chunk(level, nodeCells) {
			node, err := t.write(group)
			if err == nil {
				err = t.parent(group, node.id)
			}
			if err != nil {
				return err
			}
			above = append(above, node)
		}
		level = above
	}
	return errors.Join(t.put(rootNode, depth, level), t.parent(level, rootNode))
}

func (t *treeWriter) parent(cells []cell, node int64) error {
	t.parents.row.above = node
	for _, c := range cells {
		if err := t.parents.write(t.queue, int(c.id)); err != nil {
			return err
		}
	}
	return nil
}
