package paint

import (
	"image"
	"image/color"
	"math"
	"slices"
	"strconv"

	"qantar/geo/basemap"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
	"github.com/paulmach/orb/simplify"
)

// Trace has what do draws with m go into a rectangle of a drawing. The picture
// that do is given has the rectangle's size, and no pixels.
func (m *Map) Trace(d *Drawing, at image.Rectangle, do func(dst *image.RGBA)) {
	m.canvas.trace(d, at, do)
}

// trace puts a scene down as parts of a drawing. Maps of tiles and densities go
// there as pictures.
func (m *Map) trace(dst *image.RGBA, s *MapScene) {
	m.canvas.begin(dst)
	m.arcs = m.world.DetailFor(s.zoom()).Arcs()
	m.lenses = lensesOn(m.lenses[:0], s, dst.Rect)
	if s.Tiles == nil {
		m.ground(s)
	} else {
		m.photo(dst.Rect, func(img *image.RGBA) { m.Ground(img, s) })
	}
	m.canvas.anywhere()
	m.lenses = lensesOn(m.lenses[:0], s, dst.Rect)
	m.shades(s)
	if s.Density != nil {
		m.density.prepare(s, dst.Rect)
		m.photo(dst.Rect, func(img *image.RGBA) { m.density.paintAlone(img, s) })
	}
	m.canvas.anywhere()
	m.name(s)
	m.traceMarks(s)
	m.traceCallouts(dst.Rect, s)
}

// photo puts a part down that is painted with pixels.
func (m *Map) photo(r image.Rectangle, paint func(img *image.RGBA)) {
	pen, dst := m.canvas.pen, m.canvas.dst
	img := image.NewRGBA(r)
	m.canvas.pen = nil
	paint(img)
	m.canvas.pen = pen
	m.canvas.begin(dst)
	pen.photo(img)
}

// coarse is how far, in device pixels, the lines of a drawing may lie off those
// of the map, which have more corners than paper shows.
const coarse = 1.1

// paintAlone paints a surface on a clear picture, where paint needs a ground: what
// it lets through is told by how it looks on black and on white.
func (d *density) paintAlone(dst *image.RGBA, s *MapScene) {
	white := image.NewRGBA(dst.Rect)
	fill(dst, color.RGBA{0, 0, 0, 255})
	fill(white, color.RGBA{255, 255, 255, 255})
	d.paint(dst, s.Density, dst.Rect)
	d.paint(white, s.Density, dst.Rect)
	for i := 0; i < len(dst.Pix); i += 4 {
		through := uint8(0)
		for k := i; k < i+3; k++ {
			through = max(through, white.Pix[k]-min(white.Pix[k], dst.Pix[k]))
		}
		dst.Pix[i+3] = max(255-through, dst.Pix[i], dst.Pix[i+1], dst.Pix[i+2])
	}
}

// traceRing adds what the picture shows of a ring, and a rim around it, to the
// path.
func (m *Map) traceRing(l *lens, ring *basemap.Ring) {
	m.points = m.points[:0]
	for _, ref := range ring.Refs {
		m.along(l, m.arcs[ref.Arc()], ref.Back())
	}
	if len(m.points) < 3 {
		return
	}
	whole := make(orb.Ring, 0, len(m.points)+1)
	for _, p := range append(m.points, m.points[0]) {
		whole = append(whole, orb.Point{float64(p.x), float64(p.y)})
	}
	r := m.canvas.dst.Rect
	seen := clip.Ring(orb.Bound{Max: orb.Point{float64(r.Max.X), float64(r.Max.Y)}}.Pad(rim), whole)
	if len(seen) > 0 {
		m.closed(simplify.DouglasPeucker(coarse).Ring(seen))
	}
}

// closed adds a ring in device pixels to the path.
func (m *Map) closed(ring orb.Ring) {
	for i, p := range ring {
		q := pt{float32(p[0]), float32(p[1])}
		if i == 0 {
			m.canvas.moveTo(q)
		} else {
			m.canvas.lineTo(q)
		}
	}
	m.canvas.close()
}

// along appends an arc in the direction in which a ring runs along it.
func (m *Map) along(l *lens, arc basemap.Arc, back bool) {
	first := len(m.points)
	for i := range arc {
		m.points = l.project(m.points, arc[i].Points)
	}
	if back {
		slices.Reverse(m.points[first:])
	}
}

// traceMarks puts the marks of a scene down, those with a halo in its place first.
func (m *Map) traceMarks(s *MapScene) {
	for _, k := range imprints(nil, s, m.canvas.dst.Rect) {
		mark, at := &s.Marks[k.mark], s.position(&s.Marks[k.mark])
		switch {
		case k.halo:
			at, r := k.spot.point(), s.haloRadius(mark)
			m.disc(at, r, 0, faded(s.Style.Accent, 0.12))
			m.disc(at, r, r-1.5*s.Scale, faded(s.Style.Accent, 0.7))
			continue
		case mark.Offset != [2]float32{}:
			m.canvas.polyline([]pt{s.foot(mark).point(), at}, legWidth*s.Scale)
			m.canvas.paint(s.Style.TextSoft)
		}
		if mark.Count > 1 {
			m.traceGroup(s, mark, at)
			continue
		}
		r, opacity := mark.Radius*s.Scale, fading(mark.Opacity)
		m.traceEmphasis(s, mark, at, r*largerSymbol)
		m.canvas.symbol(mark.Shape, at.x, at.y, r, symbolRim*s.Scale, mix(s.Style.Halo, mark.Color, opacity), s.Style.Halo, mark.Hollow)
	}
}

