package present

import (
	"qantar/ui/present/talk"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// control is a button of a talk.
type control struct {
	action talk.Action
	icon   func() fyne.Resource
	key    string // shown on the audience's bar
	words  string // shown to the speaker
	on     func(*talk.Talk) bool
}

// controls are all buttons, in their order.
var controls = []control{
	{talk.Previous, theme.NavigateBackIcon, "", "present-previous", nil},
	{talk.Next, theme.NavigateNextIcon, "", "present-next", nil},
	{talk.Black, theme.VisibilityOffIcon, "B", "present-black", func(t *talk.Talk) bool { return t.Cover() == talk.Blacked }},
	{talk.Spotlight, theme.RadioButtonCheckedIcon, "P", "present-spotlight", func(t *talk.Talk) bool { return t.Tool() == talk.SpotlightTool }},
	{talk.Pen, theme.DocumentCreateIcon, "D", "present-pen", func(t *talk.Talk) bool { return t.Tool() == talk.PenTool }},
	{talk.Erase, theme.ContentClearIcon, "E", "present-erase", nil},
	{talk.Explore, theme.SearchIcon, "X", "present-explore", (*talk.Talk).Exploring},
	{talk.Questions, theme.QuestionIcon, "Q", "present-questions", (*talk.Talk).Questions},
	{talk.Notes, theme.DocumentIcon, "N", "present-notes", (*talk.Talk).Notes},
	{talk.Autoplay, theme.MediaPlayIcon, "A", "present-autoplay", (*talk.Talk).Playing},
	{talk.End, theme.LogoutIcon, "Esc", "present-end", nil},
}

// press does what a button is for. Back and next are keys to a slide made
// elsewhere, which has those first.
func (s *Show) press(a talk.Action) {
	switch a {
	case talk.Next:
		s.Key(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	case talk.Previous:
		s.Key(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	default:
		s.Do(a)
	}
}

// bar is the row of buttons on the audience's screen.
type bar struct {
	Box     *fyne.Container
	ground  *canvas.Rectangle
	buttons []controlButton
}

// controlButton is a button, and when what it does is on; nil: it is never.
type controlButton struct {
	*widget.Button
	on func(*talk.Talk) bool
}

func newBar(s *Show) *bar {
	b := &bar{ground: canvas.NewRectangle(nil)}
	b.ground.CornerRadius, b.ground.StrokeWidth = 8, 1
	row := container.NewHBox()
	for _, c := range controls {
		button := widget.NewButtonWithIcon(c.key, c.icon(), func() { s.press(c.action) })
		b.buttons = append(b.buttons, controlButton{button, c.on})
		row.Add(button)
	}
	b.Box = container.NewStack(b.ground, container.NewPadded(row))
	b.Box.Hide()
	return b
}

// sync marks the buttons of what is on.
func (b *bar) sync(t *talk.Talk) { markButtons(b.buttons, t) }

func markButtons(buttons []controlButton, t *talk.Talk) {
	for _, b := range buttons {
		importance := widget.MediumImportance
		if b.on != nil && b.on(t) {
			importance = widget.HighImportance
		}
		if b.Importance != importance {
			b.Importance = importance
			b.Refresh()
		}
	}
}

// aboveCredit keeps the bar off the line that says where the map comes from.
const aboveCredit = 52

// place stands the bar in the middle above the caption.
func (b *bar) place(a *Audience) {
	style := a.show.parts.Style
	b.ground.FillColor, b.ground.StrokeColor = style.Paper, style.Rule
	m := b.Box.MinSize()
	y := a.size.Height - a.slim() - m.Height - aboveCredit
	if a.scrim.Visible() {
		y -= a.band
	}
	place(b.Box, (a.size.Width-m.Width)/2, y, m.Width, m.Height)
}
