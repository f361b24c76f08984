package paint

import (
	"slices"
	"strconv"

	maptiles "qantar/geo/tiles"
)

// tileClass tells which rule draws the things of one layer of vector tiles.
type tileClass struct {
	key   string            // the property that tells them apart
	rules map[string]ruleID // by its value
	rest  ruleID            // of all other values
}

// tileClasses are the layers that are drawn, by name: those of OpenMapTiles
// 3.15 (https://openmaptiles.org/schema/), of Shortbread 1.0
// (https://shortbread-tiles.org/schema/1.0/) and of Protomaps 4
// (https://docs.protomaps.com/basemaps/layers).
var tileClasses = map[string]tileClass{
	// OpenMapTiles, and Protomaps where it has the same name
	"water":          {key: "class", rules: map[string]ruleID{"river": waterRule, "stream": streamRule}, rest: waterRule},
	"waterway":       {key: "class", rules: map[string]ruleID{"river": riverRule, "canal": riverRule}, rest: streamRule},
	"landcover":      {key: "class", rules: covers},
	"landuse":        {key: "class", rules: covers},
	"park":           {key: "class", rest: parkRule},
	"boundary":       {key: "admin_level", rules: borders},
	"aeroway":        {key: "class", rules: airports},
	"transportation": {key: "class", rules: roads},
	"building":       {key: "class", rest: buildingRule},
	// Shortbread
	"ocean":           {key: "kind", rest: waterRule},
	"water_polygons":  {key: "kind", rules: map[string]ruleID{"glacier": iceRule}, rest: waterRule},
	"water_lines":     {key: "kind", rules: map[string]ruleID{"river": riverRule, "canal": riverRule}, rest: streamRule},
	"land":            {key: "kind", rules: covers},
	"sites":           {key: "kind", rules: covers},
	"boundaries":      {key: "admin_level", rules: borders},
	"streets":         {key: "kind", rules: roads},
	"street_polygons": {key: "kind", rules: airports, rest: squareRule},
	"pier_polygons":   {key: "kind", rest: squareRule},
	"ferries":         {key: "kind", rest: ferryRule},
	"buildings":       {key: "kind", rest: buildingRule},
	// Protomaps
	"earth": {key: "kind", rest: earthRule},
	"roads": {key: "kind", rules: roads},
}

// covers are the areas of land by what covers them or what they serve for.
var covers = map[string]ruleID{
	"farmland": farmRule, "orchard": farmRule, "vineyard": farmRule, "farm": farmRule, "allotments": farmRule, "plant_nursery": farmRule,
	"grass": grassRule, "grassland": grassRule, "meadow": grassRule, "heath": grassRule, "scrub": grassRule, "village_green": grassRule,
	"wood": woodRule, "forest": woodRule,
	"sand": sandRule, "beach": sandRule, "barren": sandRule,
	"rock": rockRule, "bare_rock": rockRule, "scree": rockRule, "shingle": rockRule,
	"ice": iceRule, "glacier": iceRule,
	"wetland": wetRule, "swamp": wetRule, "bog": wetRule, "marsh": wetRule, "wet_meadow": wetRule, "string_bog": wetRule,
	"residential": livingRule, "suburb": livingRule, "neighbourhood": livingRule, "quarter": livingRule, "garages": livingRule, "urban_area": livingRule,
	"commercial": workRule, "retail": workRule, "industrial": workRule, "railway": workRule, "military": workRule, "quarry": workRule,
	"landfill": workRule, "brownfield": workRule, "construction": workRule, "farmyard": workRule, "parking": workRule,
	"school": workRule, "university": workRule, "college": workRule, "hospital": workRule, "kindergarten": workRule, "prison": workRule,
	"cemetery": quietRule, "grave_yard": quietRule, "garden": quietRule, "pitch": quietRule, "playground": quietRule, "stadium": quietRule,
	"golf_course": quietRule, "recreation_ground": quietRule, "zoo": quietRule, "theme_park": quietRule, "sports_center": quietRule,
	"park": parkRule, "nature_reserve": parkRule, "national_park": parkRule,
	"aerodrome": apronRule, "pedestrian": squareRule, "runway": apronRule,
}

var roads = map[string]ruleID{
	"motorway": motorwayRule, "highway": motorwayRule, "trunk": trunkRule, "primary": primaryRule, "major_road": primaryRule,
	"secondary": secondaryRule, "medium_road": secondaryRule, "tertiary": tertiaryRule,
	"minor": minorRule, "minor_road": minorRule, "unclassified": minorRule, "residential": minorRule, "living_street": minorRule,
	"busway": minorRule, "pedestrian": minorRule, "raceway": minorRule, "service": serviceRule,
	"track": trackRule, "path": pathRule, "footway": pathRule, "steps": pathRule, "cycleway": pathRule, "bridleway": pathRule,
	"rail": railRule, "narrow_gauge": railRule, "light_rail": tramRule, "tram": tramRule, "subway": tramRule, "monorail": tramRule,
	"funicular": tramRule, "transit": tramRule, "ferry": ferryRule, "runway": runwayRule, "taxiway": taxiRule,
}

var airports = map[string]ruleID{
	"runway": runwayRule, "taxiway": taxiRule, "aerodrome": apronRule, "apron": apronRule, "helipad": apronRule, "heliport": apronRule,
}

var borders = map[string]ruleID{"2": countryRule, "3": regionRule, "4": regionRule}

// ruleOf is the rule for a thing with some properties on a layer.
func ruleOf(layer string, properties map[string]any) ruleID {
	class, ok := tileClasses[layer]
	if !ok || truthy(properties["maritime"]) {
		return noRule
	}
	value := textOf(properties[class.key])
	if value == "" {
		value = textOf(properties["kind"])
	}
	rule, ok := class.rules[value]
	if !ok {
		rule = class.rest
	}
	tunnel := properties["brunnel"] == "tunnel" || truthy(properties["tunnel"])
	if tunnel && rule >= firstRoad && rule <= lastRoad {
		return tunnelRule
	}
	return rule
}

// textOf writes a property's value.
func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return ""
}

func truthy(v any) bool {
	switch v := v.(type) {
	case bool:
		return v
	case float64:
		return v != 0
	}
	return false
}

// foreign tells whether none of the layers that a set names is known: then all
// are drawn alike, so that something is seen.
func foreign(meta *maptiles.Meta) bool {
	return len(meta.Layers) > 0 && !slices.ContainsFunc(meta.Layers, known)
}

func known(layer string) bool {
	_, drawn := tileClasses[layer]
	_, named := nameLayers[layer]
	return drawn || named
}
