// Package inwords writes events in sentences, for who cannot see a map or wants
// to read on: when, where and what, who says so in which paragraph, which
// numbers are given, and where the accounts differ. It knows no window.
package inwords

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"qantar/store"
	"qantar/store/export"
	"qantar/store/when"
	"qantar/ui/words"
)

// Options tell how events are written.
type Options struct {
	Lang     store.Lang
	Words    words.Func // the interface's texts, in Lang
	Shown    []string   // sentences that say which events these are
	Markdown bool       // headings and lists as Markdown has them; else plain text
}

// Write writes the events of a record, one after the other in the same memory,
// and in the end the documents, whose work it is and the collection's hash. The
// same record and options give the same bytes.
func Write(to io.Writer, r export.Record, o Options) error {
	w, err := newWriting(to, r, o)
	if err != nil {
		return err
	}
	w.open()
	for e, err := range r.Events {
		if err != nil {
			return err
		}
		if err := w.event(e); err != nil {
			return fmt.Errorf("event %.64q: %w", e.ID, err)
		}
	}
	w.close()
	return w.out.Flush()
}

// writing is a record being written.
type writing struct {
	Options
	frame      *store.Collection
	out        *bufio.Writer
	n          int // events so far
	categories map[string]*store.Category
	sources    map[string]*store.Source
	places     map[string]*store.Place
	zones      map[string]*time.Location // by place
	measures   map[string]*store.Measure
	figures    map[string][]*store.Figure       // by event
	disputes   map[string][]*store.Disagreement // by event
}

func newWriting(to io.Writer, r export.Record, o Options) (*writing, error) {
	c := r.Frame
	w := &writing{
		Options: o, frame: c, out: bufio.NewWriter(to),
		categories: byID(c.Categories, func(v *store.Category) string { return v.ID }),
		sources:    byID(c.Sources, func(v *store.Source) string { return v.ID }),
		places:     byID(c.Places, func(v *store.Place) string { return v.ID }),
		measures:   byID(c.Measures, func(v *store.Measure) string { return v.ID }),
		zones:      map[string]*time.Location{}, figures: map[string][]*store.Figure{}, disputes: map[string][]*store.Disagreement{},
	}
	w.fileClaims()
	return w, w.findZones()
}

// fileClaims files figures and disagreements under the events they speak of.
func (w *writing) fileClaims() {
	events := map[string]string{} // by figure
	for i := range w.frame.Figures {
		f := &w.frame.Figures[i]
		events[f.ID] = f.Event
		w.figures[f.Event] = append(w.figures[f.Event], f)
	}
	for i := range w.frame.Disagreements {
		d := &w.frame.Disagreements[i]
		filed := map[string]bool{"": true}
		for _, m := range d.Members {
			event := m.Event
			if m.Figure != "" {
				event = events[m.Figure]
			}
			if !filed[event] {
				filed[event] = true
				w.disputes[event] = append(w.disputes[event], d)
			}
		}
	}
}

// findZones finds the zone of every place; one that names none has the
// collection's.
func (w *writing) findZones() error {
	for id, p := range w.places {
		name := p.TimeZone
		if name == "" {
			name = w.frame.TimeZone
		}
		zone, err := when.Zone(name)
		if err != nil {
			return fmt.Errorf("the place %s: %w", id, err)
		}
		w.zones[id] = zone
	}
	return nil
}

func byID[T any](all []T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(all))
	for i := range all {
		m[id(&all[i])] = &all[i]
	}
	return m
}

func (w *writing) open() {
	w.heading(1, w.Words("words-title", "title", w.in(w.frame.Title)))
	w.paragraph(w.in(w.frame.Summary))
	w.paragraph(w.Shown...)
}

// close names the documents, the attribution and the state of the collection.
func (w *writing) close() {
	if w.n == 0 {
		w.paragraph(w.Words("nothing-shown"))
	}
	w.heading(2, w.Words("sources"))
	for i := range w.frame.Sources {
		s := &w.frame.Sources[i]
		w.item(w.in(s.Publisher)+": “"+export.Plain(s.Title)+"”.", w.Words("words-published", "when", w.date(s.Published)), w.in(s.Rights))
	}
	w.heading(2, w.Words("licences"))
	for _, line := range w.frame.Attribution {
		w.item(export.Plain(line))
	}
	w.item(export.Plain(w.frame.ID) + ", SHA-256 " + export.Plain(w.frame.Hash))
}

// in is a text in the language that is written.
func (w *writing) in(t store.Text) string { return export.Plain(t.In(w.Lang)) }

// heading writes a heading of a level; plain text has none but a line between.
func (w *writing) heading(level int, text string) {
	if w.Markdown {
		w.out.WriteString(strings.Repeat("#", level) + " " + escape(text) + "\n\n")
		return
	}
	w.out.WriteString(text + "\n\n")
}

// paragraph writes sentences that are not empty, each ended.
func (w *writing) paragraph(sentences ...string) {
	if text := w.joined(sentences); text != "" {
		w.out.WriteString(text + "\n\n")
	}
}

// item writes sentences as one of several that belong together.
func (w *writing) item(sentences ...string) {
	text := w.joined(sentences)
	if w.Markdown {
		text = "- " + text
	}
	w.out.WriteString(text + "\n\n")
}

// joined are sentences as a line.
func (w *writing) joined(sentences []string) string {
	var all []string
	for _, s := range sentences {
		if s = strings.TrimSpace(s); s != "" {
			all = append(all, ended(s))
		}
	}
	text := strings.Join(all, " ")
	if w.Markdown {
		text = escape(text)
	}
	return text
}

// ended is a sentence with its full stop.
func ended(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// markdown are the characters that Markdown may take for marks of its own.
var markdown = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`, "~", `\~`,
)

// escape keeps what stands in a text from being taken for marks. It need not
// care for what only means something at the beginning of a line but for digits,
// which ours begin with on purpose.
func escape(text string) string { return markdown.Replace(text) }

// numbered is the number of an event with its title.
func (w *writing) numbered(e *store.Event) string { return strconv.Itoa(w.n) + ". " + w.in(e.Title) }
