package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"qantar/store"
)

// The rows below are the stable form of --json: fields are added at the end,
// never renamed, moved or removed.
type eventRow struct {
	ID            string       `json:"id"`
	Title         string       `json:"title"`
	Summary       string       `json:"summary"`
	Kind          store.Kind   `json:"kind"`
	Category      string       `json:"category"`
	Importance    int          `json:"importance"`
	When          string       `json:"when"`
	Earliest      string       `json:"earliest"`
	Latest        string       `json:"latest"`
	Place         eventPlace   `json:"place"`
	Reports       []reportPart `json:"reports"`
	WhenNote      string       `json:"when_note"`
	OpenStart     bool         `json:"open_start"`
	OpenEnd       bool         `json:"open_end"`
	PlaceInferred bool         `json:"place_inferred"`
	PlaceNote     string       `json:"place_note"`
	Areas         []string     `json:"areas"`
	Condition     bool         `json:"condition"`
	People        []string     `json:"people"`
}

type eventPlace struct {
	ID      string          `json:"id"`
	Name    string          `json:"name"`
	Kind    store.PlaceKind `json:"kind"`
	Lat     float64         `json:"lat"`
	Lon     float64         `json:"lon"`
	RadiusM float64         `json:"radius_m"`
	Country string          `json:"country"`
	Area    string          `json:"area"`
}

type reportPart struct {
	Source       string `json:"source"`
	File         string `json:"file"`
	Paragraphs   []int  `json:"paragraphs"`
	AttributedTo string `json:"attributed_to"`
	Note         string `json:"note"`
}

type reportRow struct {
	Event    string `json:"event"`
	Title    string `json:"title"`
	When     string `json:"when"`
	Earliest string `json:"earliest"`
	Latest   string `json:"latest"`
	reportPart
}

type sourceRow struct {
	ID         string     `json:"id"`
	File       string     `json:"file"`
	SHA256     string     `json:"sha256"`
	Publisher  string     `json:"publisher"`
	Title      string     `json:"title"`
	Short      string     `json:"short"`
	Byline     string     `json:"byline"`
	Agency     string     `json:"agency"`
	Published  string     `json:"published"`
	Language   store.Lang `json:"language"`
	Rights     string     `json:"rights"`
	Note       string     `json:"note"`
	Paragraphs int        `json:"paragraphs"`
}

type placeRow struct {
	eventPlace
	Parent   string   `json:"parent"`
	TimeZone string   `json:"time_zone"`
	GeoNames int      `json:"geonames"`
	Aliases  []string `json:"aliases"`
	Note     string   `json:"note"`
}

func eventRows(v *view) (any, [][]string) {
	rows, table := []eventRow{}, [][]string{}
	for i := range v.events {
		e := &v.events[i]
		row := v.event(e)
		rows = append(rows, row)
		var sources []string
		for _, r := range e.Reports {
			sources = append(sources, r.Source+" "+paragraphs(r.Paragraphs))
		}
		table = append(table, []string{day(e.When, v.zones[e.Place]), row.Place.Name, row.Title, strings.Join(sources, ", ")})
	}
	return rows, table
}

func (v *view) event(e *store.Event) eventRow {
	zone := v.zones[e.Place]
	row := eventRow{
		ID: e.ID, Title: e.Title.In(v.lang), Summary: e.Summary.In(v.lang), Kind: e.Kind, Category: e.Category, Importance: e.Importance,
		When: e.When.Text, Earliest: instant(e.When.Start(zone)), Latest: instant(e.When.End(zone)),
		Place: v.place(v.places[e.Place]), Reports: []reportPart{}, WhenNote: e.WhenNote.In(v.lang),
		OpenStart: e.When.OpenStart, OpenEnd: e.When.OpenEnd,
		PlaceInferred: e.Inferred, PlaceNote: e.PlaceNote.In(v.lang), Areas: notNull(e.Areas), Condition: e.Condition, People: notNull(e.People),
	}
	for i := range e.Reports {
		row.Reports = append(row.Reports, v.report(&e.Reports[i]))
	}
	return row
}

func (v *view) place(p *store.Place) eventPlace {
	return eventPlace{p.ID, p.Name.In(v.lang), p.Kind, p.Point.Lat(), p.Point.Lon(), p.RadiusM, p.Country, p.Area}
}

func (v *view) report(r *store.Report) reportPart {
	return reportPart{r.Source, v.sources[r.Source].File, notNull(r.Paragraphs), r.AttributedTo, r.Note.In(v.lang)}
}

func reportRows(v *view) (any, [][]string) {
	rows, table := []reportRow{}, [][]string{}
	for i := range v.events {
		e := &v.events[i]
		row := v.event(e)
		for _, r := range row.Reports {
			if len(v.query.Sources) > 0 && !slices.Contains(v.query.Sources, r.Source) {
				continue
			}
			rows = append(rows, reportRow{row.ID, row.Title, row.When, row.Earliest, row.Latest, r})
			table = append(table, []string{day(e.When, v.zones[e.Place]), row.ID, r.Source + " " + paragraphs(r.Paragraphs), r.AttributedTo, r.Note})
		}
	}
	return rows, table
}

func sourceRows(v *view) (any, [][]string) {
	named := map[string]bool{}
	for _, e := range v.events {
		for _, r := range e.Reports {
			named[r.Source] = len(v.query.Sources) == 0 || slices.Contains(v.query.Sources, r.Source)
		}
	}
	rows, table := []sourceRow{}, [][]string{}
	for _, s := range v.collection.Sources {
		if v.filtered && !named[s.ID] {
			continue
		}
		row := sourceRow{
			s.ID, s.File, s.SHA256, s.Publisher.In(v.lang), s.Title, s.Short.In(v.lang), s.Byline, s.Agency,
			s.Published.Text, s.Language, s.Rights.In(v.lang), s.Note.In(v.lang), s.Paragraphs,
		}
		rows = append(rows, row)
		table = append(table, []string{row.ID, row.Publisher, row.Title, row.Published, row.File, strconv.Itoa(row.Paragraphs)})
	}
	return rows, table
}

func placeRows(v *view) (any, [][]string) {
	named := map[string]bool{}
	for _, e := range v.events {
		for _, id := range append(e.Areas, e.Place) {
			named[id] = true
		}
	}
	rows, table := []placeRow{}, [][]string{}
	for i := range v.collection.Places {
		p := &v.collection.Places[i]
		if v.filtered && !named[p.ID] {
			continue
		}
		rows = append(rows, placeRow{v.place(p), p.Parent, p.TimeZone, p.GeoNames, notNull(p.Aliases), p.Note.In(v.lang)})
		table = append(table, []string{p.ID, p.Name.In(v.lang), string(p.Kind), position(p), p.Country, p.Parent})
	}
	return rows, table
}

// position is where a place lies: degrees with the radius, or the area's code.
func position(p *store.Place) string {
	if p.IsArea() {
		return "area " + p.Area
	}
	return fmt.Sprintf("%.4f, %.4f ±%g m", p.Point.Lat(), p.Point.Lon(), p.RadiusM)
}

// paragraphs writes [3 4] as ¶3,4.
func paragraphs(numbers []int) string {
	parts := make([]string, len(numbers))
	for i, n := range numbers {
		parts[i] = strconv.Itoa(n)
	}
	return "¶" + strings.Join(parts, ",")
}

// notNull makes an absent list an empty one, which JSON writes as [].
func notNull[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
