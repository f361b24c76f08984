package frames

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
)

// still is a clock whose frames a test draws.
func still(t *testing.T) *Clock {
	t.Helper()
	test.NewTempApp(t)
	return NewClock()
}

func TestClockRunsTasksUntilTheyEnd(t *testing.T) {
	c := still(t)
	c.tick()
	var short, long, second int
	c.Run(func(time.Time) bool { short++; return short < 2 })
	c.Run(func(time.Time) bool {
		if long++; long == 2 {
			c.Run(func(time.Time) bool { second++; return false })
		}
		return long < 4
	})
	short, long = 0, 0 // Fyne's test driver shows an animation's end at its start
	for range 6 {
		c.tick()
	}
	if short != 2 || long != 4 || second != 1 {
		t.Errorf("the tasks ran %d, %d and %d times, want 2, 4 and 1", short, long, second)
	}
	if c.beating {
		t.Error("the clock beats on with nothing to do")
	}
}

func TestClockWaitsOnlyWhenNothingMoves(t *testing.T) {
	c := still(t)
	waits := 0
	c.Wait = func(time.Duration) { waits++ }
	moving := true
	c.Run(func(time.Time) bool { return moving })
	c.active = time.Now().Add(-time.Hour)
	c.tick()
	if waits != 0 {
		t.Error("it waits although something moves")
	}
	moving = false
	c.tick()
	c.active = time.Now().Add(-time.Hour)
	c.tick()
	if waits != 1 {
		t.Errorf("it has waited %d times, want once", waits)
	}
	c.tick()
	if waits != 1 {
		t.Error("it waits again although there was input")
	}
}
