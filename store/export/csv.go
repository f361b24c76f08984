package export

import (
	"encoding/csv"
	"io"
	"math"
	"strconv"
	"strings"

	"qantar/store"
)

// between stands between the parts of a cell that holds several. It is not a
// semicolon or comma, at which spreadsheets split rows.
const between = " | "

// column is one column of the table of events.
type column struct {
	name   string
	value  func(w *writing, e *entry) string
	number bool // written by us as a number, and left one
}

// columns are those of the table, in their order. The four that tell of the
// reports have as many parts as there are reports, in the same order.
var columns = []column{
	{name: "id", value: func(_ *writing, e *entry) string { return e.ID }},
	{name: "title", value: func(w *writing, e *entry) string { return w.in(e.Title) }},
	{name: "summary", value: func(w *writing, e *entry) string { return w.in(e.Summary) }},
	{name: "kind", value: func(_ *writing, e *entry) string { return string(e.Kind) }},
	{name: "category", value: func(_ *writing, e *entry) string { return e.category.ID }},
	{name: "when", value: func(_ *writing, e *entry) string { return e.When.Text }},
	{name: "earliest", value: func(_ *writing, e *entry) string { first, _ := bounds(&e.When, e.zone); return first }},
	{name: "latest", value: func(_ *writing, e *entry) string { _, last := bounds(&e.When, e.zone); return last }},
	{name: "uncertain", value: func(_ *writing, e *entry) string { return strconv.FormatBool(unsure(&e.When)) }},
	{name: "when_note", value: func(w *writing, e *entry) string { return w.in(e.WhenNote) }},
	{name: "place", value: func(w *writing, e *entry) string { return w.in(e.at.Name) }},
	{name: "place_kind", value: func(_ *writing, e *entry) string { return string(e.at.Kind) }},
	{name: "lon", value: func(_ *writing, e *entry) string { return decimal(degrees(e.at.Point.Lon())) }, number: true},
	{name: "lat", value: func(_ *writing, e *entry) string { return decimal(degrees(e.at.Point.Lat())) }, number: true},
	{name: "radius_m", value: radius, number: true},
	{name: "place_inferred", value: func(_ *writing, e *entry) string { return strconv.FormatBool(e.Inferred) }},
	{name: "place_note", value: func(w *writing, e *entry) string { return w.in(e.PlaceNote) }},
	{name: "areas", value: (*writing).areaCodes},
	{name: "importance", value: func(_ *writing, e *entry) string { return strconv.Itoa(e.Importance) }, number: true},
	{name: "sources", value: reportSources},
	{name: "paragraphs", value: ofReports(func(_ *writing, r *store.Report) string { return listed(r.Paragraphs, " ") })},
	{name: "attributed_to", value: ofReports(func(_ *writing, r *store.Report) string { return r.AttributedTo })},
	{name: "notes", value: ofReports(func(w *writing, r *store.Report) string { return w.in(r.Note) })},
	{name: "collection", value: func(w *writing, _ *entry) string { return w.about.origin }},
	{name: "attribution", value: func(w *writing, _ *entry) string { return w.about.credit }},
}

// CSV writes a table with a row for every event after one with the names of the
// columns (RFC 4180, with lines that end in a line feed). Columns earliest and
// latest are RFC 3339 in the zone of the place, and empty where the time is open
// on that side. Attribution and the collection's hash stand in every row: a
// comment or a row of their own would be data to most readers, and rows that
// are cut out keep what they need to be cited.
//
// With Options.Mark the file begins with a byte order mark: without one, Excel
// reads the bytes in the code page of its system and spoils every Cyrillic
// letter. Of programs, some take the mark for a part of the first name. With
// Options.Semicolons, cells are separated by semicolons and decimals by commas,
// which is what Excel reads when it is set to Russian or Kazakh.
func CSV(to io.Writer, r Record, o Options) error {
	w, err := prepare(r, o)
	if err != nil {
		return err
	}
	table, err := w.newTable(to)
	if err != nil {
		return err
	}
	row := make([]string, len(columns))
	err = w.each(func(e *entry) error {
		for i := range columns {
			row[i] = columns[i].cell(w, e)
		}
		return table.Write(row)
	})
	if err != nil {
		return err
	}
	table.Flush()
	return table.Error()
}

// newTable begins a table with the names of the columns.
func (w *writing) newTable(to io.Writer) (*csv.Writer, error) {
	if w.Mark {
		if _, err := io.WriteString(to, "\uFEFF"); err != nil {
			return nil, err
		}
	}
	table := csv.NewWriter(to)
	if w.Semicolons {
		table.Comma = ';'
	}
	names := make([]string, len(columns))
	for i := range columns {
		names[i] = columns[i].name
	}
	return table, table.Write(names)
}

func (c *column) cell(w *writing, e *entry) string {
	value := c.value(w, e)
	switch {
	case c.number && w.Semicolons:
		return strings.ReplaceAll(value, ".", ",")
	case c.number:
		return value
	}
	return neutral(plain(value))
}

var reportSources = ofReports(func(_ *writing, r *store.Report) string { return r.Source })

// ofReports joins what part tells of each report of an event.
func ofReports(part func(*writing, *store.Report) string) func(*writing, *entry) string {
	return func(w *writing, e *entry) string {
		if len(e.Reports) == 1 {
			return part(w, &e.Reports[0])
		}
		parts := make([]string, len(e.Reports))
		for i := range e.Reports {
			parts[i] = strings.ReplaceAll(part(w, &e.Reports[i]), "|", "/") // so that parts can be told apart
		}
		return strings.Join(parts, between)
	}
}

func radius(_ *writing, e *entry) string {
	if e.at.IsArea() {
		return ""
	}
	return decimal(e.at.RadiusM)
}

// degrees rounds a coordinate to 1e-7 degrees, a centimetre.
func degrees(v float64) float64 { return math.Round(v*1e7) / 1e7 }

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// listed joins numbers.
func listed(numbers []int, separator string) string {
	var b []byte
	for i, n := range numbers {
		if i > 0 {
			b = append(b, separator...)
		}
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return string(b)
}
