package paint

import (
	"image"
	"image/draw"

	"qantar/ui/axis"
)

// Timeline paints timelines. It keeps the last ground that it painted, so that
// moving the playhead costs a copy and a few lines; it may be used from one
// goroutine at a time.
type Timeline struct {
	names  *Type
	c      canvas
	layout timeLayout
	scene  *TimeScene
	flag   box

	ground   *image.RGBA
	veiled   *image.RGBA // the ground as it looks where time is not shown
	groundOf timeKey
	tip      fitted
}

// timeKey tells grounds apart.
type timeKey struct {
	version uint64
	scale   axis.Scale
	factor  float32
	style   *Style
}

// NewTimeline returns a painter that writes with names, which it takes for itself.
func NewTimeline(names *Type) *Timeline { return &Timeline{names: names} }

// Draw paints a scene over all of dst. The scene must stay as it is until the
// next Draw, because Hit reads it.
func (t *Timeline) Draw(dst *image.RGBA, s *TimeScene) {
	t.scene = s
	t.layout = layTime(TimeRoom{dst.Rect.Dx(), dst.Rect.Dy(), s.Factor, s.Dense, s.Overview.Bins != nil}, s.Lanes)
	if t.c.pen != nil {
		t.traceGround()
	} else {
		t.drawKept(dst)
	}
	t.window()
	t.emphasise(&s.Hovered, 1.5)
	t.emphasise(&s.Selected, 2)
	t.handles()
	t.zone()
	t.playhead()
	t.stripNow()
	t.tooltip()
}

// drawKept covers dst with the ground, painted now where it is not kept.
func (t *Timeline) drawKept(dst *image.RGBA) {
	s := t.scene
	key := timeKey{s.Version, s.Scale, s.Factor, s.Style}
	if key != t.groundOf || t.ground == nil || t.ground.Rect != dst.Rect {
		t.ground, t.veiled = sized(t.ground, dst.Rect), sized(t.veiled, dst.Rect)
		t.c.dst = t.ground
		t.drawGround()
		t.c.dst = t.veiled
		t.drawVeiled()
		t.groundOf = key
	}
	t.c.dst = dst
	t.lay(dst)
}

// lay covers dst with the ground, veiled where time is not shown.
func (t *Timeline) lay(dst *image.RGBA) {
	r := dst.Rect
	from := max(r.Min.X, min(r.Max.X, nearest(t.x(t.scene.ShownFrom))))
	to := max(from, min(r.Max.X, nearest(t.x(t.scene.ShownTo+1))))
	put := func(x0, x1 int, src *image.RGBA) {
		part := image.Rect(x0, r.Min.Y, x1, r.Max.Y)
		draw.Draw(dst, part, src, part.Min, draw.Src)
	}
	put(r.Min.X, from, t.veiled)
	put(from, to, t.ground)
	put(to, r.Max.X, t.veiled)
}

// x is where a time stands, in device pixels.
func (t *Timeline) x(at int64) float32 { return float32(t.scene.Scale.X(at)) }

// baseline is where text in a row around y stands.
func (t *Timeline) baseline(y float32) float32 { return y + 0.36*textSize*t.layout.f }
