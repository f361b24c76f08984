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

// captionBox is a text set in the width it gets.
type captionBox struct {
	Box   *fyne.Container
	text  *prose
	all   []paragraph
	width float32
}

func newCaptionBox() *captionBox {
	b := &captionBox{text: newProse()}
	b.Box = container.New(captionLayout{b}, b.text.Box)
	return b
}

func (b *captionBox) tell(text string, size float32, col color.Color) {
	b.all = []paragraph{{text: text, size: size, color: col}}
	b.text.set(b.all, max(10, b.width))
}

// captionLayout sets the text anew where it gets another width.
type captionLayout struct{ b *captionBox }

func (captionLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 20) }

func (l captionLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size.Width != l.b.width {
		l.b.width = size.Width
		l.b.text.set(l.b.all, size.Width)
	}
}

// columnsOf lays the left side out: this scene's picture, its caption, and in
// what is left the next one's.
type columnsOf struct{ v *Speaker }

func (columnsOf) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(260, 240) }

// Shares of the left side's height.
const (
	nowShare    = 0.5
	captionRoom = 0.12
)

func (l *columnsOf) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const pad = 10
	shape := l.v.shape()
	fit := func(height float32) (w, h float32) {
		w = min(size.Width-2*pad, height*shape)
		return w, w / shape
	}
	w, h := fit(size.Height * nowShare)
	place(objects[0], pad, pad, w, h)
	y := pad + h + 4
	place(objects[1], pad, y, size.Width-2*pad, size.Height*captionRoom)
	y += size.Height * captionRoom
	m := objects[2].MinSize()
	place(objects[2], pad, y, m.Width, m.Height)
	y += m.Height + 4
	w, h = fit(max(40, size.Height-y-8))
	w, h = min(w, size.Width*0.62), min(h, size.Width*0.62/shape) // its caption stands beside
	place(objects[3], pad, y, w, h)
	place(objects[4], 2*pad+w, y, size.Width-w-3*pad, h)
}

// shape is the width of the audience's map, without its caption, divided by its
// height.
func (v *Speaker) shape() float32 {
	a := v.show.Audience
	if a.size.Height < 10 {
		return 16.0 / 9
	}
	return a.size.Width / (a.size.Height - a.slim() - a.size.Height*usualBand)
}

// usualBand is how high captions mostly are, as a share of the audience's screen.
const usualBand = 0.12

// rowsOf lays buttons out in as many rows as it takes.
type rowsOf struct{ width float32 }

const rowGap = 6

func (l *rowsOf) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := max(300, l.width)
	return fyne.NewSize(300, l.flow(objects, width, func(fyne.CanvasObject, float32, float32, fyne.Size) {}))
}

func (l *rowsOf) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.flow(objects, size.Width, func(o fyne.CanvasObject, x, y float32, m fyne.Size) { place(o, x, y, m.Width, m.Height) })
}

func (l *rowsOf) flow(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, float32, float32, fyne.Size)) float32 {
	x, y, high := float32(0), float32(0), float32(0)
	for _, o := range objects {
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			x, y = 0, y+high+rowGap
		}
		put(o, x, y, m)
		x, high = x+m.Width+rowGap, max(high, m.Height)
	}
	return y + high
}

// scrolled is prose that scrolls.
type scrolled struct {
	Box           *container.Scroll
	text          *prose
	all           []paragraph
	inner         *fyne.Container
	width, height float32
}

func newScrolled() *scrolled {
	s := &scrolled{text: newProse()}
	s.inner = container.New(scrolledLayout{s}, s.text.Box)
	s.Box = container.NewVScroll(s.inner)
	return s
}

func (s *scrolled) tell(all []paragraph) {
	s.all = all
	s.lay()
	s.Box.ScrollToTop()
}

const (
	scrolledPad = 14
	leastShrunk = 0.76 // how far letters shrink so that nobody has to scroll
)

func (s *scrolled) lay() {
	if s.width > 2*scrolledPad {
		room := s.Box.Size().Height - 2*scrolledPad
		s.height = s.text.setWithin(s.all, s.width-2*scrolledPad, room, leastShrunk) + 2*scrolledPad
		s.text.Box.Move(fyne.NewPos(scrolledPad, scrolledPad))
		s.Box.Refresh()
	}
}

// scrolledLayout sets the text anew where it gets another width.
type scrolledLayout struct{ s *scrolled }

func (l scrolledLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(10, l.s.height) }

func (l scrolledLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size.Width != l.s.width {
		l.s.width = size.Width
		l.s.lay()
	}
}

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
