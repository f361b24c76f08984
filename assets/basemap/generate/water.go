package main

import (
	"encoding/json"
	"fmt"
	"math"

	"qantar/geo/basemap"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/simplify"
)

// shape is a polygon as references into the arcs.
type shape struct {
	minZoom float64
	rings   [][]ref
}

// readWater returns the lakes and rivers of the fallback map, a MapLibre style
// with its GeoJSON inside.
func readWater(archive []byte) (lakes, rivers []feature, err error) {
	smp, err := fromTgz(archive, mapPath)
	if err != nil {
		return nil, nil, err
	}
	data, err := fromZip(smp, stylePath)
	if err != nil {
		return nil, nil, err
	}
	var style struct {
		Sources map[string]struct{ Data json.RawMessage }
	}
	if err := json.Unmarshal(data, &style); err != nil {
		return nil, nil, fmt.Errorf("reading %s: %w", stylePath, err)
	}
	if lakes, err = readFeatures(style.Sources["lakes"].Data); err != nil {
		return nil, nil, fmt.Errorf("reading the lakes: %w", err)
	}
	if rivers, err = readFeatures(style.Sources["rivers"].Data); err != nil {
		return nil, nil, fmt.Errorf("reading the rivers: %w", err)
	}
	return lakes, rivers, nil
}

// riverArcs turns rivers into arcs.
func riverArcs(rivers []feature) []arc {
	var out []arc
	for _, f := range rivers {
		zoom := f.properties.number("min_zoom", 5)
		for _, line := range lineStrings(f.geometry) {
			if v := snapLine(smooth(line, 2)); len(v) > 1 {
				out = append(out, arc{class: class{sides: sides{nobody, nobody}},
					kind: basemap.RiverArc, minZoom: zoom, line: v})
			}
		}
	}
	return out
}

func lineStrings(g orb.Geometry) []orb.LineString {
	switch g := g.(type) {
	case orb.LineString:
		return []orb.LineString{g}
	case orb.MultiLineString:
		return g
	default:
		return nil
	}
}

// lakeOutlines rounds lakes and turns each into clockwise rings with holes.
func lakeOutlines(lakes []feature) [][][]vertex {
	var out [][][]vertex
	for _, f := range lakes {
		if p, ok := f.geometry.(orb.Polygon); ok {
			out = append(out, rounded(p, 0, 2))
		}
	}
	return out
}

// urbanBound is where built-up areas are drawn: Kazakhstan and what lies in
// view beside it.
var urbanBound = orb.Bound{Min: orb.Point{40, 36}, Max: orb.Point{100, 60}}

// stairs is the size in degrees of the cells that the outlines of built-up
// areas follow; simplifying by a little more takes their steps away.
const stairs = 0.011

// urbanOutlines returns the outlines of built-up areas by name.
func urbanOutlines(data []byte) (outlines [][][]vertex, shymkent [][]vertex, err error) {
	features, err := readFeatures(data)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the urban areas: %w", err)
	}
	for _, f := range features {
		p, ok := f.geometry.(orb.Polygon)
		if !ok || !urbanBound.Contains(p.Bound().Center()) {
			continue
		}
		rings := rounded(p, stairs, 2)
		if len(rings) == 0 {
			continue
		}
		outlines = append(outlines, rings)
		if f.properties.text("name_conve") == "Shymkent" {
			shymkent = rounded(orb.Polygon{hull(p[0])}, 0, 2)
		}
	}
	if shymkent == nil {
		return nil, nil, fmt.Errorf("the urban areas hold no Shymkent")
	}
	return outlines, shymkent, nil
}

// rounded simplifies by a tolerance in degrees, cuts the corners and snaps.
func rounded(p orb.Polygon, tolerance float64, times int) (out [][]vertex) {
	for i, ring := range p {
		line := orb.LineString(ring)
		if tolerance > 0 {
			line = simplify.DouglasPeucker(tolerance).LineString(line.Clone())
		}
		if len(line) < 4 {
			continue
		}
		out = appendRing(out, snapRing(orb.Ring(smooth(line, times))), i == 0)
	}
	return out
}

// visiblePixels is the size in square pixels from which an area is painted.
const visiblePixels = 12

// zoomFor returns the zoom level at which a ring covers visiblePixels.
func zoomFor(ring []vertex) float64 {
	area := math.Abs(float64(area2(ring))) / 2
	zoom := math.Log2(gridSteps / 256 * math.Sqrt(visiblePixels/area))
	return math.Round(10*max(0, zoom)) / 10
}

// addOutlines appends each outline's rings to arcs and returns the shapes. An
// outline is not seen below the zoom level lowest.
func addOutlines(arcs []arc, outlines [][][]vertex, lowest float64) ([]arc, []shape) {
	var shapes []shape
	for _, rings := range outlines {
		if len(rings) == 0 {
			continue
		}
		s := shape{minZoom: max(lowest, zoomFor(rings[0]))}
		for _, ring := range rings {
			s.rings = append(s.rings, []ref{ref(2 * len(arcs))})
			arcs = append(arcs, arc{class: class{sides: sides{nobody, nobody}},
				kind: basemap.OutlineArc, minZoom: s.minZoom, line: ring})
		}
		shapes = append(shapes, s)
	}
	return arcs, shapes
}
