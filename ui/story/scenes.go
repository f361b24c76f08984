package story

import (
	"cmp"
	"slices"

	"qantar/store"
)

// AddScene adds a scene behind the one that is open, and opens it. A story
// holds store.MaxScenes at most.
func (e *Editor) AddScene(scene store.Scene) { e.addScene(fit(scene)) }

// DuplicateScene adds another scene like the one that is open, and opens it.
func (e *Editor) DuplicateScene() {
	if s := e.Scene(); s != nil {
		e.addScene(*s)
	}
}

func (e *Editor) addScene(scene store.Scene) {
	if s := e.Opened(); s == nil || len(s.Scenes) >= store.MaxScenes {
		return
	}
	at := e.now.at.Scene + 1
	if at == 0 { // the story as a whole is open
		at = len(e.Opened().Scenes)
	}
	e.edit("", func(s *store.Story) int {
		taken := map[string]bool{}
		for i := range s.Scenes {
			taken[s.Scenes[i].ID] = true
		}
		scene.ID = store.FreeID(cmp.Or(scene.ID, "scene"), taken)
		s.Scenes = slices.Insert(s.Scenes, at, scene)
		return at
	})
}

// SetPicture gives the scene that is open what another one shows: view, time,
// filter and events. Its texts stay.
func (e *Editor) SetPicture(from store.Scene) {
	e.editScene("", func(s *store.Scene) {
		texts := *s
		*s = fit(from)
		s.ID, s.Caption, s.Notes, s.Questions, s.Stay = texts.ID, texts.Caption, texts.Notes, texts.Questions, texts.Stay
	})
}

// MoveScene moves a scene of the story that is open to another position, and
// opens it.
func (e *Editor) MoveScene(from, to int) {
	s := e.Opened()
	if s == nil || from == to || min(from, to) < 0 || max(from, to) >= len(s.Scenes) {
		return
	}
	e.edit("", func(s *store.Story) int {
		scene := s.Scenes[from]
		s.Scenes = slices.Insert(slices.Delete(s.Scenes, from, from+1), to, scene)
		return to
	})
}

// DeleteScene takes away the scene that is open; the one behind it is open
// then, or else the last.
func (e *Editor) DeleteScene() {
	if e.Scene() == nil {
		return
	}
	e.edit("", func(s *store.Story) int {
		at := e.now.at.Scene
		s.Scenes = slices.Delete(s.Scenes, at, at+1)
		return at
	})
}

// SetStay sets after how many seconds the scene that is open goes on by
// itself; 0 for never.
func (e *Editor) SetStay(seconds int) {
	seconds = max(0, min(seconds, store.MaxStay))
	if s := e.Scene(); s != nil && s.Stay != seconds {
		e.editScene("stay", func(s *store.Scene) { s.Stay = seconds })
	}
}

// AddQuestion adds an empty question to the scene that is open, unless it has
// store.MaxQuestions.
func (e *Editor) AddQuestion() {
	if s := e.Scene(); s != nil && len(s.Questions) < store.MaxQuestions {
		e.editScene("", func(s *store.Scene) { s.Questions = append(slices.Clip(s.Questions), store.Text{}) })
	}
}

// DeleteQuestion takes a question from the scene that is open.
func (e *Editor) DeleteQuestion(i int) {
	if s := e.Scene(); s != nil && i < len(s.Questions) {
		e.editScene("", func(s *store.Scene) { s.Questions = slices.Delete(slices.Clone(s.Questions), i, i+1) })
	}
}

// AddHighlight has the scene that is open speak of an event, after the others.
// It speaks of store.MaxHighlights at most, and of each once.
func (e *Editor) AddHighlight(event string) {
	if s := e.Scene(); s != nil && len(s.Highlights) < store.MaxHighlights && !slices.Contains(s.Highlights, event) {
		e.editScene("", func(s *store.Scene) { s.Highlights = append(slices.Clip(s.Highlights), event) })
	}
}

// DeleteHighlight takes an event from those that the scene that is open speaks
// of.
func (e *Editor) DeleteHighlight(i int) {
	if s := e.Scene(); s != nil && i < len(s.Highlights) {
		e.editScene("", func(s *store.Scene) { s.Highlights = slices.Delete(slices.Clone(s.Highlights), i, i+1) })
	}
}

// editScene changes a copy of the scene that is open.
func (e *Editor) editScene(typing string, f func(*store.Scene)) {
	if e.Scene() == nil {
		return
	}
	e.edit(typing, func(s *store.Story) int {
		f(&s.Scenes[e.now.at.Scene])
		return e.now.at.Scene
	})
}

// fit is a scene whose numbers a story may have: a small window looks at the
// map with a higher zoom than a story knows.
func fit(s store.Scene) store.Scene {
	s.View.Lon = max(-180, min(s.View.Lon, 180))
	s.View.Lat = max(-maxLat, min(s.View.Lat, maxLat))
	s.View.Zoom = max(0, min(s.View.Zoom, maxZoom))
	s.Highlights = s.Highlights[:min(len(s.Highlights), store.MaxHighlights)]
	return s
}

// The limits of a scene's view, in degrees and in levels.
const (
	maxLat  = 85
	maxZoom = 20
)
