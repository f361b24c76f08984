// Package frames is the window's beat: it calls whatever moves once a frame,
// rests when nothing does, and can keep a log of what the frames cost.
package frames

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
)

// Clock calls tasks on the main goroutine, once for every frame that Fyne is
// about to draw. With no task it costs nothing. Its methods belong to the main
// goroutine.
type Clock struct {
	// Log records the frames; nil: none does. Set it before Start.
	Log *Log
	// Wait waits for input, at most so long; nil: the clock cannot do that. With
	// it the window looks for input ten times a second while nothing happens,
	// instead of sixty times, and still answers at once. Set it before Start.
	Wait func(atMost time.Duration)

	tasks   []func(now time.Time) (more bool)
	beat    *fyne.Animation
	beating bool
	drawn   func() // Log.drawn, which a frame must not allocate
	active  time.Time
}

// How the clock waits for input.
const (
	quietAfter = 1500 * time.Millisecond // of no input and no task
	longWait   = 100 * time.Millisecond
)

// NewClock returns a clock at rest.
func NewClock() *Clock {
	c := &Clock{}
	c.beat = fyne.NewAnimation(time.Hour, func(float32) { c.tick() })
	c.beat.RepeatCount = fyne.AnimationRepeatForever
	c.beat.Curve = fyne.AnimationLinear
	return c
}

// Start has the clock beat for its log, or to wait for input. It is called once
// the app runs.
func (c *Clock) Start() {
	if c.Log != nil {
		c.drawn = c.Log.drawn
	}
	c.follow(time.Now())
}

// Stop ends the clock and every task.
func (c *Clock) Stop() {
	c.tasks, c.Log, c.Wait = nil, nil, nil
	c.follow(time.Now())
}

// Run calls a task once a frame, with the frame's time, from the next frame on
// until it returns false.
func (c *Clock) Run(task func(now time.Time) (more bool)) {
	c.tasks = append(c.tasks, task)
	c.follow(time.Now())
}

// follow starts or ends the beat, as it is needed.
func (c *Clock) follow(now time.Time) {
	if len(c.tasks) > 0 {
		c.active = now
	}
	if need := len(c.tasks) > 0 || c.Log != nil || c.Wait != nil; need != c.beating {
		c.beating = need
		if need {
			c.beat.Start()
		} else {
			c.beat.Stop()
		}
	}
}

func (c *Clock) tick() {
	if c.drawn != nil {
		c.drawn() // of the last frame, where its own call is still waiting
	}
	now := time.Now()
	span := c.Log.Begin(State)
	c.call(now)
	span.End()
	c.follow(now)
	if c.Wait != nil && now.Sub(c.active) > quietAfter {
		c.wait(now)
	}
	if c.drawn != nil {
		c.Log.drawFrom()
		fyne.Do(c.drawn) // queued: it runs when the frame has been drawn
	}
}

// call runs the tasks, and forgets those that have ended. A task may start others.
func (c *Clock) call(now time.Time) {
	kept := 0
	for i := 0; i < len(c.tasks); i++ {
		if task := c.tasks[i]; task(now) {
			c.tasks[kept] = task
			kept++
		}
	}
	c.tasks = slices.Delete(c.tasks, kept, len(c.tasks))
}

// wait rests until there is input, and takes input as a sign that more may come.
func (c *Clock) wait(now time.Time) {
	c.Wait(longWait)
	if woken := time.Now(); woken.Sub(now) < longWait*9/10 {
		c.active = woken
	}
}
