package main

import (
	"fmt"
	"image/gif"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestExportPictures(t *testing.T) {
	for _, size := range []string{"640x400", "300x500"} {
		config, err := png.DecodeConfig(strings.NewReader(exportedText(t, "png", "--size", size, "--theme", "dark", "--at", "2022-01-06")))
		if err != nil || size != fmt.Sprintf("%dx%d", config.Width, config.Height) {
			t.Errorf("%s: %+v, %v", size, config, err)
		}
	}
	if a, b := exportedText(t, "png", "--size", "400x300"), exportedText(t, "png", "--size", "400x300", "--category", "protest"); a == b {
		t.Error("a filter changes nothing")
	}
	if a, b := exportedText(t, "png", "--size", "400x300"), exportedText(t, "png", "--size", "400x300", "--caption", "How it began"); a == b {
		t.Error("a caption changes nothing")
	}
	film, err := gif.DecodeAll(strings.NewReader(exportedText(t, "gif", "--story", "counting-the-dead", "--size", "320x200", "--lang", "kk")))
	if err != nil || len(film.Image) != 9 {
		t.Errorf("%v", err)
	}
}

func TestExportPages(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1700000000")
	tests := map[string][]string{
		"the map":      {"--from", "2022-01-05", "--to", "2022-01-06", "--paper", "letter"},
		"a handout":    {"--story", "what-each-source-told-you", "--lang", "ru", "--notes"},
		"a quiz":       {"--quiz", "6", "--seed", "3", "--lang", "kk"},
		"another look": {"--theme", "light", "--orientation", "portrait", "--view", "76.9,43.25,10"},
	}
	for name, args := range tests {
		t.Run(name, func(t *testing.T) {
			text := exportedText(t, "pdf", args...)
			if !strings.HasPrefix(text, "%PDF-1.") || !strings.Contains(text, "(D:20231114221320)") || !strings.HasSuffix(text, "%%EOF\n") {
				t.Errorf("%.40q … %.40q", text, text[max(0, len(text)-40):])
			}
			if again := exportedText(t, "pdf", args...); again != text {
				t.Error("exported again it is another")
			}
		})
	}
}

func TestExportPrintRefuses(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	tests := map[string]string{
		"--format gif":                                     "say which story is told: --story with one of",
		"--format gif --story none":                        "is not in this collection; use one of",
		"--format png --story the-week":                    "--format png tells no story",
		"--format csv --story the-week":                    "--story is only for pdf, gif",
		"--format pdf --story the-week --at 2022-01-05":    "--at does not go with --story",
		"--format pdf --story the-week --category protest": "a story says itself what is shown",
		"--format pdf --notes":                             "name it with --story",
		"--format pdf --paper a3":                          "use a4 or letter",
		"--format pdf --orientation round":                 "use auto, portrait or landscape",
		"--format pdf --size 800x600":                      "--size is not for pdf but for png, gif, webp, mp4",
		"--format csv --paper a4":                          "--paper is not for csv but for pdf",
		"--format png --size 20x20":                        "use 200 to 16384 pixels",
		"--format png --size 16384x16384":                  "more than 100 megapixels",
		"--format png --scale 9":                           "--scale 9 is out of range",
		"--format png --theme pink":                        "use light, dark or contrast",
		"--format png --at 2022-01-05 --from 2022-01-04":   "--at does not go with --from",
		"--format png --view 1,2":                          "not of the form lon,lat,zoom",
		"--format pdf --quiz 5 --story the-week":           "asks about the whole record",
	}
	for args, want := range tests {
		t.Run(args, func(t *testing.T) {
			r := qantarctl(t, append([]string{"export", "--out", out}, strings.Fields(args)...)...)
			if r.code != exitMisused || r.out != "" || !strings.Contains(r.errors, want) || strings.Count(r.errors, "\n") != 1 {
				t.Errorf("%+v, want one sentence with %q", r, want)
			}
		})
	}
	if _, err := os.Stat(out); !os.IsNotExist(err) {
		t.Error("something is left")
	}
}
