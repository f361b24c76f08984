package main

import (
	"strings"
	"testing"
)

// TestExportWords reads the shipped record in sentences, in every language.
func TestExportWords(t *testing.T) {
	for lang, first := range map[string]string{"en": "reports it in paragraph", "kk": "абзацта хабарлайды", "ru": "сообщает об этом в абзаце"} {
		t.Run(lang, func(t *testing.T) {
			text := exportedText(t, "text", "--lang", lang)
			for i, e := range listedAt[eventRow](t, "events", "--lang", lang) {
				if !strings.Contains(text, e.Title) {
					t.Errorf("event %d, %s, is missing", i, e.ID)
				}
			}
			if !strings.Contains(text, first) || strings.Contains(text, "words-") {
				t.Error("it is not in sentences")
			}
		})
	}
}

func TestExportWordsFiltered(t *testing.T) {
	text := exportedText(t, "md", "--place", "almaty", "--known-at", "2022-01-08")
	for _, want := range []string{"# Kazakhstan, January 2022: the events in words\n", "\n## 1. ", "Some are left out by the filter."} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q", want)
		}
	}
	body, _, _ := strings.Cut(text, "## Sources")
	if strings.Contains(body, "GlobalSecurity reports") {
		t.Error("it tells what was not yet known")
	}
}

// TestExportPictureKnown: before anything was told there is nothing to draw.
func TestExportPictureKnown(t *testing.T) {
	out := t.TempDir() + "/known.png"
	if r := qantarctl(t, "export", "--format", "png", "--size", "500x400", "--known-at", "2022-01-08", "--out", out); r.code != exitDone {
		t.Errorf("%+v", r)
	}
}
