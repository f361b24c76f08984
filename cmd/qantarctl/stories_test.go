package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qantar/cmd/internal/shipped"
)

const ownStory = `id: mine
title: {kk: "Менің хикаям"}
scenes:
  - {id: one, view: {lon: 67.5, lat: 48.2, zoom: 4.3}, mode: day, window: 2022-01-01/2022-01-06, caption: {ru: "Первая"}}
`

func TestListOwnStories(t *testing.T) {
	path := smallStore(t)
	if r := qantarctl(t, "list", "stories", "--own", path); r.code != exitDone || strings.Contains(r.out, "the-rally") {
		t.Errorf("with none: %+v", r)
	}
	file := shipped.StoriesPath("small")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(ownStory), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Remove(file) })
	if r := qantarctl(t, "list", "stories", "--own", path); r.code != exitDone || !strings.Contains(r.out, "Менің хикаям") || strings.Contains(r.out, "the-rally") {
		t.Errorf("%+v", r)
	}
	if r := qantarctl(t, "list", "stories", path); strings.Contains(r.out, "mine") || !strings.Contains(r.out, "the-rally") {
		t.Errorf("without --own: %+v", r)
	}
	for _, format := range []string{"pdf", "gif", "html"} {
		if r := qantarctl(t, "export", "--format", format, "--story", "mine", "--lang", "kk", "--out", "-", path); r.code != exitDone || len(r.out) < 1000 {
			t.Errorf("a story of one's own as %s ends with %d: %s", format, r.code, r.errors)
		}
	}
	if r := qantarctl(t, "export", "--format", "html", "--out", "-", path); r.code != exitDone || strings.Contains(r.out, "Менің хикаям") {
		t.Error("a page of the collection holds the user's own story, or fails")
	}
	if err := os.WriteFile(file, []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if r := qantarctl(t, "list", "stories", "--own", path); r.code == exitDone {
		t.Errorf("a damaged file: %+v", r)
	}
}

func TestCheckStories(t *testing.T) {
	file := filepath.Join(t.TempDir(), "my stories.yaml")
	for name, tt := range map[string]struct {
		text string
		code int
		want string
	}{
		"sound":  {ownStory, exitDone, "no problems in 1 stories, 1 scenes"},
		"two":    {ownStory + "---\nid: x\nscenes: []\n", exitDone, "no problems in 2 stories, 1 scenes"},
		"broken": {strings.Replace(ownStory, "day", "night", 1), exitFailed, file + `:4:62: mode is "night"`},
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile(file, []byte(tt.text), 0o644); err != nil {
				t.Fatal(err)
			}
			if r := qantarctl(t, "check", file); r.code != tt.code || !strings.Contains(r.out, tt.want) {
				t.Errorf("%+v", r)
			}
		})
	}
}
