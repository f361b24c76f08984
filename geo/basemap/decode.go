package basemap

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/paulmach/orb"
)

// Decode turns the bytes of the embedded asset into a Map. It costs about 30
// ms and 9 MB, of which 5 MB stay, so do it once and away from the main
// goroutine. Truncated or altered data is an error, never a panic.
func Decode(asset []byte) (*Map, error) {
	raw, err := decompress(asset)
	if err != nil {
		return nil, fmt.Errorf("the basemap cannot be decompressed: %w", err)
	}
	c := &cursor{buf: raw}
	if string(c.take(len(Magic))) != Magic {
		return nil, errors.New("this is not a basemap of the version that this program reads")
	}
	var m Map
	arcs := parse(c, &m)
	if c.err != nil {
		return nil, fmt.Errorf("the basemap is damaged: %w", c.err)
	}
	m.unfold(arcs)
	return &m, nil
}

func decompress(asset []byte) ([]byte, error) {
	zr, err := gzip.NewReader(bytes.NewReader(asset))
	if err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	buf.Grow(2*len(asset) + bytes.MinRead)
	if _, err := io.Copy(&buf, io.LimitReader(zr, maxBytes+1)); err != nil {
		return nil, err
	}
	if buf.Len() > maxBytes {
		return nil, fmt.Errorf("more than %d bytes", maxBytes)
	}
	return buf.Bytes(), nil
}

func parse(c *cursor, m *Map) *arcTable {
	for _, zoom := range readZooms(c) {
		m.Details = append(m.Details, Detail{MaxZoom: zoom})
	}
	arcs := readArcs(c)
	n := len(arcs.arcs)
	m.Land = readPolygon(c, n)
	m.Areas = readAreas(c, n)
	m.Lakes = readPolygons(c, n)
	m.Urban = readPolygons(c, n)
	m.Places = readPlaces(c)
	m.Waters = readWaters(c)
	if len(c.buf) > 0 {
		c.fail("%d bytes too many", len(c.buf))
	}
	if c.err == nil && m.ringPoints(arcs) > maxRingPoints {
		c.fail("its rings have more than %d points", maxRingPoints)
	}
	return arcs
}

func readZooms(c *cursor) []float64 {
	n := c.count(1)
	if n < 1 || n > maxDetails {
		c.fail("%d details", n)
		return nil
	}
	zooms := make([]float64, n)
	for i := range zooms {
		zooms[i] = c.zoom()
	}
	return zooms
}

func readAreas(c *cursor, arcs int) []Area {
	areas := make([]Area, c.count(10))
	for i := range areas {
		areas[i] = Area{
			Kind: Kind(c.enum(byte(Region)+1, "kind of area")),
			Code: c.string(), Country: c.string(), Name: c.names(),
			Label: c.point(), MinZoom: c.zoom(), Shape: readPolygon(c, arcs),
		}
	}
	return areas
}

func readPlaces(c *cursor) []Place {
	places := make([]Place, c.count(9))
	for i := range places {
		places[i] = Place{
			Name: c.names(), Country: c.string(),
			Capital:    Capital(c.enum(byte(CountryCapital)+1, "kind of capital")),
			Population: int(min(c.uvarint(), 1<<31-1)),
			Point:      c.point(), MinZoom: c.zoom(),
		}
	}
	return places
}

func readWaters(c *cursor) []Water {
	waters := make([]Water, c.count(7))
	for i := range waters {
		waters[i] = Water{Kind: WaterKind(c.enum(byte(Stream)+1, "kind of water")), Name: c.names(), Point: c.point(), MinZoom: c.zoom()}
	}
	return waters
}

// polygons calls visit for every polygon of the map.
func (m *Map) polygons(visit func(*Polygon)) {
	visit(&m.Land)
	for i := range m.Areas {
		visit(&m.Areas[i].Shape)
	}
	for i := range m.Lakes {
		visit(&m.Lakes[i])
	}
	for i := range m.Urban {
		visit(&m.Urban[i])
	}
}

// ringPoints counts all ring points at the finest detail.
func (m *Map) ringPoints(t *arcTable) (n int) {
	m.polygons(func(p *Polygon) { n += p.ringPoints(t) })
	return n
}

// unfold has the details build themselves when they are first asked for, and
// works out what follows from the finest one.
func (m *Map) unfold(t *arcTable) {
	for i := range m.Details {
		m.Details[i].arcs = sync.OnceValue(func() []Arc { return t.at(uint8(i)) })
	}
	all := t.bounds(uint8(len(m.Details) - 1))
	m.polygons(func(p *Polygon) { p.setBounds(all) })
	m.Lines = t.lines(all)
	for i := range m.Areas { // one that nothing is left of lies at its label
		if a := &m.Areas[i]; len(a.Shape.Rings) == 0 {
			a.Shape.Bound = orb.Bound{Min: a.Label, Max: a.Label}
		}
	}
}

func (m *Map) finest() *Detail { return &m.Details[len(m.Details)-1] }
