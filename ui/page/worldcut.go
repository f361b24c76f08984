package page

import (
	"qantar/geo/basemap"

	"github.com/paulmach/orb"
)

// worldCut is the part of the basemap that a page carries: the whole world, but
// only as fine as it is worth where nothing happens.
type worldCut struct {
	Grid  int       `json:"grid"`  // steps of an arc's points per world edge
	Arcs  []string  `json:"arcs"`  // see lineText
	Land  [][]int   `json:"land"`  // rings: arcs one after the other, 2 * index + 1 where one runs backwards
	Lakes [][]int   `json:"lakes"` // as land
	Urban [][]int   `json:"urban"` // as land
	Areas []cutArea `json:"areas"` // outlines of what events shade, and of the country told of
	Lines [4][]int  `json:"lines"` // arcs by rank: coast, country, region, river
	Minor []int     `json:"minor"` // zoom in tenths from which a river is drawn, beside lines[3]
	Names []cutName `json:"names"` // the most important first
	Focus string    `json:"focus"` // code of the country told of
}

type cutArea struct {
	Code  string  `json:"code"`
	Rings [][]int `json:"rings"`
}

// cutName is a name to be written on the map.
type cutName struct {
	Name  text       `json:"n"`
	At    [2]float64 `json:"at"`
	Zoom  float64    `json:"z"`           // from which it is worth writing
	Sort  string     `json:"k"`           // country, region, sea, lake, river, capital, seat, town
	Width float64    `json:"w,omitempty"` // of a country, in parts of the world
}

// The details of the basemap by what lies there, and how far beyond the country
// told of, and around a place, they reach, in parts of the world.
const (
	coarse = iota
	middling
	fine = 3

	beyondFocus = 0.002
	aroundPlace = 0.01
)

// cutter takes the arcs that are needed, each at the detail that it is worth.
type cutter struct {
	world  *basemap.Map
	focus  orb.Bound
	spots  []orb.Point
	chosen []basemap.Arc // by arc of the world
	fine   []bool        // by arc of the world: near the country told of
	number map[int]int   // of the arcs taken, by arc of the world
	out    worldCut
}

// cut takes the part of a basemap that shows some events, most of them in the
// country focus.
func cut(m *basemap.Map, g *gathered, focus string) worldCut {
	c := &cutter{world: m, number: map[int]int{}, out: worldCut{Grid: grid, Focus: focus}}
	c.focus = orb.Bound{Min: orb.Point{1, 1}} // empty
	if i, ok := m.AreaIndex(focus); ok {
		c.focus = m.Areas[i].Shape.Bound.Pad(beyondFocus)
	}
	for _, at := range used(g) {
		c.spots = append(c.spots, orb.Point(g.Places[at].At))
	}
	c.choose()
	c.out.Land = c.rings(&m.Land)
	c.out.Lakes, c.out.Urban = c.polygons(m.Lakes), c.polygons(m.Urban)
	c.areas(g, focus)
	c.lines()
	c.names()
	return c.out
}

// used are the places that events name.
func used(g *gathered) []int {
	var all []int
	seen := make([]bool, len(g.Places))
	add := func(i int) {
		if !seen[i] {
			seen[i], all = true, append(all, i)
		}
	}
	for i := range g.Events {
		add(g.Events[i].Place)
		for _, area := range g.Events[i].Areas {
			add(area)
		}
	}
	return all
}

// choose picks a detail for every arc.
func (c *cutter) choose() {
	last := len(c.world.Details) - 1
	details := [fine + 1][]basemap.Arc{}
	for i := range details {
		details[i] = c.world.Details[min(i, last)].Arcs()
	}
	c.chosen, c.fine = make([]basemap.Arc, len(details[fine])), make([]bool, len(details[fine]))
	for i, arc := range details[fine] {
		worth := c.worth(arc)
		c.chosen[i], c.fine[i] = details[worth][i], worth == fine
	}
}

// worth is the detail that an arc is worth: fine near the country told of,
// middling near whatever else happens, coarse elsewhere.
func (c *cutter) worth(arc basemap.Arc) int {
	best := coarse
	for i := range arc {
		b := arc[i].Bound
		bound := orb.Bound{Min: orb.Point{float64(b.Min.X), float64(b.Min.Y)}, Max: orb.Point{float64(b.Max.X), float64(b.Max.Y)}}
		if bound.Intersects(c.focus) {
			return fine
		}
		if c.near(bound) {
			best = middling
		}
	}
	return best
}

func (c *cutter) near(b orb.Bound) bool {
	b = b.Pad(aroundPlace)
	for _, spot := range c.spots {
		if b.Contains(spot) {
			return true
		}
	}
	return false
}

// take is the number of an arc in the page; false where nothing of it is left.
func (c *cutter) take(arc int) (int, bool) {
	if len(c.chosen[arc]) == 0 {
		return 0, false
	}
	n, ok := c.number[arc]
	if !ok {
		n = len(c.out.Arcs)
		c.number[arc] = n
		c.out.Arcs = append(c.out.Arcs, lineText(c.chosen[arc]))
	}
	return n, true
}

func (c *cutter) rings(p *basemap.Polygon) [][]int {
	rings := [][]int{}
	for i := range p.Rings {
		var ring []int
		for _, ref := range p.Rings[i].Refs {
			if n, ok := c.take(ref.Arc()); ok {
				n *= 2
				if ref.Back() {
					n++
				}
				ring = append(ring, n)
			}
		}
		if len(ring) > 0 {
			rings = append(rings, ring)
		}
	}
	return rings
}

func (c *cutter) polygons(all []basemap.Polygon) [][]int {
	rings := [][]int{}
	for i := range all {
		rings = append(rings, c.rings(&all[i])...)
	}
	return rings
}

// areas takes the outlines that are filled.
func (c *cutter) areas(g *gathered, focus string) {
	codes := map[string]bool{focus: true}
	for _, i := range used(g) {
		codes[g.Places[i].Area] = true
	}
	c.out.Areas = []cutArea{}
	for i := range c.world.Areas {
		if a := &c.world.Areas[i]; codes[a.Code] {
			c.out.Areas = append(c.out.Areas, cutArea{a.Code, c.rings(&a.Shape)})
		}
	}
}

// minorRiver is the zoom from which rivers are left out where nothing happens.
const minorRiver = 4.5

func (c *cutter) lines() {
	c.out.Minor = []int{}
	for i := range c.out.Lines {
		c.out.Lines[i] = []int{}
	}
	for _, line := range c.world.Lines {
		river := line.Rank == basemap.River
		if river && line.MinZoom > minorRiver && !c.fine[line.Arc] {
			continue
		}
		if n, ok := c.take(line.Arc); ok {
			c.out.Lines[line.Rank] = append(c.out.Lines[line.Rank], n)
			if river {
				c.out.Minor = append(c.out.Minor, int(line.MinZoom*10))
			}
		}
	}
}
