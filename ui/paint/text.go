package paint

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// Weight is a cut of the typeface.
type Weight uint8

// The cuts that the pictures use.
const (
	Regular Weight = iota
	Bold
	Italic
	weights
)

// Type is the typeface of the pictures. It keeps what it has drawn before; it
// may be used from one goroutine at a time.
type Type struct {
	fonts   [weights]*opentype.Font
	faces   map[faceKey]font.Face
	sprites map[spriteKey]*sprite
	kept    int // bytes of the sprites
}

type faceKey struct {
	weight Weight
	size   float32
}

type spriteKey struct {
	text     string
	face     faceKey
	halo     float32
	tracking float32 // added after every letter
}

// sprite is a line of text ready to be put down: what the letters cover, and
// what their halo covers. Both masks have the same bounds, relative to the
// start of the baseline.
type sprite struct {
	fill, halo *image.Alpha
	advance    float32
	of         spriteKey
}

// mostKept bounds the memory that drawn lines of text take, in bytes: several
// times what one picture at two device pixels a pixel holds.
const mostKept = 6 << 20

// NewType reads the three cuts of a typeface, each a TrueType or OpenType file.
func NewType(regular, bold, italic []byte) (*Type, error) {
	t := &Type{faces: map[faceKey]font.Face{}, sprites: map[spriteKey]*sprite{}}
	for w, data := range [weights][]byte{regular, bold, italic} {
		f, err := opentype.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("reading font %d of the pictures: %w", w, err)
		}
		t.fonts[w] = f
	}
	return t, nil
}

// Clone returns a Type for use on another goroutine. The fonts are shared.
func (t *Type) Clone() *Type {
	return &Type{fonts: t.fonts, faces: map[faceKey]font.Face{}, sprites: map[spriteKey]*sprite{}}
}

func (t *Type) face(key faceKey) font.Face {
	if f, ok := t.faces[key]; ok {
		return f
	}
	f, err := opentype.NewFace(t.fonts[key.weight], &opentype.FaceOptions{
		Size: float64(key.size), DPI: 72, Hinting: font.HintingNone,
	})
	if err != nil { // only for a size that is not a number
		panic(err)
	}
	t.faces[key] = f
	return f
}

// width measures a line of text.
func (t *Type) width(text string, weight Weight, size float32) float32 {
	return fixedToFloat(font.MeasureString(t.face(faceKey{weight, size}), text))
}

// Advance is how far a line of text of a size goes where its letters stand at
// their own widths, without kerning, as in a PDF; in the size's unit.
func (t *Type) Advance(text string, weight Weight, size float32) float32 {
	const exact = 1000 // letters are measured large, so that little is rounded
	face, sum := t.face(faceKey{weight, exact}), fixed.Int26_6(0)
	for _, letter := range text {
		advance, _ := face.GlyphAdvance(letter)
		sum += advance
	}
	return fixedToFloat(sum) * size / exact
}

// trackedWidth is width for letters set apart by tracking.
func (t *Type) trackedWidth(text string, weight Weight, size, tracking float32) float32 {
	return t.width(text, weight, size) + tracking*float32(utf8.RuneCountInString(text))
}

// sprite returns a line of text drawn with a halo of a given radius.
func (t *Type) sprite(text string, weight Weight, size, halo float32) *sprite {
	return t.tracked(text, weight, size, halo, 0)
}

// tracked is sprite with its letters set apart by tracking.
func (t *Type) tracked(text string, weight Weight, size, halo, tracking float32) *sprite {
	key := spriteKey{text, faceKey{weight, size}, halo, tracking}
	if s, ok := t.sprites[key]; ok {
		return s
	}
	s := t.render(key)
	if t.kept += s.bytes(); t.kept > mostKept {
		clear(t.sprites)
		t.kept = s.bytes()
	}
	t.sprites[key] = s
	return s
}

func (s *sprite) bytes() int {
	n := len(s.fill.Pix)
	if s.halo != nil {
		n += len(s.halo.Pix)
	}
	return n
}

func (t *Type) render(key spriteKey) *sprite {
	face := t.face(key.face)
	bounds, advance := font.BoundString(face, key.text)
	spread := fixed.Int26_6(key.tracking * 64)
	extra := spread * fixed.Int26_6(utf8.RuneCountInString(key.text))
	bounds.Max.X += extra
	pad := int(math.Ceil(float64(key.halo))) + 1
	r := image.Rect(bounds.Min.X.Floor()-pad, bounds.Min.Y.Floor()-pad, bounds.Max.X.Ceil()+pad, bounds.Max.Y.Ceil()+pad)
	s := &sprite{fill: image.NewAlpha(r), advance: fixedToFloat(advance + extra), of: key}
	d := font.Drawer{Dst: s.fill, Src: image.Opaque, Face: face, Dot: fixed.Point26_6{}}
	if spread == 0 {
		d.DrawString(key.text)
	} else {
		for _, letter := range key.text {
			d.DrawString(string(letter))
			d.Dot.X += spread
		}
	}
	if key.halo > 0 {
		s.halo = dilate(s.fill, key.halo)
	}
	return s
}

// dilate grows what a mask covers by a radius, with a soft edge.
func dilate(src *image.Alpha, radius float32) *image.Alpha {
	dst := image.NewAlpha(src.Rect)
	reach := int(math.Ceil(float64(radius)))
	for dy := -reach; dy <= reach; dy++ {
		for dx := -reach; dx <= reach; dx++ {
			weight := radius + 0.5 - float32(math.Hypot(float64(dx), float64(dy)))
			if weight > 0 {
				lighten(dst, src, dx, dy, min(weight, 1))
			}
		}
	}
	return dst
}

// lighten raises dst to src moved by dx, dy and multiplied by weight.
func lighten(dst, src *image.Alpha, dx, dy int, weight float32) {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	factor := uint32(weight * 256)
	for y := max(0, dy); y < min(h, h+dy); y++ {
		row := dst.Pix[y*dst.Stride : y*dst.Stride+w]
		from := src.Pix[(y-dy)*src.Stride : (y-dy)*src.Stride+w]
		for x := max(0, dx); x < min(w, w+dx); x++ {
			if a := uint8(uint32(from[x-dx]) * factor >> 8); a > row[x] {
				row[x] = a
			}
		}
	}
}

// put draws a sprite with its baseline starting at x, y.
func (c *canvas) put(s *sprite, x, y float32, ink, halo color.RGBA) {
	if c.pen != nil {
		c.pen.words(s, x, y, ink, halo)
		return
	}
	at := image.Pt(int(math.Round(float64(x))), int(math.Round(float64(y))))
	if s.halo != nil {
		c.mask(s.halo, at, halo)
	}
	c.mask(s.fill, at, ink)
}

// mask blends an opaque colour over the picture where a mask covers it.
func (c *canvas) mask(m *image.Alpha, at image.Point, col color.RGBA) {
	r := m.Rect.Add(at).Intersect(c.dst.Rect)
	packed := pack(col)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		cover := m.Pix[m.PixOffset(r.Min.X-at.X, y-at.Y):][:r.Dx()]
		layMixed(c.dst.Pix[c.dst.PixOffset(r.Min.X, y):], cover, packed)
	}
}

func fixedToFloat(v fixed.Int26_6) float32 { return float32(v) / 64 }
