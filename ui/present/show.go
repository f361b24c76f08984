package present

import (
	"strconv"
	"strings"
	"time"

	"qantar/geo"
	"qantar/geo/motion"
	"qantar/store"
	"qantar/ui/present/talk"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
)

// Show is a talk on one screen or two.
type Show struct {
	Talk     *talk.Talk
	Audience *Audience
	Speaker  *Speaker // nil on one screen

	// Ended is called once, when the talk is over.
	Ended func()
	// Turned is called after another slide is shown; it may be nil.
	Turned func()

	parts      Parts
	twoScreens bool
	shown      int  // the slide that the map shows, -1: none yet
	astray     bool // the map may look elsewhere than its scene
	glide      *state.Glide
	over       bool
	errors     []error
	taken      string // a key that writes something, which a slide made elsewhere has used
	deaf       func() // ends listening to the presenter
}

// New makes the screens of a talk; the speaker has one only where there are two.
func New(parts Parts, t *talk.Talk, twoScreens bool) *Show {
	s := &Show{Talk: t, parts: parts, twoScreens: twoScreens, shown: -1}
	s.Audience = newAudience(s)
	s.Audience.restyle(parts.Style)
	if twoScreens {
		s.Speaker = newSpeaker(s)
	}
	parts.Map.OnKey = s.Key
	parts.Map.OnRune = s.Rune
	s.deaf = parts.P.Listen(func(c state.Change) {
		if c.Has(state.SelectionChanged) {
			s.Audience.showPanel()
		}
	})
	s.sync()
	return s
}

func (s *Show) word(key string, args ...string) string { return s.parts.Words(key, args...) }

// Key takes a key. A slide made elsewhere has it first, and where that uses it
// what the key writes, which is told next, is nothing to the talk.
func (s *Show) Key(e *fyne.KeyEvent) {
	s.taken = ""
	if own, ok := s.Talk.Slide().Own.(Own); ok && s.Talk.Cover() == talk.Uncovered && own.TypedKey(e.Name) {
		s.taken = string(e.Name)
		return
	}
	if a := talk.OfKey(string(e.Name)); a != talk.None {
		s.Do(a)
	}
}

// Rune takes a letter or a digit.
func (s *Show) Rune(r rune) {
	if taken := s.taken; taken != "" {
		s.taken = ""
		if strings.EqualFold(taken, string(r)) {
			return
		}
	}
	if s.Talk.Digit(r) {
		s.sync()
		return
	}
	if a := talk.OfRune(r); a != talk.None {
		s.Do(a)
	}
}

// Do does what is asked for, and shows it.
func (s *Show) Do(a talk.Action) {
	if s.over {
		return
	}
	s.Talk.Do(a)
	s.sync()
}

// Go shows a slide.
func (s *Show) Go(slide int) {
	s.Talk.Go(slide)
	s.sync()
}

// Beat is called about once a second: it shows the time, and goes on where the
// talk plays by itself.
func (s *Show) Beat() {
	if s.over {
		return
	}
	if s.Talk.Tick() {
		s.sync()
	}
	if s.Speaker != nil {
		s.Speaker.tellTime()
	}
}

// Fail tells the speaker of what went wrong. On one screen it waits for the end
// of the talk: nothing of it reaches the audience.
func (s *Show) Fail(err error) {
	s.errors = append(s.errors, err)
	if s.Speaker != nil {
		s.Speaker.complain(err)
	}
}

// Errors are what has gone wrong and the speaker has not been told of.
func (s *Show) Errors() []error {
	if s.Speaker != nil {
		return nil
	}
	return s.errors
}

// sync shows what the talk has come to.
func (s *Show) sync() {
	if s.Talk.Ended() {
		s.end()
		return
	}
	s.Audience.sync()
	if at := s.Talk.At(); at != s.shown || s.astray && !s.Talk.Exploring() {
		turned := at != s.shown
		s.shown = at
		s.lead()
		if turned && s.Turned != nil {
			s.Turned()
		}
	}
	s.astray = s.Talk.Exploring()
	if s.Speaker != nil {
		s.Speaker.sync()
	}
}

func (s *Show) end() {
	if !s.over {
		s.over = true
		s.deaf()
		if s.Ended != nil {
			s.Ended()
		}
	}
}

// Title is the talk's title, with the number of the slide that is shown.
func (s *Show) Title() string {
	title, t := s.Talk.Deck.Title.In(s.parts.lang()), s.Talk
	switch n := t.Deck.Number(t.At()); {
	case n > 0:
		title += " · " + strconv.Itoa(n) + "/" + strconv.Itoa(t.Deck.Numbers())
	case t.Slide().Kind == talk.Closing:
		title += " · " + s.word("sources")
	}
	return title + " – Qantar"
}

// background is the scene that the map shows: that of the slide, or under the
// title the first one.
func (s *Show) background() *store.Scene {
	slide := s.Talk.Slide()
	if slide.Kind != talk.Opening {
		return slide.Scene
	}
	for i := range s.Talk.Deck.Slides {
		if scene := s.Talk.Deck.Slides[i].Scene; scene != nil {
			return scene
		}
	}
	return nil
}

// goal is where the map looks for a scene: at what the scene names, in the part
// of the map over which no caption lies.
func (s *Show) goal(scene *store.Scene) geo.Viewport {
	p := s.parts.P
	width, height, band := p.Goal().Width, p.Goal().Height, float64(0)
	if s.Talk.Slide().Kind == talk.Scene {
		band = min(float64(s.Audience.band), height/2)
	}
	v := p.ViewOf(scene.View, width, height-band)
	return v.Resize(width, height).Pan(0, -band/2)
}

// lead takes map and slider to the scene, in step.
func (s *Show) lead() {
	scene := s.background()
	if scene == nil || s.Audience.size.Height < 2 {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.Audience.Box); c != nil {
		c.Unfocus()
	}
	p, goal := s.parts.P, s.goal(scene)
	took := max(leastGlide, motion.NewFlight(p.View(), goal).Duration())
	g := p.GlideTo(scene, goal)
	s.glide = g
	if s.parts.Clock == nil || s.parts.Still || s.Talk.Slide().Kind == talk.Opening || g.Still() {
		g.At(1)
		return
	}
	var start time.Time
	s.parts.Clock.Run(func(now time.Time) bool {
		if s.glide != g || s.over {
			return false
		}
		if start.IsZero() {
			start = now
		}
		share := float64(now.Sub(start)) / float64(took)
		return g.At(share) && share < 1
	})
}

// leastGlide is how long the slider takes where the map has nowhere to fly.
const leastGlide = 700 * time.Millisecond

// resized shows the slide on a screen of another size.
func (s *Show) resized() {
	if s.Audience == nil {
		return // it is just being made
	}
	s.Audience.sync()
	if scene := s.background(); scene != nil && !s.Talk.Exploring() {
		s.shown = s.Talk.At()
		s.parts.P.GlideTo(scene, s.goal(scene)).At(1)
		s.parts.P.SetView(s.goal(scene))
	}
}
