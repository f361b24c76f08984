package paint

import (
	"image/color"
	"math"
)

// Sizes of the overview, in pixels at scale 1.
const (
	leastFrame = 10 // width of the frame
	frameGrip  = 5  // how far from its edges they can be taken
)

// stripShade is how strong the silhouette is between Paper and InkSoft, in the
// frame and outside it.
var stripShade = [2]float64{0.62, 0.3}

// frame is where the frame around the time in sight stands in the overview.
func (t *Timeline) frame() box {
	s, l := t.scene, &t.layout
	whole := s.Overview.Scale(float64(l.width))
	x0, x1 := float32(whole.X(s.Scale.From)), float32(whole.X(s.Scale.To))
	if least := leastFrame * l.f; x1-x0 < least {
		x0, x1 = (x0+x1-least)/2, (x0+x1+least)/2
	}
	x0 = max(0, min(l.width-leastFrame*l.f, x0))
	return box{x0, l.strip, max(x0+leastFrame*l.f, min(l.width, x1)), l.height}
}

// hasStrip tells whether the overview is drawn.
func (t *Timeline) hasStrip() bool { return t.layout.strip < t.layout.height }

// stripGround paints the silhouette of all time and the frame.
func (t *Timeline) stripGround() {
	if !t.hasStrip() {
		return
	}
	s, l := t.scene, &t.layout
	frame := t.frame()
	t.block(0, l.foot, l.width, l.height, s.Style.Card)
	t.block(0, l.foot, l.width, l.foot+max(1, l.f), s.Style.Rule)
	t.block(frame.x0, frame.y0, frame.x1, frame.y1, s.Style.Paper)
	t.silhouette(frame)
	t.outline(frame, s.Style.InkSoft)
}

// silhouette draws how much there is of everything, by the square root of it,
// so that quiet times show beside busy ones.
func (t *Timeline) silhouette(frame box) {
	s, l, bins := t.scene, &t.layout, t.scene.Overview.Bins
	heaviest := bins.Max(0, bins.Bins())
	if heaviest == 0 {
		return
	}
	whole := s.Overview.Scale(float64(l.width))
	bottom, room := l.height-l.f, l.height-l.strip-3*l.f
	for b := range bins.Bins() {
		height := room * float32(math.Sqrt(bins.Weight(b)/heaviest))
		if bins.Weight(b) > 0 {
			height = max(height, l.f)
		}
		x0, x1 := float32(nearest(float32(whole.X(bins.Edges[b])))), float32(nearest(float32(whole.X(bins.Edges[b+1]))))
		shade := stripShade[1]
		if x := (x0 + x1) / 2; x >= frame.x0 && x <= frame.x1 {
			shade = stripShade[0]
		}
		body := slab{box: box{x0, bottom - height, x1, bottom}, color: mix(s.Style.Card, s.Style.InkSoft, shade)}
		t.slab(&body)
	}
}

// outline draws a line around a box, twice as strong at its sides.
func (t *Timeline) outline(b box, col color.RGBA) {
	w := max(1, t.layout.f)
	t.block(b.x0, b.y0, b.x1, b.y0+w, col)
	t.block(b.x0, b.y1-w, b.x1, b.y1, col)
	t.block(b.x0, b.y0, b.x0+2*w, b.y1, col)
	t.block(b.x1-2*w, b.y0, b.x1, b.y1, col)
}

// stripNow draws the window and the playhead in the overview.
func (t *Timeline) stripNow() {
	if !t.hasStrip() {
		return
	}
	s, l := t.scene, &t.layout
	whole := s.Overview.Scale(float64(l.width))
	x := func(at int64) float32 { return float32(whole.X(at)) }
	t.block(x(s.From), l.foot, x(s.To), l.foot+2*l.f, s.Style.Accent)
	t.upright(x(s.Playhead), l.foot, l.height, 2, s.Style.Accent)
}
