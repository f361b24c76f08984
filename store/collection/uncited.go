package collection

import (
	"fmt"
	"strings"
)

// noteUncited names, for each source, the paragraphs that no report cites.
// Whether a record is missing there is for a reader to judge.
func noteUncited(d *docs, list *report) {
	if d.lost[eventsFolder] {
		return
	}
	cited := map[string]map[int]bool{}
	for _, e := range d.events {
		for _, r := range e.doc.Reports {
			if cited[r.Source] == nil {
				cited[r.Source] = map[int]bool{}
			}
			for _, paragraph := range r.Paragraphs {
				cited[r.Source][paragraph] = true
			}
		}
	}
	for _, e := range d.sources {
		if missing := ranges(e.doc.Paragraphs, cited[e.doc.ID]); missing != "" {
			list.add(e.at("paragraphs"), fmt.Sprintf("no record cites these paragraphs of %s: %s", e.doc.ID, missing), "read them: they may hold nothing to record")
		}
	}
}

// ranges writes the numbers from 1 to last that are not in a set: "1-3, 7".
func ranges(last int, without map[int]bool) string {
	var parts []string
	for n := 1; n <= last; n++ {
		if without[n] {
			continue
		}
		first := n
		for n < last && !without[n+1] {
			n++
		}
		if first == n {
			parts = append(parts, fmt.Sprint(n))
		} else {
			parts = append(parts, fmt.Sprintf("%d-%d", first, n))
		}
	}
	return strings.Join(parts, ", ")
}
