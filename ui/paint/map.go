package paint

import (
	"image"
	"image/color"

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

	Callouts []Callout       // of what is spoken of
	Free     image.Rectangle // where callouts may stand, in device pixels; empty: anywhere
	Covered  image.Rectangle // where they may not, in device pixels; empty: nowhere

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
	arcs    []basemap.Arc // at the detail of the scene's zoom
	lenses  []lens        // the copies of the world in view
	band    int           // where the next band begins
	points  []pt
	stripes stripes
	labels  labels
	codes   map[string]int
	marks   marks
	density density
	calls   callouts
	tiles   tilePainter
}

// NewMap returns a painter of a basemap.
func NewMap(world *basemap.Map, names *Type) *Map {
	m := &Map{world: world, names: names, calls: callouts{names: names}, codes: make(map[string]int, len(world.Areas))}
	for i := range world.Areas {
		m.codes[world.Areas[i].Code] = i
	}
	return m
}

// Draw paints everything that a scene holds, onto a picture that begins at 0, 0
// and is as large as the scene's view.
func (m *Map) Draw(dst *image.RGBA, s *MapScene) {
	if m.canvas.pen != nil {
		m.trace(dst, s)
		return
	}
	NewLayers(m).Draw(dst, s)
}

// basemap paints the embedded map's land, water and borders. The world repeats
// to the west and east for as far as the view reaches.
func (m *Map) basemap(dst *image.RGBA, s *MapScene) {
	m.begin(dst, s)
	for m.nextBand(s) {
		m.ground(s)
	}
}

func (m *Map) ground(s *MapScene) {
	zoom, style := s.zoom(), s.Style
	m.canvas.fill(style.Sea)
	m.polygon(&m.world.Land, style.Land)
	focus, told := m.codes[s.Focus]
	if told {
		m.polygon(&m.world.Areas[focus].Shape, style.Focus)
	}
	m.polygons(m.world.Urban, zoom, style.Urban)
	m.lines(s, basemap.River, zoom, 1.1, style.River)
	m.polygons(m.world.Lakes, zoom, style.Lake)
	m.shores(s, m.world.Lakes, zoom, 0.7, style.Coast)
	m.lines(s, basemap.RegionBorder, zoom, 1, style.Region)
	m.lines(s, basemap.Coast, zoom, 0.9, style.Coast)
	m.lines(s, basemap.CountryBorder, zoom, 1.2, style.Border)
	if told {
		m.outline(s, &m.world.Areas[focus].Shape, 1.8, style.FocusLine)
	}
}

// Shades paints the tints and hatches of areas.
func (m *Map) Shades(dst *image.RGBA, s *MapScene) {
	if m.begin(dst, s); len(s.Shades) > 0 {
		for m.nextBand(s) {
			m.shades(s)
		}
	}
}

// Names paints the names on the map.
func (m *Map) Names(dst *image.RGBA, s *MapScene) {
	m.begin(dst, s)
	m.canvas.anywhere()
	m.name(s)
}

// rowsAtOnce is how many rows are painted at a time, so that what several
// layers are painted over stays in the processor's cache.
const rowsAtOnce = 128

// begin readies the painter for a scene.
func (m *Map) begin(dst *image.RGBA, s *MapScene) {
	m.canvas.begin(dst)
	m.arcs = m.world.DetailFor(s.zoom()).Arcs()
	m.band = dst.Rect.Min.Y
}

// nextBand narrows what follows to the next rows of the picture; false when
// there are none left.
func (m *Map) nextBand(s *MapScene) bool {
	r := m.canvas.dst.Rect
	if m.band >= r.Max.Y {
		return false
	}
	r.Min.Y, r.Max.Y = m.band, min(m.band+rowsAtOnce, r.Max.Y)
	m.canvas.within(float32(r.Min.X), float32(r.Min.Y), float32(r.Max.X), float32(r.Max.Y))
	m.lenses = lensesOn(m.lenses[:0], s, r)
	m.band += rowsAtOnce
	return true
}

// zoom is the scene's zoom level as the eye sees it, whatever the pixel density.
func (s *MapScene) zoom() float64 {
	v := s.View.Scale(1 / float64(s.Scale))
	return v.Zoom
}

// gather adds a polygon's rings to the path and tells whether the view shows
// any of them.
func (m *Map) gather(p *basemap.Polygon) bool {
	found := false
	for i := range m.lenses {
		l := &m.lenses[i]
		if !p.Bound.Intersects(l.view) {
			continue
		}
		for j := range p.Rings {
			if ring := &p.Rings[j]; ring.Bound.Intersects(l.view) {
				found = true
				m.ring(l, ring)
			}
		}
	}
	return found
}

// ring adds a ring to the path.
func (m *Map) ring(l *lens, ring *basemap.Ring) {
	if m.canvas.pen != nil {
		m.traceRing(l, ring)
		return
	}
	m.canvas.start()
	for _, ref := range ring.Refs {
		sign := float32(1)
		if ref.Back() {
			sign = -1
		}
		arc := m.arcs[ref.Arc()]
		for i := range arc {
			l.fill(&m.canvas, &arc[i], sign)
		}
	}
}

func (m *Map) polygon(p *basemap.Polygon, c color.RGBA) {
	if m.gather(p) {
		m.canvas.paint(c)
	}
}

func (m *Map) polygons(all []basemap.Polygon, zoom float64, c color.RGBA) {
	for i := range all {
		if all[i].MinZoom <= zoom {
			m.gather(&all[i])
		}
	}
	m.canvas.paint(c)
}

func (m *Map) lines(s *MapScene, rank basemap.Rank, zoom float64, width float32, c color.RGBA) {
	for i := range m.lenses {
		l := &m.lenses[i]
		for j := range m.world.Lines {
			line := &m.world.Lines[j]
			if line.Rank == rank && line.MinZoom <= zoom && line.Bound.Intersects(l.view) {
				m.stroke(l, line.Arc, width*s.Scale)
			}
		}
	}
	m.canvas.paint(c)
}

func (m *Map) outline(s *MapScene, p *basemap.Polygon, width float32, c color.RGBA) {
	m.bound(p, width*s.Scale)
	m.canvas.paint(c)
}

// shores draws the outlines of lakes.
func (m *Map) shores(s *MapScene, lakes []basemap.Polygon, zoom float64, width float32, c color.RGBA) {
	for i := range lakes {
		if lakes[i].MinZoom <= zoom {
			m.bound(&lakes[i], width*s.Scale)
		}
	}
	m.canvas.paint(c)
}

// bound adds the lines around a polygon to the path.
func (m *Map) bound(p *basemap.Polygon, width float32) {
	for i := range m.lenses {
		l := &m.lenses[i]
		if !p.Bound.Intersects(l.view) {
			continue
		}
		for j := range p.Rings {
			if ring := &p.Rings[j]; ring.Bound.Intersects(l.view) {
				for _, ref := range ring.Refs {
					m.stroke(l, ref.Arc(), width)
				}
			}
		}
	}
}

// stroke adds an arc as a line to the path, without the parts out of view.
func (m *Map) stroke(l *lens, arc int, width float32) {
	m.points = m.points[:0]
	for i := range m.arcs[arc] {
		part := &m.arcs[arc][i]
		if l.side(part.Bound) != within {
			m.canvas.polyline(m.points, width)
			m.points = m.points[:0]
			continue
		}
		m.points = l.project(m.points, part.Points)
	}
	m.canvas.polyline(m.points, width)
}
