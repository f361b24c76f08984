// Package scene turns what the state shows into plain values for the
// painters: marks, shades, bars and labels. It knows no window.
package scene

import (
	"math"

	"qantar/geo"
	"qantar/geo/cluster"
	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/state"

	"github.com/paulmach/orb"
)

// Map builds map scenes from a presenter. It remembers which fan is open.
type Map struct {
	p     *state.Presenter
	busy  []orb.Point
	focus string
	fan   *orb.Point // the spot, in world coordinates, whose events are fanned out
}

// NewMap returns a builder of scenes of what p shows.
func NewMap(p *state.Presenter) *Map {
	return &Map{p: p, focus: focus(p.Data()), busy: busy(p.Data())}
}

// mostBusy is how many spots of marks names are kept away from at most; where
// there are more, a name has no place left to go.
const mostBusy = 400

// busy are the spots where marks stand at one time or other.
func busy(data *state.Data) []orb.Point {
	used := make([]bool, len(data.Places))
	for i, place := range data.Cols.Place {
		used[place] = used[place] || !data.Cols.Flags[i].Has(store.Area)
	}
	var spots []orb.Point
	seen := map[orb.Point]bool{}
	for place, on := range used {
		spot := geo.Project(data.Places[place].Point)
		if on && !seen[spot] {
			seen[spot] = true
			spots = append(spots, spot)
		}
	}
	if len(spots) > mostBusy {
		return nil
	}
	return spots
}

// Picture is a map scene, and which events each of its marks stands for.
type Picture struct {
	paint.MapScene
	Events [][]int     // per mark: positions in order of time
	Spots  []orb.Point // per mark: where it stands, world coordinates
	Apart  []bool      // per mark: zooming in would part its events
}

// Look is how a map is drawn, apart from what it shows.
type Look struct {
	Style  *paint.Style
	Scale  float32 // device pixels per pixel
	Margin float64 // pixels drawn beyond each side of the view
}

// Picture builds the scene of what is shown now.
func (m *Map) Picture(look Look) *Picture {
	view := m.p.View()
	pic := &Picture{MapScene: paint.MapScene{
		View: view.Grow(look.Margin).Scale(float64(look.Scale)), Scale: look.Scale,
		Style: look.Style, Lang: string(m.p.Lang()), Focus: m.focus, Busy: m.busy,
	}}
	pic.View.Width, pic.View.Height = math.Ceil(pic.View.Width), math.Ceil(pic.View.Height)
	pic.Shades = m.shades(look.Style)
	m.marks(pic, view.Zoom)
	return pic
}

// focus is the country that the most events lie in.
func focus(data *state.Data) string {
	here := make([]int, len(data.Places))
	for _, place := range data.Cols.Place {
		here[place]++
	}
	count, best := map[string]int{}, ""
	for place, n := range here {
		country := data.Places[place].Country
		count[country] += n
		if count[country] > count[best] {
			best = country
		}
	}
	return best
}

// spread is how close two marks may come, in pixels, before they are joined.
const spread = 30

// radii are those of single marks by importance, in pixels.
var radii = [4]float32{7.5, 7.5, 9, 10.5}

func (m *Map) marks(pic *Picture, zoom float64) {
	data, shown := m.p.Data(), m.p.Shown()
	var points []orb.Point
	var items []int
	for i := range shown.All() {
		if it := data.Item(i); !it.IsArea() {
			points = append(points, it.World)
			items = append(items, i)
		}
	}
	cell := spread / (geo.TileSize * math.Exp2(math.Round(zoom*2)/2))
	for _, g := range cluster.At(points, cell) {
		events := make([]int, len(g.Members))
		for k, member := range g.Members {
			events[k] = items[member]
		}
		m.group(pic, g, events)
	}
	m.raiseSelected(pic)
}

// group adds one mark for all events of a group, or a fan of marks.
func (m *Map) group(pic *Picture, g cluster.Group, events []int) {
	if len(events) == 1 {
		pic.add(m.single(pic, events[0]), g.Center, events, false)
		return
	}
	if m.fan != nil && g.Alike && *m.fan == g.Center {
		for k, i := range events {
			mark := m.single(pic, i)
			mark.Offset = fanOffset(k, len(events))
			pic.add(mark, g.Center, []int{i}, false)
		}
		return
	}
	pic.add(m.divided(pic, g, events), g.Center, events, !g.Alike)
}

