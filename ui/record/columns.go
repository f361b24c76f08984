package record

import "fyne.io/fyne/v2"

// cardWidth is the least width, in pixels, at which a report can be read
// beside another.
const cardWidth = 330

// columns sets cards side by side where there is room, in rows as high as
// their highest card. It keeps the width that it was last given, as the height
// of text that wraps depends on it.
type columns struct{ width float32 }

func (c *columns) count(n int) int { return max(1, min(n, int(c.width/cardWidth))) }

// rowHeight is the height of the row that starts with the first of some cards.
func rowHeight(row []fyne.CanvasObject) (height float32) {
	for _, o := range row {
		height = max(height, o.MinSize().Height)
	}
	return height
}

// MinSize implements fyne.Layout.
func (c *columns) MinSize(cards []fyne.CanvasObject) fyne.Size {
	n, height := c.count(len(cards)), float32(0)
	for i := 0; i < len(cards); i += n {
		height += rowHeight(cards[i:min(len(cards), i+n)])
	}
	return fyne.NewSize(0, height)
}

// Layout implements fyne.Layout.
func (c *columns) Layout(cards []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	n, y := c.count(len(cards)), float32(0)
	each := size.Width / float32(n)
	for i := 0; i < len(cards); i += n {
		row := cards[i:min(len(cards), i+n)]
		for _, o := range row {
			o.Resize(fyne.NewSize(each, o.MinSize().Height))
		}
		height := rowHeight(row)
		for k, o := range row {
			o.Move(fyne.NewPos(float32(k)*each, y))
			o.Resize(fyne.NewSize(each, height))
		}
		y += height
	}
}
