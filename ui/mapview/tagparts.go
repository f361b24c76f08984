package mapview

import (
	"qantar/store"
	"qantar/ui/paint"

	"fyne.io/fyne/v2/canvas"
)

// What the tags that stand on the map are made of: a quiet ground, and the mark
// of a category.

// tagHeight is that of a tag of one line, in pixels.
const tagHeight = 28

func tagGround(s *paint.Style) *canvas.Rectangle {
	ground := canvas.NewRectangle(fade(s.Paper, 0.92))
	ground.CornerRadius, ground.StrokeWidth, ground.StrokeColor = 5, 1, fade(s.Rule, 0.6)
	return ground
}

func tagMark(s *paint.Style, c store.Category) *canvas.Image {
	return &canvas.Image{FillMode: canvas.ImageFillContain, Image: paint.Icon(s, c.Shape, c.Color, 2*legendIcon)}
}
