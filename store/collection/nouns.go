package collection

import (
	"cmp"
	"strings"
	"time"

	"qantar/store"
	"qantar/store/when"

	"github.com/paulmach/orb"
)

// collection turns the documents into nouns. Times that cannot be read are
// reported and stay zero. Events come out in the order of time.
func (d *docs) collection(list *report) *store.Collection {
	doc := d.whole.doc
	zone := zoneOf(d.whole.at("time_zone"), doc.TimeZone, list)
	c := &store.Collection{
		ID: doc.ID, Title: store.Text(doc.Title), Summary: store.Text(doc.Summary),
		TimeZone:  doc.TimeZone,
		Window:    parseTime(d.whole.at("window"), doc.Window, zone, list),
		Opening:   parseTime(d.whole.at("opening"), doc.Opening, zone, list),
		Home:      store.View(doc.Home),
		Languages: doc.Languages, Attribution: doc.Attribution,
	}
	for _, e := range d.categories {
		c.Categories = append(c.Categories, store.Category{ID: e.doc.ID, Label: store.Text(e.doc.Label), Shape: e.doc.Shape, Color: e.doc.Color})
	}
	for _, e := range d.sources {
		c.Sources = append(c.Sources, sourceOf(e.doc, parseTime(e.at("published"), e.doc.Published, zone, list)))
	}
	zones := map[string]*time.Location{}
	for _, e := range d.places {
		c.Places = append(c.Places, placeOf(e.doc))
		zones[e.doc.ID] = zoneOf(e.at("time_zone"), e.doc.TimeZone, list)
	}
	for _, e := range d.people {
		c.People = append(c.People, store.Person{ID: e.doc.ID, Name: store.Text(e.doc.Name), Role: store.Text(e.doc.Role)})
	}
	for _, e := range d.events {
		at := cmp.Or(zones[e.doc.Place], zone)
		c.Events = append(c.Events, eventOf(e.doc, parseTime(e.at("when"), e.doc.When, at, list)))
	}
	store.SortEvents(c.Events)
	d.claims(c, zones, zone, list)
	for _, e := range d.stories {
		c.Stories = append(c.Stories, storyOf(e, zone, list))
	}
	return c
}

// claims adds measures, figures and disagreements in the order of their files.
func (d *docs) claims(c *store.Collection, zones map[string]*time.Location, zone *time.Location, list *report) {
	for _, e := range d.measures {
		c.Measures = append(c.Measures, store.Measure{ID: e.doc.ID, Label: store.Text(e.doc.Label), Unit: store.Text(e.doc.Unit)})
	}
	for _, e := range d.figures {
		at := cmp.Or(zones[e.doc.Place], zone)
		c.Figures = append(c.Figures, figureOf(e.doc, parseTime(e.at("as_of"), e.doc.AsOf, at, list)))
	}
	for _, e := range d.disagreements {
		c.Disagreements = append(c.Disagreements, disagreementOf(e.doc))
	}
}

// zoneOf loads a time zone; UTC stands in for one that is unknown or missing.
func zoneOf(at spot, name string, list *report) *time.Location {
	if name == "" {
		return time.UTC // the schema has reported it
	}
	loc, err := when.Zone(name)
	if err != nil {
		list.add(at, "the time zone is not known", "write an IANA name such as Asia/Almaty")
		return time.UTC
	}
	return loc
}

func parseTime(at spot, text string, loc *time.Location, list *report) when.When {
	if text == "" {
		return when.When{} // the schema has reported it
	}
	w, err := when.Parse(text, loc)
	if err != nil {
		list.add(at, err.Error(), "mend the time")
	}
	return w
}

func sourceOf(doc sourceDoc, published when.When) store.Source {
	return store.Source{
		ID: doc.ID, File: doc.File, SHA256: doc.SHA256,
		Publisher: store.Text(doc.Publisher), Title: doc.Title, Short: store.Text(doc.Short),
		Byline: doc.Byline, Agency: doc.Agency, Published: published, Language: doc.Language,
		Rights: store.Text(doc.Rights), Note: store.Text(doc.Note), Paragraphs: doc.Paragraphs,
	}
}

func placeOf(doc placeDoc) store.Place {
	return store.Place{
		ID: doc.ID, Name: store.Text(doc.Name), Aliases: doc.Aliases, Kind: doc.Kind,
		Point: orb.Point{doc.Lon, doc.Lat}, RadiusM: doc.RadiusM, Area: doc.Area,
		Country: doc.Country, Parent: doc.Parent, TimeZone: doc.TimeZone,
		GeoNames: doc.GeoNames, Note: store.Text(doc.Note),
	}
}

func eventOf(doc eventDoc, at when.When) store.Event {
	e := store.Event{
		ID: doc.ID, Title: store.Text(doc.Title), Summary: store.Text(doc.Summary),
		Kind: doc.Kind, Category: doc.Category, Importance: doc.Importance,
		When: at, WhenNote: store.Text(doc.WhenNote),
		Place: doc.Place, PlaceNote: store.Text(doc.PlaceNote), Inferred: doc.PlaceInferred,
		Areas: doc.Areas, Condition: doc.Condition, People: doc.People,
	}
	for _, r := range doc.Reports {
		e.Reports = append(e.Reports, store.Report{
			Source: r.Source, Paragraphs: r.Paragraphs,
			AttributedTo: strings.TrimSpace(r.AttributedTo), Note: store.Text(r.Note),
		})
	}
	return e
}

func figureOf(doc figureDoc, asOf when.When) store.Figure {
	return store.Figure{
		ID: doc.ID, Event: doc.Event, Measure: doc.Measure,
		Low: doc.Low, High: doc.High, Words: strings.TrimSpace(doc.Words), Qualifier: doc.Qualifier,
		AsOf: asOf, Scope: store.Text(doc.Scope), Place: doc.Place,
		AttributedTo: strings.TrimSpace(doc.AttributedTo), Source: doc.Source, Paragraph: doc.Paragraph, Note: store.Text(doc.Note),
	}
}

func disagreementOf(doc disagreementDoc) store.Disagreement {
	d := store.Disagreement{ID: doc.ID, Topic: store.Text(doc.Topic), Kind: doc.Kind, Explanation: store.Text(doc.Explanation)}
	for _, m := range doc.Members {
		d.Members = append(d.Members, store.Member(m))
	}
	return d
}

func storyOf(e entry[storyDoc], zone *time.Location, list *report) store.Story {
	s := store.Story{ID: e.doc.ID, Title: store.Text(e.doc.Title), Summary: store.Text(e.doc.Summary)}
	for i, doc := range e.doc.Scenes {
		at := e.at("scenes", i)
		scene := store.Scene{
			ID: doc.ID, View: store.View(doc.View), Mode: doc.Mode,
			Window:   parseTime(at.at("window"), doc.Window, zone, list),
			Playhead: parseTime(at.at("playhead"), doc.Playhead, zone, list),
			Hidden:   doc.Hide, Sources: doc.Sources, Background: doc.Background, Highlights: doc.Highlights,
			Caption: store.Text(doc.Caption), Notes: store.Text(doc.Notes), Stay: doc.Stay,
		}
		for _, question := range doc.Questions {
			scene.Questions = append(scene.Questions, store.Text(question))
		}
		s.Scenes = append(s.Scenes, scene)
	}
	return s
}
