package paint

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"
	"testing"

	"qantar/geo"
	maptiles "qantar/geo/tiles"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
	"github.com/paulmach/orb/encoding/mvt"
	"github.com/paulmach/orb/geojson"
)

// madeTiles is a set of tiles in memory.
type madeTiles struct {
	meta   maptiles.Meta
	tile   map[maptiles.ID][]byte
	asked  map[maptiles.ID]int
	closed bool
}

func (m *madeTiles) Meta() maptiles.Meta { return m.meta }

func (m *madeTiles) Close() error { m.closed = true; return nil }

func (m *madeTiles) Tile(id maptiles.ID) ([]byte, error) {
	if m.closed {
		return nil, errors.New("asked after the end")
	}
	if m.asked == nil {
		m.asked = map[maptiles.ID]int{}
	}
	m.asked[id]++
	return m.tile[id], nil
}

// townTile is the tile that the toy town fills, and its level.
var townTile = maptiles.ID{Z: 12, X: 2923, Y: 1501}

// thing is one feature of the toy town, on a layer of each schema. Coordinates
// are those of a picture of 100 by 100, the town.
type thing struct {
	shape       orb.Geometry
	layer, kind string // of OpenMapTiles
	short, as   string // of Shortbread
	name        string
	more        geojson.Properties
}

func area(points ...float64) orb.Polygon {
	ring := orb.Ring(way(points...))
	return orb.Polygon{append(ring, ring[0])}
}

func way(points ...float64) orb.LineString {
	var line orb.LineString
	for i := 0; i < len(points); i += 2 {
		line = append(line, orb.Point{points[i], points[i+1]})
	}
	return line
}

// townThings are what there is to see in the toy town.
func townThings() []thing {
	all := []thing{
		{shape: area(0, 0, 45, 0, 40, 22, 18, 30, 0, 26), layer: "landcover", kind: "wood", short: "land", as: "forest"},
		{shape: area(0, 60, 20, 58, 26, 100, 0, 100), layer: "landcover", kind: "farmland", short: "land", as: "farmland"},
		{shape: area(26, 40, 74, 34, 80, 78, 30, 84), layer: "landuse", kind: "residential", short: "land", as: "residential"},
		{shape: area(62, 60, 79, 58, 80, 76, 64, 78), layer: "landuse", kind: "industrial", short: "land", as: "industrial"},
		{shape: area(44, 50, 56, 49, 57, 60, 45, 61), layer: "park", kind: "public_park", short: "land", as: "park"},
		{shape: area(82, 0, 100, 0, 100, 60, 90, 55, 84, 30), layer: "water", kind: "lake", short: "water_polygons", as: "water"},
		{shape: way(0, 34, 20, 36, 40, 30, 60, 26, 86, 28), layer: "waterway", kind: "river", short: "water_lines", as: "river"},
		{shape: way(10, 0, 14, 18, 20, 36), layer: "waterway", kind: "stream", short: "water_lines", as: "stream"},
		{shape: way(0, 90, 30, 84, 60, 92, 100, 80), layer: "transportation", kind: "motorway", short: "streets", as: "motorway"},
		{shape: way(50, 0, 51, 40, 51, 70, 55, 91), layer: "transportation", kind: "primary", short: "streets", as: "primary"},
		{shape: way(0, 48, 26, 50, 51, 48, 81, 46), layer: "transportation", kind: "secondary", short: "streets", as: "secondary"},
		{shape: way(34, 40, 36, 82), layer: "transportation", kind: "tertiary", short: "streets", as: "tertiary"},
		{shape: way(5, 70, 30, 70, 51, 70, 78, 68), layer: "transportation", kind: "rail", short: "streets", as: "rail"},
		{shape: way(20, 10, 28, 24, 40, 30, 44, 50), layer: "transportation", kind: "path", short: "streets", as: "path"},
		{shape: way(72, 20, 66, 34), layer: "transportation", kind: "primary", short: "streets", as: "primary", more: geojson.Properties{"brunnel": "tunnel", "tunnel": true}},
		{shape: way(0, 57, 22, 57.5, 60, 96, 62, 100), layer: "boundary", short: "boundaries", more: geojson.Properties{"admin_level": 4}},
		{shape: way(88, 62, 92, 80, 90, 100), layer: "boundary", short: "boundaries", more: geojson.Properties{"admin_level": 2}},
		{shape: way(86, 10, 98, 40), layer: "boundary", short: "boundaries", more: geojson.Properties{"admin_level": 2, "maritime": 1}},
		{shape: orb.Point{50, 55}, layer: "place", kind: "city", short: "place_labels", as: "city", name: "Toytown", more: geojson.Properties{"rank": 5}},
		{shape: orb.Point{70, 44}, layer: "place", kind: "suburb", short: "place_labels", as: "suburb", name: "Eastside"},
		{shape: orb.Point{14, 78}, layer: "place", kind: "town", short: "place_labels", as: "town", name: "Farmham"},
		{shape: orb.Point{92, 24}, layer: "water_name", kind: "lake", short: "water_polygons_labels", as: "water", name: "Quiet Lake"},
	}
	for i := range 8 {
		x := 27 + 6*float64(i)
		all = append(all, thing{shape: way(x, 40, x+2, 80), layer: "transportation", kind: "minor", short: "streets", as: "residential"})
		for k := range 5 {
			y := 42 + 8*float64(k)
			all = append(all, thing{shape: area(x+1.4, y, x+3.4, y, x+3.4, y+3, x+1.4, y+3), layer: "building", kind: "house", short: "buildings", as: "house"})
		}
	}
	return all
}

