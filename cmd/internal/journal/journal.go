// Package journal keeps what a program has to say to who helps its user: a log
// file, and a report of a fault that ended it.
package journal

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"
)

// The files of a journal in its folder.
const (
	logName     = "qantar.log"
	oldLogName  = "qantar.old.log"
	faultName   = "fault.running.txt" // what the runtime writes while the program falls
	reportStamp = "fault-20060102-150405.txt"
)

// longestLog is the size in bytes from which on a log begins anew; the old one is
// kept beside it.
const longestLog = 1 << 20

// Journal is an open log, and the place where a fault would be reported.
type Journal struct {
	folder string
	log    *os.File
	fault  *os.File
	report string
}

// Open begins the journal of a run in a folder, which it makes where needed: from
// then on the log package writes into the log file, and so does what panics or is
// written by libraries, where the system has a standard error to turn. The
// report of a fault in an earlier run is put aside; see Report.
func Open(folder, program string) (*Journal, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("making the folder of the log: %w", err)
	}
	j := &Journal{folder: folder}
	j.keepReport()
	if info, err := os.Stat(j.Path()); err == nil && info.Size() > longestLog {
		_ = os.Rename(j.Path(), filepath.Join(folder, oldLogName))
	}
	var err error
	if j.log, err = os.OpenFile(j.Path(), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600); err != nil {
		return nil, fmt.Errorf("opening the log: %w", err)
	}
	if j.fault, err = os.Create(filepath.Join(folder, faultName)); err == nil {
		fmt.Fprintln(j.fault, program)
		_ = debug.SetCrashOutput(j.fault, debug.CrashOptions{})
	}
	log.SetOutput(j.log)
	turnErrors(j.log)
	log.Printf("%s begins", program)
	return j, nil
}

// Path is the log file.
func (j *Journal) Path() string { return filepath.Join(j.folder, logName) }

// Report is the file that tells of the fault which ended an earlier run, "" where
// none did since the last Open.
func (j *Journal) Report() string { return j.report }

// keepReport gives what an earlier run has left of its end a name that lasts. A
// file with one line is that of a run that was ended by force, or of another one
// that goes on: it tells of no fault.
func (j *Journal) keepReport() {
	left := filepath.Join(j.folder, faultName)
	text, err := os.ReadFile(left)
	if err != nil || bytes.Count(text, []byte("\n")) < 2 {
		return
	}
	report := filepath.Join(j.folder, time.Now().Format(reportStamp))
	if os.Rename(left, report) == nil {
		j.report = report
	}
}

// Fault reports a panic that was recovered, with the stack it came from, and
// returns the file that the report will be kept in. It is called in the deferred
// function that has recovered.
func (j *Journal) Fault(reason any) string {
	text := fmt.Sprintf("panic: %v\n\n%s", reason, debug.Stack())
	log.Print(text)
	if j.fault == nil {
		return j.Path()
	}
	_, _ = io.WriteString(j.fault, text)
	return j.fault.Name()
}

// Close ends the journal of a run that ends well.
func (j *Journal) Close() error {
	log.Print("it ends")
	if j.fault != nil {
		_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
		_ = j.fault.Close()
		if text, err := os.ReadFile(j.fault.Name()); err == nil && bytes.Count(text, []byte("\n")) < 2 {
			_ = os.Remove(j.fault.Name())
		}
	}
	log.SetOutput(os.Stderr)
	return j.log.Close()
}
