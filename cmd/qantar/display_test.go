package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"qantar/ui/state"
)

// patience is how long anything on the display may take before a test fails.
const patience = 60 * time.Second

// display is a virtual screen with a window manager on it.
type display struct {
	t    *testing.T
	name string   // as in DISPLAY
	env  []string // what the app's environment has besides
}

// newDisplay starts a virtual screen. It skips the test where the programs
// that it takes are not installed.
func newDisplay(t *testing.T, size string) *display {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("the window is driven on a virtual X display, which only Linux has")
	}
	for _, program := range []string{"Xvfb", "openbox", "xdotool", "import"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed; make test installs it where it can", program)
		}
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", size+"x24", "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{write}
	start(t, server)
	write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	d := &display{t: t, name: ":" + strings.TrimSpace(number)}
	manager := exec.Command("openbox")
	manager.Env = append(os.Environ(), "DISPLAY="+d.name)
	start(t, manager)
	return d
}

// start runs a program until the test ends.
func start(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
}

// do runs xdotool on the display and returns what it prints.
func (d *display) do(args ...string) string {
	d.t.Helper()
	cmd := exec.Command("xdotool", args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+d.name)
	out, err := cmd.CombinedOutput()
	if err != nil {
		d.t.Fatalf("xdotool %v: %v: %s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// picture is what the display shows.
func (d *display) picture() image.Image {
	d.t.Helper()
	cmd := exec.Command("import", "-silent", "-window", "root", "png:-")
	cmd.Env = append(os.Environ(), "DISPLAY="+d.name)
	out, err := cmd.Output()
	if err != nil {
		d.t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		d.t.Fatal(err)
	}
	return img
}

// differing counts the pixels of a rectangle in which two pictures differ.
func differing(a, b image.Image, r image.Rectangle) int {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}

// brightness is the mean of a picture's green channel, from 0 to 1.
func brightness(img image.Image) float64 {
	r := img.Bounds()
	sum := 0.0
	for y := r.Min.Y; y < r.Max.Y; y += 4 {
		for x := r.Min.X; x < r.Max.X; x += 4 {
			_, g, _, _ := img.At(x, y).RGBA()
			sum += float64(g) / 0xffff
		}
	}
	return sum / float64((r.Dx()/4)*(r.Dy()/4))
}

// program is the app running on a display.
type program struct {
	*display
	cmd   *exec.Cmd
	state string // the file it keeps its state in
	log   *bytes.Buffer
	win   string // X's number of its window
	ended chan error
}

// build compiles the app as a user has it, but with Fyne's check that it is
// called from its own goroutine.
func build(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "qantar")
	if out, err := exec.Command("go", "build", "-o", name, ".").CombinedOutput(); err != nil {
		t.Fatalf("building: %v\n%s", err, out)
	}
	return name
}

// open starts the app with a home folder of its own and waits for its window.
func (d *display) open(binary, home string, args ...string) *program {
	d.t.Helper()
	p := d.start(binary, home, args...)
	p.find()
	return p
}

// start starts the app with a home folder of its own.
func (d *display) start(binary, home string, args ...string) *program {
	d.t.Helper()
	p := &program{display: d, state: filepath.Join(home, "state.json"), log: &bytes.Buffer{}, ended: make(chan error, 1)}
	_ = os.Remove(p.state)
	p.cmd = exec.Command(binary, append([]string{"--state-file", p.state}, args...)...)
	p.cmd.Env = append(os.Environ(), "DISPLAY="+d.name, "HOME="+home, "FYNE_SCALE=1", "LANG=C.UTF-8",
		"XDG_DATA_HOME="+filepath.Join(home, "data"), "XDG_CONFIG_HOME="+filepath.Join(home, "config"), "WAYLAND_DISPLAY=")
	p.cmd.Env = append(p.cmd.Env, d.env...)
	p.cmd.Stdout, p.cmd.Stderr = p.log, p.log
	if err := p.cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	go func() { p.ended <- p.cmd.Wait() }()
	d.t.Cleanup(func() { _ = p.cmd.Process.Kill() })
	return p
}

// find waits for the window and puts it into its place.
func (p *program) find() {
	p.t.Helper()
	p.win = strings.Fields(p.do("search", "--sync", "--onlyvisible", "--name", "Qantar"))[0]
	p.do("windowmove", p.win, "0", "0", "windowsize", p.win, "1280", "760", "windowfocus", "--sync", p.win)
	p.until("the state is written", func(s state.Saved) bool { return s.Total > 0 })
}

// now reads the state that the app exports.
func (p *program) now() (s state.Saved) {
	p.t.Helper()
	if text, err := os.ReadFile(p.state); err == nil {
		if err := json.Unmarshal(text, &s); err != nil {
			p.t.Fatalf("the exported state: %v", err)
		}
	}
	return s
}

// until waits for the state to be as wanted.
func (p *program) until(what string, ok func(state.Saved) bool) state.Saved {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if s := p.now(); ok(s) {
			return s
		}
		select {
		case err := <-p.ended:
			p.t.Fatalf("the app ended (%v) before %s:\n%s", err, what, p.log)
		default:
		}
	}
	p.t.Fatalf("it never came about that %s; the state is %+v", what, p.now())
	return state.Saved{}
}

// still waits until the display has stopped changing, and returns its picture.
func (p *program) still() image.Image {
	p.t.Helper()
	last := p.picture()
	for end := time.Now().Add(patience); time.Now().Before(end); {
		time.Sleep(100 * time.Millisecond)
		next := p.picture()
		if differing(last, next, last.Bounds()) == 0 {
			return next
		}
		last = next
	}
	p.t.Fatal("the display never stood still")
	return nil
}

// changed waits until a part of the display differs from a picture.
func (p *program) changed(what string, before image.Image, r image.Rectangle) {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if differing(before, p.picture(), r) > 50 {
			return
		}
	}
	p.t.Errorf("%s did not change on screen", what)
}

