package export

import (
	"encoding/json"
	"testing"

	"qantar/store"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// features reads back what GeoJSON writes with a reader that is not ours.
func features(t *testing.T, r Record, o Options) *geojson.FeatureCollection {
	t.Helper()
	all, err := geojson.UnmarshalFeatureCollection([]byte(written(t, "geojson", r, o)))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestGeoJSON(t *testing.T) {
	open := store.Event{ID: "open", Kind: store.Statement, Category: "law", Importance: 1, When: at(t, "2022-01-05?/..", "Asia/Almaty"), Place: "land", Inferred: true}
	all := features(t, record(rally(t), open), options)
	if len(all.Features) != 2 || all.ExtraMembers["hash"] != "0123abcd" || all.ExtraMembers["title"] != "Малое" || len(all.ExtraMembers["attribution"].([]any)) != 2 {
		t.Fatalf("%d features, %v", len(all.Features), all.ExtraMembers)
	}
	tests := []struct {
		id         string
		point      orb.Point
		properties string
	}{
		{"rally", orb.Point{-76.9451235, 43.238}, `{"title":"Митинг","summary":"People came","kind":"happening","category":"protest","category_label":"Протест",
			"marker-color":"#e69f00","importance":3,"start":"2022-01-04T20:00:00+06:00","end":"2022-01-04T20:00:59+06:00","edtf":"2022-01-04T20:00","uncertain":false,
			"when_note":"","place":"Площадь","place_kind":"site","place_inferred":false,"place_note":"","radius_m":300.5,"is_area":false,
			"areas":[{"code":"KZ","name":"Land","bbox":[46.5,40.5,87.3,55.5]}],"reports":[
			{"source":"paper","source_name":"Paper","paragraphs":[3,1],"attributed_to":"Police | guards","note":"In own words"},
			{"source":"radio","source_name":"radio","paragraphs":[4],"attributed_to":"","note":""}]}`},
		{"open", orb.Point{67.5, 48.2}, `{"title":"","summary":"","kind":"statement","category":"law","category_label":"Law","importance":1,
			"start":"2022-01-05T00:00:00+06:00","end":null,"edtf":"2022-01-05?/..","uncertain":true,"when_note":"","place":"Land","place_kind":"country",
			"place_inferred":true,"place_note":"","radius_m":null,"is_area":true,"areas":[{"code":"KZ","name":"Land","bbox":[46.5,40.5,87.3,55.5]}],"reports":[]}`},
	}
	for i, tt := range tests {
		t.Run(tt.id, func(t *testing.T) {
			f := all.Features[i]
			if f.ID != tt.id || f.Geometry != tt.point {
				t.Errorf("%v at %v", f.ID, f.Geometry)
			}
			if got, want := compact(t, f.Properties), compact(t, json.RawMessage(tt.properties)); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

// compact is a value as JSON with its keys sorted.
func compact(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	var parsed any
	if err := json.Unmarshal(text, &parsed); err != nil {
		t.Fatal(err)
	}
	if text, err = json.Marshal(parsed); err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A collection without events is still one that other programs read.
func TestGeoJSONOfNothing(t *testing.T) {
	if all := features(t, record(), options); len(all.Features) != 0 || all.ExtraMembers["hash"] != "0123abcd" {
		t.Errorf("%+v", all)
	}
}

func TestGeoJSONOfHostileTexts(t *testing.T) {
	f := features(t, spoiled(t, hostile), options).Features[0]
	if got := f.Properties["title"]; got != plain(hostile) {
		t.Errorf("title is %q, want %q", got, plain(hostile))
	}
}
