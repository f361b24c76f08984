package main

import (
	"slices"
	"strings"

	"qantar/store"
)

// findStory finds the story that is named, for a format that has a use for one.
func (x *exported) findStory(e exporter, id string) error {
	all := ids(x.frame.Stories, func(s store.Story) string { return s.ID })
	switch n := slices.Index(all, id); {
	case id == "" && e.story == oneStory:
		return misusef("say which story is told: --story with one of %s", choices(all))
	case id == "":
	case e.story == noStory:
		return misusef("--story is only for %s; leave it away for %s", strings.Join(telling(), ", "), e.name)
	case n < 0:
		return misusef("--story %q is not in this collection; use one of %s", id, choices(all))
	default:
		x.story = &x.frame.Stories[n]
	}
	return nil
}

// telling are the formats that have a use for a story.
func telling() []string {
	with := slices.DeleteFunc(slices.Clone(exporters), func(e exporter) bool { return e.story == noStory })
	return ids(with, func(e exporter) string { return e.name })
}
