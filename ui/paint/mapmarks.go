package paint

import (
	"image"
	"image/color"
	"math"

	"github.com/paulmach/orb"
)

// Mark is one event, or several that stand together, on the map.
type Mark struct {
	At       orb.Point  // world coordinates
	Offset   [2]float32 // pixels at scale 1 away from At: a fan
	Radius   float32    // pixels at scale 1
	Shape    string
	Color    color.RGBA
	Opacity  float64 // 0 to 1, less for older events
	Hollow   bool    // date or place not sure
	Halo     float64 // metres around At within which it lies; 0: none drawn
	Selected bool
	Hovered  bool
	Count    int     // of events; more than 1 draws a divided ring
	Slices   []Slice // of the divided ring, clockwise from the top
}

// Slice is the part of a divided ring that one category takes.
type Slice struct {
	Color color.RGBA
	Count int
}

// marks draws the marks of map scenes.
type marks struct {
	stamps stamps
	rings  rings
	digits digits
	ready  []ready // by imprint
}

// ready is what an imprint is drawn with, once it has been drawn in a picture:
// a stamp, or a dial and the colours on it.
type ready struct {
	stamp  *stamp
	dial   *dial
	colors []uint32
}

// begin readies the painter for a picture of some imprints.
func (m *marks) begin(imprints int) {
	m.ready = grown(m.ready, imprints)
	clear(m.ready)
	m.rings.colors = m.rings.colors[:0]
}

// prepare readies what the density and the marks of a scene are drawn with.
func (m *Map) prepare(s *MapScene, r image.Rectangle) {
	m.marks.digits.set(m.names, groupText*s.Scale)
	if s.Density != nil {
		m.density.prepare(s, r)
	}
}

// fadings are how many opacities marks are rounded to, so that not every mark
// changes with every step in time.
const fadings = 16

func fading(opacity float64) float64 { return math.Round(opacity*fadings) / fadings }

func (s *MapScene) position(mark *Mark) pt {
	p := s.View.ToScreen(mark.At)
	return pt{float32(p[0]) + mark.Offset[0]*s.Scale, float32(p[1]) + mark.Offset[1]*s.Scale}
}

// foot is where the leg of a mark of a fan stands.
func (s *MapScene) foot(mark *Mark) spot {
	p := s.View.ToScreen(mark.At)
	return spotAt(pt{float32(p[0]), float32(p[1])})
}

func (s *MapScene) haloRadius(mark *Mark) float32 {
	return float32(s.View.Pixels(mark.Halo, mark.At))
}

// The rings around a selected or hovered mark, in pixels at scale 1 beyond it.
const (
	emphasisGap  = 5
	emphasisRim  = 1.5
	symbolRim    = 1.6
	legWidth     = 1.4
	largerSymbol = 1.3 // what a symbol's rings keep clear of, in radii
)

// paint draws the part of a picture's imprint i within the plot.
func (m *marks) paint(p *plot, s *MapScene, k *imprint, i int) {
	mark := &s.Marks[k.mark]
	switch {
	case k.halo:
		r := s.haloRadius(mark)
		p.band(k.spot.point(), r, 0, faded(s.Style.Accent, 0.12))
		p.band(k.spot.point(), r, r-1.5*s.Scale, faded(s.Style.Accent, 0.7))
		return
	case mark.Offset != [2]float32{}:
		p.bar(s.foot(mark).point(), k.spot.point(), legWidth*s.Scale, s.Style.TextSoft)
	}
	if mark.Count > 1 {
		m.group(p, s, mark, k.spot, &m.ready[i])
	} else {
		m.single(p, s, mark, k.spot, &m.ready[i])
	}
}

func (m *marks) single(p *plot, s *MapScene, mark *Mark, at spot, with *ready) {
	r := mark.Radius * s.Scale
	emphasis(p, s, mark, at.point(), r*largerSymbol)
	if with.stamp == nil {
		opacity := fading(mark.Opacity)
		with.stamp = m.stamps.of(stampKey{
			shape: mark.Shape, radius: r, rim: symbolRim * s.Scale, hollow: mark.Hollow, phase: at.phase,
			fill: faded(mark.Color, opacity), edge: faded(s.Style.Halo, opacity),
		})
	}
	p.put(with.stamp, at.at)
}

// emphasis rings a selected or hovered mark.
func emphasis(p *plot, s *MapScene, mark *Mark, at pt, r float32) {
	if !mark.Selected && !mark.Hovered {
		return
	}
	outer, width := r+emphasisGap*s.Scale, 1.5*s.Scale
	if mark.Selected {
		width = 3 * s.Scale
	}
	p.band(at, outer+emphasisRim*s.Scale, 0, faded(s.Style.Halo, 0.9))
	p.band(at, outer, outer-width, s.Style.Accent)
}

// group draws several events as a small ring divided by category, with their
// number in the middle.
func (m *marks) group(p *plot, s *MapScene, mark *Mark, at spot, with *ready) {
	r, middle := dialRadius(mark.Radius*s.Scale), at.point()
	emphasis(p, s, mark, middle, r)
	if with.dial == nil {
		with.dial = m.rings.of(dialKey{r, s.Scale, at.phase})
		with.colors = m.rings.divide(with.dial.steps, mark.Slices, mark.Count, fading(mark.Opacity), s.Style.Halo)
	}
	with.dial.paint(p, at.at, with.colors, s.Style.Halo)
	m.digits.write(p, mark.Count, middle.x, int(math.Round(float64(middle.y+groupText*s.Scale*0.36))), s.Style.Text)
}

// groupText is the size of the number in a divided ring, in pixels.
const groupText = 16

// MarkAt returns the index of the mark under a point in device pixels, the
// topmost first, or -1. slack widens the marks, in pixels at scale 1.
func (s *MapScene) MarkAt(x, y, slack float32) int {
	best, least := -1, float32(math.Inf(1))
	for i := len(s.Marks) - 1; i >= 0; i-- {
		p := s.position(&s.Marks[i])
		d := float32(math.Hypot(float64(p.x-x), float64(p.y-y)))
		if d <= (s.Marks[i].Radius+slack)*s.Scale && d < least {
			best, least = i, d
		}
	}
	return best
}
