package collection

import (
	"strings"
	"testing"
	"testing/fstest"
)

var proseChanges = []change{
	{"loaded title", "events/02.yaml", "A rally", "Rioters rally", `events/02.yaml:2:15: the word "Rioters" takes a side`},
	{"loaded note of a report", "events/01.yaml", "Says so.", "Says that 'bandits' were militants.", `events/01.yaml:21:13: the word "militants" takes a side`},
	{"loaded explanation", "disagreements.yaml", "Each counts", "Each liquidated", `disagreements.yaml:8:16: the word "liquidated" takes a side`},
	{"loaded caption", "stories/01-rally.yaml", "A state of", "A terrorist state of", `stories/01-rally.yaml:25:14: the word "terrorist" takes a side`},
	{"loaded question", "stories/01-rally.yaml", "What is not told?", "What do rioters tell?", `stories/01-rally.yaml:17:9: the word "rioters" takes a side`},
}

func TestCheckWording(t *testing.T) { wantProblems(t, proseChanges) }

func TestCheckNotes(t *testing.T) {
	files := small(t)
	if notes := Check(files, Options{}).Notes; len(notes) > 0 {
		t.Error(notes)
	}
	replace(t, files, "events/01.yaml", "[1, 3]", "[3]")
	replace(t, files, "sources.yaml", "paragraphs: 3", "paragraphs: 7")
	result := Check(files, Options{})
	if want := "sources.yaml:13:15: no record cites these paragraphs of paper: 1, 4-7;"; !strings.HasPrefix(result.Notes.Error(), want) || len(result.Problems) > 0 {
		t.Errorf("got %v and %v, want %s", result.Notes, result.Problems, want)
	}
}

func TestQuotation(t *testing.T) {
	tests := map[string]string{
		"The terrorists came": "terrorists", "Militants": "Militants", "An Uprising begins": "Uprising",
		"“terrorists” came": "", "\"bandits\" and «rioters» and ‘extremists’ and 'criminals'": "", "militancy and banditry": "",
		"the ministry's rioters' camp": "rioters", "“one” bandit “two”": "bandit",
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			if got := loaded.FindString(quotation.ReplaceAllString(text, "“”")); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestSharedWords(t *testing.T) {
	document := "One two three four five six seven.\n\nDon’t say ‘eight’, nine TEN eleven\n"
	tests := []struct{ name, text, want string }{
		{"five", "Two three four five six and more", ""},
		{"six", "Said: two, three four; five (SIX) seven!", `6 words in a row stand in paper.txt too: "two three four five six seven"`},
		{"all", "x one two three four five six seven y", `7 words in a row stand in paper.txt too: "one two three four five six seven"`},
		{"with apostrophes", "don't say eight nine ten eleven", `6 words in a row stand in paper.txt too: "dont say eight nine ten eleven"`},
		{"across paragraphs", "five six seven don't say eight", ""},
		{"short", "one two", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			shared, list := runs{}, &report{}
			shared.addDocument("paper.txt", []byte(document))
			shared.check([]prose{{text: tt.text}}, list)
			var got string
			if len(list.problems) > 0 {
				got = list.problems[0].What
			}
			if got != tt.want || len(list.problems) > 1 {
				t.Errorf("got %v, want %q", list.problems, tt.want)
			}
		})
	}
}

// Texts are compared in every file, a source's printed title too.
func TestCheckSharedWords(t *testing.T) {
	const words = "one two three four five six"
	documents := fstest.MapFS{"paper.txt": {Data: []byte(words)}}
	places := []struct{ file, old, new string }{
		{"events/02.yaml", "A rally", words}, {"events/02.yaml", "An agency", words}, {"figures.yaml", "A range.", words},
		{"disagreements.yaml", "Each counts in its own way.", words}, {"people.yaml", `"Speaker"`, words}, {"collection.yaml", "Two places and two events.", words},
		{"sources.yaml", "As printed", words},
	}
	for _, tt := range places {
		files := small(t)
		replace(t, files, tt.file, tt.old, tt.new)
		if got := Check(files, Options{Documents: documents}).Problems; !strings.Contains(got.Error(), tt.file+":") || !strings.Contains(got.Error(), "6 words in a row") {
			t.Errorf("%s: %v", tt.file, got)
		}
	}
}
