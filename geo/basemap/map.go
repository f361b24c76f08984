// Package basemap decodes the embedded vector map into plain values that are
// ready for painting and looking up: land, countries, regions, lakes, towns,
// rivers, borders and the names to write on them.
//
// All positions are world coordinates of package geo: Web Mercator from 0 to
// 1, x to the east, y to the south. All geometry consists of arcs, pieces of
// line between two junctions, which each detail holds once: neighbours refer
// to the same arcs, so there are no gaps between them, every border is one
// line, and a coast takes no more memory for bounding land, country and
// region at once. Rings are closed and oriented: the inside lies to the right
// of the direction of travel as seen on screen, so outer rings run clockwise
// and holes counterclockwise. A polygon is filled alike by the non-zero and by
// the even-odd rule when all its rings go into one path.
//
// A decoded Map may be read by many goroutines; nothing of it is to be written
// to.
package basemap

import "github.com/paulmach/orb"

// Map is the whole basemap.
type Map struct {
	// Details hold the arcs from coarse to fine. What refers to arcs is the
	// same for all of them.
	Details []Detail
	// Land is the union of all countries; its holes are inland seas that
	// belong to no country, such as the Caspian Sea.
	Land Polygon
	// Areas are the countries, then the first-level units of those countries
	// whose units are drawn, each group in the order of codes.
	Areas []Area
	// Lakes are painted over the land; islands are holes.
	Lakes []Polygon
	// Urban are built-up areas, painted over the land.
	Urban []Polygon
	// Lines are coasts, the limits of countries and regions, and rivers. Those
	// run on through lakes, so lakes are painted over them.
	Lines []Line
	// Places are towns, the most important first.
	Places []Place
	// Waters are the names of seas, lakes and rivers, the most important first.
	Waters []Water
}

// Detail is the geometry simplified for one range of zoom levels.
type Detail struct {
	// MaxZoom is the zoom level (0: the world on 256 pixels) up to which the
	// simplification stays under about half a pixel. The finest detail serves
	// every higher zoom too.
	MaxZoom float64
	arcs    func() []Arc
}

// Arcs are all arcs of the map. The first call builds them, which takes some
// milliseconds and 1 to 3 MB: few look at the whole map and at a village.
func (d *Detail) Arcs() []Arc { return d.arcs() }

// Arc is a piece of line in parts, of which each begins where the one before
// ends. An arc too small to be seen at a detail has none.
type Arc []Part

// Part is a stretch of an arc, short enough that leaving it out by its bound
// pays. Its points are shared: do not write to them.
type Part struct {
	Points []Point // at least two
	Bound  Bound
}

// Point is a position. The steps of the asset's grid are whole in 32 bits.
type Point struct{ X, Y float32 }

// Bound encloses points.
type Bound struct{ Min, Max Point }

// Polygon is an area of any number of rings, outer ones and holes together.
type Polygon struct {
	Rings []Ring
	// Bound encloses all rings.
	Bound orb.Bound
	// MinZoom is the zoom level from which the polygon is worth painting.
	MinZoom float64
}

// Ring is one closed line: arcs, of which each begins where the one before
// ends.
type Ring struct {
	Refs  []Ref
	Bound orb.Bound
}

// Ref names an arc and the direction in which a ring runs along it.
type Ref uint32

// Arc is the index of the arc in Detail.Arcs.
func (r Ref) Arc() int { return int(r >> 1) }

// Back tells whether the ring runs along the arc backwards.
func (r Ref) Back() bool { return r&1 == 1 }

// Line is an arc that is drawn.
type Line struct {
	Arc   int // index in Detail.Arcs
	Bound orb.Bound
	Rank  Rank
	// MinZoom is the zoom level from which the line is worth painting.
	MinZoom float64
}

// Rank tells what a line is; a smaller rank is painted above a larger one.
type Rank uint8

// The ranks of lines. A line between a country and the sea is a Coast even
// when it bounds a region as well.
const (
	Coast Rank = iota
	CountryBorder
	RegionBorder
	River
)

// Kind tells countries from first-level units.
type Kind uint8

// The kinds of areas.
const (
	Country Kind = iota
	Region
)

// Area is a country or a first-level unit of one.
type Area struct {
	Kind Kind
	// Code is ISO 3166-1 alpha-2 for a country ("KZ") and ISO 3166-2 for a
	// region ("KZ-MAN"), as of January 2022.
	Code string
	// Country is the alpha-2 code of the country; a country's own code.
	Country string
	Name    Names
	// Label is a point well inside the area.
	Label orb.Point
	// Shape is the area itself.
	Shape Polygon
	// MinZoom is the zoom level from which the name is worth writing.
	MinZoom float64
}

// Capital tells what a place is the seat of.
type Capital uint8

// The seats a place can be.
const (
	NoCapital Capital = iota
	RegionCapital
	CountryCapital
)

// Place is a town to be marked and named.
type Place struct {
	Name  Names
	Point orb.Point
	// Country is the alpha-2 code.
	Country string
	Capital Capital
	// Population is the number of inhabitants, often some years old; 0 where
	// unknown.
	Population int
	// MinZoom is the zoom level from which the place is worth a label. Among
	// places it is the rank: smaller is more important.
	MinZoom float64
}

// WaterKind tells seas from lakes and rivers.
type WaterKind uint8

// The kinds of water.
const (
	Sea WaterKind = iota
	Lake
	Stream
)

// Water is the name of a sea, lake or river.
type Water struct {
	Kind    WaterKind
	Name    Names
	Point   orb.Point
	MinZoom float64
}

// Names holds one name in three languages.
type Names struct{ En, Kk, Ru string }

// In returns the name in the language with the ISO 639-1 code lang. Kazakh
// falls back to Russian, whose letters its readers know, and everything falls
// back to English.
func (n Names) In(lang string) string {
	switch {
	case lang == "kk" && n.Kk != "":
		return n.Kk
	case (lang == "kk" || lang == "ru") && n.Ru != "":
		return n.Ru
	default:
		return n.En
	}
}
