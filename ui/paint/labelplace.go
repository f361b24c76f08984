package paint

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"

	"qantar/geo"
	"qantar/geo/basemap"

	"github.com/paulmach/orb"
)

// labels are the names of the whole world as they stand at one step of the
// zoom. Settling them costs a millisecond or two, and is done when the step,
// the language or the like changes, not when the map is panned.
type labels struct {
	key    labelsKey
	busy   []orb.Point
	wanted []label
	placed []label
	taken  labelGrid // by names and the marks of their places
	events labelGrid // by marks, at one time or other

	fromTiles bool // names of tiles are among them, which come and go with these
}

// labelsKey is what the places of labels depend on.
type labelsKey struct {
	step  float64
	scale float32
	lang  string
	focus string
}

// label is one name that would like to stand on the map, or does.
type label struct {
	world  orb.Point
	lines  []string
	kind   *labelKind
	rank   float64 // smaller goes first
	below  bool    // under its point, where marks stand
	sway   pt      // how far it may stand off its point, pixels at scale 1
	width  float32 // of the longest line, device pixels
	offset pt      // from the point to where the first baseline begins
	box    box     // what it takes, from its point
}

// stepsPerZoom is how many times between two zoom levels names find their
// places anew.
const stepsPerZoom = 5

// busyReach is how far around a mark's point names keep away, in pixels at scale
// 1: about the radius of a ring. Those of areas and waters, which have few places
// to go, do so where they can.
const busyReach = 14

// settle finds the places of all names, unless they are known.
func (m *Map) settle(s *MapScene) {
	l := &m.labels
	step := math.Floor(s.zoom()*stepsPerZoom+1e-6) / stepsPerZoom
	key := labelsKey{step, s.Scale, s.Lang, s.Focus}
	if l.placed != nil && key == l.key && slices.Equal(l.busy, s.Busy) && !l.fromTiles && !s.namesTiles() {
		return
	}
	l.key, l.busy = key, append(l.busy[:0], s.Busy...)
	l.wanted, l.placed = l.wanted[:0], l.placed[:0]
	m.wantPlaces(s, step)
	m.wantAreas(s, step)
	m.wantWaters(s, step)
	if l.fromTiles = s.namesTiles(); l.fromTiles {
		m.wantTileNames(s)
	}
	slices.SortStableFunc(l.wanted, func(a, b label) int { return cmp.Compare(a.rank, b.rank) })
	world := geo.TileSize * math.Exp2(step) * float64(s.Scale)
	l.clear(s, world)
	for i := range l.wanted {
		l.place(&l.wanted[i], world, s.Scale)
	}
}

// clear frees all places but those where marks stand.
func (l *labels) clear(s *MapScene, world float64) {
	l.taken.reset(world)
	l.events.reset(world)
	for _, p := range s.Busy {
		r := busyReach * s.Scale
		l.events.take(box{-r, -r, r, r}.add(pt{float32(p[0] * world), float32(p[1] * world)}))
	}
}

// want adds a name that may take another line from a width of wrap pixels at
// scale 1 on; 0 keeps it on one.
func (m *Map) want(s *MapScene, world orb.Point, text string, kind *labelKind, minZoom float64, wrap float32) *label {
	if kind.capitals {
		text = strings.ToUpper(text)
	}
	l := label{world: world, kind: kind, rank: minZoom - kind.lead, sway: pt{mostSway, mostSway}}
	l.lines, l.width = m.wrapped(text, kind, wrap*s.Scale, s.Scale)
	m.labels.wanted = append(m.labels.wanted, l)
	return &m.labels.wanted[len(m.labels.wanted)-1]
}

// A name may stand so many pixels at scale 1 off its point, and within so much of
// its area's width and height: further off it would name another one.
const (
	mostSway  = 44
	swayShare = 0.2
)

// focusLead is by how much the names of the country told of go first.
const focusLead = 3

func (m *Map) wantPlaces(s *MapScene, step float64) {
	near := 24 / (geo.TileSize * math.Exp2(step))
	for i := range m.world.Places {
		p := &m.world.Places[i]
		if p.MinZoom > step {
			continue
		}
		l := m.want(s, p.Point, p.Name.In(s.Lang), kindOfPlace(p), p.MinZoom, 0)
		if p.Country == s.Focus {
			l.rank -= focusLead
		}
		l.below = isNear(s.Busy, p.Point, near)
	}
}

