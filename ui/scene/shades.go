package scene

import (
	"math"
	"slices"
	"sort"
	"strings"

	"qantar/store"
	"qantar/ui/paint"
)

// Opacities of what is laid over areas.
const (
	tintOpacity     = 0.10
	hatchOpacity    = 0.5  // over land seen from afar
	hatchNear       = 0.16 // over land that fills the whole map
	selectedOpacity = 0.14
	spokenOpacity   = 0.05
)

// mostHatches is how many categories of conditions one area is striped for; more
// could not be told apart. All of them are named beside the map.
const mostHatches = 2

// Conditions are the conditions that hold at the moment shown: positions in order
// of time, the most important first.
func (m *Map) Conditions() []int {
	var found []int
	for _, i := range m.p.Data().Broad {
		if m.p.Data().Cols.Flags[i].Has(store.Condition) && m.holds(i) {
			found = append(found, i)
		}
	}
	importance := m.p.Data().Cols.Importance
	sort.SliceStable(found, func(a, b int) bool { return importance[found[a]] > importance[found[b]] })
	return found
}

// Nationwide are the events over whole countries that are shown and are no
// conditions: positions in order of time.
func (m *Map) Nationwide() []int {
	var found []int
	data := m.p.Data()
	for _, i := range data.Broad {
		if f := data.Cols.Flags[i]; f.Has(store.Area) && !f.Has(store.Condition) &&
			data.PlaceOf(i).Kind == store.Country && m.p.Shown().Has(i) {
			found = append(found, i)
		}
	}
	return found
}

// shades are the areas over which something holds at the time shown: stripes
// for conditions, a light tint for what happened over a whole region, and an
// outline for the selected and the hovered event.
func (m *Map) shades(shades []paint.Shade, style *paint.Style) []paint.Shade {
	data := m.p.Data()
	opacity := hatchAt(m.p.View().Zoom)
	m.laid = m.laid[:0]
	for _, i := range data.Broad {
		if !data.Cols.Flags[i].Has(store.Area) || !m.holds(i) {
			continue
		}
		it := data.Item(i)
		color := style.Category(data.CategoryOf(it).Color)
		for _, code := range it.Areas {
			switch {
			case it.Event.Condition:
				if n, already := m.over(code, it.Category); n < mostHatches && !already {
					shades = append(shades, paint.Shade{Code: code, Color: color, Hatch: true, Sparse: !strings.Contains(code, "-"), Slant: n, Opacity: opacity})
					m.laid = append(m.laid, laid{code, it.Category})
				}
			case it.Event.Kind == store.Happening && it.Place.Kind == store.Region:
				if n, _ := m.over(code, tint); n == 0 {
					shades = append(shades, paint.Shade{Code: code, Color: color, Opacity: tintOpacity})
					m.laid = append(m.laid, laid{code, tint})
				}
			}
		}
	}
	for _, i := range m.p.Highlights() {
		if i != m.p.Selected() && m.p.Shown().Has(i) && data.Cols.Flags[i].Has(store.Area) {
			shades = m.outlined(shades, style, i, spokenOpacity)
		}
	}
	shades = m.outlined(shades, style, m.p.Selected(), selectedOpacity)
	if m.p.Hovered() != m.p.Selected() {
		shades = m.outlined(shades, style, m.p.Hovered(), selectedOpacity)
	}
	return shades
}

// laid is what has been laid over an area: the stripes of a category, or a tint.
type laid struct {
	code string
	what int
}

// tint stands for a tint among the categories of stripes.
const tint = -1

// over counts what of the same sort as what lies over an area, and tells
// whether what itself does.
func (m *Map) over(code string, what int) (n int, already bool) {
	for _, l := range m.laid {
		if l.code == code && (l.what == tint) == (what == tint) {
			n++
			already = already || l.what == what
		}
	}
	return n, already
}

// hatchAt is how strong stripes are at a zoom level: where an area fills the
// map they would only cover what stands on it.
func hatchAt(zoom float64) float64 {
	const far, near = 4.5, 7.5
	t := math.Max(0, math.Min(1, (zoom-far)/(near-far)))
	return hatchOpacity + t*(hatchNear-hatchOpacity)
}

// outlined adds the areas of one event, drawn strongly. An area that is outlined
// already stays as it is: several events at once would only darken it.
func (m *Map) outlined(shades []paint.Shade, style *paint.Style, i int, opacity float64) []paint.Shade {
	if i < 0 {
		return shades
	}
	for _, code := range m.p.Data().Item(i).Areas {
		shade := paint.Shade{Code: code, Color: style.Accent, Opacity: opacity, Outline: true}
		if k := slices.IndexFunc(shades, func(s paint.Shade) bool { return s.Outline && s.Code == code }); k >= 0 {
			shades[k] = stronger(shades[k], shade)
			continue
		}
		shades = append(shades, shade)
	}
	return shades
}

// stronger is the one of two shades of an area that covers more.
func stronger(a, b paint.Shade) paint.Shade {
	if b.Opacity > a.Opacity {
		return b
	}
	return a
}

// holds tells whether event i passes the filter and still goes on at the time
// shown.
func (m *Map) holds(i int) bool {
	from, to := m.p.Shows()
	if m.p.Mode().UpToNow() {
		from = to
	}
	cols := m.p.Data().Cols
	return cols.Earliest[i] <= to && cols.Latest[i] >= from && m.p.Passes(i)
}
