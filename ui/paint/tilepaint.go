package paint

import (
	"cmp"
	"image"
	"image/draw"
	"math"
	"slices"

	"qantar/geo"
	maptiles "qantar/geo/tiles"
)

// tilePainter is the part of a Map that paints a TileLayer. It keeps what it
// has laid out and its buffer.
type tilePainter struct {
	placed  []placedTile
	missing []maptiles.ID
	whole   bool        // the tiles cover the picture and let nothing through
	veil    *image.RGBA // tiles to be blended over the map
	line    []pt
	scaler  scaler
}

// placedTile is where a tile, or the one above it that stands in for it, goes.
type placedTile struct {
	tile *tile
	id   maptiles.ID     // of the place; its column may lie beyond the world
	clip image.Rectangle // the place, in device pixels
	x, y float64         // where the tile's own corner would be, in device pixels
	w, h float64         // and how large it would be
}

// Ground paints land, water and borders: what changes only with the view and
// the style. Tiles of the user's own take their place, or lie over them.
func (m *Map) Ground(dst *image.RGBA, s *MapScene) {
	m.layOutTiles(s)
	if !m.tiles.whole {
		m.basemap(dst, s)
	}
	m.paintTiles(dst, s)
}

// layOutTiles finds what to draw of the scene's tiles, and has read what is
// not there yet.
func (m *Map) layOutTiles(s *MapScene) {
	t, l := &m.tiles, s.Tiles
	t.placed, t.whole = t.placed[:0], false
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.kept.picture++
	t.lay(s)
	if !l.options.AtOnce {
		l.want(urgent(s, t.missing))
		return
	}
	for len(t.missing) > 0 && !l.closed {
		l.mu.Unlock()
		for _, id := range t.missing {
			l.load(id)
		}
		l.mu.Lock()
		t.lay(s)
	}
}

// lay places what there is of the tiles of a picture.
func (t *tilePainter) lay(s *MapScene) {
	l := s.Tiles
	ids, world := l.cover(s), s.View.Bound()
	t.placed, t.missing = t.placed[:0], t.missing[:0]
	t.whole = len(ids) > 0 && !l.options.Over && world.Min[1] >= 0 && world.Max[1] <= 1
	for _, id := range ids {
		var found *tile
		settled, at := true, id.Wrapped()
		if l.meta.Reaches(at) {
			found, settled = l.find(at, &t.missing)
		}
		t.whole = t.whole && settled && found != nil && (found.drawing != nil || found.opaque)
		if found != nil {
			t.placed = append(t.placed, s.placeTile(id, found))
		}
		if !settled {
			t.layBelow(s, id)
		}
	}
}

// layBelow lays the four tiles below one that is still to be read, as far as
// they are there: the map was looked at from nearer before.
func (t *tilePainter) layBelow(s *MapScene, id maptiles.ID) {
	for k := range 4 {
		part := maptiles.ID{Z: id.Z + 1, X: 2*id.X + k%2, Y: 2*id.Y + k/2}
		if below := s.Tiles.kept.get(part.Wrapped()); below != nil && !below.empty() {
			t.placed = append(t.placed, s.placeTile(part, below))
		}
	}
}

// urgent puts the tiles nearest to the middle of the picture first, each once.
func urgent(s *MapScene, ids []maptiles.ID) []maptiles.ID {
	away := func(id maptiles.ID) float64 {
		at := id.Bound().Center()
		return math.Hypot(at[0]-s.View.Center[0], at[1]-s.View.Center[1])
	}
	slices.SortStableFunc(ids, func(a, b maptiles.ID) int {
		return cmp.Or(cmp.Compare(away(a), away(b)), cmp.Compare(a.Z, b.Z), cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y))
	})
	return slices.Compact(ids)
}

