package main

import (
	"slices"
	"strings"

	"qantar/store"
)

// disagreementRow is a disagreement with its members.
type disagreementRow struct {
	ID          string           `json:"id"`
	Topic       string           `json:"topic"`
	Members     []memberPart     `json:"members"`
	Explanation string           `json:"explanation"`
	Kind        store.Difference `json:"kind"`
}

// memberPart is a figure, or a report when figure is "". A figure's event,
// source and paragraph are those it was read from.
type memberPart struct {
	Figure     string `json:"figure"`
	Event      string `json:"event"`
	Source     string `json:"source"`
	File       string `json:"file"`
	Paragraphs []int  `json:"paragraphs"`
}

func disagreementRows(v *view) (any, [][]string) {
	l := newLookup(v)
	rows, table := []disagreementRow{}, [][]string{}
	for _, d := range v.collection.Disagreements {
		if v.filtered && !slices.ContainsFunc(d.Members, l.passes) {
			continue
		}
		row := disagreementRow{d.ID, d.Topic.In(v.lang), []memberPart{}, d.Explanation.In(v.lang), d.Kind}
		var members []string
		for _, m := range d.Members {
			part := l.part(m)
			row.Members = append(row.Members, part)
			members = append(members, part.Event+" "+part.Source+" "+paragraphs(part.Paragraphs))
		}
		rows = append(rows, row)
		table = append(table, []string{d.ID, string(d.Kind), row.Topic, strings.Join(members, ", ")})
	}
	return rows, table
}

// lookup finds what members name.
type lookup struct {
	view         *view
	figures      map[string]*store.Figure
	shown        map[string]bool        // ids of the figures that pass the filters
	shownReports map[store.Member]bool  // reports that do
	reportedBy   map[store.Member][]int // paragraphs, by event and source
}

func newLookup(v *view) *lookup {
	l := &lookup{v, map[string]*store.Figure{}, map[string]bool{}, map[store.Member]bool{}, map[store.Member][]int{}}
	for i := range v.collection.Figures {
		l.figures[v.collection.Figures[i].ID] = &v.collection.Figures[i]
	}
	for _, f := range v.figures {
		l.shown[f.ID] = true
	}
	for _, e := range v.collection.Events {
		for _, r := range e.Reports {
			l.reportedBy[store.Member{Event: e.ID, Source: r.Source}] = r.Paragraphs
		}
	}
	for _, e := range v.events {
		for _, r := range e.Reports {
			l.shownReports[store.Member{Event: e.ID, Source: r.Source}] = len(v.query.Sources) == 0 || slices.Contains(v.query.Sources, r.Source)
		}
	}
	return l
}

// passes tells whether a member passes the filters.
func (l *lookup) passes(m store.Member) bool { return l.shown[m.Figure] || l.shownReports[m] }

func (l *lookup) part(m store.Member) memberPart {
	if f := l.figures[m.Figure]; f != nil {
		return memberPart{f.ID, f.Event, f.Source, l.view.sources[f.Source].File, []int{f.Paragraph}}
	}
	return memberPart{"", m.Event, m.Source, l.view.sources[m.Source].File, notNull(l.reportedBy[m])}
}

// differingRow is a group of figures of one measure and place that differ.
type differingRow struct {
	Measure string      `json:"measure"`
	Place   string      `json:"place"`
	Figures []figureRow `json:"figures"`
}

// differingRows lists the groups of which at least one figure passes the filters.
func differingRows(v *view) (any, [][]string) {
	l := newLookup(v)
	rows, table := []differingRow{}, [][]string{}
	for _, group := range v.differing {
		if !slices.ContainsFunc(group, func(id string) bool { return l.shown[id] }) {
			continue
		}
		first := l.figures[group[0]]
		row := differingRow{first.Measure, first.Place, []figureRow{}}
		var numbers []string
		for _, id := range group {
			f := l.figures[id]
			row.Figures = append(row.Figures, v.figure(f))
			numbers = append(numbers, number(f)+" ("+f.Source+" "+paragraphs([]int{f.Paragraph})+")")
		}
		rows = append(rows, row)
		table = append(table, []string{row.Measure, v.places[row.Place].Name.In(v.lang), strings.Join(numbers, ", ")})
	}
	return rows, table
}
