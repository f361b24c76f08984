package paint

import "image"

// Icon draws a category's mark alone on a clear ground, size device pixels wide.
func Icon(style *Style, shape, color string, size int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, size, size))
	var c canvas
	c.begin(img)
	half := float32(size) / 2
	c.symbol(shape, half, half, half*0.68, half*0.1, style.Category(color), style.Halo, false)
	return img
}
