package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"qantar/store"
)

// writer fills the tables in one transaction. After the first error it does
// nothing more and keeps the error.
type writer struct {
	ctx        context.Context
	tx         *sql.Tx
	statements map[string]*sql.Stmt
	err        error
}

// exec runs a statement, prepared at its first use.
func (w *writer) exec(query string, args ...any) {
	if w.err != nil {
		return
	}
	statement, ok := w.statements[query]
	if !ok {
		if statement, w.err = w.tx.PrepareContext(w.ctx, query); w.err != nil {
			w.err = fmt.Errorf("preparing %.40q: %w", query, w.err)
			return
		}
		w.statements[query] = statement
	}
	if _, err := statement.ExecContext(w.ctx, args...); err != nil {
		w.err = fmt.Errorf("writing row %v with %.40q: %w", args[0], query, err)
	}
}

// insert writes a noun as row n.
func insert[T any](w *writer, t table[T], n int, value *T) {
	w.exec(t.insertSQL(), append([]any{n}, t.bind(value)...)...)
}

// insertAll writes nouns as rows 1, 2, 3 and so on.
func insertAll[T any](w *writer, t table[T], values []T) {
	for i := range values {
		insert(w, t, i+1, &values[i])
	}
}

// insertList writes the values that belong to row n of another table.
func insertList[T any](w *writer, name string, n int, values []T) {
	for seq, value := range values {
		w.exec("INSERT INTO "+name+" (owner, seq, value) VALUES (?, ?, ?)", n, seq+1, value)
	}
}

func (w *writer) collection(c *store.Collection) {
	about := meta(c)
	for _, key := range slices.Sorted(maps.Keys(about)) {
		w.exec("INSERT INTO meta (key, value) VALUES (?, ?)", key, about[key])
	}
	insert(w, collectionTable, 1, c)
	insertList(w, "collection_languages", 1, c.Languages)
	insertList(w, "collection_attribution", 1, c.Attribution)
	insertAll(w, categoryTable, c.Categories)
	insertAll(w, sourceTable, c.Sources)
	insertAll(w, placeTable, c.Places)
	for i := range c.Places {
		insertList(w, "place_aliases", i+1, c.Places[i].Aliases)
	}
	insertAll(w, personTable, c.People)
	w.events(c)
	w.figures(c)
}

// figures writes figures and disagreements, which refer to the events.
func (w *writer) figures(c *store.Collection) {
	insertAll(w, measureTable, c.Measures)
	insertAll(w, figureTable, c.Figures)
	insertAll(w, disagreementTable, c.Disagreements)
	members := 0
	for i, d := range c.Disagreements {
		for _, m := range d.Members {
			members++
			insert(w, memberTable, members, &memberRow{int64(i + 1), m})
		}
	}
}

func (w *writer) events(c *store.Collection) {
	where, people, said, reports := newExtents(c.Places), names(c.People), alsoSaid(c), 0
	for i := range c.Events {
		e, n := &c.Events[i], i+1
		insert(w, eventTable, n, e)
		insertList(w, "event_areas", n, e.Areas)
		insertList(w, "event_people", n, e.People)
		for _, report := range e.Reports {
			reports++
			insert(w, reportTable, reports, &reportRow{int64(n), report})
			insertList(w, "report_paragraphs", reports, report.Paragraphs)
		}
		w.extent(n, e, where)
		w.words(n, e, said[e.ID], where, people)
	}
}

func (w *writer) extent(n int, e *store.Event, where *extents) {
	b := where.event(e)
	w.exec("INSERT INTO extents (n, west, south, east, north) VALUES (?, ?, ?, ?, ?)", n, b.Min[0], b.Min[1], b.Max[0], b.Max[1])
	x := box(b, e.When.Earliest, e.When.Latest)
	w.exec("INSERT INTO extents_tree (n, west, east, south, north, first, last) VALUES (?, ?, ?, ?, ?, ?, ?)", n, x[0], x[1], x[2], x[3], x[4], x[5])
}

// alsoSaid are the texts of figures and disagreements by the events that they
// are about.
func alsoSaid(c *store.Collection) map[string][]string {
	all, eventOf := map[string][]string{}, map[string]string{}
	for _, f := range c.Figures {
		eventOf[f.ID] = f.Event
		all[f.Event] = slices.Concat(all[f.Event], []string{f.AttributedTo, f.Words}, f.Scope.All(), f.Note.All())
	}
	for _, d := range c.Disagreements {
		about := map[string]bool{}
		for _, m := range d.Members {
			event := m.Event + eventOf[m.Figure] // one of them is ""
			if !about[event] {
				all[event] = slices.Concat(all[event], d.Topic.All(), d.Explanation.All())
			}
			about[event] = true
		}
	}
	return all
}

// words indexes an event's texts in all languages with those said of it
// elsewhere, and its places with those around them, so that a city finds what
// happened at its sites.
func (w *writer) words(n int, e *store.Event, said []string, where *extents, people map[string]store.Text) {
	body := slices.Concat(e.Summary.All(), e.WhenNote.All(), e.PlaceNote.All(), said)
	for _, report := range e.Reports {
		body = append(append(body, report.AttributedTo), report.Note.All()...)
	}
	var places, names []string
	for _, id := range append([]string{e.Place}, e.Areas...) {
		for _, p := range where.outward(id) {
			places = append(append(places, p.Name.All()...), p.Aliases...)
		}
	}
	for _, id := range e.People {
		names = append(names, people[id].All()...)
	}
	w.exec("INSERT INTO search (docid, title, body, place, people) VALUES (?, ?, ?, ?, ?)",
		n, folded(e.Title.All()), folded(body), folded(places), folded(names))
}

func folded(texts []string) string { return fold(strings.Join(texts, "\n")) }

func names(people []store.Person) map[string]store.Text {
	all := make(map[string]store.Text, len(people))
	for _, p := range people {
		all[p.ID] = p.Name
	}
	return all
}
