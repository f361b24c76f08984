package main

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/adrg/xdg"
)

func TestMisuse(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "broken.qantar")
	if err := os.WriteFile(broken, []byte("no collection"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name    string
		args    []string
		display string
		code    int
		says    string
	}{
		{"an unknown flag", []string{"--no-such-flag"}, ":0", 2, "no-such-flag"},
		{"two files", []string{"a.qantar", "b.qantar"}, ":0", 2, "one file"},
		{"a file that is no collection", []string{broken}, ":0", 1, "is not a Qantar collection"},
		{"a file that is not there", []string{broken + "2"}, ":0", 1, "does not exist"},
		{"no display", nil, "", 1, "no display"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.display == "" && runtime.GOOS != "linux" {
				t.Skip("only Linux can be without a display")
			}
			t.Setenv("DISPLAY", tt.display)
			t.Setenv("WAYLAND_DISPLAY", "")
			t.Setenv("XDG_DATA_HOME", t.TempDir())
			xdg.Reload()
			said := ""
			if code := run(tt.args, io.Discard, func(err error) { said += err.Error() + "\n" }); code != tt.code {
				t.Errorf("it ends with %d, want %d", code, tt.code)
			}
			if text := strings.TrimSpace(said); !strings.Contains(text, tt.says) || strings.Contains(text, "\n") {
				t.Errorf("it says %q, want one sentence with %q", text, tt.says)
			}
		})
	}
}

func TestVersionAndDiagnosis(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	xdg.Reload()
	for flag, wants := range map[string][]string{
		"--version":  {"qantar "},
		"--diagnose": {"system ", "data ", "log ", "store ", "events", "OpenGL "},
	} {
		var out strings.Builder
		code := run([]string{flag}, &out, func(err error) { t.Errorf("%s: %v", flag, err) })
		for _, want := range wants {
			if code != 0 || !strings.Contains(out.String(), want) {
				t.Errorf("%s ends with %d and lacks %q:\n%s", flag, code, want, out.String())
			}
		}
	}
}
