package export

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"strconv"

	"qantar/store"
	"qantar/store/when"
)

// The parts of a KML file, their fields in the order that its schema wants.
type (
	placemark struct {
		XMLName     xml.Name   `xml:"Placemark"`
		ID          string     `xml:"id,attr"`
		Name        string     `xml:"name"`
		Description string     `xml:"description"` // HTML
		Span        *kmlSpan   `xml:"TimeSpan"`
		Stamp       *kmlStamp  `xml:"TimeStamp"`
		Style       string     `xml:"styleUrl"`
		Data        []kmlDatum `xml:"ExtendedData>Data"`
		Coordinates string     `xml:"Point>coordinates"` // longitude, latitude in degrees
	}
	kmlSpan struct {
		Begin string `xml:"begin,omitempty"`
		End   string `xml:"end,omitempty"`
	}
	kmlStamp struct {
		When string `xml:"when"`
	}
	kmlStyle struct {
		XMLName xml.Name `xml:"Style"`
		ID      string   `xml:"id,attr"`
		Color   string   `xml:"IconStyle>color"` // aabbggrr
	}
	kmlText struct {
		XMLName xml.Name
		Text    string `xml:",chardata"`
	}
	kmlData struct {
		XMLName xml.Name   `xml:"ExtendedData"`
		Data    []kmlDatum `xml:"Data"`
	}
	kmlDatum struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value"`
	}
)

// KML writes a document of KML 2.2 (https://www.ogc.org/standards/kml/) with a
// placemark for every event, coloured by category. What is known to the minute
// has a TimeStamp, everything else a TimeSpan that leaves out what is open.
// Descriptions are HTML in which every text is escaped. Attribution and hash
// stand in the document's description and data.
func KML(to io.Writer, r Record, o Options) error {
	w, err := prepare(r, o)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(to, xml.Header+"<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n"); err != nil {
		return err
	}
	x := xml.NewEncoder(to)
	if err := w.kmlHead(x, to); err != nil {
		return err
	}
	err = w.each(func(e *entry) error { return kmlLine(x, to, w.placemark(e)) })
	if err != nil {
		return err
	}
	_, err = io.WriteString(to, "</Document></kml>\n")
	return err
}

// kmlLine writes an element on a line of its own.
func kmlLine(x *xml.Encoder, to io.Writer, element any) error {
	if err := x.Encode(element); err != nil {
		return err
	}
	_, err := io.WriteString(to, "\n")
	return err
}

// kmlHead writes what a document says of itself, and the styles.
func (w *writing) kmlHead(x *xml.Encoder, to io.Writer) error {
	parts := []any{kmlText{xml.Name{Local: "name"}, w.in(w.Frame.Title)}, kmlText{xml.Name{Local: "description"}, w.credits()}}
	for i := range w.Frame.Categories {
		parts = append(parts, w.kmlStyle(&w.Frame.Categories[i]))
	}
	for _, part := range append(parts, w.kmlAbout()) {
		if err := kmlLine(x, to, part); err != nil {
			return err
		}
	}
	return nil
}

func (w *writing) kmlAbout() kmlData {
	a := w.about
	data := []kmlDatum{{"collection", a.Collection}, {"hash", a.Hash}, {"language", a.Language}}
	for _, line := range a.Attribution {
		data = append(data, kmlDatum{"attribution", line})
	}
	return kmlData{Data: data}
}

func (w *writing) kmlStyle(c *store.Category) kmlStyle {
	rgba, ok := w.Palette[c.Color]
	if !ok {
		rgba = color.RGBA{0xff, 0xff, 0xff, 0xff} // an icon in its own colours
	}
	return kmlStyle{ID: styleID(c), Color: fmt.Sprintf("ff%02x%02x%02x", rgba.B, rgba.G, rgba.R)}
}

func styleID(c *store.Category) string { return "category-" + plain(c.ID) }

func (w *writing) placemark(e *entry) *placemark {
	p := &placemark{
		ID: "event-" + plain(e.ID), Name: w.in(e.Title), Description: w.prose(e), Style: "#" + styleID(e.category),
		Coordinates: decimal(degrees(e.at.Point.Lon())) + "," + decimal(degrees(e.at.Point.Lat())),
		Data: []kmlDatum{
			{"kind", plain(string(e.Kind))}, {"category", plain(e.category.ID)}, {"importance", strconv.Itoa(e.Importance)},
			{"edtf", plain(e.When.Text)}, {"uncertain", strconv.FormatBool(unsure(&e.When))},
			{"place", w.in(e.at.Name)}, {"place_kind", plain(string(e.at.Kind))}, {"radius_m", radius(w, e)}, {"areas", w.areaCodes(e)},
			{"sources", plain(reportSources(w, e))},
		},
	}
	p.setTime(e)
	return p
}

// setTime tells when an event was, as far as RFC 3339 can write it.
func (p *placemark) setTime(e *entry) {
	first, last := bounds(&e.When, e.zone)
	switch {
	case first != "" && e.When.Nature == when.Moment && e.When.Precision >= when.Minute:
		p.Stamp = &kmlStamp{first}
	case first != "" || last != "":
		p.Span = &kmlSpan{first, last}
	}
}
