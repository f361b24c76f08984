package present

import (
	"fmt"
	"strconv"
	"time"

	"qantar/ui/present/talk"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Speaker is the screen that only the speaker sees.
type Speaker struct {
	Box *fyne.Container

	show       *Show
	now, after *preview
	nowText    *prose
	captions   [2]*captionBox
	nextTitle  *canvas.Text
	clock      *canvas.Text
	elapsed    *canvas.Text
	number     *canvas.Text
	pause      *widget.Button
	notes      *scrolled
	list       *slideList
	buttons    []controlButton
	status     *canvas.Text
	keys       *sheet
	size       float32 // of the notes' letters, pixels on a usual screen
	times      float32 // how much larger letters are on this screen
	told       int     // the slide whose notes are shown, -1: none
}

// The sizes of the notes' letters, in pixels.
const (
	leastNotes, usualNotes, mostNotes = 14, 20, 48
	headSize                          = 30
)

func newSpeaker(s *Show) *Speaker {
	v := &Speaker{
		show: s, now: newPreview(s), after: newPreview(s), clock: canvas.NewText("", nil), elapsed: canvas.NewText("", nil),
		number: canvas.NewText("", nil), nextTitle: canvas.NewText(s.word("present-next-scene"), nil), status: canvas.NewText("", nil),
		notes: newScrolled(), list: newSlideList(s), keys: newSheet(), size: usualNotes, times: 1, told: -1,
	}
	s.Speaker = v
	for i := range v.captions {
		v.captions[i] = newCaptionBox()
	}
	v.pause = widget.NewButtonWithIcon("", theme.MediaPauseIcon(), func() { s.Do(talk.PauseWatch) })
	v.restyle()
	left := container.New(&columnsOf{v}, v.now.Box, v.captions[0].Box, v.nextTitle, v.after.Box, v.captions[1].Box)
	right := container.NewHSplit(container.NewBorder(nil, nil, nil, nil, v.notes.Box), v.list.Box)
	right.Offset = 0.62
	body := container.NewHSplit(left, right)
	body.Offset = 0.42
	v.Box = container.New(speakerLayout{v},
		container.New(layout.NewCustomPaddedLayout(8, 6, 12, 12),
			container.NewBorder(v.head(), container.NewVBox(v.foot(), v.status), nil, nil, body)),
		container.NewWithoutLayout(v.keys.Box))
	return v
}

// head is the row of times.
func (v *Speaker) head() fyne.CanvasObject {
	s := v.show
	reset := widget.NewButtonWithIcon("", theme.ViewRefreshIcon(), func() { s.Do(talk.ResetWatch) })
	smaller := widget.NewButton("A−", func() { v.Enlarge(-1) })
	larger := widget.NewButton("A+", func() { v.Enlarge(1) })
	return container.NewHBox(v.elapsed, v.pause, reset, layout.NewSpacer(), v.number, layout.NewSpacer(), smaller, larger, v.clock)
}

// foot is the rows of buttons.
func (v *Speaker) foot() fyne.CanvasObject {
	row := container.New(&rowsOf{})
	for _, c := range controls {
		if c.action == talk.Notes {
			continue // they stand here
		}
		b := widget.NewButtonWithIcon(v.show.word(c.words), c.icon(), func() { v.show.press(c.action) })
		v.buttons = append(v.buttons, controlButton{b, c.on})
		row.Add(b)
	}
	row.Add(widget.NewButtonWithIcon(v.show.word("keys"), theme.HelpIcon(), func() { v.show.Do(talk.Help) }))
	return row
}

func (v *Speaker) restyle() {
	style := v.show.parts.Style
	for _, t := range []*canvas.Text{v.clock, v.elapsed, v.number} {
		t.Color, t.TextSize, t.TextStyle = style.Ink, headSize*v.times, fyne.TextStyle{Bold: true}
	}
	v.nextTitle.Color, v.nextTitle.TextSize, v.nextTitle.TextStyle = style.InkSoft, rowSize*v.times, fyne.TextStyle{Bold: true}
	v.status.Color, v.status.TextSize = style.Accent, rowSize*v.times
}

// usualSpeaker is the height of a screen on which letters are as large as usual.
const usualSpeaker = 820

// speakerLayout gives everything the whole screen, and letters that suit it.
type speakerLayout struct{ v *Speaker }

func (speakerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }

func (l speakerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if times := max(1, size.Height/usualSpeaker); times != l.v.times {
		l.v.times, l.v.told = times, -1
		l.v.restyle()
		l.v.list.enlarge(times)
		l.v.sync()
	}
	for _, o := range objects {
		place(o, 0, 0, size.Width, size.Height)
	}
}

// Enlarge makes the notes' letters larger, or smaller, by so many steps.
func (v *Speaker) Enlarge(steps int) {
	v.size = max(leastNotes, min(mostNotes, v.size+float32(2*steps)))
	v.told = -1
	v.sync()
}

// sync shows what the talk shows.
func (v *Speaker) sync() {
	t := v.show.Talk
	v.now.tell(t.Slide())
	v.after.tell(t.Following())
	v.captions[0].tell(v.captionOf(t.Slide()), usualNotes*v.times, v.show.parts.Style.Ink)
	v.captions[1].tell(v.captionOf(t.Following()), rowSize*v.times, v.show.parts.Style.InkSoft)
	v.number.Text = ""
	if n := t.Deck.Number(t.At()); n > 0 {
		v.number.Text = strconv.Itoa(n) + " / " + strconv.Itoa(t.Deck.Numbers())
	}
	if t.Typed() != "" {
		v.number.Text = "→ " + t.Typed()
	}
	v.number.Refresh()
	if v.told != t.At() {
		v.told = t.At()
		v.notes.tell(v.notesOf(t.Slide()))
	}
	v.list.sync()
	markButtons(v.buttons, t)
	v.showKeys(t.Help())
	v.tellTime()
}

// notesOf are the notes of a slide, and for the title what the story is about.
func (v *Speaker) notesOf(slide *talk.Slide) []paragraph {
	if all := v.show.notesOf(slide, v.size*v.times); all != nil {
		return all
	}
	if slide.Kind == talk.Opening {
		return []paragraph{{text: v.show.Talk.Deck.Summary.In(v.show.parts.lang()), size: v.size * v.times, color: v.show.parts.Style.InkSoft}}
	}
	return nil
}

func (v *Speaker) captionOf(slide *talk.Slide) string {
	if slide == nil {
		return v.show.word("present-last")
	}
	return v.show.headline(slide)
}

// tellTime shows the time of day and how long the talk has taken.
func (v *Speaker) tellTime() {
	now, watch := v.show.parts.Now(), &v.show.Talk.Watch
	set := func(t *canvas.Text, text string) {
		if t.Text != text {
			t.Text = text
			t.Refresh()
		}
	}
	set(v.clock, now.Format("15:04"))
	set(v.elapsed, duration(watch.Elapsed(now)))
	icon := theme.MediaPauseIcon()
	if !watch.Running() {
		icon = theme.MediaPlayIcon()
	}
	if v.pause.Icon != icon {
		v.pause.SetIcon(icon)
	}
}

// duration is a time as minutes and seconds, with hours where there are any.
func duration(d time.Duration) string {
	s := int(d.Seconds())
	if s < 3600 {
		return fmt.Sprintf("%02d:%02d", s/60, s%60)
	}
	return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
}

// complain tells of what went wrong.
func (v *Speaker) complain(err error) {
	v.status.Text = err.Error()
	v.status.Refresh()
}

func (v *Speaker) scale() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.Box); c != nil {
		return c.Scale()
	}
	return 1
}

// showKeys lists the keys over the screen.
func (v *Speaker) showKeys(on bool) {
	visible(on, v.keys.Box)
	if !on {
		return
	}
	v.show.writeKeys(v.keys, v.Box.Size())
	v.number.Refresh() // they may never have been shown
}
