package collection

import (
	"fmt"

	"qantar/store"

	"github.com/paulmach/orb"
)

// checkPlace wants a radius for points, an area code for areas, a parent that
// leads to the top, and coordinates inside the country.
func (r *rules) checkPlace(e entry[placeDoc]) {
	area := isArea(e.doc.Kind)
	switch {
	case area && e.doc.Area == "":
		r.list.add(e.spot, fmt.Sprintf("a %s needs an area", e.doc.Kind), "add a line area: with its ISO 3166 code, such as KZ-ALA")
	case area && e.doc.RadiusM != 0:
		r.list.add(e.at("radius_m"), fmt.Sprintf("a %s has an area, not a radius", e.doc.Kind), "remove the line radius_m")
	case !area && e.doc.Kind != "" && e.doc.Area != "":
		r.list.add(e.at("area"), fmt.Sprintf("a %s has a radius, not an area", e.doc.Kind), "remove the line area")
	case !area && e.doc.Kind != "" && e.doc.RadiusM == 0:
		r.list.add(e.spot, fmt.Sprintf("a %s needs a radius", e.doc.Kind), "add a line radius_m: with the metres within which events lie")
	}
	if e.doc.Kind == store.Country && e.doc.Area != "" && e.doc.Area != e.doc.Country {
		r.list.add(e.at("area"), fmt.Sprintf("the area %s of a country is not its country %s", e.doc.Area, e.doc.Country), "use one code for both")
	}
	r.checkParents(e)
	r.checkCountry(e)
}

func isArea(kind store.PlaceKind) bool { return kind == store.Region || kind == store.Country }

// checkParents follows the parents to the top.
func (r *rules) checkParents(e entry[placeDoc]) {
	i, ok := r.resolve(e.at("parent"), "place", e.doc.Parent, r.placeIDs, placesFile)
	for steps := 0; ok; steps++ {
		if steps > len(r.places) || r.places[i].doc.ID == e.doc.ID {
			r.list.add(e.at("parent"), "the parents of "+e.doc.ID+" go in a circle", "let the largest place have no parent")
			return
		}
		i, ok = r.placeIDs[r.places[i].doc.Parent]
	}
}

func (r *rules) checkCountry(e entry[placeDoc]) {
	if r.country == nil || e.doc.Country == "" {
		return
	}
	found := r.country(e.doc.Lon, e.doc.Lat)
	if found == e.doc.Country {
		return
	}
	where := "in no country"
	if found != "" {
		where = "in " + found
	}
	r.list.add(e.at("lon"), fmt.Sprintf("the point %g, %g (longitude, latitude) lies %s, not in %s", e.doc.Lon, e.doc.Lat, where, e.doc.Country),
		"mend lon and lat (were they swapped?) or country")
}

// outline puts the bounds of the map's areas into the places that name them.
func outline(d *docs, c *store.Collection, area func(string) (orb.Bound, bool), list *report) {
	for i, e := range d.places {
		if area == nil || e.doc.Area == "" {
			continue
		}
		bound, ok := area(e.doc.Area)
		if !ok {
			list.add(e.at("area"), fmt.Sprintf("the map has no area %s", e.doc.Area), "use the ISO 3166 code of an area that is drawn")
		}
		c.Places[i].Outline = bound
	}
}
