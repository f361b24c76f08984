package page

import (
	"math"

	"qantar/geo/basemap"
)

// grid is the number of steps of a written point per world edge; a step is
// under 40 m on the ground.
const grid = 1 << 20

// lineText writes an arc as the differences between its points, x before y, in
// steps of the grid, in the letters of Google's encoded polylines: five bits a
// letter, the lowest first, with the sign as the lowest bit of all. A point that
// falls on the one before it is left out unless it is the last one.
// Source: Google, "Encoded Polyline Algorithm Format".
func lineText(arc basemap.Arc) string {
	var letters []byte
	lastX, lastY := 0, 0
	for i := range arc {
		points := arc[i].Points
		if i > 0 {
			points = points[1:] // each part begins where the one before ends
		}
		for k, p := range points {
			x, y := steps(p.X), steps(p.Y)
			first, last := i == 0 && k == 0, i == len(arc)-1 && k == len(points)-1
			if x == lastX && y == lastY && !first && !last {
				continue
			}
			letters = appendNumber(appendNumber(letters, x-lastX), y-lastY)
			lastX, lastY = x, y
		}
	}
	return string(letters)
}

func steps(v float32) int { return int(math.Round(float64(v) * grid)) }

func appendNumber(letters []byte, v int) []byte {
	u := uint(v) << 1
	if v < 0 {
		u = ^u
	}
	for ; u >= 32; u >>= 5 {
		letters = append(letters, byte(u&31|32)+63)
	}
	return append(letters, byte(u)+63)
}
