package paint

import (
	"image"
	"math"
	"slices"
	"strings"
	"unicode"

	"qantar/geo"
	maptiles "qantar/geo/tiles"
)

// nameRule is how one sort of name on vector tiles is set, and where.
type nameRule struct {
	kind     *labelKind
	from, to float64 // zoom levels between which it stands
	rank     float64 // smaller goes first
}

// nameRules are the sorts of names by the class that layers give them.
var nameRules = map[string]*nameRule{
	"country":           {tileCountry, 2, 7.5, 2},
	"state":             {region, 5, 9, 7},
	"region":            {region, 5, 9, 7},
	"province":          {region, 5, 9, 7},
	"capital":           {capital, 3, 15, 3},
	"state_capital":     {seat, 5, 15, 5},
	"city":              {seat, 5, 15, 6},
	"town":              {tileTown, 8, 16, 9},
	"village":           {tileTown, 11, 17, 12},
	"suburb":            {suburb, 11, 16, 13},
	"island":            {suburb, 8, 17, 13},
	"quarter":           {suburb, 13, 17, 14},
	"neighbourhood":     {suburb, 13.5, 18, 15},
	"hamlet":            {tileTown, 13, 18, 14},
	"locality":          {tileTown, 9, 18, 14},
	"isolated_dwelling": {tileTown, 14, 18, 16},
	"ocean":             {sea, 0, 8, 1},
	"sea":               {sea, 2, 10, 4},
	"water":             {lake, 5, 18, 10},
}

var (
	tileCountry = country(18, 3)
	tileTown    = town(2.3, 0)
	suburb      = &labelKind{weight: Regular, size: 16, color: softText, spots: aboutMiddle}
)

// nameLayers are the layers that hold names, with the property that classes
// them and the rule for what that does not tell.
var nameLayers = map[string]struct {
	key  string
	rest string
}{
	"place":                 {"class", ""},
	"water_name":            {"class", "water"},
	"place_labels":          {"kind", ""},
	"water_polygons_labels": {"kind", "water"},
	"boundary_labels":       {"admin_level", ""},
	"places":                {"kind", ""},
}

// levelNames are the classes of the areas that are named by their level.
var levelNames = map[string]string{"2": "country", "4": "state"}

// The forms of a name that a tile keeps.
const (
	localForm = iota
	latinForm
	englishForm
	kazakhForm
	russianForm
	nameForms
)

// formKeys are the properties that hold each form, the best first.
var formKeys = [nameForms][]string{
	localForm:   {"name"},
	latinForm:   {"name:latin", "name_int"},
	englishForm: {"name:en", "name_en"},
	kazakhForm:  {"name:kk", "name_kk"},
	russianForm: {"name:ru", "name_ru"},
}

// formsIn are the forms to be read in a language, the best first.
var formsIn = map[string][]int{
	"en": {englishForm, latinForm, localForm},
	"kk": {kazakhForm, russianForm, localForm, latinForm, englishForm},
	"ru": {russianForm, localForm, latinForm, englishForm},
}

// longestName is how many bytes a name may have.
const longestName = 120

// nameOf is the name that a thing on a layer has, nil where it has none that
// is written on the map.
func nameOf(layer string, properties map[string]any) *tileName {
	in, ok := nameLayers[layer]
	if !ok {
		return nil
	}
	rule := nameRules[classOf(in.key, properties)]
	if rule == nil {
		rule = nameRules[in.rest]
	}
	if rule == nil {
		return nil
	}
	n := &tileName{kind: rule, rank: rule.rank + lesser(properties)}
	for form, keys := range formKeys {
		for _, key := range keys {
			if text, _ := properties[key].(string); n.texts[form] == "" && len(text) <= longestName {
				n.texts[form] = visible(text)
			}
		}
	}
	return n
}

// classOf is the class of a name, by the property that tells it and those that
// tell it more finely.
func classOf(key string, properties map[string]any) string {
	class := textOf(properties[key])
	if level, ok := levelNames[class]; ok && key == "admin_level" {
		class = level
	}
	if class == "city" && textOf(properties["capital"]) == "2" {
		class = "capital"
	}
	if detail := textOf(properties["kind_detail"]); class == "locality" && nameRules[detail] != nil {
		class = detail
	}
	return class
}

// visible is a text without what cannot be seen.
func visible(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) {
			return ' '
		}
		return r
	}, text))
}

// lesser is how much less important than others of its sort a thing is, from 0
// to 1: by its rank, or by how few people live there.
func lesser(properties map[string]any) float64 {
	if rank, ok := properties["rank"].(float64); ok {
		return math.Max(0, math.Min(1, rank/20))
	}
	if people, ok := properties["population"].(float64); ok && people >= 1 {
		return math.Max(0, math.Min(1, 1-math.Log10(people)/8))
	}
	return 1
}

// in is the name in a language, in letters that the typeface has; "" where
// there is none.
func (n *tileName) in(lang string, names *Type) string {
	forms := formsIn[lang]
	if forms == nil {
		forms = formsIn["en"]
	}
	for _, form := range forms {
		if text := n.texts[form]; text != "" && names.has(text, n.kind.kind.weight) {
			return text
		}
	}
	return ""
}

// has tells whether the typeface has every letter of a text.
func (t *Type) has(text string, weight Weight) bool {
	return !slices.ContainsFunc([]rune(text), func(r rune) bool {
		glyph, err := t.fonts[weight].GlyphIndex(nil, r)
		return err != nil || glyph == 0
	})
}

// namesTiles tells whether tiles take the basemap's place, and with it bring
// their names.
func (s *MapScene) namesTiles() bool { return s.Tiles != nil && !s.Tiles.options.Over }

// wantTileNames adds the names of vector tiles in the basemap's place, and
// takes away the basemap's own where tiles bring names. Drawn maps have theirs
// in the picture; photographs keep the basemap's.
func (m *Map) wantTileNames(s *MapScene) {
	t, l := &m.tiles, &m.labels
	if s.Tiles.meta.Format != maptiles.JPEG {
		l.wanted = slices.DeleteFunc(l.wanted, func(w label) bool {
			p := s.View.ToScreen(w.world)
			at := image.Pt(int(math.Round(p[0])), int(math.Round(p[1])))
			return slices.ContainsFunc(t.placed, func(p placedTile) bool { return at.In(p.clip) })
		})
	}
	for i := range t.placed {
		if p := &t.placed[i]; p.tile.drawing != nil {
			m.wantNamesOf(s, p)
		}
	}
}

func (m *Map) wantNamesOf(s *MapScene, p *placedTile) {
	place, zoom := p.id.Wrapped().Bound(), s.zoom()
	near := 24 / (geo.TileSize * math.Exp2(zoom))
	for i := range p.tile.drawing.names {
		n := &p.tile.drawing.names[i]
		if zoom < n.kind.from || zoom > n.kind.to || !place.Contains(n.at) {
			continue
		}
		if text := n.in(s.Lang, m.names); text != "" {
			l := m.want(s, n.at, text, n.kind.kind, n.rank, 0)
			l.below = n.kind.kind.mark != nil && isNear(s.Busy, n.at, near)
		}
	}
}
