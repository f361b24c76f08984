package paint

import (
	"image"
	"slices"

	"qantar/geo"

	"github.com/paulmach/orb"
)

// Layers paints maps one after the other and keeps what stays the same: the
// ground while the view stands still, the areas and names on it while the
// shades do, and in each picture all but what differs from the one that was last
// drawn into it. A step in time then costs what has changed.
type Layers struct {
	painter  *Map
	ground   *image.RGBA
	backdrop *image.RGBA // with areas and names
	bare     *image.RGBA // without names; only where there is a density
	writing  writing
	groundOf groundKey
	areasOf  areasKey
	version  int // of the backdrop

	pictures [keptPictures]picture
	tick     int
	prints   []imprint
	calls    []called
	tiles    tiles
	changes  changes
	bands    bands
	stale    []image.Rectangle // of one band
}

// keptPictures is how many pictures that are drawn into in turn are known.
const keptPictures = 3

// picture is what was last drawn into a destination.
type picture struct {
	dst     *image.RGBA
	version int
	tick    int // when
	prints  []imprint
	calls   []called
	density densityKey
	levels  []uint8
}

type groundKey struct {
	view  geo.Viewport
	scale float32
	style *Style
	focus string
	tiles *TileLayer
	drawn uint64 // the generation of the tiles
}

type areasKey struct {
	lang   string
	shades []Shade
	busy   []orb.Point
	bare   bool
}

// are tells whether these are the areas and names of a scene.
func (k *areasKey) are(s *MapScene) bool {
	return k.lang == s.Lang && (k.bare || s.Density == nil) && slices.Equal(k.shades, s.Shades) && slices.Equal(k.busy, s.Busy)
}

// set copies what the scene's areas and names depend on.
func (k *areasKey) set(s *MapScene) {
	k.lang, k.bare = s.Lang, s.Density != nil
	k.shades = append(k.shades[:0], s.Shades...)
	k.busy = append(k.busy[:0], s.Busy...)
}

// NewLayers returns layers painted by m, which they take for themselves.
func NewLayers(m *Map) *Layers { return &Layers{painter: m} }

// Draw paints a scene. dst must begin at 0, 0, be as large as the scene's view,
// and hold what Draw last left in it. It pays to draw into the same few pictures
// in turn.
func (l *Layers) Draw(dst *image.RGBA, s *MapScene) {
	l.renew(dst.Rect, s)
	l.painter.prepare(s, dst.Rect)
	l.prints = imprints(l.prints[:0], s, dst.Rect)
	l.calls = l.painter.calls.lay(l.calls[:0], s, dst.Rect, &l.painter.labels)
	p := l.picture(dst)
	l.compare(p, s)
	l.compose(dst, s)
	l.keep(p, s)
}

// renew brings the ground and the backdrop up to date.
func (l *Layers) renew(r image.Rectangle, s *MapScene) {
	key := groundKey{s.View, s.Scale, s.Style, s.Focus, s.Tiles, s.Tiles.generation()}
	fresh := key != l.groundOf || l.ground == nil || l.ground.Rect != r
	if fresh {
		l.ground, l.backdrop = sized(l.ground, r), sized(l.backdrop, r)
		l.painter.Ground(l.ground, s)
		l.groundOf = key
	}
	if !fresh && l.areasOf.are(s) {
		return
	}
	copy(l.backdrop.Pix, l.ground.Pix)
	l.painter.Shades(l.backdrop, s)
	if s.Density != nil {
		l.bare = sized(l.bare, r)
		copy(l.bare.Pix, l.backdrop.Pix)
	}
	l.painter.Names(l.backdrop, s)
	if s.Density != nil {
		l.writing.find(l.bare, l.backdrop)
	}
	l.areasOf.set(s)
	l.version++
}

// picture is what is known of a destination; of the ones known the one that was
// not drawn into for the longest time is forgotten for a new one. Those of another
// size are let go, for they take much memory and seldom come back.
func (l *Layers) picture(dst *image.RGBA) *picture {
	oldest := &l.pictures[0]
	for i := range l.pictures {
		p := &l.pictures[i]
		if p.dst == dst {
			return p
		}
		if p.dst != nil && p.dst.Rect != dst.Rect {
			p.dst, p.tick = nil, 0
		}
		if p.tick < oldest.tick {
			oldest = p
		}
	}
	oldest.dst, oldest.version = dst, 0
	return oldest
}

