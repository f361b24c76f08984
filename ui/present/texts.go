package present

import (
	"strconv"
	"strings"

	"qantar/ui/present/talk"
)

// notesOf are a slide's notes and questions as paragraphs, their letters of a
// size in pixels.
func (s *Show) notesOf(slide *talk.Slide, size float32) []paragraph {
	if slide == nil || slide.Scene == nil {
		return nil
	}
	style, lang := s.parts.Style, s.parts.lang()
	var all []paragraph
	for _, text := range strings.Split(slide.Scene.Notes.In(lang), "\n") {
		if text = strings.TrimSpace(text); text != "" {
			all = append(all, paragraph{text: text, size: size, color: style.Ink, above: size * 0.6})
		}
	}
	if len(slide.Scene.Questions) > 0 {
		all = append(all, paragraph{text: s.word("present-for-the-class"), size: size, bold: true, color: style.Accent, above: size})
	}
	for i, q := range slide.Scene.Questions {
		all = append(all, paragraph{text: strconv.Itoa(i+1) + ". " + q.In(lang), size: size, color: style.Ink, above: size * 0.5})
	}
	return all
}

// questionsOf are a slide's questions as paragraphs.
func (s *Show) questionsOf(slide *talk.Slide, size float32) []paragraph {
	if slide == nil || slide.Scene == nil {
		return nil
	}
	var all []paragraph
	for i, q := range slide.Scene.Questions {
		all = append(all, paragraph{text: strconv.Itoa(i+1) + ". " + q.In(s.parts.lang()), size: size, color: s.parts.Style.Ink, above: size * 0.7})
	}
	return all
}

// headline is what a slide is called in a list.
func (s *Show) headline(slide *talk.Slide) string {
	lang := s.parts.lang()
	switch slide.Kind {
	case talk.Opening:
		return s.Talk.Deck.Title.In(lang)
	case talk.Closing:
		return s.word("sources")
	case talk.Own:
		return slide.Own.Name(lang)
	}
	return slide.Scene.Caption.In(lang)
}
