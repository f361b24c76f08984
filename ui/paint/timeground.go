package paint

import "qantar/ui/axis"

// drawGround paints what stays while the playhead moves.
func (t *Timeline) drawGround() {
	s, l := t.scene, &t.layout
	t.block(0, 0, l.width, l.height, s.Style.Paper)
	t.nights()
	t.grid()
	t.histogram()
	for i := range s.Bars {
		t.bar(&s.Bars[i])
	}
	t.tellings()
	t.block(0, l.axis, l.width, l.axis+max(1, l.f), s.Style.Rule)
	t.labels()
	t.stripGround()
}

// nights shades the hours without sun and draws midnights.
func (t *Timeline) nights() {
	s, l := t.scene, &t.layout
	for _, n := range s.Nights {
		t.block(t.x(n.From), l.rail, t.x(n.To), l.axis, s.Style.Night)
	}
	for _, at := range s.Midnights {
		t.upright(t.x(at), l.rail, l.axis, 1, s.Style.Grid)
	}
}

func (t *Timeline) grid() {
	s, l := t.scene, &t.layout
	t.block(0, l.rail, l.width, l.rail+max(1, l.f), s.Style.Grid)
	for i := range s.Ticks {
		if tick := &s.Ticks[i]; tick.Rank != axis.Minor {
			t.upright(t.x(tick.At), l.rail, l.axis, 1, s.Style.Grid)
		}
	}
}

// histogram draws the bins: what is certain first, category upon category, and
// what is not above it, hatched.
func (t *Timeline) histogram() {
	s, l := t.scene, &t.layout
	if s.Bins == nil {
		return
	}
	first, last := s.Bins.Between(s.Scale.From, s.Scale.To)
	heaviest := s.Bins.Max(first, last)
	if heaviest == 0 {
		return
	}
	t.block(0, l.bins, l.width, l.bins+max(1, l.f), s.Style.Rule)
	unit := (l.bins - l.binTop) / float32(heaviest)
	for b := first; b < last; b++ {
		x0, x1 := float32(nearest(t.x(s.Bins.Edges[b]))), float32(nearest(t.x(s.Bins.Edges[b+1])))
		col := slab{box: box{x0, 0, x1, l.bins}}
		for c := range s.Bins.Categories {
			t.stack(&col, c, unit*float32(s.Bins.Certain(b, c)), 0)
		}
		for c := range s.Bins.Categories {
			t.stack(&col, c, unit*float32(s.Bins.Uncertain(b, c)), 5*l.f)
		}
	}
}

// stack puts a piece of a bin on top of what is there.
func (t *Timeline) stack(col *slab, category int, height, hatch float32) {
	if height < 0.01 {
		return
	}
	col.y0, col.hatch, col.color = col.y1-height, hatch, t.scene.Colors[category]
	t.slab(col)
	col.y1 = col.y0
}

// bar draws an event in its lane.
func (t *Timeline) bar(b *TimeBar) {
	s, l := t.scene, &t.layout
	at := l.bar(s, b)
	if at.x1 < 0 || at.x0 > l.width {
		return
	}
	body := slab{box: at, color: s.Colors[b.Category]}
	if b.Shape == Instant {
		t.instant(body)
		return
	}
	length := at.x1 - at.x0
	soft := min(length*0.22, 24*l.f)
	if b.Shape == Sometime {
		body.left, body.right = soft, soft
	}
	if b.OpenStart {
		body.left = length / 2
	}
	if b.OpenEnd {
		body.right = length / 2
	}
	if b.Uncertain {
		body.hatch = 5 * l.f
	}
	t.slab(&body)
}

// instant draws a sharp tick with a dot.
func (t *Timeline) instant(body slab) {
	l := &t.layout
	x, y := (body.x0+body.x1)/2, (body.y0+body.y1)/2
	half := max(0.75*l.f, 0.75)
	stem := slab{box: box{x - half, body.y0 - l.f, x + half, body.y1 + l.f}, color: mix(body.color, t.scene.Style.Ink, 0.3)}
	t.slab(&stem)
	r := min(3.5*l.f, (body.y1-body.y0)/2+0.5*l.f)
	t.c.within(x-r-1, y-r-1, x+r+1, y+r+1)
	t.c.circle(x, y, r, false)
	t.c.paint(body.color)
}

// labels writes the axis: each label stands to the right of the tick that it
// names, the first one at the left edge where its tick is further left. A label
// for which there is no room is left out; the first, where it tells the day of
// the hours or the year of the months, takes the room of those after it.
func (t *Timeline) labels() {
	s, l := t.scene, &t.layout
	pad, taken := 5*l.f, float32(0)
	for i := range s.Ticks {
		tick := &s.Ticks[i]
		from := max(0, t.x(tick.At)) + pad
		if tick.Rank == axis.Minor || from < taken {
			t.upright(t.x(tick.At), l.axis, l.axis+5*l.f, 1, s.Style.Rule)
			continue
		}
		t.upright(t.x(tick.At), l.axis, l.foot, 1, s.Style.Rule)
		next, kind := t.nextLabel(i, axis.Plain)
		room := next
		if i == 0 && kind < tick.Kind {
			room, _ = t.nextLabel(i, axis.Major)
		}
		taken = t.label(tick, from, room-pad, next-pad) + pad
	}
}

// nextLabel is where the next tick after i of at least a rank stands, or the
// right edge, and what its label names.
func (t *Timeline) nextLabel(i int, least axis.Rank) (float32, axis.Kind) {
	for _, tick := range t.scene.Ticks[i+1:] {
		if tick.Rank >= least {
			return min(t.layout.width, t.x(tick.At)), tick.Kind
		}
	}
	return t.layout.width, t.scene.Ticks[i].Kind
}

// label writes one label from an edge to at most another, and how many events
// have no bar where there is room for that before next. It returns where the
// label ends.
func (t *Timeline) label(tick *TimeTick, from, to, next float32) float32 {
	style, l := t.scene.Style, &t.layout
	weight, ink := Regular, style.InkSoft
	if tick.Rank == axis.Major {
		weight, ink = Bold, style.Ink
	}
	size := textSize * l.f
	name := t.names.sprite(tick.Label, weight, size, 0)
	end := from + name.advance
	if end > to {
		return 0
	}
	base := t.baseline((l.axis + l.foot) / 2)
	t.write(name, from, base, ink)
	if tick.More == "" {
		return end
	}
	if more := t.names.sprite(tick.More, Italic, size, 0); next-more.advance > end+8*l.f {
		t.write(more, next-more.advance, base, style.InkSoft)
	}
	return end
}
