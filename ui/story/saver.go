package story

import (
	"sync"
	"time"

	"qantar/store"
)

// How long after a change it is saved, and how long after a failure it is
// tried again.
const (
	saveDelay  = time.Second
	retryDelay = 10 * time.Second
)

// SaverOptions are what a Saver gets from outside.
type SaverOptions struct {
	Save     func([]store.Story) error            // may be called from any goroutine
	Beside   func(func())                         // runs a function on another goroutine; nil: on this one
	Dispatch func(func())                         // queues a function on the Saver's own goroutine; nil: runs it
	After    func(wait time.Duration, due func()) // calls due on the Saver's own goroutine later; nil: it saves at once and once
	Told     func()                               // is told when Pending or Err has changed; nil: nobody is
}

// Saver saves stories by itself, a moment after they have changed. What could
// not be saved is kept and tried again until it is. It belongs to one goroutine.
type Saver struct {
	opts    SaverOptions
	next    []store.Story
	version int  // of next
	waiting bool // it has been asked to save later
	running bool
	err     error

	mu    sync.Mutex
	saved int // the version that was saved last
}

// NewSaver returns a saver with nothing to save.
func NewSaver(opts SaverOptions) *Saver {
	if opts.Beside == nil {
		opts.Beside = func(f func()) { f() }
	}
	if opts.Dispatch == nil {
		opts.Dispatch = func(f func()) { f() }
	}
	if opts.Told == nil {
		opts.Told = func() {}
	}
	return &Saver{opts: opts}
}

// Changed has the stories saved before long. They must not change any more.
func (s *Saver) Changed(stories []store.Story) {
	s.next = stories
	s.version++
	s.opts.Told()
	s.later(saveDelay)
}

// Pending tells whether there is something that has not been saved.
func (s *Saver) Pending() bool { return s.version > s.last() }

// Err is why the last try to save failed, nil where it did not.
func (s *Saver) Err() error { return s.err }

func (s *Saver) last() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.saved
}

func (s *Saver) later(wait time.Duration) {
	if s.waiting || s.running {
		return
	}
	if s.opts.After == nil {
		s.due()
		return
	}
	s.waiting = true
	s.opts.After(wait, s.due)
}

func (s *Saver) due() {
	s.waiting = false
	if s.running || !s.Pending() {
		return
	}
	s.running = true
	stories, version := s.next, s.version
	s.opts.Beside(func() {
		err := s.write(stories, version)
		s.opts.Dispatch(func() { s.over(err) })
	})
}

// over follows the end of a try.
func (s *Saver) over(err error) {
	s.running, s.err = false, err
	s.opts.Told()
	switch {
	case err != nil && s.opts.After != nil:
		s.later(retryDelay)
	case err == nil && s.Pending():
		s.later(saveDelay)
	}
}

// write saves a version unless a later one has been saved.
func (s *Saver) write(stories []store.Story, version int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if version <= s.saved {
		return nil
	}
	if err := s.opts.Save(stories); err != nil {
		return err
	}
	s.saved = version
	return nil
}

// Flush saves now what has not been saved, and waits for it.
func (s *Saver) Flush() error {
	s.err = s.write(s.next, s.version)
	s.opts.Told()
	return s.err
}
