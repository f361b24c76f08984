package sqlite

import "qantar/store"

// stories writes stories with their scenes, which refer to the events.
func (w *writer) stories(c *store.Collection) {
	insertAll(w, storyTable, c.Stories)
	var scenes []sceneRow
	var hidden, shown, highlights [][]string
	var questions [][]store.Text
	for i, story := range c.Stories {
		for _, s := range story.Scenes {
			scenes = append(scenes, sceneRow{int64(i + 1), s})
			hidden, shown = append(hidden, s.Hidden), append(shown, s.Sources)
			highlights, questions = append(highlights, s.Highlights), append(questions, s.Questions)
		}
	}
	insertAll(w, sceneTable, scenes)
	insertLists(w, hiddenList, hidden...)
	insertLists(w, shownList, shown...)
	insertLists(w, highlightList, highlights...)
	insertLists(w, questionList, questions...)
}

// readStories reads the stories with their scenes, each in its order.
func readStories(r *reader) []store.Story {
	all, stories := readAll(r, storyTable, "")
	scenes, rows := readAll(r, sceneTable, "")
	hidden, shown := readLists(r, hiddenList, ""), readLists(r, shownList, "")
	highlights, questions := readLists(r, highlightList, ""), readLists(r, questionList, "")
	byStory := map[int64][]store.Scene{}
	for i, n := range rows {
		s := &scenes[i]
		s.Hidden, s.Sources, s.Highlights, s.Questions = hidden[n], shown[n], highlights[n], questions[n]
		byStory[s.story] = append(byStory[s.story], s.Scene)
	}
	for i, n := range stories {
		all[i].Scenes = byStory[n]
	}
	return all
}
