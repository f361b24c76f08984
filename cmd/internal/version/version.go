// Package version tells which version of the programs this is.
package version

import (
	"runtime/debug"
	"strconv"
	"strings"
	"time"
)

// The linker puts in what is known of a build: the version that FyneApp.toml
// states, the commit with "+" behind it where the tree had changes, and the
// commit's time in seconds since 1970. Make gives all three:
//
//	go build -ldflags "-X qantar/cmd/internal/version.number=0.1.0"
var number, commit, seconds string

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
	from := origin(linked())
	if from == "" {
		info, _ := debug.ReadBuildInfo()
		from = origin(recorded(info))
	}
	if from != "" {
		return Number() + " (" + from + ")"
	}
	return Number()
}

// source is what a build was made from; its fields are zero where that is not
// known.
type source struct {
	commit  string
	changed bool // the tree was not as committed
	at      time.Time
}

// linked is the source that the linker was told.
func linked() (s source) {
	s.commit, s.changed = strings.CutSuffix(commit, "+")
	if n, err := strconv.ParseInt(seconds, 10, 64); err == nil {
		s.at = time.Unix(n, 0)
	}
	return s
}

// recorded is the source that the Go tool wrote into the program. It writes
// none with -buildvcs=false.
func recorded(info *debug.BuildInfo) (s source) {
	if info == nil {
		return s
	}
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			s.commit = setting.Value
		case "vcs.modified":
			s.changed = setting.Value == "true"
		case "vcs.time":
			s.at, _ = time.Parse(time.RFC3339, setting.Value)
		}
	}
	return s
}

// origin names a commit, shortened, and its day in UTC.
func origin(s source) string {
	var parts []string
	if s.commit != "" {
		text := "commit " + s.commit[:min(12, len(s.commit))]
		if s.changed {
			text += " and changes"
		}
		parts = append(parts, text)
	}
	if !s.at.IsZero() {
		parts = append(parts, s.at.UTC().Format(time.DateOnly))
	}
	return strings.Join(parts, ", ")
}
