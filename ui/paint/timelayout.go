package paint

// Sizes of the timeline, in pixels at scale 1.
const (
	railHeight   = 26 // the row of the playhead's flag and of the window
	axisHeight   = 26 // the row of labels
	rowGap       = 4
	leastBins    = 22 // height of the histogram
	mostBins     = 120
	binShare     = 0.4 // of what rail and axis leave
	denseShare   = 0.7 // the same where there are too many events for bars
	stripHeight  = 18  // of the overview
	leastHeight  = 104 // of a timeline with an overview
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
	axis, foot    float32 // top and bottom of the row of labels
	strip         float32 // top of the overview; the height where there is none
	pitch         float32
}

// TimeRoom is what the room of a timeline depends on.
type TimeRoom struct {
	Width, Height int     // device pixels
	Factor        float32 // device pixels per pixel
	Dense         bool    // as in TimeScene
	Overview      bool    // it has one
}

// Strip tells whether there is room for the overview.
func (r TimeRoom) Strip() bool { return r.Overview && float32(r.Height) >= leastHeight*r.Factor }

func layTime(r TimeRoom, lanes int) timeLayout {
	factor := r.Factor
	l := timeLayout{f: factor, width: float32(r.Width), height: float32(r.Height)}
	gap := rowGap * factor
	l.foot, l.strip = l.height, l.height
	if r.Strip() {
		l.foot = l.height - stripHeight*factor
		l.strip = l.foot + 2*factor
	}
	l.rail = railHeight * factor
	l.axis = max(l.rail, l.foot-axisHeight*factor)
	room := max(0, l.axis-l.rail-2*gap)
	share, most := float32(binShare), float32(mostBins)
	if r.Dense {
		share, most = denseShare, 2*mostBins
	}
	l.binTop = l.rail + gap
	l.bins = l.binTop + min(room, max(leastBins*factor, min(most*factor, share*room)))
	l.laneTop = l.bins + gap
	l.pitch = max(leastPitch*factor, min(mostPitch*factor, (l.axis-l.laneTop)/float32(max(1, lanes))))
	return l
}

// Lanes is how many lanes there is room for.
func (r TimeRoom) Lanes() int {
	l := layTime(r, 1)
	return max(1, int((l.axis-l.laneTop)/(leastPitch*r.Factor)))
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
