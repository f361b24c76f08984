package paint

import (
	"image/color"

	"qantar/geo/basemap"
)

// labelKind is how one sort of name is set. Sizes are pixels at scale 1.
type labelKind struct {
	weight   Weight
	size     float32
	tracking float32
	capitals bool
	wrap     float32 // width from which a name takes another line; 0: never
	color    func(*Style) color.RGBA
	mark     func(c *canvas, x, y, r, k float32, s *Style) // of the place itself
	reach    float32                                       // radius of the mark
	lead     float64                                       // how much earlier than its zoom it is placed: a bonus in rank
	spots    func(l *label, k float32) []pt
}

func inkText(s *Style) color.RGBA   { return s.Text }
func softText(s *Style) color.RGBA  { return s.TextSoft }
func waterText(s *Style) color.RGBA { return s.WaterText }

// The sorts of names.
var (
	region  = &labelKind{weight: Regular, size: 14, tracking: 1.5, capitals: true, color: softText, lead: -2, spots: aboutMiddle}
	sea     = &labelKind{weight: Italic, size: 18, tracking: 1, wrap: 150, color: waterText, lead: 0.5, spots: aboutMiddle}
	lake    = &labelKind{weight: Italic, size: 16, wrap: 110, color: waterText, spots: aboutMiddle}
	river   = &labelKind{weight: Italic, size: 16, color: waterText, lead: -0.5, spots: alongside}
	capital = &labelKind{weight: Bold, size: 17, color: inkText, mark: ringedSquare, reach: 4.6, lead: 2, spots: roundPoint}
	seat    = &labelKind{weight: Regular, size: 16, color: inkText, mark: ringedDot, reach: 4, lead: 0.5, spots: roundPoint}
)

// townSteps are the sizes of the dots of towns by population, from large to
// small.
var townSteps = []struct {
	population int
	kind       *labelKind
}{
	{1e6, town(3.6, 0.4)}, {3e5, town(3.1, 0.2)}, {1e5, town(2.7, 0)}, {3e4, town(2.3, 0)}, {0, town(1.9, 0)},
}

func town(radius float32, lead float64) *labelKind {
	return &labelKind{weight: Regular, size: 16, color: inkText, mark: plainDot, reach: radius, lead: lead, spots: roundPoint}
}

// kindOfPlace is how a town's name is set.
func kindOfPlace(p *basemap.Place) *labelKind {
	switch p.Capital {
	case basemap.CountryCapital:
		return capital
	case basemap.RegionCapital:
		return seat
	}
	for _, step := range townSteps {
		if p.Population >= step.population {
			return step.kind
		}
	}
	return townSteps[len(townSteps)-1].kind
}

// kindsOfWater are how names on the water are set.
var kindsOfWater = map[basemap.WaterKind]*labelKind{basemap.Sea: sea, basemap.Lake: lake, basemap.Stream: river}

// countrySteps are the sizes of the names of countries by how wide these are,
// in pixels at scale 1, from large to small.
var countrySteps = []struct {
	width float64
	kind  *labelKind
}{
	{900, country(22, 9)}, {450, country(20, 5)}, {200, country(18, 3)}, {0, country(16, 2.5)},
}

func country(size, tracking float32) *labelKind {
	return &labelKind{weight: Regular, size: size, tracking: tracking, capitals: true, color: softText, lead: 1, spots: aboutMiddle}
}

// kindOfArea is how the name of an area so many pixels wide is set.
func kindOfArea(a *basemap.Area, width float64) *labelKind {
	if a.Kind == basemap.Region {
		return region
	}
	for _, step := range countrySteps {
		if width >= step.width {
			return step.kind
		}
	}
	return countrySteps[len(countrySteps)-1].kind
}

// name writes the names on the map. Where they stand is settled for the whole
// world at one step of the zoom, so that they hold still while the map is
// panned; those that the picture's edge would cut are left out.
func (m *Map) name(s *MapScene) {
	m.settle(s)
	r := m.canvas.dst.Rect
	m.lenses = lensesOn(m.lenses[:0], s, r)
	for i := range m.labels.placed {
		l := &m.labels.placed[i]
		for j := range m.lenses {
			at := m.lenses[j].at(narrow(l.world))
			b := l.box.add(at)
			if b.x0 >= float32(r.Min.X) && b.y0 >= float32(r.Min.Y) && b.x1 <= float32(r.Max.X) && b.y1 <= float32(r.Max.Y) {
				m.write(s, l, at)
			}
		}
	}
}

// write draws a label and the mark of its place.
func (m *Map) write(s *MapScene, l *label, at pt) {
	k, kind := s.Scale, l.kind
	if kind.mark != nil {
		kind.mark(&m.canvas, at.x, at.y, kind.reach*k, k, s.Style)
	}
	for i, line := range l.lines {
		sprite := m.names.tracked(line, kind.weight, kind.size*k, 1.8*k, kind.tracking*k)
		x, y := at.x+l.offset.x+(l.width-sprite.advance)/2, at.y+l.offset.y+float32(i)*kind.leading(k)
		m.canvas.put(sprite, x, y, kind.color(s.Style), s.Style.Halo)
	}
}

// leading is the distance between two lines of a label in device pixels.
func (kind *labelKind) leading(k float32) float32 { return kind.size * k * 1.15 }

// plainDot marks a town.
func plainDot(c *canvas, x, y, r, k float32, s *Style) {
	c.disc(x, y, r+1.2*k, s.Halo)
	c.disc(x, y, r, s.Text)
}

// ringedDot marks the seat of a region: a dot in a ring.
func ringedDot(c *canvas, x, y, r, k float32, s *Style) {
	c.disc(x, y, r+1.2*k, s.Halo)
	c.disc(x, y, r, s.Text)
	c.disc(x, y, r-1.2*k, s.Halo)
	c.disc(x, y, r-2.2*k, s.Text)
}

// ringedSquare marks a capital: a square in a frame.
func ringedSquare(c *canvas, x, y, r, k float32, s *Style) {
	c.square(x, y, r+1.2*k, s.Halo)
	c.square(x, y, r, s.Text)
	c.square(x, y, r-1.4*k, s.Halo)
	c.square(x, y, r-2.6*k, s.Text)
}

func (c *canvas) disc(x, y, r float32, col color.RGBA) {
	c.within(x-r-1, y-r-1, x+r+1, y+r+1)
	c.circle(x, y, r, false)
	c.paint(col)
	c.anywhere()
}

func (c *canvas) square(x, y, half float32, col color.RGBA) {
	c.within(x-half-1, y-half-1, x+half+1, y+half+1)
	c.rect(x-half, y-half, x+half, y+half)
	c.paint(col)
	c.anywhere()
}
