package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestSecondStart starts the program again with a file: the window that is there
// shows it, and a file that is none of ours leaves it as it is.
func TestSecondStart(t *testing.T) {
	d := newDisplay(t, "1280x800")
	binary, home := build(t), t.TempDir()
	runtimeDir, err := os.MkdirTemp("", "q") // whose name is short enough for a socket in it
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(runtimeDir)
	program := func(args ...string) *exec.Cmd {
		cmd := exec.Command(binary, args...)
		cmd.Env = append(os.Environ(), "DISPLAY="+d.name, "HOME="+home, "WAYLAND_DISPLAY=", "LANG=C.UTF-8", "XDG_RUNTIME_DIR="+runtimeDir,
			"XDG_DATA_HOME="+filepath.Join(home, "data"), "XDG_CONFIG_HOME="+filepath.Join(home, "config"))
		return cmd
	}
	first := program()
	start(t, first)
	d.titled("Kazakhstan, January 2022")

	file := filepath.Join(home, "another.qantar")
	makeSample(t, file, 500)
	if out, err := program(file).CombinedOutput(); err != nil || len(out) > 0 {
		t.Fatalf("the second start: %v, %s", err, out)
	}
	d.titled("Synthetic sample")

	none := filepath.Join(home, "none.qantar")
	if err := os.WriteFile(none, []byte("no collection"), 0o600); err != nil {
		t.Fatal(err)
	}
	before := d.picture()
	if out, err := program(none).CombinedOutput(); err != nil || len(out) > 0 {
		t.Fatalf("the third start: %v, %s", err, out)
	}
	for end := time.Now().Add(patience); differing(before, d.picture(), before.Bounds()) < 5000; {
		if time.Now().After(end) {
			t.Fatal("nothing tells that the file cannot be opened")
		}
	}
	d.titled("Synthetic sample")
	if other := d.do("search", "--onlyvisible", "--name", "Qantar"); len(strings.Fields(other)) != 1 {
		t.Errorf("there are several windows: %s", other)
	}
}

// titled waits for a window whose title holds a text.
func (d *display) titled(text string) {
	d.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		cmd := exec.Command("xdotool", "search", "--onlyvisible", "--name", text)
		cmd.Env = append(os.Environ(), "DISPLAY="+d.name)
		if out, err := cmd.Output(); err == nil && len(out) > 0 {
			return
		}
		if time.Now().After(end) {
			d.t.Fatalf("no window is titled %q", text)
		}
	}
}
