package scene

import (
	"math"

	"qantar/geo"
	"qantar/geo/cluster"
	"qantar/store"
	"qantar/ui/state"

	"github.com/paulmach/orb"
)

// crowd counts the events that are shown as marks: in a grid, of which marks
// are made, or where marks would cover the map, in a field, which is drawn as a
// surface. It follows the presenter: where only time has moved, it looks at
// nothing but what has entered or left.
type crowd struct {
	p       *state.Presenter
	columns cluster.Columns
	marks   state.Bits  // what passes the filter and is no area
	passing []uint32    // of each spot: events that pass, whatever their time
	here    []uint32    // of each spot: events that are shown
	spots   []orb.Point // where they are, world coordinates

	dense   bool
	grid    cluster.Grid
	field   cluster.Field
	full    fullScale
	counted counted
	frame   frame
	taken   []uint32 // events that pass, by cell of the view
}

// counted is what the counts are of.
type counted struct {
	filter int // generation of the filter; 0: nothing is counted
	cut    state.Cut
}

// frame is where a crowd is counted.
type frame struct {
	view   orb.Bound // what is seen, world coordinates
	margin orb.Bound // what is counted at least: the view and some more
	cell   float64   // of the grid, world units
	fine   float64   // of the field
}

func newCrowd(p *state.Presenter) *crowd {
	data := p.Data()
	c := &crowd{
		p: p, marks: state.NewBits(data.Len()),
		passing: make([]uint32, len(data.Places)), here: make([]uint32, len(data.Places)),
		columns: cluster.Columns{X: data.X, Y: data.Y, Place: spots(data), Category: data.Cols.Category},
		spots:   make([]orb.Point, len(data.Places)),
	}
	for i := range c.spots {
		c.spots[i] = projected(&data.Places[i])
	}
	return c
}

// spots numbers where events stand: places on the very same point have one
// number, that of the first of them.
func spots(data *state.Data) []uint32 {
	first, same := make(map[orb.Point]uint32, len(data.Places)), make([]uint32, len(data.Places))
	shared := false
	for i := range data.Places {
		at := data.Places[i].Point
		if _, ok := first[at]; !ok {
			first[at] = uint32(i)
		}
		same[i] = first[at]
		shared = shared || same[i] != uint32(i)
	}
	if !shared {
		return data.Cols.Place
	}
	all := make([]uint32, data.Len())
	for i, place := range data.Cols.Place {
		all[i] = same[place]
	}
	return all
}

// follow brings the counts up to what is shown now.
func (c *crowd) follow(f frame) {
	c.frame = f
	now := counted{c.p.FilterGeneration(), c.p.Shown().Cut()}
	if now.filter != c.counted.filter {
		c.sieve()
	}
	dense := c.tooMany(f)
	if now.filter != c.counted.filter || dense != c.dense || !c.covers(f, dense) || !c.step(now.cut) {
		c.dense = dense
		c.recount(f)
	}
	c.counted = now
}

// keepUp brings up what does not depend on where the map looks.
func (c *crowd) keepUp(view geo.Viewport) {
	if c.frame == (frame{}) {
		c.frame = frameOf(view, 1)
	}
	c.follow(c.frame)
}

func (c *crowd) covers(f frame, dense bool) bool {
	if dense {
		return c.field.Covers(f.view, f.fine)
	}
	return c.grid.Covers(f.view, f.cell)
}

// sieve finds what passes the filter and is no area.
func (c *crowd) sieve() {
	data := c.p.Data()
	copy(c.marks, c.p.Keep())
	for _, i := range data.Broad {
		if data.Cols.Flags[i].Has(store.Area) {
			c.marks.Clear(i)
		}
	}
	clear(c.passing)
	c.marks.Each(0, data.Len(), func(i int) { c.passing[c.columns.Place[i]]++ })
}

// Where there are more events than this, and so many rings that more than this
// part of them has rings on half of its sides, they give way to a surface.
const (
	mostEvents  = 2000
	mostRings   = 30
	mostCrowded = 0.4
)

// tooMany tells whether the events that pass are too many for marks in a view.
// It does not depend on the time shown, so that nothing changes over while time
// moves on.
func (c *crowd) tooMany(f frame) bool {
	cols := int(math.Ceil((f.view.Max[0] - f.view.Min[0]) / f.cell))
	rows := int(math.Ceil((f.view.Max[1] - f.view.Min[1]) / f.cell))
	if cols < 1 || rows < 1 || c.p.InFilter().Len() <= mostEvents {
		return false
	}
	if n := cols * rows; cap(c.taken) < n {
		c.taken = make([]uint32, n)
	}
	c.taken = c.taken[:cols*rows]
	clear(c.taken)
	events := 0
	for spot, n := range c.passing {
		if n == 0 {
			continue
		}
		east := c.spots[spot][0] - f.view.Min[0]
		x, y := int((east-math.Floor(east))/f.cell), int(math.Floor((c.spots[spot][1]-f.view.Min[1])/f.cell))
		if x >= cols || y < 0 || y >= rows {
			continue
		}
		events += int(n)
		c.taken[y*cols+x] += n
	}
	return events > mostEvents && crowded(c.taken, cols)
}

