package state

import (
	"qantar/geo"
	"qantar/store"
)

// Glide leads from what is shown to the time of a scene, in as many steps as
// somebody takes, so that the slider moves there while the map flies.
type Glide struct {
	p        *Presenter
	from, to clock
	last     clock // where the last step has led
}

// GlideTo shows what ShowScene shows, at goal on the map, but its time only as
// far as the glide that it returns is led.
func (p *Presenter) GlideTo(s *store.Scene, goal geo.Viewport) *Glide {
	g := &Glide{p: p, to: p.clockOf(s)}
	p.Together(func() {
		p.setScene(s)
		g.from = p.clockAs(g.to.mode)
		p.setClock(g.from)
		p.FlyTo(goal)
	})
	g.last = p.time
	return g
}

// clockAs is the time that is shown, as another mode reads it.
func (p *Presenter) clockAs(m Mode) clock {
	c := p.time
	if m == Window && c.mode != Window {
		c.from, c.to = p.Shows()
		c.playhead = c.to
	}
	c.mode, c.trail = m, 0
	return c
}

// Still tells whether there is no way to go: the time is that of the scene.
func (g *Glide) Still() bool { return g.from == g.to }

// At leads to a share of the way, from 0 to 1, slowly at both ends. It does
// nothing, and tells so, once somebody else has moved time.
func (g *Glide) At(share float64) bool {
	if g.p.time != g.last {
		return false
	}
	share = max(0, min(1, share))
	eased := share * share * (3 - 2*share)
	between := func(a, b int64) int64 { return a + int64(eased*float64(b-a)) }
	c := g.to
	if share < 1 {
		c.from, c.to, c.playhead = between(g.from.from, g.to.from), between(g.from.to, g.to.to), between(g.from.playhead, g.to.playhead)
	}
	g.last = c
	g.p.setClock(c)
	return true
}
