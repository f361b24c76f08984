package scene

import (
	"qantar/store"
	"qantar/ui/axis"
	"qantar/ui/paint"
)

// surveyKey is what the overview was filled for.
type surveyKey struct {
	generation int
	width      float64
	factor     float32
}

// count fills the histogram, for more than is in sight.
func (t *Timeline) count(d detail) {
	if d == t.counted {
		if from, to := t.bins.Reach(); from <= t.scene.Scale.From && to >= t.scene.Scale.To {
			return
		}
	}
	t.fill(&t.bins, around(t.scene.Scale), float64(binWidth*d.factor))
	t.scene.Bins, t.counted = &t.bins, d
	t.revision++
}

// survey fills the overview, which shows all events that pass the filter and
// the collection's window.
func (t *Timeline) survey(look TimeLook) {
	key := surveyKey{t.p.FilterGeneration(), look.Scale.Width, look.Factor}
	if !look.room(false).Strip() {
		t.scene.Overview = paint.Overview{}
		return
	}
	if key != t.surveyed || t.scene.Overview.Bins == nil {
		whole := t.whole(look.Scale.Width)
		t.fill(&t.overview, whole, float64(overviewWidth*look.Factor))
		t.scene.Overview = paint.Overview{From: whole.From, To: whole.To, Bins: &t.overview}
		t.surveyed = key
		t.revision++
	}
}

// Overview is what the scene made last has below it.
func (t *Timeline) Overview() paint.Overview { return t.scene.Overview }

// whole is the scale of the overview: the collection's window, and from where the
// first event that passes the filter begins to where the last one does. What one
// event of long standing adds to the end would leave no room for the others.
func (t *Timeline) whole(width float64) axis.Scale {
	data, set := t.p.Data(), t.p.InFilter()
	from, to := data.Window.Earliest, data.Window.Latest+1
	if n := set.Len(); n > 0 {
		last := set.At(n - 1)
		from = min(from, t.firstBegin())
		to = max(to, min(data.Cols.Latest[last], data.Cols.Earliest[last]+24*3600)+1)
	}
	margin := (to - from) / 100
	return axis.Scale{From: from - margin, To: to + margin, Width: width}
}

// firstBegin is when the first event begins that passes the filter and of which
// the beginning is known.
func (t *Timeline) firstBegin() int64 {
	cols := t.p.Data().Cols
	for i := range t.p.InFilter().All() {
		if !cols.Flags[i].Has(store.OpenStart) {
			return cols.Earliest[i]
		}
	}
	return t.p.Data().Window.Earliest
}

// fill counts the events that pass the filter in bins of at least so many
// pixels. It takes a few nanoseconds for each event of that time.
func (t *Timeline) fill(h *axis.Histogram, s axis.Scale, least float64) {
	data, keep := t.p.Data(), t.p.Keep()
	h.Lay(s, data.Loc, least, len(data.Categories))
	from, to := h.Reach()
	begin, end := first(data.Cols.Earliest, from), first(data.Cols.Earliest, to)
	data.Reaching(begin, from, func(i int) {
		if keep.Has(i) && !data.Cols.Flags[i].Has(store.OpenStart|store.OpenEnd) {
			h.Add(t.span(i))
		}
	})
	for _, i := range t.open {
		if keep.Has(i) {
			h.Add(t.span(i))
		}
	}
	axis.AddSeries(h, &t.series, begin, end)
	h.Settle()
}

// span is event i as the histogram counts it.
func (t *Timeline) span(i int) axis.Span {
	cols := t.p.Data().Cols
	from, to := t.bounds(i)
	return axis.Span{From: from, To: to - 1, Category: int(cols.Category[i]), Uncertain: cols.Flags[i].Has(store.Unsure)}
}