// crowded tells whether rings for so many events in each cell, row by row of
// cols cells, would cover each other.
func crowded(events []uint32, cols int) bool {
	rings, beset := 0, 0
	for k, n := range events {
		if n < 2 {
			continue
		}
		rings++
		beside, column := 0, k%cols
		for y := -1; y <= 1; y++ {
			for x := -1; x <= 1; x++ {
				at := k + y*cols + x
				if column+x >= 0 && column+x < cols && at >= 0 && at < len(events) && events[at] > 1 {
					beside++
				}
			}
		}
		if beside > 4 { // itself and four others
			beset++
		}
	}
	return rings > mostRings && float64(beset) > mostCrowded*float64(rings)
}

// step takes account of what has entered or left since the last time. It
// returns false where that is more than counting anew.
func (c *crowd) step(now state.Cut) bool {
	was := c.counted.cut
	if abs(now.Begun-was.Begun)+abs(now.Ended-was.Ended) > c.p.Data().Len()/4+64 {
		return false
	}
	c.each(was.Begun, now.Begun, c.enter, c.leave)
	order := c.p.Data().ByLatest
	for _, i := range order[min(was.Ended, now.Ended):max(was.Ended, now.Ended)] {
		switch {
		case !c.marks.Has(int(i)):
		case now.Ended > was.Ended:
			c.leave(int(i))
		default:
			c.enter(int(i))
		}
	}
	return true
}

// each calls forward for the events from..to-1, or back for to..from-1.
func (c *crowd) each(from, to int, forward, back func(int)) {
	if from <= to {
		c.marks.Each(from, to, forward)
	} else {
		c.marks.Each(to, from, back)
	}
}

func abs(n int) int { return max(n, -n) }

func (c *crowd) enter(i int) {
	c.here[c.columns.Place[i]]++
	if c.dense {
		c.field.Add(&c.columns, i)
	} else {
		c.grid.Add(&c.columns, i)
	}
}

func (c *crowd) leave(i int) {
	c.here[c.columns.Place[i]]--
	if c.dense {
		c.field.Remove(&c.columns, i)
	} else {
		c.grid.Remove(&c.columns, i)
	}
}

// recount counts all that is shown anew.
func (c *crowd) recount(f frame) {
	if c.dense {
		c.field.Reset(f.margin, f.fine)
	} else {
		c.grid.Reset(f.margin, f.cell, len(c.p.Data().Categories))
	}
	clear(c.here)
	carried, from, to := c.p.Shown().Parts()
	for _, i := range carried {
		if c.marks.Has(i) {
			c.enter(i)
		}
	}
	if c.dense {
		c.field.AddAll(&c.columns, c.marks, from, to)
	} else {
		c.grid.AddAll(&c.columns, c.marks, from, to)
	}
	c.marks.Each(from, to, func(i int) { c.here[c.columns.Place[i]]++ })
}

// members are the shown events of a bunch of the grid, in order of time; most
// of them at most, the latest.
func (c *crowd) members(bunch, most int) []int {
	var found []int
	for i := range c.p.Shown().All() {
		if c.marks.Has(i) && c.grid.GroupOf(c.columns.X[i], c.columns.Y[i]) == bunch {
			found = append(found, i)
		}
	}
	return found[max(0, len(found)-most):]
}

// fullScale is the top of the scale of densities: how many of the events that
// pass stand in the fullest cell. It depends neither on the time shown nor on
// where the map looks, so that what is drawn can be compared.
type fullScale struct {
	filter int
	cell   float64
	top    float64
	counts []uint32
}

// The cells of the world share 1<<hashBits counters. Two cells on one counter make
// the scale reach a little too far, which does no harm.
const hashBits = 18

// of works the scale out anew where the filter or the cells have changed.
func (s *fullScale) of(c *crowd, cell float64) float64 {
	if filter := c.p.FilterGeneration(); filter != s.filter || cell != s.cell {
		s.filter, s.cell = filter, cell
		s.measure(c)
	}
	return s.top
}

func (s *fullScale) measure(c *crowd) {
	if s.counts == nil {
		s.counts = make([]uint32, 1<<hashBits)
	}
	clear(s.counts)
	across, most := uint64(math.Round(1/s.cell)), uint32(1)
	for spot, n := range c.passing {
		if n > 0 {
			x, y := geo.Fraction(c.spots[spot])
			column, row := uint64(x)*across>>32, uint64(y)*across>>32
			k := (row*across + column) * 0x9e3779b97f4a7c15 >> (64 - hashBits) // Fibonacci hashing (Knuth, TAOCP 3, 6.4)
			s.counts[k] += n
			most = max(most, s.counts[k])
		}
	}
	s.top = float64(most)
}
