package paint

// Telling is a moment at which documents appear.
type Telling struct {
	At    int64  // Unix seconds
	Label string // which they are
	Short string // in fewer words, where there is no room for the label
}

// tellings draws an upright line for each telling, with its label to the right
// of its top, on the side of the time in which it holds.
func (t *Timeline) tellings() {
	s, l := t.scene, &t.layout
	for i := range s.Tellings {
		telling := &s.Tellings[i]
		x := t.x(telling.At)
		if x < 0 || x > l.width {
			continue
		}
		t.upright(x, l.rail, l.axis, 2, s.Style.InkSoft)
		pad := 5 * l.f
		name := t.names.sprite(telling.Label, Regular, textSize*l.f, 0)
		room := name.advance + 2*pad
		left := x + l.f
		if left+room > l.width {
			name = t.names.sprite(telling.Short, Regular, textSize*l.f, 0)
			room = name.advance + 2*pad
			left = min(left, l.width-room)
		}
		top := l.rail + 2*l.f
		t.pill(box{left, top, left + room, top + 20*l.f}, 3*l.f, s.Style.Card)
		t.write(name, left+pad, t.baseline(top+10*l.f), s.Style.Ink)
	}
}
