package journal

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestMain is also the program that the tests run: it does what its environment
// asks for, with a journal.
func TestMain(m *testing.M) {
	folder := os.Getenv("JOURNAL_FOLDER")
	if folder == "" {
		os.Exit(m.Run())
	}
	j, err := Open(folder, "program 1.2.3")
	if err != nil {
		os.Stderr.WriteString(err.Error())
		os.Exit(1)
	}
	switch os.Getenv("JOURNAL_END") {
	case "panic beside":
		done := make(chan bool)
		go func() { panic("out of cheese") }()
		<-done
	case "panic":
		func() {
			defer func() { os.Stdout.WriteString(j.Fault(recover())) }()
			panic("out of cheese")
		}()
	case "well":
		os.Stdout.WriteString(j.Report())
		os.Stderr.WriteString("a sentence")
		_ = j.Close()
	}
	os.Exit(0)
}

// run runs the program until it ends in some way.
func run(t *testing.T, folder, end string) (stdout, stderr string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "JOURNAL_FOLDER="+folder, "JOURNAL_END="+end)
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	_ = cmd.Run()
	return out.String(), errs.String()
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestAFaultIsReportedOnce(t *testing.T) {
	for _, end := range []string{"panic", "panic beside"} {
		t.Run(end, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "журнал")
			_, stderr := run(t, folder, end)
			if strings.Contains(stderr, "goroutine") {
				t.Errorf("the user sees a trace:\n%s", stderr)
			}
			report, stderr := run(t, folder, "well")
			if stderr != "a sentence" {
				t.Errorf("the standard error has %q", stderr)
			}
			if report == "" {
				t.Fatal("the next run knows of no fault")
			}
			if text := read(t, report); !strings.Contains(text, "program 1.2.3") || !strings.Contains(text, "out of cheese") || !strings.Contains(text, "goroutine") {
				t.Errorf("the report lacks program, reason or stack:\n%s", text)
			}
			if again, _ := run(t, folder, "well"); again != "" {
				t.Errorf("the fault is reported again: %s", again)
			}
			if log := read(t, filepath.Join(folder, logName)); strings.Count(log, "program 1.2.3 begins") != 3 || !strings.Contains(log, "it ends") {
				t.Errorf("the log has\n%s", log)
			}
		})
	}
}

func TestAnEndByForceIsNoFault(t *testing.T) {
	folder := t.TempDir()
	run(t, folder, "") // it ends without a word
	if report, _ := run(t, folder, "well"); report != "" {
		t.Errorf("reported %s", read(t, report))
	}
}

func TestLongLogBeginsAnew(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, logName)
	if err := os.WriteFile(file, make([]byte, longestLog+1), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, folder, "well")
	if text := read(t, file); len(text) > 1000 || !strings.Contains(text, "begins") {
		t.Errorf("the log has %d bytes", len(text))
	}
	if old := read(t, filepath.Join(folder, oldLogName)); len(old) != longestLog+1 {
		t.Errorf("the old log has %d bytes", len(old))
	}
}