// disc puts the band between two circles down.
func (m *Map) disc(at pt, outer, inner float32, col color.RGBA) {
	m.canvas.ring(at.x, at.y, outer, inner)
	m.canvas.paint(col)
}

func (m *Map) traceEmphasis(s *MapScene, mark *Mark, at pt, r float32) {
	if !mark.Selected && !mark.Hovered {
		return
	}
	outer, width := r+emphasisGap*s.Scale, 1.5*s.Scale
	if mark.Selected {
		width = 3 * s.Scale
	}
	m.disc(at, outer+emphasisRim*s.Scale, 0, faded(s.Style.Halo, 0.9))
	m.disc(at, outer, outer-width, s.Style.Accent)
}

// traceGroup puts a divided ring with its number down.
func (m *Map) traceGroup(s *MapScene, mark *Mark, at pt) {
	r := mark.Radius * s.Scale
	inner := max(0, r-bandWidth*s.Scale)
	m.traceEmphasis(s, mark, at, r)
	m.disc(at, r+ringRim*s.Scale, 0, s.Style.Halo)
	from, opacity := 0, fading(mark.Opacity)
	for _, slice := range mark.Slices {
		unit := 2 * math.Pi / float64(mark.Count)
		m.wedge(at, r, inner, float64(from)*unit, float64(from+slice.Count)*unit)
		m.canvas.paint(mix(s.Style.Halo, slice.Color, opacity))
		from += slice.Count
	}
	number := m.names.sprite(shortNumber(mark.Count), Bold, groupText*s.Scale, 0)
	m.canvas.put(number, at.x-number.advance/2, at.y+groupText*s.Scale*0.36, s.Style.Text, s.Style.Halo)
}

// shortNumber is a number as it stands in a ring.
func shortNumber(n int) string {
	n, letter := round(n)
	if letter == 0 {
		return strconv.Itoa(n)
	}
	return strconv.Itoa(n) + letters[letter:letter+1]
}

// wedge adds the part of a band between two directions, clockwise from the top.
func (m *Map) wedge(at pt, outer, inner float32, from, to float64) {
	m.arc(at, outer, from, to, true)
	m.arc(at, inner, to, from, false)
	m.canvas.close()
}

// arc adds an arc of a circle in pieces of at most a quarter. The control
// points: M. Goldapp, "Approximation of circular arcs by cubic polynomials",
// Computer Aided Geometric Design 8 (1991).
func (m *Map) arc(at pt, r float32, from, to float64, fresh bool) {
	on := func(turn float64) pt {
		sin, cos := math.Sincos(turn)
		return pt{at.x + r*float32(sin), at.y - r*float32(cos)}
	}
	pieces := max(1, math.Ceil(math.Abs(to-from)/(math.Pi/2)))
	step := (to - from) / pieces
	lean := float32(4.0 / 3 * math.Tan(step/4))
	if begin := on(from); fresh {
		m.canvas.moveTo(begin)
	} else {
		m.canvas.lineTo(begin)
	}
	for i := range int(pieces) {
		a, b := from+float64(i)*step, from+float64(i+1)*step
		p, q := on(a), on(b)
		m.canvas.cubeTo(pt{p.x - lean*(p.y-at.y), p.y + lean*(p.x-at.x)}, pt{q.x + lean*(q.y-at.y), q.y - lean*(q.x-at.x)}, q)
	}
}

// traceCallouts puts the callouts of a scene down.
func (m *Map) traceCallouts(r image.Rectangle, s *MapScene) {
	all, f, style := m.calls.lay(nil, s, r, &m.labels), s.Scale, s.Style
	for i := range all {
		c, to := &all[i], all[i].near()
		dx, dy := float32(to.X)-c.at.x, float32(to.Y)-c.at.y
		if d := hypot(dx, dy); d > c.ring {
			leader := []pt{{c.at.x + dx/d*c.ring, c.at.y + dy/d*c.ring}, {float32(to.X), float32(to.Y)}}
			m.canvas.polyline(leader, (leaderWidth+2)*f)
			m.canvas.paint(style.Halo)
			m.canvas.polyline(leader, leaderWidth*f)
			m.canvas.paint(style.Accent)
		}
		if c.ring == 0 && hypot(dx, dy) > 1 {
			m.disc(c.at, (footRadius+1)*f, 0, style.Halo)
			m.disc(c.at, footRadius*f, 0, style.Accent)
		}
		if c.ring > 0 {
			m.disc(c.at, c.ring+emphasisRim*f, c.ring-(calloutRing+1)*f, style.Halo)
			m.disc(c.at, c.ring, c.ring-calloutRing*f, style.Accent)
		}
	}
	for i := range all {
		m.traceCard(&all[i], s)
	}
}

// traceCard puts the titles of a callout down.
func (m *Map) traceCard(c *called, s *MapScene) {
	f, b, edge := s.Scale, boxOf(c.box), calloutEdge*s.Scale
	m.canvas.roundRect(b.x0-edge, b.y0-edge, b.x1+edge, b.y1+edge, 5*f)
	m.canvas.paint(s.Style.Accent)
	m.canvas.roundRect(b.x0, b.y0, b.x1, b.y1, 4*f)
	m.canvas.paint(s.Style.Paper)
	y := b.y0 + 0.7*calloutPad*f
	for i, title := range c.titles {
		if i > 0 {
			y += calloutGap * f
		}
		for _, line := range m.calls.wrapped(title, f) {
			m.canvas.put(m.names.sprite(line, Bold, calloutText*f, 0), b.x0+calloutPad*f, y+0.77*calloutLine*f, s.Style.Ink, s.Style.Paper)
			y += calloutLine * f
		}
	}
}
