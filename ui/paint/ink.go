package paint

import (
	"image"
	"image/color"
)

// inkwell hands out one colour at a time as a picture. The colour lives in the
// inkwell: boxed anew it would be an allocation for every stroke.
type inkwell struct {
	color   color.RGBA
	uniform image.Uniform
}

func (w *inkwell) of(col color.RGBA) *image.Uniform {
	w.color = col
	w.uniform.C = &w.color
	return &w.uniform
}
