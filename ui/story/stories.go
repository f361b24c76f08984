package story

import (
	"reflect"
	"slices"

	"qantar/store"
)

// Add makes a story of one scene and opens it.
func (e *Editor) Add(title store.Text, scene store.Scene) {
	scene.ID = "scene"
	e.insert(store.Story{ID: store.FreeID("my-story", e.ids()), Title: tidyText(title, store.MaxTitle, false), Scenes: []store.Scene{fit(scene)}})
}

// Copy makes an own story of any one, with another title, and opens it.
func (e *Editor) Copy(i int, title store.Text) {
	s := *e.Story(i)
	s.ID, s.Title = store.FreeID(s.ID, e.ids()), tidyText(title, store.MaxTitle, false)
	e.insert(s)
}

// insert adds a story behind the user's others and opens its first scene. A
// user has store.MaxStories at most.
func (e *Editor) insert(s store.Story) {
	if len(e.now.own) >= store.MaxStories {
		return
	}
	own := append(slices.Clip(e.now.own), s)
	e.change(own, Place{len(own) - 1, 0}, "")
}

// Delete takes away an own story. Nothing is open then.
func (e *Editor) Delete(i int) {
	if e.IsOwn(i) {
		e.change(slices.Delete(slices.Clone(e.now.own), i, i+1), Nowhere, "")
	}
}

// Import adds stories, and tells how many: of those that are there already
// there are no second ones, and an id that is taken is changed.
func (e *Editor) Import(more []store.Story) (added int) {
	own, taken := slices.Clip(e.now.own), e.ids()
	for _, s := range more {
		if !e.has(s) && len(own) < store.MaxStories {
			s.ID = store.FreeID(s.ID, taken)
			own = append(own, s)
			added++
		}
	}
	if added > 0 {
		e.change(own, Nowhere, "")
	}
	return added
}

// has tells whether the very same story is there, whatever its id.
func (e *Editor) has(s store.Story) bool {
	for i := range e.Len() {
		other := *e.Story(i)
		other.ID = s.ID
		if reflect.DeepEqual(other, s) {
			return true
		}
	}
	return false
}

// ids are those of all stories.
func (e *Editor) ids() map[string]bool {
	return store.StoryIDs(slices.Concat(e.now.own, e.shipped))
}
