package main

import (
	"math"

	"github.com/paulmach/orb"
)

// detailZooms are the highest zoom levels that the details serve.
var detailZooms = []float64{3, 5, 7, 9}

// A vertex is kept while it spans at least minTriangle square pixels with its
// neighbours, which shifts the line by about half a pixel; a ring without
// junctions while it covers at least minRing.
const (
	minTriangle = 1.0
	minRing     = 2.0
)

// zone is a part of the world with the zoom level to which it stays sharp.
type zone struct {
	bound orb.Bound
	zoom  float64
}

// zones go from the inside out; the first that holds a point counts.
var zones = []zone{
	{orb.Bound{Min: orb.Point{44, 37}, Max: orb.Point{90, 58}}, 10},
	{orb.Bound{Min: orb.Point{-12, 8}, Max: orb.Point{150, 78}}, 7.3},
	{orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}, 5.3},
}

func sharpness(v vertex) float64 {
	p := v.lonLat()
	for _, z := range zones {
		if z.bound.Contains(p) {
			return z.zoom
		}
	}
	return zones[len(zones)-1].zoom
}

// dropped marks what no detail shows.
const dropped = math.MaxUint8

// detailOf returns the first detail at whose highest zoom an area of the given
// size in square grid steps covers at least least square pixels.
func detailOf(area, least, sharpness float64) uint8 {
	for i, zoom := range detailZooms {
		if i == len(detailZooms)-1 {
			zoom = max(zoom, sharpness)
		}
		if px := pixel(min(zoom, sharpness)); area >= least*px*px {
			return uint8(i)
		}
	}
	return dropped
}

// detailed is an arc with the first detail of itself and of each vertex.
type detailed struct {
	arc
	first  uint8
	levels []uint8
}

// grade simplifies an arc for all details and drops what none of them shows.
// A closed arc that is kept for its meaning, such as the main island of a
// country, stays in the finest detail however small it is.
func grade(a arc, keep bool) detailed {
	d := detailed{arc: a}
	sharp := sharpness(a.line[0])
	if a.closed() {
		d.first = detailOf(math.Abs(float64(area2(a.line)))/2, minRing, sharp)
		if d.first == dropped && keep {
			d.first = uint8(len(detailZooms) - 1)
		}
	}
	if a.minZoom > 0 && d.first != dropped {
		d.first = max(d.first, firstServing(a.minZoom))
	}
	d.arc.line = nil
	for i, area := range importance(a.line) {
		level := detailOf(area, minTriangle, sharpness(a.line[i]))
		if level != dropped || keep && len(a.line) < 20 {
			d.arc.line = append(d.arc.line, a.line[i])
			d.levels = append(d.levels, min(level, uint8(len(detailZooms)-1)))
		}
	}
	return d
}

// firstServing returns the first detail that reaches a zoom level.
func firstServing(zoom float64) uint8 {
	for i, z := range detailZooms {
		if zoom <= z {
			return uint8(i)
		}
	}
	return uint8(len(detailZooms) - 1)
}
