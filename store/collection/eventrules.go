package collection

import (
	"fmt"

	"qantar/store"
	"qantar/store/when"
)

// checkEvent wants every id to resolve, a ground for every time that is not
// plain, and reports that fit their sources.
func (r *rules) checkEvent(e entry[eventDoc], at when.When) {
	r.resolve(e.at("category"), "category", e.doc.Category, r.categoryIDs, collectionFile)
	for i, id := range e.doc.People {
		r.resolve(e.at("people", i), "person", id, r.personIDs, peopleFile)
	}
	place, ok := r.resolve(e.at("place"), "place", e.doc.Place, r.placeIDs, placesFile)
	r.checkAreas(e, ok && isArea(r.places[place].doc.Kind))
	if (at.Uncertain || at.Approximate || at.Nature == when.OneOf) && e.doc.WhenNote == (text{}) {
		r.list.add(e.at("when"), "the time "+at.Text+" is not plain, and nothing says why", "add a line when_note: with the ground for it")
	}
	r.checkLanguages(e.at("title"), "title", e.doc.Title)
	r.checkReports(e)
}

func (r *rules) checkAreas(e entry[eventDoc], placeIsArea bool) {
	for i, id := range e.doc.Areas {
		if at, ok := r.resolve(e.at("areas", i), "place", id, r.placeIDs, placesFile); ok && !isArea(r.places[at].doc.Kind) {
			r.list.add(e.at("areas", i), id+" is a point, not an area", "name a region or a country")
		}
	}
	if e.doc.Condition && !placeIsArea && len(e.doc.Areas) == 0 {
		r.list.add(e.at("condition"), "the condition holds over no area", "add a line areas: with regions or countries, or remove condition")
	}
}

// checkLanguages wants a title in every language that the collection says it
// is complete in.
func (r *rules) checkLanguages(at spot, what string, title text) {
	for _, lang := range r.whole.doc.Languages {
		if title != (text{}) && store.Text(title).Only(lang) == "" {
			r.list.add(at, fmt.Sprintf("the %s is not given in %s", what, lang), fmt.Sprintf("add it, or take %s out of languages in %s", lang, collectionFile))
		}
	}
}

func (r *rules) checkReports(e entry[eventDoc]) {
	first := map[string]bool{}
	for i, report := range e.doc.Reports {
		at := e.at("reports", i)
		if first[report.Source] && report.Source != "" {
			r.list.add(at.at("source"), report.Source+" reports this event twice", "join the two reports into one")
		}
		first[report.Source] = true
		source, ok := r.resolve(at.at("source"), "source", report.Source, r.sourceIDs, sourcesFile)
		if ok {
			r.checkParagraphs(at, report, r.sources[source].doc)
		}
	}
}

func (r *rules) checkParagraphs(at spot, report reportDoc, source sourceDoc) {
	for i, paragraph := range report.Paragraphs {
		r.checkParagraph(at.at("paragraphs", i), paragraph, source)
	}
}

func (r *rules) checkParagraph(at spot, paragraph int, source sourceDoc) {
	if paragraph > source.Paragraphs && source.Paragraphs > 0 {
		r.list.add(at, fmt.Sprintf("paragraph %d does not exist: %s has %d", paragraph, source.ID, source.Paragraphs), "count the lines that are not empty, from 1")
	}
}
