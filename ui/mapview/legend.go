package mapview

import (
	"image/color"
	"strconv"

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
// the marks and unfolds under the pointer.
type Legend struct {
	widget.BaseWidget
	p       *state.Presenter
	style   *paint.Style
	ground  *canvas.Rectangle
	rows    []*legendRow
	box     *fyne.Container
	compact bool // keep to the marks
	open    bool // although compact, show names: the pointer is here
}

const (
	legendText = 16
	legendIcon = 20
	rowHeight  = 27
	legendPad  = 8
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

// SetCompact keeps the legend to its marks, or shows names and counts too.
func (l *Legend) SetCompact(on bool) {
	if on != l.compact {
		l.compact = on
		l.update()
	}
}

// full tells whether names and counts are shown.
func (l *Legend) full() bool { return !l.compact || l.open }

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
	width := float32(legendIcon)
	if l.full() {
		for _, row := range l.rows {
			width = max(width, row.width())
		}
	}
	return fyne.NewSize(width+2*legendPad, float32(len(l.rows))*rowHeight+legendPad)
}

type legendLayout struct{ l *Legend }

func (w legendLayout) MinSize([]fyne.CanvasObject) fyne.Size { return w.l.MinSize() }

func (w legendLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l := w.l
	l.ground.Resize(size)
	for i, row := range l.rows {
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
	hover  bool
}

var (
	_ fyne.Tappable          = (*legendRow)(nil)
	_ fyne.SecondaryTappable = (*legendRow)(nil)
	_ desktop.Hoverable      = (*legendRow)(nil)
	_ desktop.Cursorable     = (*legendRow)(nil)
)

func newLegendRow(l *Legend, i int) *legendRow {
	r := &legendRow{legend: l, index: i, icon: &canvas.Image{FillMode: canvas.ImageFillContain}}
	r.name, r.count = canvas.NewText("", color.Black), canvas.NewText("", color.Black)
	r.name.TextSize, r.count.TextSize = legendText, legendText
	r.ExtendBaseWidget(r)
	return r
}

func (r *legendRow) draw() {
	category := r.legend.p.Data().Categories[r.index]
	r.icon.Image = paint.Icon(r.legend.style, category.Shape, category.Color, 2*legendIcon)
	r.icon.Refresh()
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
	r.name.Hidden, r.count.Hidden = !r.legend.full(), !r.legend.full()
	r.Refresh()
}

// width is what the row needs to show its name in bold and a count.
func (r *legendRow) width() float32 {
	name := fyne.MeasureText(r.name.Text, legendText, fyne.TextStyle{Bold: true})
	count := fyne.MeasureText("000", legendText, fyne.TextStyle{})
	return legendIcon + 8 + name.Width + 12 + count.Width
}

// CreateRenderer implements fyne.Widget.
func (r *legendRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(rowLayout{r}, r.icon, r.name, r.count))
}

type rowLayout struct{ r *legendRow }

func (rowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(legendIcon, rowHeight) }

func (w rowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r := w.r
	r.icon.Resize(fyne.NewSquareSize(legendIcon))
	r.icon.Move(fyne.NewPos(0, (size.Height-legendIcon)/2))
	height := r.name.MinSize().Height
	r.name.Move(fyne.NewPos(legendIcon+8, (size.Height-height)/2))
	r.count.Move(fyne.NewPos(size.Width-r.count.MinSize().Width, (size.Height-height)/2))
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
}

// Cursor implements desktop.Cursorable.
func (r *legendRow) Cursor() desktop.Cursor { return desktop.PointerCursor }
