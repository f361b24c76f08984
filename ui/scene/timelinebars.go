package scene

import (
	"slices"

	"qantar/store/when"
	"qantar/ui/axis"
	"qantar/ui/paint"
	"qantar/ui/state"
)

// leastBar is how wide a bar is taken to be when bars are put into lanes, in
// pixels at scale 1.
const leastBar = 10

// openDays is how far, in days, a bar whose end is open reaches beyond the
// collection's window.
const openDays = 3

// pack puts the events that pass the filter into lanes. It takes all of them,
// not only those in sight, so that panning leaves every bar in its lane.
func (t *Timeline) pack(key packKey) {
	if key == t.packed {
		return
	}
	data := t.p.Data()
	least := int64(float64(leastBar*key.factor) * t.scene.Scale.PerPixel())
	t.bars = t.bars[:0]
	for i := range t.p.InFilter().All() {
		it := data.Item(i)
		from, to := t.bounds(it)
		t.bars = append(t.bars, axis.Bar{From: from, To: max(to, from+least), Rank: rank(it)})
	}
	t.lanes, t.scene.Lanes, _ = t.packer.Pack(t.lanes[:0], t.bars, key.lanes, 0)
	t.scene.Bars = t.scene.Bars[:0]
	for k, i := range slices.Collect(t.p.InFilter().All()) {
		if t.lanes[k] != axis.NoLane {
			t.scene.Bars = append(t.scene.Bars, t.bar(i, t.lanes[k]))
		}
	}
	t.packed = key
}

// bounds is the time over which an event is drawn, its end not included. Where
// one end is open, the collection's window stands in for it.
func (t *Timeline) bounds(it *state.Item) (from, to int64) {
	window, w := t.p.Data().Window, it.Event.When
	from, to = it.Earliest, it.Latest+1
	if w.OpenStart {
		from = min(window.Earliest, to-openDays*24*3600)
	}
	if w.OpenEnd {
		to = max(window.Latest+1, from+openDays*24*3600)
	}
	return from, to
}

// rank tells which events keep a lane when there are too few: the important
// before the others, then those whose day is known, and last what may have been
// at any time of a long while.
func rank(it *state.Item) int {
	r := 3 * it.Event.Importance
	switch w := it.Event.When; {
	case w.Sharp():
		return r + 1
	case w.Nature != when.Extent && it.Latest-it.Earliest > 3*24*3600:
		return r - 2
	}
	return r
}

// bar is item i as a bar in a lane.
func (t *Timeline) bar(i, lane int) paint.TimeBar {
	it := t.p.Data().Item(i)
	from, to := t.bounds(it)
	w := it.Event.When
	b := paint.TimeBar{
		From: from, To: to, Item: i, Lane: lane, Category: it.Category, Shape: paint.Sometime,
		Uncertain: it.Uncertain(), OpenStart: w.OpenStart, OpenEnd: w.OpenEnd,
	}
	switch {
	case w.Nature == when.Extent:
		b.Shape = paint.Lasting
	case w.Sharp() && w.Precision >= when.Minute:
		b.Shape = paint.Instant
	}
	return b
}

// emphasis is item i as it stands out; one without a lane is drawn in the last.
func (t *Timeline) emphasis(i int) paint.Emphasis {
	if i < 0 {
		return paint.Emphasis{}
	}
	k, found := t.p.InFilter().Row(i)
	if !found {
		return paint.Emphasis{}
	}
	return paint.Emphasis{On: true, Bar: t.bar(i, t.lanes[k])}
}
