package main

import (
	"slices"
	"strings"

	"qantar/store"
	"qantar/store/when"
)

// findStory finds the story that is named, for a format that has a use for one.
func (x *exported) findStory(e exporter, id string) error {
	all := ids(x.frame.Stories, func(s store.Story) string { return s.ID })
	switch n := slices.Index(all, id); {
	case id == "" && e.story == oneStory:
		return misusef("say which story is told: --story with one of %s", choices(all))
	case id == "":
	case e.story == noStory:
		return misusef("--format %s tells no story; --story is only for %s", e.name, strings.Join(telling(), ", "))
	case n < 0:
		return wantStory(id, x.frame)
	default:
		x.story = &x.frame.Stories[n]
	}
	return nil
}

// addOwn adds a story of the user's own to those of the collection, where it is
// named and the collection has none of that name.
func (x *exported) addOwn(id string) error {
	is := func(s store.Story) bool { return s.ID == id }
	if id == "" || slices.ContainsFunc(x.frame.Stories, is) {
		return nil
	}
	zone, err := when.Zone(x.frame.TimeZone)
	if err != nil {
		return err
	}
	own, err := ownStories(x.frame, zone)
	if err != nil {
		return err
	}
	if n := slices.IndexFunc(own, is); n >= 0 {
		x.frame.Stories = append(slices.Clone(x.frame.Stories), own[n])
	}
	return nil
}

// telling are the formats that have a use for a story.
func telling() []string {
	with := slices.DeleteFunc(slices.Clone(exporters), func(e exporter) bool { return e.story == noStory })
	return ids(with, func(e exporter) string { return e.name })
}
