package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// listedAt is what a list of the shipped collection prints.
func listedAt[T any](t *testing.T, args ...string) (rows []T) {
	t.Helper()
	r := qantarctl(t, append([]string{"list"}, append(args, "--json")...)...)
	if r.code != exitDone {
		t.Fatalf("%+v", r)
	}
	if err := json.Unmarshal([]byte(r.out), &rows); err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestListKnown: four documents are of 7 January and print no hour; the fifth
// may be as late as March.
func TestListKnown(t *testing.T) {
	for _, at := range []struct {
		moment  string
		sources []string // that had appeared
	}{
		{"2022-01-06", nil},
		{"2022-01-07T23:58", nil},
		{"2022-01-07", []string{"meduza", "aljazeera", "aljazeera-live", "thejournal"}},
		{"2022-03-22", []string{"meduza", "aljazeera", "aljazeera-live", "thejournal", "globalsecurity"}},
	} {
		t.Run(at.moment, func(t *testing.T) {
			told := strings.Join(at.sources, " ")
			events := listedAt[eventRow](t, "events", "--known-at", at.moment)
			if (len(events) > 0) != (told != "") {
				t.Errorf("%d events", len(events))
			}
			for _, e := range events {
				if len(e.Reports) == 0 {
					t.Errorf("nobody tells of %s", e.ID)
				}
				for _, r := range e.Reports {
					if !strings.Contains(told, r.Source) {
						t.Errorf("%s tells of %s", r.Source, e.ID)
					}
				}
			}
			for _, f := range listedAt[figureRow](t, "figures", "--known-at", at.moment) {
				if !strings.Contains(told, f.Source) {
					t.Errorf("%s gives %s", f.Source, f.ID)
				}
			}
			for _, d := range listedAt[disagreementRow](t, "disagreements", "--known-at", at.moment) {
				if len(d.Members) < 2 {
					t.Errorf("%s has %d sides", d.ID, len(d.Members))
				}
			}
			for _, d := range listedAt[differingRow](t, "differing", "--known-at", at.moment) {
				if len(d.Figures) < 2 {
					t.Errorf("%+v", d)
				}
			}
		})
	}
}

func TestListKnownOfOneSource(t *testing.T) {
	if rows := listedAt[eventRow](t, "events", "--known-at", "2022-01-09", "--source", "globalsecurity"); len(rows) > 0 {
		t.Errorf("%d events", len(rows))
	}
	if rows := listedAt[eventRow](t, "events", "--known-at", "2022-01-09", "--source", "meduza"); len(rows) == 0 {
		t.Error("no event")
	}
}

func TestExportKnown(t *testing.T) {
	text := exportedText(t, "csv", "--known-at", "2022-01-08")
	if strings.Contains(text, "globalsecurity") || strings.Count(text, "\n") != 1+len(listedAt[eventRow](t, "events", "--known-at", "2022-01-08")) {
		t.Errorf("%d lines", strings.Count(text, "\n"))
	}
}

func TestRenderKnown(t *testing.T) {
	out := t.TempDir() + "/known.png"
	r := qantarctl(t, "render", "--known-at", "2022-01-06", "--size", "400x300", out)
	if r.code != exitDone || !strings.Contains(r.out, " 0 of 0 events") {
		t.Errorf("%+v", r)
	}
	for _, args := range [][]string{{"--known-at", "2022-01-06", "--at", "2022-01-06"}, {"--known-at", "soon"}} {
		if r := qantarctl(t, append(append([]string{"render"}, args...), out)...); r.code == exitDone {
			t.Errorf("%v: %+v", args, r)
		}
	}
}
