package paint

import (
	"image"
	"image/color"
	"math"
	"strconv"

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

// Marks paints the events that are shown, in the order given.
func (m *Map) Marks(dst *image.RGBA, s *MapScene) {
	m.canvas.begin(dst)
	for i := range s.Marks {
		m.halo(s, &s.Marks[i])
	}
	for i := range s.Marks {
		mark := &s.Marks[i]
		p := s.position(mark)
		if !m.near(p, 40*s.Scale) {
			continue
		}
		if mark.Offset != [2]float32{} {
			m.leg(s, mark, p)
		}
		if mark.Count > 1 {
			m.group(s, mark, p)
		} else {
			m.single(s, mark, p)
		}
	}
}

func (s *MapScene) position(mark *Mark) pt {
	p := s.View.ToScreen(mark.At)
	return pt{float32(p[0]) + mark.Offset[0]*s.Scale, float32(p[1]) + mark.Offset[1]*s.Scale}
}

func (m *Map) near(p pt, margin float32) bool {
	r := m.canvas.dst.Bounds()
	return p.x > float32(r.Min.X)-margin && p.x < float32(r.Max.X)+margin &&
		p.y > float32(r.Min.Y)-margin && p.y < float32(r.Max.Y)+margin
}

// halo draws the circle within which an event lies, for the selected and the
// hovered one, where it is larger than the mark.
func (m *Map) halo(s *MapScene, mark *Mark) {
	if mark.Halo <= 0 || !mark.Selected && !mark.Hovered {
		return
	}
	p := s.View.ToScreen(mark.At)
	r := float32(s.View.Pixels(mark.Halo, mark.At))
	if r < (mark.Radius+3)*s.Scale || r > float32(s.View.Width+s.View.Height) {
		return
	}
	x, y := float32(p[0]), float32(p[1])
	c := &m.canvas
	c.within(x-r-2, y-r-2, x+r+2, y+r+2)
	c.circle(x, y, r, false)
	c.paint(faded(s.Style.Accent, 0.12))
	c.ring(x, y, r, r-1.5*s.Scale)
	c.paint(faded(s.Style.Accent, 0.7))
}

// leg joins a mark of a fan to the spot where the fan stands.
func (m *Map) leg(s *MapScene, mark *Mark, to pt) {
	p := s.View.ToScreen(mark.At)
	from := pt{float32(p[0]), float32(p[1])}
	c := &m.canvas
	c.within(min(from.x, to.x)-2, min(from.y, to.y)-2, max(from.x, to.x)+2, max(from.y, to.y)+2)
	c.segment(from, to, 1.4*s.Scale)
	c.paint(s.Style.TextSoft)
}

func (m *Map) single(s *MapScene, mark *Mark, p pt) {
	k, c := s.Scale, &m.canvas
	r := mark.Radius * k
	m.emphasis(s, mark, p, r*1.3)
	c.symbol(mark.Shape, p.x, p.y, r, 1.6*k, faded(mark.Color, mark.Opacity), faded(s.Style.Halo, mark.Opacity), mark.Hollow)
}

// emphasis rings a selected or hovered mark.
func (m *Map) emphasis(s *MapScene, mark *Mark, p pt, r float32) {
	if !mark.Selected && !mark.Hovered {
		return
	}
	k, c := s.Scale, &m.canvas
	outer := r + 5*k
	c.within(p.x-outer-3*k, p.y-outer-3*k, p.x+outer+3*k, p.y+outer+3*k)
	c.circle(p.x, p.y, outer+1.5*k, false)
	c.paint(faded(s.Style.Halo, 0.9))
	width := 1.5 * k
	if mark.Selected {
		width = 3 * k
	}
	c.ring(p.x, p.y, outer, outer-width)
	c.paint(s.Style.Accent)
}

// group draws several events as a small ring divided by category, with their
// number in the middle.
func (m *Map) group(s *MapScene, mark *Mark, p pt) {
	k, c := s.Scale, &m.canvas
	r := mark.Radius * k
	m.emphasis(s, mark, p, r)
	c.within(p.x-r-3*k, p.y-r-3*k, p.x+r+3*k, p.y+r+3*k)
	c.circle(p.x, p.y, r+1.5*k, false)
	c.paint(s.Style.Halo)
	from := float32(0)
	for _, slice := range mark.Slices {
		to := from + 2*math.Pi*float32(slice.Count)/float32(mark.Count)
		c.sector(p.x, p.y, r, r-5*k, from, to)
		c.paint(faded(slice.Color, mark.Opacity))
		from = to
	}
	sprite := m.names.sprite(m.number(mark.Count), Bold, groupText*k, 0)
	c.put(sprite, p.x-sprite.advance/2, p.y+groupText*k*0.36, s.Style.Text, s.Style.Halo)
}

// number writes n; what was written once is kept.
func (m *Map) number(n int) string {
	for len(m.numbers) <= n {
		m.numbers = append(m.numbers, strconv.Itoa(len(m.numbers)))
	}
	return m.numbers[n]
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
