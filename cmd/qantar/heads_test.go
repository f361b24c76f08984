package main

import (
	"bufio"
	"bytes"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// head is one of the monitors of a display.
type head struct{ width, height int }

func (h head) String() string { return fmt.Sprintf("%dx%d", h.width, h.height) }

// serverConf has an X server without any hardware, which has the monitors that
// it is told to have, and no keyboard or mouse but those of the test.
const serverConf = `
Section "Device"
  Identifier "none"
  Driver "dummy"
  VideoRam 64000
EndSection
Section "Monitor"
  Identifier "any"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "none"
  Monitor "any"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 4096 2160
  EndSubSection
EndSection
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "DontVTSwitch" "true"
EndSection
`

// newHeads starts a display with monitors side by side, the first one on the
// left the primary one. Xvfb has one monitor only: it takes Xorg with its driver
// for no hardware, and the right to start it.
func newHeads(t *testing.T, heads ...head) *display {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("the windows are driven on a virtual X display, which only Linux has")
	}
	for _, program := range []string{"Xorg", "xrandr", "xset", "openbox", "xdotool", "import"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed; make test installs it where it can", program)
		}
	}
	folder := t.TempDir()
	conf := filepath.Join(folder, "xorg.conf")
	if err := os.WriteFile(conf, []byte(serverConf), 0o644); err != nil {
		t.Fatal(err)
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.Command("Xorg", "-displayfd", "3", "-config", conf, "-logfile", filepath.Join(folder, "log"),
		"-noreset", "-nolisten", "tcp", "-novtswitch", "-sharevts", "-keeptty")
	server.ExtraFiles = []*os.File{write}
	start(t, server)
	write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		log, _ := os.ReadFile(filepath.Join(folder, "log"))
		t.Skipf("an X server with two monitors cannot be started here, for which xserver-xorg-video-dummy and root's rights are needed:\n%s", tail(string(log)))
	}
	d := &display{t: t, name: ":" + strings.TrimSpace(number)}
	d.plug(heads)
	manager := exec.Command("openbox")
	manager.Env = append(os.Environ(), "DISPLAY="+d.name)
	start(t, manager)
	return d
}

// tail is the last lines of a text.
func tail(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-6):], "\n")
}

// plug connects monitors.
func (d *display) plug(heads []head) {
	d.t.Helper()
	x := 0
	var all []string
	for i, h := range heads {
		name := fmt.Sprintf("DUMMY%d", i)
		if i > 0 {
			d.run("xrandr", "--addmode", name, h.String())
		}
		all = append(all, "--output", name, "--mode", h.String(), "--pos", fmt.Sprintf("%dx0", x))
		x += h.width
	}
	d.run("xrandr", all...)
	d.run("xrandr") // looks which are connected, which programs are told then
}

// run runs a program on the display and returns what it prints.
func (d *display) run(name string, args ...string) string {
	d.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+d.name)
	out, err := cmd.CombinedOutput()
	if err != nil {
		d.t.Fatalf("%s %v: %v: %s", name, args, err, out)
	}
	return string(out)
}

// named waits for a window whose title holds a text, and returns X's number of
// it.
func (p *program) named(title string) string {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		for _, id := range p.windows() {
			if strings.Contains(p.title(id), title) {
				return id
			}
		}
	}
	p.t.Fatalf("no window is called %q:\n%s", title, p.log)
	return ""
}

func (p *program) windows() []string {
	cmd := exec.Command("xdotool", "search", "--onlyvisible", "--name", "Qantar")
	cmd.Env = append(os.Environ(), "DISPLAY="+p.name)
	out, _ := cmd.Output() // it fails where there is none
	return strings.Fields(string(out))
}

// title is a window's title; "" for one that has just been closed.
func (p *program) title(id string) string {
	cmd := exec.Command("xdotool", "getwindowname", id)
	cmd.Env = append(os.Environ(), "DISPLAY="+p.name)
	out, _ := cmd.Output()
	return strings.TrimSpace(string(out))
}

// fills waits until a window covers a monitor.
func (p *program) fills(id string, on image.Rectangle) {
	p.t.Helper()
	at := image.Rectangle{}
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		var x, y, w, h int
		for _, line := range strings.Fields(p.do("getwindowgeometry", "--shell", id)) {
			_, _ = fmt.Sscanf(line, "X=%d", &x)
			_, _ = fmt.Sscanf(line, "Y=%d", &y)
			_, _ = fmt.Sscanf(line, "WIDTH=%d", &w)
			_, _ = fmt.Sscanf(line, "HEIGHT=%d", &h)
		}
		if at = image.Rect(x, y, x+w, y+h); at == on {
			return
		}
	}
	p.t.Fatalf("the window %q is at %v, not at %v", p.title(id), at, on)
}

// part is what a part of the display shows.
func (d *display) part(r image.Rectangle) *image.RGBA {
	d.t.Helper()
	crop := fmt.Sprintf("%dx%d+%d+%d", r.Dx(), r.Dy(), r.Min.X, r.Min.Y)
	cmd := exec.Command("import", "-silent", "-window", "root", "-crop", crop, "-depth", "8", "rgba:-")
	cmd.Env = append(os.Environ(), "DISPLAY="+d.name)
	out, err := cmd.Output()
	if err != nil || len(out) != 4*r.Dx()*r.Dy() {
		d.t.Fatalf("a picture of %v has %d bytes: %v", r, len(out), err)
	}
	return &image.RGBA{Pix: out, Stride: 4 * r.Dx(), Rect: r}
}

// stillOn waits until a part of the display has stopped changing, and returns
// its picture.
func (p *program) stillOn(r image.Rectangle) *image.RGBA {
	p.t.Helper()
	last := p.part(r)
	for end := time.Now().Add(patience); time.Now().Before(end); {
		time.Sleep(120 * time.Millisecond)
		next := p.part(r)
		if bytes.Equal(last.Pix, next.Pix) {
			return next
		}
		last = next
	}
	p.t.Fatal("the monitor never stood still")
	return nil
}

// unlike counts the pixels in which two pictures of one size differ.
func unlike(a, b *image.RGBA) int {
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		if [3]uint8(a.Pix[i:]) != [3]uint8(b.Pix[i:]) {
			n++
		}
	}
	return n
}