// placeTile tells where a tile goes that is found for a place. Edges are put
// on whole pixels, so that tiles meet without a seam.
func (s *MapScene) placeTile(id maptiles.ID, found *tile) placedTile {
	own := s.pixels(id.Up(id.Z - found.id.Z))
	return placedTile{
		tile: found, id: id, clip: s.pixels(id), x: float64(own.Min.X), y: float64(own.Min.Y), w: float64(own.Dx()), h: float64(own.Dy()),
	}
}

// pixels is where a tile lies, of that copy of the world which its column
// counts to.
func (s *MapScene) pixels(id maptiles.ID) image.Rectangle {
	b, v, size := id.Bound(), s.View, s.View.WorldSize()
	x := func(world float64) int { return int(math.Round((world-v.Center[0])*size + v.Width/2)) }
	y := func(world float64) int { return int(math.Round((world-v.Center[1])*size + v.Height/2)) }
	return image.Rect(x(b.Min[0]), y(b.Min[1]), x(b.Max[0]), y(b.Max[1]))
}

// mostTiles is how many tiles a picture is made of at most; a coarser level is
// taken before.
const mostTiles = 256

// cover lists the tiles of the level that suits the view. Below the set's
// first level that one is drawn smaller, and beyond its last that one larger.
func (l *TileLayer) cover(s *MapScene) []maptiles.ID {
	for z := max(l.meta.MinZoom, min(l.meta.MaxZoom, l.level(s))); z >= l.meta.MinZoom; z-- {
		if ids := maptiles.Cover(s.View.Bound(), z, mostTiles); ids != nil {
			return ids
		}
	}
	return nil
}

// level is the zoom level of the tiles that suit the view. Vector tiles are
// made for 512 pixels. A photograph is best with a pixel for every device
// pixel; a drawn map has letters, which would be too small then.
func (l *TileLayer) level(s *MapScene) int {
	zoom, density := s.zoom(), math.Log2(float64(s.Scale))
	if l.meta.Format == maptiles.MVT {
		return int(math.Floor(zoom - 1 + 1e-6))
	}
	larger := math.Log2(float64(l.side) / geo.TileSize)
	if l.meta.Format != maptiles.JPEG {
		density = min(density, larger)
	}
	return int(math.Round(zoom - larger + density))
}

// paintTiles paints the tiles that are laid out.
func (m *Map) paintTiles(dst *image.RGBA, s *MapScene) {
	t, l := &m.tiles, s.Tiles
	if len(t.placed) == 0 {
		return
	}
	to := dst
	blended := l.options.Over && l.options.Opacity < 1
	if blended {
		t.veil = sized(t.veil, dst.Rect)
		clear(t.veil.Pix)
		to = t.veil
	}
	m.canvas.begin(to)
	for i := range t.placed {
		if p := &t.placed[i]; p.tile.picture != nil {
			t.paintPicture(to, p)
		} else {
			m.paintDrawing(s, p)
		}
	}
	if blended {
		lower(t.veil, l.options.Opacity)
		draw.Draw(dst, dst.Rect, t.veil, dst.Rect.Min, draw.Over)
	}
}

// lower multiplies the opacity of a picture.
func lower(img *image.RGBA, opacity float64) {
	factor := uint32(math.Round(opacity * 256))
	for i, v := range img.Pix {
		if v != 0 {
			img.Pix[i] = uint8(uint32(v) * factor >> 8)
		}
	}
}

// paintPicture draws a raster tile, smoothly where its size is another.
func (t *tilePainter) paintPicture(dst *image.RGBA, p *placedTile) {
	own := image.Rect(int(p.x), int(p.y), int(p.x+p.w), int(p.y+p.h))
	clip, pic := p.clip.Intersect(dst.Rect), p.tile.picture
	switch {
	case own.Size() != pic.Rect.Size():
		t.scaler.draw(dst, clip, own, pic, p.tile.opaque)
	case p.tile.opaque:
		draw.Draw(dst, clip, pic, clip.Min.Sub(own.Min), draw.Src)
	default:
		draw.Draw(dst, clip, pic, clip.Min.Sub(own.Min), draw.Over)
	}
}
