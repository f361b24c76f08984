package export

import (
	"html"
	"strings"
)

// prose is what there is to read about an event, as HTML of paragraphs and a
// list: its summary, when and where it was, what each source reports in which
// paragraphs. Every text is escaped.
func (w *writing) prose(e *entry) string {
	var b strings.Builder
	if summary := w.in(e.Summary); summary != "" {
		b.WriteString("<p>" + html.EscapeString(summary) + "</p>")
	}
	b.WriteString("<p>" + html.EscapeString(w.date(e)+" — "+w.where(e)) + "</p>")
	for _, note := range []string{w.in(e.WhenNote), w.in(e.PlaceNote)} {
		if note != "" {
			b.WriteString("<p><i>" + html.EscapeString(note) + "</i></p>")
		}
	}
	w.proseOfReports(&b, e)
	return b.String()
}

// where names the place and, where there are any, the further areas.
func (w *writing) where(e *entry) string {
	names := []string{w.in(e.at.Name)}
	for _, p := range w.areaPlaces(e) {
		if p != e.at {
			names = append(names, w.in(p.Name))
		}
	}
	return strings.Join(names, ", ")
}

// proseOfReports writes a list of lines such as "Meduza ¶3, 4 (an agency): note".
func (w *writing) proseOfReports(b *strings.Builder, e *entry) {
	if len(e.Reports) == 0 {
		return
	}
	b.WriteString("<ul>")
	for i := range e.Reports {
		r := &e.Reports[i]
		b.WriteString("<li><b>" + html.EscapeString(w.sourceName(r.Source)) + "</b> ¶" + listed(r.Paragraphs, ", "))
		if who := plain(r.AttributedTo); who != "" {
			b.WriteString(" (" + html.EscapeString(who) + ")")
		}
		if note := w.in(r.Note); note != "" {
			b.WriteString(": " + html.EscapeString(note))
		}
		b.WriteString("</li>")
	}
	b.WriteString("</ul>")
}

// date is when an event was, as a person reads it.
func (w *writing) date(e *entry) string { return plain(w.DateText(e.When, e.zone)) }

// credits are what a collection says of itself, as HTML: summary, attribution,
// its id and hash.
func (w *writing) credits() string {
	a := w.about
	lines := append([]string{a.Summary}, a.Attribution...)
	var b strings.Builder
	for _, line := range append(lines, a.Collection+" · SHA-256 "+a.Hash) {
		if line != "" {
			b.WriteString("<p>" + html.EscapeString(line) + "</p>")
		}
	}
	return b.String()
}
