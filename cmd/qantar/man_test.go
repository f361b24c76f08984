package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// The page of the manual names every option that --help names.
func TestManualIsWhole(t *testing.T) {
	text, err := os.ReadFile("../../assets/packaging/qantar.1")
	if err != nil {
		t.Fatal(err)
	}
	var help strings.Builder
	if _, err := parse([]string{"--help"}, &help); err == nil {
		t.Fatal("--help should end the program")
	}
	options := regexp.MustCompile(`(?m)^  -([a-z-]+)`).FindAllStringSubmatch(help.String(), -1)
	if len(options) < 5 {
		t.Fatalf("--help names %d options", len(options))
	}
	for _, option := range options {
		if !strings.Contains(string(text), "\n.It Fl -"+option[1]) {
			t.Errorf("the manual does not name --%s", option[1])
		}
	}
}
