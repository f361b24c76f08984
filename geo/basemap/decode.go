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

// stored is the asset after parsing and before its details are unfolded.
type stored struct {
	zooms []float64
	arcs  *arcTable
	land  outline
	areas []outline
	lakes []outline
	urban []outline
}

// Decode turns the bytes of the embedded asset into a Map. It costs about 40
// ms and 45 MB, so do it once and away from the main goroutine. Truncated or
// altered data is an error, never a panic.
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
	s := parse(c, &m)
	if c.err != nil {
		return nil, fmt.Errorf("the basemap is damaged: %w", c.err)
	}
	m.Details = s.unfold()
	m.setBounds()
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

func parse(c *cursor, m *Map) *stored {
	s := &stored{zooms: readZooms(c), arcs: readArcs(c)}
	n := len(s.arcs.arcs)
	s.land = readOutline(c, n)
	m.Areas, s.areas = readAreas(c, n)
	s.lakes = readOutlines(c, n)
	s.urban = readOutlines(c, n)
	m.Places = readPlaces(c)
	m.Waters = readWaters(c)
	if len(c.buf) > 0 {
		c.fail("%d bytes too many", len(c.buf))
	}
	if c.err == nil && s.ringPoints() > maxRingPoints {
		c.fail("its rings have more than %d points", maxRingPoints)
	}
	return s
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

func readAreas(c *cursor, arcs int) ([]Area, []outline) {
	areas := make([]Area, c.count(10))
	outlines := make([]outline, len(areas))
	for i := range areas {
		areas[i] = Area{
			Kind: Kind(c.enum(byte(Region)+1, "kind of area")),
			Code: c.string(), Country: c.string(), Name: c.names(),
			Label: c.point(), MinZoom: c.zoom(),
		}
		outlines[i] = readOutline(c, arcs)
	}
	return areas, outlines
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
	waters := make([]Water, c.count(6))
	for i := range waters {
		waters[i] = Water{Name: c.names(), Point: c.point(), MinZoom: c.zoom()}
	}
	return waters
}

// ringPoints counts all ring points at the finest detail.
func (s *stored) ringPoints() int {
	n := s.land.ringPoints(s.arcs)
	for _, group := range [][]outline{s.areas, s.lakes, s.urban} {
		for _, o := range group {
			n += o.ringPoints(s.arcs)
		}
	}
	return n
}

// unfold builds all details, each in its own goroutine.
func (s *stored) unfold() []Detail {
	out := make([]Detail, len(s.zooms))
	var wg sync.WaitGroup
	for i := range out {
		wg.Go(func() { out[i] = s.detail(i) })
	}
	wg.Wait()
	return out
}

func (s *stored) detail(level int) Detail {
	arcs := s.arcs.at(uint8(level))
	d := Detail{
		MaxZoom: s.zooms[level],
		Land:    s.land.polygon(arcs),
		Areas:   make([]Polygon, len(s.areas)),
		Lakes:   polygons(s.lakes, arcs),
		Urban:   polygons(s.urban, arcs),
	}
	for i, o := range s.areas {
		d.Areas[i] = o.polygon(arcs)
	}
	d.Rivers, d.Borders = s.arcs.lines(arcs)
	return d
}

// setBounds gives each area the bound of its finest polygon, or of its label
// where no polygon is left.
func (m *Map) setBounds() {
	finest := m.Details[len(m.Details)-1].Areas
	for i := range m.Areas {
		a := &m.Areas[i]
		if a.Bound = finest[i].Bound; len(finest[i].Rings) == 0 {
			a.Bound = orb.Bound{Min: a.Label, Max: a.Label}
		}
	}
}
