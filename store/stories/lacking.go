package stories

import (
	"slices"

	"qantar/store"
)

// Lacks tells of the ids that a scene names which of them name nothing.
type Lacks struct{ Event, Source, Category func(id string) bool }

// Lacking is what a collection lacks, which is without its events; known tells
// whether it has an event.
func Lacking(c *store.Collection, known func(event string) bool) Lacks {
	return Lacks{
		Event: func(id string) bool { return !known(id) },
		Source: func(id string) bool {
			return !slices.ContainsFunc(c.Sources, func(s store.Source) bool { return s.ID == id })
		},
		Category: func(id string) bool {
			return !slices.ContainsFunc(c.Categories, func(v store.Category) bool { return v.ID == id })
		},
	}
}

// Of are the ids in a scene that name nothing, events first.
func (l Lacks) Of(s *store.Scene) []string {
	return slices.Concat(filter(s.Highlights, l.Event), filter(s.Sources, l.Source), filter(s.Hidden, l.Category))
}

func filter(ids []string, keep func(string) bool) []string {
	var kept []string
	for _, id := range ids {
		if keep(id) {
			kept = append(kept, id)
		}
	}
	return kept
}

// without is a story whose scenes name nothing that is lacking.
func without(s store.Story, lacks Lacks) store.Story {
	s.Scenes = slices.Clone(s.Scenes)
	for i := range s.Scenes {
		scene := &s.Scenes[i]
		scene.Highlights = slices.DeleteFunc(slices.Clone(scene.Highlights), lacks.Event)
		scene.Sources = slices.DeleteFunc(slices.Clone(scene.Sources), lacks.Source)
		scene.Hidden = slices.DeleteFunc(slices.Clone(scene.Hidden), lacks.Category)
	}
	return s
}
