package storyview

import (
	"qantar/store"
	"qantar/ui/story"
)

// NewStory makes a story whose first scene is what is shown.
func (v *View) NewStory() {
	v.opts.Editor.Add(v.inEach("story-new-title", store.Text{}), v.shown())
}

// AddScene adds what is shown to the story that is open, or makes one where
// none is open that is the user's own.
func (v *View) AddScene() {
	if v.opts.Editor.CanEdit() {
		v.opts.Editor.AddScene(v.shown())
	} else {
		v.NewStory()
	}
}

// shown is what is shown as a scene. Where an event is spoken of, its title is
// a first caption.
func (v *View) shown() store.Scene {
	p := v.opts.Presenter
	s := p.Scene()
	if len(s.Highlights) > 0 {
		if i := p.Data().Index(s.Highlights[0]); i >= 0 {
			s.Caption = p.Data().Item(i).Event.Title
		}
	}
	return s
}

// UpdateScene gives the scene that is open the picture that is shown. It goes
// on to speak of the events that it does; where there are none, of what is
// selected.
func (v *View) UpdateScene() {
	if s := v.opts.Editor.Scene(); s != nil {
		shown := v.opts.Presenter.Scene()
		if len(s.Highlights) > 0 {
			shown.Highlights = s.Highlights
		}
		v.opts.Editor.SetPicture(shown)
	}
}

// AddHighlight has the scene that is open speak of the selected event too.
func (v *View) AddHighlight() {
	if i := v.opts.Presenter.Selected(); i >= 0 {
		v.opts.Editor.AddHighlight(v.opts.Presenter.Data().Item(i).Event.ID)
	}
}

// DuplicateScene adds another scene like the one that is open.
func (v *View) DuplicateScene() { v.opts.Editor.DuplicateScene() }

// DeleteScene takes away the scene that is open.
func (v *View) DeleteScene() { v.opts.Editor.DeleteScene() }

// MoveScene moves the scene that is open by one, up (-1) or down (1).
func (v *View) MoveScene(by int) {
	at := v.opts.Editor.At().Scene
	v.opts.Editor.MoveScene(at, at+by)
}

// CopyStory makes an own story of the one that is open.
func (v *View) CopyStory() {
	if s := v.opts.Editor.Opened(); s != nil {
		v.opts.Editor.Copy(v.opts.Editor.At().Story, v.inEach("story-copy-title", s.Title))
	}
}

// DeleteStory takes away the story that is open where it is the user's own.
func (v *View) DeleteStory() { v.opts.Editor.Delete(v.opts.Editor.At().Story) }

// Undo takes the last change back.
func (v *View) Undo() { v.opts.Editor.Undo() }

// Redo does again what was undone.
func (v *View) Redo() { v.opts.Editor.Redo() }

// Present presents the story that is open from the scene that is.
func (v *View) Present() {
	if s := v.opts.Editor.Opened(); s != nil && len(s.Scenes) > 0 && v.OnPresent != nil {
		v.OnPresent(s, v.opts.Editor.At().Scene)
	}
}

// Choose opens a scene of the story that is open and shows it; -1 is the story
// as a whole.
func (v *View) Choose(scene int) {
	e := v.opts.Editor
	e.Go(story.Place{Story: e.At().Story, Scene: scene})
	if s := e.Scene(); s != nil {
		v.opts.Presenter.ShowScene(s)
	}
}

// Step opens the next scene (1) or the one before (-1).
func (v *View) Step(by int) {
	if v.opts.Editor.Opened() != nil {
		v.Choose(max(-1, v.opts.Editor.At().Scene+by))
	}
}

// inEach is a text of the interface in every language, with what {title} stands
// for.
func (v *View) inEach(key string, title store.Text) (t store.Text) {
	for _, lang := range store.Langs {
		t = t.With(lang, v.opts.Catalog.In(lang, key, "title", title.In(lang)))
	}
	return t
}
