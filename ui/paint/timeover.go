package paint

// drawVeiled paints the ground under a veil, which pales it without hiding it.
func (t *Timeline) drawVeiled() {
	copy(t.veiled.Pix, t.ground.Pix)
	l := &t.layout
	t.block(0, l.rail, l.width, l.axis, t.scene.Style.Outside)
}

// window tints the top row between the handles.
func (t *Timeline) window() {
	s, l := t.scene, &t.layout
	x0, x1 := t.x(s.From), t.x(s.To)
	t.block(x0, 0, x1, l.rail, faded(s.Style.Accent, 0.1))
	t.block(x0, 0, x1, 3*l.f, s.Style.Accent)
}

// handles draws the two ends of the window with their grips.
func (t *Timeline) handles() {
	s, l := t.scene, &t.layout
	line := faded(s.Style.Accent, 0.5)
	for _, x := range [2]float32{t.x(s.From), t.x(s.To)} {
		t.upright(x, l.rail, l.axis, 1, line)
	}
	t.grip(l.grip(t.x(s.From), false))
	t.grip(l.grip(t.x(s.To), true))
}

// grip draws what a handle is taken by.
func (t *Timeline) grip(b box) {
	s, f := t.scene.Style, t.layout.f
	t.pill(b, 3*f, s.Accent)
	t.pill(box{b.x0 + 1.25*f, b.y0 + 1.25*f, b.x1 - 1.25*f, b.y1 - 1.25*f}, 2*f, s.Paper)
	middle := (b.x0 + b.x1) / 2
	for _, dx := range [2]float32{-1.25, 1.25} {
		t.c.within(b.x0, b.y0, b.x1, b.y1)
		t.c.rect(middle+(dx-0.5)*f, b.y0+6*f, middle+(dx+0.5)*f, b.y1-6*f)
		t.c.paint(s.Accent)
	}
}

// emphasise draws a bar above the veil with a frame of a width in pixels.
func (t *Timeline) emphasise(e *Emphasis, width float32) {
	if !e.On {
		return
	}
	s, l := t.scene, &t.layout
	at := l.bar(s, &e.Bar)
	if at.x1 < 0 || at.x0 > l.width {
		return
	}
	at.x0, at.x1 = max(at.x0, -8*l.f), min(at.x1, l.width+8*l.f)
	frame, rim := width*l.f, l.f
	grow := func(by float32) box { return box{at.x0 - by, at.y0 - by, at.x1 + by, at.y1 + by} }
	t.pill(grow(frame+rim), 3*l.f, s.Style.Ink)
	t.pill(grow(rim), 2*l.f, s.Style.Paper)
	t.bar(&e.Bar)
}

// zone names the time zone at the side of the top row where the playhead's
// flag is not.
func (t *Timeline) zone() {
	s, l := t.scene, &t.layout
	if s.Zone == "" {
		return
	}
	name := t.names.sprite(s.Zone, Regular, textSize*l.f, 0)
	x := 8 * l.f
	if t.x(s.Playhead) < l.width/2 {
		x = l.width - x - name.advance
	}
	t.write(name, x, t.baseline(l.rail/2+1.5*l.f), s.Style.InkSoft)
}

// playhead draws the moment shown as a line under a flag with its date.
func (t *Timeline) playhead() {
	s, l := t.scene, &t.layout
	x := t.x(s.Playhead)
	t.flag = box{}
	if x < -l.f || x > l.width+l.f {
		return
	}
	t.upright(x, l.rail, l.axis+5*l.f, 2, s.Style.Accent)
	date := t.names.sprite(s.Date, Bold, textSize*l.f, 0)
	clock := t.names.sprite(s.Clock, Bold, textSize*l.f, 0)
	space := 5 * l.f
	if s.Clock == "" {
		space = 0
	}
	width := date.advance + space + clock.advance + 16*l.f
	left := max(1, min(l.width-width-1, x-width/2))
	t.flag = box{left, 0, left + width, l.rail}
	t.pill(t.flag, 4*l.f, s.Style.Accent)
	y, ink := t.baseline(l.rail/2), s.Style.Paper
	t.write(date, left+8*l.f, y, ink)
	t.write(clock, left+8*l.f+date.advance+space, y, ink)
}

// fitted is a line of text cut to a width, kept so that it is not cut again.
type fitted struct {
	of    string
	width float32
	line  string
}

// tooltip says what is hovered, above its bar.
func (t *Timeline) tooltip() {
	s, l := t.scene, &t.layout
	if s.Tip == "" || !s.Hovered.On {
		return
	}
	pad := 8 * l.f
	line := t.names.sprite(t.fit(s.Tip, l.width-4*pad), Regular, textSize*l.f, 0)
	at := l.bar(s, &s.Hovered.Bar)
	middle := (max(0, at.x0) + min(l.width, at.x1)) / 2
	width, height := line.advance+2*pad, 25*l.f
	x := max(2*l.f, min(l.width-width-2*l.f, middle-width/2))
	y := max(l.f, at.y0-height-5*l.f)
	t.pill(box{x, y, x + width, y + height}, 4*l.f, s.Style.Ink)
	t.write(line, x+pad, t.baseline(y+height/2), s.Style.Paper)
}

// fit shortens a line of text to a width and marks the cut.
func (t *Timeline) fit(line string, width float32) string {
	if t.tip.of == line && t.tip.width == width {
		return t.tip.line
	}
	size := textSize * t.layout.f
	short := []rune(line)
	cut := line
	for len(short) > 1 && t.names.width(cut, Regular, size) > width {
		short = short[:len(short)-1]
		cut = string(short) + "…"
	}
	t.tip = fitted{line, width, cut}
	return cut
}
