package basemap

import (
	"testing"

	"qantar/geo"

	"github.com/paulmach/orb"
)

func TestCountryAt(t *testing.T) {
	m := realMap(t)
	for _, tc := range []struct {
		name      string
		at        orb.Point
		tolerance float64
		want      string
	}{
		{"Almaty", orb.Point{76.9286, 43.2567}, 0, "KZ"},
		{"Baikonur", orb.Point{63.3167, 45.6167}, 0, "KZ"},
		{"Shymkent", orb.Point{69.5901, 42.3417}, 0, "KZ"},
		{"Aktau harbour", orb.Point{51.15, 43.6}, 10, "KZ"},
		{"Moscow", orb.Point{37.6173, 55.7558}, 0, "RU"},
		{"Washington", orb.Point{-77.0369, 38.9072}, 5, "US"},
		{"Simferopol", orb.Point{34.1003, 44.9572}, 0, "UA"},
		{"Sevastopol", orb.Point{33.5254, 44.6166}, 5, "UA"},
		{"Brussels", orb.Point{4.3517, 50.8503}, 0, "BE"},
		{"Beijing", orb.Point{116.4074, 39.9042}, 0, "CN"},
		{"Bishkek", orb.Point{74.5698, 42.8746}, 0, "KG"},
		{"Tashkent", orb.Point{69.2401, 41.2995}, 0, "UZ"},
		{"Lesotho, a hole in its neighbour", orb.Point{28.2, -29.6}, 0, "LS"},
		{"middle of the Caspian Sea", orb.Point{50.5, 42}, 20, ""},
		{"middle of the Atlantic", orb.Point{-35, 30}, 50, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := m.CountryAt(tc.at, tc.tolerance); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestAreas(t *testing.T) {
	m := realMap(t)
	for code, want := range map[string]Names{
		"KZ":     {En: "Kazakhstan", Kk: "Қазақстан", Ru: "Казахстан"},
		"RU":     {En: "Russia", Kk: "Ресей", Ru: "Россия"},
		"US":     {En: "United States", Kk: "АҚШ", Ru: "США"},
		"KZ-ALA": {En: "Almaty", Kk: "Алматы", Ru: "Алматы"},
		"KZ-ALM": {En: "Almaty Region", Kk: "Алматы облысы", Ru: "Алматинская область"},
		"KZ-AST": {En: "Nur-Sultan", Kk: "Нұр-Сұлтан", Ru: "Нур-Султан"},
		"KZ-MAN": {En: "Mangystau Region", Kk: "Маңғыстау облысы", Ru: "Мангистауская область"},
		"KZ-SHY": {En: "Shymkent", Kk: "Шымкент", Ru: "Шымкент"},
		"KZ-YUZ": {En: "Turkistan Region", Kk: "Түркістан облысы", Ru: "Туркестанская область"},
	} {
		t.Run(code, func(t *testing.T) {
			i, ok := m.AreaIndex(code)
			if !ok || m.Areas[i].Name != want {
				t.Fatalf("got %+v %v, want %+v", m.Areas[i].Name, ok, want)
			}
		})
	}
	if _, ok := m.AreaIndex("KZ-ABA"); ok {
		t.Error("Abai region came in June 2022 only")
	}
}

// TestUnitsOfKazakhstan holds the units to those of January 2022.
func TestUnitsOfKazakhstan(t *testing.T) {
	m := realMap(t)
	n := 0
	for _, a := range m.Areas {
		if a.Kind != Region || a.Country != "KZ" {
			continue
		}
		n++
		if !m.finest().contains(&a.Shape, a.Label) {
			t.Errorf("%s: its label lies outside", a.Code)
		}
	}
	if n != 17 {
		t.Errorf("%d units, want 17", n)
	}
}

// TestPlacesInTheirUnit finds towns in the units that they are seats of.
func TestPlacesInTheirUnit(t *testing.T) {
	m := realMap(t)
	for place, code := range map[string]string{
		"Nur-Sultan": "KZ-AST", "Almaty": "KZ-ALA", "Shymkent": "KZ-SHY", "Baikonur": "KZ-KZY",
		"Zhanaozen": "KZ-MAN", "Taldykorgan": "KZ-ALM", "Turkistan": "KZ-YUZ", "Taraz": "KZ-ZHA",
		"Oskemen": "KZ-VOS", "Kokshetau": "KZ-AKM", "Semey": "KZ-VOS", "Oral": "KZ-ZAP",
	} {
		t.Run(place, func(t *testing.T) {
			i, ok := m.AreaIndex(code)
			if !ok {
				t.Fatalf("no %s", code)
			}
			for _, p := range m.Places {
				if p.Country == "KZ" && p.Name.En == place {
					if !m.finest().contains(&m.Areas[i].Shape, p.Point) {
						t.Errorf("%s at %v does not lie in %s", place, geo.Unproject(p.Point), code)
					}
					return
				}
			}
			t.Errorf("no such place")
		})
	}
}

func TestNamesAreComplete(t *testing.T) {
	m := realMap(t)
	for _, a := range m.Areas {
		if a.Name.En == "" || a.Kind == Country && (a.Name.Kk == "" || a.Name.Ru == "") || a.Country == "KZ" && a.Name.Kk == "" {
			t.Errorf("%s: names %+v", a.Code, a.Name)
		}
	}
	for _, w := range m.Waters {
		if w.Name.En == "" || w.Name.Kk == "" || w.Name.Ru == "" {
			t.Errorf("names %+v", w.Name)
		}
	}
	for _, p := range m.Places {
		if p.Name.En == "" || p.Country == "KZ" && p.MinZoom < 8 && (p.Name.Kk == "" || p.Name.Ru == "") {
			t.Errorf("names %+v", p.Name)
		}
	}
}

func TestDetailFor(t *testing.T) {
	m := &Map{Details: []Detail{{MaxZoom: 3}, {MaxZoom: 5}, {MaxZoom: 9}}}
	for zoom, want := range map[float64]float64{0: 3, 3: 3, 3.1: 5, 5: 5, 7: 9, 12: 9} {
		if got := m.DetailFor(zoom).MaxZoom; got != want {
			t.Errorf("zoom %g: got detail %g, want %g", zoom, got, want)
		}
	}
}

func TestNamesIn(t *testing.T) {
	full := Names{En: "Oral", Kk: "Орал", Ru: "Уральск"}
	for _, tc := range []struct {
		names Names
		lang  string
		want  string
	}{
		{full, "en", "Oral"}, {full, "kk", "Орал"}, {full, "ru", "Уральск"}, {full, "de", "Oral"},
		{Names{En: "Omsk", Ru: "Омск"}, "kk", "Омск"}, {Names{En: "Omsk"}, "ru", "Omsk"},
	} {
		if got := tc.names.In(tc.lang); got != tc.want {
			t.Errorf("%+v in %s: got %q, want %q", tc.names, tc.lang, got, tc.want)
		}
	}
}

func BenchmarkCountryAt(b *testing.B) {
	m := realMap(b)
	b.ReportAllocs()
	for b.Loop() {
		m.CountryAt(orb.Point{51.15, 43.6}, 10)
	}
}
