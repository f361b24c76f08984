package scene

import (
	"sort"
	"strconv"
	"time"

	"qantar/store"
	"qantar/ui/axis"
	"qantar/ui/paint"
	"qantar/ui/state"
)

// Widths on the timeline, in pixels at scale 1.
const (
	labelSpacing  = 72
	binWidth      = 12
	overviewWidth = 3  // of the overview's bins
	widestClock   = 96 // a day's label names the weekday from here on
	leastDay      = 40 // from here on nights are shaded
	leastMidnight = 14 // from here on midnights are drawn
)

// Timeline builds timeline scenes from a presenter. What does not change with
// the playhead (bins, lanes, labels) it keeps until filter, scale or language
// do; bins and lanes reach further than what is in sight, so that panning finds
// them ready.
type Timeline struct {
	p     *state.Presenter
	scene paint.TimeScene
	reach axis.Limits
	site  axis.Site // whose nights are shaded

	stamp  stampKey
	clocks [24 * 60]string // times of day

	series   axis.Series[store.Flags]
	open     []int // events of which one end is open
	bins     axis.Histogram
	counted  detail
	overview axis.Histogram
	surveyed surveyKey

	lanes    lanes
	ticks    []axis.Tick
	labels   labelKey
	told     toldKey
	revision int   // counts how often bins or bars have changed
	missing  []int // by tick, how many events have no bar
}

// TimeLook is how a timeline is drawn, apart from what it shows.
type TimeLook struct {
	Scale    axis.Scale // Width in device pixels
	Height   int        // device pixels
	Factor   float32    // device pixels per pixel
	Style    *paint.Style
	Overview bool // all time stands in a strip below
	Span     bool // the flag tells the whole time shown, where that has a beginning
}

// room is what the look leaves room for.
func (l TimeLook) room(dense bool) paint.TimeRoom {
	return paint.TimeRoom{Width: int(l.Scale.Width), Height: l.Height, Factor: l.Factor, Dense: dense, Overview: l.Overview}
}

// detail is how finely time is drawn. Panning leaves it as it is.
type detail struct {
	generation int // of the filter
	length     int64
	width      float64
	factor     float32
}

// What the kept parts of a scene were made for.
type (
	labelKey struct {
		revision int
		scale    axis.Scale
		lang     store.Lang
	}
	stampKey struct {
		year, day, offset int
		lang              store.Lang
	}
)

// NewTimeline returns a builder of scenes of what p shows.
func NewTimeline(p *state.Presenter) *Timeline {
	data := p.Data()
	t := &Timeline{p: p, reach: reach(data), site: axis.Site{Lon: data.Home.Lon, Lat: data.Home.Lat}}
	t.series = axis.Series[store.Flags]{
		From: data.Cols.Earliest, To: data.Cols.Latest, Category: data.Cols.Category, Flags: data.Cols.Flags,
		Unsure: store.Unsure, Apart: store.OpenStart | store.OpenEnd,
	}
	t.lanes.notable = notable(data.Cols)
	for i, f := range data.Cols.Flags {
		if f.Has(store.OpenStart | store.OpenEnd) {
			t.open = append(t.open, i)
		}
	}
	return t
}

// reach is the time from the first bound that an event states to the last one,
// and a day to either side; open ends don't count.
func reach(d *state.Data) axis.Limits {
	return limits(d.Extent())
}

func limits(from, to int64) axis.Limits {
	return axis.Limits{From: from - 24*3600, To: to + 1 + 24*3600}
}

// Limits are how far a timeline can be moved.
func (t *Timeline) Limits() axis.Limits { return limits(t.p.Reach()) }

// Home is the scale that shows the collection's own window with a little room
// on either side for the handles.
func (t *Timeline) Home(width float64) axis.Scale {
	w := t.p.Data().Window
	margin := (w.Latest - w.Earliest) / 36
	return axis.Scale{From: w.Earliest - margin, To: w.Latest + 1 + margin, Width: width}.Within(t.reach)
}

// Scene is the scene of what is shown now. It is valid until the next call.
func (t *Timeline) Scene(look TimeLook) *paint.TimeScene {
	s := &t.scene
	s.Scale, s.Factor = look.Scale, look.Factor
	if s.Style != look.Style {
		t.colour(look.Style)
	}
	d := detail{t.p.FilterGeneration(), look.Scale.To - look.Scale.From, look.Scale.Width, look.Factor}
	t.series.Keep = t.p.Keep()
	t.count(d)
	t.survey(look)
	t.arrange(d, look)
	t.label(labelKey{t.revision, look.Scale, t.p.Lang()})
	t.tell()
	t.now()
	if look.Span {
		t.flagSpan()
	}
	return s
}

func (t *Timeline) colour(style *paint.Style) {
	t.scene.Style = style
	t.scene.Colors = t.scene.Colors[:0]
	for _, c := range t.p.Data().Categories {
		t.scene.Colors = append(t.scene.Colors, style.Category(c.Color))
	}
}

