package paint

import (
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
)

// lay blends a premultiplied colour over the picture where the gathered path
// covers it. Stretches that an opaque colour covers wholly are copied.
func (c *canvas) lay(col color.RGBA) {
	packed := pack(col)
	c.dip(col)
	for y := range c.clip.Dy() {
		row := c.dst.Pix[c.dst.PixOffset(c.clip.Min.X, c.clip.Min.Y+y):]
		for _, r := range c.raster.row(y) {
			px := row[4*r.from : 4*r.to]
			switch {
			case r.mixed:
				layMixed(px, c.raster.cover[r.from:r.to], packed)
			case r.cover == 255 && col.A == 255:
				copy(px, c.brush)
			default:
				layEven(px, packed, uint32(r.cover))
			}
		}
	}
}

// dip makes the brush a row of one colour as wide as the clip.
func (c *canvas) dip(col color.RGBA) {
	if need := 4 * c.clip.Dx(); len(c.brush) < need {
		c.brush = make([]uint8, need)
	} else if need > 0 && pack(col) == binary.LittleEndian.Uint32(c.brush) {
		return // the whole brush has one colour
	}
	stain(c.brush, col)
}

// stain gives a row of pixels one colour.
func stain(row []uint8, col color.RGBA) {
	if len(row) < 4 {
		return
	}
	binary.LittleEndian.PutUint32(row, pack(col))
	for n := 4; n < len(row); n *= 2 {
		copy(row[n:], row[:n])
	}
}

// layMixed blends a colour over pixels by the cover of each. It takes four
// pixels at a time: most of them are not covered, and the rest are rarely
// alike, so that asking about each would cost more than blending it.
func layMixed(px, cover []uint8, col uint32) {
	low, high, alpha := col&pairs, col>>8&pairs, col>>24
	for len(cover) >= 4 && len(px) >= 16 {
		if four := binary.LittleEndian.Uint32(cover); four != 0 {
			p := px[:16:16]
			for i := range 4 {
				a := four >> (8 * i) & 255
				rest := 255 - byte255(alpha*a)
				under := binary.LittleEndian.Uint32(p[4*i:])
				binary.LittleEndian.PutUint32(p[4*i:], byte255(low*a+under&pairs*rest)|byte255(high*a+under>>8&pairs*rest)<<8)
			}
		}
		cover, px = cover[4:], px[16:]
	}
	for x, a := range cover {
		over(px[4*x:4*x+4:4*x+4], col, uint32(a))
	}
}

func layEven(px []uint8, col, cover uint32) {
	for x := 0; x+4 <= len(px); x += 4 {
		over(px[x:x+4:x+4], col, cover)
	}
}

// fill gives the whole clip one opaque colour.
func (c *canvas) fill(col color.RGBA) {
	if r := c.clip; c.pen != nil {
		c.pen.rect(float32(r.Min.X), float32(r.Min.Y), float32(r.Max.X), float32(r.Max.Y), col)
		return
	}
	c.dip(col)
	for y := c.clip.Min.Y; y < c.clip.Max.Y; y++ {
		copy(c.dst.Pix[c.dst.PixOffset(c.clip.Min.X, y):], c.brush[:4*c.clip.Dx()])
	}
}

// fill gives a whole picture one opaque colour.
func fill(dst *image.RGBA, col color.RGBA) {
	draw.Draw(dst, dst.Rect, image.NewUniform(col), image.Point{}, draw.Src)
}

// pairs picks two of a pixel's four bytes, each with a byte's room above it.
const pairs = 0x00ff00ff

// over lays a premultiplied colour over one pixel where cover, 0 to 255, of it
// is covered: Porter and Duff, "Compositing digital images" (1984). Two bytes
// are worked on at a time.
func over(px []uint8, col, cover uint32) {
	rest := 255 - byte255(col>>24*cover)
	under := binary.LittleEndian.Uint32(px)
	low := col&pairs*cover + under&pairs*rest
	high := col>>8&pairs*cover + under>>8&pairs*rest
	binary.LittleEndian.PutUint32(px, byte255(low)|byte255(high)<<8)
}

// byte255 divides one or two products of bytes by 255 and rounds. Source: J.
// Blinn, "Three wrongs make a right", IEEE Computer Graphics (1995).
func byte255(v uint32) uint32 {
	v += 0x00800080
	return (v + v>>8&pairs) >> 8 & pairs
}

// blend lays an opaque colour over one pixel at an alpha from 0 to 255.
func blend(px []uint8, c color.RGBA, alpha uint32) {
	over(px, pack(color.RGBA{c.R, c.G, c.B, 255}), alpha)
}
