package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestFigures measures the real window: start, memory, rest, and the frames
// while the map is panned and while time plays, with the shipped collection and
// with a made-up one of QANTAR_EVENTS events. It prints and does not judge, for
// figures depend on the machine.
func TestFigures(t *testing.T) {
	if os.Getenv("QANTAR_FIGURES") == "" {
		t.Skip("figures of the real window are measured where QANTAR_FIGURES is set")
	}
	d := newDisplay(t, "1280x800")
	binary := filepath.Join(t.TempDir(), "qantar")
	if out, err := exec.Command("go", "build", "-trimpath", "-tags", "migrated_fynedo,no_emoji", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("building: %v\n%s", err, out)
	}
	home := t.TempDir()
	d.open(binary, home).quit() // the store is built
	measure(t, d, binary, home, "shipped collection")
	events := asked(t, "QANTAR_EVENTS", 1_000_000)
	file := filepath.Join(home, "sample.qantar")
	makeSample(t, file, events)
	measure(t, d, binary, home, fmt.Sprintf("%d made-up events", events), file)
}

// measure opens a collection and prints what it costs.
func measure(t *testing.T, d *display, binary, home, name string, args ...string) {
	log := filepath.Join(t.TempDir(), "frames.csv")
	blank, begin := d.picture(), time.Now()
	var first, still time.Duration
	app := d.start(binary, home, append([]string{"--frame-log", log}, args...)...)
	for last := blank; still == 0; {
		next := d.picture()
		changed := differing(last, next, next.Bounds()) > 0
		switch {
		case first == 0 && changed:
			first = time.Since(begin)
		case first != 0 && !changed:
			still = time.Since(begin)
		}
		last = next
	}
	app.find()
	time.Sleep(2 * time.Second)
	t.Logf("%s: window %v, first still picture %v", name, first.Round(10*time.Millisecond), still.Round(10*time.Millisecond))
	t.Logf("%s: resident %d MiB at rest, %d MiB at most", name, app.memory("VmRSS"), app.memory("VmHWM"))
	used := app.processor()
	time.Sleep(5 * time.Second)
	t.Logf("%s: at rest %.1f %% of a core", name, 100*(app.processor()-used).Seconds()/5)
	app.click(640, 350, 1)
	panned := app.during(begin, func() {
		for _, key := range []string{"d", "a", "s", "w"} {
			app.do("keydown", key)
			time.Sleep(1500 * time.Millisecond)
			app.do("keyup", key)
		}
	})
	played := app.during(begin, func() {
		app.key("Escape", "space") // from the start, where it stands at the end
		time.Sleep(5 * time.Second)
		app.key("space")
	})
	app.quit()
	for k, span := range [][2]time.Duration{panned, played} {
		t.Logf("%s: %s: %s", name, []string{"panning", "playing"}[k], summary(t, log, span))
	}
}

// during is the time that f takes, from a beginning on.
func (p *program) during(begin time.Time, f func()) [2]time.Duration {
	from := time.Since(begin)
	f()
	return [2]time.Duration{from, time.Since(begin)}
}

// memory is a line of what the system tells of the program's memory, in MiB.
func (p *program) memory(line string) int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	for _, text := range strings.Split(string(status), "\n") {
		if fields := strings.Fields(text); len(fields) > 1 && fields[0] == line+":" {
			kib, _ := strconv.Atoi(fields[1])
			return kib / 1024
		}
	}
	return 0
}

// processor is the processor time that the program has used; Linux counts it in
// hundredths of a second.
func (p *program) processor() time.Duration {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}

// summary tells of the frames in a span of a frame log.
func summary(t *testing.T, log string, span [2]time.Duration) string {
	t.Helper()
	f, err := os.Open(log)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var between, state, paint, swap []int
	last := -1
	for _, row := range rows[1:] {
		at, _ := strconv.Atoi(row[0])
		if since := time.Duration(at) * time.Microsecond; since < span[0] || since > span[1] {
			continue
		}
		if last >= 0 && at-last < 200_000 { // a longer one is a rest between two movements
			between = append(between, at-last)
		}
		last = at
		for k, all := range []*[]int{&state, &paint, &swap} {
			n, _ := strconv.Atoi(row[k+1])
			*all = append(*all, n)
		}
	}
	if len(between) == 0 {
		return "no frames"
	}
	ms := func(all []int, part float64) float64 {
		slices.Sort(all)
		return float64(all[int(part*float64(len(all)-1))]) / 1000
	}
	return fmt.Sprintf("%d frames, %.1f a second; frame median %.1f ms, 99 %% %.1f, longest %.1f; state median %.2f, longest %.1f; paint (beside) median %.1f; swap median %.1f",
		len(between), 1e6/float64(mean(between)), ms(between, 0.5), ms(between, 0.99), ms(between, 1), ms(state, 0.5), ms(state, 1), ms(paint, 0.5), ms(swap, 0.5))
}
