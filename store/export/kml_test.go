package export

import (
	"encoding/xml"
	"html"
	"io"
	"strings"
	"testing"

	"qantar/store"
)

// kmlFile is what a reader finds in KML.
type kmlFile struct {
	XMLName  xml.Name `xml:"http://www.opengis.net/kml/2.2 kml"`
	Document struct {
		Name        string      `xml:"name"`
		Description string      `xml:"description"`
		Styles      []kmlStyle  `xml:"Style"`
		Data        []kmlDatum  `xml:"ExtendedData>Data"`
		Placemarks  []placemark `xml:"Placemark"`
	}
}

func readKML(t *testing.T, r Record) kmlFile {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(written(t, "kml", r, options)))
	var file kmlFile
	if err := decoder.Decode(&file); err != nil {
		t.Fatal(err)
	}
	if rest, err := decoder.Token(); err != nil {
		if err != io.EOF {
			t.Fatal(err)
		}
	} else if text, ok := rest.(xml.CharData); !ok || strings.TrimSpace(string(text)) != "" {
		t.Errorf("there is more after the end: %v", rest)
	}
	return file
}

func TestKML(t *testing.T) {
	d := readKML(t, record(rally(t))).Document
	if d.Name != "Малое" || len(d.Styles) != 2 || d.Styles[0] != (kmlStyle{xml.Name{Space: "http://www.opengis.net/kml/2.2", Local: "Style"}, "category-protest", "ff009fe6"}) {
		t.Errorf("%+v", d)
	}
	if len(d.Data) != 5 || d.Data[1] != (kmlDatum{"hash", "0123abcd"}) || d.Data[3] != (kmlDatum{"attribution", "First line"}) {
		t.Errorf("data %v", d.Data)
	}
	p := d.Placemarks[0]
	if p.ID != "event-rally" || p.Name != "Митинг" || p.Style != "#category-protest" || p.Coordinates != "-76.9451235,43.238" {
		t.Errorf("%+v", p)
	}
	want := "<p>People came</p><p>2022-01-04T20:00 — Площадь, Land</p><ul><li><b>Paper</b> ¶3, 1 (Police | guards): In own words</li><li><b>radio</b> ¶4</li></ul>"
	if p.Description != want {
		t.Errorf("description %s\nwant %s", p.Description, want)
	}
	data := map[string]string{}
	for _, datum := range p.Data {
		data[datum.Name] = datum.Value
	}
	if data["edtf"] != "2022-01-04T20:00" || data["areas"] != "KZ" || data["sources"] != "paper | radio" || data["radius_m"] != "300.5" {
		t.Errorf("data %v", data)
	}
}

func TestKMLTimes(t *testing.T) {
	tests := []struct{ edtf, stamp, begin, end string }{
		{"2022-01-05T18:00", "2022-01-05T18:00:00+06:00", "", ""},
		{"2022-01-05", "", "2022-01-05T00:00:00+06:00", "2022-01-05T23:59:59+06:00"},
		{"2022-01-05/..", "", "2022-01-05T00:00:00+06:00", ""},
		{"/2022-01-05", "", "", "2022-01-05T23:59:59+06:00"},
		{"[2022-01-05T18:00..2022-01-05T19:00]", "", "2022-01-05T18:00:00+06:00", "2022-01-05T19:00:59+06:00"},
		{"-0044-03-15", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.edtf, func(t *testing.T) {
			e := rally(t)
			e.When = at(t, tt.edtf, "Asia/Almaty")
			p := readKML(t, record(e)).Document.Placemarks[0]
			var stamp kmlStamp
			var span kmlSpan
			if p.Stamp != nil {
				stamp = *p.Stamp
			}
			if p.Span != nil {
				span = *p.Span
			}
			if stamp.When != tt.stamp || span != (kmlSpan{tt.begin, tt.end}) || tt.edtf == "-0044-03-15" && p.Span != nil {
				t.Errorf("stamp %q, span %v", stamp.When, span)
			}
		})
	}
}

// FuzzKML: whatever a text holds, the file is one that a reader of XML reads,
// with the same text in the name and, as HTML that shows it, in the description.
func FuzzKML(f *testing.F) {
	for _, text := range []string{"A rally", hostile, "]]>", "<b>", "&lt;", "a\u2028b", "\ufffe", "\xf0\x28", "\r\n\t"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text == "" {
			return // English stands in for what is not there
		}
		p := readKML(t, spoiled(t, text)).Document.Placemarks[0]
		want := plain(text)
		if p.Name != want {
			t.Errorf("%q became %q, want %q", text, p.Name, want)
		}
		first, _, _ := strings.Cut(p.Description, "</p>")
		if shown := html.UnescapeString(strings.TrimPrefix(first, "<p>")); want != "" && shown != want {
			t.Errorf("%q is described as %q, want %q", text, shown, want)
		}
		if tags := strings.Count(p.Description, "<"); tags != strings.Count(readKML(t, spoiled(t, "x")).Document.Placemarks[0].Description, "<") && want != "" {
			t.Errorf("%q brings tags of its own: %s", text, p.Description)
		}
	})
}

func TestKMLWithoutPalette(t *testing.T) {
	r := record()
	r.Frame.Categories = []store.Category{{ID: "law", Color: "none"}}
	if styles := readKML(t, r).Document.Styles; len(styles) != 1 || styles[0].Color != "ffffffff" {
		t.Errorf("%v", styles)
	}
}
