package collection

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// prose is one English text of the collection, in our own words.
type prose struct {
	spot
	text        string
	attribution bool // it stands as others say it: who speaks, or a document's title
}

// prose gathers every text that may share no run of words with a document: all of
// ours, and the titles of the sources, which stand as printed but are cut short
// where they are long.
func (d *docs) prose() []prose {
	p := &proseList{}
	p.add(d.whole.spot, "title", d.whole.doc.Title, "summary", d.whole.doc.Summary)
	for _, e := range d.sources {
		p.attribute(e.at("title"), e.doc.Title)
		p.add(e.spot, "rights", e.doc.Rights, "note", e.doc.Note)
	}
	for _, e := range d.places {
		p.add(e.spot, "note", e.doc.Note)
	}
	for _, e := range d.people {
		p.add(e.spot, "role", e.doc.Role)
	}
	for _, e := range d.events {
		p.add(e.spot, "title", e.doc.Title, "summary", e.doc.Summary, "when_note", e.doc.WhenNote, "place_note", e.doc.PlaceNote)
		for i, r := range e.doc.Reports {
			p.add(e.at("reports", i), "note", r.Note)
			p.attribute(e.at("reports", i, "attributed_to"), r.AttributedTo)
		}
	}
	for _, e := range d.measures {
		p.add(e.spot, "label", e.doc.Label, "unit", e.doc.Unit)
	}
	for _, e := range d.figures {
		p.add(e.spot, "scope", e.doc.Scope, "note", e.doc.Note)
		p.attribute(e.at("attributed_to"), e.doc.AttributedTo)
	}
	for _, e := range d.disagreements {
		p.add(e.spot, "topic", e.doc.Topic, "explanation", e.doc.Explanation)
	}
	for _, e := range d.stories {
		p.add(e.spot, "title", e.doc.Title, "summary", e.doc.Summary)
		for i, s := range e.doc.Scenes {
			at := e.at("scenes", i)
			p.add(at, "caption", s.Caption, "notes", s.Notes)
			for j, question := range s.Questions {
				p.add(at.at("questions"), j, question)
			}
		}
	}
	return p.all
}

type proseList struct{ all []prose }

// add takes pairs of a field's name, or its place in a list, and its text.
func (p *proseList) add(at spot, pairs ...any) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if t := pairs[i+1].(text); t.En != "" {
			p.all = append(p.all, prose{spot: at.at(pairs[i], "en"), text: t.En})
		}
	}
}

func (p *proseList) attribute(at spot, text string) {
	p.all = append(p.all, prose{spot: at, text: text, attribution: true})
}

// loaded are the words that take a side; they may stand in a quotation only.
var loaded = regexp.MustCompile(`(?i)\b(?:terrorists?|bandits?|militants?|rioters?|extremists?|uprisings?|liquidated|criminals)\b`)

// quotation is what stands between quotation marks. A plain single one counts
// where it cannot be an apostrophe.
var quotation = regexp.MustCompile(`“[^”]*”|"[^"]*"|«[^»]*»|‘[^’]*’|\B'[^']*'\B`)

// checkWording refuses loaded words outside quotation marks.
func (r *rules) checkWording() {
	for _, p := range r.prose() {
		if p.attribution {
			continue
		}
		if word := loaded.FindString(quotation.ReplaceAllString(p.text, "“”")); word != "" {
			r.list.add(p.spot, fmt.Sprintf("the word %q takes a side", word), "use a neutral word, or put it between quotation marks where a source's word is meant")
		}
	}
}

// tokens are the words of a text, comparable: letters and digits in lower
// case, without apostrophes.
func tokens(text string) []string {
	text = apostrophes.Replace(norm.NFKC.String(strings.ToLower(text)))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

var apostrophes = strings.NewReplacer("'", "", "’", "")
