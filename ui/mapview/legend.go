package mapview

import (
	"image/color"
	"strconv"
	"strings"

	"qantar/ui/paint"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Legend explains the marks and is the filter by category: a click shows or
// hides a category, a right click shows it alone. On a small map it keeps to
// the marks and unfolds under the pointer; on a low one the marks stand in a row
// and the one under the pointer is named above it.
type Legend struct {
	widget.BaseWidget
	p      *state.Presenter
	style  *paint.Style
	ground *canvas.Rectangle
	rows   []*legendRow
	box    *fyne.Container
	shape  LegendShape
	open   bool // although reduced to the marks, show names: the pointer is here
}

// LegendShape is how much room a legend takes.
type LegendShape uint8

// The shapes, the largest first.
const (
	FullLegend   LegendShape = iota // marks, names and counts
	LegendColumn                    // marks below each other
	LegendRow                       // marks beside each other
)

const (
	legendText = 16
	legendIcon = 20
	rowHeight  = 27
	legendPad  = 8
	markWidth  = legendIcon + 8 // of a mark in a row
)

// NewLegend returns the legend of what p shows.
func NewLegend(p *state.Presenter) *Legend {
	l := &Legend{p: p, style: &paint.Light, ground: canvas.NewRectangle(color.White)}
	l.ground.CornerRadius = 6
	l.box = container.New(legendLayout{l}, l.ground)
	for i := range p.Data().Categories {
		row := newLegendRow(l, i)
		l.rows = append(l.rows, row)
		l.box.Add(row)
	}
	l.ExtendBaseWidget(l)
	p.Listen(func(c state.Change) {
		if c.Has(state.FilterChanged | state.ShownChanged | state.LanguageChanged) {
			l.update()
		}
	})
	l.SetStyle(&paint.Light)
	return l
}

// SetStyle changes the look of the legend.
func (l *Legend) SetStyle(s *paint.Style) {
	l.style = s
	l.ground.FillColor, l.ground.StrokeColor, l.ground.StrokeWidth = fade(s.Paper, 0.92), fade(s.Rule, 0.6), 1
	for _, row := range l.rows {
		row.draw()
	}
	l.update()
}

// SetShape gives the legend its shape.
func (l *Legend) SetShape(shape LegendShape) {
	if shape != l.shape {
		l.shape = shape
		l.update()
	}
}

// full tells whether every name and count is shown.
func (l *Legend) full() bool { return l.shape == FullLegend || l.shape == LegendColumn && l.open }

func (l *Legend) update() {
	counts := make([]int, len(l.rows))
	l.p.Shown().CountByCategory(counts)
	for i, row := range l.rows {
		row.update(counts[i])
	}
	l.Refresh()
	l.box.Refresh()
	l.box.Resize(l.MinSize())
}

// CreateRenderer implements fyne.Widget.
func (l *Legend) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.box) }

// MinSize implements fyne.CanvasObject.
func (l *Legend) MinSize() fyne.Size {
	if l.shape == LegendRow {
		return fyne.NewSize(float32(len(l.rows))*markWidth+legendPad, rowHeight+legendPad)
	}
	width := float32(legendIcon)
	if l.full() {
		for _, row := range l.rows {
			width = max(width, row.width())
		}
	}
	return fyne.NewSize(width+2*legendPad, ColumnHeight(len(l.rows)))
}

// ColumnHeight is how high a legend of some categories is that is no row.
func ColumnHeight(categories int) float32 { return float32(categories)*rowHeight + legendPad }

type legendLayout struct{ l *Legend }

func (w legendLayout) MinSize([]fyne.CanvasObject) fyne.Size { return w.l.MinSize() }

func (w legendLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l := w.l
	l.ground.Resize(size)
	for i, row := range l.rows {
		if l.shape == LegendRow {
			row.Move(fyne.NewPos(legendPad+float32(i)*markWidth, legendPad/2))
			row.Resize(fyne.NewSize(markWidth, rowHeight))
			continue
		}
		row.Move(fyne.NewPos(legendPad, legendPad/2+float32(i)*rowHeight))
		row.Resize(fyne.NewSize(size.Width-2*legendPad, rowHeight))
	}
}

// legendRow is one category.
type legendRow struct {
	widget.BaseWidget
	legend *Legend
	index  int
	icon   *canvas.Image
	name   *canvas.Text
	count  *canvas.Text
	ground *canvas.Rectangle // behind a name that stands above its mark
	hover  bool
}

var (
	_ fyne.Tappable          = (*legendRow)(nil)
	_ fyne.SecondaryTappable = (*legendRow)(nil)
	_ desktop.Hoverable      = (*legendRow)(nil)
	_ desktop.Cursorable     = (*legendRow)(nil)
)

