package paint

import (
	"image"
	"image/draw"
	"slices"

	"qantar/geo"

	"github.com/paulmach/orb"
)

// Layers paints maps one after the other and keeps what stays the same: the
// ground while the view stands still, and the areas and names on it while the
// shades do. A step in time then costs one copy and the marks.
type Layers struct {
	painter  *Map
	ground   *image.RGBA
	backdrop *image.RGBA
	groundOf groundKey
	areasOf  areasKey
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
}

// are tells whether these are the areas and names of a scene.
func (k *areasKey) are(s *MapScene) bool {
	return k.lang == s.Lang && slices.Equal(k.shades, s.Shades) && slices.Equal(k.busy, s.Busy)
}

// set copies what the scene's areas and names depend on.
func (k *areasKey) set(s *MapScene) {
	k.lang = s.Lang
	k.shades = append(k.shades[:0], s.Shades...)
	k.busy = append(k.busy[:0], s.Busy...)
}

// NewLayers returns layers painted by m, which they take for themselves.
func NewLayers(m *Map) *Layers { return &Layers{painter: m} }

// Draw paints a scene. dst must be as large as the scene's view.
func (l *Layers) Draw(dst *image.RGBA, s *MapScene) {
	key := groundKey{s.View, s.Scale, s.Style, s.Focus, s.Tiles, s.Tiles.generation()}
	fresh := false
	if key != l.groundOf || l.ground == nil || l.ground.Rect != dst.Rect {
		l.ground, l.backdrop = sized(l.ground, dst.Rect), sized(l.backdrop, dst.Rect)
		l.painter.Ground(l.ground, s)
		l.groundOf, fresh = key, true
	}
	if fresh || !l.areasOf.are(s) {
		draw.Draw(l.backdrop, l.backdrop.Rect, l.ground, l.ground.Rect.Min, draw.Src)
		l.painter.Areas(l.backdrop, s)
		l.areasOf.set(s)
	}
	draw.Draw(dst, dst.Rect, l.backdrop, l.backdrop.Rect.Min, draw.Src)
	l.painter.Marks(dst, s)
}

// sized returns a picture of the given bounds, the old one where it fits.
func sized(old *image.RGBA, r image.Rectangle) *image.RGBA {
	if old != nil && old.Rect == r {
		return old
	}
	return image.NewRGBA(r)
}
