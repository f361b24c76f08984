package collection

import (
	"bytes"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"qantar/seeds"
	"qantar/store"
	"qantar/store/when"
)

func shippedStories(t testing.TB) (*store.Collection, *time.Location) {
	t.Helper()
	c, err := Read(seeds.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	zone, err := when.Zone(c.TimeZone)
	if err != nil {
		t.Fatal(err)
	}
	return c, zone
}

// written writes stories and reads them again.
func written(t testing.TB, stories []store.Story, zone *time.Location) (text []byte, again []store.Story) {
	t.Helper()
	var b bytes.Buffer
	if err := WriteStories(&b, stories); err != nil {
		t.Fatal(err)
	}
	again, err := ReadStories("own.yaml", b.Bytes(), zone)
	if err != nil {
		t.Fatalf("%v\n%s", err, b.Bytes())
	}
	return b.Bytes(), again
}

func TestShippedStoriesStandAlone(t *testing.T) {
	c, zone := shippedStories(t)
	text, again := written(t, c.Stories, zone)
	if !reflect.DeepEqual(again, c.Stories) {
		t.Errorf("got  %+v\nwant %+v", again, c.Stories)
	}
	if second, _ := written(t, again, zone); !bytes.Equal(second, text) {
		t.Error("the same stories are written otherwise the second time")
	}
}

// What is written can stand in the folder of the collection.
func TestWrittenStoriesFitIntoACollection(t *testing.T) {
	files := small(t)
	c, err := Read(files)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := WriteStories(&b, c.Stories); err != nil {
		t.Fatal(err)
	}
	files[storyFile] = &fstest.MapFile{Data: b.Bytes()}
	again, err := Read(files)
	if err != nil || !reflect.DeepEqual(again.Stories, c.Stories) {
		t.Errorf("%v: got %+v, want %+v\n%s", err, again, c.Stories, b.Bytes())
	}
}

const draft = `id: draft
scenes:
  - {id: one, view: {lon: 0, lat: 0, zoom: 1}, mode: cumulative, window: 2022-01-01/2022-01-02, caption: {kk: Тек қазақша}, highlights: [no-such-event]}
`

func TestReadDrafts(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want string // ids and numbers of scenes
	}{
		"only Kazakh, and an event not there": {draft, "draft 1"},
		"no scenes":                           {"id: x\nscenes: []\n", "x 0"},
		"two":                                 {draft + "---\nid: x\ntitle: T\nscenes: []\n", "draft 1, x 0"},
		"none":                                {"# nothing yet\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			stories, err := ReadStories("own.yaml", []byte(tt.text), time.UTC)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range stories {
				got = append(got, s.ID+" "+strconv.Itoa(len(s.Scenes)))
			}
			if strings.Join(got, ", ") != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestReadStoriesProblems(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"no YAML":           {"id: [", "own.yaml:1:1: not YAML"},
		"half a document":   {draft + "---\nid: x\nscenes:\n  - {id: \n", "not YAML"},
		"a list":            {"- id: x\n", "own.yaml:1:1: "},
		"an empty document": {draft + "---\n", "own.yaml:5:"},
		"two of one id":     {draft + "---\n" + draft, `own.yaml:5:5: the id "draft" is taken already (own.yaml:1)`},
		"no such mode":      {strings.Replace(draft, "cumulative", "dream", 1), `own.yaml:3:54: mode is "dream"`},
		"open window":       {strings.Replace(draft, "/2022-01-02", "/..", 1), "the window has an open end"},
		"bad time":          {strings.Replace(draft, "2022-01-01/", "2022-99-01/", 1), "mend the time"},
		"invisible":         {strings.Replace(draft, "Тек", "\u202eТек", 1), "U+202E"},
		"binary":            {"\x00\x00\x00", "own.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			stories, err := ReadStories("own.yaml", []byte(tt.text), time.UTC)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, %v, want an error with %q", stories, err, tt.want)
			}
		})
	}
}

