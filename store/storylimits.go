package store

// How long the texts of a story may be in each language, in characters, and
// how much of everything it may have. The schema of stories says the same.
const (
	MaxTitle    = 120
	MaxSummary  = 1000
	MaxCaption  = 140
	MaxNotes    = 3000
	MaxQuestion = 300

	MaxStories    = 500 // of a user
	MaxScenes     = 200
	MaxHighlights = 20
	MaxQuestions  = 10
	MaxStay       = 3600 // seconds
)
