package state

import (
	"slices"
	"sort"

	"qantar/geo"
	"qantar/store/when"
)

// Selected is the index of the selected event in Data.Items, or -1.
func (p *Presenter) Selected() int { return p.selected }

// Select selects the event at index i of Data.Items; -1 selects none.
func (p *Presenter) Select(i int) {
	if i < -1 || i >= len(p.data.Items) || i == p.selected {
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
		if !slices.Contains(p.shown, i) {
			p.bringIntoTime(i)
		}
		p.bringIntoView(i)
	})
}

// Hovered is the index of the event under the pointer, or -1.
func (p *Presenter) Hovered() int { return p.hovered }

// Hover tells which event is under the pointer; -1 is none.
func (p *Presenter) Hover(i int) {
	if i < -1 || i >= len(p.data.Items) || i == p.hovered {
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
	if len(order) == 0 {
		return
	}
	at := p.positionIn(order)
	next := at + direction
	if at < 0 { // between two events: at is -(insertion point) - 1
		next = -at - 1
		if direction < 0 {
			next--
		}
	}
	p.Reveal(order[max(0, min(len(order)-1, next))])
}

// StepToEnd selects the first event that Step reaches, or the last.
func (p *Presenter) StepToEnd(last bool) {
	order := p.stepOrder()
	if len(order) == 0 {
		return
	}
	if last {
		p.Reveal(order[len(order)-1])
	} else {
		p.Reveal(order[0])
	}
}

func (p *Presenter) stepOrder() []int {
	from, to := p.time.from, p.time.to
	if p.time.mode == Window {
		from, to = p.data.Window.Earliest, p.data.Window.Latest
	}
	var order []int
	for _, i := range p.inFilter {
		if it := &p.data.Items[i]; it.Latest >= from && it.Earliest <= to {
			order = append(order, i)
		}
	}
	return order
}

// positionIn finds the selected event in order. Where it is not there, the
// answer is -(n+1), n being where the first event after the playhead stands.
func (p *Presenter) positionIn(order []int) int {
	if p.selected >= 0 {
		n := sort.SearchInts(order, p.selected)
		if n < len(order) && order[n] == p.selected {
			return n
		}
		return -n - 1
	}
	n := sort.Search(len(order), func(k int) bool {
		return p.data.Items[order[k]].Earliest > p.time.playhead
	})
	return -n - 1
}

// bringIntoTime moves the playhead to the event: to the start of what lasts, to
// the end of a day whose hour is not known. Where the window or the day shows
// the event already, time stays.
func (p *Presenter) bringIntoTime(i int) {
	it := &p.data.Items[i]
	from, to := p.Shows()
	if p.time.mode != Cumulative && it.Earliest <= to && it.Latest >= from {
		return
	}
	at := it.Latest
	if it.Event.When.Nature == when.Extent || it.Latest-it.Earliest > 3*24*3600 {
		at = it.Earliest
	}
	p.SetPlayhead(at)
}

// bringIntoView moves the map where the event's point is outside it.
func (p *Presenter) bringIntoView(i int) {
	it := &p.data.Items[i]
	if it.IsArea() {
		return
	}
	inner := p.view.Grow(-40)
	if inner.Width <= 0 || inner.Height <= 0 || inner.Bound().Contains(it.World) {
		return
	}
	p.SetView(geo.At(it.Place.Point, p.view.Zoom, p.view.Width, p.view.Height))
}
