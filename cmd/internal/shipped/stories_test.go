package shipped

import (
	"path/filepath"
	"strings"
	"testing"
)

// No id of a collection leads out of the folder of stories.
func TestStoriesPath(t *testing.T) {
	folder := t.TempDir()
	home(t, folder)
	want := filepath.Join(folder, "qantar", "stories")
	if got := StoriesPath("kazakhstan-2022"); got != filepath.Join(want, "kazakhstan-2022.yaml") {
		t.Errorf("the path is %s", got)
	}
	seen := map[string]bool{}
	for _, id := range []string{"", "../../x", "a/b", `a\b`, "Ä", strings.Repeat("x", 300), "con:1"} {
		got := StoriesPath(id)
		if filepath.Dir(got) != want || len(filepath.Base(got)) > 80 || seen[got] {
			t.Errorf("for %q the path is %s", id, got)
		}
		seen[got] = true
	}
}
