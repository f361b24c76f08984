package paint

import (
	"image"
	"image/color"
	"image/draw"
)

// paintDrawing draws a vector tile in the scene's style.
func (m *Map) paintDrawing(s *MapScene, p *placedTile) {
	zoom := s.zoom()
	if !s.Tiles.options.Over {
		draw.Draw(m.canvas.dst, p.clip, m.canvas.ink.of(p.tile.drawing.base(s.Style)), image.Point{}, draw.Src)
	}
	for rule := noRule + 1; rule < ruleCount; rule++ {
		if rule == firstRoad {
			for road := firstRoad; road <= lastRoad; road++ {
				m.paintEdges(s, p, road, zoom)
			}
		}
		if r := &tileRules[rule]; zoom >= r.from {
			width := float32(r.width.at(zoom)) * s.Scale
			m.paintStrokes(p, rule, width, faded(r.color(s.Style), 1-r.soft))
		}
	}
	m.canvas.anywhere()
}

// base is the colour of the ground: land, where a set draws its water on it,
// and water, where it draws its land.
func (d *drawing) base(s *Style) color.RGBA {
	if len(d.strokes[earthRule].ends) > 0 {
		return s.Sea
	}
	return s.Land
}

// leastEdged is how wide, in pixels at scale 1, a road is that has edges.
const leastEdged = 2.6

// paintEdges draws what is seen of a road's edges beside its surface.
func (m *Map) paintEdges(s *MapScene, p *placedTile, rule ruleID, zoom float64) {
	r := &tileRules[rule]
	width := float32(r.width.at(zoom))
	if r.edge && zoom >= r.from && width >= leastEdged {
		m.paintStrokes(p, rule, (width+1.6)*s.Scale, edgeColor(s.Style))
	}
}

// paintStrokes fills or strokes everything that a rule draws of a tile, in one
// path: its cost is that of the room that it takes.
func (m *Map) paintStrokes(p *placedTile, rule ruleID, width float32, col color.RGBA) {
	what := &p.tile.drawing.strokes[rule]
	line := tileRules[rule].width != widths{}
	if len(what.ends) == 0 || line && width < 0.2 {
		return
	}
	c := &m.canvas
	if !c.withinTile(p, what.bound, width) {
		return
	}
	from := int32(0)
	for _, end := range what.ends {
		m.tiles.line = p.project(m.tiles.line[:0], what.points[from:end])
		from = end
		if line {
			c.rounded(m.tiles.line, width)
		} else {
			c.loop(m.tiles.line)
		}
	}
	c.paint(col)
}

// withinTile narrows what follows to the part of a tile's place that a bound
// in tile coordinates takes; false where that is none.
func (c *canvas) withinTile(p *placedTile, b box, width float32) bool {
	w, h, pad := float32(p.w), float32(p.h), width/2+1
	x, y := float32(p.x), float32(p.y)
	c.within(max(x+b.x0*w-pad, float32(p.clip.Min.X)), max(y+b.y0*h-pad, float32(p.clip.Min.Y)),
		min(x+b.x1*w+pad, float32(p.clip.Max.X)), min(y+b.y1*h+pad, float32(p.clip.Max.Y)))
	return !c.clip.Empty()
}

// project turns coordinates of a tile into device pixels.
func (p *placedTile) project(dst, points []pt) []pt {
	for _, q := range points {
		dst = append(dst, pt{float32(p.x + float64(q.x)*p.w), float32(p.y + float64(q.y)*p.h)})
	}
	return dst
}

// roundedFrom is how wide, in device pixels, a line is whose ends are round.
const roundedFrom = 3

// rounded adds a line that has round ends where it is wide.
func (c *canvas) rounded(line []pt, width float32) {
	c.polyline(line, width)
	if width >= roundedFrom {
		c.knob(line[0], width)
		c.knob(line[len(line)-1], width)
	}
}

// knob rounds the end of a line, where it is in the picture.
func (c *canvas) knob(at pt, width float32) {
	r := c.clip
	if at.x > float32(r.Min.X)-width && at.x < float32(r.Max.X)+width && at.y > float32(r.Min.Y)-width && at.y < float32(r.Max.Y)+width {
		c.circle(at.x, at.y, width/2, false)
	}
}

// loop adds a closed ring of any extent.
func (c *canvas) loop(ring []pt) {
	c.start()
	from := ring[len(ring)-1]
	for _, to := range ring {
		c.edge(from, to, 1)
		from = to
	}
}
