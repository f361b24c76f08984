package state

import (
	"context"
	"slices"

	"qantar/store"
)

// filter holds which events are asked for, whatever their time.
type filter struct {
	categories []bool          // shown, by index into Collection.Categories
	sources    uint64          // shown, a bit per index into Collection.Sources
	background bool            // what came before the time told of is shown too
	place      string          // place id; "" for everywhere
	words      string          // as typed
	found      map[string]bool // ids that the words found; nil: every event
	generation int
}

func newFilter(d *Data) filter {
	f := filter{categories: make([]bool, len(d.Categories)), sources: ^uint64(0)}
	for i := range f.categories {
		f.categories[i] = true
	}
	return f
}

// CategoryShown tells whether events of category i are shown.
func (p *Presenter) CategoryShown(i int) bool { return p.filter.categories[i] }

// ToggleCategory shows or hides the events of category i.
func (p *Presenter) ToggleCategory(i int) {
	if i < 0 || i >= len(p.filter.categories) {
		return
	}
	p.filter.categories[i] = !p.filter.categories[i]
	p.refilter()
}

// ShowOnlyCategory hides every category but i; where i is the only one shown
// already, it shows all of them again.
func (p *Presenter) ShowOnlyCategory(i int) {
	only := true
	for j, on := range p.filter.categories {
		only = only && on == (i == j)
	}
	for j := range p.filter.categories {
		p.filter.categories[j] = only || i == j
	}
	p.refilter()
}

// SourceShown tells whether events that source i reports are shown.
func (p *Presenter) SourceShown(i int) bool { return p.filter.sources&(1<<i) != 0 }

// ToggleSource shows or hides what source i reports. An event is shown while
// at least one of its sources is.
func (p *Presenter) ToggleSource(i int) {
	p.filter.sources ^= 1 << i
	p.refilter()
}

// ShowsBackground tells whether background is shown: what came before the time
// that the collection tells of, or stands outside it.
func (p *Presenter) ShowsBackground() bool { return p.filter.background }

// SetBackground shows or hides background.
func (p *Presenter) SetBackground(on bool) {
	if on != p.filter.background {
		p.filter.background = on
		p.refilter()
	}
}

// PlaceShown is the place to which the events are narrowed, "" for none.
func (p *Presenter) PlaceShown() string { return p.filter.place }

// SetPlace narrows the events to those at a place or inside it; "" shows all.
func (p *Presenter) SetPlace(id string) {
	if id != p.filter.place {
		p.filter.place = id
		p.refilter()
	}
}

// Words are the words searched for.
func (p *Presenter) Words() string { return p.filter.words }

// SetWords narrows the events to those that hold every word. The search runs
// beside; only the answer to the last words counts.
func (p *Presenter) SetWords(words string) {
	if words == p.filter.words {
		return
	}
	p.filter.words = words
	p.filter.generation++
	if words == "" || p.opts.Finder == nil {
		p.filter.found = nil
		if words != "" {
			p.filter.found = map[string]bool{}
		}
		p.refilter()
		return
	}
	generation := p.filter.generation
	go func() {
		ids, err := p.opts.Finder.Find(context.Background(), store.Query{Text: words})
		p.opts.Dispatch(func() { p.found(generation, ids, err) })
	}()
}

func (p *Presenter) found(generation int, ids []string, err error) {
	if generation != p.filter.generation {
		return
	}
	if err != nil {
		p.fail(err)
		return
	}
	p.filter.found = make(map[string]bool, len(ids))
	for _, id := range ids {
		p.filter.found[id] = true
	}
	p.refilter()
}

// ClearFilter shows every event again.
func (p *Presenter) ClearFilter() {
	generation := p.filter.generation + 1
	p.filter = newFilter(p.data)
	p.filter.generation = generation
	p.refilter()
}

// Filtered tells whether anything is hidden, whatever the time.
func (p *Presenter) Filtered() bool {
	f := &p.filter
	all := uint64(1)<<len(p.data.Sources) - 1
	return f.words != "" || f.place != "" || f.sources&all != all || slices.Contains(f.categories, false)
}

func (p *Presenter) passes(it *Item) bool {
	f := &p.filter
	return (f.background || it.Event.Kind != store.Background) &&
		f.categories[it.Category] &&
		(it.sources&f.sources != 0) &&
		(f.found == nil || f.found[it.Event.ID]) &&
		(f.place == "" || p.inside(it, f.place))
}

// inside tells whether an item, or an area over which it holds, lies at a place
// or inside it.
func (p *Presenter) inside(it *Item, id string) bool {
	within := func(place string) bool { return p.data.within(place, id) }
	return within(it.Event.Place) || slices.ContainsFunc(it.Event.Areas, within)
}

// within tells whether a place is the one named outer or lies inside it.
func (d *Data) within(place, outer string) bool {
	for depth := 0; place != "" && depth < 16; depth++ {
		if place == outer {
			return true
		}
		p := d.places[place]
		if p == nil {
			return false
		}
		place = p.Parent
	}
	return false
}

// refilter works out anew which events pass the filter, and what is shown.
func (p *Presenter) refilter() {
	p.inFilter = p.inFilter[:0]
	for i := range p.data.Items {
		if p.passes(&p.data.Items[i]) {
			p.inFilter = append(p.inFilter, i)
		}
	}
	p.pending |= FilterChanged
	p.reshow()
	p.changed(0)
}

// reshow works out anew which of the events that pass the filter are shown.
func (p *Presenter) reshow() {
	from, to := p.Shows()
	previous := p.shown
	shown := make([]int, 0, len(p.inFilter))
	for _, i := range p.inFilter {
		it := &p.data.Items[i]
		if it.Earliest > to {
			break // Items are in order of their earliest time
		}
		if it.Latest >= from {
			shown = append(shown, i)
		}
	}
	p.shown = shown
	if !slices.Equal(previous, shown) {
		p.pending |= ShownChanged
	}
}

// Shown are the events that are shown now: indexes into Data.Items, in order
// of time. The slice is never changed afterwards.
func (p *Presenter) Shown() []int { return p.shown }

// InFilter are the events that pass the filter, whatever their time: indexes
// into Data.Items in order of time. It is valid until the filter changes.
func (p *Presenter) InFilter() []int { return p.inFilter }
