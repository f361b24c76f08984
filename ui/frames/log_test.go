package frames

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
)

// handClock is a clock that is moved by hand.
type handClock struct{ at time.Time }

func (c *handClock) now() time.Time { return c.at }
func (c *handClock) pass(us int)    { c.at = c.at.Add(time.Duration(us) * time.Microsecond) }

func TestLog(t *testing.T) {
	cases := []struct {
		name string
		do   func(l *Log, c *handClock)
		want string // the lines after the header
	}{
		{"a frame", func(l *Log, c *handClock) {
			s := l.Begin(State)
			c.pass(300)
			s.End()
			c.pass(50)
			l.drawFrom()
			c.pass(4000)
			l.drawn()
		}, "4350,300,0,4000\n"},
		{"a picture painted beside", func(l *Log, c *handClock) {
			l.Painted(25 * time.Millisecond)
			l.drawFrom()
			c.pass(7000)
			l.drawn()
		}, "7000,0,25000,7000\n"},
		{"a picture painted while drawing is no swap", func(l *Log, c *handClock) {
			l.drawFrom()
			c.pass(1000)
			s := l.Begin(Paint)
			c.pass(800)
			s.End()
			c.pass(2000)
			l.drawn()
		}, "3800,0,800,3000\n"},
		{"work within work counts once", func(l *Log, c *handClock) {
			outer := l.Begin(State)
			c.pass(10)
			inner := l.Begin(State)
			c.pass(20)
			inner.End()
			c.pass(30)
			outer.End()
			l.drawFrom()
			c.pass(1500)
			l.drawn()
		}, "1560,60,0,1500\n"},
		{"work waits for the frame that is drawn", func(l *Log, c *handClock) {
			for range 3 {
				s := l.Begin(State)
				c.pass(100)
				s.End()
				l.drawFrom()
				c.pass(60)
				l.drawn()
			}
			l.drawFrom()
			c.pass(2000)
			l.drawn()
			l.drawn()
		}, "2480,300,0,2000\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			clock, out := &handClock{at: time.Unix(1000, 0)}, &bytes.Buffer{}
			l := NewLog(out, clock.now)
			c.do(l, clock)
			if err := l.Flush(); err != nil {
				t.Fatal(err)
			}
			if got := strings.TrimPrefix(out.String(), logHeader); got != c.want {
				t.Errorf("it says %q, want %q", got, c.want)
			}
		})
	}
}

// TestLogIsWrittenInAQuietMoment: a program that is ended by force leaves a log.
func TestLogIsWrittenInAQuietMoment(t *testing.T) {
	clock, out := &handClock{at: time.Unix(1000, 0)}, &bytes.Buffer{}
	l := NewLog(out, clock.now)
	frame := func(us int) {
		l.drawFrom()
		clock.pass(us)
		l.drawn()
	}
	frame(5000)
	if out.Len() != 0 {
		t.Error("a frame waits for the disk")
	}
	for range 60 {
		frame(100)
		clock.pass(16000)
	}
	if got := strings.Count(out.String(), "\n"); got != 2 {
		t.Errorf("after a second of rest %d lines are written", got)
	}
}

func TestNoLogCostsNothing(t *testing.T) {
	var l *Log
	allocs := testing.AllocsPerRun(100, func() {
		s := l.Begin(State)
		l.Painted(time.Second)
		s.End()
	})
	if err := l.Flush(); err != nil || allocs != 0 {
		t.Errorf("%v allocations, error %v", allocs, err)
	}
}

// full is a disk with no room left.
type full struct{}

var errFull = errors.New("no room left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestFlushTellsOfErrors(t *testing.T) {
	if err := NewLog(full{}, time.Now).Flush(); !errors.Is(err, errFull) {
		t.Errorf("it tells %v", err)
	}
}

func BenchmarkLog(b *testing.B) {
	l := NewLog(&bytes.Buffer{}, time.Now)
	b.ReportAllocs()
	for b.Loop() {
		s := l.Begin(State)
		s.End()
		l.drawFrom()
		l.from = l.from.Add(-leastSwap)
		l.drawn()
	}
}
