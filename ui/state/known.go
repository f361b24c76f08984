package state

import (
	"cmp"
	"math"
	"slices"

	"qantar/store"
)

// In Known mode only what the sources had told by the moment shown passes the
// filter. There are few sources, and so few moments at which anything becomes
// known: between two of them, moving time costs what it does in Cumulative mode;
// at one of them it costs what a change of the filter does.

// toldBy are the sources that had appeared for certain by the moment of a clock,
// a bit per index; all of them but in Known mode.
func (p *Presenter) toldBy(c clock) uint64 {
	if c.mode != Known {
		return ^uint64(0)
	}
	told := uint64(0)
	for i, from := range p.data.knownFrom {
		if from <= c.playhead {
			told |= 1 << i
		}
	}
	return told
}

// Told are the sources that had told what they report by the moment shown, a
// bit per index into Collection.Sources; all of them but in Known mode.
func (p *Presenter) Told() uint64 { return p.filter.told }

// HasTold tells of a source's id what Told does.
func (p *Presenter) HasTold(source string) bool {
	i, ok := p.data.sources[source]
	return !ok || p.filter.told&(1<<i) != 0
}

// ToldReports are those of an event's reports of which the sources had told by
// the moment shown.
func (p *Presenter) ToldReports(e *store.Event) []store.Report {
	if p.time.mode != Known {
		return e.Reports
	}
	return slices.DeleteFunc(slices.Clone(e.Reports), func(r store.Report) bool { return !p.HasTold(r.Source) })
}

// ToldFigures are those of some figures that had been given by the moment shown.
func (p *Presenter) ToldFigures(figures []*store.Figure) []*store.Figure {
	if p.time.mode != Known {
		return figures
	}
	return slices.DeleteFunc(slices.Clone(figures), func(f *store.Figure) bool { return !p.HasTold(f.Source) })
}

// ToldMembers are those sides of a disagreement that were known by the moment
// shown; fewer than two are no disagreement yet, and then there are none.
func (p *Presenter) ToldMembers(d *store.Disagreement) []store.Member {
	if p.time.mode != Known {
		return d.Members
	}
	told := slices.DeleteFunc(slices.Clone(d.Members), func(m store.Member) bool {
		if f := p.data.Figure(m.Figure); f != nil {
			return !p.HasTold(f.Source)
		}
		return !p.HasTold(m.Source)
	})
	if len(told) < 2 {
		return nil
	}
	return told
}

// ToldDisagreements are those of some disagreements that were one by the moment
// shown.
func (p *Presenter) ToldDisagreements(all []*store.Disagreement) []*store.Disagreement {
	if p.time.mode != Known {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(d *store.Disagreement) bool { return len(p.ToldMembers(d)) == 0 })
}

// Later is how many events pass the filter but for being told later than the
// moment shown; 0 but in Known mode.
func (p *Presenter) Later() int { return p.later }

// Telling is a moment, in Unix seconds, from which on some sources, indexes into
// Collection.Sources, are certain to have appeared.
type Telling struct {
	At      int64
	Sources []int
}

// Tellings are those of the shown sources, in order of time. A source whose
// appearance is never certain has none.
func (p *Presenter) Tellings() []Telling {
	var all []Telling
	for i, at := range p.data.knownFrom {
		if !p.SourceShown(i) || at == math.MaxInt64 {
			continue
		}
		k, found := slices.BinarySearchFunc(all, at, func(t Telling, at int64) int { return cmp.Compare(t.At, at) })
		if !found {
			all = slices.Insert(all, k, Telling{At: at})
		}
		all[k].Sources = append(all[k].Sources, i)
	}
	return all
}

// NextTelling is the first of the Tellings after the moment shown; none where no
// source follows, and but in Known mode.
func (p *Presenter) NextTelling() (next Telling, follows bool) {
	if p.time.mode != Known {
		return Telling{}, false
	}
	for _, t := range p.Tellings() {
		if t.At > p.time.playhead {
			return t, true
		}
	}
	return Telling{}, false
}

// knownFrom is from when on an event is known of by the sources that are shown,
// in Unix seconds.
func (p *Presenter) knownFrom(i int) int64 {
	at := int64(math.MaxInt64)
	for s, from := range p.data.knownFrom {
		if p.data.Cols.Sources[i]&p.filter.sources&(1<<s) != 0 {
			at = min(at, from)
		}
	}
	return at
}

// Reach is the time within which the playhead can be moved, in Unix seconds, but
// for a day to spare on either side: the collection's extent, and in Known mode
// what lies before the last of its sources.
func (p *Presenter) Reach() (from, to int64) { return p.reach(p.time.mode) }

func (p *Presenter) reach(m Mode) (from, to int64) {
	from, to = p.data.Extent()
	if m == Known {
		to = max(to, p.data.lastKnown)
	}
	return from, to
}

// tellings are from when on each source is certain to have appeared, and the
// last of these moments.
func tellings(sources []store.Source) (from []int64, last int64) {
	last = math.MinInt64
	for i := range sources {
		from = append(from, sources[i].KnownFrom())
		if from[i] < math.MaxInt64 {
			last = max(last, from[i])
		}
	}
	return from, last
}