// around is the time in sight and as much to either side.
func around(s axis.Scale) axis.Scale {
	length := s.To - s.From
	return axis.Scale{From: s.From - length, To: s.To + length, Width: 3 * s.Width}
}

// label makes the ticks with their labels, and what else depends on where the
// axis stands.
func (t *Timeline) label(key labelKey) {
	if key == t.labels {
		return
	}
	s, loc := &t.scene, t.p.Data().Loc
	factor := float64(s.Factor)
	t.ticks = s.Scale.Ticks(t.ticks[:0], loc, labelSpacing*factor)
	s.Ticks = s.Ticks[:0]
	for i, tick := range t.ticks {
		label := ""
		if tick.Rank != axis.Minor {
			roomy := s.Scale.X(t.nextLabelled(i))-max(0, s.Scale.X(tick.At)) >= widestClock*factor
			label = tickText(time.Unix(tick.At, 0).In(loc), tick.Kind, t.p.Lang(), roomy)
		}
		s.Ticks = append(s.Ticks, paint.TimeTick{At: tick.At, Rank: tick.Rank, Kind: tick.Kind, Label: label})
	}
	t.overflow()
	t.sky(24 * 3600 / s.Scale.PerPixel() / factor)
	t.labels = key
	s.Version++
}

// sky finds midnights and nights where a day is wide enough, in pixels.
func (t *Timeline) sky(day float64) {
	s := &t.scene
	s.Midnights, s.Nights = s.Midnights[:0], s.Nights[:0]
	if day >= leastMidnight {
		s.Midnights = s.Scale.Days(s.Midnights, t.p.Data().Loc)
	}
	if day >= leastDay {
		s.Nights = s.Scale.Nights(s.Nights, t.site)
	}
}

// nextLabelled is when the labelled tick after i stands, or the right edge.
func (t *Timeline) nextLabelled(i int) int64 {
	for _, tick := range t.ticks[i+1:] {
		if tick.Rank != axis.Minor {
			return tick.At
		}
	}
	return t.scene.Scale.To
}

// overflow writes at each label how many events from there to the next one
// have no bar; what began before the first label counts there.
func (t *Timeline) overflow() {
	s := &t.scene
	t.missing = append(t.missing[:0], make([]int, len(s.Ticks))...)
	for i := range s.Ticks {
		if s.Ticks[i].Rank == axis.Minor {
			continue
		}
		next := t.nextLabelled(i)
		if i == 0 {
			t.missing[i] = t.p.Between(s.Scale.From, next-1).Len()
		} else {
			t.missing[i] = t.begun(next) - t.begun(s.Ticks[i].At)
		}
	}
	for i := range s.Bars {
		if b := &s.Bars[i]; b.To > s.Scale.From && b.From <= s.Scale.To {
			t.missing[t.labelBefore(b.From)]--
		}
	}
	for i, n := range t.missing {
		if n > 0 {
			s.Ticks[i].More = "+" + Number(float64(n), t.p.Lang())
		}
	}
}

// begun is how many of the events that pass the filter begin before a time.
func (t *Timeline) begun(before int64) int {
	row, _ := t.p.InFilter().Row(first(t.series.From, before))
	return row
}

// labelBefore is the last labelled tick at or before a time, or the first one.
func (t *Timeline) labelBefore(at int64) int {
	ticks := t.scene.Ticks
	i := sort.Search(len(ticks), func(i int) bool { return ticks[i].At > at }) - 1
	for i > 0 && ticks[i].Rank == axis.Minor {
		i--
	}
	return max(0, i)
}

// first is the position of the first of rising times that is not before t.
func first(times []int64, t int64) int {
	return sort.Search(len(times), func(i int) bool { return times[i] >= t })
}

// now sets what may change with every frame.
func (t *Timeline) now() {
	p, s := t.p, &t.scene
	s.ShownFrom, s.ShownTo = p.Shows()
	s.From, s.To = p.Handles()
	s.Playhead = p.Playhead()
	t.flag(time.Unix(s.Playhead, 0).In(p.Data().Loc))
	s.Selected, s.Hovered = t.emphasis(p.Selected()), t.emphasis(p.Hovered())
}

// flag writes the moment of the playhead. The texts of a day, and those of all
// minutes, are written once, so that a step allocates nothing.
func (t *Timeline) flag(at time.Time) {
	s, lang := &t.scene, t.p.Lang()
	year, _, _ := at.Date()
	_, offset := at.Zone()
	if key := (stampKey{year, at.YearDay(), offset, lang}); key != t.stamp {
		s.Date = dayText(at, lang) + " " + strconv.Itoa(year) + ","
		s.Zone = zoneText(t.p.Data(), at, lang)
		t.stamp = key
	}
	clock := &t.clocks[at.Hour()*60+at.Minute()]
	if *clock == "" {
		*clock = at.Format("15:04")
	}
	s.Clock = *clock
}
