package state

import "qantar/geo"

// View is where the map looks, in map pixels.
func (p *Presenter) View() geo.Viewport { return p.view }

// Goal is where the map looks once it has come to rest: View, but for the time
// of a flight.
func (p *Presenter) Goal() geo.Viewport { return p.goal }

// SetView moves the map at once, and ends a flight.
func (p *Presenter) SetView(v geo.Viewport) {
	if v != p.view || v != p.goal {
		p.view, p.goal, p.home = v, v, false
		p.changed(ViewChanged)
	}
}

// SetPilot gives the map somebody who flies it to where it shall look: f starts
// a flight, tells each view on the way through Pass, the goal last, and answers
// whether it does so. Without a pilot every move is made at once.
func (p *Presenter) SetPilot(f func(goal geo.Viewport) bool) { p.pilot = f }

// FlyTo moves the map smoothly where a pilot does it, else at once.
func (p *Presenter) FlyTo(goal geo.Viewport) {
	if p.pilot == nil || goal == p.view || !p.pilot(goal) {
		p.SetView(goal)
		return
	}
	p.goal, p.home = goal, false
}

// Pass moves the map to a view on the way to its goal.
func (p *Presenter) Pass(v geo.Viewport) {
	if v != p.view {
		p.view = v
		p.changed(ViewChanged)
	}
}

// Resize gives the map another size in pixels. It keeps showing the home view
// where it does so, and ends a flight.
func (p *Presenter) Resize(width, height float64) {
	home, v := p.home, p.goal.Resize(width, height)
	if home {
		v = p.homeView(width, height)
	}
	p.Together(func() {
		p.SetView(v)
		p.home = home
	})
}

// The map size in pixels for which a collection states its home view; a
// smaller or larger map shows the same land at another zoom.
const (
	homeWidth  = 900
	homeHeight = 600
)

// homeView is the collection's home view on a map of some size.
func (p *Presenter) homeView(width, height float64) geo.Viewport {
	return p.ViewOf(p.data.Home, width, height)
}

// GoHome moves the map to the collection's home view.
func (p *Presenter) GoHome() {
	p.Together(func() {
		p.FlyTo(p.homeView(p.goal.Width, p.goal.Height))
		p.home = true
	})
}

// AtHome tells whether the map still shows the home view, or flies there, so
// that it should keep doing so when its size changes.
func (p *Presenter) AtHome() bool { return p.home }