func (p *program) key(names ...string) {
	p.t.Helper()
	p.do(append([]string{"key", "--delay", "40"}, names...)...)
}

// click presses a mouse button at a place in the window.
func (p *program) click(x, y, button int) {
	p.t.Helper()
	p.do("mousemove", "--window", p.win, strconv.Itoa(x), strconv.Itoa(y), "click", strconv.Itoa(button))
}

// drag moves the mouse with its button held.
func (p *program) drag(x0, y0, x1, y1 int) {
	p.t.Helper()
	at := func(x, y int) []string {
		return []string{"mousemove", "--window", p.win, strconv.Itoa(x), strconv.Itoa(y)}
	}
	p.do(append(at(x0, y0), "mousedown", "1")...)
	for i := 1; i <= 6; i++ {
		p.do(at(x0+(x1-x0)*i/6, y0+(y1-y0)*i/6)...)
	}
	p.do("mouseup", "1")
}

// quit ends the app as a user does.
func (p *program) quit() {
	p.t.Helper()
	p.key("ctrl+q")
	p.over()
}

// stop ends the app by force, and checks how it went until then.
func (p *program) stop() {
	p.t.Helper()
	_ = p.cmd.Process.Kill()
	<-p.ended
	p.wantNoTrace()
}

// over waits for the app's end, and checks how it went.
func (p *program) over() {
	p.t.Helper()
	select {
	case err := <-p.ended:
		if err != nil {
			p.t.Errorf("the app ended with %v:\n%s", err, p.log)
		}
	case <-time.After(patience):
		p.t.Error("the app did not end")
	}
	p.wantNoTrace()
}

// wantNoTrace checks what the app has printed.
func (p *program) wantNoTrace() {
	p.t.Helper()
	for _, bad := range []string{"Error in Fyne call thread", "panic:", "goroutine "} {
		if strings.Contains(p.log.String(), bad) {
			p.t.Errorf("the app printed %q:\n%s", bad, p.log)
		}
	}
}
