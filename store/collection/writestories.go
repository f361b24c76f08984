package collection

import (
	"fmt"
	"io"
	"strings"

	"qantar/store"

	"go.yaml.in/yaml/v3"
)

// WriteStories writes stories as YAML documents, each as it would stand in a
// collection's stories folder. ReadStories reads the same stories again, but
// for space around texts, as far as they keep to the limits of package store.
func WriteStories(w io.Writer, stories []store.Story) error {
	encoder := yaml.NewEncoder(w)
	encoder.SetIndent(2)
	for i := range stories {
		if err := encoder.Encode(storyLines(&stories[i])); err != nil {
			return fmt.Errorf("writing the story %s: %w", stories[i].ID, err)
		}
	}
	if len(stories) == 0 {
		return nil // Close would fail where there is no document
	}
	return encoder.Close()
}

// storyYAML is a story in the order in which a person reads it.
type storyYAML struct {
	ID      string
	Title   textYAML    `yaml:",omitempty,flow"`
	Summary textYAML    `yaml:",omitempty"`
	Scenes  []sceneYAML // written even where there are none
}

type sceneYAML struct {
	ID         string
	View       viewYAML `yaml:",flow"`
	Mode       store.SceneMode
	Window     string
	Playhead   string     `yaml:",omitempty"`
	Hide       []string   `yaml:",omitempty,flow"`
	Sources    []string   `yaml:",omitempty,flow"`
	Background bool       `yaml:",omitempty"`
	Highlights []string   `yaml:",omitempty,flow"`
	Caption    textYAML   `yaml:",omitempty"`
	Notes      textYAML   `yaml:",omitempty"`
	Questions  []textYAML `yaml:",omitempty"`
	Stay       int        `yaml:",omitempty"`
}

type viewYAML struct{ Lon, Lat, Zoom float64 }

type textYAML struct {
	En string `yaml:",omitempty"`
	Kk string `yaml:",omitempty"`
	Ru string `yaml:",omitempty"`
}

func textLines(t store.Text) textYAML {
	return textYAML{strings.TrimSpace(t.En), strings.TrimSpace(t.Kk), strings.TrimSpace(t.Ru)}
}

func storyLines(s *store.Story) storyYAML {
	lines := storyYAML{ID: s.ID, Title: textLines(s.Title), Summary: textLines(s.Summary), Scenes: []sceneYAML{}}
	for i := range s.Scenes {
		lines.Scenes = append(lines.Scenes, sceneLines(&s.Scenes[i]))
	}
	return lines
}

func sceneLines(s *store.Scene) sceneYAML {
	lines := sceneYAML{
		ID: s.ID, View: viewYAML(s.View), Mode: s.Mode, Window: s.Window.Text, Playhead: s.Playhead.Text,
		Hide: s.Hidden, Sources: s.Sources, Background: s.Background, Highlights: s.Highlights,
		Caption: textLines(s.Caption), Notes: textLines(s.Notes), Stay: s.Stay,
	}
	for _, question := range s.Questions {
		if text := textLines(question); text != (textYAML{}) {
			lines.Questions = append(lines.Questions, text)
		}
	}
	return lines
}
