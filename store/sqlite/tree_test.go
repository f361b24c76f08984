package sqlite

import (
	"database/sql"
	"fmt"
	"testing"

	"qantar/store"
)

// SQLite's own check of an R*Tree finds no fault with one that was not built by
// SQLite: nodes, what is above them, where events are.
func TestTreeIsSound(t *testing.T) {
	for _, n := range []int{0, 1, nodeCells, nodeCells + 1, slabEvents, slabEvents + 1, 3 * slabEvents} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			db := built(t, varied(t, n))
			var says string
			if err := db.sql.QueryRow("SELECT rtreecheck('main', 'extents')").Scan(&says); err != nil || says != "ok" {
				t.Errorf("rtreecheck says %s, %v", says, err)
			}
			var size int
			if err := db.sql.QueryRow("SELECT length(data) FROM extents_node WHERE nodeno = 1").Scan(&size); err != nil || size != emptyRoot(t) {
				t.Errorf("a node has %d bytes, SQLite makes %d, %v", size, emptyRoot(t), err)
			}
			if all, err := db.Count(t.Context(), store.Query{From: unix(-1 << 60)}); err != nil || all != n {
				t.Errorf("%d events are in the tree, %v", all, err)
			}
		})
	}
}

// emptyRoot is the size of the nodes that SQLite itself makes.
func emptyRoot(t *testing.T) int {
	t.Helper()
	db := sql.OpenDB(newConnector(":memory:", maxValue, 1))
	defer db.Close()
	var size int
	if _, err := db.Exec(schemaSQL); err != nil {
		t.Fatal(err)
	}
	if err := db.QueryRow("SELECT length(data) FROM extents_node").Scan(&size); err != nil {
		t.Fatal(err)
	}
	return size
}
