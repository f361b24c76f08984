package state

import "qantar/store"

// Fork returns the same data for another goroutine. What is large is shared;
// events that have been read are not.
func (d *Data) Fork() *Data {
	other := *d
	other.items = items{}
	return &other
}

// Fork returns a presenter for another goroutine that shows what p shows now,
// with the map where it will come to rest. It finds no words; those that p
// has searched for stay found.
func (p *Presenter) Fork() *Presenter {
	other := New(p.data.Fork(), Options{Dispatch: func(do func()) { do() }, Now: p.opts.Now})
	other.time, other.filter = p.time, p.filter.copy()
	other.view, other.goal, other.home = p.goal, p.goal, p.home
	other.selected, other.highlights = p.selected, p.highlights
	other.lang, other.theme = p.lang, p.theme
	other.refilter()
	return other
}

// ShowFound narrows the events to those at some positions, as a search for words
// does that has found them.
func (p *Presenter) ShowFound(words string, positions []int) {
	p.filter.words = words
	p.filter.search++
	p.found(p.filter.search, positions, nil)
}

// Event reads the event at position i in order of time.
func (d *Data) Event(i int) (*store.Event, error) { return d.shelf.Event(i) }
