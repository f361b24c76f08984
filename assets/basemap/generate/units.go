package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// unit is a first-level unit of the source, put right.
type unit struct {
	country string // alpha-3 of the country it is drawn in
	code    string // ISO 3166-2
	geoname string // GeoNames id in decimal, "0" where unknown
	en, ru  string
	rings   [][]vertex // clockwise outside, counterclockwise holes
}

// country is a country of the source.
type country struct {
	alpha3, alpha2 string
	en, ru         string
	label          orb.Point
	minZoom        float64
}

// sovereign tells which country draws a territory that the source keeps apart
// and that has no ISO 3166-1 code of its own.
var sovereign = map[string]string{
	"KAB": "KAZ", // Baikonur, leased to Russia
	"CYN": "CYP", "CNM": "CYP", "ESB": "CYP", "WSB": "CYP",
	"SOL": "SOM",
	"KAS": "IND",
	"USG": "CUB",
	"IOA": "AUS", "CSI": "AUS", "ATC": "AUS",
	"CLP": "FRA",
}

// unitCountry corrects the country of single units: the source follows control
// on the ground, the map UN General Assembly resolution 68/262.
var unitCountry = map[string]string{"UA-43": "UKR", "UA-40": "UKR"}

// unitCode corrects codes; the key is the source's code and type.
var unitCode = map[string]string{
	"KZ-ALA Region": "KZ-ALM",
	"-99-X05~":      "KZ-KZY", // Baikonur becomes part of Kyzylorda region
	"TJ-X01~":       "TJ-RA",
	"RU-X01~":       "RU-YAN", // a nameless sliver on the Kara Sea
}

// withoutCountry are reefs that several countries claim and none is drawn in.
const withoutCountry = "PGA"

// readUnits splits the source's features into units and countries.
func readUnits(data []byte) ([]unit, map[string]country, error) {
	features, err := readFeatures(data)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the first-level units: %w", err)
	}
	var units []unit
	countries := map[string]country{}
	for _, f := range features {
		p := f.properties
		switch {
		case p.text("ADM0_A3") != "":
			c := newCountry(p)
			countries[c.alpha3] = c
		case p.text("adm0_a3") != withoutCountry:
			units = append(units, newUnit(f))
		}
	}
	return units, countries, nil
}

func newCountry(p properties) country {
	return country{
		alpha3: p.text("ADM0_A3"), alpha2: p.text("ISO_A2_EH"),
		en: p.text("NAME_LONG"), ru: p.text("NAME_RU"),
		label:   orb.Point{p.number("LABEL_X", 0), p.number("LABEL_Y", 0)},
		minZoom: p.number("MIN_LABEL", 7),
	}
}

func newUnit(f feature) unit {
	p := f.properties
	u := unit{
		country: p.text("adm0_a3"), code: p.text("iso_3166_2"),
		geoname: strconv.Itoa(int(p.number("gn_id", 0))),
		en:      p.text("name_en"), ru: p.text("name_ru"),
		rings: snapPolygons(f.geometry),
	}
	if c, ok := sovereign[u.country]; ok {
		u.country = c
	}
	if c, ok := unitCountry[u.code]; ok {
		u.country = c
	}
	for _, key := range []string{u.code, u.code + " " + p.text("type_en")} {
		if c, ok := unitCode[key]; ok {
			u.code = c
		}
	}
	u.code = strings.TrimSuffix(u.code, "~")
	return u
}

// snapPolygons snaps all rings of a geometry and gives each its direction.
func snapPolygons(g orb.Geometry) (out [][]vertex) {
	polygons, ok := g.(orb.MultiPolygon)
	if p, single := g.(orb.Polygon); single {
		polygons, ok = orb.MultiPolygon{p}, true
	}
	if !ok {
		return nil
	}
	for _, p := range polygons {
		for i, ring := range p {
			out = appendRing(out, snapRing(ring), i == 0)
		}
	}
	return out
}

// appendRing appends a ring with the direction of an outer ring or a hole.
func appendRing(rings [][]vertex, ring []vertex, outer bool) [][]vertex {
	if ring == nil {
		return rings
	}
	if (area2(ring) > 0) != outer {
		ring = reverse(ring)
	}
	return append(rings, ring)
}
