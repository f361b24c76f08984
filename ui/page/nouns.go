package page

import (
	"math"

	"qantar/store"
	"qantar/store/export"
	"qantar/ui/paint"
)

type category struct {
	ID    string `json:"id"`
	Label text   `json:"label"`
	Shape string `json:"shape"`
	Color string `json:"color"`
}

type source struct {
	ID         string `json:"id"`
	Short      text   `json:"short"`
	Publisher  text   `json:"publisher"`
	Title      string `json:"title"`
	Byline     string `json:"byline,omitempty"`
	Agency     string `json:"agency,omitempty"`
	Published  text   `json:"published"`
	Lang       string `json:"lang"`
	Rights     text   `json:"rights,omitzero"`
	Note       text   `json:"note,omitzero"`
	Paragraphs int    `json:"paragraphs"`
	File       string `json:"file"`
	SHA256     string `json:"sha256"`
}

type place struct {
	ID      string     `json:"id"`
	Name    text       `json:"name"`
	Kind    string     `json:"kind"`
	At      [2]float64 `json:"at"`
	RadiusM float64    `json:"r,omitempty"`
	Area    string     `json:"area,omitempty"`
}

type person struct {
	Name text `json:"name"`
	Role text `json:"role,omitzero"`
}

type measure struct {
	Label text `json:"label"`
	Unit  text `json:"unit,omitzero"`
}

// addNouns adds what events refer to.
func (g *gathering) addNouns() {
	c := g.frame
	g.categories = indexes(c.Categories, func(v *store.Category) string { return v.ID })
	g.sources = indexes(c.Sources, func(v *store.Source) string { return v.ID })
	g.places = indexes(c.Places, func(v *store.Place) string { return v.ID })
	g.people = indexes(c.People, func(v *store.Person) string { return v.ID })
	g.measures = indexes(c.Measures, func(v *store.Measure) string { return v.ID })
	g.Categories = mapped(c.Categories, func(v *store.Category) category {
		return category{export.Plain(v.ID), textOf(v.Label), export.Plain(v.Shape), export.Plain(v.Color)}
	})
	g.Sources = mapped(c.Sources, func(v *store.Source) source { return g.source(v) })
	g.Places = mapped(c.Places, func(v *store.Place) place {
		p := place{export.Plain(v.ID), textOf(v.Name), export.Plain(string(v.Kind)), world(v), v.RadiusM, ""}
		if v.IsArea() {
			p.RadiusM, p.Area = 0, export.Plain(v.Area)
		}
		return p
	})
	g.People = mapped(c.People, func(v *store.Person) person { return person{textOf(v.Name), textOf(v.Role)} })
	g.Measures = mapped(c.Measures, func(v *store.Measure) measure { return measure{textOf(v.Label), textOf(v.Unit)} })
}

func (g *gathering) source(v *store.Source) source {
	s := source{
		ID: export.Plain(v.ID), Short: textOf(v.Short), Publisher: textOf(v.Publisher), Title: export.Plain(v.Title),
		Byline: export.Plain(v.Byline), Agency: export.Plain(v.Agency), Published: whenText(v.Published, g.loc), Lang: export.Plain(string(v.Language)),
		Rights: textOf(v.Rights), Note: textOf(v.Note), Paragraphs: v.Paragraphs, File: export.Plain(v.File), SHA256: export.Plain(v.SHA256),
	}
	if s.Short.IsZero() {
		s.Short = text{s.ID}
	}
	return s
}

func mapped[T, U any](all []T, f func(*T) U) []U {
	out := make([]U, len(all))
	for i := range all {
		out[i] = f(&all[i])
	}
	return out
}

// shapes are the outlines of the marks, to two digits.
func shapes() map[string][][][2]float64 {
	all := map[string][][][2]float64{}
	for _, name := range paint.Shapes {
		rings := paint.Outline(name)
		for _, ring := range rings {
			for i, p := range ring {
				ring[i] = [2]float64{math.Round(p[0]*100) / 100, math.Round(p[1]*100) / 100}
			}
		}
		all[name] = rings
	}
	return all
}

// short keeps a position in the world to about 4 cm.
func short(x float64) float64 { return math.Round(x*1e9) / 1e9 }
