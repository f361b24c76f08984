package story

import (
	"errors"
	"strings"
	"testing"
	"time"

	"qantar/store"
)

// bench is a Saver with a disk, a clock and other goroutines in the test's hand.
type bench struct {
	*Saver
	saved  []string // ids, joined, of what was saved
	fails  error
	later  []func()
	waits  []time.Duration
	beside []func()
	told   int
}

func newBench() *bench {
	b := &bench{}
	b.Saver = NewSaver(SaverOptions{
		Save: func(stories []store.Story) error {
			if b.fails == nil {
				b.saved = append(b.saved, ids(stories))
			}
			return b.fails
		},
		Beside: func(f func()) { b.beside = append(b.beside, f) },
		After: func(wait time.Duration, due func()) {
			b.later, b.waits = append(b.later, due), append(b.waits, wait)
		},
		Told: func() { b.told++ },
	})
	return b
}

func ids(stories []store.Story) string {
	var all []string
	for _, s := range stories {
		all = append(all, s.ID)
	}
	return strings.Join(all, " ")
}

// run does what is waiting, in order, until nothing is.
func run(fs *[]func()) {
	for len(*fs) > 0 {
		f := (*fs)[0]
		*fs = (*fs)[1:]
		f()
	}
}

func (b *bench) change(ids ...string) {
	var stories []store.Story
	for _, id := range ids {
		stories = append(stories, store.Story{ID: id})
	}
	b.Changed(stories)
}

func TestSavesOnceForManyChanges(t *testing.T) {
	b := newBench()
	b.change("a")
	b.change("b")
	b.change("c")
	if len(b.later) != 1 || b.waits[0] != saveDelay || !b.Pending() || len(b.saved) > 0 {
		t.Fatalf("it waits %v, saved %q", b.waits, b.saved)
	}
	run(&b.later)
	run(&b.beside)
	if got := strings.Join(b.saved, ","); got != "c" || b.Pending() {
		t.Errorf("saved %q", got)
	}
}

func TestChangesWhileSaving(t *testing.T) {
	b := newBench()
	b.change("a")
	run(&b.later)
	b.change("b") // the disk is still busy with a
	if len(b.later) > 0 {
		t.Error("two saves go on at once")
	}
	run(&b.beside)
	run(&b.later)
	run(&b.beside)
	if got := strings.Join(b.saved, ","); got != "a,b" || b.Pending() {
		t.Errorf("saved %q", got)
	}
}

func TestFailedSaveIsTriedAgain(t *testing.T) {
	b := newBench()
	b.fails = errors.New("the disk is full")
	b.change("a")
	run(&b.later)
	run(&b.beside)
	if b.Err() == nil || !b.Pending() || len(b.later) != 1 || b.waits[1] != retryDelay {
		t.Fatalf("error %v, waits %v", b.Err(), b.waits)
	}
	b.change("a", "b")
	b.fails = nil
	run(&b.later)
	run(&b.beside)
	if b.Err() != nil || b.Pending() || strings.Join(b.saved, ",") != "a b" {
		t.Errorf("error %v, saved %q", b.Err(), b.saved)
	}
}

// What is saved at the end is not written over by an older save that comes late.
func TestFlush(t *testing.T) {
	b := newBench()
	if err := b.Flush(); err != nil || len(b.saved) > 0 {
		t.Errorf("with nothing to save: %v, %q", err, b.saved)
	}
	b.change("a")
	run(&b.later)
	b.change("b")
	if err := b.Flush(); err != nil {
		t.Fatal(err)
	}
	run(&b.beside)
	if got := strings.Join(b.saved, ","); got != "b" || b.Pending() {
		t.Errorf("saved %q", got)
	}
	b.fails = errors.New("the disk is gone")
	b.change("c")
	if err := b.Flush(); err == nil || !b.Pending() {
		t.Error("a failure at the end is not told")
	}
}

func TestSavesAtOnce(t *testing.T) {
	var saved []string
	fails := errors.New("full")
	s := NewSaver(SaverOptions{Save: func(stories []store.Story) error {
		saved = append(saved, ids(stories))
		return fails
	}})
	s.Changed([]store.Story{{ID: "a"}})
	if s.Err() == nil || len(saved) != 1 {
		t.Errorf("%v, tried %q", s.Err(), saved)
	}
	fails = nil
	s.Changed([]store.Story{{ID: "b"}})
	if s.Err() != nil || s.Pending() {
		t.Errorf("%v", s.Err())
	}
}
