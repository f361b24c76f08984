package collection

import (
	"time"

	"qantar/store"
)

// ReadStories reads a file of stories that stands by itself: YAML documents of
// the form that a collection's stories have, with a line "---" between two.
// Other than in a collection, texts may be missing, and what the scenes name
// is not looked up. Times without an offset are in zone, that of the
// collection. name is for the problems; when there are any, the error is a
// Problems with all of them.
func ReadStories(name string, text []byte, zone *time.Location) ([]store.Story, error) {
	list := &report{}
	if len(text) > maxAllBytes {
		list.add(spot{file: name}, "the file is too large for stories", "divide it into several files")
		return nil, list.sorted()
	}
	entries := parseStories(file{name, text}, list)
	r := &rules{list: list}
	index(entries, false, func(s storyDoc) string { return s.ID }, list)
	stories := make([]store.Story, len(entries))
	for i, e := range entries {
		stories[i] = storyOf(e, zone, list)
		scenes := scenesOf(e)
		index(scenes, false, func(s sceneDoc) string { return s.ID }, list)
		for j := range scenes {
			r.checkSceneTime(scenes[j], &stories[i].Scenes[j])
		}
	}
	if len(list.problems) > 0 {
		return nil, list.sorted()
	}
	return stories, nil
}

// parseStories reads the documents that fit the form, and reports the others.
func parseStories(f file, list *report) (stories []entry[storyDoc]) {
	for _, document := range parseTrees(f, list) {
		at, before := spot{f.name, document.Content[0]}, len(list.problems)
		value := plain(at, 0, list)
		if len(list.problems) == before { // else the tree itself is not sound
			validate(storiesFolder+".json", value, at, list)
			stories = append(stories, decode[storyDoc](at))
		}
	}
	return stories
}
