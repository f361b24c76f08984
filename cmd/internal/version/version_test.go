package version

import (
	"os"
	"regexp"
	"runtime/debug"
	"testing"
)

func TestRecordedOrigin(t *testing.T) {
	built := func(pairs ...string) *debug.BuildInfo {
		info := &debug.BuildInfo{}
		for i := 0; i < len(pairs); i += 2 {
			info.Settings = append(info.Settings, debug.BuildSetting{Key: pairs[i], Value: pairs[i+1]})
		}
		return info
	}
	tests := []struct {
		name string
		info *debug.BuildInfo
		want string
	}{
		{"nothing known", nil, ""},
		{"built outside a repository", built("GOOS", "linux"), ""},
		{"a commit", built("vcs.revision", "0123456789abcdef", "vcs.time", "2022-01-05T23:30:00+06:00"), "commit 0123456789ab, 2022-01-05"},
		{"a changed tree", built("vcs.revision", "0123", "vcs.modified", "true"), "commit 0123 and changes"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := origin(recorded(tt.info)); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// What the linker was told is used first: packages are built without the
// repository's record.
func TestLinkedOrigin(t *testing.T) {
	tests := []struct{ name, commit, seconds, want string }{
		{"nothing", "", "", ""},
		{"a commit", "0123456789abcdef", "1641403800", "commit 0123456789ab, 2022-01-05"},
		{"a changed tree", "0123+", "1641403800", "commit 0123 and changes, 2022-01-05"},
		{"sources with a date alone", "", "1641403800", "2022-01-05"},
		{"a date that is none", "0123", "yesterday", "commit 0123"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			commit, seconds = tt.commit, tt.seconds
			defer func() { commit, seconds = "", "" }()
			if got := origin(linked()); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// The version stands in one place, where the Makefile finds it.
func TestFyneAppNamesTheVersion(t *testing.T) {
	text, err := os.ReadFile("../../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`(?m)^ *Version = "\d+\.\d+\.\d+"$`).Match(text) {
		t.Errorf("FyneApp.toml names no version of the form 1.2.3:\n%s", text)
	}
}
