package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"qantar/cmd/internal/shipped"
	"qantar/store"
	"qantar/store/collection"
	"qantar/store/when"
)

// storyRow is a story with its scenes.
type storyRow struct {
	ID      string      `json:"id"`
	Title   string      `json:"title"`
	Summary string      `json:"summary"`
	Scenes  []scenePart `json:"scenes"`
}

// scenePart is a scene; from and to are the time of which it shows events.
type scenePart struct {
	ID         string          `json:"id"`
	Lon        float64         `json:"lon"`
	Lat        float64         `json:"lat"`
	Zoom       float64         `json:"zoom"`
	Mode       store.SceneMode `json:"mode"`
	Window     string          `json:"window"`
	Playhead   string          `json:"playhead"`
	From       string          `json:"from"`
	To         string          `json:"to"`
	Hidden     []string        `json:"hidden"`
	Sources    []string        `json:"sources"`
	Background bool            `json:"background"`
	Highlights []string        `json:"highlights"`
	Caption    string          `json:"caption"`
	Notes      string          `json:"notes"`
	Questions  []string        `json:"questions"`
	Stay       int             `json:"stay"`
}

// storyRows lists the stories of which a scene highlights an event that passes
// the filters.
func storyRows(v *view) (any, [][]string) {
	rows, table := []storyRow{}, [][]string{}
	for i := range v.collection.Stories {
		story := &v.collection.Stories[i]
		if v.filtered && !v.highlighted(story) {
			continue
		}
		row := storyRow{story.ID, story.Title.In(v.lang), story.Summary.In(v.lang), []scenePart{}}
		for j := range story.Scenes {
			part := v.scene(&story.Scenes[j])
			row.Scenes = append(row.Scenes, part)
			table = append(table, []string{row.ID, row.Title, part.ID, v.shownIn(&story.Scenes[j]), string(part.Mode), part.Caption})
		}
		rows = append(rows, row)
	}
	return rows, table
}

// highlighted tells whether a story highlights an event that passes the filters.
func (v *view) highlighted(story *store.Story) bool {
	return slices.ContainsFunc(story.Scenes, func(s store.Scene) bool {
		return slices.ContainsFunc(v.events, func(e store.Event) bool { return slices.Contains(s.Highlights, e.ID) })
	})
}

func (v *view) scene(s *store.Scene) scenePart {
	from, to := s.Shows(v.zone)
	questions := []string{}
	for _, question := range s.Questions {
		questions = append(questions, question.In(v.lang))
	}
	return scenePart{
		s.ID, s.View.Lon, s.View.Lat, s.View.Zoom, s.Mode, s.Window.Text, s.Playhead.Text,
		instant(time.Unix(from, 0).In(v.zone)), instant(time.Unix(to, 0).In(v.zone)),
		notNull(s.Hidden), notNull(s.Sources), s.Background, notNull(s.Highlights),
		s.Caption.In(v.lang), s.Notes.In(v.lang), questions, s.Stay,
	}
}

// shownIn is the time of which a scene shows events, as a person reads it.
func (v *view) shownIn(s *store.Scene) string {
	from, to := s.Shows(v.zone)
	return day(when.When{Earliest: from, Latest: to, Nature: when.Extent, Precision: when.Minute}, v.zone)
}

// ownStories are the user's own of the collection, which are looked at and
// left as they are.
func ownStories(c *store.Collection, zone *time.Location) ([]store.Story, error) {
	path := shipped.StoriesPath(c.ID)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading your stories: %w", err)
	}
	return collection.ReadStories(path, text, zone)
}
