package mapview

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"qantar/ui/paint"
	"qantar/ui/scene"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// overlay is what stands on the map: buttons, scale bar, attribution, what
// lies outside, and the name of what is under the pointer. It is few objects,
// for each is drawn anew with every frame.
type overlay struct {
	v    *View
	root *fyne.Container

	buttons *fyne.Container
	bar     *canvas.Rectangle
	barText *canvas.Text
	credit  *canvas.Text
	ground  *canvas.Rectangle // behind the credit
	barBack *canvas.Rectangle
	edges   [4]*widget.Button
	border  [4]*canvas.Rectangle // one for each side: a frame around the whole would cost its whole surface
	box     *canvas.Rectangle    // what a hand draws to zoom to
	length  float64              // metres on the scale bar
	bare    bool                 // without buttons

	label       *canvas.Rectangle
	labelTitle  *canvas.Text
	labelDetail *canvas.Text

	key *densityKey
}

const (
	barWidth   = 120 // pixels at most
	creditSize = 16
	labelSize  = 16
)

func newOverlay(v *View, names *paint.Type) *overlay {
	o := &overlay{
		v: v, bar: canvas.NewRectangle(color.Black), barText: canvas.NewText("", color.Black),
		credit: canvas.NewText("", color.Black), ground: canvas.NewRectangle(color.White), barBack: canvas.NewRectangle(color.White),
		box:   canvas.NewRectangle(color.Transparent),
		key:   newDensityKey(names),
		label: canvas.NewRectangle(color.White), labelTitle: canvas.NewText("", color.Black), labelDetail: canvas.NewText("", color.Black),
	}
	o.buttons = container.NewVBox(
		widget.NewButtonWithIcon("", theme.ContentAddIcon(), func() { v.Zoom(1) }),
		widget.NewButtonWithIcon("", theme.ContentRemoveIcon(), func() { v.Zoom(-1) }),
		widget.NewButtonWithIcon("", theme.HomeIcon(), v.p.GoHome),
	)
	objects := []fyne.CanvasObject{o.ground, o.credit, o.barBack, o.bar, o.barText, o.box, o.buttons}
	for i := range o.border {
		o.border[i] = canvas.NewRectangle(color.Black)
		o.border[i].Hide()
		objects = append(objects, o.border[i])
	}
	for i := range o.edges {
		o.edges[i] = widget.NewButton("", nil)
		o.edges[i].Hide()
		objects = append(objects, o.edges[i])
	}
	objects = append(objects, o.key.parts()...)
	objects = append(objects, o.label, o.labelTitle, o.labelDetail)
	o.root = container.New(o, objects...)
	o.label.CornerRadius, o.label.StrokeWidth = 4, 1
	o.labelTitle.TextStyle.Bold = true
	o.labelTitle.TextSize, o.labelDetail.TextSize = labelSize, labelSize
	o.credit.TextSize, o.barText.TextSize = creditSize, creditSize
	o.box.StrokeWidth = 2
	o.box.Hide()
	o.hideLabel()
	o.restyle()
	return o
}

// MinSize implements fyne.Layout.
func (o *overlay) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// Layout implements fyne.Layout.
func (o *overlay) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	o.placeBorder(size)
	b := o.buttons.MinSize()
	o.buttons.Resize(b)
	o.buttons.Move(fyne.NewPos(size.Width-b.Width-8, 8))
	o.refresh()
}

// restyle takes the colours of the map's style.
func (o *overlay) restyle() {
	s := o.v.style
	o.bar.FillColor, o.barText.Color = s.Text, s.Text
	o.credit.Color, o.ground.FillColor = s.TextSoft, fade(s.Halo, 0.75)
	o.barBack.FillColor = o.ground.FillColor
	o.label.FillColor, o.label.StrokeColor = s.Paper, s.Rule
	o.labelTitle.Color, o.labelDetail.Color = s.Ink, s.InkSoft
	for _, side := range o.border {
		side.FillColor = s.Accent
	}
	o.box.StrokeColor, o.box.FillColor = s.Accent, fade(s.Accent, 0.12)
	o.refresh()
	o.root.Refresh()
}

func fade(c color.RGBA, opacity float64) color.NRGBA {
	return color.NRGBA{c.R, c.G, c.B, uint8(255 * opacity)}
}

// borderWidth is how wide the frame around a focused map is, in pixels.
const borderWidth = 2

// placeBorder lays the four sides of the frame around the map.
func (o *overlay) placeBorder(size fyne.Size) {
	across, down := fyne.NewSize(size.Width, borderWidth), fyne.NewSize(borderWidth, size.Height)
	for i, side := range [4]struct {
		at   fyne.Position
		size fyne.Size
	}{
		{fyne.Position{}, across}, {fyne.NewPos(0, size.Height-borderWidth), across},
		{fyne.Position{}, down}, {fyne.NewPos(size.Width-borderWidth, 0), down},
	} {
		o.border[i].Move(side.at)
		o.border[i].Resize(side.size)
	}
}

// focus draws a frame around the map while the keys move it.
func (o *overlay) focus(on bool) {
	for _, side := range o.border {
		side.Hidden = !on
	}
	canvas.Refresh(o.root) // Fyne does not know yet where a part is that was never shown
}

// refresh puts right what depends on the view and on what is shown.
func (o *overlay) refresh() {
	size := o.v.Size()
	if size.Width < 1 {
		return
	}
	o.length = 0
	o.showScale()
	o.credit.Text = o.v.credits(size.Width - o.barBack.Size().Width)
	m := o.credit.MinSize()
	foot := o.foot()
	o.credit.Move(fyne.NewPos(size.Width-m.Width-6, foot-m.Height-2))
	o.ground.Resize(fyne.NewSize(m.Width+12, m.Height+4))
	o.ground.Move(fyne.NewPos(size.Width-m.Width-12, foot-m.Height-4))
	o.credit.Refresh()
	o.placeEdges()
	o.showKey()
}

