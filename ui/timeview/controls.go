package timeview

import (
	"strconv"

	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// controls are the row above the timeline.
type controls struct {
	p     *state.Presenter
	words words.Func

	play        *widget.Button
	speed, mode *widget.Select
	moment      *widget.Label
	shown       int64 // the minute that the label shows
	quiet       bool  // the selects are being set, not chosen from
}

// Controls returns the row that moves time: previous event, play, next event,
// speed, the way the slider is read, and the moment shown.
func Controls(p *state.Presenter, words words.Func) fyne.CanvasObject {
	c := &controls{p: p, words: words}
	previous := widget.NewButtonWithIcon("", theme.MediaSkipPreviousIcon(), func() { p.Step(-1) })
	c.play = widget.NewButtonWithIcon("", theme.MediaPlayIcon(), p.TogglePlay)
	next := widget.NewButtonWithIcon("", theme.MediaSkipNextIcon(), func() { p.Step(1) })
	c.play.Importance = widget.HighImportance
	c.speed = widget.NewSelect(nil, func(string) { c.choose(func() { p.SetSpeed(c.speed.SelectedIndex()) }) })
	c.mode = widget.NewSelect(nil, func(string) { c.choose(func() { p.SetMode(state.Modes[c.mode.SelectedIndex()].Mode) }) })
	c.moment = widget.NewLabel("")
	c.moment.TextStyle.Bold = true
	c.moment.Truncation = fyne.TextTruncateEllipsis
	c.update(state.Everything)
	p.Listen(c.update)
	buttons := container.NewHBox(previous, c.play, next, c.speed, c.mode)
	return container.NewBorder(nil, nil, buttons, nil, c.moment)
}

// choose runs f when a person has chosen, not when the state has.
func (c *controls) choose(f func()) {
	if !c.quiet {
		f()
	}
}

// update shows what has changed.
func (c *controls) update(change state.Change) {
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
func (c *controls) write() {
	c.speed.PlaceHolder, c.mode.PlaceHolder = c.words("speed"), c.words("mode")
	c.speed.Options = c.speed.Options[:0]
	for _, s := range state.Speeds {
		n := strconv.FormatFloat(s, 'f', -1, 64)
		c.speed.Options = append(c.speed.Options, c.words("speed-unit", "n", n))
	}
	c.mode.Options = c.mode.Options[:0]
	for _, m := range state.Modes {
		c.mode.Options = append(c.mode.Options, c.words("mode-"+m.Name))
	}
	c.speed.ClearSelected()
	c.mode.ClearSelected()
}

func (c *controls) showPlayback() {
	if c.p.Playing() {
		c.play.Icon = theme.MediaPauseIcon()
		c.play.SetText(c.words("pause"))
	} else {
		c.play.Icon = theme.MediaPlayIcon()
		c.play.SetText(c.words("play"))
	}
	c.speed.SetSelectedIndex(c.p.Speed())
}

// showTime writes the moment, at most once for each minute of it.
func (c *controls) showTime(anew bool) {
	c.mode.SetSelectedIndex(int(c.p.Mode()))
	if minute := c.p.Playhead() / 60; anew || minute != c.shown {
		c.shown = minute
		c.moment.SetText(scene.FullTime(c.p.Data(), c.p.Playhead(), c.p.Lang()))
	}
}
