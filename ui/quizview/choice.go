package quizview

import (
	"slices"
	"strconv"

	"qantar/ui/quizplay"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// choice is one answer that can be picked. That it was picked, and is right or
// wrong, is told by a sign as well as by colour.
type choice struct {
	widget.BaseWidget
	sign   *widget.Label // a letter to pick it by, or its place in the right order
	place  *widget.Label // its place in the order picked
	mark   *widget.Icon  // right or wrong; hidden where that is not told
	text   *widget.Label
	ground *widget.Label
	pick   func()
	factor float32 // by which letters are larger
	chosen bool
	edge   *canvas.Rectangle
}

var (
	_ fyne.Tappable      = (*choice)(nil)
	_ desktop.Cursorable = (*choice)(nil)
)

// markSize is the side of the mark of an answer, in pixels at plain size.
const markSize = 26

func newChoice(sign, said, ground string, chosen bool, factor float32, pick func()) *choice {
	c := &choice{pick: pick, chosen: chosen, factor: factor}
	c.sign = widget.NewLabelWithStyle(sign, fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	c.sign.SizeName = theme.SizeNameSubHeadingText
	c.place = widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	c.place.SizeName, c.place.Importance = theme.SizeNameHeadingText, widget.HighImportance
	c.place.Hide()
	c.mark = widget.NewIcon(nil)
	c.mark.Hide()
	c.text = text(said, theme.SizeNameSubHeadingText, chosen)
	c.ground = text(ground, theme.SizeNameCaptionText, false)
	c.ground.Importance = widget.LowImportance
	c.ground.Hidden = ground == ""
	c.edge = canvas.NewRectangle(nil)
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *choice) CreateRenderer() fyne.WidgetRenderer {
	lines := container.New(layout.NewCustomPaddedVBoxLayout(-10), c.text, c.ground)
	mark := container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(markSize*c.factor), c.mark))
	mark.Hidden = c.mark.Hidden
	row := container.NewBorder(nil, nil, container.NewHBox(c.sign), container.NewHBox(c.place, mark), lines)
	c.paint()
	return widget.NewSimpleRenderer(container.NewStack(c.edge, container.NewPadded(row)))
}

// Refresh implements fyne.CanvasObject.
func (c *choice) Refresh() {
	c.paint()
	c.BaseWidget.Refresh()
}

// paint gives the ground its colours, and what was picked an edge.
func (c *choice) paint() {
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	c.edge.FillColor, c.edge.CornerRadius = base().Color(theme.ColorNameButton, variant), 8
	c.edge.StrokeWidth = 0
	if c.chosen {
		c.edge.StrokeColor, c.edge.StrokeWidth = base().Color(theme.ColorNamePrimary, variant), 3
	}
}

// Tapped implements fyne.Tappable.
func (c *choice) Tapped(*fyne.PointEvent) { c.pick() }

// Cursor implements desktop.Cursorable.
func (c *choice) Cursor() desktop.Cursor { return desktop.PointerCursor }

// judge tells whether the choice is right.
func (c *choice) judge(right bool) {
	c.mark.Resource = theme.CancelIcon()
	if right {
		c.mark.Resource = theme.ConfirmIcon()
		c.text.TextStyle.Bold = true
	}
	c.mark.Show()
}

// choices are those of the question that is put: as they are put before the
// answer, and an order in the right one after it.
func (v *View) choices(w *quizplay.Worded) []*choice {
	q, picked := v.play.Question(), v.play.Picked()
	order, revealed := len(q.Right) > 1, v.play.Revealed()
	var all []*choice
	for n, i := range v.asShown() {
		sign, ground := v.teller.Letter(i), ""
		place := slices.Index(picked, i)
		if order && revealed {
			sign = strconv.Itoa(n + 1)
		}
		answer := slices.Index(q.Right, i)
		if revealed && answer >= 0 {
			ground = w.Answer[answer].Ground
		}
		c := newChoice(sign, w.Choices[i], ground, place >= 0, v.look.factor, func() { v.pick(i) })
		if order && place >= 0 {
			c.place.SetText(strconv.Itoa(place + 1))
			c.place.Show()
		}
		switch {
		case !revealed:
		case !order && answer >= 0:
			c.judge(true)
		case place >= 0:
			c.judge(place == answer)
		}
		all = append(all, c)
	}
	return all
}

// asShown are the choices in the order in which they are shown.
func (v *View) asShown() []int {
	q := v.play.Question()
	if v.play.Revealed() && len(q.Right) > 1 {
		return q.Right
	}
	all := make([]int, len(q.Choices))
	for i := range all {
		all[i] = i
	}
	return all
}