// foot is where the map ends, or where something lies over it.
func (o *overlay) foot() float32 { return o.v.Size().Height - float32(o.v.clear.Bottom) }

// showKey explains the surface of the last picture, where it has one.
func (o *overlay) showKey() {
	if pic := o.v.picture; pic != nil {
		x := o.barBack.Position().X + barWidth + 20
		o.key.show(pic.Full, fyne.NewPos(x, o.foot()-6), o.v.words("density-key"), o.v.style, o.v.scale())
	}
}

// showScale gives the scale bar its length, and its text where that is another.
func (o *overlay) showScale() {
	foot := o.foot()
	metres, pixels := o.v.p.View().ScaleBar(barWidth)
	bar := fyne.NewSize(float32(math.Round(pixels)), 3)
	if metres == o.length && bar == o.bar.Size() {
		return
	}
	o.bar.Resize(bar)
	o.barBack.Resize(fyne.NewSize(max(bar.Width, o.barText.MinSize().Width)+12, 36))
	if metres == o.length {
		return
	}
	o.length = metres
	o.barText.Text = scene.Distance(metres, o.v.p.Lang())
	o.bar.Move(fyne.NewPos(12, foot-14))
	o.barText.Move(fyne.NewPos(12, foot-39))
	o.barText.Refresh()
	o.barBack.Resize(fyne.NewSize(max(bar.Width, o.barText.MinSize().Width)+12, 36))
	o.barBack.Move(fyne.NewPos(6, foot-42))
}

// showBox draws the box that a hand spans between two positions.
func (o *overlay) showBox(a, b fyne.Position) {
	o.box.Move(fyne.NewPos(min(a.X, b.X), min(a.Y, b.Y)))
	o.box.Resize(fyne.NewSize(max(a.X, b.X)-min(a.X, b.X), max(a.Y, b.Y)-min(a.Y, b.Y)))
	o.box.Show()
	canvas.Refresh(o.root) // Fyne does not know yet where a part is that was never shown
}

// placeEdges shows how many events lie beyond each edge.
func (o *overlay) placeEdges() {
	size := o.v.Size()
	for _, b := range o.edges {
		b.Hide()
	}
	if o.bare {
		return
	}
	for _, out := range o.v.scenes.Outside() {
		b := o.edges[out.Side]
		b.Icon, b.Text = edgeIcon(out.Side), strconv.Itoa(out.Count)
		b.OnTapped = func() { o.v.goOutside(out) }
		b.Refresh()
		m := b.MinSize()
		b.Resize(m)
		b.Move(edgePosition(out.Side, size, m))
		b.Show()
	}
}

func edgeIcon(side scene.Side) fyne.Resource {
	switch side {
	case scene.West:
		return theme.NavigateBackIcon()
	case scene.East:
		return theme.NavigateNextIcon()
	case scene.North:
		return theme.MoveUpIcon()
	default:
		return theme.MoveDownIcon()
	}
}

func edgePosition(side scene.Side, size, m fyne.Size) fyne.Position {
	x, y := (size.Width-m.Width)/2, (size.Height-m.Height)/2
	switch side {
	case scene.West:
		x = 56 // beside the legend
	case scene.East:
		x = size.Width - m.Width - 8
	case scene.North: // beside the conditions, below the bar of nationwide events
		x, y = size.Width-m.Width-56, 10+BarRoom
	default:
		y = size.Height - m.Height - 8
	}
	return fyne.NewPos(x, y)
}

// showLabel names one event, or a group of a number of events of which some are
// given, beside the pointer.
func (o *overlay) showLabel(at fyne.Position, events []int, count int) {
	o.labelTitle.Text, o.labelDetail.Text = o.nameOf(events, count)
	title, detail := o.labelTitle.MinSize(), o.labelDetail.MinSize()
	size := fyne.NewSize(max(title.Width, detail.Width)+16, title.Height+detail.Height+10)
	room := o.v.Size()
	x, y := at.X+14, at.Y+18
	x = max(4, min(x, room.Width-size.Width-4))
	if y+size.Height > room.Height-4 {
		y = at.Y - size.Height - 10
	}
	o.label.Resize(size)
	o.label.Move(fyne.NewPos(x, y))
	o.labelTitle.Move(fyne.NewPos(x+8, y+4))
	o.labelDetail.Move(fyne.NewPos(x+8, y+4+title.Height))
	for _, part := range []fyne.CanvasObject{o.label, o.labelTitle, o.labelDetail} {
		part.Show()
		part.Refresh()
	}
}

// longestTitle is how many letters of a title the label shows.
const longestTitle = 48

func (o *overlay) nameOf(events []int, count int) (title, detail string) {
	data, lang := o.v.p.Data(), o.v.p.Lang()
	it := data.Item(events[0])
	place := it.Place.Name.In(lang)
	if count > 1 {
		names := map[string]bool{}
		var places []string
		for _, i := range events {
			if name := data.Item(i).Place.Name.In(lang); !names[name] {
				names[name] = true
				places = append(places, name)
			}
		}
		return fmt.Sprintf("%s: %d", o.v.words("events"), count), shorten(strings.Join(places, ", "))
	}
	return shorten(it.Event.Title.In(lang)), scene.DateText(it, lang) + " · " + place
}

func shorten(s string) string {
	letters := []rune(s)
	if len(letters) > longestTitle {
		return string(letters[:longestTitle-1]) + "…"
	}
	return s
}

func (o *overlay) hideLabel() {
	o.label.Hide()
	o.labelTitle.Hide()
	o.labelDetail.Hide()
}
