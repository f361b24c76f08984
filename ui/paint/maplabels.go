package paint

import (
	"image/color"
	"math"
	"sort"
	"strings"

	"qantar/geo/basemap"

	"github.com/paulmach/orb"
)

// labels places names on the map without letting them touch.
type labels struct {
	wanted []label
	taken  []box
}

// label is one name that would like to stand on the map.
type label struct {
	at    pt // device pixels
	text  string
	kind  *labelKind
	rank  float64 // smaller goes first
	dot   bool    // with a dot for the place itself
	below bool    // under its point, where marks stand
}

// labelKind is how one sort of name is set. Sizes are pixels at scale 1.
type labelKind struct {
	weight   Weight
	size     float32
	tracking float32
	capitals bool
	color    func(*Style) color.RGBA
	dotSize  float32
	lead     float64 // how much earlier than its zoom it is placed: a bonus in rank
}

func inkText(s *Style) color.RGBA   { return s.Text }
func softText(s *Style) color.RGBA  { return s.TextSoft }
func waterText(s *Style) color.RGBA { return s.WaterText }

var (
	countryLabel = &labelKind{weight: Regular, size: 16, tracking: 2.5, capitals: true, color: softText, lead: 1}
	regionLabel  = &labelKind{weight: Regular, size: 14, tracking: 1.5, capitals: true, color: softText, lead: -2}
	waterLabel   = &labelKind{weight: Italic, size: 16, color: waterText, lead: 0}
	capitalLabel = &labelKind{weight: Bold, size: 17, color: inkText, dotSize: 3.6, lead: 2}
	seatLabel    = &labelKind{weight: Regular, size: 16, color: inkText, dotSize: 3, lead: 0.5}
	townLabel    = &labelKind{weight: Regular, size: 16, color: inkText, dotSize: 2.4}
)

// settlements are how towns are set, by what they are the seat of.
var settlements = map[basemap.Capital]*labelKind{
	basemap.CountryCapital: capitalLabel, basemap.RegionCapital: seatLabel, basemap.NoCapital: townLabel,
}

// name writes the names on the map. What is found a place depends on a wide
// rim around the picture too, so that names hold still while the map is panned.
func (m *Map) name(s *MapScene) {
	l := &m.labels
	l.wanted, l.taken = l.wanted[:0], l.taken[:0]
	zoom := s.zoom()
	reach := s.View.Grow(220 * float64(s.Scale)).Bound()
	m.wantPlaces(s, zoom, reach)
	m.wantAreas(s, zoom, reach)
	m.wantWaters(s, zoom, reach)
	m.wantTileNames(s, zoom)
	sort.SliceStable(l.wanted, func(i, j int) bool { return l.wanted[i].rank < l.wanted[j].rank })
	for i := range l.wanted {
		m.place(s, &l.wanted[i])
	}
}

func (m *Map) want(s *MapScene, world orb.Point, text string, kind *labelKind, minZoom float64) *label {
	p := s.View.ToScreen(world)
	if kind.capitals {
		text = strings.ToUpper(text)
	}
	m.labels.wanted = append(m.labels.wanted, label{
		at: pt{float32(p[0]), float32(p[1])}, text: text, kind: kind, rank: minZoom - kind.lead,
	})
	return &m.labels.wanted[len(m.labels.wanted)-1]
}

func (m *Map) wantPlaces(s *MapScene, zoom float64, reach orb.Bound) {
	for i := range m.world.Places {
		p := &m.world.Places[i]
		if p.MinZoom > zoom || !reach.Contains(p.Point) {
			continue
		}
		l := m.want(s, p.Point, p.Name.In(s.Lang), settlements[p.Capital], p.MinZoom)
		l.dot = true
		if p.Country == s.Focus {
			l.rank -= 3
		}
		l.below = s.busy(p.Point)
	}
}

// busy tells whether marks stand on a point, now or at another time.
func (s *MapScene) busy(p orb.Point) bool {
	near := 24 * float64(s.Scale) / s.View.WorldSize()
	for _, b := range s.Busy {
		if math.Abs(b[0]-p[0]) < near && math.Abs(b[1]-p[1]) < near {
			return true
		}
	}
	return false
}

func (m *Map) wantAreas(s *MapScene, zoom float64, reach orb.Bound) {
	for i := range m.world.Areas {
		a := &m.world.Areas[i]
		if a.MinZoom > zoom || !reach.Contains(a.Label) || a.Kind == basemap.Country && zoom > 7 {
			continue
		}
		kind := countryLabel
		if a.Kind == basemap.Region {
			kind = regionLabel
		}
		m.want(s, a.Label, a.Name.In(s.Lang), kind, a.MinZoom)
	}
}

func (m *Map) wantWaters(s *MapScene, zoom float64, reach orb.Bound) {
	for i := range m.world.Waters {
		w := &m.world.Waters[i]
		if w.MinZoom <= zoom && reach.Contains(w.Point) {
			m.want(s, w.Point, w.Name.In(s.Lang), waterLabel, w.MinZoom)
		}
	}
}

// place finds a free spot for a label, draws it there and keeps the spot.
func (m *Map) place(s *MapScene, l *label) {
	k := s.Scale
	sprite := m.names.tracked(l.text, l.kind.weight, l.kind.size*k, 1.8*k, l.kind.tracking*k)
	width, ascent, descent := sprite.advance, l.kind.size*k*0.75, l.kind.size*k*0.22
	for _, origin := range l.spots(width, ascent, k) {
		taken := box{origin.x - 3*k, origin.y - ascent - 1*k, origin.x + width + 3*k, origin.y + descent + 1*k}
		if m.labels.free(taken) {
			m.labels.taken = append(m.labels.taken, taken)
			if l.dot {
				m.dot(s, l)
			}
			m.canvas.put(sprite, origin.x, origin.y, l.kind.color(s.Style), s.Style.Halo)
			return
		}
	}
}

// spots are where the start of a label's baseline may stand, the best first.
func (l *label) spots(width, ascent, k float32) []pt {
	gap := l.kind.dotSize*k + 5*k
	centred := l.at.x - width/2
	switch {
	case !l.dot:
		return []pt{{centred, l.at.y + ascent/2}}
	case l.below:
		return []pt{{centred, l.at.y + 20*k + ascent}, {centred, l.at.y - 22*k}, {l.at.x + 24*k, l.at.y + ascent/2}}
	default:
		return []pt{
			{l.at.x + gap, l.at.y + ascent/2}, {l.at.x - gap - width, l.at.y + ascent/2},
			{centred, l.at.y + gap + ascent}, {centred, l.at.y - gap},
		}
	}
}

func (l *labels) free(b box) bool {
	for _, t := range l.taken {
		if b.x0 < t.x1 && b.x1 > t.x0 && b.y0 < t.y1 && b.y1 > t.y0 {
			return false
		}
	}
	return true
}

func (m *Map) dot(s *MapScene, l *label) {
	r := l.kind.dotSize * s.Scale
	c := &m.canvas
	c.within(l.at.x-2*r, l.at.y-2*r, l.at.x+2*r, l.at.y+2*r)
	c.circle(l.at.x, l.at.y, r+1.2*s.Scale, false)
	c.paint(s.Style.Halo)
	c.circle(l.at.x, l.at.y, r, false)
	c.paint(s.Style.Text)
	c.anywhere()
	m.labels.taken = append(m.labels.taken, box{l.at.x - r, l.at.y - r, l.at.x + r, l.at.y + r})
}