func (pic *Picture) add(mark paint.Mark, spot orb.Point, events []int, apart bool) {
	pic.Marks = append(pic.Marks, mark)
	pic.Events = append(pic.Events, events)
	pic.Spots = append(pic.Spots, spot)
	pic.Apart = append(pic.Apart, apart)
}

func (m *Map) single(pic *Picture, i int) paint.Mark {
	it := m.p.Data().Item(i)
	category := m.p.Data().CategoryOf(it)
	return paint.Mark{
		At: it.World, Radius: radii[min(3, max(0, it.Event.Importance))],
		Shape: category.Shape, Color: pic.Style.Category(category.Color),
		Opacity: m.opacity(i), Hollow: it.Uncertain() || it.Event.Inferred,
		Halo: it.Place.RadiusM, Selected: i == m.p.Selected(), Hovered: i == m.p.Hovered(),
	}
}

func (m *Map) divided(pic *Picture, g cluster.Group, events []int) paint.Mark {
	data := m.p.Data()
	mark := paint.Mark{
		At: g.Center, Count: len(events),
		Radius: float32(12 + 2.2*math.Log2(float64(len(events)))),
	}
	counts := make([]int, len(data.Categories))
	for _, i := range events {
		counts[data.Item(i).Category]++
		mark.Opacity = max(mark.Opacity, m.opacity(i))
		mark.Selected = mark.Selected || i == m.p.Selected()
		mark.Hovered = mark.Hovered || i == m.p.Hovered()
		if g.Alike {
			mark.Halo = data.Item(i).Place.RadiusM
		}
	}
	for c, n := range counts {
		if n > 0 {
			mark.Slices = append(mark.Slices, paint.Slice{Color: pic.Style.Category(data.Categories[c].Color), Count: n})
		}
	}
	return mark
}

// raiseSelected draws the selected mark above all others.
func (m *Map) raiseSelected(pic *Picture) {
	last := len(pic.Marks) - 1
	for k := range pic.Marks {
		if pic.Marks[k].Selected {
			pic.Marks[k], pic.Marks[last] = pic.Marks[last], pic.Marks[k]
			pic.Events[k], pic.Events[last] = pic.Events[last], pic.Events[k]
			pic.Spots[k], pic.Spots[last] = pic.Spots[last], pic.Spots[k]
			pic.Apart[k], pic.Apart[last] = pic.Apart[last], pic.Apart[k]
			return
		}
	}
}

// fullAge is the age, in seconds, at which an event has faded as far as it does.
const fullAge = 5 * 24 * 3600

// opacity fades events by age where everything up to now is shown. What still
// lasts does not fade.
func (m *Map) opacity(i int) float64 {
	it := m.p.Data().Item(i)
	if m.p.Mode() != state.Cumulative || i == m.p.Selected() {
		return 1
	}
	age := float64(m.p.Playhead() - it.Latest)
	return 1 - 0.5*math.Max(0, math.Min(1, age/fullAge))
}

// fanOffset places mark k of n around the spot they share: in circles, each
// wider one holding more.
func fanOffset(k, n int) [2]float32 {
	radius, before := 34.0, 0
	for {
		room := int(2 * math.Pi * radius / 24)
		if k-before < room {
			here := min(room, n-before)
			sin, cos := math.Sincos(2 * math.Pi * (float64(k-before) + 0.5) / float64(here))
			return [2]float32{float32(radius * sin), float32(-radius * cos)}
		}
		before += room
		radius += 25
	}
}

// ToggleFan opens a fan at a spot, or closes it.
func (m *Map) ToggleFan(spot orb.Point) {
	if m.fan != nil && *m.fan == spot {
		m.fan = nil
		return
	}
	m.fan = &spot
}

// CloseFan closes the open fan, and tells whether there was one.
func (m *Map) CloseFan() bool {
	open := m.fan != nil
	m.fan = nil
	return open
}