// spoilCalls makes stale what callouts meet that are not in both pictures.
func (l *Layers) spoilCalls(p *picture) {
	if slices.EqualFunc(p.calls, l.calls, func(a, b called) bool { return a.same(&b) }) {
		return
	}
	for _, calls := range [2][]called{p.calls, l.calls} {
		for i := range calls {
			l.tiles.spoil(calls[i].rect.Intersect(l.tiles.rect))
		}
	}
}

// mostStale is the share of a picture beyond which it is painted as a whole.
const mostStale = 0.4

// compare finds out what of a picture is stale.
func (l *Layers) compare(p *picture, s *MapScene) {
	t := &l.tiles
	t.reset(p.dst.Rect)
	if p.version == l.version && p.density == keyOf(s.View, s.Density) {
		l.changes.spoil(t, p.prints, l.prints)
		l.spoilCalls(p)
		if s.Density != nil {
			l.painter.density.spoil(t, p.levels, s.Density)
		}
	} else {
		t.spoil(t.rect)
	}
	if t.share() > mostStale {
		t.spoil(t.rect)
	}
}

// keep notes what has been drawn. The lists are swapped, not copied.
func (l *Layers) keep(p *picture, s *MapScene) {
	l.tick++
	p.version, p.tick, p.density = l.version, l.tick, keyOf(s.View, s.Density)
	p.prints, l.prints = l.prints, p.prints
	p.calls, l.calls = l.calls, p.calls
	p.levels = p.levels[:0]
	if s.Density != nil {
		p.levels = append(p.levels, s.Density.Levels...)
	}
}

// compose paints what is stale, a band after the other.
func (l *Layers) compose(dst *image.RGBA, s *MapScene) {
	l.bands.sort(l.prints, l.tiles.rows)
	l.painter.marks.begin(len(l.prints))
	for band := range l.bands.count() {
		l.stale = l.tiles.within(l.stale[:0], band*bandTiles, min((band+1)*bandTiles, l.tiles.rows))
		for _, r := range l.stale {
			l.restore(dst, s, r)
			l.stamp(dst, s, band, r)
			l.painter.calls.draw(dst, r, l.calls, s)
		}
	}
}

// restore paints what lies under the marks.
func (l *Layers) restore(dst *image.RGBA, s *MapScene, r image.Rectangle) {
	if s.Density == nil {
		copyRows(dst, l.backdrop, r)
		return
	}
	copyRows(dst, l.bare, r)
	l.painter.density.paint(dst, s.Density, r)
	l.writing.copy(dst, l.backdrop, r)
}

// stamp paints the marks of a band within r.
func (l *Layers) stamp(dst *image.RGBA, s *MapScene, band int, r image.Rectangle) {
	for _, k := range l.bands.of(band) {
		if print := &l.prints[k]; print.rect.Overlaps(r) {
			l.painter.marks.paint(&plot{dst, print.rect.Intersect(r)}, s, print, int(k))
		}
	}
}

func copyRows(dst, src *image.RGBA, r image.Rectangle) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		from, to := src.PixOffset(r.Min.X, y), src.PixOffset(r.Max.X, y)
		copy(dst.Pix[from:to], src.Pix[from:to])
	}
}

// sized returns a picture of the given bounds, which begin at 0, 0: the old one
// where it fits, else one in its memory where that is neither too little nor
// more than twice of what is needed.
func sized(old *image.RGBA, r image.Rectangle) *image.RGBA {
	need := 4 * r.Dx() * r.Dy()
	switch {
	case old != nil && old.Rect == r:
		return old
	case old != nil && need <= cap(old.Pix) && cap(old.Pix) <= 2*need:
		return &image.RGBA{Pix: old.Pix[:need], Stride: 4 * r.Dx(), Rect: r}
	}
	return image.NewRGBA(r)
}
