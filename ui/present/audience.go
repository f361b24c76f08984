package present

import (
	"image/color"
	"strconv"

	"qantar/ui/paint"
	"qantar/ui/present/talk"
	"qantar/ui/scene"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Audience is the screen that the audience sees.
type Audience struct {
	Box *fyne.Container

	show     *Show
	size     fyne.Size
	scrim    *canvas.Rectangle // behind the caption
	caption  *prose
	progress *canvas.Text
	card     *card // title or sources
	own      *fyne.Container
	panel    *fyne.Container // what the record says of an event, while exploring
	hint     *chip           // says how exploring ends
	notes    *sheet
	asks     *sheet
	keys     *sheet
	ink      *ink
	spot     *spotlight
	glass    *glass
	bar      *bar
	typed    *chip
	cover    *canvas.Rectangle
	pulse    *canvas.Rectangle // always there, see redraw
	awake    bool              // the mouse was just moved
	band     float32
}

func newAudience(s *Show) *Audience {
	a := &Audience{
		show: s, scrim: canvas.NewRectangle(nil), caption: newProse(), progress: canvas.NewText("", nil),
		card: newCard(s), own: container.NewStack(), hint: newChip(), typed: newChip(),
		notes: newSheet(), asks: newSheet(), keys: newSheet(), ink: newInk(), spot: newSpotlight(), cover: canvas.NewRectangle(nil), pulse: canvas.NewRectangle(nil),
	}
	a.panel = container.NewStack(canvas.NewRectangle(nil), s.parts.Panel)
	a.panel.Hide()
	a.glass = newGlass(a)
	a.bar = newBar(s)
	a.Box = container.New(stage{a}, a.pulse,
		s.parts.Map, s.parts.Timeline, a.scrim, a.caption.Box, a.progress, a.card.Box, a.own, a.ink.image, a.spot.Box,
		a.glass, a.panel, a.hint.Box, a.notes.Box, a.asks.Box, a.keys.Box, a.bar.Box, a.typed.Box, a.cover)
	return a
}

// The sizes of the audience's screen, as shares of its height: what is written
// for the last row is at least a thirtieth of the screen high.
const (
	captionShare  = 0.044
	progressShare = 0.026
	marginShare   = 0.03
	slimShare     = 0.115 // of the timeline
	bandShare     = 0.3   // of the caption, at most

	// The heights of a screen on which map and timeline are as large as usual.
	usualMap  = 600
	usualLine = 720
)

// larger is how much larger than on a window of some height things are drawn.
func (a *Audience) larger(usual float32) float32 { return max(1, a.size.Height/usual) }

// stage lays the audience's screen out.
type stage struct{ a *Audience }

func (stage) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

func (l stage) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size != l.a.size {
		l.a.size = size
		l.a.arrange()
		l.a.show.resized()
	}
}

// arrange puts what does not depend on the slide in its place.
func (a *Audience) arrange() {
	size, parts := a.size, &a.show.parts
	if size.Height < 2 {
		return
	}
	slim := a.slim()
	parts.Map.Enlarge(a.larger(usualMap))
	parts.Timeline.Stage(a.larger(usualLine))
	place(parts.Map, 0, 0, size.Width, size.Height-slim)
	place(parts.Timeline, 0, size.Height-slim, size.Width, slim)
	for _, o := range []fyne.CanvasObject{a.own, a.ink.image, a.spot.Box, a.glass, a.cover} {
		place(o, 0, 0, size.Width, size.Height)
	}
	a.card.resize(size)
}

func (a *Audience) slim() float32 { return max(76, a.size.Height*slimShare) }

func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

// captionBand writes a scene's caption and returns how high the band is that it
// takes at the foot of the map. A long caption is set smaller, never cut.
func (a *Audience) captionBand(text string) float32 {
	h, style := a.size.Height, a.show.parts.Style
	margin := h * marginShare
	a.progress.TextSize, a.progress.Color = h*progressShare, style.InkSoft
	right := a.progress.MinSize().Width + 2*margin
	width := a.size.Width - right - margin*2
	high := a.caption.setWithin([]paragraph{{text: text, size: h * captionShare, bold: true, color: style.Ink}}, width, h*bandShare, 0.6)
	a.band = high + 0.9*margin
	top := h - a.slim() - a.band
	place(a.scrim, 0, top, a.size.Width, a.band)
	a.caption.Box.Move(fyne.NewPos(margin*1.5, top+0.45*margin))
	m := a.progress.MinSize()
	place(a.progress, a.size.Width-m.Width-margin, top+0.45*margin, m.Width, m.Height)
	return a.band
}

// insets are the parts of the map over which something lies.
func (a *Audience) insets() scene.Insets {
	gap := float64(a.size.Height) * 0.012
	right := gap
	if a.panel.Visible() {
		right += float64(a.panel.Size().Width)
	}
	return scene.Insets{Top: gap, Left: gap, Right: right, Bottom: float64(a.band)}
}

