package scene

import (
	"math"
	"slices"
	"sort"
	"strings"

	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/state"
)

// Opacities of what is laid over areas.
const (
	tintOpacity     = 0.10
	hatchOpacity    = 0.5  // over land seen from afar
	hatchNear       = 0.16 // over land that fills the whole map
	selectedOpacity = 0.28
)

// mostHatches is how many categories of conditions one area is striped for; more
// could not be told apart. All of them are named beside the map.
const mostHatches = 2

// Conditions are the conditions that hold at the moment shown: indexes into
// state.Data.Items, the most important first.
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
func (m *Map) shades(style *paint.Style) []paint.Shade {
	data := m.p.Data()
	var shades []paint.Shade
	opacity := hatchAt(m.p.View().Zoom)
	tinted, hatched := map[string]bool{}, map[string][]int{} // by area: tinted, and the categories striped for
	for _, i := range data.Broad {
		if !data.Cols.Flags[i].Has(store.Area) || !m.holds(i) {
			continue
		}
		it := data.Item(i)
		color := style.Category(data.CategoryOf(it).Color)
		for _, code := range it.Areas {
			switch {
			case it.Event.Condition:
				if n := len(hatched[code]); n < mostHatches && !slices.Contains(hatched[code], it.Category) {
					shades = append(shades, paint.Shade{Code: code, Color: color, Hatch: true, Sparse: !strings.Contains(code, "-"), Slant: n, Opacity: opacity})
					hatched[code] = append(hatched[code], it.Category)
				}
			case it.Event.Kind == store.Happening && it.Place.Kind == store.Region && !tinted[code]:
				shades = append(shades, paint.Shade{Code: code, Color: color, Opacity: tintOpacity})
				tinted[code] = true
			}
		}
	}
	shades = m.outlined(shades, style, m.p.Selected())
	if m.p.Hovered() != m.p.Selected() {
		shades = m.outlined(shades, style, m.p.Hovered())
	}
	return shades
}

// hatchAt is how strong stripes are at a zoom level: where an area fills the
// map they would only cover what stands on it.
func hatchAt(zoom float64) float64 {
	const far, near = 4.5, 7.5
	t := math.Max(0, math.Min(1, (zoom-far)/(near-far)))
	return hatchOpacity + t*(hatchNear-hatchOpacity)
}

// outlined adds the areas of one event, drawn strongly.
func (m *Map) outlined(shades []paint.Shade, style *paint.Style, i int) []paint.Shade {
	if i < 0 {
		return shades
	}
	it := m.p.Data().Item(i)
	for _, code := range it.Areas {
		shades = append(shades, paint.Shade{Code: code, Color: style.Accent, Opacity: selectedOpacity / 2, Outline: true})
	}
	return shades
}

// holds tells whether event i passes the filter and still goes on at the time
// shown.
func (m *Map) holds(i int) bool {
	from, to := m.p.Shows()
	if m.p.Mode() == state.Cumulative {
		from = to
	}
	cols := m.p.Data().Cols
	return cols.Earliest[i] <= to && cols.Latest[i] >= from && m.p.Passes(i)
}
