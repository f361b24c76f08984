// Package quizview shows the questions of a quiz, one at a time, in letters that
// grow with the room they have: for a student at a desk and for a class before
// a projector.
package quizview

import (
	"strconv"

	"qantar/ui/quizplay"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// View is a quiz under way. It is a widget for any window; that window hands it
// the keys typed, through OnKey.
type View struct {
	widget.BaseWidget

	// OnClose is called when a person wants to leave the quiz; nil: nothing is.
	OnClose func()

	play   *quizplay.Play
	teller *quizplay.Teller

	look     *large
	override *container.ThemeOverride
	head     *widget.Label
	place    *widget.Label // which question of how many
	body     *fyne.Container
	scroll   *container.Scroll
	back     *widget.Button
	forward  *widget.Button
	score    *widget.Label
}

// New returns the view of a quiz whose questions teller words.
func New(play *quizplay.Play, teller *quizplay.Teller) *View {
	v := &View{play: play, teller: teller, look: &large{factor: 1}}
	v.head = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	v.place = widget.NewLabel("")
	v.body = container.NewVBox()
	v.scroll = container.NewVScroll(container.NewPadded(v.body))
	v.back = widget.NewButtonWithIcon("", theme.NavigateBackIcon(), func() { v.Back() })
	v.forward = widget.NewButtonWithIcon("", theme.NavigateNextIcon(), func() { v.Forward() })
	v.forward.IconPlacement, v.forward.Importance = widget.ButtonIconTrailingText, widget.HighImportance
	v.score = widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{})
	top := container.NewBorder(nil, nil, v.head, v.place)
	bottom := container.NewBorder(nil, nil, v.back, v.forward, v.score)
	content := container.NewBorder(container.NewVBox(top, widget.NewSeparator()), bottom, nil, nil, v.scroll)
	v.override = container.NewThemeOverride(container.NewPadded(content), v.look)
	v.ExtendBaseWidget(v)
	v.show()
	return v
}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.override) }

// MinSize implements fyne.CanvasObject.
func (v *View) MinSize() fyne.Size { return fyne.NewSize(360, 280) }

// Resize implements fyne.CanvasObject. Letters take the size that the room
// allows.
func (v *View) Resize(size fyne.Size) {
	if factor := factorFor(size); factor != v.look.factor {
		v.look = &large{factor: factor}
		v.override.Theme = v.look
		v.show()
	}
	v.BaseWidget.Resize(size)
}

// Retell shows the same question in the words of another teller.
func (v *View) Retell(t *quizplay.Teller) {
	v.teller = t
	v.show()
}

// Forward reveals the answer, or goes on where it is revealed.
func (v *View) Forward() {
	v.play.Forward()
	v.show()
}

// Back goes to the question before.
func (v *View) Back() {
	v.play.Back()
	v.show()
}

// Again begins anew.
func (v *View) Again() {
	v.play.Again()
	v.show()
}

// Ended tells whether the last question is over.
func (v *View) Ended() bool { return v.play.Ended() }

func (v *View) pick(choice int) {
	v.play.Pick(choice)
	v.show()
}

// keys are what clickers and keyboards send, with what it does.
var keys = map[fyne.KeyName]func(*View){
	fyne.KeyRight: (*View).Forward, fyne.KeyDown: (*View).Forward, fyne.KeyPageDown: (*View).Forward,
	fyne.KeySpace: (*View).Forward, fyne.KeyReturn: (*View).Forward, fyne.KeyEnter: (*View).Forward,
	fyne.KeyLeft: (*View).Back, fyne.KeyUp: (*View).Back, fyne.KeyPageUp: (*View).Back, fyne.KeyBackspace: (*View).Back,
	fyne.KeyHome: (*View).Again,
	fyne.Key1:    func(v *View) { v.pick(0) }, fyne.Key2: func(v *View) { v.pick(1) }, fyne.Key3: func(v *View) { v.pick(2) },
	fyne.Key4: func(v *View) { v.pick(3) }, fyne.Key5: func(v *View) { v.pick(4) },
	fyne.KeyA: func(v *View) { v.pick(0) }, fyne.KeyB: func(v *View) { v.pick(1) }, fyne.KeyC: func(v *View) { v.pick(2) },
	fyne.KeyD: func(v *View) { v.pick(3) }, fyne.KeyE: func(v *View) { v.pick(4) },
	fyne.KeyEscape: func(v *View) {
		if v.OnClose != nil {
			v.OnClose()
		}
	},
}

// OnKey does what a key is for, and tells whether it is for anything.
func (v *View) OnKey(e *fyne.KeyEvent) bool {
	f, ok := keys[e.Name]
	if ok {
		f(v)
	}
	return ok
}

// show builds what is to be seen of the question anew.
func (v *View) show() {
	v.body.RemoveAll()
	if v.play.Ended() {
		v.showEnd()
	} else {
		v.showQuestion()
	}
	v.writeScore()
	if v.play.At() == 0 {
		v.back.Disable()
	} else {
		v.back.Enable()
	}
	v.back.SetText(v.teller.Words("quiz-back"))
	v.body.Refresh()
	v.scroll.ScrollToTop()
	v.override.Refresh()
}

func (v *View) showQuestion() {
	q := v.play.Question()
	w := v.teller.Put(q)
	v.head.SetText(w.Kind)
	v.place.SetText(strconv.Itoa(v.play.At()+1) + " / " + strconv.Itoa(v.play.Len()))
	v.body.Add(text(w.Prompt, theme.SizeNameSubHeadingText, w.About == ""))
	if w.About != "" {
		v.body.Add(text(w.About, theme.SizeNameHeadingText, true))
	}
	choices := container.New(layout.NewCustomPaddedVBoxLayout(6))
	for _, c := range v.choices(&w) {
		choices.Add(c)
	}
	v.body.Add(choices)
	key := "quiz-reveal"
	if v.play.Revealed() {
		key = "quiz-next"
	}
	v.forward.SetText(v.teller.Words(key))
	v.forward.Enable()
}

// showEnd shows what was reached, where anything was picked.
func (v *View) showEnd() {
	v.head.SetText(v.teller.Words("quiz-end"))
	v.place.SetText("")
	key := "quiz-end-unplayed"
	right, answered := v.play.Score()
	switch {
	case v.play.Len() == 0:
		key = "quiz-none"
	case answered > 0:
		key = "quiz-end-played"
	}
	v.body.Add(text(v.teller.Words(key, "n", strconv.Itoa(right), "all", strconv.Itoa(answered)), theme.SizeNameHeadingText, true))
	if v.play.Len() > 0 {
		again := widget.NewButtonWithIcon(v.teller.Words("quiz-again"), theme.ViewRefreshIcon(), v.Again)
		v.body.Add(container.NewHBox(again))
	}
	v.forward.SetText(v.teller.Words("quiz-next"))
	v.forward.Disable()
}

// writeScore tells how many were right so far, once something was picked.
func (v *View) writeScore() {
	v.score.SetText("")
	if right, answered := v.play.Score(); answered > 0 && !v.play.Ended() {
		v.score.SetText(v.teller.Words("quiz-score", "n", strconv.Itoa(right), "all", strconv.Itoa(answered)))
	}
}

// text is a paragraph in one of the theme's sizes.
func text(s string, size fyne.ThemeSizeName, bold bool) *widget.Label {
	l := widget.NewLabelWithStyle(s, fyne.TextAlignLeading, fyne.TextStyle{Bold: bold})
	l.Wrapping, l.SizeName = fyne.TextWrapWord, size
	return l
}
