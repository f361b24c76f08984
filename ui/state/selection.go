package state

import (
	"sort"

	"qantar/geo"
	"qantar/store/when"
)

// Selected is the position of the selected event, or -1.
func (p *Presenter) Selected() int { return p.selected }

// Select selects the event at position i; -1 selects none.
func (p *Presenter) Select(i int) {
	if i < -1 || i >= p.data.Len() || i == p.selected {
		return
	}
	p.selected = i
	p.changed(SelectionChanged)
}

// Reveal selects an event and moves time and map so that it can be seen.
func (p *Presenter) Reveal(i int) {
	p.Together(func() {
		p.Select(i)
		if i >= 0 {
			p.bringIntoTime(i)
			p.bringIntoView(i)
		}
	})
}

// Pick selects an event that a person points at, and moves time only where it is
// not shown, and the map only where it lies outside it.
func (p *Presenter) Pick(i int) {
	p.Together(func() {
		p.Select(i)
		if i < 0 {
			return
		}
		if !p.shown.Has(i) {
			p.bringIntoTime(i)
		}
		p.bringIntoView(i)
	})
}

// Hovered is the position of the event under the pointer, or -1.
func (p *Presenter) Hovered() int { return p.hovered }

// Hover tells which event is under the pointer; -1 is none.
func (p *Presenter) Hover(i int) {
	if i < -1 || i >= p.data.Len() || i == p.hovered {
		return
	}
	p.hovered = i
	p.changed(HoverChanged)
}

// Step selects the event that follows the selected one, or precedes it, among
// those that pass the filter and lie between the handles. With none selected
// it starts from the playhead.
func (p *Presenter) Step(direction int) {
	order := p.stepOrder()
	n := order.Len()
	if n == 0 {
		return
	}
	next, on := p.positionIn(order)
	switch {
	case on:
		next += direction
	case direction < 0:
		next--
	}
	p.Reveal(order.At(max(0, min(n-1, next))))
}

// StepToEnd selects the first event that Step reaches, or the last.
func (p *Presenter) StepToEnd(last bool) {
	order := p.stepOrder()
	switch n := order.Len(); {
	case n == 0:
	case last:
		p.Reveal(order.At(n - 1))
	default:
		p.Reveal(order.At(0))
	}
}

func (p *Presenter) stepOrder() *Set {
	if p.time.mode == Window {
		return p.Between(p.data.Window.Earliest, p.data.Window.Latest)
	}
	return p.Between(p.time.from, p.time.to)
}

// positionIn is the row in order of the selected event, and whether it is
// there; else the row of what follows it, or follows the playhead.
func (p *Presenter) positionIn(order *Set) (row int, found bool) {
	if p.selected >= 0 {
		return order.Row(p.selected)
	}
	earliest := p.data.Cols.Earliest
	row, _ = order.Row(sort.Search(len(earliest), func(i int) bool { return earliest[i] > p.time.playhead }))
	return row, false
}

// bringIntoTime moves the playhead to the event: to the start of what lasts, to
// the end of a day whose hour is not known, and in Known mode to when it is
// known. Where another mode than Cumulative shows the event already, time stays.
func (p *Presenter) bringIntoTime(i int) {
	it := p.data.Item(i)
	from, to := p.Shows()
	if p.time.mode != Cumulative && it.Earliest <= to && it.Latest >= from && (p.time.mode != Known || p.keep.Has(i)) {
		return
	}
	at := it.Latest
	if it.Event.When.Nature == when.Extent || it.Latest-it.Earliest > 3*24*3600 {
		at = it.Earliest
	}
	if p.time.mode == Known {
		at = max(at, p.knownFrom(i))
	}
	p.SetPlayhead(at)
}

// bringIntoView moves the map where the event's point is outside it.
func (p *Presenter) bringIntoView(i int) {
	it := p.data.Item(i)
	if it.IsArea() {
		return
	}
	inner := p.goal.Grow(-40)
	if inner.Width <= 0 || inner.Height <= 0 || inner.Contains(it.World) {
		return
	}
	p.FlyTo(geo.At(it.Place.Point, p.goal.Zoom, p.goal.Width, p.goal.Height))
}
