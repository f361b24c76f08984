package pmtiles

import "qantar/geo/tiles"

// number is a tile's place in the file's order: all tiles of the levels above
// it, then its place on the Hilbert curve of its own level. Formula: Warren,
// "Hacker's Delight" (2nd ed.), section 16-2, with the turns of the PMTiles
// specification, section 4.
func number(t tiles.ID) uint64 {
	above := (uint64(1)<<(2*t.Z) - 1) / 3
	x, y, along := uint64(t.X), uint64(t.Y), uint64(0)
	for side := uint64(1) << t.Z >> 1; side > 0; side >>= 1 {
		right, low := x&side != 0, y&side != 0
		switch {
		case right && !low:
			along += 3 * side * side
		case right && low:
			along += 2 * side * side
		case low:
			along += side * side
		}
		x, y = x&(side-1), y&(side-1)
		if !low {
			if right {
				x, y = side-1-x, side-1-y
			}
			x, y = y, x
		}
	}
	return above + along
}
