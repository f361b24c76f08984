package scene

import (
	"sort"
	"strconv"
	"time"

	"qantar/ui/axis"
	"qantar/ui/paint"
	"qantar/ui/state"
)

// Widths on the timeline, in pixels at scale 1.
const (
	labelSpacing = 72
	binWidth     = 12
	widestClock  = 96 // a day's label names the weekday from here on
	leastDay     = 40 // from here on nights are shaded
)

// Timeline builds timeline scenes from a presenter. What does not change with
// the playhead (bins, lanes, labels) it keeps until filter, scale or language do.
type Timeline struct {
	p       *state.Presenter
	scene   paint.TimeScene
	reach   axis.Limits
	filter  int // counts how often the filter has changed
	counted countKey
	packed  packKey
	labels  labelKey
	stamp   stampKey

	bins   axis.Histogram
	spans  []axis.Span
	bars   []axis.Bar
	lanes  []int
	ticks  []axis.Tick
	packer axis.Packer

	missing []int // by tick, how many events have no bar
}

// TimeLook is how a timeline is drawn, apart from what it shows.
type TimeLook struct {
	Scale  axis.Scale // Width in device pixels
	Height int        // device pixels
	Factor float32    // device pixels per pixel
	Style  *paint.Style
}

// What the kept parts of a scene were made for.
type (
	countKey struct {
		filter int
		scale  axis.Scale
		factor float32
	}
	packKey struct {
		filter, lanes int
		length        int64
		width         float64
		factor        float32
	}
	labelKey struct {
		counted countKey
		packed  packKey
		words   string
	}
	stampKey struct {
		minute int64
		lang   string
	}
)

// NewTimeline returns a builder of scenes of what p shows.
func NewTimeline(p *state.Presenter) *Timeline {
	t := &Timeline{p: p, filter: 1}
	t.reach = reach(p.Data())
	p.Listen(func(c state.Change) {
		if c.Has(state.FilterChanged) {
			t.filter++
		}
	})
	return t
}

// reach is the time from the first bound that an event states to the last one,
// and a day to either side; open ends don't count.
func reach(d *state.Data) axis.Limits {
	from, to := d.Extent()
	return axis.Limits{From: from - 24*3600, To: to + 1 + 24*3600}
}

// Limits are how far a timeline can be moved.
func (t *Timeline) Limits() axis.Limits { return t.reach }

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
	t.count(countKey{t.filter, look.Scale, look.Factor})
	t.pack(packKey{
		t.filter, paint.LaneRoom(look.Height, look.Factor),
		look.Scale.To - look.Scale.From, look.Scale.Width, look.Factor,
	})
	t.label(labelKey{t.counted, t.packed, string(t.p.Lang())})
	t.now()
	return s
}

func (t *Timeline) colour(style *paint.Style) {
	t.scene.Style = style
	t.scene.Colors = t.scene.Colors[:0]
	for _, c := range t.p.Data().Categories {
		t.scene.Colors = append(t.scene.Colors, style.Category(c.Color))
	}
}

// count fills the histogram.
func (t *Timeline) count(key countKey) {
	if key == t.counted {
		return
	}
	data := t.p.Data()
	t.spans = t.spans[:0]
	for i := range t.p.InFilter().All() {
		it := data.Item(i)
		from, to := t.bounds(it)
		t.spans = append(t.spans, axis.Span{From: from, To: to - 1, Category: it.Category, Uncertain: it.Uncertain()})
	}
	t.bins.Fill(key.scale, data.Loc, float64(binWidth*key.factor), len(data.Categories), t.spans)
	t.scene.Bins = &t.bins
	t.counted = key
}

// label makes the ticks with their labels.
func (t *Timeline) label(key labelKey) {
	if key == t.labels {
		return
	}
	s, loc := &t.scene, t.p.Data().Loc
	factor := float64(key.packed.factor)
	t.ticks = s.Scale.Ticks(t.ticks[:0], loc, labelSpacing*factor)
	s.Ticks = s.Ticks[:0]
	for i, tick := range t.ticks {
		label := ""
		if tick.Rank != axis.Minor {
			roomy := s.Scale.X(t.nextLabelled(i))-max(0, s.Scale.X(tick.At)) >= widestClock*factor
			label = tickText(time.Unix(tick.At, 0).In(loc), tick.Kind, t.p.Lang(), roomy)
		}
		s.Ticks = append(s.Ticks, paint.TimeTick{At: tick.At, Rank: tick.Rank, Label: label})
	}
	t.overflow()
	s.Midnights = s.Midnights[:0]
	if 24*3600/s.Scale.PerPixel() >= leastDay*factor {
		s.Midnights = s.Scale.Days(s.Midnights, loc)
	}
	t.labels = key
	s.Version++
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
	for k, b := range t.bars {
		if t.lanes[k] != axis.NoLane || b.To <= s.Scale.From || b.From > s.Scale.To {
			continue
		}
		at := sort.Search(len(s.Ticks), func(i int) bool { return s.Ticks[i].At > b.From }) - 1
		for at > 0 && s.Ticks[at].Rank == axis.Minor {
			at--
		}
		t.missing[max(0, at)]++
	}
	for i, n := range t.missing {
		if n > 0 {
			s.Ticks[i].More = "+" + strconv.Itoa(n)
		}
	}
}

// now sets what may change with every frame.
func (t *Timeline) now() {
	p, s := t.p, &t.scene
	s.ShownFrom, s.ShownTo = p.Shows()
	s.From, s.To = p.Handles()
	s.Playhead = p.Playhead()
	key := stampKey{floorDiv(s.Playhead, 60), string(p.Lang())}
	if key != t.stamp {
		at := time.Unix(s.Playhead, 0).In(p.Data().Loc)
		s.Date, s.Clock = dayText(at, p.Lang())+" "+strconv.Itoa(at.Year())+",", at.Format("15:04")
		s.Zone = zoneText(p.Data(), at, p.Lang())
		t.stamp = key
	}
	s.Selected, s.Hovered = t.emphasis(p.Selected()), t.emphasis(p.Hovered())
}

func floorDiv(a, b int64) int64 {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}
