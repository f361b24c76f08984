package export

import (
	"html"
	"io"
	"strings"
	"time"

	"qantar/store/when"
)

// slide is an event of TimelineJS, or the one that stands before all.
type slide struct {
	ID      string     `json:"unique_id"`
	Start   *slideDate `json:"start_date,omitempty"`
	End     *slideDate `json:"end_date,omitempty"`
	Display string     `json:"display_date,omitempty"`
	Group   string     `json:"group,omitempty"`
	Text    slideText  `json:"text"`
	Links   bool       `json:"autolink"` // whether what looks like an address becomes a link
}

// slideDate is a date or time on the clock of the event's place; what of it is
// not known is left out.
type slideDate struct {
	Year   int  `json:"year"`
	Month  int  `json:"month,omitempty"`
	Day    int  `json:"day,omitempty"`
	Hour   *int `json:"hour,omitempty"`
	Minute *int `json:"minute,omitempty"`
	Second *int `json:"second,omitempty"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

// TimelineJS writes JSON for TimelineJS
// (https://timeline.knightlab.com/docs/json-format.html): a title with the
// collection's summary and attribution, then a slide for every event, grouped by
// category. TimelineJS takes texts for HTML, so all of them are escaped. There
// are no media and no links: a page made of the file asks for nothing else.
// Members that TimelineJS does not know tell the collection and its hash.
func TimelineJS(to io.Writer, r Record, o Options) error {
	w, err := prepare(r, o)
	if err != nil {
		return err
	}
	list, err := newJSONList(to, struct {
		about
		Scale string `json:"scale"`
		Title slide  `json:"title"`
	}{w.about, "human", slide{ID: "qantar-title", Text: slideText{html.EscapeString(w.about.Title), w.credits()}}}, "events")
	if err != nil {
		return err
	}
	var s slide
	err = w.each(func(e *entry) error {
		s = w.slide(e)
		return list.add(&s)
	})
	if err != nil {
		return err
	}
	return list.end()
}

func (w *writing) slide(e *entry) slide {
	start, end := slideDates(&e.When, e.zone)
	return slide{
		ID: plain(e.ID), Start: start, End: end, Display: label(w.date(e)),
		Group: label(w.in(e.category.Label)),
		Text:  slideText{html.EscapeString(w.in(e.Title)), w.prose(e)},
	}
}

// angles stand in for the signs of markup.
var angles = strings.NewReplacer("<", "‹", ">", "›")

// label is a text for a field from which TimelineJS takes the markup out: it
// undoes what is escaped there, and then uses what is left as HTML (stripMarkup
// in its core/Util.js, innerHTML in its slider/SlideNav.js, version 3.9). So
// there are no signs of markup in it, escaped or not.
func label(text string) string { return html.EscapeString(angles.Replace(text)) }

// slideDates are where w begins and ends. TimelineJS knows no open ends: of such
// a time only the end that is known is given. A moment whose date is written
// out has no end.
func slideDates(w *when.When, zone *time.Location) (start, end *slideDate) {
	first, last := partsOf(w.Start(zone), w.Precision), partsOf(w.End(zone), w.Precision)
	switch {
	case w.OpenStart:
		return last, nil
	case w.OpenEnd, w.Nature == when.Moment && w.Precision >= when.Year && w.Precision != when.Season:
		return first, nil
	}
	return first, last
}

// partsOf are the parts of t that a precision knows.
func partsOf(t time.Time, precision when.Precision) *slideDate {
	d := &slideDate{Year: t.Year()}
	if precision >= when.Season {
		d.Month = int(t.Month())
	}
	if precision >= when.Day {
		d.Day = t.Day()
	}
	for _, part := range []struct {
		from  when.Precision
		value int
		to    **int
	}{{when.Hour, t.Hour(), &d.Hour}, {when.Minute, t.Minute(), &d.Minute}, {when.Second, t.Second(), &d.Second}} {
		if precision >= part.from {
			*part.to = &part.value
		}
	}
	return d
}