// isNear tells whether one of all stands within reach of a point.
func isNear(all []orb.Point, p orb.Point, reach float64) bool {
	for _, b := range all {
		if math.Abs(b[0]-p[0]) < reach && math.Abs(b[1]-p[1]) < reach {
			return true
		}
	}
	return false
}

// The name of an area takes another line from a share of the area's width on,
// between two limits in pixels at scale 1.
const (
	wrapShare = 0.6
	leastWrap = 90
	mostWrap  = 420
)

// roomShare is how much of an area's width its name may take: that of a small
// country may reach beyond it, for nothing else tells what it is.
var roomShare = map[basemap.Kind]float64{basemap.Country: 1.3, basemap.Region: 0.9}

// countriesTo is the zoom level from which one sees no country as a whole.
const countriesTo = 6.5

func (m *Map) wantAreas(s *MapScene, step float64) {
	world := geo.TileSize * math.Exp2(step)
	for i := range m.world.Areas {
		a := &m.world.Areas[i]
		if a.MinZoom > step || a.Kind == basemap.Country && step > countriesTo {
			continue
		}
		size := a.Shape.Bound
		room, height := (size.Max[0]-size.Min[0])*world, (size.Max[1]-size.Min[1])*world
		wrap := max(leastWrap, min(mostWrap, wrapShare*float32(room)))
		l := m.want(s, a.Label, a.Name.In(s.Lang), kindOfArea(a, room), a.MinZoom, wrap)
		if a.Country == s.Focus {
			l.rank -= focusLead
		}
		l.sway = pt{min(mostSway, swayShare*float32(room)), min(mostSway, swayShare*float32(height))}
		if float64(l.width/s.Scale) > roomShare[a.Kind]*room {
			m.labels.wanted = m.labels.wanted[:len(m.labels.wanted)-1]
		}
	}
}

func (m *Map) wantWaters(s *MapScene, step float64) {
	for i := range m.world.Waters {
		w := &m.world.Waters[i]
		if kind := kindsOfWater[w.Kind]; w.MinZoom <= step {
			m.want(s, w.Point, w.Name.In(s.Lang), kind, w.MinZoom, kind.wrap)
		}
	}
}

// mostLines a name may take.
const mostLines = 3

// wrapped breaks a name into lines that are as alike as can be, and measures
// the longest.
func (m *Map) wrapped(text string, kind *labelKind, wrap, k float32) ([]string, float32) {
	measure := func(line string) float32 {
		return m.names.trackedWidth(line, kind.weight, kind.size*k, kind.tracking*k)
	}
	whole := measure(text)
	words := strings.Fields(text)
	if wrap == 0 || whole <= wrap || len(words) < 2 {
		return []string{text}, whole
	}
	lines := min(int(math.Ceil(float64(whole/wrap))), len(words), mostLines)
	best, width := []string{text}, whole
	for cuts := uint(1); cuts < 1<<min(len(words)-1, 8); cuts++ {
		if bits.OnesCount(cuts) != lines-1 {
			continue
		}
		tried := cutWords(words, cuts)
		longest := float32(0)
		for _, line := range tried {
			longest = max(longest, measure(line))
		}
		if longest < width {
			best, width = tried, longest
		}
	}
	return best, width
}

// cutWords joins words into lines; bit i of cuts ends a line after word i.
func cutWords(words []string, cuts uint) (lines []string) {
	from := 0
	for i := range words {
		if i == len(words)-1 || cuts>>i&1 == 1 {
			lines = append(lines, strings.Join(words[from:i+1], " "))
			from = i + 1
		}
	}
	return lines
}

// place finds a spot for a label where it touches no other name, and keeps it.
// world is the width of the world in device pixels. Names of towns keep clear of
// all events, others as far as they can.
func (l *labels) place(w *label, world float64, k float32) {
	at := pt{float32(w.world[0] * world), float32(w.world[1] * world)}
	town := w.kind.mark != nil
	if town && !l.taken.free(w.dot(k).add(at)) {
		return
	}
	spot, found := l.spot(w, at, k)
	if !found {
		return
	}
	text := w.boxAt(spot, k)
	w.offset, w.box = spot, text
	l.taken.take(w.room(text, k).add(at))
	if town {
		l.taken.take(w.dot(k).add(at))
		w.box = text.union(w.dot(k))
	}
	l.placed = append(l.placed, *w)
}

