package paint

import (
	"image"
	"image/color"
	"image/draw"
)

// cover turns the gathered path into a mask over the clip and forgets the
// path. The mask is valid until the next path is painted.
func (c *canvas) cover() *image.Alpha {
	c.start()
	need := c.clip.Dx() * c.clip.Dy()
	if cap(c.covered.Pix) < need {
		c.covered.Pix = make([]uint8, need)
	}
	c.covered = image.Alpha{Pix: c.covered.Pix[:need], Stride: c.clip.Dx(), Rect: c.clip}
	c.raster.DrawOp = draw.Src
	c.raster.Draw(&c.covered, c.clip, image.Opaque, image.Point{})
	c.begun = false
	return &c.covered
}

// lay blends a premultiplied colour over a picture where a mask covers it. The
// raster could do so itself, but takes three times as long: most paths leave
// most of their mask empty, and fill the rest.
func lay(dst *image.RGBA, mask *image.Alpha, col color.RGBA) {
	r := mask.Rect
	for y := r.Min.Y; y < r.Max.Y; y++ {
		cover := mask.Pix[(y-r.Min.Y)*mask.Stride:][:r.Dx()]
		row := dst.Pix[dst.PixOffset(r.Min.X, y):][:4*r.Dx()]
		for x, a := range cover {
			switch {
			case a == 0:
			case a == 255 && col.A == 255:
				px := row[4*x : 4*x+4 : 4*x+4]
				px[0], px[1], px[2], px[3] = col.R, col.G, col.B, 255
			default:
				over(row[4*x:4*x+4:4*x+4], col, uint32(a))
			}
		}
	}
}

// over lays a premultiplied colour over one pixel where cover, 0 to 255, of it
// is covered: Porter and Duff, "Compositing digital images" (1984).
func over(px []uint8, col color.RGBA, cover uint32) {
	rest := 255 - (uint32(col.A)*cover+127)/255
	px[0] = uint8((uint32(col.R)*cover + uint32(px[0])*rest + 127) / 255)
	px[1] = uint8((uint32(col.G)*cover + uint32(px[1])*rest + 127) / 255)
	px[2] = uint8((uint32(col.B)*cover + uint32(px[2])*rest + 127) / 255)
	px[3] = uint8((uint32(col.A)*cover + uint32(px[3])*rest + 127) / 255)
}
