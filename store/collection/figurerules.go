package collection

import (
	"fmt"
	"slices"

	"qantar/store"
	"qantar/store/when"
)

// checkFigure wants every id to resolve, a number or words, a paragraph that
// the event's report cites, and a time that fits the event's.
func (r *rules) checkFigure(e entry[figureDoc], asOf when.When) {
	r.resolve(e.at("measure"), "measure", e.doc.Measure, r.measureIDs, measuresFile)
	r.resolve(e.at("place"), "place", e.doc.Place, r.placeIDs, placesFile)
	source, sourceOK := r.resolve(e.at("source"), "source", e.doc.Source, r.sourceIDs, sourcesFile)
	event, eventOK := r.resolve(e.at("event"), "event", e.doc.Event, r.eventIDs, eventsFolder)
	if sourceOK {
		r.checkParagraph(e.at("paragraph"), e.doc.Paragraph, r.sources[source].doc)
	}
	if sourceOK && eventOK {
		r.checkCited(e, r.events[event].doc)
	}
	if eventOK {
		r.checkAsOf(e, asOf, r.times[e.doc.Event])
	}
	r.checkNumber(e)
}

// checkCited wants the event's report from the figure's source to cite the
// figure's paragraph.
func (r *rules) checkCited(e entry[figureDoc], event eventDoc) {
	report := reportFrom(event, e.doc.Source)
	switch {
	case report == nil:
		r.list.add(e.at("source"), fmt.Sprintf("%s does not report the event %s", e.doc.Source, event.ID), "name a source that reports it, or another event")
	case !slices.Contains(report.Paragraphs, e.doc.Paragraph):
		r.list.add(e.at("paragraph"), fmt.Sprintf("paragraph %d is not one that the report of %s by %s cites: %v", e.doc.Paragraph, event.ID, e.doc.Source, report.Paragraphs),
			"mend the number, or add it to the report's paragraphs")
	}
}

// reportFrom is an event's report from a source, nil when it has none.
func reportFrom(event eventDoc, source string) *reportDoc {
	i := slices.IndexFunc(event.Reports, func(r reportDoc) bool { return r.Source == source })
	if i < 0 {
		return nil
	}
	return &event.Reports[i]
}

// checkAsOf refuses a figure that counts up to a moment before its event. One
// that counts on beyond the event is in order: ages and days that have passed
// do, and so do all figures told along with the background.
func (r *rules) checkAsOf(e entry[figureDoc], asOf when.When, event store.Event) {
	if asOf.Text == "" || event.When.Text == "" || event.Kind == store.Background {
		return
	}
	if asOf.Latest < event.When.Earliest {
		r.list.add(e.at("as_of"), fmt.Sprintf("the time %s is over before the event %s starts (%s)", asOf.Text, event.ID, event.When.Text), "mend the time, or name another event")
	}
}

// checkNumber wants a number with a qualifier, or words and no number.
func (r *rules) checkNumber(e entry[figureDoc]) {
	low, high, words := e.doc.Low != nil, e.doc.High != nil, e.doc.Words != ""
	switch {
	case !low && high:
		r.list.add(e.at("high"), "the range has no low number", "add a line low:, or write the one number there")
	case !low && !words:
		r.list.add(e.spot, "the figure has neither a number nor words", "add a line low: with the number, or words: with what stands for one")
	case low && words:
		r.list.add(e.at("words"), "the figure has a number and words", "keep the number, or the words where the text prints no number")
	case low && e.doc.Qualifier == "":
		r.list.add(e.at("low"), "the number has no qualifier", "add a line qualifier:, which is exact where the text puts none before the number")
	case !low && e.doc.Qualifier != "":
		r.list.add(e.at("qualifier"), "the qualifier has no number", "remove it: words say themselves how they are meant")
	case low && high && *e.doc.High < *e.doc.Low:
		r.list.add(e.at("high"), fmt.Sprintf("the high number %g is below the low one, %g", *e.doc.High, *e.doc.Low), "swap the two")
	}
}

// checkDisagreement wants members that are there: a figure, or a report of an
// event by a source.
func (r *rules) checkDisagreement(e entry[disagreementDoc]) {
	r.checkLanguages(e.at("topic"), "topic", e.doc.Topic)
	for i, m := range e.doc.Members {
		at := e.at("members", i)
		isFigure, isReport := m.Figure != "", m.Event != "" && m.Source != ""
		if isFigure == isReport || (isFigure && m != memberDoc{Figure: m.Figure}) {
			r.list.add(at, "the member is neither a figure nor a source's report of an event", "write {figure: id}, or {event: id, source: id}")
			continue
		}
		if isFigure {
			r.resolve(at.at("figure"), "figure", m.Figure, r.figureIDs, figuresFile)
			continue
		}
		r.checkReportMember(at, m)
	}
}

func (r *rules) checkReportMember(at spot, m memberDoc) {
	_, sourceOK := r.resolve(at.at("source"), "source", m.Source, r.sourceIDs, sourcesFile)
	event, eventOK := r.resolve(at.at("event"), "event", m.Event, r.eventIDs, eventsFolder)
	if sourceOK && eventOK && reportFrom(r.events[event].doc, m.Source) == nil {
		r.list.add(at.at("source"), fmt.Sprintf("%s does not report the event %s", m.Source, m.Event), "name a source that reports it, or another event")
	}
}
