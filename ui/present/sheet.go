package present

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// sheet is a text on a ground of its own, laid over the slide.
type sheet struct {
	Box    *fyne.Container
	ground *canvas.Rectangle
	text   *prose
}

func newSheet() *sheet {
	s := &sheet{ground: canvas.NewRectangle(nil), text: newProse()}
	s.ground.StrokeWidth, s.ground.CornerRadius = 1, 8
	s.Box = container.NewWithoutLayout(s.ground, s.text.Box)
	s.Box.Hide()
	return s
}

// write sets paragraphs into a box at most so large, and returns its size.
func (s *sheet) write(all []paragraph, width, height, pad, least float32) fyne.Size {
	high := s.text.setWithin(all, width-2*pad, height-2*pad, least)
	s.text.Box.Move(fyne.NewPos(pad, pad))
	size := fyne.NewSize(width, high+2*pad)
	s.ground.Resize(size)
	s.Box.Resize(size)
	return size
}

// showSheets shows the notes beside, and the questions amid the slide, where the
// talk has them.
func (a *Audience) showSheets(t interface {
	Notes() bool
	Questions() bool
}) {
	slide := a.show.Talk.Slide()
	notes := a.show.notesOf(slide, a.size.Height*0.029)
	asks := a.show.questionsOf(slide, a.size.Height*captionShare)
	onMap := slide.Scene != nil
	a.sheetStyle(a.notes)
	a.sheetStyle(a.asks)
	pad, room := a.size.Height*marginShare, a.size.Height-a.slim()-a.band
	if on := t.Notes() && onMap && !a.show.twoScreens; on {
		width := a.size.Width * 0.42
		size := a.notes.write(notes, width, room-2*pad, pad*0.8, 0.5)
		a.notes.Box.Move(fyne.NewPos(a.size.Width-size.Width-pad/2, pad/2))
		visible(true, a.notes.Box)
	} else {
		visible(false, a.notes.Box)
	}
	if on := t.Questions() && onMap && len(asks) > 0; on {
		width := a.size.Width * 0.8
		size := a.asks.write(asks, width, room-pad, pad*1.2, 0.5)
		a.asks.Box.Move(fyne.NewPos((a.size.Width-width)/2, max(pad/2, (room-size.Height)/2)))
		visible(true, a.asks.Box)
	} else {
		visible(false, a.asks.Box)
	}
}

func (a *Audience) sheetStyle(s *sheet) {
	style := a.show.parts.Style
	s.ground.FillColor, s.ground.StrokeColor = faint(style.Paper, 0.96), style.Rule
}

// chip is a few words on a ground of their own at the top of the screen.
type chip struct {
	Box    *fyne.Container
	ground *canvas.Rectangle
	text   *canvas.Text
}

func newChip() *chip {
	c := &chip{ground: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	c.ground.CornerRadius = 6
	c.Box = container.NewWithoutLayout(c.ground, c.text)
	c.Box.Hide()
	return c
}

// say shows words at the top of the audience's screen, or nothing.
func (c *chip) say(words string, on bool, a *Audience) {
	visible(on, c.Box)
	if !on {
		return
	}
	style := a.show.parts.Style
	c.text.Text, c.text.TextSize, c.text.Color = words, a.size.Height*progressShare, style.OnAccent()
	c.ground.FillColor = style.Accent
	m := c.text.MinSize()
	size := fyne.NewSize(m.Width+24, m.Height+8)
	c.Box.Resize(size)
	c.ground.Resize(size)
	c.text.Move(fyne.NewPos(12, 4))
	c.text.Resize(m)
	c.Box.Move(fyne.NewPos((a.size.Width-size.Width)/2, a.size.Height*marginShare/2))
	c.Box.Refresh()
}
