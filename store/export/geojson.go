package export

import (
	"fmt"
	"io"

	"qantar/store"

	"github.com/paulmach/orb"
)

// feature is an event as a Feature of RFC 7946.
type feature struct {
	Type       string     `json:"type"`
	ID         string     `json:"id"`
	Geometry   point      `json:"geometry"`
	When       lpWhen     `json:"when"`
	Properties properties `json:"properties"`
}

type point struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude, latitude in degrees
}

// properties of a feature. Start and End are RFC 3339, and null where the time
// is open on that side.
type properties struct {
	Title         string           `json:"title"`
	Summary       string           `json:"summary"`
	Kind          store.Kind       `json:"kind"`
	Category      string           `json:"category"`
	CategoryLabel string           `json:"category_label"`
	MarkerColor   string           `json:"marker-color,omitempty"` // of simplestyle, which several viewers follow
	Importance    int              `json:"importance"`
	Start         *string          `json:"start"`
	End           *string          `json:"end"`
	EDTF          string           `json:"edtf"`
	Uncertain     bool             `json:"uncertain"`
	WhenNote      string           `json:"when_note"`
	Place         string           `json:"place"`
	PlaceKind     store.PlaceKind  `json:"place_kind"`
	PlaceInferred bool             `json:"place_inferred"`
	PlaceNote     string           `json:"place_note"`
	RadiusM       *float64         `json:"radius_m"` // null where the point only stands for an area
	IsArea        bool             `json:"is_area"`
	Areas         []area           `json:"areas"`
	Reports       []reportProperty `json:"reports"`
}

// area is a region or country over which an event holds; its outline is not a
// part of the collection.
type area struct {
	Code string    `json:"code"` // ISO 3166-1 alpha-2 or ISO 3166-2
	Name string    `json:"name"`
	BBox []float64 `json:"bbox,omitempty"` // west, south, east, north in degrees, where it is known
}

type reportProperty struct {
	Source       string `json:"source"`
	Name         string `json:"source_name"`
	Paragraphs   []int  `json:"paragraphs"`
	AttributedTo string `json:"attributed_to"`
	Note         string `json:"note"`
}

// GeoJSON writes a FeatureCollection (RFC 7946) with a point for every event.
// An event over an area stands at the area's centre and says so (is_area, areas
// with code and bbox). Time is given twice: as properties start and end, and as
// the member "when" of the Linked Places format
// (https://github.com/LinkedPasts/linked-places-format). What the collection is,
// with attribution and hash, stands in members beside "features".
func GeoJSON(to io.Writer, r Record, o Options) error {
	w, err := prepare(r, o)
	if err != nil {
		return err
	}
	list, err := newJSONList(to, struct {
		Type string `json:"type"`
		about
	}{"FeatureCollection", w.about}, "features")
	if err != nil {
		return err
	}
	var f feature
	err = w.each(func(e *entry) error {
		f = w.feature(e)
		return list.add(&f)
	})
	if err != nil {
		return err
	}
	return list.end()
}

func (w *writing) feature(e *entry) feature {
	first, last := bounds(&e.When, e.zone)
	f := feature{
		Type: "Feature", ID: plain(e.ID),
		Geometry: point{"Point", [2]float64{degrees(e.at.Point.Lon()), degrees(e.at.Point.Lat())}},
		When:     linkedWhen(&e.When, first, last),
		Properties: properties{
			Title: w.in(e.Title), Summary: w.in(e.Summary), Kind: e.Kind, Importance: e.Importance,
			Category: plain(e.category.ID), CategoryLabel: w.in(e.category.Label), MarkerColor: w.hex(e.category),
			Start: orNull(first), End: orNull(last), EDTF: plain(e.When.Text), Uncertain: unsure(&e.When), WhenNote: w.in(e.WhenNote),
			Place: w.in(e.at.Name), PlaceKind: e.at.Kind, PlaceInferred: e.Inferred, PlaceNote: w.in(e.PlaceNote), IsArea: e.at.IsArea(),
			Areas: w.areas(e), Reports: make([]reportProperty, len(e.Reports)),
		},
	}
	if !e.at.IsArea() {
		f.Properties.RadiusM = &e.at.RadiusM
	}
	for i := range e.Reports {
		r := &e.Reports[i]
		f.Properties.Reports[i] = reportProperty{plain(r.Source), w.sourceName(r.Source), append([]int{}, r.Paragraphs...), plain(r.AttributedTo), w.in(r.Note)}
	}
	return f
}

func (w *writing) areas(e *entry) []area {
	all := []area{}
	for _, p := range w.areaPlaces(e) {
		a := area{Code: codeOf(p), Name: w.in(p.Name)}
		if b := p.Outline; b != (orb.Bound{}) {
			a.BBox = []float64{degrees(b.Min.Lon()), degrees(b.Min.Lat()), degrees(b.Max.Lon()), degrees(b.Max.Lat())}
		}
		all = append(all, a)
	}
	return all
}

// hex is a category's colour as #rrggbb, "" where it has none.
func (w *writing) hex(c *store.Category) string {
	rgba, ok := w.Palette[c.Color]
	if !ok {
		return ""
	}
	return fmt.Sprintf("#%02x%02x%02x", rgba.R, rgba.G, rgba.B)
}

func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
