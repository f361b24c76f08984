package main

import (
	"strings"
	"testing"

	"qantar/geo/basemap"
)

// row is a line of GeoNames' table with the columns that are read.
func row(id, name, aliases, lat, lon, feature, country, population string) string {
	cells := make([]string, columns)
	for column, text := range map[int]string{
		columnID: id, columnName: name, columnASCII: name, columnAliases: aliases, columnLat: lat, columnLon: lon,
		columnFeature: feature, columnCountry: country, columnPopulation: population,
	} {
		cells[column] = text
	}
	return strings.Join(cells, "\t")
}

func TestReadTowns(t *testing.T) {
	table := strings.Join([]string{
		row("1", "Bigtown", "", "50", "10", "PPL", "DE", "1200000"),
		row("2", "Hamlet", "", "50", "11", "PPL", "DE", "1000"),
		row("3", "Aqkol", "Aqkol,Акколь,Ақкөл", "52", "70", "PPL", "KZ", "1500"),
		row("607610", "Zhangaözen", "", "43.3", "52.8", "PPL", "KZ", "1"),
		row("4", "Seat", "", "50", "12", "PPLC", "LI", "5000"),
	}, "\n") + "\n"
	got, err := readTowns([]byte(table), catalogues{russian: map[string]string{"1": "Большой"}})
	if err != nil {
		t.Fatal(err)
	}
	want := []basemap.Names{
		{En: "Zhanaozen", Kk: "Жаңаөзен", Ru: "Жанаозен"},
		{En: "Seat"},
		{En: "Bigtown", Ru: "Большой"},
		{En: "Aqkol", Kk: "Ақкөл", Ru: "Акколь"},
	}
	if len(got) != len(want) {
		t.Fatalf("%d towns, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i].Name != want[i] {
			t.Errorf("town %d: got %+v, want %+v", i, got[i].Name, want[i])
		}
	}
	if got[1].Capital != basemap.CountryCapital {
		t.Error("the capital is not marked")
	}
}

func TestReadTownsRefuses(t *testing.T) {
	for name, table := range map[string]string{
		"too few columns": "1\tTown",
		"no number":       row("1", "Town", "", "north", "10", "PPL", "DE", "5"),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := readTowns([]byte(table), catalogues{}); err == nil || !strings.Contains(err.Error(), "line 1") {
				t.Errorf("got error %v", err)
			}
		})
	}
}

func TestKazakhTownsAreComplete(t *testing.T) {
	for id, town := range kazakhTowns {
		if town.En == "" || town.Kk == "" || town.Ru == "" || town.minZoom == 0 {
			t.Errorf("%s: %+v", id, town)
		}
	}
}
