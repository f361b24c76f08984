package talk

import "time"

// Watch measures how long a talk has been going on. The zero value stands still
// at zero.
type Watch struct {
	before  time.Duration // measured until it was last paused
	since   time.Time
	running bool
}

// Start goes on measuring.
func (w *Watch) Start(now time.Time) {
	if !w.running {
		w.running, w.since = true, now
	}
}

// Pause stops measuring and keeps what was measured.
func (w *Watch) Pause(now time.Time) {
	w.before = w.Elapsed(now)
	w.running = false
}

// Reset begins at zero, running or not as before.
func (w *Watch) Reset(now time.Time) { w.before, w.since = 0, now }

// Running tells whether time is being measured.
func (w *Watch) Running() bool { return w.running }

// Elapsed is how much time was measured.
func (w *Watch) Elapsed(now time.Time) time.Duration {
	if !w.running {
		return w.before
	}
	return w.before + now.Sub(w.since)
}
