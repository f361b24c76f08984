package main

import "github.com/paulmach/orb"

// smooth rounds the corners of a line by Chaikin's corner cutting (Computer
// Graphics and Image Processing 3, 1974): the sources of rivers, lakes and
// built-up areas are coarse, and corners look wrong when one zooms in. The
// ends of an open line stay; a closed line stays closed.
func smooth(line orb.LineString, times int) orb.LineString {
	for range times {
		line = cutCorners(line)
	}
	return line
}

func cutCorners(line orb.LineString) orb.LineString {
	if len(line) < 3 {
		return line
	}
	closed := line[0] == line[len(line)-1]
	out := make(orb.LineString, 0, 2*len(line))
	if !closed {
		out = append(out, line[0])
	}
	for i := 1; i < len(line); i++ {
		out = append(out, between(line[i-1], line[i], 0.25), between(line[i-1], line[i], 0.75))
	}
	if closed {
		return append(out, out[0])
	}
	return append(out, line[len(line)-1])
}

func between(a, b orb.Point, t float64) orb.Point {
	return orb.Point{a[0] + t*(b[0]-a[0]), a[1] + t*(b[1]-a[1])}
}
