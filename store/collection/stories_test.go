package collection

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"qantar/store"
	"qantar/store/when"
)

func TestReadStories(t *testing.T) {
	c, err := Read(small(t))
	if err != nil {
		t.Fatal(err)
	}
	zone, err := when.Zone("Asia/Almaty")
	if err != nil {
		t.Fatal(err)
	}
	at := func(text string) when.When { // in the zone of the collection
		w, err := when.Parse(text, zone)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	want := []store.Story{{
		ID: "the-rally", Title: store.Text{En: "The rally", Ru: "Митинг"}, Summary: store.Text{En: "Two scenes."},
		Scenes: []store.Scene{
			{ID: "before", View: store.View{Lon: 51.2, Lat: 43.65, Zoom: 9.5}, Mode: store.CumulativeScene,
				Window: at("2022-01-01/2022-01-03"), Playhead: at("2022-01-02T18:00"),
				Hidden: []string{"law"}, Sources: []string{"paper"}, Highlights: []string{"rally"},
				Caption: store.Text{En: "A rally in Aktau", Ru: "Митинг в Актау"}, Notes: store.Text{En: "Paragraph 2 tells of it."},
				Questions: []store.Text{{En: "Who tells of it?", Ru: "Кто об этом сообщает?"}, {En: "What is not told?"}}, Stay: 40},
			{ID: "after", View: store.View{Lon: 67.5, Lat: 48.2, Zoom: 4.3}, Mode: store.DayScene, Window: at("2022-01-01/2022-01-06"),
				Background: true, Highlights: []string{"emergency"}, Caption: store.Text{En: "A state of emergency"}},
		},
	}}
	if !reflect.DeepEqual(c.Stories, want) {
		t.Errorf("got  %+v\nwant %+v", c.Stories, want)
	}
}

// Stories come in the order of their files' names, and belong to the hash.
func TestReadStoriesInOrder(t *testing.T) {
	files := small(t)
	without := small(t)
	delete(without, "stories/01-rally.yaml")
	for name, id := range map[string]string{"stories/00.yaml": "first", "stories/02.yaml": "last"} {
		text := strings.Replace(string(files["stories/01-rally.yaml"].Data), "id: the-rally", "id: "+id, 1)
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	c, err := Read(files)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range c.Stories {
		got = append(got, s.ID)
	}
	if strings.Join(got, " ") != "first the-rally last" {
		t.Errorf("got %q", got)
	}
	bare, err := Read(without)
	if err != nil || bare.Stories != nil || bare.Hash == c.Hash {
		t.Errorf("without stories: %v, %v, hash %s", bare.Stories, err, bare.Hash)
	}
}

const storyFile = "stories/01-rally.yaml"

var storyChanges = []change{
	{"event not there", storyFile, "[rally]", "[rallies-all]", storyFile + `:12:18: no event has the id "rallies-all"; use rally from events`},
	{"another event not there", storyFile, "[emergency]", "[dance]", storyFile + `:24:18: no event has the id "dance"`},
	{"source not there", storyFile, "sources: [paper]", "sources: [radio]", storyFile + `:11:15: no source has the id "radio"`},
	{"category not there", storyFile, "hide: [law]", "hide: [laws]", storyFile + `:10:12: no category has the id "laws"; use an id from collection.yaml`},
	{"highlight after the playhead", storyFile, "2022-01-02T18:00", "2022-01-01T18:00", storyFile + ":12:18: rally (2022-01-02) lies outside the time that the scene shows"},
	{"highlight of another day", storyFile, "[emergency]", "[rally]", storyFile + ":24:18: rally (2022-01-02) lies outside the time that the scene shows"},
	{"highlight that is hidden", storyFile, "hide: [law]", "hide: [protest]", storyFile + ":12:18: rally is of the category protest, which the scene hides"},
	{"highlight in the background", "events/02.yaml", "kind: happening", "kind: background", storyFile + ":12:18: rally is background, which the scene leaves out"},
	{"highlight twice", storyFile, "[rally]", "[rally, rally]", storyFile + ":12:17: highlights"},
	{"playhead outside", storyFile, "2022-01-02T18:00", "2022-01-04", storyFile + ":9:15: the playhead 2022-01-04 lies outside the window 2022-01-01/2022-01-03"},
	{"playhead no time", storyFile, "2022-01-02T18:00", "2022-02-30", storyFile + `:9:15: cannot read the time "2022-02-30"`},
	{"playhead of a window", storyFile, "mode: cumulative", "mode: window", storyFile + ":9:15: the mode window has its playhead at the window's end"},
	{"highlight not yet known", storyFile, "mode: cumulative", "mode: known", storyFile + ":12:18: rally was not yet known at the moment of the scene"},
	{"open window", storyFile, "2022-01-01/2022-01-03", "2022-01-01/..", storyFile + ":8:13: the window has an open end"},
	{"one of several windows", storyFile, "2022-01-01/2022-01-03", "[2022-01-01..2022-01-03]", storyFile + ":8:13: the window [2022-01-01..2022-01-03] is not plain"},
	{"window beyond the collection's", storyFile, "2022-01-01/2022-01-06", "2022-01-01/2022-01-10", storyFile + ":22:13: the window 2022-01-01/2022-01-10 reaches beyond that of the collection, 2022-01-01/2022-01-09"},
	{"unknown mode", storyFile, "mode: day", "mode: night", storyFile + `:21:11: mode is "night"; use one of cumulative window day known`},
	{"view off the map", storyFile, "lat: 43.65", "lat: 86", storyFile + ":6:28: lat: maximum"},
	{"view too near", storyFile, "zoom: 9.5", "zoom: 21", storyFile + ":6:41: zoom: maximum"},
	{"no view", storyFile, "    view: {lon: 67.5, lat: 48.2, zoom: 4.3}\n", "", storyFile + ":19:5: view is missing"},
	{"no scenes", storyFile, "scenes:", "scenes: []\nx:", storyFile + ":4:9: the story has no scenes"},
	{"no title", storyFile, "title: {en: \"The rally\", ru: \"Митинг\"}\n", "", storyFile + ":1:1: title is missing"},
	{"no caption", storyFile, "    caption: \"A state of emergency\"\n", "", storyFile + ":19:5: caption is missing"},
	{"caption too long", storyFile, "A rally in Aktau", strings.Repeat("x", 141), storyFile + ":13:19: en: maxLength: got 141, want 140; write 1 to 140 characters, to be read from the last row"},
	{"caption too long in Russian", storyFile, "Митинг в Актау", strings.Repeat("ж", 141), storyFile + ":13:43: ru: maxLength"},
	{"stay of no time", storyFile, "stay: 40", "stay: 0", storyFile + ":18:11: stay: minimum"},
	{"scene id twice", storyFile, "id: after", "id: before", storyFile + `:19:9: the id "before" is taken already (stories/01-rally.yaml:5)`},
	{"a list of stories", storyFile, "id: the-rally", "- id: the-rally", storyFile + ":"},
	{"title not in a language", "collection.yaml", "languages: [en]", "languages: [en, kk]", storyFile + ":2:8: the title is not given in kk"},
	{"summary not in a language", "collection.yaml", "languages: [en]", "languages: [en, ru]", storyFile + ":3:10: the summary is not given in ru"},
	{"caption not in a language", "collection.yaml", "languages: [en]", "languages: [en, kk]", storyFile + ":13:14: the caption is not given in kk"},
	{"notes not in a language", "collection.yaml", "languages: [en]", "languages: [en, ru]", storyFile + ":14:12: the text of the notes is not given in ru"},
	{"question not in a language", "collection.yaml", "languages: [en]", "languages: [en, ru]", storyFile + ":17:9: the question is not given in ru"},
}

func TestCheckStories(t *testing.T) { wantProblems(t, storyChanges) }

// A story id may stand once in all files.
func TestCheckStoryTwice(t *testing.T) {
	files := small(t)
	files["stories/02.yaml"] = files[storyFile]
	want := `stories/02.yaml:1:5: the id "the-rally" is taken already (stories/01-rally.yaml:1)`
	if problems := Check(files, Options{}).Problems; len(problems) != 1 || !strings.HasPrefix(problems[0].Error(), want) {
		t.Errorf("got %v, want %s", problems, want)
	}
}

// A scene of what was known speaks of what a source had told by its moment.
func TestCheckKnownScene(t *testing.T) {
	for _, moment := range []struct {
		at      string
		refused bool
	}{{"2022-01-07T23:59", true}, {"2022-01-08T00:00", false}} {
		t.Run(moment.at, func(t *testing.T) {
			files := small(t)
			replace(t, files, storyFile, "mode: cumulative", "mode: known")
			replace(t, files, storyFile, "2022-01-01/2022-01-03", "2022-01-01/2022-01-09")
			replace(t, files, storyFile, "2022-01-02T18:00", moment.at)
			if problems := Check(files, Options{}).Problems; (len(problems) > 0) != moment.refused {
				t.Errorf("got %v", problems)
			}
		})
	}
}

// A scene that shows one source speaks of what that source reports.
func TestCheckHighlightOfAnotherSource(t *testing.T) {
	files := small(t)
	second := strings.Replace(string(files["sources.yaml"].Data), "id: paper", "id: radio", 1)
	files["sources.yaml"] = &fstest.MapFile{Data: append(files["sources.yaml"].Data, second...)}
	replace(t, files, storyFile, "sources: [paper]", "sources: [radio]")
	want := storyFile + ":12:18: rally is reported by none of the sources that the scene shows"
	if problems := Check(files, Options{}).Problems; len(problems) != 1 || !strings.HasPrefix(problems[0].Error(), want) {
		t.Errorf("got %v, want %s", problems, want)
	}
}
