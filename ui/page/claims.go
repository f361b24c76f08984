package page

import (
	"fmt"

	"qantar/store"
	"qantar/store/export"
	"qantar/ui/scene"
)

// figure is a number as one paragraph claims it.
type figure struct {
	Event     int      `json:"e"`
	Measure   int      `json:"m"`
	Claim     text     `json:"claim"` // with what qualifies it
	Low       *float64 `json:"low,omitempty"`
	AsOf      text     `json:"asOf"`
	At        int64    `json:"at"` // the earliest moment of AsOf
	Scope     text     `json:"scope,omitzero"`
	By        string   `json:"by,omitempty"`
	Source    int      `json:"s"`
	Paragraph int      `json:"p"`
	Note      text     `json:"note,omitzero"`
}

type disagreement struct {
	Topic       text     `json:"topic"`
	Kind        string   `json:"kind"`
	Explanation text     `json:"why"`
	Members     []member `json:"members"`
}

// member is a figure, or what a source reports of an event.
type member struct {
	Figure *int `json:"f,omitempty"`
	Event  *int `json:"e,omitempty"`
	Source *int `json:"s,omitempty"`
}

// addFigures adds the figures of the events that the page holds.
func (g *gathering) addFigures() error {
	g.figures, g.Figures = map[string]int{}, []figure{}
	for i := range g.frame.Figures {
		f := &g.frame.Figures[i]
		e, ok := g.events[f.Event]
		if !ok {
			continue
		}
		m, ok := g.measures[f.Measure]
		if !ok {
			return missing("measure", f.Measure, fmt.Sprintf("the figure %.64q", f.ID))
		}
		s, ok := g.sources[f.Source]
		if !ok {
			return missing("source", f.Source, fmt.Sprintf("the figure %.64q", f.ID))
		}
		loc := g.loc
		if p, ok := g.places[f.Place]; ok {
			loc = g.zoneOf(g.frame.Places[p].TimeZone)
		}
		g.figures[f.ID] = len(g.Figures)
		g.Figures = append(g.Figures, figure{
			Event: e, Measure: m, Claim: textIn(func(lang store.Lang) string { return scene.Claim(f, lang) }), Low: f.Low,
			AsOf: whenText(f.AsOf, loc), At: f.AsOf.Earliest, Scope: textOf(f.Scope), By: export.Plain(f.AttributedTo),
			Source: s, Paragraph: f.Paragraph, Note: textOf(f.Note),
		})
	}
	return nil
}

// addDisagreements adds those of which the page holds at least one side.
func (g *gathering) addDisagreements() {
	g.Disagreements = []disagreement{}
	for i := range g.frame.Disagreements {
		d := &g.frame.Disagreements[i]
		if members := g.members(d); len(members) > 0 {
			g.Disagreements = append(g.Disagreements, disagreement{textOf(d.Topic), export.Plain(string(d.Kind)), textOf(d.Explanation), members})
		}
	}
}

func (g *gathering) members(d *store.Disagreement) []member {
	var found []member
	for _, m := range d.Members {
		if f, ok := g.figures[m.Figure]; ok {
			found = append(found, member{Figure: &f})
			continue
		}
		e, ok := g.events[m.Event]
		s, told := g.sources[m.Source]
		if ok && told {
			found = append(found, member{Event: &e, Source: &s})
		}
	}
	return found
}
