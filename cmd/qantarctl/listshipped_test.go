package main

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"qantar/store"
)

// shippedRows lists a part of the shipped collection. The JSON may hold
// nothing but the fields of T.
func shippedRows[T any](t *testing.T, name string) []T {
	t.Helper()
	r := qantarctl(t, "list", name, "--json")
	decoder := json.NewDecoder(strings.NewReader(r.out))
	decoder.DisallowUnknownFields()
	var rows []T
	if err := decoder.Decode(&rows); err != nil {
		t.Fatalf("%v: %s", err, r.errors)
	}
	if _, err := decoder.Token(); err != io.EOF {
		t.Errorf("after the list of %s there is more: %v", name, err)
	}
	return rows
}

// fieldsOf are the keys of the first object in an array of JSON, in order;
// those of objects and arrays inside it follow their own key, with its name.
func fieldsOf(t *testing.T, text string) []string {
	t.Helper()
	var rows []json.RawMessage
	if err := json.Unmarshal([]byte(text), &rows); err != nil || len(rows) == 0 {
		t.Fatalf("%v in %.200s", err, text)
	}
	decoder := json.NewDecoder(strings.NewReader(string(rows[0])))
	if _, err := decoder.Token(); err != nil {
		t.Fatal(err)
	}
	var fields []string
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			t.Fatal(err)
		}
		fields = append(fields, key.(string))
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			t.Fatal(err)
		}
		var compact bytes.Buffer
		if err := json.Compact(&compact, value); err != nil {
			t.Fatal(err)
		}
		inside := compact.String()
		if strings.HasPrefix(inside, "{") {
			inside = "[" + inside + "]"
		}
		if strings.HasPrefix(inside, "[{") {
			for _, field := range fieldsOf(t, inside) {
				fields = append(fields, key.(string)+"."+field)
			}
		}
	}
	return fields
}

// Programs read these fields: more may follow them, none may change.
func TestStableFields(t *testing.T) {
	const figure = "id measure low high unit qualifier as_of scope place attributed_to source file paragraph event words note as_of_earliest as_of_latest"
	const place = "id name kind lat lon radius_m country area"
	tests := map[string]string{
		"events": "id title summary kind category importance when earliest latest place " +
			"place.id place.name place.kind place.lat place.lon place.radius_m place.country place.area " +
			"reports reports.source reports.file reports.paragraphs reports.attributed_to reports.note",
		"reports":       "event title when earliest latest source file paragraphs attributed_to note",
		"sources":       "id file sha256 publisher title short byline agency published language rights note paragraphs",
		"places":        place + " parent time_zone geonames aliases note",
		"figures":       figure,
		"disagreements": "id topic members members.figure members.event members.source members.file members.paragraphs explanation kind",
		"differing":     "measure place figures figures." + strings.ReplaceAll(figure, " ", " figures."),
		"stories": "id title summary scenes scenes.id scenes.lon scenes.lat scenes.zoom scenes.mode scenes.window scenes.playhead scenes.from scenes.to " +
			"scenes.hidden scenes.sources scenes.background scenes.highlights scenes.caption scenes.notes scenes.questions scenes.stay",
		"areas": "code name events events.id events.title events.when events.earliest events.latest events.condition",
	}
	for name, want := range tests {
		t.Run(name, func(t *testing.T) {
			got := fieldsOf(t, qantarctl(t, "list", name, "--json").out)
			if joined := strings.Join(got, " "); joined != want && !strings.HasPrefix(joined, want+" ") {
				t.Errorf("got  %s\nwant %s", joined, want)
			}
		})
	}
}

// Every event names a document and paragraphs that are in it.
func TestListShippedEvents(t *testing.T) {
	events, lengths := shippedRows[eventRow](t, "events"), map[string]int{}
	for _, s := range shippedRows[sourceRow](t, "sources") {
		lengths[s.File] = s.Paragraphs
	}
	if len(events) < 80 || len(lengths) != 5 {
		t.Errorf("%d events from %d documents", len(events), len(lengths))
	}
	for _, e := range events {
		earliest, err1 := time.Parse(time.RFC3339, e.Earliest)
		latest, err2 := time.Parse(time.RFC3339, e.Latest)
		if err1 != nil || err2 != nil || latest.Before(earliest) {
			t.Errorf("%s: %s to %s", e.ID, e.Earliest, e.Latest)
		}
		if len(e.Reports) == 0 || e.Title == "" || e.Place.Name == "" || e.Importance < 1 || e.Importance > 3 {
			t.Errorf("event %+v", e)
		}
		for _, r := range e.Reports {
			checkReport(t, e.ID, r, lengths)
		}
	}
}

// checkReport wants a document and at least one paragraph of it.
func checkReport(t *testing.T, event string, r reportPart, lengths map[string]int) {
	t.Helper()
	if lengths[r.File] == 0 || r.AttributedTo == "" || len(r.Paragraphs) == 0 {
		t.Errorf("%s: report %+v", event, r)
	}
	for _, n := range r.Paragraphs {
		if n < 1 || n > lengths[r.File] {
			t.Errorf("%s: %s has no paragraph %d", event, r.File, n)
		}
	}
}

