package paint

import (
	"encoding/binary"
	"image"
	"image/color"
)

// A pixel is four bytes, red, green, blue, alpha, premultiplied. As a word the
// red is lowest; two of its bytes are worked on at a time.

// pack is a colour as it lies in a picture.
func pack(c color.RGBA) uint32 {
	return uint32(c.R) | uint32(c.G)<<8 | uint32(c.B)<<16 | uint32(c.A)<<24
}

func pixel(row []uint8, x int) uint32 { return binary.LittleEndian.Uint32(row[4*x : 4*x+4 : 4*x+4]) }

func setPixel(row []uint8, x int, c uint32) {
	binary.LittleEndian.PutUint32(row[4*x:4*x+4:4*x+4], c)
}

// times multiplies a pixel by part, 0 to 255, of 255.
func times(c, part uint32) uint32 {
	rb := c&0xff00ff*part + 0x800080
	ga := c>>8&0xff00ff*part + 0x800080
	return (rb+rb>>8&0xff00ff)>>8&0xff00ff | (ga+ga>>8&0xff00ff)&0xff00ff00
}

// atop lays a pixel over another.
func atop(under, c uint32) uint32 { return c + times(under, 255-c>>24) }

// between is part, 0 to 255, of the way from an opaque pixel to another.
func between(a, b, part uint32) uint32 { return times(a, 255-part) + times(b, part) }

// plot is a part of a picture to draw on. Whatever the part, a pixel within it
// gets the same: drawing in parts gives what drawing at once gives.
type plot struct {
	dst  *image.RGBA
	clip image.Rectangle // within dst
}

// row are the pixels of dst's row y, from x = 0 on.
func (p *plot) row(y int) []uint8 { return p.dst.Pix[y*p.dst.Stride:] }
