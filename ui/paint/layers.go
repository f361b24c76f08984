package paint

import (
	"image"
	"image/draw"
	"slices"

	"qantar/geo"
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
}

type areasKey struct {
	lang   string
	shades []Shade
}

// NewLayers returns layers painted by m, which they take for themselves.
func NewLayers(m *Map) *Layers { return &Layers{painter: m} }

// Draw paints a scene. dst must be as large as the scene's view.
func (l *Layers) Draw(dst *image.RGBA, s *MapScene) {
	key := groundKey{s.View, s.Scale, s.Style, s.Focus}
	fresh := false
	if key != l.groundOf || l.ground == nil || l.ground.Rect != dst.Rect {
		l.ground, l.backdrop = sized(l.ground, dst.Rect), sized(l.backdrop, dst.Rect)
		l.painter.Ground(l.ground, s)
		l.groundOf, fresh = key, true
	}
	if fresh || l.areasOf.lang != s.Lang || !slices.Equal(l.areasOf.shades, s.Shades) {
		draw.Draw(l.backdrop, l.backdrop.Rect, l.ground, l.ground.Rect.Min, draw.Src)
		l.painter.Areas(l.backdrop, s)
		l.areasOf.lang = s.Lang
		l.areasOf.shades = append(l.areasOf.shades[:0], s.Shades...)
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
