package export

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"qantar/store"
)

// table reads back what CSV writes: the cells of every row by column.
func table(t *testing.T, r Record, o Options) []map[string]string {
	t.Helper()
	text, marked := strings.CutPrefix(written(t, "csv", r, o), "\ufeff")
	if marked != o.Mark {
		t.Errorf("a byte order mark: %v", marked)
	}
	reader := csv.NewReader(strings.NewReader(text))
	if o.Semicolons {
		reader.Comma = ';'
	}
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]string
	for _, row := range rows[1:] {
		cells := map[string]string{}
		for i, name := range rows[0] {
			cells[name] = row[i]
		}
		all = append(all, cells)
	}
	return all
}

func TestCSV(t *testing.T) {
	open := store.Event{ID: "open", Title: store.Text{En: "-5 degrees"}, Kind: store.Statement, Category: "law", Importance: 1, When: at(t, "2022-01-05?/..", "Asia/Almaty"), Place: "land"}
	common := map[string]string{"collection": "small@0123abcd", "attribution": "First line | Second line"}
	want := []map[string]string{
		{"id": "rally", "title": "Митинг", "summary": "People came", "kind": "happening", "category": "protest", "when": "2022-01-04T20:00",
			"earliest": "2022-01-04T20:00:00+06:00", "latest": "2022-01-04T20:00:59+06:00", "uncertain": "false", "when_note": "", "place": "Площадь", "place_kind": "site",
			"lon": "-76.9451235", "lat": "43.238", "radius_m": "300.5", "place_inferred": "false", "place_note": "", "areas": "KZ", "importance": "3",
			"sources": "paper | radio", "paragraphs": "3 1 | 4", "attributed_to": "Police / guards | ", "notes": "In own words | "},
		{"id": "open", "title": "'-5 degrees", "kind": "statement", "category": "law", "when": "2022-01-05?/..", "summary": "",
			"earliest": "2022-01-05T00:00:00+06:00", "latest": "", "uncertain": "true", "when_note": "", "place": "Land", "place_kind": "country",
			"lon": "67.5", "lat": "48.2", "radius_m": "", "place_inferred": "false", "place_note": "", "areas": "KZ", "importance": "1",
			"sources": "", "paragraphs": "", "attributed_to": "", "notes": ""},
	}
	for name, o := range map[string]Options{"plain": options, "marked": {Lang: store.Russian, Mark: true}} {
		t.Run(name, func(t *testing.T) {
			got := table(t, record(rally(t), open), o)
			if len(got) != len(want) || len(got[0]) != len(columns) {
				t.Fatalf("%d rows of %d columns", len(got), len(got[0]))
			}
			for i := range want {
				for _, cells := range []map[string]string{want[i], common} {
					for column, cell := range cells {
						if got[i][column] != cell {
							t.Errorf("%s of %s is %q, want %q", column, want[i]["id"], got[i][column], cell)
						}
					}
				}
			}
		})
	}
}

func TestCSVWithSemicolons(t *testing.T) {
	o := options
	o.Semicolons = true
	got := table(t, record(rally(t)), o)[0]
	if got["lon"] != "-76,9451235" || got["radius_m"] != "300,5" || got["importance"] != "3" || got["title"] != "Митинг" {
		t.Errorf("got %v", got)
	}
}

// Numbers are numbers, a negative one too, and no other cell begins a formula.
func TestCSVOfHostileTexts(t *testing.T) {
	numbers := []string{"lon", "lat", "radius_m", "importance"}
	for column, cell := range table(t, spoiled(t, hostile), options)[0] {
		switch {
		case slices.Contains(numbers, column):
			if strings.Trim(cell, "-0123456789.") != "" {
				t.Errorf("%s is %q", column, cell)
			}
		case strings.ContainsAny(cell, "\t\r\n") || strings.HasPrefix(cell, "="):
			t.Errorf("%s is %q", column, cell)
		}
	}
	if got := table(t, spoiled(t, hostile), options)[0]["title"]; !strings.HasPrefix(got, "'=cmd|'/C calc'!A0;'@x <script>") {
		t.Errorf("title is %q", got)
	}
}
