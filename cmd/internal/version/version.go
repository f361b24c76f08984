// Package version tells which version of the programs this is.
package version

import (
	"runtime/debug"
	"strings"
	"time"
)

// number is the version that FyneApp.toml states. The linker puts it in:
//
//	go build -ldflags "-X qantar/cmd/internal/version.number=0.1.0"
var number string

// Number is the version, such as 0.1.0; "development" where the program was built
// without one.
func Number() string {
	if number == "" {
		return "development"
	}
	return number
}

// Text is the version with what it was built from, as far as that is known:
// "0.1.0 (commit 0123456789ab, 2022-01-05)".
func Text() string {
	info, _ := debug.ReadBuildInfo()
	if from := origin(info); from != "" {
		return Number() + " (" + from + ")"
	}
	return Number()
}

// origin is the commit that a build was made from, and its date.
func origin(info *debug.BuildInfo) string {
	if info == nil {
		return ""
	}
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	var parts []string
	if commit := settings["vcs.revision"]; commit != "" {
		text := "commit " + commit[:min(12, len(commit))]
		if settings["vcs.modified"] == "true" {
			text += " and changes"
		}
		parts = append(parts, text)
	}
	if at, err := time.Parse(time.RFC3339, settings["vcs.time"]); err == nil {
		parts = append(parts, at.UTC().Format(time.DateOnly))
	}
	return strings.Join(parts, ", ")
}
