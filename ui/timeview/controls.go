package timeview

import (
	"slices"
	"unicode/utf8"

	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Controls are the row above the timeline that moves time: previous event,
// play, next event, speed, the way the slider is read, and the moment shown,
// which can be typed.
type Controls struct {
	Box fyne.CanvasObject

	p     *state.Presenter
	words words.Func

	play        *widget.Button
	speed, mode *widget.Select
	moment      *moment
	shown       int64 // the minute that the moment shows
	quiet       bool  // the selects are being set, not chosen from

	choices fyne.CanvasObject // what gives way while a time is typed
	typing  *typing
}

// NewControls returns the row for p.
func NewControls(p *state.Presenter, words words.Func) *Controls {
	c := &Controls{p: p, words: words}
	previous := widget.NewButtonWithIcon("", theme.MediaSkipPreviousIcon(), func() { p.Step(-1) })
	c.play = widget.NewButtonWithIcon("", theme.MediaPlayIcon(), p.TogglePlay)
	next := widget.NewButtonWithIcon("", theme.MediaSkipNextIcon(), func() { p.Step(1) })
	c.play.Importance = widget.HighImportance
	c.speed = widget.NewSelect(nil, func(string) { c.choose(func() { c.setSpeed(c.speed.SelectedIndex()) }) })
	c.mode = widget.NewSelect(nil, func(string) { c.choose(func() { p.SetMode(state.Modes[c.mode.SelectedIndex()].Mode) }) })
	c.moment = newMoment(c.TypeTime)
	pick := widget.NewButtonWithIcon("", theme.CalendarIcon(), c.TypeTime)
	c.choices = container.NewBorder(nil, nil, container.NewHBox(c.speed, c.mode, pick), nil, c.moment)
	c.typing = newTyping(p, words, c.typed)
	c.typing.Box.Hide()
	c.update(state.Everything)
	p.Listen(c.update)
	buttons := container.NewHBox(previous, c.play, next)
	c.Box = container.NewBorder(nil, nil, buttons, nil, container.NewStack(c.choices, c.typing.Box))
	return c
}

// TypeTime opens the field for a date or a time of day, in place of the moment.
// The canvas is asked of what has been painted before: a field that never was
// is on none.
func (c *Controls) TypeTime() {
	on := fyne.CurrentApp().Driver().CanvasForObject(c.moment)
	if on == nil {
		return
	}
	c.p.Pause()
	c.choices.Hide()
	c.typing.open(on)
}

// typed closes the field.
func (c *Controls) typed() {
	c.typing.Box.Hide()
	c.choices.Show()
}

// choose runs f when a person has chosen, not when the state has, and gives the
// keys back to the window.
func (c *Controls) choose(f func()) {
	if c.quiet {
		return
	}
	f()
	if on := fyne.CurrentApp().Driver().CanvasForObject(c.speed); on != nil {
		on.Unfocus()
	}
}

// setSpeed takes a choice of speed; the one after the speeds is the other pace.
func (c *Controls) setSpeed(i int) {
	if i < len(c.p.Speeds()) {
		c.p.SetSpeed(i)
		return
	}
	c.p.SetPace(otherPace(c.p.Pace()))
}

func otherPace(pace state.Pace) state.Pace {
	if pace == state.Steady {
		return state.ByEvent
	}
	return state.Steady
}

// update shows what has changed.
func (c *Controls) update(change state.Change) {
	c.quiet = true
	defer func() { c.quiet = false }()
	if change.Has(state.LanguageChanged) {
		c.write()
	}
	if change.Has(state.PlaybackChanged | state.LanguageChanged) {
		c.showPlayback()
	}
	if change.Has(state.TimeChanged | state.LanguageChanged) {
		c.showTime(change.Has(state.LanguageChanged))
	}
}

// write puts the texts of the current language on the controls.
func (c *Controls) write() {
	c.mode.Options = c.mode.Options[:0]
	for _, m := range state.Modes {
		c.mode.Options = append(c.mode.Options, c.words("mode-"+m.Name))
	}
	c.mode.PlaceHolder = longest(c.mode.Options)
	c.mode.ClearSelected()
}

func (c *Controls) showPlayback() {
	if c.p.Playing() {
		c.play.Icon = theme.MediaPauseIcon()
		c.play.SetText(c.words("pause"))
	} else {
		c.play.Icon = theme.MediaPlayIcon()
		c.play.SetText(c.words("play"))
	}
	c.speed.Options = c.speed.Options[:0]
	for _, s := range c.p.Speeds() {
		c.speed.Options = append(c.speed.Options, c.words("speed-"+s.Unit, "n", scene.Number(s.N, c.p.Lang())))
	}
	c.speed.PlaceHolder = longest(c.speed.Options)
	c.speed.Options = append(c.speed.Options, c.words("pace-"+otherPace(c.p.Pace()).String()))
	c.speed.SetSelectedIndex(c.p.Speed())
}

// longest is the longest of some texts. A select keeps room for its placeholder,
// which is never seen here.
func longest(texts []string) string {
	return slices.MaxFunc(texts, func(a, b string) int { return utf8.RuneCountInString(a) - utf8.RuneCountInString(b) })
}

// showTime writes the moment, at most once for each minute of it.
func (c *Controls) showTime(anew bool) {
	c.mode.SetSelectedIndex(int(c.p.Mode()))
	if minute := c.p.Playhead() / 60; anew || minute != c.shown {
		c.shown = minute
		data, at, lang := c.p.Data(), c.p.Playhead(), c.p.Lang()
		c.moment.write(scene.FullTime(data, at, lang), scene.MomentText(data, at, lang))
	}
}