// townOf cuts the toy town into vector tiles of three levels.
func townOf(t testing.TB, shortbread bool) *madeTiles {
	t.Helper()
	set := &madeTiles{tile: map[maptiles.ID][]byte{}, meta: maptiles.Meta{
		Name: "Toytown", Attribution: "© Toymakers", Format: maptiles.MVT, MinZoom: townTile.Z, MaxZoom: townTile.Z + 2, Bounds: degrees(townTile),
	}}
	for deeper := range 3 {
		for x := range 1 << deeper {
			for y := range 1 << deeper {
				id := maptiles.ID{Z: townTile.Z + deeper, X: townTile.X<<deeper + x, Y: townTile.Y<<deeper + y}
				set.tile[id] = tileOfTown(t, shortbread, deeper, x, y)
			}
		}
	}
	return set
}

func degrees(id maptiles.ID) orb.Bound {
	b := id.Bound()
	return orb.MultiPoint{geo.Unproject(b.Min), geo.Unproject(b.Max)}.Bound()
}

func tileOfTown(t testing.TB, shortbread bool, deeper, x, y int) []byte {
	t.Helper()
	layers := map[string]*mvt.Layer{}
	var order mvt.Layers
	for _, what := range townThings() {
		layer, properties := what.layer, geojson.Properties{"class": what.kind}
		if shortbread {
			layer, properties = what.short, geojson.Properties{"kind": what.as}
		}
		for key, value := range what.more {
			properties[key] = value
		}
		if what.name != "" {
			properties["name"] = what.name
		}
		shape := inTile(what.shape, deeper, x, y)
		if shape == nil {
			continue
		}
		if layers[layer] == nil {
			layers[layer] = &mvt.Layer{Name: layer, Version: 2, Extent: mvt.DefaultExtent}
			order = append(order, layers[layer])
		}
		feature := geojson.NewFeature(shape)
		feature.Properties = properties
		layers[layer].Features = append(layers[layer].Features, feature)
	}
	data, err := mvt.MarshalGzipped(order)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// inTile turns coordinates of the town into those of a tile of it, cut a
// little beyond its edge; nil where nothing is left.
func inTile(g orb.Geometry, deeper, x, y int) orb.Geometry {
	const extent, rim = mvt.DefaultExtent, 64
	size := 100 / math.Exp2(float64(deeper))
	move := func(p orb.Point) orb.Point {
		return orb.Point{math.Round((p[0]/size - float64(x)) * extent), math.Round((p[1]/size - float64(y)) * extent)}
	}
	within := orb.Bound{Min: orb.Point{-rim, -rim}, Max: orb.Point{extent + rim, extent + rim}}
	switch g := g.(type) {
	case orb.Point:
		if p := move(g); within.Contains(p) {
			return p
		}
		return nil
	case orb.LineString:
		line := make(orb.LineString, len(g))
		for i := range g {
			line[i] = move(g[i])
		}
		return orNil(clip.MultiLineString(within, orb.MultiLineString{line}))
	case orb.Polygon:
		ring := make(orb.Ring, len(g[0]))
		for i := range g[0] {
			ring[i] = move(g[0][i])
		}
		return orNilArea(clip.Polygon(within, orb.Polygon{ring}))
	}
	return nil
}

func orNil(lines orb.MultiLineString) orb.Geometry {
	if len(lines) == 0 {
		return nil
	}
	return lines
}

func orNilArea(p orb.Polygon) orb.Geometry {
	if len(p) == 0 {
		return nil
	}
	return p
}

// chequered is a raster set of the whole world: every tile has a colour of its
// own.
func chequered(t testing.TB, maxZoom, side int, format maptiles.Format) *madeTiles {
	t.Helper()
	set := &madeTiles{tile: map[maptiles.ID][]byte{}, meta: maptiles.Meta{Format: format, MaxZoom: maxZoom, Bounds: maptiles.World}}
	for z := range maxZoom + 1 {
		for x := range 1 << z {
			for y := range 1 << z {
				id := maptiles.ID{Z: z, X: x, Y: y}
				img := image.NewRGBA(image.Rect(0, 0, side, side))
				draw.Draw(img, img.Rect, image.NewUniform(colorOf(id)), image.Point{}, draw.Src)
				set.tile[id] = encoded(t, img, format)
			}
		}
	}
	return set
}

func colorOf(id maptiles.ID) color.RGBA {
	return color.RGBA{uint8(40 * id.Z), uint8(60 + 37*id.X), uint8(60 + 53*id.Y), 255}
}

func encoded(t testing.TB, img image.Image, format maptiles.Format) []byte {
	t.Helper()
	var b bytes.Buffer
	err := png.Encode(&b, img)
	if format == maptiles.JPEG {
		b.Reset()
		err = jpeg.Encode(&b, img, &jpeg.Options{Quality: 100})
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
