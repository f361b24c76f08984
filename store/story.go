package store

import (
	"time"

	"qantar/store/when"
)

// Story is a talk through the collection: scenes that follow one another.
type Story struct {
	ID      string
	Title   Text
	Summary Text
	Scenes  []Scene
}

// Scene is one picture of a story with what is said to it.
type Scene struct {
	ID         string // another one in each scene of a story
	View       View
	Mode       SceneMode
	Window     when.When // the time between the handles of the slider
	Playhead   when.When // the moment shown, inside Window; the zero value is its end
	Hidden     []string  // ids of categories that are left out
	Sources    []string  // ids of the sources whose events are shown; none means all
	Background bool      // show background events as well
	Highlights []string  // event ids, in the order they are spoken of
	Caption    Text      // for the audience
	Notes      Text      // for the speaker alone
	Questions  []Text    // for the class
	Stay       int       // seconds until the next scene when the story plays by itself
}

// SceneMode is how a scene reads its time.
type SceneMode string

// The modes: everything from the window's start to the playhead, what overlaps
// the window, the day of the playhead, or of everything up to the playhead what
// had been reported by then.
const (
	CumulativeScene SceneMode = "cumulative"
	WindowScene     SceneMode = "window"
	DayScene        SceneMode = "day"
	KnownScene      SceneMode = "known"
)

// SceneModes are all of them, in the order they are listed.
var SceneModes = []SceneMode{CumulativeScene, WindowScene, DayScene, KnownScene}

// Moment is the playhead in Unix seconds.
func (s *Scene) Moment() int64 {
	if s.Playhead.Text == "" {
		return s.Window.Latest
	}
	return s.Playhead.Earliest
}

// Shows is the time of which a scene shows events, in Unix seconds, both ends
// included. Days are those of zone.
func (s *Scene) Shows(zone *time.Location) (from, to int64) {
	switch s.Mode {
	case WindowScene:
		return s.Window.Earliest, s.Window.Latest
	case DayScene:
		y, m, d := time.Unix(s.Moment(), 0).In(zone).Date()
		start := time.Date(y, m, d, 0, 0, 0, 0, zone)
		return start.Unix(), start.AddDate(0, 0, 1).Unix() - 1
	default:
		return s.Window.Earliest, s.Moment()
	}
}
