package pmtiles

import (
	"testing"

	"qantar/geo/tiles"
)

// TestNumber: the places that the specification lists.
func TestNumber(t *testing.T) {
	cases := []struct {
		id   tiles.ID
		want uint64
	}{
		{tiles.ID{}, 0},
		{tiles.ID{Z: 1}, 1}, {tiles.ID{Z: 1, Y: 1}, 2}, {tiles.ID{Z: 1, X: 1, Y: 1}, 3}, {tiles.ID{Z: 1, X: 1}, 4},
		{tiles.ID{Z: 2}, 5},
		{tiles.ID{Z: 12, X: 3423, Y: 1763}, 19078479},
	}
	for _, c := range cases {
		if got := number(c.id); got != c.want {
			t.Errorf("%v is %d, want %d", c.id, got, c.want)
		}
	}
}

// TestNumbersAreACurve: on every level each number is taken once, and tiles
// that follow each other lie side by side.
func TestNumbersAreACurve(t *testing.T) {
	for z := range 6 {
		n := 1 << z
		at := map[uint64]tiles.ID{}
		for x := range n {
			for y := range n {
				id := tiles.ID{Z: z, X: x, Y: y}
				at[number(id)] = id
			}
		}
		first := number(tiles.ID{Z: z})
		for k := first + 1; k < first+uint64(n*n); k++ {
			a, b := at[k-1], at[k]
			if d := (a.X-b.X)*(a.X-b.X) + (a.Y-b.Y)*(a.Y-b.Y); d != 1 || b.Z != z {
				t.Fatalf("%d is %v and %d is %v", k-1, a, k, b)
			}
		}
	}
}
