package talk

import (
	"strconv"
	"time"
)

// Cover is what hides a slide.
type Cover uint8

// The covers.
const (
	Uncovered Cover = iota
	Blacked
	Whited
)

// Tool is what the pointer does on a slide.
type Tool uint8

// The tools.
const (
	NoTool Tool = iota
	SpotlightTool
	PenTool
)

// Talk is a talk that is being given.
type Talk struct {
	Deck  Deck
	Watch Watch
	Ink   Ink // of the slide that is shown

	at        int
	cover     Cover
	tool      Tool
	exploring bool
	notes     bool
	questions bool
	help      bool
	typed     string
	auto      bool
	stayed    time.Duration // on the slide that is shown, while the talk plays by itself
	ticked    time.Time
	ended     bool
	now       func() time.Time
}

// New begins a talk at a slide, with its watch running.
func New(deck Deck, from int, now func() time.Time) *Talk {
	t := &Talk{Deck: deck, now: now, at: max(0, min(from, len(deck.Slides)-1))}
	t.Watch.Start(now())
	return t
}

// At is the slide that is shown.
func (t *Talk) At() int { return t.at }

// Slide is the slide that is shown.
func (t *Talk) Slide() *Slide { return &t.Deck.Slides[t.at] }

// Following is the slide after it, nil after the last one.
func (t *Talk) Following() *Slide {
	if t.at+1 >= len(t.Deck.Slides) {
		return nil
	}
	return &t.Deck.Slides[t.at+1]
}

// Cover is what hides the slide.
func (t *Talk) Cover() Cover { return t.cover }

// Tool is what the pointer does.
func (t *Talk) Tool() Tool { return t.tool }

// Exploring tells whether the map is free to be moved.
func (t *Talk) Exploring() bool { return t.exploring }

// Notes tells whether the notes lie over the slide.
func (t *Talk) Notes() bool { return t.notes }

// Questions tells whether the class sees the scene's questions.
func (t *Talk) Questions() bool { return t.questions }

// Help tells whether the keys are listed.
func (t *Talk) Help() bool { return t.help }

// Typed are the digits of a number that is being typed.
func (t *Talk) Typed() string { return t.typed }

// Playing tells whether the talk goes on by itself.
func (t *Talk) Playing() bool { return t.auto }

// Ended tells whether the talk is over.
func (t *Talk) Ended() bool { return t.ended }

// mostDigits is how long a number may be that is typed.
const mostDigits = 3

// Digit takes a digit of the number of a slide; Enter goes there.
func (t *Talk) Digit(r rune) bool {
	if r < '0' || r > '9' || len(t.typed) >= mostDigits {
		return false
	}
	t.typed += string(r)
	return true
}

// does are the actions that leave the place in the talk as it is.
var does = map[Action]func(*Talk){
	Black:      func(t *Talk) { t.hide(Blacked) },
	White:      func(t *Talk) { t.hide(Whited) },
	Notes:      func(t *Talk) { t.notes = !t.notes },
	Questions:  func(t *Talk) { t.questions = !t.questions },
	Spotlight:  func(t *Talk) { t.take(SpotlightTool) },
	Pen:        func(t *Talk) { t.take(PenTool) },
	Erase:      func(t *Talk) { t.Ink.wipe() },
	Explore:    (*Talk).explore,
	Autoplay:   func(t *Talk) { t.auto, t.ticked = !t.auto, t.now() },
	PauseWatch: (*Talk).pauseWatch,
	ResetWatch: func(t *Talk) { t.Watch.Reset(t.now()) },
	Resume:     func(t *Talk) { t.cover, t.exploring, t.help = Uncovered, false, false },
	Help:       func(t *Talk) { t.help = !t.help },
	End:        func(t *Talk) { t.ended = true },
}

// Do does what is asked for.
func (t *Talk) Do(a Action) {
	typed := t.typed
	t.typed = ""
	if a == Enter {
		if n, err := strconv.Atoi(typed); err == nil {
			t.Go(t.Deck.Find(n))
			return
		}
		a = Next
	}
	switch a {
	case Next:
		t.step(1)
	case Previous:
		t.step(-1)
	case First:
		t.Go(0)
	case Last:
		t.Go(len(t.Deck.Slides) - 1)
	case Escape:
		if typed == "" {
			t.escape()
		}
	default:
		if f, ok := does[a]; ok {
			f(t)
		}
	}
}

// step goes on or back by a slide. From free exploring it only comes back.
func (t *Talk) step(by int) {
	if t.exploring {
		t.exploring, t.cover, t.help = false, Uncovered, false
		return
	}
	t.Go(t.at + by)
}

// Go shows a slide, with nothing over it and nothing drawn on it.
func (t *Talk) Go(i int) {
	t.cover, t.exploring, t.help = Uncovered, false, false
	if i = max(0, min(i, len(t.Deck.Slides)-1)); i != t.at {
		t.at, t.stayed, t.questions = i, 0, false
		t.Ink.wipe()
	}
}

func (t *Talk) hide(c Cover) {
	if t.cover == c {
		c = Uncovered
	}
	t.cover = c
}

func (t *Talk) take(tool Tool) {
	if t.tool == tool {
		tool = NoTool
	}
	t.tool = tool
	t.Ink.lift()
	t.exploring = t.exploring && tool == NoTool
}

// explore leaves the map free to be moved, on slides that show one, or comes
// back.
func (t *Talk) explore() {
	t.exploring = !t.exploring && t.Slide().Kind == Scene
	if t.exploring {
		t.tool = NoTool
		t.Ink.wipe() // what is drawn belongs to the map as it stood
	}
}

func (t *Talk) pauseWatch() {
	if t.Watch.Running() {
		t.Watch.Pause(t.now())
	} else {
		t.Watch.Start(t.now())
	}
}

// escape takes away what lies over the slide, one thing at a time; where there
// is nothing, the talk ends.
func (t *Talk) escape() {
	switch {
	case t.help:
		t.help = false
	case t.tool != NoTool:
		t.take(t.tool)
	case t.exploring:
		t.exploring = false
	default:
		t.ended = true
	}
}

// Draw draws with the pen, where it is in hand.
func (t *Talk) Draw(d Dot) {
	if t.tool == PenTool {
		t.Ink.draw(d)
	}
}

// Lift takes the pen off the slide.
func (t *Talk) Lift() { t.Ink.lift() }

// How long slides stay that do not say it themselves.
const (
	sceneStay   = 30 * time.Second
	openingStay = 8 * time.Second
)

// stay is how long a slide is shown when the talk plays by itself.
func (s *Slide) stay() time.Duration {
	switch {
	case s.Kind == Opening:
		return openingStay
	case s.Scene == nil || s.Scene.Stay <= 0:
		return sceneStay
	}
	return time.Duration(s.Scene.Stay) * time.Second
}

// Tick goes on to the next slide where the talk plays by itself and the slide
// has stayed long enough, and tells whether it has. Time that the slide was
// covered, or the map explored, does not count; a slide made elsewhere waits for
// a person.
func (t *Talk) Tick() bool {
	now := t.now()
	passed := now.Sub(t.ticked)
	t.ticked = now
	if !t.auto || t.cover != Uncovered || t.exploring || t.Slide().Kind == Own || t.Following() == nil {
		return false
	}
	if t.stayed += passed; t.stayed < t.Slide().stay() {
		return false
	}
	t.Go(t.at + 1)
	return true
}
