package paint

import (
	"image"
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"
)

// Callout names what is spoken of: it rings a mark and writes titles beside it,
// or writes them on an area.
type Callout struct {
	At     orb.Point // world coordinates
	Radius float32   // of the mark, in pixels at scale 1; 0: nothing is ringed
	Titles []string
}

// Sizes of callouts, in pixels at scale 1.
const (
	calloutText   = 16
	calloutLine   = 20
	calloutGap    = 5 // between two titles
	calloutPad    = 8
	calloutWidest = 220 // of its letters
	calloutEdge   = 1.5
	calloutRing   = 3.5
	leaderWidth   = 2
	footRadius    = 4 // of the dot on an area that a leader leads to
)

// called is a callout that has found its place, in device pixels.
type called struct {
	at     pt
	ring   float32         // outer radius; 0: none
	box    image.Rectangle // of the titles
	titles []string
	rect   image.Rectangle // holds all of it
}

func (c *called) same(o *called) bool {
	return c.at == o.at && c.ring == o.ring && c.box == o.box && slices.Equal(c.titles, o.titles)
}

// callouts places and draws callouts.
type callouts struct {
	names *Type
	lines map[lineKey][]string
	busy  []obstacle
	text  []box // names on the map

	lenses []lens
}

type lineKey struct {
	title string
	scale float32
}

// lay appends the callouts of a scene that meet a picture, each where it covers
// the least. It looks at each mark some fifty times.
func (k *callouts) lay(all []called, s *MapScene, r image.Rectangle, labels *labels) []called {
	if len(s.Callouts) == 0 {
		return all
	}
	free := s.Free.Intersect(r)
	if free.Empty() {
		free = r
	}
	k.gather(s)
	k.gatherNames(s, r, labels)
	first := len(all)
	for i := range s.Callouts {
		c := &s.Callouts[i]
		at := s.View.ToScreen(c.At)
		one := called{at: pt{float32(at[0]), float32(at[1])}, titles: c.Titles}
		if !image.Pt(int(at[0]), int(at[1])).In(free) {
			continue
		}
		if c.Radius > 0 {
			one.ring = (c.Radius + emphasisGap) * s.Scale
		}
		k.seat(&one, s.Scale, free)
		all = append(all, one)
		k.busy = append(k.busy, obstacle{boxOf(one.box.Inset(-int(3 * s.Scale))), overOther})
	}
	for i := range all[first:] {
		all[first+i].bound(s.Scale)
	}
	return all
}

// size is how much room titles take.
func (k *callouts) size(titles []string, scale float32) (width, height float32) {
	for i, title := range titles {
		if i > 0 {
			height += calloutGap * scale
		}
		for _, line := range k.wrapped(title, scale) {
			width = max(width, k.names.width(line, Bold, calloutText*scale))
			height += calloutLine * scale
		}
	}
	return width + 2*calloutPad*scale, height + 1.4*calloutPad*scale
}

// mostTitles bounds the memory of wrapped titles.
const mostTitles = 256

// wrapped is a title in lines, no letter lost.
func (k *callouts) wrapped(title string, scale float32) []string {
	key := lineKey{title, scale}
	if lines, ok := k.lines[key]; ok {
		return lines
	}
	if k.lines == nil || len(k.lines) > mostTitles {
		k.lines = map[lineKey][]string{}
	}
	var lines []string
	line := ""
	for _, word := range strings.Fields(title) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && k.names.width(longer, Bold, calloutText*scale) > calloutWidest*scale {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	lines = append(lines, line)
	k.lines[key] = lines
	return lines
}

// bound works out the rectangle that holds all of a callout.
func (c *called) bound(scale float32) {
	edge := int(math.Ceil(float64(2 * scale)))
	c.rect = c.box.Inset(-edge).Union(around(c.at, max(c.ring, footRadius*scale)+emphasisRim*scale)).Union(image.Rectangle{Min: c.near(), Max: c.near()}.Inset(-edge))
}

// near is the point of the titles' box that is nearest to the mark.
func (c *called) near() image.Point {
	x, y := nearest(c.at.x), nearest(c.at.y)
	return image.Pt(max(c.box.Min.X, min(c.box.Max.X, x)), max(c.box.Min.Y, min(c.box.Max.Y, y)))
}

// draw paints the part of callouts within r.
func (k *callouts) draw(dst *image.RGBA, r image.Rectangle, all []called, s *MapScene) {
	p := &plot{dst, r}
	for i := range all {
		if c := &all[i]; c.rect.Overlaps(r) {
			k.lead(p, c, s)
		}
	}
	for i := range all {
		if c := &all[i]; c.box.Inset(-2 * int(math.Ceil(float64(s.Scale)))).Overlaps(r) {
			k.write(p, c, s)
		}
	}
}

// lead rings the mark and leads from it to the titles.
func (k *callouts) lead(p *plot, c *called, s *MapScene) {
	style := s.Style
	to := c.near()
	end := pt{float32(to.X), float32(to.Y)}
	dx, dy := end.x-c.at.x, end.y-c.at.y
	if d := float32(math.Hypot(float64(dx), float64(dy))); d > c.ring {
		from := pt{c.at.x + dx/d*c.ring, c.at.y + dy/d*c.ring}
		p.bar(from, end, (leaderWidth+2)*s.Scale, style.Halo)
		p.bar(from, end, leaderWidth*s.Scale, style.Accent)
	}
	if c.ring == 0 && !to.Eq(image.Pt(nearest(c.at.x), nearest(c.at.y))) {
		p.band(c.at, (footRadius+1)*s.Scale, 0, style.Halo)
		p.band(c.at, footRadius*s.Scale, 0, style.Accent)
	}
	if c.ring > 0 {
		p.band(c.at, c.ring+emphasisRim*s.Scale, c.ring-(calloutRing+1)*s.Scale, style.Halo)
		p.band(c.at, c.ring, c.ring-calloutRing*s.Scale, style.Accent)
	}
}

// write writes the titles on a card.
func (k *callouts) write(p *plot, c *called, s *MapScene) {
	f, style, b := s.Scale, s.Style, boxOf(c.box)
	edge := float32(calloutEdge) * f
	p.card(box{b.x0 - edge, b.y0 - edge, b.x1 + edge, b.y1 + edge}, 5*f, style.Accent)
	p.card(b, 4*f, style.Paper)
	ink, y := pack(style.Ink), b.y0+0.7*calloutPad*f
	for i, title := range c.titles {
		if i > 0 {
			y += calloutGap * f
		}
		for _, line := range k.wrapped(title, f) {
			base := image.Pt(nearest(b.x0+calloutPad*f), nearest(y+0.77*calloutLine*f))
			p.mask(k.names.sprite(line, Bold, calloutText*f, 0).fill, base, ink)
			y += calloutLine * f
		}
	}
}
