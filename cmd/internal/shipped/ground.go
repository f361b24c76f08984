package shipped

import (
	"fmt"

	"qantar/assets"
	"qantar/geo"
	"qantar/geo/basemap"
	"qantar/store/collection"

	"github.com/paulmach/orb"
)

// coastTolerance is how far, in km, a point may lie off its country's land:
// coasts are simplified, and harbours stand in the water.
const coastTolerance = 3

// OnMap are the options to check a collection against the basemap: points by
// their country, areas by their code. Decoding the map takes some tens of
// milliseconds.
func OnMap() (collection.Options, error) {
	world, err := basemap.Decode(assets.Basemap)
	if err != nil {
		return collection.Options{}, fmt.Errorf("reading the basemap: %w", err)
	}
	return collection.Options{
		Country: func(lon, lat float64) string { return world.CountryAt(orb.Point{lon, lat}, coastTolerance) },
		Area: func(code string) (orb.Bound, bool) {
			i, ok := world.AreaIndex(code)
			if !ok {
				return orb.Bound{}, false
			}
			return degrees(world.Areas[i].Shape.Bound), true
		},
	}, nil
}

// degrees turns a bound in world coordinates, whose y runs south, into one in
// degrees.
func degrees(world orb.Bound) orb.Bound {
	northWest, southEast := geo.Unproject(world.Min), geo.Unproject(world.Max)
	return orb.Bound{Min: orb.Point{northWest[0], southEast[1]}, Max: orb.Point{southEast[0], northWest[1]}}
}