// driftCost is what a pixel off a name's best spot weighs, in pixels of its
// letters that events hide.
const driftCost = 4

// spot is where a label touches no other name: a town's the first of its spots
// that no event hides, others the one of which the least is hidden, unless that
// is far off.
func (l *labels) spot(w *label, at pt, k float32) (best pt, found bool) {
	spots, least := w.kind.spots(w, k), float32(math.Inf(1))
	for _, spot := range spots {
		text := w.boxAt(spot, k)
		if !l.taken.free(w.room(text, k).add(at)) {
			continue
		}
		hidden := l.events.hidden(text.add(at))
		if hidden > 0 && w.kind.mark != nil {
			continue
		}
		if cost := hidden + driftCost*k*drift(spots[0], spot); cost < least {
			best, least, found = spot, cost, true
		}
		if hidden == 0 {
			break
		}
	}
	return best, found
}

// drift is how far one spot is from another; sideways counts twice.
func drift(a, b pt) float32 { return 2*max(a.x-b.x, b.x-a.x) + max(a.y-b.y, b.y-a.y) }

// room is what a label's text keeps clear of other names: the further its letters
// stand apart, the further must the next name, or the two read as one.
func (l *label) room(text box, k float32) box { return text.widen(3 * l.kind.tracking * k) }

// dot is what the mark of a label's place takes, from its point.
func (l *label) dot(k float32) box {
	r := l.kind.reach * k
	return box{-r, -r, r, r}
}

// ascent is how high a label's letters are.
func (l *label) ascent(k float32) float32 { return l.kind.size * k * 0.75 }

// boxAt is what a label takes whose first baseline begins at a spot.
func (l *label) boxAt(spot pt, k float32) box {
	more := float32(len(l.lines)-1) * l.kind.leading(k)
	return box{spot.x - 3*k, spot.y - l.ascent(k) - 1*k, spot.x + l.width + 3*k, spot.y + more + (l.kind.size*0.22+1)*k}
}

// swayStep is how far two spots about a name's point are apart, in pixels at
// scale 1.
const swayStep = 14

// sways are the spots about a name's point, in steps to the right and down, the
// best first: the nearest, and rather above or below than beside.
var sways = func() (all []pt) {
	const most = mostSway / swayStep
	for y := -most; y <= most; y++ {
		for x := -most; x <= most; x++ {
			all = append(all, pt{float32(x), float32(y)})
		}
	}
	slices.SortStableFunc(all, func(a, b pt) int { return cmp.Compare(drift(pt{}, a), drift(pt{}, b)) })
	return all
}()

// aboutMiddle sets a name across its point, or above, below or beside it as far
// as it may sway.
func aboutMiddle(l *label, k float32) []pt {
	more := float32(len(l.lines)-1) * l.kind.leading(k)
	x, y := -l.width/2, (l.ascent(k)-more)/2
	spots := make([]pt, 0, len(sways))
	for _, s := range sways {
		if dx, dy := s.x*swayStep, s.y*swayStep; max(dx, -dx) <= l.sway.x && max(dy, -dy) <= l.sway.y {
			spots = append(spots, pt{x + dx*k, y + dy*k})
		}
	}
	return spots
}

// alongside sets a name beside a river: above, below, or to its side.
func alongside(l *label, k float32) []pt {
	gap := 5 * k
	return []pt{
		{-l.width / 2, -gap}, {-l.width / 2, gap + l.ascent(k)}, {gap, l.ascent(k) / 2}, {-gap - l.width, l.ascent(k) / 2},
	}
}

// roundPoint sets a name beside the mark of a place, the best spot first, and
// under it where events stand.
func roundPoint(l *label, k float32) []pt {
	gap, ascent, centred := (l.kind.reach+4)*k, l.ascent(k), -l.width/2
	if l.below {
		return []pt{{centred, 20*k + ascent}, {centred, -22 * k}, {24 * k, ascent / 2}}
	}
	return []pt{
		{gap, ascent / 2}, {-gap - l.width, ascent / 2}, {centred, gap + ascent}, {centred, -gap},
		{gap * 0.7, -gap * 0.7}, {gap * 0.7, gap*0.7 + ascent}, {-gap*0.7 - l.width, -gap * 0.7}, {-gap*0.7 - l.width, gap*0.7 + ascent},
	}
}
