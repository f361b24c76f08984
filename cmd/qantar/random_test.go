package main

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"qantar/cmd/internal/shipped"
	"qantar/store/sample"
	"qantar/store/sqlite"
)

// asked is a number from the environment, or another where none is set.
func asked(t *testing.T, name string, otherwise int) int {
	t.Helper()
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("%s is %q, want a number", name, text)
	}
	return n
}

// TestRandomInput presses keys, moves the mouse and changes the window's size at
// random, over a made-up collection: the program lives, and its memory stays
// where it is. QANTAR_SECONDS and QANTAR_EVENTS make it longer and larger.
func TestRandomInput(t *testing.T) {
	seconds, events := asked(t, "QANTAR_SECONDS", 15), asked(t, "QANTAR_EVENTS", 20_000)
	d := newDisplay(t, "1280x800")
	binary, home := build(t), t.TempDir()
	file := filepath.Join(home, "sample.qantar")
	makeSample(t, file, events)
	random := rand.New(rand.NewPCG(uint64(seconds), uint64(events)))
	app := d.open(binary, home, file)
	var memory []int
	for end, next := time.Now().Add(time.Duration(seconds)*time.Second), time.Now(); time.Now().Before(end); {
		app.anything(random)
		select {
		case err := <-app.ended:
			if err != nil {
				t.Fatalf("the app ended with %v after %d measures of memory:\n%s", err, len(memory), app.log)
			}
			app = d.open(binary, home, file) // the menu's own way to quit was found
		default:
		}
		if time.Now().After(next) {
			next = next.Add(time.Duration(seconds) * time.Second / 60)
			memory = append(memory, app.memory("VmRSS"))
		}
	}
	third := len(memory) / 3
	before, after := mean(memory[third:2*third]), mean(memory[2*third:])
	t.Logf("%d events, %d s: resident %d MiB in the second third, %d MiB in the last; %v", events, seconds, before, after, memory)
	if seconds >= 600 && after > before+before/10 {
		t.Errorf("memory grows: %d MiB, then %d MiB", before, after)
	}
	app.stop() // nothing that a hand can do is sure to close whatever lies open now
}

func mean(all []int) int {
	sum := 0
	for _, n := range all {
		sum += n
	}
	return sum / max(1, len(all))
}

// makeSample writes a made-up collection.
func makeSample(t *testing.T, file string, events int) {
	t.Helper()
	onMap, err := shipped.OnMap()
	if err != nil {
		t.Fatal(err)
	}
	made, err := sample.New(events, 1, onMap.Area)
	if err != nil {
		t.Fatal(err)
	}
	if err := sqlite.BuildStream(context.Background(), file, made.Frame(), made.Events()); err != nil {
		t.Fatal(err)
	}
}

// Keys that are pressed at random: all that do something, but for quitting.
var randomKeys = []string{
	"space", "Left", "Right", "shift+Left", "shift+Right", "ctrl+Left", "ctrl+Right", "Home", "End", "plus", "minus", "0",
	"w", "a", "s", "d", "t", "l", "i", "c", "1", "2", "5", "9", "slash", "question", "F1", "F11", "Escape", "Escape", "Tab",
	"ctrl+equal", "ctrl+minus", "ctrl+0", "ctrl+f", "ctrl+g", "Return", "Down", "Up", "BackSpace", "Page_Down", "x",
}

// anything is one act of a person who does not know what they do.
func (p *program) anything(random *rand.Rand) {
	at := func() (int, int) { return random.IntN(1270) + 4, random.IntN(740) + 4 }
	x, y := at()
	switch n := random.IntN(20); {
	case n < 8:
		p.try("key", randomKeys[random.IntN(len(randomKeys))])
	case n < 12:
		p.try("mousemove", "--window", p.win, strconv.Itoa(x), strconv.Itoa(y), "click", strconv.Itoa([]int{1, 1, 1, 3, 4, 5, 6, 7}[random.IntN(8)]))
	case n < 15:
		u, v := at()
		p.try("mousemove", "--window", p.win, strconv.Itoa(x), strconv.Itoa(y), "mousedown", "1",
			"mousemove", "--window", p.win, strconv.Itoa((x+u)/2), strconv.Itoa((y+v)/2),
			"mousemove", "--window", p.win, strconv.Itoa(u), strconv.Itoa(v), "mouseup", "1")
	case n < 18:
		p.try("mousemove", "--window", p.win, strconv.Itoa(x), strconv.Itoa(y), "click", "--repeat", strconv.Itoa(1+random.IntN(6)), "--delay", "15", strconv.Itoa(4+random.IntN(2)))
	case n < 19:
		p.try("type", "--delay", "10", []string{"airport", "5 Jan 18:00", "алматы", "%'\"", "2015-06"}[random.IntN(5)])
	default:
		p.try("windowsize", p.win, strconv.Itoa(500+random.IntN(780)), strconv.Itoa(400+random.IntN(360)))
	}
}

// try does something that may come too late: the window may have gone.
func (p *program) try(args ...string) {
	cmd := exec.Command("xdotool", args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+p.name)
	_ = cmd.Run()
	time.Sleep(20 * time.Millisecond)
}

// TestDamagedFiles opens files in which bytes have been changed at random: each
// opens, or is refused in one sentence; none brings the program down.
func TestDamagedFiles(t *testing.T) {
	binary, home := build(t), t.TempDir()
	file := filepath.Join(home, "sample.qantar")
	makeSample(t, file, 200)
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(9, 9))
	for round := range asked(t, "QANTAR_FILES", 12) {
		broken := bytes.Clone(whole)
		for range 1 + random.IntN(40) {
			broken[random.IntN(len(broken))] = byte(random.IntN(256))
		}
		if round%4 == 0 {
			broken = broken[:random.IntN(len(broken))]
		}
		if err := os.WriteFile(file, broken, 0o600); err != nil {
			t.Fatal(err)
		}
		said := opened(t, binary, home, file)
		if strings.Contains(said, "goroutine ") || strings.Contains(said, "panic") || strings.Count("\n"+said, "\nqantar: ") != 1 {
			t.Errorf("round %d: it said %s", round, said)
		}
	}
}

// opened is what the program says of a file where there is no display to show
// it on.
func opened(t *testing.T, binary, home, file string) string {
	t.Helper()
	cmd := exec.Command(binary, file)
	cmd.Env = append(os.Environ(), "HOME="+home, "DISPLAY=:0.none", "WAYLAND_DISPLAY=", "XDG_CONFIG_HOME="+filepath.Join(home, "config"))
	out, err := cmd.CombinedOutput()
	if err == nil {
		t.Error("it opened a window without a display")
	}
	return string(out)
}
