package paint

// TimePart is a part of the timeline that a pointer can take.
type TimePart uint8

// The parts of a timeline.
const (
	NoPart        TimePart = iota // anywhere else: the playhead jumps there
	PlayheadPart                  // the playhead's flag or line
	FromPart                      // the left handle
	ToPart                        // the right handle
	WindowPart                    // the top row between the handles
	BarPart                       // an event
	FramePart                     // the overview's frame
	FrameFromPart                 // the frame's left edge
	FrameToPart                   // its right edge
	StripPart                     // the overview outside the frame
)

// TimeHit is what lies under a point. Item is the bar's, else -1.
type TimeHit struct {
	Part TimePart
	Item int
}

// Hit tells what of the scene drawn last lies at x, y, in device pixels.
func (t *Timeline) Hit(x, y float32) TimeHit {
	if t.scene == nil {
		return TimeHit{NoPart, -1}
	}
	s, l := t.scene, &t.layout
	slack := grabSlack * l.f
	from, to := t.x(s.From), t.x(s.To)
	along := func(at float32) bool { return x >= at-slack && x <= at+slack && y < l.axis }
	switch {
	case t.hasStrip() && y >= l.foot:
		return TimeHit{t.stripAt(x), -1}
	case t.flag.has(x, y, 0) && t.flag.x1 > 0:
		return TimeHit{PlayheadPart, -1}
	case l.grip(from, false).has(x, y, slack):
		return TimeHit{FromPart, -1}
	case l.grip(to, true).has(x, y, slack):
		return TimeHit{ToPart, -1}
	case along(t.x(s.Playhead)):
		return TimeHit{PlayheadPart, -1}
	case along(from):
		return TimeHit{FromPart, -1}
	case along(to):
		return TimeHit{ToPart, -1}
	case y < l.rail && x > from && x < to:
		return TimeHit{WindowPart, -1}
	}
	if item := t.barAt(x, y); item >= 0 {
		return TimeHit{BarPart, item}
	}
	return TimeHit{NoPart, -1}
}

// stripAt is the part of the overview at x. The edges of the frame are taken
// from outside it too, so that a narrow frame can be moved.
func (t *Timeline) stripAt(x float32) TimePart {
	frame, grip := t.frame(), frameGrip*t.layout.f
	inside := min(grip, (frame.x1-frame.x0)/4)
	switch {
	case x >= frame.x0-grip && x < frame.x0+inside:
		return FrameFromPart
	case x > frame.x1-inside && x <= frame.x1+grip:
		return FrameToPart
	case x >= frame.x0 && x <= frame.x1:
		return FramePart
	}
	return StripPart
}

// barAt is the item of the bar under a point, or of the one nearest to it when
// it misses all by a little; -1 for none. Lanes are thin, so a pointer between
// two bars still finds one.
func (t *Timeline) barAt(x, y float32) int {
	s, l := t.scene, &t.layout
	best, item := float32(3*l.f), -1
	for i := range s.Bars {
		b := &s.Bars[i]
		at := l.bar(s, b)
		dx := max(0, at.x0-x, x-at.x1)
		dy := max(0, at.y0-y, y-at.y1)
		if d := max(dx, dy); d < best || d == 0 {
			best, item = d, b.Item
		}
	}
	return item
}
