package paint

import (
	"image"
	"image/color"
	"image/draw"

	"qantar/geo"
	"qantar/geo/basemap"
	"qantar/geo/cluster"

	"github.com/paulmach/orb"
)

// MapScene is all that a map picture shows, as plain values.
type MapScene struct {
	View   geo.Viewport // in device pixels
	Scale  float32      // device pixels per pixel
	Style  *Style
	Lang   string      // ISO 639-1, for the names on the map
	Focus  string      // ISO 3166-1 alpha-2 of the country told of
	Busy   []orb.Point // world coordinates where marks stand at one time or other
	Shades []Shade
	Marks  []Mark
	Tiles  *TileLayer // the user's own map; nil: none

	// Density is how densely events stand, drawn under the marks, where they
	// are too many for marks of their own; nil for none.
	Density *cluster.Surface
}

// Map paints maps. It keeps its buffers and the drawn lines of text; use one
// per goroutine.
type Map struct {
	world   *basemap.Map
	names   *Type
	canvas  canvas
	points  []pt
	labels  labels
	codes   map[string]int
	marks   marks
	density density
	tiles   tilePainter
}

// NewMap returns a painter of a basemap.
func NewMap(world *basemap.Map, names *Type) *Map {
	m := &Map{world: world, names: names, codes: make(map[string]int, len(world.Areas))}
	for i := range world.Areas {
		m.codes[world.Areas[i].Code] = i
	}
	return m
}

// Draw paints everything that a scene holds, onto a picture that begins at 0, 0
// and is as large as the scene's view.
func (m *Map) Draw(dst *image.RGBA, s *MapScene) { NewLayers(m).Draw(dst, s) }

// ground paints the basemap's land, water and borders.
func (m *Map) ground(dst *image.RGBA, s *MapScene) {
	zoom := s.zoom()
	detail := m.world.DetailFor(zoom)
	fill(dst, s.Style.Sea)
	m.canvas.begin(dst)
	m.polygon(s, &detail.Land, s.Style.Land)
	if i, ok := m.codes[s.Focus]; ok {
		m.polygon(s, &detail.Areas[i], s.Style.Focus)
	}
	m.polygons(s, detail.Urban, zoom, s.Style.Urban)
	m.lines(s, detail.Rivers, basemap.River, zoom, 1.1, s.Style.River)
	m.polygons(s, detail.Lakes, zoom, s.Style.Lake)
	m.lines(s, detail.Borders, basemap.RegionBorder, zoom, 1, s.Style.Region)
	m.lines(s, detail.Borders, basemap.Coast, zoom, 0.9, s.Style.Coast)
	m.lines(s, detail.Borders, basemap.CountryBorder, zoom, 1.2, s.Style.Border)
	if i, ok := m.codes[s.Focus]; ok {
		m.outline(s, &detail.Areas[i], 1.8, s.Style.FocusLine)
	}
}

// Shades paints the tints and hatches of areas.
func (m *Map) Shades(dst *image.RGBA, s *MapScene) {
	m.canvas.begin(dst)
	m.shades(s)
}

// Names paints the names on the map.
func (m *Map) Names(dst *image.RGBA, s *MapScene) {
	m.canvas.begin(dst)
	m.name(s)
}

// zoom is the scene's zoom level as the eye sees it, whatever the pixel density.
func (s *MapScene) zoom() float64 {
	v := s.View.Scale(1 / float64(s.Scale))
	return v.Zoom
}

func fill(dst *image.RGBA, c color.RGBA) {
	draw.Draw(dst, dst.Bounds(), image.NewUniform(c), image.Point{}, draw.Src)
}

// project turns world coordinates into device pixels; the answer is valid
// until the next call.
func (m *Map) project(s *MapScene, world []orb.Point) []pt {
	size := s.View.WorldSize()
	dx, dy := s.View.Width/2-s.View.Center[0]*size, s.View.Height/2-s.View.Center[1]*size
	m.points = m.points[:0]
	for _, p := range world {
		m.points = append(m.points, pt{float32(p[0]*size + dx), float32(p[1]*size + dy)})
	}
	return m.points
}

func (m *Map) gather(s *MapScene, p *basemap.Polygon, view orb.Bound) bool {
	if !p.Bound.Intersects(view) {
		return false
	}
	found := false
	for i := range p.Rings {
		ring := &p.Rings[i]
		if !ring.Bound.Intersects(view) {
			continue
		}
		found = true
		points := m.project(s, ring.Points)
		if inside(ring.Bound, view) {
			m.canvas.polygon(points)
		} else {
			m.canvas.clipped(points)
		}
	}
	return found
}

func inside(b, in orb.Bound) bool { return in.Contains(b.Min) && in.Contains(b.Max) }

func (m *Map) polygon(s *MapScene, p *basemap.Polygon, c color.RGBA) {
	if m.gather(s, p, s.View.Bound()) {
		m.canvas.paint(c)
	}
}

func (m *Map) polygons(s *MapScene, all []basemap.Polygon, zoom float64, c color.RGBA) {
	view := s.View.Bound()
	found := false
	for i := range all {
		if all[i].MinZoom <= zoom && m.gather(s, &all[i], view) {
			found = true
		}
	}
	if found {
		m.canvas.paint(c)
	}
}

func (m *Map) lines(s *MapScene, all []basemap.Line, rank basemap.Rank, zoom float64, width float32, c color.RGBA) {
	view := s.View.Bound()
	for i := range all {
		line := &all[i]
		if line.Rank == rank && line.MinZoom <= zoom && line.Bound.Intersects(view) {
			m.canvas.polyline(m.project(s, line.Points), width*s.Scale)
		}
	}
	m.canvas.paint(c)
}

func (m *Map) outline(s *MapScene, p *basemap.Polygon, width float32, c color.RGBA) {
	view := s.View.Bound()
	for i := range p.Rings {
		if p.Rings[i].Bound.Intersects(view) {
			m.canvas.polyline(m.project(s, p.Rings[i].Points), width*s.Scale)
		}
	}
	m.canvas.paint(c)
}
