package paint

import (
	"image/color"

	"qantar/ui/axis"
)

// TimeScene is what a timeline shows, as plain values. The fields up to
// Version change the picture's ground, which is painted anew only when Version,
// Scale, Factor or Style change; those after it may change with every frame.
type TimeScene struct {
	Scale     axis.Scale // Width is that of the picture, in device pixels
	Factor    float32    // device pixels per pixel
	Style     *Style
	Ticks     []TimeTick
	Midnights []int64         // Unix seconds; empty where days are too narrow to see
	Nights    []axis.Night    // empty where hours are too narrow to see
	Bins      *axis.Histogram // nil: no histogram
	Colors    []color.RGBA    // by category
	Bars      []TimeBar
	Lanes     int  // how many lanes the bars use
	Dense     bool // too many events for bars: the histogram takes most of the room
	Overview  Overview
	Tellings  []Telling // in order of time
	Version   uint64

	ShownFrom, ShownTo int64 // Unix seconds, both included; the rest is veiled
	From, To           int64 // the handles
	Playhead           int64
	Date, Clock        string // of the playhead: "5 Jan 2022," and "18:00"
	Zone               string // name of the time zone
	Selected, Hovered  Emphasis
	Tip                string // says what is hovered; "" for nothing
}

// Overview is a strip along the foot of a timeline that shows a longer time, and
// in it a frame around what the timeline shows; the zero value is none.
type Overview struct {
	From, To int64           // Unix seconds
	Bins     *axis.Histogram // of that time
}

// Scale maps the strip's time onto so many pixels.
func (o Overview) Scale(width float64) axis.Scale {
	return axis.Scale{From: o.From, To: o.To, Width: width}
}

// TimeTick is a tick with its label ready to be shown.
type TimeTick struct {
	At    int64 // Unix seconds
	Rank  axis.Rank
	Kind  axis.Kind
	Label string
	More  string // how many events from here to the next label have no bar: "+12", or ""
}

// BarShape tells how a bar ends.
type BarShape uint8

const (
	// Lasting bars go from end to end.
	Lasting BarShape = iota
	// Sometime bars stand for a moment somewhere inside them: their ends are soft.
	Sometime
	// Instant bars are a sharp tick at From with a dot.
	Instant
)

// TimeBar is an event in the lanes.
type TimeBar struct {
	From, To           int64 // Unix seconds, To not included
	Item               int   // what a Hit tells of it
	Lane               int
	Category           int // index into TimeScene.Colors
	Shape              BarShape
	Uncertain          bool // hatched
	OpenStart, OpenEnd bool // fades out
}

// Emphasis is a bar that stands out; the zero value is none. A bar in no lane
// is drawn in the last one.
type Emphasis struct {
	On  bool
	Bar TimeBar
}
