package state

import "math"

// Pace is a way in which playback goes through time.
type Pace uint8

const (
	// Steady playback takes as long for every hour.
	Steady Pace = iota
	// ByEvent playback takes as long for every event: it goes from the moment
	// at which one begins to the next such moment. Events of one moment count
	// as one.
	ByEvent
)

// Paces are all paces with their lasting names.
var Paces = []struct {
	Pace Pace
	Name string
}{{Steady, "steady"}, {ByEvent, "events"}}

// String is the pace's lasting name.
func (p Pace) String() string { return Paces[p].Name }

// Speed is how fast playback goes: N units in one second.
type Speed struct {
	N    float64
	Unit string // "minutes", "hours", "days", "years"; "moments" of ByEvent
}

// The units of speeds, in seconds.
var unitSeconds = map[string]float64{"minutes": 60, "hours": 3600, "days": 86400, "years": 31556952}

// speeds are all steady speeds, in rising order; a collection offers those of
// them that suit its length.
var speeds = []Speed{
	{1, "minutes"}, {2, "minutes"}, {5, "minutes"}, {10, "minutes"}, {15, "minutes"}, {30, "minutes"},
	{1, "hours"}, {2, "hours"}, {4, "hours"}, {8, "hours"}, {16, "hours"},
	{1, "days"}, {2, "days"}, {4, "days"}, {7, "days"}, {14, "days"}, {30, "days"}, {60, "days"}, {120, "days"},
	{1, "years"}, {2, "years"}, {4, "years"}, {10, "years"}, {20, "years"}, {50, "years"}, {100, "years"},
}

// eventSpeeds are those of ByEvent. Even the fastest leaves every moment on the
// screen for leastShown.
var eventSpeeds = []Speed{
	{0.25, "moments"}, {0.5, "moments"}, {1, "moments"}, {1.5, "moments"}, {2, "moments"}, {3, "moments"}, {4, "moments"},
}

const (
	speedChoices = 7
	startSpeed   = speedChoices / 2 // the index at which a window opens
	startSeconds = 54               // how long all of a collection's window then plays
)

// steadySpeeds are the speeds for a collection whose window is so many seconds
// long.
func steadySpeeds(length int64) []Speed {
	wanted, middle := math.Log(float64(max(1, length))/startSeconds), 0
	for i, s := range speeds {
		if math.Abs(math.Log(s.rate())-wanted) < math.Abs(math.Log(speeds[middle].rate())-wanted) {
			middle = i
		}
	}
	first := max(0, min(len(speeds)-speedChoices, middle-startSpeed))
	return speeds[first : first+speedChoices]
}

// rate is how many seconds of the collection, or moments, pass in one second.
func (s Speed) rate() float64 {
	if seconds, ok := unitSeconds[s.Unit]; ok {
		return s.N * seconds
	}
	return s.N
}

// Speeds are the speeds that the current pace offers, in rising order.
func (p *Presenter) Speeds() []Speed {
	if p.play.pace == ByEvent {
		return eventSpeeds
	}
	return steadySpeeds(p.data.Window.Latest + 1 - p.data.Window.Earliest)
}

// Speed is the index in Speeds at which playback goes.
func (p *Presenter) Speed() int { return p.play.speed }

// SetSpeed changes how fast playback goes; i is an index in Speeds.
func (p *Presenter) SetSpeed(i int) {
	i = max(0, min(speedChoices-1, i))
	if i != p.play.speed {
		p.play.speed = i
		p.changed(PlaybackChanged)
	}
}

// Pace is the way in which playback goes.
func (p *Presenter) Pace() Pace { return p.play.pace }

// SetPace changes the way in which playback goes.
func (p *Presenter) SetPace(pace Pace) {
	if pace != p.play.pace {
		p.play.pace, p.play.carry = pace, 0
		p.changed(PlaybackChanged)
	}
}
