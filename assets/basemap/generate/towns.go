package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"qantar/geo/basemap"

	"github.com/paulmach/orb"
)

// Columns of GeoNames' tab-separated table of towns.
const (
	columnID         = 0
	columnName       = 1
	columnASCII      = 2
	columnAliases    = 3
	columnLat        = 4
	columnLon        = 5
	columnFeature    = 7
	columnCountry    = 8
	columnPopulation = 14
	columns          = 19
)

// catalogues are translations by GeoNames id.
type catalogues struct{ kazakh, russian map[string]string }

// nearBound is where smaller towns abroad are drawn too: what one sees beside
// Kazakhstan.
var nearBound = orb.Bound{Min: orb.Point{44, 36}, Max: orb.Point{92, 58}}

// townZoom is a step of the ladder from population to the zoom level of a
// label abroad.
type townZoom struct {
	population int
	zoom       float64
}

// Ladders of zoom levels, from large to small; a town below the last step is
// left out. Capitals are never left out.
var (
	capitalZooms = []townZoom{{8e6, 3}, {2e6, 3.5}, {5e5, 4}, {0, 5}}
	nearZooms    = []townZoom{{2e6, 4.2}, {1e6, 4.6}, {5e5, 5.2}, {2e5, 6}, {1e5, 6.8}, {4e4, 7.5}}
	kazakhZooms  = []townZoom{{1e4, 7}, {5e3, 7.6}, {1, 8.2}} // of towns not set by hand
	farZooms     = []townZoom{{8e6, 4}, {3e6, 4.8}, {1e6, 5.5}, {5e5, 6.2}, {3e5, 7}}
)

// capitalFeature is the feature code of the capital of a country.
const capitalFeature = "PPLC"

// readTowns turns GeoNames' table into places in degrees, the most important
// first.
func readTowns(data []byte, names catalogues) ([]basemap.Place, error) {
	var out []basemap.Place
	for i, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		row := strings.Split(line, "\t")
		if len(row) != columns {
			return nil, fmt.Errorf("line %d of the table of towns has %d columns instead of %d", i+1, len(row), columns)
		}
		p, err := newPlace(row, names)
		if err != nil {
			return nil, fmt.Errorf("line %d of the table of towns: %w", i+1, err)
		}
		if rank(&p, row) {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b basemap.Place) int {
		return cmp.Or(cmp.Compare(a.MinZoom, b.MinZoom), cmp.Compare(b.Population, a.Population))
	})
	return out, nil
}

func newPlace(row []string, names catalogues) (basemap.Place, error) {
	lat, err1 := strconv.ParseFloat(row[columnLat], 64)
	lon, err2 := strconv.ParseFloat(row[columnLon], 64)
	population, err3 := strconv.Atoi(row[columnPopulation])
	if err := cmp.Or(err1, err2, err3); err != nil {
		return basemap.Place{}, err
	}
	return basemap.Place{
		Name: townNames(row, names), Point: orb.Point{lon, lat},
		Country: row[columnCountry], Population: population,
	}, nil
}

// rank sets a place's zoom level and seat, and tells whether it is drawn.
func rank(p *basemap.Place, row []string) bool {
	if t, ok := kazakhTowns[row[columnID]]; ok {
		p.MinZoom, p.Capital = t.minZoom, t.capital
		return true
	}
	if notTowns[row[columnID]] {
		return false
	}
	ladder := farZooms
	switch {
	case p.Country == "KZ":
		ladder = kazakhZooms
	case row[columnFeature] == capitalFeature:
		p.Capital, ladder = basemap.CountryCapital, capitalZooms
	case nearBound.Contains(p.Point):
		ladder = nearZooms
	}
	for _, step := range ladder {
		if p.Population >= step.population {
			p.MinZoom = step.zoom
			return true
		}
	}
	return false
}

// townNames puts a town's names together: those set by hand, else GeoNames'.
func townNames(row []string, names catalogues) basemap.Names {
	id := row[columnID]
	if t, ok := kazakhTowns[id]; ok {
		return t.Names
	}
	for _, table := range []map[string]basemap.Names{kazakhVillages, foreignTowns} {
		if n, ok := table[id]; ok {
			return n
		}
	}
	n := basemap.Names{En: row[columnName], Kk: names.kazakh[id], Ru: names.russian[id]}
	if row[columnCountry] == "KZ" {
		n.En = row[columnASCII]
		n.Kk = cmp.Or(cyrillicAlias(row[columnAliases], true), n.Kk)
		n.Ru = cmp.Or(n.Ru, cyrillicAlias(row[columnAliases], false))
	}
	return n
}

// Letters that tell the two Cyrillic alphabets apart.
const (
	cyrillic      = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"
	kazakhLetters = "әғқңөұүһі"
)

// cyrillicAlias finds an alias in Kazakh letters, or in Russian ones only.
func cyrillicAlias(aliases string, kazakh bool) string {
	for _, a := range strings.Split(aliases, ",") {
		lower := strings.ToLower(a)
		foreign := strings.Trim(lower, cyrillic+"- ")
		if a != "" && foreign == "" && strings.ContainsAny(lower, kazakhLetters) == kazakh {
			return a
		}
	}
	return ""
}
