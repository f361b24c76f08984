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

// largestWhole is how large, in pixels, a tile is at most whose shapes need
// not be cut to the picture first.
const largestWhole = 4096

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
			m.tileLine(p, width)
		} else {
			c.polygon(m.tiles.line)
		}
	}
	c.paint(col)
}

// polygon adds a closed ring of any extent.
func (c *canvas) polygon(ring []pt) {
	if len(ring) < 3 {
		return
	}
	c.moveTo(ring[0])
	for _, p := range ring[1:] {
		c.lineTo(p)
	}
	c.raster.ClosePath()
}

// withinTile narrows what follows to the part of a tile's place that a bound
// in tile coordinates takes; false where that is none.
func (c *canvas) withinTile(p *placedTile, b box, width float32) bool {
	w, h, pad := float32(p.w), float32(p.h), width/2+1
	x, y := float32(p.x), float32(p.y)
	dst := c.dst
	c.within(max(x+b.x0*w-pad, float32(p.clip.Min.X)), max(y+b.y0*h-pad, float32(p.clip.Min.Y)),
		min(x+b.x1*w+pad, float32(p.clip.Max.X)), min(y+b.y1*h+pad, float32(p.clip.Max.Y)))
	return !c.clip.Intersect(dst.Rect).Empty()
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

// tileLine strokes the line that is projected. Where a tile is drawn much
// larger than the picture, the parts outside are cut away first.
func (m *Map) tileLine(p *placedTile, width float32) {
	c, line := &m.canvas, m.tiles.line
	if p.w > largestWhole {
		for i := 1; i < len(line); i++ {
			if a, b, ok := c.cutSegment(line[i-1], line[i], width); ok {
				c.segment(a, b, width)
			}
		}
		return
	}
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

// cutSegment cuts a segment to the clip and some more: Liang and Barsky, "A
// new concept and method for line clipping" (1984).
func (c *canvas) cutSegment(a, b pt, width float32) (pt, pt, bool) {
	r := c.clip
	pad := float64(width) + 2
	dx, dy := float64(b.x-a.x), float64(b.y-a.y)
	from, to := 0.0, 1.0
	for _, side := range [4]struct{ p, q float64 }{
		{-dx, float64(a.x) - float64(r.Min.X) + pad}, {dx, float64(r.Max.X) + pad - float64(a.x)},
		{-dy, float64(a.y) - float64(r.Min.Y) + pad}, {dy, float64(r.Max.Y) + pad - float64(a.y)},
	} {
		switch t := side.q / side.p; {
		case side.p == 0 && side.q < 0:
			return a, b, false
		case side.p < 0:
			from = max(from, t)
		case side.p > 0:
			to = min(to, t)
		}
	}
	at := func(t float64) pt { return pt{float32(float64(a.x) + t*dx), float32(float64(a.y) + t*dy)} }
	return at(from), at(to), from < to
}
