// Package present shows a talk: the audience's screen with the map, the caption
// and nothing else, and the speaker's with what comes next, the notes and the
// time. The window makes its parts and tells it what was pressed.
package present

import (
	"time"

	"qantar/geo/basemap"
	"qantar/store"
	"qantar/ui/mapview"
	"qantar/ui/paint"
	"qantar/ui/state"
	"qantar/ui/timeview"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
)

// Clock calls a function once a frame, with the frame's time, until it returns
// false. frames.Clock is one.
type Clock interface {
	Run(task func(now time.Time) (more bool))
}

// Parts are what a show is made of.
type Parts struct {
	P        *state.Presenter  // of the audience's map alone
	Map      *mapview.View     // of what P shows
	Timeline *timeview.View    // of what P shows
	Panel    fyne.CanvasObject // tells of the event that is selected in P
	World    *basemap.Map
	Names    *paint.Type
	Style    *paint.Style
	Words    words.Func

	Clock Clock // nil: time moves at once
	Still bool  // and also for who wants it so
	Now   func() time.Time

	// After calls a function a while later, on the main goroutine; a second call
	// takes the place of the first. nil: never.
	After func(d time.Duration, f func())
	// Beside runs work on a goroutine of its own and done on the main one
	// afterwards; nil: both at once.
	Beside func(work, done func())
	// HidePointer hides the pointer over the audience's screen until it moves;
	// nil: it stays.
	HidePointer func()
}

// Own is a slide made elsewhere, as a quiz: what stands in a deck's Slide.Own
// must be one to be shown.
type Own interface {
	Name(lang store.Lang) string
	// Object fills the audience's screen.
	Object() fyne.CanvasObject
	// TypedKey is given each key first, by the name that Fyne has for it, and
	// tells whether it was used; one that was not moves the talk.
	TypedKey(name fyne.KeyName) bool
}

func (p *Parts) word(key string, args ...string) string { return p.Words(key, args...) }

func (p *Parts) lang() store.Lang { return p.P.Lang() }
