package page

import (
	"fmt"
	"slices"
	"strings"

	"qantar/store"
	"qantar/store/export"
	"qantar/store/when"
)

// story is a talk. What only its speaker is to see is left out of a page.
type story struct {
	ID      string       `json:"id"`
	Title   text         `json:"title"`
	Summary text         `json:"summary,omitzero"`
	Scenes  []storyScene `json:"scenes"`
}

type storyScene struct {
	View       [3]float64 `json:"view"` // longitude, latitude, zoom
	Mode       string     `json:"mode"`
	From       int64      `json:"from"`
	To         int64      `json:"to"`
	At         int64      `json:"at"`                // the playhead
	Hidden     []int      `json:"hidden,omitempty"`  // categories
	Sources    []int      `json:"sources,omitempty"` // none means all
	Background bool       `json:"background,omitempty"`
	Highlights []int      `json:"events,omitempty"`
	Caption    text       `json:"caption"`
	Questions  []text     `json:"questions,omitempty"`
	Stay       int        `json:"stay"` // seconds
}

// addStories adds all stories, or the only one that is asked for.
func (g *gathering) addStories(only string) error {
	g.Stories = []story{}
	for i := range g.frame.Stories {
		if s := &g.frame.Stories[i]; only == "" || s.ID == only {
			g.Stories = append(g.Stories, g.story(s))
		}
	}
	if g.Only = only != ""; g.Only && len(g.Stories) == 0 {
		return fmt.Errorf("there is no story %.64q; there are: %s", only, strings.Join(storyIDs(g.frame), ", "))
	}
	if g.Only && len(g.Stories[0].Scenes) == 0 {
		return fmt.Errorf("the story %.64q has no scenes", only)
	}
	g.Stories = slices.DeleteFunc(g.Stories, func(s story) bool { return len(s.Scenes) == 0 })
	return nil
}

func storyIDs(c *store.Collection) []string {
	if len(c.Stories) == 0 {
		return []string{"none"}
	}
	return mapped(c.Stories, func(s *store.Story) string { return s.ID })
}

// endOf is where a window's second handle stands: behind its last day, or second,
// but at a minute that is named, which a reader takes for the end itself.
func endOf(w when.When) int64 {
	if w.Precision == when.Minute {
		return max(w.Earliest+3600, w.Latest-59)
	}
	return w.Latest + 1
}

// noSource stands where a scene shows no source at all; in a page, a list with
// nothing in it means all of them.
const noSource = -1

// reading is how a page reads the time of a scene, and the sources that it shows.
// Pages have no mode for what was known: such a scene shows what had happened as
// far as sources tell it that had appeared by its moment, which is the same.
func (g *gathering) reading(s *store.Scene) (mode string, sources []int) {
	sources = known(g.sources, s.Sources)
	if s.Mode != store.KnownScene {
		return export.Plain(string(s.Mode)), sources
	}
	told := []int{}
	for i := range g.frame.Sources {
		if (len(sources) == 0 || slices.Contains(sources, i)) && g.frame.Sources[i].KnownFrom() <= s.Moment() {
			told = append(told, i)
		}
	}
	if len(told) == 0 {
		told = []int{noSource}
	}
	return string(store.CumulativeScene), told
}

func (g *gathering) story(s *store.Story) story {
	return story{export.Plain(s.ID), textOf(s.Title), textOf(s.Summary), mapped(s.Scenes, func(v *store.Scene) storyScene {
		mode, sources := g.reading(v)
		return storyScene{
			View: [3]float64{v.View.Lon, v.View.Lat, v.View.Zoom}, Mode: mode,
			From: v.Window.Earliest, To: endOf(v.Window), At: v.Moment(),
			Hidden: known(g.categories, v.Hidden), Sources: sources, Background: v.Background,
			Highlights: known(g.events, v.Highlights), Caption: textOf(v.Caption),
			Questions: mapped(v.Questions, func(t *store.Text) text { return textOf(*t) }), Stay: v.Stay,
		}
	})}
}
