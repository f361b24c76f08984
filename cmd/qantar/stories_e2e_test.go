package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"qantar/store"
	"qantar/store/collection"
	"qantar/store/when"
	"qantar/ui/state"
)

// Rows of the stories' side at 1280x760, in pixels.
const (
	storyColumn = 1000
	storyTop    = 150 // of the rows of a story's scenes
	storyRow    = 58  // their height
	firstStory  = 160 // the first of the list of stories
)

// rowAt is where a row of scenes stands, which starts with the story as a whole.
func rowAt(n float64) int { return storyTop + int((n+0.5)*storyRow) }

// TestStories makes a story in the real window as a person would, and reads
// what came of it from the file that it is kept in.
func TestStories(t *testing.T) {
	display := newDisplay(t, "1280x800")
	binary, home := build(t), t.TempDir()
	app := display.open(binary, home)
	w := &storyFile{app, filepath.Join(home, "data", "qantar", "stories", "kazakhstan-2022.yaml")}

	app.key("r")
	app.still()
	app.key("ctrl+shift+a")
	w.until("the story has a scene of what is shown", func(s store.Story) bool { return len(s.Scenes) == 1 })
	app.key("Home")
	app.until("an event is selected", func(s state.Saved) bool { return s.Selected != "" })
	picked := app.now()
	app.key("ctrl+shift+a")
	s := w.until("the event is a scene of its own", func(s store.Story) bool {
		return len(s.Scenes) == 2 && len(s.Scenes[1].Highlights) == 1 && s.Scenes[1].Highlights[0] == picked.Selected
	})
	first, second := s.Scenes[0].ID, s.Scenes[1].ID
	order := func(ids ...string) func(store.Story) bool {
		return func(s store.Story) bool {
			return len(s.Scenes) == 2 && s.Scenes[0].ID == ids[0] && s.Scenes[1].ID == ids[1]
		}
	}
	app.key("alt+Up")
	w.until("Alt+Up moves the scene", order(second, first))
	app.key("ctrl+z")
	w.until("Ctrl+Z takes that back", order(first, second))
	app.key("ctrl+y")
	w.until("Ctrl+Y does it again", order(second, first))
	app.key("ctrl+z")
	app.still()
	app.click(storyColumn, rowAt(1), 1)
	app.until("a click shows the first scene", func(s state.Saved) bool { return s.Selected == "" })
	app.key("Up")
	app.still()
	app.drag(storyColumn, rowAt(2)-10, storyColumn, rowAt(0.7))
	w.until("the second scene is dragged to the front", order(second, first))
	app.key("ctrl+shift+a")
	w.until("another scene is added at the end", func(s store.Story) bool { return len(s.Scenes) == 3 })
	app.key("ctrl+z")
	w.until("and taken back", order(second, first))
	app.key("ctrl+z")
	w.until("so is the drag", order(first, second))

	app.still()
	app.click(storyColumn, rowAt(1), 1)
	app.key("Return")
	app.do("type", "--delay", "30", "What was known")
	app.key("ctrl+q") // at once, before it saves by itself
	app.over()
	if got := w.read(); got.Scenes[0].Caption.En != "What was known" {
		t.Errorf("the caption left behind is %q", got.Scenes[0].Caption.En)
	}

	again := display.open(binary, home)
	w.program = again
	again.key("r")
	again.still()
	again.click(storyColumn, firstStory, 1)
	again.still()
	again.click(storyColumn, rowAt(2), 1)
	again.until("the second scene of the story is shown", func(s state.Saved) bool { return s.Playhead.Equal(picked.Playhead.Truncate(time.Minute)) })
	again.quit()
	if !order(first, second)(w.read()) {
		t.Errorf("looking at the story changed it: %+v", w.read())
	}
}

// storyFile is the file of the user's stories beside the app that writes it.
type storyFile struct {
	*program
	path string
}

// read is the one story in the file, none while there is none.
func (f *storyFile) read() store.Story {
	f.t.Helper()
	zone, err := when.Zone("Asia/Almaty")
	if err != nil {
		f.t.Fatal(err)
	}
	text, err := os.ReadFile(f.path)
	if os.IsNotExist(err) {
		return store.Story{}
	}
	if err != nil {
		f.t.Fatal(err)
	}
	all, err := collection.ReadStories(f.path, text, zone)
	if err != nil || len(all) != 1 {
		f.t.Fatalf("%d stories, %v, in\n%s", len(all), err, text)
	}
	return all[0]
}

// until waits for the story to be as wanted.
func (f *storyFile) until(what string, ok func(store.Story) bool) store.Story {
	f.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if s := f.read(); ok(s) {
			return s
		}
	}
	text, _ := os.ReadFile(f.path)
	f.t.Fatalf("it never came about that %s; the file holds\n%s", what, strings.TrimSpace(string(text)))
	return store.Story{}
}
