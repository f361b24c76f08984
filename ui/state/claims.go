package state

import (
	"math/bits"

	"qantar/store"
)

// claims are the collection's figures and disagreements, found by what they
// speak of.
type claims struct {
	figures  map[string]*store.Figure
	ofEvent  map[string][]*store.Figure
	measures map[string]*store.Measure
	disputes map[string][]*store.Disagreement // by event id
}

func newClaims(c *store.Collection) claims {
	k := claims{
		figures: map[string]*store.Figure{}, ofEvent: map[string][]*store.Figure{},
		measures: map[string]*store.Measure{}, disputes: map[string][]*store.Disagreement{},
	}
	for i := range c.Measures {
		k.measures[c.Measures[i].ID] = &c.Measures[i]
	}
	for i := range c.Figures {
		f := &c.Figures[i]
		k.figures[f.ID] = f
		k.ofEvent[f.Event] = append(k.ofEvent[f.Event], f)
	}
	for i := range c.Disagreements {
		k.addDispute(&c.Disagreements[i])
	}
	return k
}

// addDispute files a disagreement under each event it speaks of, once.
func (k *claims) addDispute(d *store.Disagreement) {
	seen := map[string]bool{}
	for _, m := range d.Members {
		event := m.Event
		if f := k.figures[m.Figure]; f != nil {
			event = f.Event
		}
		if event != "" && !seen[event] {
			seen[event] = true
			k.disputes[event] = append(k.disputes[event], d)
		}
	}
}

// Figure returns the figure with an id, or nil.
func (d *Data) Figure(id string) *store.Figure { return d.claims.figures[id] }

// Measure returns the measure with an id, or nil.
func (d *Data) Measure(id string) *store.Measure { return d.claims.measures[id] }

// FiguresOf are the figures that belong to an event.
func (d *Data) FiguresOf(event string) []*store.Figure { return d.claims.ofEvent[event] }

// OnlySourceOf tells whether no other source gives a figure's number, or its
// word, for the same measure.
func (d *Data) OnlySourceOf(f *store.Figure) bool {
	for i := range d.Figures {
		o := &d.Figures[i]
		if o.Source != f.Source && o.Measure == f.Measure && o.Words == f.Words && equal(o.Low, f.Low) {
			return false
		}
	}
	return true
}

func equal(a, b *float64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

// DisagreementsOf are the disagreements that an event or its figures are part of.
func (d *Data) DisagreementsOf(event string) []*store.Disagreement { return d.claims.disputes[event] }

// Report returns a source's report of an event, or nil.
func (d *Data) Report(event, source string) *store.Report {
	i := d.Index(event)
	if i < 0 {
		return nil
	}
	reports := d.Item(i).Event.Reports
	for r := range reports {
		if reports[r].Source == source {
			return &reports[r]
		}
	}
	return nil
}

// OnlySource is the source that alone is shown, an index into
// Collection.Sources, or -1 where there is none such.
func (p *Presenter) OnlySource() int {
	all := uint64(1)<<len(p.data.Sources) - 1
	if shown := p.filter.sources & all; bits.OnesCount64(shown) == 1 {
		return bits.TrailingZeros64(shown)
	}
	return -1
}

// ShowsEverySource tells whether no source is hidden.
func (p *Presenter) ShowsEverySource() bool {
	all := uint64(1)<<len(p.data.Sources) - 1
	return p.filter.sources&all == all
}

// ShowEverySource shows what any source reports.
func (p *Presenter) ShowEverySource() {
	p.filter.sources = ^uint64(0)
	p.refilter()
}

// ShowOnlySource hides what source i does not report; where it is the only one
// shown already, it shows every source again.
func (p *Presenter) ShowOnlySource(i int) {
	all := uint64(1)<<len(p.data.Sources) - 1
	if p.filter.sources&all == 1<<i {
		p.filter.sources = ^uint64(0)
	} else {
		p.filter.sources = 1 << i
	}
	p.refilter()
}