// The limits that the program knows are those of the schema.
func TestStoryLimits(t *testing.T) {
	base := func() store.Story {
		stories, err := ReadStories("own.yaml", []byte(draft), time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		return stories[0]
	}
	text := func(n int) store.Text { return store.Text{Ru: strings.Repeat("ж", n)} }
	for name, tt := range map[string]struct {
		most int
		set  func(s *store.Story, n int)
	}{
		"title":     {store.MaxTitle, func(s *store.Story, n int) { s.Title = text(n) }},
		"summary":   {store.MaxSummary, func(s *store.Story, n int) { s.Summary = text(n) }},
		"caption":   {store.MaxCaption, func(s *store.Story, n int) { s.Scenes[0].Caption = text(n) }},
		"notes":     {store.MaxNotes, func(s *store.Story, n int) { s.Scenes[0].Notes = text(n) }},
		"question":  {store.MaxQuestion, func(s *store.Story, n int) { s.Scenes[0].Questions = []store.Text{text(n)} }},
		"questions": {store.MaxQuestions, func(s *store.Story, n int) { s.Scenes[0].Questions = slicesOf(n, store.Text{En: "?"}) }},
		"stay":      {store.MaxStay, func(s *store.Story, n int) { s.Scenes[0].Stay = n }},
		"highlights": {store.MaxHighlights, func(s *store.Story, n int) {
			s.Scenes[0].Highlights = nil
			for i := range n {
				s.Scenes[0].Highlights = append(s.Scenes[0].Highlights, "e"+strconv.Itoa(i))
			}
		}},
		"scenes": {store.MaxScenes, func(s *store.Story, n int) {
			s.Scenes = slicesOf(n, s.Scenes[0])
			for i := range s.Scenes {
				s.Scenes[i].ID = "s" + strconv.Itoa(i)
			}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			for n, fine := range map[int]bool{tt.most: true, tt.most + 1: false} {
				s := base()
				tt.set(&s, n)
				var b bytes.Buffer
				if err := WriteStories(&b, []store.Story{s}); err != nil {
					t.Fatal(err)
				}
				if _, err := ReadStories("own.yaml", b.Bytes(), time.UTC); (err == nil) != fine {
					t.Errorf("with %d: %v", n, err)
				}
			}
		})
	}
}

func slicesOf[T any](n int, v T) []T {
	all := make([]T, n)
	for i := range all {
		all[i] = v
	}
	return all
}

// FuzzReadStories: whatever can be read is written so that it reads the same.
func FuzzReadStories(f *testing.F) {
	files := small(f)
	f.Add(files[storyFile].Data)
	f.Add([]byte(draft))
	f.Add([]byte("id: x\ntitle: \"- a: 'b' # c\\n\\n  d \\u2028 e\"\nscenes: []\n---\nid: y\nsummary: |2\n    x\n  y\nscenes: []"))
	f.Fuzz(func(t *testing.T, text []byte) {
		stories, err := ReadStories("own.yaml", text, time.UTC)
		if err != nil {
			return
		}
		for i := range stories { // an empty question is not written
			for j := range stories[i].Scenes {
				for _, q := range stories[i].Scenes[j].Questions {
					if q.IsZero() {
						return
					}
				}
			}
		}
		_, again := written(t, stories, time.UTC)
		if len(stories) > 0 && !reflect.DeepEqual(tidySlices(again), tidySlices(stories)) {
			t.Errorf("got  %+v\nwant %+v", again, stories)
		}
	})
}

// tidySlices makes lists of nothing nil, as a file need not name them.
func tidySlices(stories []store.Story) []store.Story {
	for i := range stories {
		for j := range stories[i].Scenes {
			s := &stories[i].Scenes[j]
			for _, list := range []*[]string{&s.Hidden, &s.Sources, &s.Highlights} {
				if len(*list) == 0 {
					*list = nil
				}
			}
		}
	}
	return stories
}