func newLegendRow(l *Legend, i int) *legendRow {
	r := &legendRow{legend: l, index: i, icon: &canvas.Image{FillMode: canvas.ImageFillContain}, ground: tagGround(l.style)}
	r.name, r.count = canvas.NewText("", color.Black), canvas.NewText("", color.Black)
	r.name.TextSize, r.count.TextSize = legendText, legendText
	r.ExtendBaseWidget(r)
	return r
}

func (r *legendRow) draw() {
	category := r.legend.p.Data().Categories[r.index]
	r.icon.Image = paint.Icon(r.legend.style, category.Shape, category.Color, 2*legendIcon)
	r.icon.Refresh()
	ground := tagGround(r.legend.style)
	r.ground.FillColor, r.ground.StrokeColor = ground.FillColor, ground.StrokeColor
}

func (r *legendRow) update(count int) {
	on, s := r.legend.p.CategoryShown(r.index), r.legend.style
	r.name.Text = r.legend.p.Data().Categories[r.index].Label.In(r.legend.p.Lang())
	r.count.Text = strconv.Itoa(count)
	r.name.Color, r.count.Color, r.icon.Translucency = s.Ink, s.InkSoft, 0
	r.name.TextStyle.Bold = r.hover
	if !on {
		r.name.Color, r.count.Text, r.icon.Translucency = s.InkSoft, "–", 0.75
	}
	r.ground.Hidden = !r.above()
	r.name.Hidden = !r.legend.full() && !r.above()
	r.count.Hidden = r.name.Hidden
	r.Refresh()
}

// above tells whether the row's name stands above its mark.
func (r *legendRow) above() bool { return r.hover && r.legend.shape == LegendRow }

// width is what the row needs to show its name in bold and any count of the
// collection's events.
func (r *legendRow) width() float32 {
	name := fyne.MeasureText(r.name.Text, legendText, fyne.TextStyle{Bold: true})
	digits := max(3, len(strconv.Itoa(r.legend.p.Data().Len())))
	count := fyne.MeasureText(strings.Repeat("0", digits), legendText, fyne.TextStyle{})
	return legendIcon + 8 + name.Width + 12 + count.Width
}

// CreateRenderer implements fyne.Widget.
func (r *legendRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(rowLayout{r}, r.icon, r.ground, r.name, r.count))
}

type rowLayout struct{ r *legendRow }

func (rowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(legendIcon, rowHeight) }

func (w rowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r := w.r
	r.icon.Resize(fyne.NewSquareSize(legendIcon))
	r.icon.Move(fyne.NewPos(0, (size.Height-legendIcon)/2))
	height := r.name.MinSize().Height
	if r.legend.shape == LegendRow {
		w.above(height)
		return
	}
	r.name.Move(fyne.NewPos(legendIcon+8, (size.Height-height)/2))
	r.count.Move(fyne.NewPos(size.Width-r.count.MinSize().Width, (size.Height-height)/2))
}

// above lays name and count above a row of marks, from the row's beginning on.
func (w rowLayout) above(height float32) {
	r := w.r
	at := fyne.NewPos(-r.Position().X, -height-2*legendPad)
	r.ground.Move(at)
	r.ground.Resize(fyne.NewSize(r.width()+2*legendPad-legendIcon-8, height+legendPad))
	r.name.Move(at.AddXY(legendPad, legendPad/2))
	r.count.Move(at.AddXY(r.ground.Size().Width-legendPad-r.count.MinSize().Width, legendPad/2))
}

// Tapped implements fyne.Tappable.
func (r *legendRow) Tapped(*fyne.PointEvent) { r.legend.p.ToggleCategory(r.index) }

// TappedSecondary implements fyne.SecondaryTappable.
func (r *legendRow) TappedSecondary(*fyne.PointEvent) { r.legend.p.ShowOnlyCategory(r.index) }

// MouseIn implements desktop.Hoverable.
func (r *legendRow) MouseIn(*desktop.MouseEvent) { r.setHover(true) }

// MouseMoved implements desktop.Hoverable.
func (r *legendRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *legendRow) MouseOut() { r.setHover(false) }

func (r *legendRow) setHover(on bool) {
	r.hover = on
	r.legend.open = on
	r.legend.update()
	r.legend.Resize(r.legend.MinSize())
	canvas.Refresh(r.legend.box) // Fyne does not know yet where a part is that was never shown
}

// Cursor implements desktop.Cursorable.
func (r *legendRow) Cursor() desktop.Cursor { return desktop.PointerCursor }
