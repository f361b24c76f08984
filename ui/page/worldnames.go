package page

import (
	"cmp"
	"math"
	"slices"

	"qantar/geo/basemap"

	"github.com/paulmach/orb"
)

// minorName is the zoom from which names are left out where nothing happens.
const minorName = 5

// sortsOfTown and sortsOfWater are what names are called in the page.
var (
	sortsOfTown  = map[basemap.Capital]string{basemap.CountryCapital: "capital", basemap.RegionCapital: "seat", basemap.NoCapital: "town"}
	sortsOfWater = map[basemap.WaterKind]string{basemap.Sea: "sea", basemap.Lake: "lake", basemap.Stream: "river"}
)

// leads are how much earlier than its zoom a name is placed, by sort: a bonus
// in rank over what else there is.
var leads = map[string]float64{"capital": 2, "country": 2.5, "seat": 0.5, "sea": 0.5, "river": -0.5, "region": -2}

// names takes the names that are worth writing, in the order in which they are
// placed.
func (c *cutter) names() {
	for i := range c.world.Areas {
		a := &c.world.Areas[i]
		if a.Kind == basemap.Country {
			c.name(a.Name, a.Label, a.MinZoom, "country", short(a.Shape.Bound.Max[0]-a.Shape.Bound.Min[0]))
		} else {
			c.name(a.Name, a.Label, a.MinZoom, "region", 0)
		}
	}
	for i := range c.world.Places {
		p := &c.world.Places[i]
		c.name(p.Name, p.Point, p.MinZoom, sortsOfTown[p.Capital], 0)
	}
	for i := range c.world.Waters {
		w := &c.world.Waters[i]
		c.name(w.Name, w.Point, w.MinZoom, sortsOfWater[w.Kind], 0)
	}
	slices.SortStableFunc(c.out.Names, func(a, b cutName) int {
		return cmp.Compare(a.Zoom-leads[a.Sort], b.Zoom-leads[b.Sort])
	})
}

func (c *cutter) name(n basemap.Names, at orb.Point, zoom float64, sort string, width float64) {
	if zoom > minorName && !c.focus.Contains(at) && !c.near(at.Bound()) {
		return
	}
	const fine = 1e6 // a millionth of the world is less than a pixel at every zoom at which names are placed
	point := [2]float64{math.Round(at[0]*fine) / fine, math.Round(at[1]*fine) / fine}
	c.out.Names = append(c.out.Names, cutName{nameOf(n), point, math.Round(zoom*10) / 10, sort, math.Round(width*1e4) / 1e4})
}