// The cities, sites and capitals that the collection has to tell of.
func TestListShippedCovers(t *testing.T) {
	places := map[string]bool{}
	for _, e := range shippedRows[eventRow](t, "events") {
		places[e.Place.ID] = true
	}
	parents := map[string]string{}
	for _, p := range shippedRows[placeRow](t, "places") {
		parents[p.ID] = p.Parent
		if (p.Kind == store.Site || p.Kind == store.City) && p.RadiusM <= 0 {
			t.Errorf("%s has no radius", p.ID)
		}
	}
	for _, id := range []string{
		"almaty", "aktau", "aktobe", "pavlodar", "taldykorgan", "zhanaozen", "nur-sultan",
		"almaty-airport", "almaty-city-hall", "almaty-republic-square", "almaty-tv-tower",
		"moscow", "beijing", "washington", "brussels",
	} {
		if !places[id] {
			t.Errorf("nothing happens at %s", id)
		}
		if strings.HasPrefix(id, "almaty-") && !slices.Contains([]string{"almaty", "almaty-center"}, parents[id]) {
			t.Errorf("%s lies in %q", id, parents[id])
		}
	}
}

// Every figure stands in a paragraph that its event's report cites, and its
// bounds are in order.
func TestListShippedFigures(t *testing.T) {
	figures, cited := shippedRows[figureRow](t, "figures"), map[string][]int{}
	for _, e := range shippedRows[eventRow](t, "events") {
		for _, r := range e.Reports {
			cited[e.ID+" "+r.File] = r.Paragraphs
		}
	}
	if len(figures) < 100 {
		t.Errorf("%d figures", len(figures))
	}
	for _, f := range figures {
		earliest, err1 := time.Parse(time.RFC3339, f.AsOfEarliest)
		latest, err2 := time.Parse(time.RFC3339, f.AsOfLatest)
		if err1 != nil || err2 != nil || latest.Before(earliest) || f.Unit == "" || f.Scope == "" || (f.Low == nil) == (f.Words == "") {
			t.Errorf("figure %+v", f)
		}
		if !slices.Contains(cited[f.Event+" "+f.File], f.Paragraph) {
			t.Errorf("%s: %s does not cite paragraph %d of %s", f.ID, f.Event, f.Paragraph, f.File)
		}
	}
}

// Every disagreement says in all languages what it is about, and every member
// is there.
func TestListShippedDisagreements(t *testing.T) {
	all := shippedRows[disagreementRow](t, "disagreements")
	if len(all) < 30 {
		t.Errorf("%d disagreements", len(all))
	}
	for _, d := range all {
		for _, m := range d.Members {
			if m.Event == "" || m.File == "" || len(m.Paragraphs) == 0 {
				t.Errorf("%s: member %+v", d.ID, m)
			}
		}
		if len(d.Members) < 2 || d.Topic == "" || d.Explanation == "" {
			t.Errorf("%+v", d)
		}
	}
}

// Every story can be told: each scene has what to say and to ask, and how long
// it stays.
func TestListShippedStories(t *testing.T) {
	lengths := map[string]int{}
	for _, s := range shippedRows[storyRow](t, "stories") {
		lengths[s.ID] = len(s.Scenes)
		for _, scene := range s.Scenes {
			if scene.Caption == "" || scene.Notes == "" || len(scene.Questions) == 0 || len(scene.Highlights) == 0 || scene.Stay < 20 {
				t.Errorf("%s, %s: %+v", s.ID, scene.ID, scene)
			}
		}
	}
	if want := map[string]int{"the-week": 14, "what-each-source-told-you": 7, "counting-the-dead": 9}; !maps.Equal(lengths, want) {
		t.Errorf("got %v scenes, want %v", lengths, want)
	}
}

// The conditions of the week hold over the areas that the documents name.
func TestListShippedAreas(t *testing.T) {
	conditions := map[string]int{}
	for _, a := range shippedRows[areaRow](t, "areas") {
		for _, e := range a.Events {
			if e.Condition {
				conditions[a.Code]++
			}
		}
	}
	for _, code := range []string{"KZ", "KZ-ALA", "KZ-ALM", "KZ-MAN", "KZ-AST"} {
		if conditions[code] == 0 {
			t.Errorf("no condition holds over %s", code)
		}
	}
}

// Every day of the week that the collection tells of shows something.
func TestListShippedDays(t *testing.T) {
	for _, day := range []string{"01", "02", "03", "04", "05", "06", "07", "08", "09"} {
		date := "2022-01-" + day
		if r := qantarctl(t, "list", "events", "--from", date, "--to", date); strings.Count(r.out, "\n") < 2 {
			t.Errorf("nothing is shown on %s: %+v", date, r)
		}
	}
}

// The shipped collection against the documents, where they are at hand.
func TestCheckShipped(t *testing.T) {
	args := []string{"check", "../../seeds/kazakhstan-2022"}
	folder := "../../../shared/documents"
	if _, err := os.Stat(folder); err == nil {
		args = append(args, "--documents", folder)
	} else {
		t.Log("the documents are not at hand, so checksums are not compared")
	}
	if r := qantarctl(t, args...); r.code != exitDone {
		t.Errorf("%+v", r)
	}
}
