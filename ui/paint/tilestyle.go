package paint

import (
	"image/color"
	"math"
)

// ruleID is one rule of the style of vector tiles. They are drawn in this order.
type ruleID uint8

const (
	noRule ruleID = iota
	earthRule
	farmRule
	grassRule
	woodRule
	sandRule
	rockRule
	iceRule
	wetRule
	livingRule
	workRule
	quietRule
	parkRule
	streamRule
	riverRule
	waterRule
	apronRule
	taxiRule
	runwayRule
	squareRule
	buildingRule
	ferryRule
	tunnelRule
	pathRule
	trackRule
	serviceRule
	minorRule
	tertiaryRule
	secondaryRule
	primaryRule
	trunkRule
	motorwayRule
	railRule
	tramRule
	regionRule
	countryRule
	otherAreaRule
	otherLineRule
	ruleCount
)

// The first and last of the rules for roads, whose edges are all drawn before
// their surfaces, so that they join.
const firstRoad, lastRoad = tunnelRule, motorwayRule

// tileRule is how one sort of thing on a vector tile is drawn.
type tileRule struct {
	from  float64 // the zoom level at which it appears
	width widths  // of a line; zero for an area
	edge  bool    // a line with edges, where it is wide enough
	soft  float64 // how much of the ground shines through, 0 to 1
	color func(*Style) color.RGBA
}

// widths is a line's width in pixels at the zoom levels of widthsAt.
type widths [4]float64

var widthsAt = [4]float64{6, 10, 14, 18}

// at interpolates between two levels, in proportion where that is possible.
func (r widths) at(zoom float64) float64 {
	if zoom <= widthsAt[0] {
		return r[0]
	}
	for i := 1; i < len(r); i++ {
		if zoom > widthsAt[i] {
			continue
		}
		t := (zoom - widthsAt[i-1]) / (widthsAt[i] - widthsAt[i-1])
		if r[i-1] == 0 {
			return r[i] * t
		}
		return r[i-1] * math.Pow(r[i]/r[i-1], t)
	}
	return r[len(r)-1]
}

// tileRules is the style of vector tiles. All colours are mixed from those of
// the map's own style, and so follow it.
var tileRules = [ruleCount]tileRule{
	earthRule:     {color: groundColor},
	farmRule:      {color: toward(yellowish, 0.05)},
	grassRule:     {color: toward(greenish, 0.08)},
	woodRule:      {color: toward(greenish, 0.16)},
	sandRule:      {color: toward(yellowish, 0.14)},
	rockRule:      {color: toward(softText, 0.08)},
	iceRule:       {color: toward(seaColor, 0.35)},
	wetRule:       {color: toward(seaColor, 0.3)},
	livingRule:    {color: toward(urbanColor, 0.5), from: 8},
	workRule:      {color: toward(urbanColor, 0.9), from: 9},
	quietRule:     {color: toward(greenish, 0.12), from: 11},
	parkRule:      {color: toward(greenish, 0.13), from: 7, soft: 0.3},
	waterRule:     {color: seaColor},
	riverRule:     {color: riverColor, width: widths{0.8, 1.4, 3, 8}},
	streamRule:    {color: riverColor, width: widths{0, 0.3, 1.2, 3}, from: 10},
	apronRule:     {color: toward(softText, 0.14), from: 11},
	taxiRule:      {color: toward(softText, 0.24), width: widths{0, 0, 1.5, 12}, from: 12},
	runwayRule:    {color: toward(softText, 0.24), width: widths{0, 1, 4, 40}, from: 10},
	squareRule:    {color: roadColor, from: 14},
	buildingRule:  {color: toward(buildingColor, 1), from: 13},
	ferryRule:     {color: riverColor, width: widths{0, 0.6, 1, 1.4}, from: 10},
	tunnelRule:    {color: toward(softText, 0.16), width: widths{0, 0.8, 2, 9}, from: 10},
	pathRule:      {color: toward(softText, 0.4), width: widths{0, 0, 0.7, 1.6}, from: 14},
	trackRule:     {color: toward(softText, 0.34), width: widths{0, 0, 0.8, 2}, from: 13},
	serviceRule:   {color: roadColor, width: widths{0, 0, 1, 6}, edge: true, from: 14},
	minorRule:     {color: roadColor, width: widths{0, 0, 2, 12}, edge: true, from: 12},
	tertiaryRule:  {color: roadColor, width: widths{0, 0.7, 3, 14}, edge: true, from: 10},
	secondaryRule: {color: roadColor, width: widths{0, 1.1, 3.6, 17}, edge: true, from: 9},
	primaryRule:   {color: mainColor(0.3), width: widths{0.5, 1.5, 4.4, 20}, edge: true, from: 7},
	trunkRule:     {color: mainColor(0.42), width: widths{0.8, 1.8, 5, 22}, edge: true, from: 5},
	motorwayRule:  {color: mainColor(0.55), width: widths{1, 2.2, 5.6, 24}, edge: true, from: 5},
	railRule:      {color: toward(softText, 0.6), width: widths{0, 0.7, 1.2, 2.6}, from: 9},
	tramRule:      {color: toward(softText, 0.45), width: widths{0, 0, 0.8, 1.6}, from: 13},
	regionRule:    {color: regionColor, width: widths{0.8, 1.1, 1.4, 2}, from: 4},
	countryRule:   {color: borderColor, width: widths{1.2, 1.8, 2.2, 3}},
	otherAreaRule: {color: accentColor, soft: 0.8},
	otherLineRule: {color: accentColor, width: widths{1.2, 1.5, 2, 3}},
}

func groundColor(s *Style) color.RGBA { return s.Land }
func seaColor(s *Style) color.RGBA    { return s.Sea }
func riverColor(s *Style) color.RGBA  { return s.River }
func urbanColor(s *Style) color.RGBA  { return s.Urban }
func regionColor(s *Style) color.RGBA { return s.Region }
func borderColor(s *Style) color.RGBA { return s.Border }
func accentColor(s *Style) color.RGBA { return s.Accent }
func greenish(s *Style) color.RGBA    { return mix(s.Category("bluish-green"), s.Category("yellow"), 0.3) }
func yellowish(s *Style) color.RGBA   { return s.Category("yellow") }

func buildingColor(s *Style) color.RGBA { return mix(s.Urban, s.TextSoft, 0.14) }

// toward mixes some of a colour into the land.
func toward(c func(*Style) color.RGBA, part float64) func(*Style) color.RGBA {
	return func(s *Style) color.RGBA { return mix(s.Land, c(s), part) }
}

// roadColor stands out from the land: the lightest colour of a light style,
// and a lighter one than the land in a dark style.
func roadColor(s *Style) color.RGBA {
	if s.Dark {
		return mix(s.Land, s.TextSoft, 0.28)
	}
	return s.Halo
}

// mainColor is that of a main road, some of orange in it.
func mainColor(part float64) func(*Style) color.RGBA {
	return func(s *Style) color.RGBA { return mix(roadColor(s), s.Category("orange"), part) }
}

// edgeColor is that of the edges of roads.
func edgeColor(s *Style) color.RGBA {
	if s.Dark {
		return s.Halo
	}
	return mix(s.Land, s.TextSoft, 0.42)
}
