package inwords

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"qantar/store"
	"qantar/store/export"
	"qantar/store/when"
	"qantar/ui/scene"
)

// event writes what the record holds of an event.
func (w *writing) event(e *store.Event) error {
	category, place := w.categories[e.Category], w.places[e.Place]
	if category == nil || place == nil {
		return fmt.Errorf("its place %.64q or category %.64q is not in the collection", e.Place, e.Category)
	}
	w.n++
	w.heading(2, w.numbered(e))
	w.paragraph(w.in(e.Summary))
	w.paragraph(w.Words("words-kind", "kind", w.Words("kind-"+string(e.Kind)), "category", w.in(category.Label)))
	w.paragraph(w.when(e)...)
	w.paragraph(w.where(e, place)...)
	w.reports(e)
	w.claims(e)
	w.disagreements(e)
	return nil
}

// when are sentences on when it was, how sure that is, and on what ground.
func (w *writing) when(e *store.Event) []string {
	said := []string{w.Words("words-when", "when", When(e.When, w.zones[e.Place], w.Lang))}
	for _, c := range []struct {
		is  bool
		key string
	}{{e.When.Approximate, "words-approximate"}, {e.When.Uncertain, "words-uncertain"}, {e.When.OpenStart, "words-open-start"}, {e.When.OpenEnd, "words-open-end"}} {
		if c.is {
			said = append(said, w.Words(c.key))
		}
	}
	return append(said, w.in(e.WhenNote))
}

// where are sentences on where it was, how exactly, and on what ground.
func (w *writing) where(e *store.Event, at *store.Place) []string {
	name := w.in(at.Name)
	if parent := w.places[at.Parent]; parent != nil && !at.IsArea() {
		name += ", " + w.in(parent.Name)
	}
	said := []string{w.Words("words-where", "place", name)}
	switch {
	case at.IsArea():
		said = append(said, w.Words("words-whole-area"))
	case at.RadiusM > 0:
		said = append(said, w.Words("words-radius", "km", scene.Number(math.Round(at.RadiusM/100)/10, w.Lang)))
	}
	var areas []string
	for _, id := range e.Areas {
		if p := w.places[id]; p != nil {
			areas = append(areas, w.in(p.Name))
		}
	}
	if len(areas) > 0 {
		said = append(said, w.Words("areas")+": "+strings.Join(areas, ", "))
	}
	if e.Inferred {
		said = append(said, w.Words("inferred-place"))
	}
	return append(said, w.in(e.PlaceNote))
}

// reports writes who reports an event, a source in a paragraph of its own.
func (w *writing) reports(e *store.Event) {
	for i := range e.Reports {
		r := &e.Reports[i]
		key := "words-report"
		if len(r.Paragraphs) > 1 {
			key = "words-report-many"
		}
		said := []string{w.Words(key, "source", w.sourceName(r.Source), "n", w.listed(r.Paragraphs))}
		if who := export.Plain(r.AttributedTo); who != "" {
			said = append(said, w.Words("words-by", "who", who))
		}
		w.item(append(said, w.in(r.Note))...)
	}
	if len(e.Reports) == 1 {
		w.paragraph(w.Words("only-here"))
	}
}

// claims writes the numbers that are given of an event.
func (w *writing) claims(e *store.Event) {
	for _, f := range w.figures[e.ID] {
		m := w.measures[f.Measure]
		if m == nil {
			continue
		}
		w.item(
			w.Words("words-number", "what", w.in(m.Label), "n", scene.Claim(f, w.Lang)+" "+w.in(m.Unit)),
			w.in(f.Scope),
			w.Words("words-by", "who", export.Plain(f.AttributedTo)),
			w.sourceName(f.Source)+", "+w.Words("paragraph")+" "+strconv.Itoa(f.Paragraph),
		)
	}
}

// disagreements writes where the accounts of an event do not fit together.
func (w *writing) disagreements(e *store.Event) {
	for _, d := range w.disputes[e.ID] {
		w.item(w.Words("words-differ", "topic", w.in(d.Topic)), w.in(d.Explanation))
	}
}

func (w *writing) sourceName(id string) string {
	if s := w.sources[id]; s != nil {
		return w.in(s.Short)
	}
	return export.Plain(id)
}

// listed are numbers as words go: "3, 4 and 7".
func (w *writing) listed(numbers []int) string {
	texts := make([]string, len(numbers))
	for i, n := range numbers {
		texts[i] = strconv.Itoa(n)
	}
	last := len(texts) - 1
	if last < 1 {
		return strings.Join(texts, "")
	}
	return w.Words("words-and", "a", strings.Join(texts[:last], ", "), "b", texts[last])
}

// date is a time as a list writes it, in the collection's zone.
func (w *writing) date(t when.When) string {
	zone, err := when.Zone(w.frame.TimeZone)
	if err != nil {
		return t.Text
	}
	return When(t, zone, w.Lang)
}
