package state

import (
	"context"
	"slices"

	"qantar/store"
)

// filter holds which events are asked for, whatever their time.
type filter struct {
	categories []bool // shown, by index into Collection.Categories
	sources    uint64 // shown, a bit per index into Collection.Sources
	told       uint64 // had told by the moment shown, likewise; see Told
	background bool   // what came before the time told of is shown too
	place      string // place id; "" for everywhere
	words      string // as typed
	found      Bits   // what the words found; nil: every event
	search     int    // the number of the last search
	generation int    // counts changes of what passes
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
// beside; only the answer to the last words counts, and a search for others ends.
func (p *Presenter) SetWords(words string) {
	if words == p.filter.words {
		return
	}
	p.filter.words = words
	p.filter.search++
	p.endSearch()
	if words == "" || p.opts.Finder == nil {
		p.filter.found = nil
		if words != "" {
			p.filter.found = NewBits(p.data.Len())
		}
		p.refilter()
		return
	}
	search := p.filter.search
	var asked context.Context
	asked, p.endSearch = context.WithCancel(context.Background())
	go func() {
		found, err := p.opts.Finder.Positions(asked, store.Query{Text: words})
		p.opts.Dispatch(func() { p.found(search, found, err) })
	}()
}

func (p *Presenter) found(search int, positions []int, err error) {
	if search != p.filter.search {
		return
	}
	if err != nil {
		p.fail(err)
		return
	}
	p.filter.found = NewBits(p.data.Len())
	for _, i := range positions {
		p.filter.found.Set(i)
	}
	p.refilter()
}

// ClearFilter shows every event again.
func (p *Presenter) ClearFilter() {
	p.openFilter()
	p.refilter()
}

// openFilter has everything pass the filter, at the next refilter. What is found
// by a search under way no longer counts.
func (p *Presenter) openFilter() {
	search, generation := p.filter.search+1, p.filter.generation
	p.filter = newFilter(p.data)
	p.filter.search, p.filter.generation = search, generation
}

// Filtered tells whether anything is hidden, whatever the time.
func (p *Presenter) Filtered() bool {
	f := &p.filter
	return f.words != "" || f.place != "" || !p.ShowsEverySource() || slices.Contains(f.categories, false)
}

// refilter works out anew which events pass the filter, and what is shown.
func (p *Presenter) refilter() {
	p.filter.told = p.toldBy(p.time)
	p.sieve()
	n := p.data.Len()
	p.starts.fill(n)
	p.endings.fill(n)
	p.filter.generation++
	p.pending |= FilterChanged | ShownChanged
	p.reshow()
	p.changed(0)
}

// sieve finds the events that pass the filter. It takes a few nanoseconds an
// event.
func (p *Presenter) sieve() {
	f, cols := &p.filter, p.data.Cols
	inside := p.insidePlaces()
	clear(p.keep)
	p.later = 0
	for i, category := range cols.Category {
		if f.categories[category] && cols.Sources[i]&f.sources != 0 &&
			(f.background || !cols.Flags[i].Has(store.Before)) &&
			(inside == nil || inside[cols.Place[i]] || cols.Flags[i].Has(store.Wider) && p.reaches(i)) {
			if cols.Sources[i]&f.sources&f.told != 0 {
				p.keep.Set(i)
			} else if f.found == nil || f.found.Has(i) {
				p.later++
			}
		}
	}
	if f.found != nil {
		for w := range p.keep {
			p.keep[w] &= f.found[w]
		}
	}
}

// insidePlaces tells of each place whether it is the one asked for or lies
// inside it; nil: no place is asked for.
func (p *Presenter) insidePlaces() []bool {
	if p.filter.place == "" {
		return nil
	}
	inside := make([]bool, len(p.data.Places))
	for i := range inside {
		inside[i] = p.data.within(p.data.Places[i].ID, p.filter.place)
	}
	return inside
}

// reaches tells whether a further area of event i lies inside the place asked for.
func (p *Presenter) reaches(i int) bool {
	return slices.ContainsFunc(p.data.Item(i).Event.Areas, func(area string) bool {
		return p.data.within(area, p.filter.place)
	})
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

// reshow works out anew which of the events that pass the filter are shown, and
// in Known mode which pass it.
func (p *Presenter) reshow() {
	if p.toldBy(p.time) != p.filter.told {
		p.refilter()
		return
	}
	before := p.shown.cut
	p.shown.move(p.Shows())
	now := p.shown.cut
	if p.starts.rank(before.Begun) != p.starts.rank(now.Begun) || p.endings.rank(before.Ended) != p.endings.rank(now.Ended) {
		p.pending |= ShownChanged
	}
}

// Shown are the events that are shown now, in order of time.
func (p *Presenter) Shown() *Set { return &p.shown }

// InFilter are the events that pass the filter, whatever their time.
func (p *Presenter) InFilter() *Set { return &p.all }

// Passes tells whether the event at position i passes the filter.
func (p *Presenter) Passes(i int) bool { return p.keep.Has(i) }

// Keep are the events that pass the filter. They are valid, and not to be
// written to, until the filter changes.
func (p *Presenter) Keep() Bits { return p.keep }

// FilterGeneration is another number whenever the filter lets other events pass.
func (p *Presenter) FilterGeneration() int { return p.filter.generation }
