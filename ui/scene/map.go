// Package scene turns what the state shows into plain values for the
// painters: marks, shades, bars and labels. It knows no window.
package scene

import (
	"image"
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
	crowd *crowd
	fan   int // the spot whose events are fanned out, -1: none
	spare []*Picture
	laid  []laid

	calledFor []int // by callout: its mark, or -1
}

// NewMap returns a builder of scenes of what p shows.
func NewMap(p *state.Presenter) *Map {
	return &Map{p: p, focus: focus(p.Data()), busy: busy(p.Data()), crowd: newCrowd(p), fan: -1}
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
		spot := projected(&data.Places[place])
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

// Picture is a map scene, and what each of its marks stands for.
type Picture struct {
	paint.MapScene
	Groups  []Group // per mark
	Full    float64 // events on one spot at which the scale of Density ends; 0 without a surface
	surface cluster.Surface
	slices  []paint.Slice // of all rings
}

// Group is what a mark stands for.
type Group struct {
	Count int
	One   int       // its only event, by position; -1: there are several
	Spot  orb.Point // where it stands, world coordinates
	Apart bool      // zooming in would part its events
	bunch int       // among the groups of the grid
	place int       // the spot that all events share; -1: they do not
}

// Look is how a map is drawn, apart from what it shows.
type Look struct {
	Style  *paint.Style
	Scale  float32 // device pixels per pixel
	Margin float64 // pixels drawn beyond each side of the view

	View geo.Viewport // where it looks; the zero one: where the presenter does

	Larger float32 // how much larger marks and names are; 0: as usual
	Clear  Insets  // where callouts may not stand
}

// larger is Larger with its zero value resolved.
func (l Look) larger() float32 {
	if l.Larger == 0 {
		return 1
	}
	return l.Larger
}

// Picture builds the scene of what is shown now. It is valid until it is given
// back to Recycle; what its marks stand for, until the next call.
func (m *Map) Picture(look Look) *Picture {
	view, pic := look.View, m.blank()
	if view == (geo.Viewport{}) {
		view = m.p.View()
	}
	pic.View = view.Grow(look.Margin).Scale(float64(look.Scale))
	pic.View.Width, pic.View.Height = math.Ceil(pic.View.Width), math.Ceil(pic.View.Height)
	pic.Free = look.free(image.Pt(int(pic.View.Width), int(pic.View.Height)))
	pic.Covered = look.covered(pic.Free)
	pic.Scale, pic.Style, pic.Lang, pic.Focus, pic.Busy = look.Scale*look.larger(), look.Style, string(m.p.Lang()), m.focus, m.busy
	pic.Shades = m.shades(pic.Shades[:0], look.Style)
	f := frameOf(view.Grow(look.Margin), float64(look.larger()))
	m.crowd.follow(f)
	if m.crowd.dense {
		m.spread(pic, f)
	} else {
		m.marks(pic)
	}
	m.raiseSelected(pic)
	m.callouts(pic)
	return pic
}

// blank is a picture to be filled, in memory that was used before.
func (m *Map) blank() *Picture {
	n := len(m.spare)
	if n == 0 {
		return &Picture{}
	}
	pic := m.spare[n-1]
	m.spare = m.spare[:n-1]
	pic.Marks, pic.Groups, pic.slices, pic.Density, pic.Full = pic.Marks[:0], pic.Groups[:0], pic.slices[:0], nil, 0
	pic.Callouts = pic.Callouts[:0]
	return pic
}

// Recycle takes a picture back that nobody looks at any more.
func (m *Map) Recycle(pic *Picture) { m.spare = append(m.spare, pic) }

func projected(p *store.Place) orb.Point { return geo.Project(p.Point) }

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

// spread is how close two marks may come, in pixels, before they are joined;
// grain is how wide the cells of a surface are.
const (
	spread = 30
	grain  = 4
)

// frameOf is where events are counted for a view. Cells are of one size over
// half a zoom level, and what is counted reaches beyond the view, so that little
// is counted anew while the map moves.
func frameOf(view geo.Viewport, larger float64) frame {
	pixel := larger / (geo.TileSize * math.Exp2(math.Round(view.Zoom*2)/2))
	return frame{
		view: view.Bound(), margin: view.Grow(math.Max(view.Width, view.Height) / 4).Bound(),
		cell: spread * pixel, fine: grain * pixel,
	}
}

// radii are those of single marks by importance, in pixels.
var radii = [4]float32{7.5, 7.5, 9, 10.5}

// marks adds a mark for every group of the grid.
func (m *Map) marks(pic *Picture) {
	groups := m.crowd.grid.Groups()
	selected, hovered := m.bunchOf(m.p.Selected()), m.bunchOf(m.p.Hovered())
	for k, b := range groups {
		switch {
		case b.Count == 1:
			pic.add(m.single(pic, b.One), Group{Count: 1, One: b.One, Spot: b.Center, bunch: k, place: -1})
		case b.Place >= 0 && b.Place == m.fan:
			m.fanned(pic, k, &b)
		default:
			mark := m.divided(pic, &b)
			mark.Selected, mark.Hovered = k == selected, k == hovered
			pic.add(mark, Group{Count: b.Count, One: -1, Spot: b.Center, Apart: b.Place < 0, bunch: k, place: b.Place})
		}
	}
}

// bunchOf is in which of the groups that the grid has given last event i stands,
// or -1.
func (m *Map) bunchOf(i int) int {
	if i < 0 || !m.p.Shown().Has(i) || !m.crowd.marks.Has(i) {
		return -1
	}
	return m.crowd.grid.GroupOf(m.crowd.columns.X[i], m.crowd.columns.Y[i])
}

// spread draws a surface, and on it the selected and the hovered event.
func (m *Map) spread(pic *Picture, f frame) {
	pic.Full = m.crowd.full.of(m.crowd, f.fine)
	m.crowd.field.Surface(&pic.surface, pic.Full)
	pic.Density = &pic.surface
	for k, i := range [2]int{m.p.Hovered(), m.p.Selected()} {
		if i >= 0 && m.p.Shown().Has(i) && m.crowd.marks.Has(i) && (k == 1 || i != m.p.Selected()) {
			pic.add(m.single(pic, i), Group{Count: 1, One: i, Spot: m.p.Data().World(i), place: -1})
		}
	}
}

// mostFanned is how many events a fan holds at most, the latest.
const mostFanned = 60

// fanned adds a mark for each event of a group.
func (m *Map) fanned(pic *Picture, bunch int, b *cluster.Bunch) {
	events := m.crowd.members(bunch, mostFanned)
	for k, i := range events {
		mark := m.single(pic, i)
		mark.Offset = fanOffset(k, len(events))
		pic.add(mark, Group{Count: 1, One: i, Spot: b.Center, bunch: bunch, place: b.Place})
	}
}

func (pic *Picture) add(mark paint.Mark, group Group) {
	pic.Marks = append(pic.Marks, mark)
	pic.Groups = append(pic.Groups, group)
}

// Dense tells whether the picture's surface shows events at a place, in world
// coordinates.
func (pic *Picture) Dense(at orb.Point) bool {
	s := pic.Density
	if s == nil {
		return false
	}
	east := at[0] - s.Corner[0]
	x, y := int((east-math.Floor(east))/s.Cell), int(math.Floor((at[1]-s.Corner[1])/s.Cell))
	return x < s.Cols && y >= 0 && y < s.Rows && s.Levels[y*s.Cols+x] > 0
}

// EventsOf are the events that a mark of the last picture stands for, in order
// of time; most of them at most, the latest. It looks at all that is shown.
func (m *Map) EventsOf(g Group, most int) []int {
	if g.One >= 0 {
		return []int{g.One}
	}
	return m.crowd.members(g.bunch, most)
}

func (m *Map) single(pic *Picture, i int) paint.Mark {
	data := m.p.Data()
	cols, place := data.Cols, data.PlaceOf(i)
	category := &data.Categories[cols.Category[i]]
	return paint.Mark{
		At: projected(place), Radius: radii[cols.Importance[i]],
		Shape: category.Shape, Color: pic.Style.Category(category.Color),
		Opacity: m.opacity(i), Hollow: cols.Flags[i].Has(store.Unsure | store.Inferred),
		Halo: place.RadiusM, Selected: i == m.p.Selected(), Hovered: i == m.p.Hovered(),
	}
}

// divided is the ring of several events. It is as faded as they are on average.
func (m *Map) divided(pic *Picture, b *cluster.Bunch) paint.Mark {
	data := m.p.Data()
	mark := paint.Mark{
		At: b.Center, Count: b.Count, Opacity: m.opacity(b.Mean),
		Radius: float32(ringRadius(b.Count)),
	}
	if b.Place >= 0 {
		mark.At, mark.Halo = projected(&data.Places[b.Place]), data.Places[b.Place].RadiusM
	}
	first := len(pic.slices)
	for c, n := range b.ByCategory {
		if n > 0 {
			pic.slices = append(pic.slices, paint.Slice{Color: pic.Style.Category(data.Categories[c].Color), Count: int(n)})
		}
	}
	mark.Slices = pic.slices[first:len(pic.slices):len(pic.slices)]
	return mark
}

// ringRadius is that of the ring of n events, in pixels. It grows slowly, and not
// beyond a size that leaves room for others.
func ringRadius(n int) float64 { return math.Min(26, 12+2.2*math.Log2(float64(n))) }

// raiseSelected draws the selected mark above all others.
func (m *Map) raiseSelected(pic *Picture) {
	last := len(pic.Marks) - 1
	for k := range pic.Marks {
		if pic.Marks[k].Selected {
			pic.Marks[k], pic.Marks[last] = pic.Marks[last], pic.Marks[k]
			pic.Groups[k], pic.Groups[last] = pic.Groups[last], pic.Groups[k]
			return
		}
	}
}

// fullAge is the age, in seconds, at which an event has faded as far as it does.
const fullAge = 5 * 24 * 3600

// opacity fades events by age where everything up to now is shown. What still
// lasts does not fade.
func (m *Map) opacity(i int) float64 {
	if !m.p.Mode().UpToNow() || i == m.p.Selected() {
		return 1
	}
	age := float64(m.p.Playhead() - m.p.Data().Cols.Latest[i])
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

// ToggleFan opens the fan of a group whose events share one spot, or closes it.
// It returns false where they do not.
func (m *Map) ToggleFan(g Group) bool {
	if g.place < 0 {
		return false
	}
	if m.fan == g.place {
		m.fan = -1
	} else {
		m.fan = g.place
	}
	return true
}

// CloseFan closes the open fan, and tells whether there was one.
func (m *Map) CloseFan() bool {
	open := m.fan >= 0
	m.fan = -1
	return open
}