// sync shows what the talk shows.
func (a *Audience) sync() {
	t, parts := a.show.Talk, &a.show.parts
	slide := t.Slide()
	onMap := slide.Kind == talk.Scene
	visible(onMap, a.scrim, a.caption.Box, a.progress)
	a.writeScene(slide)
	a.card.show(slide)
	a.showOwn(slide)
	a.showSheets(t)
	a.showTools()
	if alone := t.Help() && !a.show.twoScreens; alone {
		visible(true, a.keys.Box)
		a.show.writeKeys(a.keys, a.size)
	} else {
		visible(false, a.keys.Box)
	}
	parts.Map.ShowControls(t.Exploring())
	a.hint.say(a.show.word("present-exploring"), t.Exploring(), a)
	a.typed.say(t.Typed(), t.Typed() != "", a)
	a.cover.FillColor = map[talk.Cover]color.Color{talk.Blacked: color.Black, talk.Whited: color.White}[t.Cover()]
	visible(t.Cover() != talk.Uncovered, a.cover)
	a.cover.Refresh()
	a.bar.sync(t)
	visible(a.awake || t.Exploring(), a.bar.Box)
	a.bar.place(a)
	a.showPanel()
}

// redraw has the screen drawn anew: Fyne does not know on which window a part is
// that was never shown, and showing one is not noticed.
func (a *Audience) redraw() { canvas.Refresh(a.pulse) }

func (a *Audience) writeScene(slide *talk.Slide) {
	if slide.Kind != talk.Scene || a.size.Height < 2 {
		return
	}
	t := a.show.Talk
	a.progress.Text = strconv.Itoa(t.Deck.Number(t.At())) + "/" + strconv.Itoa(t.Deck.Numbers())
	a.captionBand(slide.Scene.Caption.In(a.show.parts.lang()))
	a.show.parts.Map.KeepClear(a.insets())
	a.progress.Refresh()
}

// showOwn shows a slide made elsewhere.
func (a *Audience) showOwn(slide *talk.Slide) {
	own, ok := slide.Own.(Own)
	visible(ok, a.own)
	if !ok {
		a.own.RemoveAll()
		return
	}
	if object := own.Object(); len(a.own.Objects) != 2 || a.own.Objects[1] != object {
		a.own.Objects = []fyne.CanvasObject{canvas.NewRectangle(a.show.parts.Style.Paper), object}
		a.own.Refresh()
	}
}

// showTools shows what pen and spotlight have made, and lets the pointer
// through to the map, or to a slide made elsewhere, where it is meant for that.
func (a *Audience) showTools() {
	t := a.show.Talk
	scale := a.scale()
	a.ink.show(t.Ink.Strokes, int(a.size.Width*scale), int(a.size.Height*scale), a.show.parts.Style.Accent)
	visible(t.Tool() == talk.SpotlightTool, a.spot.Box)
	if t.Tool() == talk.SpotlightTool {
		a.spot.light(a.glass.at, a.size, scale)
	}
	through := t.Exploring() || t.Slide().Kind == talk.Own && t.Tool() == talk.NoTool
	visible(!through, a.glass)
}

// showPanel tells of the event that is selected while the map is explored.
func (a *Audience) showPanel() {
	p := a.show.parts.P
	on := a.show.Talk.Exploring() && p.Selected() >= 0
	if on {
		a.panel.Objects[0].(*canvas.Rectangle).FillColor = a.show.parts.Style.Paper
		width := min(max(360, a.size.Width*0.34), a.size.Width)
		place(a.panel, a.size.Width-width, 0, width, a.size.Height-a.slim()-a.band)
	}
	visible(on, a.panel)
	a.show.parts.Map.KeepClear(a.insets())
	a.redraw()
}

func (a *Audience) scale() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(a.Box); c != nil {
		return c.Scale()
	}
	return 1
}

// draw draws with the pen at a position on the screen.
func (a *Audience) draw(at fyne.Position) {
	a.show.Talk.Draw(dotAt(at, a.size))
	a.showTools()
	a.redraw()
}

// point moves the spotlight.
func (a *Audience) point(at fyne.Position) {
	if a.show.Talk.Tool() == talk.SpotlightTool {
		a.spot.light(at, a.size, a.scale())
	}
}

// wake shows the controls until the mouse has rested for a while.
func (a *Audience) wake() {
	if !a.awake {
		a.awake = true
		a.bar.Box.Show()
		a.redraw()
	}
	if after := a.show.parts.After; after != nil {
		after(awakeFor, a.rest)
	}
}

// rest hides the controls and the pointer.
func (a *Audience) rest() {
	a.awake = false
	visible(a.show.Talk.Exploring(), a.bar.Box)
	if hide := a.show.parts.HidePointer; hide != nil && !a.show.Talk.Exploring() && a.show.Talk.Tool() == talk.NoTool {
		hide()
	}
}

func visible(on bool, objects ...fyne.CanvasObject) {
	for _, o := range objects {
		if on != o.Visible() {
			if on {
				o.Show()
			} else {
				o.Hide()
			}
		}
	}
}

// restyle takes the colours of the style.
func (a *Audience) restyle(s *paint.Style) {
	a.scrim.FillColor = faint(s.Paper, 0.9)
	a.scrim.Refresh()
}

func faint(c color.RGBA, opacity float64) color.NRGBA {
	return color.NRGBA{c.R, c.G, c.B, uint8(255 * opacity)}
}
