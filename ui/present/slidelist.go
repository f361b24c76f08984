package present

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// slideList is the list of slides; a click goes to one.
type slideList struct {
	Box    *container.Scroll
	show   *Show
	rows   []*slideRow
	layout *rowsDown
}

func newSlideList(s *Show) *slideList {
	l := &slideList{show: s}
	l.layout = &rowsDown{l: l}
	column := container.New(l.layout)
	for i := range s.Talk.Deck.Slides {
		r := newSlideRow(s, i)
		l.rows = append(l.rows, r)
		column.Add(r)
	}
	l.Box = container.NewVScroll(column)
	return l
}

// enlarge sets the rows so many times as large as usual.
func (l *slideList) enlarge(times float32) {
	for _, r := range l.rows {
		r.times = times
	}
	l.layout.width = 0
	l.Box.Content.Refresh()
}

// rowsDown lays the rows out below each other, each as high as its text takes in
// the width there is.
type rowsDown struct {
	l             *slideList
	width, height float32
}

func (r *rowsDown) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(150, r.height) }

func (r *rowsDown) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size.Width == r.width {
		return
	}
	r.width = size.Width
	y := float32(0)
	for _, row := range r.l.rows {
		row.width = size.Width
		high := row.set()
		place(row, 0, y, size.Width, high)
		y += high
	}
	r.height = y
	r.l.Box.Refresh()
}

// sync marks the slide that is shown and scrolls to it.
func (l *slideList) sync() {
	at := l.show.Talk.At()
	for i, r := range l.rows {
		r.mark(i == at)
	}
	row := l.rows[at]
	top, bottom := row.Position().Y, row.Position().Y+row.Size().Height
	if room := l.Box.Size().Height; top < l.Box.Offset.Y || bottom > l.Box.Offset.Y+room {
		l.Box.ScrollToOffset(fyne.NewPos(0, max(0, top-room/3)))
	}
}

// slideRow is one slide of the list.
type slideRow struct {
	widget.BaseWidget
	show   *Show
	slide  int
	ground *canvas.Rectangle
	number *canvas.Text
	text   *prose
	width  float32
	times  float32 // how much larger than usual it is
}

var (
	_ fyne.Tappable      = (*slideRow)(nil)
	_ desktop.Cursorable = (*slideRow)(nil)
)

func newSlideRow(s *Show, slide int) *slideRow {
	r := &slideRow{show: s, slide: slide, ground: canvas.NewRectangle(nil), number: canvas.NewText("", nil), text: newProse(), times: 1}
	if n := s.Talk.Deck.Number(slide); n > 0 {
		r.number.Text = strconv.Itoa(n)
	}
	r.number.TextStyle.Bold = true
	r.ground.CornerRadius = 4
	r.ExtendBaseWidget(r)
	r.mark(false)
	return r
}

// Sizes of the list's rows, in pixels.
const (
	rowSize   = 16
	rowNumber = 34 // room for the number
	rowPad    = 5
)

func (r *slideRow) mark(on bool) {
	style := r.show.parts.Style
	r.ground.FillColor = color.Transparent
	if on {
		r.ground.FillColor = style.Hover
	}
	r.number.Color = style.InkSoft
	if on {
		r.number.Color = style.Accent
	}
	r.ground.Refresh()
	r.number.Refresh()
}

// set writes the headline in the row's width and returns the row's height.
func (r *slideRow) set() float32 {
	size := rowSize * r.times
	width := max(80, r.width-rowNumber*r.times-rowPad)
	para := paragraph{text: r.show.headline(&r.show.Talk.Deck.Slides[r.slide]), size: size, color: r.show.parts.Style.Ink}
	r.number.TextSize = size
	r.text.Box.Move(fyne.NewPos(rowNumber*r.times, rowPad))
	return max(r.text.set([]paragraph{para}, width), size*leading) + 2*rowPad
}

// MinSize implements fyne.CanvasObject.
func (r *slideRow) MinSize() fyne.Size { return fyne.NewSize(120, rowSize*leading+2*rowPad) }

// Resize implements fyne.CanvasObject.
func (r *slideRow) Resize(size fyne.Size) {
	r.BaseWidget.Resize(size)
	r.ground.Resize(size)
	r.number.Move(fyne.NewPos(rowPad, rowPad))
}

// CreateRenderer implements fyne.Widget.
func (r *slideRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout(r.ground, r.number, r.text.Box))
}

// Tapped implements fyne.Tappable.
func (r *slideRow) Tapped(*fyne.PointEvent) { r.show.Go(r.slide) }

// Cursor implements desktop.Cursorable.
func (r *slideRow) Cursor() desktop.Cursor { return desktop.PointerCursor }
