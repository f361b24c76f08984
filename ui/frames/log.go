package frames

import (
	"bufio"
	"io"
	"strconv"
	"time"
)

// Kind is what the time of a frame goes into.
type Kind uint8

// The kinds of work that are told apart. What is left of a frame is the swap:
// Fyne's own uploading and drawing, and the display's.
const (
	State Kind = iota // finding out what is shown, and laying it out
	Paint             // painting pictures of it
	kinds
)

// leastSwap is how long Fyne takes at least for a frame that it draws; where
// nothing has changed it draws none, which takes a tenth of that.
const leastSwap = time.Millisecond

// quietFlush is how long no frame must have been drawn before lines that were
// kept back are written, so that writing disturbs none.
const quietFlush = 500 * time.Millisecond

// logHeader names the columns of a log.
const logHeader = "at_us,state_us,paint_us,swap_us\n"

// Log writes a line for each frame that was drawn: when it ended, in
// microseconds since the log began, and how many of them went into what. A
// picture that was painted beside counts for the frame that shows it. The nil
// Log records nothing and costs nothing. Its methods belong to one goroutine.
type Log struct {
	out   *bufio.Writer
	now   func() time.Time
	began time.Time
	line  []byte

	depth   [kinds]int
	since   [kinds]time.Time
	spent   [kinds]time.Duration
	drawing bool
	from    time.Time     // when drawing began
	inDraw  time.Duration // of what was spent, while drawing

	lastLine time.Time
}

// NewLog starts a log. now is the clock.
func NewLog(w io.Writer, now func() time.Time) *Log {
	l := &Log{out: bufio.NewWriterSize(w, 1<<16), now: now, began: now()}
	_, _ = l.out.WriteString(logHeader) // Flush tells of errors
	return l
}

// Span is some work that has begun.
type Span struct {
	log  *Log
	kind Kind
}

// Begin starts to count time as a kind of work, until the Span ends. Within a
// span, another one of the same kind counts nothing.
func (l *Log) Begin(kind Kind) Span {
	if l == nil {
		return Span{}
	}
	if l.depth[kind]++; l.depth[kind] == 1 {
		l.since[kind] = l.now()
	}
	return Span{l, kind}
}

// End ends the work.
func (s Span) End() {
	l := s.log
	if l == nil {
		return
	}
	if l.depth[s.kind]--; l.depth[s.kind] == 0 {
		l.add(s.kind, l.now().Sub(l.since[s.kind]))
	}
}

// Painted counts a picture that was painted beside, and arrives now.
func (l *Log) Painted(took time.Duration) {
	if l != nil {
		l.spent[Paint] += took
	}
}

func (l *Log) add(kind Kind, d time.Duration) {
	l.spent[kind] += d
	if l.drawing {
		l.inDraw += d
	}
}

// drawFrom tells that from now on Fyne draws.
func (l *Log) drawFrom() {
	l.drawing, l.from, l.inDraw = true, l.now(), 0
}

// drawn tells that Fyne has drawn, and writes the frame's line if it has.
func (l *Log) drawn() {
	if !l.drawing {
		return
	}
	now := l.now()
	swap := now.Sub(l.from) - l.inDraw
	l.drawing = false
	if swap >= leastSwap {
		l.write(now.Sub(l.began), l.spent[State], l.spent[Paint], swap)
		l.spent = [kinds]time.Duration{}
		l.lastLine = now
	} else if now.Sub(l.lastLine) > quietFlush && l.out.Buffered() > 0 {
		_ = l.out.Flush() // it keeps an error for the next one
	}
}

func (l *Log) write(columns ...time.Duration) {
	l.line = l.line[:0]
	for i, d := range columns {
		if i > 0 {
			l.line = append(l.line, ',')
		}
		l.line = strconv.AppendInt(l.line, d.Microseconds(), 10)
	}
	_, _ = l.out.Write(append(l.line, '\n'))
}

// Flush writes what is still kept back, and tells whether all could be written.
func (l *Log) Flush() error {
	if l == nil {
		return nil
	}
	return l.out.Flush()
}
