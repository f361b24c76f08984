// Package record shows the record in words: the list of the events shown, and
// everything that is known of the one selected.
package record

import (
	"image"

	"qantar/store"
	"qantar/ui/paint"
)

// icons are the categories' marks as pictures, drawn once for each style.
type icons struct {
	style *paint.Style
	drawn map[string]*image.RGBA
}

// iconPixels is the size at which marks are drawn, enough for double scale.
const iconPixels = 48

func (c *icons) of(category *store.Category) *image.RGBA {
	if img, ok := c.drawn[category.ID]; ok {
		return img
	}
	img := paint.Icon(c.style, category.Shape, category.Color, iconPixels)
	c.drawn[category.ID] = img
	return img
}

func (c *icons) setStyle(style *paint.Style) {
	c.style, c.drawn = style, map[string]*image.RGBA{}
}
