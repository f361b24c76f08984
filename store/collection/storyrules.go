package collection

import (
	"fmt"
	"slices"
	"time"

	"qantar/store"
	"qantar/store/when"
)

// checkStories checks all stories; c has them as nouns.
func (r *rules) checkStories(c *store.Collection) {
	zone, err := when.Zone(c.TimeZone)
	if err != nil {
		zone = time.UTC // it has been reported
	}
	for i, e := range r.stories {
		r.checkStory(e, &c.Stories[i], zone)
	}
}

// checkStory wants texts in every language and scenes that show what they
// speak of.
func (r *rules) checkStory(e entry[storyDoc], s *store.Story, zone *time.Location) {
	r.wantFields(e.spot, "title", "summary")
	r.checkLanguages(e.at("title"), "title", e.doc.Title)
	r.checkLanguages(e.at("summary"), "summary", e.doc.Summary)
	if len(e.doc.Scenes) == 0 && child(e.node, "scenes") != nil {
		r.list.add(e.at("scenes"), "the story has no scenes", "list 1 to 200 scenes, each starting with \"- id:\"")
	}
	scenes := scenesOf(e)
	for i := range scenes {
		r.checkScene(scenes[i], &s.Scenes[i], zone)
	}
	index(scenes, false, func(s sceneDoc) string { return s.ID }, r.list)
}

func scenesOf(e entry[storyDoc]) []entry[sceneDoc] {
	scenes := make([]entry[sceneDoc], len(e.doc.Scenes))
	for i, doc := range e.doc.Scenes {
		scenes[i] = entry[sceneDoc]{doc, e.at("scenes", i)}
	}
	return scenes
}

// wantFields wants what a story on its way may still lack.
func (r *rules) wantFields(at spot, names ...string) {
	for _, name := range names {
		if child(at.node, name) == nil {
			r.list.add(at, name+" is missing", "add a line "+name+": ...")
		}
	}
}

func (r *rules) checkScene(e entry[sceneDoc], s *store.Scene, zone *time.Location) {
	r.checkSceneTexts(e)
	for i, id := range s.Hidden {
		r.resolve(e.at("hide", i), "category", id, r.categoryIDs, collectionFile)
	}
	for i, id := range s.Sources {
		r.resolve(e.at("sources", i), "source", id, r.sourceIDs, sourcesFile)
	}
	timed := r.checkSceneTime(e, s)
	for i, id := range s.Highlights {
		event, ok := r.resolve(e.at("highlights", i), "event", id, r.eventIDs, eventsFolder)
		if ok && timed {
			r.checkHighlight(e.at("highlights", i), r.events[event].doc, s, zone)
		}
	}
}

func (r *rules) checkSceneTexts(e entry[sceneDoc]) {
	r.wantFields(e.spot, "caption")
	r.checkLanguages(e.at("caption"), "caption", e.doc.Caption)
	r.checkLanguages(e.at("notes"), "text of the notes", e.doc.Notes)
	for i, question := range e.doc.Questions {
		r.checkLanguages(e.at("questions", i), "question", question)
	}
}

// checkSceneTime wants a window with two ends inside that of the collection,
// and the playhead inside it. It tells whether the scene has a time to show.
func (r *rules) checkSceneTime(e entry[sceneDoc], s *store.Scene) bool {
	w, p, whole := s.Window, s.Playhead, r.window
	if w.Text == "" || p.Text == "" && e.doc.Playhead != "" {
		return false // the schema or the parser has reported it
	}
	const do = "give both ends: 2022-01-01/2022-01-05"
	switch at := e.at("window"); {
	case w.OpenStart || w.OpenEnd:
		r.list.add(at, "the window has an open end", do)
	case w.Nature == when.OneOf || w.Uncertain || w.Approximate:
		r.list.add(at, fmt.Sprintf("the window %s is not plain", w.Text), do)
	case whole.Text != "" && (w.Earliest < whole.Earliest || w.Latest > whole.Latest):
		r.list.add(at, fmt.Sprintf("the window %s reaches beyond that of the collection, %s", w.Text, whole.Text), "keep it inside, or widen the window in "+collectionFile)
	}
	switch at := e.at("playhead"); {
	case p.Text == "":
	case s.Mode == store.WindowScene:
		r.list.add(at, "the mode window has its playhead at the window's end", "remove the line playhead, or choose another mode")
	case p.Earliest < w.Earliest || p.Earliest > w.Latest:
		r.list.add(at, fmt.Sprintf("the playhead %s lies outside the window %s", p.Text, w.Text), "choose a moment of the window")
	}
	return true
}

// checkHighlight wants an event that is spoken of to be one that the scene shows.
func (r *rules) checkHighlight(at spot, doc eventDoc, s *store.Scene, zone *time.Location) {
	event := r.times[doc.ID]
	from, to := s.Shows(zone)
	switch {
	case event.Kind == store.Background && !s.Background:
		r.list.add(at, doc.ID+" is background, which the scene leaves out", "add a line background: true, or take the event out")
	case event.Kind != store.Background && event.When.Text != "" && !event.When.Overlaps(from, to):
		r.list.add(at, fmt.Sprintf("%s (%s) lies outside the time that the scene shows", doc.ID, event.When.Text), "mend the window or the playhead, or take the event out")
	case slices.Contains(s.Hidden, doc.Category):
		r.list.add(at, fmt.Sprintf("%s is of the category %s, which the scene hides", doc.ID, doc.Category), "take the category out of hide, or the event out of highlights")
	case len(s.Sources) > 0 && !slices.ContainsFunc(s.Sources, func(id string) bool { return reportFrom(doc, id) != nil }):
		r.list.add(at, doc.ID+" is reported by none of the sources that the scene shows", "add a source that reports it, or take the event out")
	case s.Mode == store.KnownScene && !slices.ContainsFunc(doc.Reports, func(report reportDoc) bool { return r.toldIn(s, report.Source) }):
		r.list.add(at, doc.ID+" was not yet known at the moment of the scene: no source that it shows had appeared for certain", "move the playhead on, or take the event out")
	}
}

// toldIn tells whether a source is shown in a scene and had appeared by its
// moment.
func (r *rules) toldIn(s *store.Scene, source string) bool {
	return (len(s.Sources) == 0 || slices.Contains(s.Sources, source)) && r.knownFrom[source] <= s.Moment()
}
