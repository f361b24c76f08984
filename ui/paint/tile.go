package paint

import (
	"fmt"
	"image"

	maptiles "qantar/geo/tiles"

	"github.com/paulmach/orb"
	"golang.org/x/image/draw"
)

// tile is one tile, decoded. It never changes once it is kept.
type tile struct {
	id      maptiles.ID
	picture *image.RGBA // of a raster tile
	opaque  bool        // the picture lets nothing through
	drawing *drawing    // of a vector tile
	used    uint64      // the picture of the map that it was needed for last
}

// drawing is a vector tile: what each rule of the style draws, and names.
type drawing struct {
	strokes [ruleCount]strokes
	names   []tileName
}

// strokes are all lines or rings of a tile that one rule draws. Coordinates
// run from 0 to 1 over the tile, x to the east and y to the south.
type strokes struct {
	points []pt
	ends   []int32 // where each line or ring ends among the points
	bound  box
}

// tileName is a name on a vector tile.
type tileName struct {
	at    orb.Point // world coordinates
	kind  *nameRule
	rank  float64 // smaller goes first
	texts [nameForms]string
}

// empty tells whether the set has no such tile.
func (t *tile) empty() bool { return t.picture == nil && t.drawing == nil }

// size is about how many bytes of memory the tile takes.
func (t *tile) size() int {
	n := 200
	if t.picture != nil {
		n += len(t.picture.Pix)
	}
	if t.drawing != nil {
		n += int(ruleCount) * 80
		for i := range t.drawing.strokes {
			n += 8*cap(t.drawing.strokes[i].points) + 4*cap(t.drawing.strokes[i].ends)
		}
		n += 200 * len(t.drawing.names)
	}
	return n
}

// largestPicture is how wide, in pixels, the picture of a tile is kept.
const largestPicture = 1024

// readTile reads and decodes a tile. One that the set does not have is empty.
func readTile(source maptiles.Source, meta *maptiles.Meta, id maptiles.ID) (*tile, error) {
	data, err := source.Tile(id)
	if err != nil || len(data) == 0 {
		return &tile{}, err
	}
	if meta.Format == maptiles.MVT {
		d, err := decodeDrawing(data, meta, id)
		if err != nil {
			return nil, fmt.Errorf("tile %v of the map is left out: %w", id, err)
		}
		return &tile{drawing: d}, nil
	}
	img, err := maptiles.DecodeRaster(data)
	if err != nil {
		return nil, fmt.Errorf("tile %v of the map is left out: %w", id, err)
	}
	return &tile{picture: reduced(img), opaque: img.Opaque()}, nil
}

// reduced makes a picture smaller than it needs to be fit the memory.
func reduced(img *image.RGBA) *image.RGBA {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	if w <= largestPicture && h <= largestPicture {
		return img
	}
	small := image.NewRGBA(image.Rect(0, 0, min(w, largestPicture), min(h, largestPicture)))
	draw.BiLinear.Scale(small, small.Rect, img, img.Rect, draw.Src, nil)
	return small
}
