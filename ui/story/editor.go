// Package story is how a user's own stories are made: what is chosen, every
// change to it with undo and redo, and saving it by itself. It knows no window.
package story

import (
	"slices"

	"qantar/store"
)

// Place is what is open: a story by its position, the user's own before those
// of the collection, and a scene of it. Story is -1 while none is open, and
// Scene is -1 while it is the story as a whole.
type Place struct{ Story, Scene int }

// Nowhere is the place where no story is open.
var Nowhere = Place{-1, -1}

// maxSteps is how many changes can be undone.
const maxSteps = 1000

// snapshot is the user's stories at one moment. What it refers to is never
// changed, so that moments share what they have in common.
type snapshot struct {
	own []store.Story
	at  Place
}

// step is one change.
type step struct{ before, after snapshot }

// Editor holds the stories, the user's own and those of the collection, which
// can only be read. It belongs to one goroutine.
type Editor struct {
	shipped []store.Story
	now     snapshot
	steps   []step
	done    int // how many of the steps stand; the others are undone
	version int
	typing  string // the text that the last step changed, "" for what does not go on
	told    []func()
}

// New returns an editor of a user's own stories beside those of a collection.
func New(own, shipped []store.Story) *Editor {
	return &Editor{shipped: shipped, now: snapshot{slices.Clone(own), Nowhere}}
}

// Listen adds a function that is told of every change, also of what is open.
func (e *Editor) Listen(f func()) { e.told = append(e.told, f) }

func (e *Editor) tell() {
	for _, f := range e.told {
		f()
	}
}

// Own are the user's own stories. They are never changed where they stand, so
// that they may be read from another goroutine.
func (e *Editor) Own() []store.Story { return e.now.own }

// Version is another one whenever the user's own stories are others.
func (e *Editor) Version() int { return e.version }

// Len is the number of stories, own and shipped.
func (e *Editor) Len() int { return len(e.now.own) + len(e.shipped) }

// Story is the one at a position; it must not be changed.
func (e *Editor) Story(i int) *store.Story {
	if i < len(e.now.own) {
		return &e.now.own[i]
	}
	return &e.shipped[i-len(e.now.own)]
}

// IsOwn tells whether the story at a position is the user's own.
func (e *Editor) IsOwn(i int) bool { return i >= 0 && i < len(e.now.own) }

// At is what is open.
func (e *Editor) At() Place { return e.now.at }

// Opened is the story that is open, nil for none.
func (e *Editor) Opened() *store.Story {
	if e.now.at.Story < 0 {
		return nil
	}
	return e.Story(e.now.at.Story)
}

// Scene is the scene that is open, nil for none.
func (e *Editor) Scene() *store.Scene {
	if s := e.Opened(); s != nil && e.now.at.Scene >= 0 {
		return &s.Scenes[e.now.at.Scene]
	}
	return nil
}

// CanEdit tells whether the story that is open is the user's own.
func (e *Editor) CanEdit() bool { return e.IsOwn(e.now.at.Story) }

// Go opens a story and a scene of it, as near as there is one.
func (e *Editor) Go(to Place) {
	to = e.within(to)
	e.typing = ""
	if to != e.now.at {
		e.now.at = to
		e.tell()
	}
}

func (e *Editor) within(p Place) Place {
	if p.Story < 0 || p.Story >= e.Len() {
		return Nowhere
	}
	return Place{p.Story, max(-1, min(p.Scene, len(e.Story(p.Story).Scenes)-1))}
}

// Pause ends what is being typed: what follows is a step of its own.
func (e *Editor) Pause() { e.typing = "" }

// CanUndo tells whether there is a change to undo.
func (e *Editor) CanUndo() bool { return e.done > 0 }

// CanRedo tells whether there is a change to do again.
func (e *Editor) CanRedo() bool { return e.done < len(e.steps) }

// Undo takes the last change back and opens what it changed.
func (e *Editor) Undo() {
	if e.CanUndo() {
		e.done--
		e.show(e.steps[e.done].before)
	}
}

// Redo does again what was undone last.
func (e *Editor) Redo() {
	if e.CanRedo() {
		e.done++
		e.show(e.steps[e.done-1].after)
	}
}

func (e *Editor) show(s snapshot) {
	e.now, e.typing = s, ""
	e.version++
	e.tell()
}

// change makes a step that ends at a place with other stories. Steps of one
// text that is being typed become one; typing names it, "" for none.
func (e *Editor) change(own []store.Story, at Place, typing string) {
	before := e.now
	e.now = snapshot{own: own}
	e.now.at = e.within(at)
	if typing != "" && typing == e.typing && e.done > 0 {
		before = e.steps[e.done-1].before
		e.done--
	}
	e.steps = append(e.steps[:e.done], step{before, e.now})
	e.steps = slices.Delete(e.steps, 0, max(0, len(e.steps)-maxSteps))
	e.done, e.typing = len(e.steps), typing
	e.version++
	e.tell()
}

// edit changes the story that is open where it is the user's own. f gets a
// copy of the story with scenes of its own, and says what is open then.
func (e *Editor) edit(typing string, f func(s *store.Story) (scene int)) {
	if !e.CanEdit() {
		return
	}
	own := slices.Clone(e.now.own)
	s := &own[e.now.at.Story]
	s.Scenes = slices.Clone(s.Scenes)
	e.change(own, Place{e.now.at.Story, f(s)}, typing)
}
