package paint

import (
	maptiles "qantar/geo/tiles"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/mvt"
	"github.com/paulmach/orb/geojson"
)

// furthest is how far beyond its tile, in tile widths, a thing is drawn. Sets
// let shapes reach over the edge a little; what lies further is not meant for
// this tile.
const furthest = 0.5

// decodeDrawing sorts what a vector tile holds by the rules that draw it.
func decodeDrawing(data []byte, meta *maptiles.Meta, id maptiles.ID) (*drawing, error) {
	keep := known
	if foreign(meta) {
		keep = func(string) bool { return true }
	}
	layers, err := maptiles.DecodeVector(data, keep)
	if err != nil {
		return nil, err
	}
	d := &drawing{}
	for _, layer := range layers {
		for _, feature := range layer.Features {
			d.add(layer, feature, id)
		}
	}
	return d, nil
}

func (d *drawing) add(layer *mvt.Layer, feature *geojson.Feature, id maptiles.ID) {
	unit := 1 / float64(layer.Extent)
	if name := nameOf(layer.Name, feature.Properties); name != nil {
		d.addName(name, feature.Geometry, unit, id)
		return
	}
	if rule := ruleFor(layer.Name, feature); rule != noRule {
		d.strokes[rule].add(feature.Geometry, unit, tileRules[rule].width != widths{})
	}
}

// ruleFor is the rule that draws a thing. What lies on layers that are not known is
// drawn alike.
func ruleFor(layer string, feature *geojson.Feature) ruleID {
	switch {
	case known(layer):
		return ruleOf(layer, feature.Properties)
	case feature.Geometry.Dimensions() == 2:
		return otherAreaRule
	}
	return otherLineRule
}

// add adds what a rule draws of a geometry: of lines, or else of areas.
func (s *strokes) add(g orb.Geometry, unit float64, lines bool) {
	switch g := g.(type) {
	case orb.LineString:
		s.line(g, unit, lines)
	case orb.MultiLineString:
		for _, l := range g {
			s.line(l, unit, lines)
		}
	case orb.Polygon:
		s.rings(g, unit, !lines)
	case orb.MultiPolygon:
		for _, p := range g {
			s.rings(p, unit, !lines)
		}
	}
}

// line adds a line to a rule that draws lines, and rings rings to one that
// draws areas.
func (s *strokes) line(l orb.LineString, unit float64, wanted bool) {
	if wanted && len(l) > 1 {
		s.append(l, unit)
	}
}

func (s *strokes) rings(p orb.Polygon, unit float64, wanted bool) {
	for _, ring := range p {
		if wanted && len(ring) > 3 {
			s.append(orb.LineString(ring[:len(ring)-1]), unit)
		}
	}
}

// append adds points, which it holds near the tile.
func (s *strokes) append(points orb.LineString, unit float64) {
	if len(s.ends) == 0 {
		s.bound = box{1 + furthest, 1 + furthest, -furthest, -furthest}
	}
	for _, p := range points {
		q := pt{nearTile(p[0] * unit), nearTile(p[1] * unit)}
		s.points = append(s.points, q)
		s.bound = box{min(s.bound.x0, q.x), min(s.bound.y0, q.y), max(s.bound.x1, q.x), max(s.bound.y1, q.y)}
	}
	s.ends = append(s.ends, int32(len(s.points)))
}

func nearTile(v float64) float32 { return float32(max(-furthest, min(1+furthest, v))) }

// addName adds a name that stands on this tile; one that stands beyond its
// edge belongs to the next.
func (d *drawing) addName(n *tileName, g orb.Geometry, unit float64, id maptiles.ID) {
	at := middle(g)
	x, y := at[0]*unit, at[1]*unit
	if x < 0 || x >= 1 || y < 0 || y >= 1 {
		return
	}
	b := id.Bound()
	n.at = orb.Point{b.Min[0] + x*(b.Max[0]-b.Min[0]), b.Min[1] + y*(b.Max[1]-b.Min[1])}
	d.names = append(d.names, *n)
}

// middle is where the name of a thing stands.
func middle(g orb.Geometry) orb.Point {
	switch g := g.(type) {
	case orb.Point:
		return g
	case orb.MultiPoint:
		return g[0]
	case orb.LineString:
		return g[len(g)/2]
	}
	return g.Bound().Center()
}
