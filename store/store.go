// Package store holds the nouns of Qantar: what a collection of geocoded
// events is made of, as plain values. Reading a collection folder is the work
// of store/collection, keeping one in a file that of store/sqlite; neither
// knows the other.
package store

import (
	"qantar/store/when"

	"github.com/paulmach/orb"
)

// Collection is one set of sources, places, people, events and stories.
type Collection struct {
	ID          string
	Title       Text
	Summary     Text
	TimeZone    string // IANA name; instants are shown in it, and undated places keep it
	Window      when.When
	Opening     when.When // the moment at which a viewer opens, inside Window
	Home        View
	Languages   []Lang
	Attribution []string // licences of what the collection contains, a line each

	Categories []Category
	Sources    []Source
	Places     []Place
	People     []Person
	Events     []Event

	Measures      []Measure
	Figures       []Figure
	Disagreements []Disagreement

	Stories []Story

	Hash string // SHA-256 of the collection's files, in hex
}

// View is where a map looks: a centre in degrees and a zoom level, where
// level 0 shows the world on 256 pixels.
type View struct {
	Lon, Lat, Zoom float64
}

// Category groups events under one mark: a shape and a colour together, so
// that nothing is told by colour alone.
type Category struct {
	ID    string
	Label Text
	Shape string // a mark's outline, such as "circle"; the collection's schema lists all
	Color string // a name of the palette, such as "sky-blue"; the collection's schema lists all
}

// Source is a document that reports events. Its text is not kept.
type Source struct {
	ID         string
	File       string // file name of the document
	SHA256     string // of the file's bytes, in hex
	Publisher  Text
	Title      string // the first words of it, as printed, and "…" for the rest
	Short      Text   // a few words for chips and rows
	Byline     string
	Agency     string
	Published  when.When
	Language   Lang
	Rights     Text
	Note       Text
	Paragraphs int // lines of the file that are not empty
}

// PlaceKind tells what sort of place a Place is, and so how it is drawn.
type PlaceKind string

// Sites and cities are points with a radius; regions and countries are areas.
const (
	Site    PlaceKind = "site"
	City    PlaceKind = "city"
	Region  PlaceKind = "region"
	Country PlaceKind = "country"
)

// Place is where events happen: a point with a radius of uncertainty, or an
// area of the basemap.
type Place struct {
	ID       string
	Name     Text
	Aliases  []string
	Kind     PlaceKind
	Point    orb.Point // longitude, latitude in degrees; for an area a point to centre on
	RadiusM  float64   // metres around Point within which the event lies; 0 for areas
	Area     string    // basemap code: ISO 3166-1 alpha-2 or ISO 3166-2; "" for points
	Outline  orb.Bound // degrees; around the area where its outline is known, else the zero bound
	Country  string    // ISO 3166-1 alpha-2
	Parent   string    // place id, "" at the top
	TimeZone string    // IANA name
	GeoNames int       // GeoNames id, 0 when there is none
	Note     Text      // the ground for the coordinates
}

// IsArea tells whether the place is drawn as an area rather than a point.
func (p *Place) IsArea() bool { return p.Kind == Region || p.Kind == Country }

// Person is someone whom events name.
type Person struct {
	ID   string
	Name Text
	Role Text
}

// Kind tells what sort of thing an event is.
type Kind string

// The kinds of event.
const (
	Happening  Kind = "happening"
	Statement  Kind = "statement"
	Count      Kind = "count"
	Claim      Kind = "claim"
	Rumour     Kind = "rumour"
	Analysis   Kind = "analysis"
	Plan       Kind = "plan"
	Background Kind = "background"
)

// Kinds are all kinds of event, in the order they are listed.
var Kinds = []Kind{Happening, Statement, Count, Claim, Rumour, Analysis, Plan, Background}

// Event is something that happened or was said.
type Event struct {
	ID         string
	Title      Text
	Summary    Text
	Kind       Kind
	Category   string // category id
	Importance int    // 1 to 3, 3 highest
	When       when.When
	WhenNote   Text     // the ground for the date
	Place      string   // place id
	PlaceNote  Text     // the ground for the place where the text does not name it
	Inferred   bool     // the place is implied, not named
	Areas      []string // further area places over which the event holds
	Condition  bool     // a state that lasts (an emergency, a shutdown), shading its areas
	People     []string // person ids
	Reports    []Report
}

// Report is one source's account of one event.
type Report struct {
	Source       string // source id
	Paragraphs   []int  // counted from 1 over the lines that are not empty
	AttributedTo string // who the source says said it
	Note         Text
}
