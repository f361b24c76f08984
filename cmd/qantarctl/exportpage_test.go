package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qantar/store"
)

func TestExportPage(t *testing.T) {
	text := exportedText(t, "html", "--lang", "ru", "--story", "the-week")
	for _, want := range []string{"<!DOCTYPE html>\n<html lang=\"ru\">", "Content-Security-Policy", "Неделя"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page has no %q", want)
		}
	}
	if strings.Contains(text, `"id":"counting-the-dead"`) {
		t.Error("the page has another story than the one that was asked for")
	}
	if again := exportedText(t, "html", "--lang", "ru", "--story", "the-week"); again != text {
		t.Error("the same store and flags give another page")
	}
}

func TestExportPageOfFiltered(t *testing.T) {
	whole, part := exportedText(t, "html"), exportedText(t, "html", "--category", "clash", "--to", "2022-01-05")
	if len(part) >= len(whole) || strings.Contains(part, "almaty-airport-taken") || !strings.Contains(whole, "almaty-airport-taken") {
		t.Errorf("a page of clashes has %d bytes, one of everything %d", len(part), len(whole))
	}
}

func TestExportRefusesStories(t *testing.T) {
	free := filepath.Join(t.TempDir(), "free")
	for name, tt := range map[string]struct{ args, want string }{
		"a format without stories": {"--format csv --story the-week", "tells no story"},
		"no such story":            {"--format html --story the-month", `"the-month" is not in this collection; use one of`},
	} {
		t.Run(name, func(t *testing.T) {
			r := qantarctl(t, append([]string{"export", "--out", free}, strings.Fields(tt.args)...)...)
			if r.code != exitMisused || !strings.Contains(r.errors, tt.want) {
				t.Errorf("%+v, want %q", r, tt.want)
			}
			if _, err := os.Stat(free); err == nil {
				t.Error("there is a file")
			}
		})
	}
	if err := wantStory("any", &store.Collection{}); err == nil || !strings.Contains(err.Error(), "has no stories") {
		t.Errorf("error %v", err)
	}
}
