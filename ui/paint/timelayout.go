package paint

// Sizes of the timeline, in pixels at scale 1.
const (
	railHeight   = 26 // the row of the playhead's flag and of the window
	axisHeight   = 26 // the row of labels
	rowGap       = 4
	leastBins    = 22 // height of the histogram
	mostBins     = 120
	binShare     = 0.4 // of what rail and axis leave
	leastPitch   = 4   // distance of two lanes
	mostPitch    = 11
	instantWidth = 7
	textSize     = 16
	gripWidth    = 9
	gripHeight   = 22
	grabSlack    = 4 // how far beside a thing the pointer may be
)

// timeLayout is where the parts of a timeline stand, in device pixels.
type timeLayout struct {
	f             float32 // device pixels per pixel
	width, height float32
	rail          float32 // bottom of the top row
	binTop, bins  float32 // top and baseline of the histogram
	laneTop       float32
	axis          float32 // top of the row of labels
	pitch         float32
}

func layTime(width, height int, factor float32, lanes int) timeLayout {
	l := timeLayout{f: factor, width: float32(width), height: float32(height)}
	gap := rowGap * factor
	l.rail = railHeight * factor
	l.axis = max(l.rail, l.height-axisHeight*factor)
	room := max(0, l.axis-l.rail-2*gap)
	l.binTop = l.rail + gap
	l.bins = l.binTop + min(room, max(leastBins*factor, min(mostBins*factor, binShare*room)))
	l.laneTop = l.bins + gap
	l.pitch = max(leastPitch*factor, min(mostPitch*factor, (l.axis-l.laneTop)/float32(max(1, lanes))))
	return l
}

// LaneRoom is how many lanes a timeline of so many device pixels has room for.
func LaneRoom(height int, factor float32) int {
	l := layTime(0, height, factor, 1)
	return max(1, int((l.axis-l.laneTop)/(leastPitch*factor)))
}

// lane is the top and bottom of what is drawn in a lane.
func (l *timeLayout) lane(k int) (top, bottom float32) {
	top = l.laneTop + float32(k)*l.pitch
	return top, top + l.pitch - max(1, l.f*min(2, l.pitch/l.f/4))
}

// bar is where a bar stands: at least instantWidth wide, around its middle.
func (l *timeLayout) bar(s *TimeScene, b *TimeBar) box {
	lane := b.Lane
	if last := max(0, int((l.axis-l.laneTop)/l.pitch)-1); lane < 0 || lane > last {
		lane = last
	}
	x0, x1 := float32(s.Scale.X(b.From)), float32(s.Scale.X(b.To))
	if least := instantWidth * l.f; x1-x0 < least {
		x0, x1 = (x0+x1-least)/2, (x0+x1+least)/2
	}
	y0, y1 := l.lane(lane)
	return box{x0, y0, x1, y1}
}

// grip is where the grip of a handle at x stands. Grips lie outside the window,
// so that those of a short window do not cover each other.
func (l *timeLayout) grip(x float32, right bool) box {
	w, h := gripWidth*l.f, gripHeight*l.f
	y := (l.binTop+l.bins)/2 - h/2
	if right {
		return box{x, y, x + w, y + h}
	}
	return box{x - w, y, x, y + h}
}

// has tells whether a point lies in a box or at most slack outside it.
func (b box) has(x, y, slack float32) bool {
	return x >= b.x0-slack && x <= b.x1+slack && y >= b.y0-slack && y <= b.y1+slack
}
