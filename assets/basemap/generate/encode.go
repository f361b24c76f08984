package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"math"

	"qantar/geo"
	"qantar/geo/basemap"

	"github.com/paulmach/orb"
)

// world is everything that goes into the asset.
type world struct {
	arcs   []detailed
	land   shape
	areas  []basemap.Area
	shapes []shape // parallel to areas
	lakes  []shape
	urban  []shape
	places []basemap.Place
	waters []basemap.Water
}

// encoder writes the format that package basemap documents.
type encoder struct{ buf []byte }

func (e *encoder) byte(b byte)     { e.buf = append(e.buf, b) }
func (e *encoder) uvarint(v int)   { e.buf = binary.AppendUvarint(e.buf, uint64(v)) }
func (e *encoder) varint(v int64)  { e.buf = binary.AppendVarint(e.buf, v) }
func (e *encoder) string(s string) { e.uvarint(len(s)); e.buf = append(e.buf, s...) }
func (e *encoder) zoom(z float64)  { e.byte(byte(math.Round(z * 10))) }
func (e *encoder) point(p orb.Point) {
	e.uvarint(int(math.Round(p[0] * gridSteps)))
	e.uvarint(int(math.Round(p[1] * gridSteps)))
}

func (e *encoder) names(n basemap.Names) {
	e.string(n.En)
	e.string(n.Kk)
	e.string(n.Ru)
}

// encode returns the asset's bytes. They depend on w and on the version of
// the Go compressor alone.
func encode(w *world) ([]byte, error) {
	e := &encoder{buf: []byte(basemap.Magic)}
	e.uvarint(len(detailZooms))
	for _, z := range detailZooms {
		e.zoom(z)
	}
	e.arcs(w.arcs)
	e.shape(w.land)
	e.areas(w)
	e.shapes(w.lakes)
	e.shapes(w.urban)
	e.places(w.places)
	e.waters(w.waters)
	return compress(e.buf)
}

func compress(raw []byte) ([]byte, error) {
	var out bytes.Buffer
	zw, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := zw.Write(raw); err != nil {
		return nil, err
	}
	if err := zw.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func (e *encoder) arcs(arcs []detailed) {
	e.uvarint(len(arcs))
	for _, a := range arcs {
		e.byte(byte(a.kind) | a.first<<4)
	}
	for _, a := range arcs {
		e.zoom(a.minZoom)
	}
	var levels []uint8
	var line []vertex
	for _, a := range arcs {
		e.uvarint(len(a.line))
		levels, line = append(levels, a.levels...), append(line, a.line...)
	}
	e.levels(levels)
	e.deltas(line, func(v vertex) int32 { return v.x })
	e.deltas(line, func(v vertex) int32 { return v.y })
}

func (e *encoder) levels(levels []uint8) {
	packed := make([]byte, (len(levels)+3)/4)
	for i, l := range levels {
		packed[i/4] |= l << (i % 4 * 2)
	}
	e.buf = append(e.buf, packed...)
}

func (e *encoder) deltas(line []vertex, axis func(vertex) int32) {
	last := int32(0)
	for _, v := range line {
		e.varint(int64(axis(v)) - int64(last))
		last = axis(v)
	}
}

func (e *encoder) shape(s shape) {
	e.zoom(s.minZoom)
	e.uvarint(len(s.rings))
	for _, ring := range s.rings {
		e.uvarint(len(ring))
		for _, r := range ring {
			e.uvarint(int(r))
		}
	}
}

func (e *encoder) shapes(shapes []shape) {
	e.uvarint(len(shapes))
	for _, s := range shapes {
		e.shape(s)
	}
}

func (e *encoder) areas(w *world) {
	e.uvarint(len(w.areas))
	for i, a := range w.areas {
		e.byte(byte(a.Kind))
		e.string(a.Code)
		e.string(a.Country)
		e.names(a.Name)
		e.point(geo.Project(a.Label))
		e.zoom(a.MinZoom)
		e.shape(w.shapes[i])
	}
}

func (e *encoder) places(places []basemap.Place) {
	e.uvarint(len(places))
	for _, p := range places {
		e.names(p.Name)
		e.string(p.Country)
		e.byte(byte(p.Capital))
		e.uvarint(p.Population)
		e.point(geo.Project(p.Point))
		e.zoom(p.MinZoom)
	}
}

func (e *encoder) waters(waters []basemap.Water) {
	e.uvarint(len(waters))
	for _, w := range waters {
		e.byte(byte(w.Kind))
		e.names(w.Name)
		e.point(geo.Project(w.Point))
		e.zoom(w.MinZoom)
	}
}
