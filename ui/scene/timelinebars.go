package scene

import (
	"cmp"
	"slices"

	"qantar/store"
	"qantar/ui/axis"
	"qantar/ui/paint"
)

const (
	// leastBar is how wide a bar is taken to be when bars are put into lanes, in
	// pixels at scale 1.
	leastBar = 10

	// openDays is how far, in days, a bar whose end is open reaches beyond the
	// collection's window.
	openDays = 3

	// mostBars is how many events have bars at once. Where there are more, those
	// that stand out have them, and the histogram tells of the others.
	mostBars = 3000
)

// lanes are the events that have bars, and where those stand.
type lanes struct {
	detail   detail
	from, to int64 // the time of which events were taken
	room     int   // how many lanes there may be
	dense    bool  // there are more events than bars
	events   []int // in order of where their bars begin
	notable  []uint32
	scores   []int32

	seen   axis.Scale // what was in sight last
	bars   []axis.Bar
	held   []int
	lane   []int
	of     map[int]int // lane by event, of those that have one
	packer axis.Packer
}

// arrange puts the events in sight, and some to either side, into lanes. As long
// as only the axis moves, what is in sight stays in its lane.
func (t *Timeline) arrange(d detail, look TimeLook) {
	l, sight := &t.lanes, look.Scale
	same := d == l.detail
	stay := same && l.from <= sight.From && l.to >= sight.To
	if !stay {
		t.choose(sight)
	}
	room := look.room(l.dense).Lanes()
	same = same && room == l.room
	if !stay || room != l.room {
		l.detail, l.room = d, room
		t.pack(same)
	}
	l.seen = sight
}

// choose takes the events that get bars: all that pass the filter, or all
// around what is in sight, or the notable ones among those.
func (t *Timeline) choose(sight axis.Scale) {
	l := &t.lanes
	set := t.p.InFilter()
	l.from, l.to = t.reach.From, t.reach.To
	if l.from, l.to = min(l.from, sight.From), max(l.to, sight.To); set.Len() > mostBars {
		wide := around(sight)
		l.from, l.to = wide.From, wide.To
		set = t.p.Between(l.from, l.to)
	}
	l.events = l.events[:0]
	if l.dense = set.Len() > mostBars; l.dense {
		t.chooseNotable()
	} else {
		for i := range set.All() {
			l.events = append(l.events, i)
		}
	}
	slices.SortStableFunc(l.events, func(a, b int) int {
		x, _ := t.bounds(a)
		y, _ := t.bounds(b)
		return cmp.Compare(x, y)
	})
}

// pack puts the chosen events into lanes, where asked so that those in sight
// keep theirs.
func (t *Timeline) pack(keep bool) {
	l := &t.lanes
	least := int64(float64(leastBar*l.detail.factor) * t.scene.Scale.PerPixel())
	l.bars, l.held = l.bars[:0], l.held[:0]
	for _, i := range l.events {
		from, to := t.bounds(i)
		l.bars = append(l.bars, axis.Bar{From: from, To: max(to, from+least), Rank: t.rank(i)})
		held := axis.NoLane
		if lane, ok := l.of[i]; ok && keep && to > l.seen.From && from < l.seen.To {
			held = lane
		}
		l.held = append(l.held, held)
	}
	l.lane, t.scene.Lanes, _ = l.packer.Pack(l.lane[:0], l.bars, l.held, l.room, 0)
	if l.of == nil {
		l.of = make(map[int]int)
	}
	clear(l.of)
	t.scene.Bars, t.scene.Dense = t.scene.Bars[:0], l.dense
	for k, i := range l.events {
		if l.lane[k] != axis.NoLane {
			l.of[i] = l.lane[k]
			t.scene.Bars = append(t.scene.Bars, t.bar(i, l.lane[k]))
		}
	}
	t.revision++
}

// bounds is the time over which an event is drawn, its end not included. Where
// one end is open, the collection's window stands in for it.
func (t *Timeline) bounds(i int) (from, to int64) {
	data := t.p.Data()
	window, flags := &data.Window, data.Cols.Flags[i]
	from, to = data.Cols.Earliest[i], data.Cols.Latest[i]+1
	if flags.Has(store.OpenStart) {
		from = min(window.Earliest, to-openDays*24*3600)
	}
	if flags.Has(store.OpenEnd) {
		to = max(window.Latest+1, from+openDays*24*3600)
	}
	return from, to
}

// rank tells which events keep a lane when there are too few: the important
// before the others, conditions before what happens under them, then those whose
// day is known, and last what may have been at any time of a long while.
func (t *Timeline) rank(i int) int {
	cols := t.p.Data().Cols
	r, flags := 3*int(cols.Importance[i]), cols.Flags[i]
	if flags.Has(store.Condition) {
		r += 2
	}
	switch {
	case flags.Has(store.Sharp):
		return r + 1
	case !flags.Has(store.Lasting) && cols.Latest[i]-cols.Earliest[i] > 3*24*3600:
		return r - 2
	}
	return r
}

// bar is event i as a bar in a lane.
func (t *Timeline) bar(i, lane int) paint.TimeBar {
	cols := t.p.Data().Cols
	from, to := t.bounds(i)
	flags := cols.Flags[i]
	b := paint.TimeBar{
		From: from, To: to, Item: i, Lane: lane, Category: int(cols.Category[i]), Shape: paint.Sometime,
		Uncertain: flags.Has(store.Unsure), OpenStart: flags.Has(store.OpenStart), OpenEnd: flags.Has(store.OpenEnd),
	}
	switch {
	case flags.Has(store.Lasting):
		b.Shape = paint.Lasting
	case flags.Has(store.Sharp) && flags.Has(store.ToMinute):
		b.Shape = paint.Instant
	}
	return b
}

// emphasis is event i as it stands out; one without a lane is drawn in the last.
func (t *Timeline) emphasis(i int) paint.Emphasis {
	if i < 0 || !t.p.Passes(i) {
		return paint.Emphasis{}
	}
	lane, ok := t.lanes.of[i]
	if !ok {
		lane = axis.NoLane
	}
	return paint.Emphasis{On: true, Bar: t.bar(i, lane)}
}
