package store

import "strconv"

// maxID is how long an id may be, in bytes.
const maxID = 64

// StoryIDs are the ids of stories.
func StoryIDs(stories []Story) map[string]bool {
	ids := make(map[string]bool, len(stories))
	for i := range stories {
		ids[stories[i].ID] = true
	}
	return ids
}

// FreeID is the first of id, id-2, id-3 and so on that is not taken, and from
// then on is.
func FreeID(id string, taken map[string]bool) string {
	free := id
	for n := 2; taken[free]; n++ {
		number := "-" + strconv.Itoa(n)
		free = id[:min(len(id), maxID-len(number))] + number
	}
	taken[free] = true
	return free
}
