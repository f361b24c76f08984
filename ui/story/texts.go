package story

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"qantar/store"
)

// Field is a text of a story or of a scene.
type Field int

// The texts. A question is one of several.
const (
	Title Field = iota
	Summary
	Caption
	Notes
	Question
)

// fields say of each text how long it may be, in characters, whether it may
// have several lines, and where it stands; s is nil where no scene is open.
var fields = map[Field]struct {
	most  int
	lines bool
	in    func(story *store.Story, s *store.Scene, question int) *store.Text
}{
	Title:   {store.MaxTitle, false, func(story *store.Story, _ *store.Scene, _ int) *store.Text { return &story.Title }},
	Summary: {store.MaxSummary, true, func(story *store.Story, _ *store.Scene, _ int) *store.Text { return &story.Summary }},
	Caption: {store.MaxCaption, false, func(_ *store.Story, s *store.Scene, _ int) *store.Text { return &s.Caption }},
	Notes:   {store.MaxNotes, true, func(_ *store.Story, s *store.Scene, _ int) *store.Text { return &s.Notes }},
	Question: {store.MaxQuestion, false, func(_ *store.Story, s *store.Scene, i int) *store.Text {
		return &s.Questions[i]
	}},
}

// Most is how long a text may be, in characters.
func (f Field) Most() int { return fields[f].most }

// HasLines tells whether the text may have several lines.
func (f Field) HasLines() bool { return fields[f].lines }

// ofScene tells whether the text belongs to a scene.
func (f Field) ofScene() bool { return f >= Caption }

// Text is a text of what is open; question says which of several.
func (e *Editor) Text(f Field, question int) store.Text {
	if !e.hasText(f, question) {
		return store.Text{}
	}
	return *fields[f].in(e.Opened(), e.Scene(), question)
}

func (e *Editor) hasText(f Field, question int) bool {
	if f.ofScene() {
		s := e.Scene()
		return s != nil && (f != Question || question < len(s.Questions))
	}
	return e.Opened() != nil
}

// SetText words a text of what is open anew in one language, and returns what
// it is then: characters that cannot be seen are left out, and what is too
// long is cut.
func (e *Editor) SetText(f Field, question int, lang store.Lang, wording string) string {
	if !e.hasText(f, question) || !e.CanEdit() {
		return wording
	}
	wording = tidy(wording, f.Most(), fields[f].lines)
	if e.Text(f, question).Only(lang) == wording {
		return wording
	}
	typing := strconv.Itoa(int(f)) + "/" + strconv.Itoa(question) + "/" + string(lang)
	e.edit(typing, func(story *store.Story) int {
		var s *store.Scene
		if at := e.now.at.Scene; at >= 0 {
			s = &story.Scenes[at]
			s.Questions = append([]store.Text(nil), s.Questions...)
		}
		text := fields[f].in(story, s, question)
		*text = text.With(lang, wording)
		return e.now.at.Scene
	})
	return wording
}

// tidyText tidies a text in every language.
func tidyText(t store.Text, most int, lines bool) store.Text {
	for _, lang := range store.Langs {
		t = t.With(lang, tidy(t.Only(lang), most, lines))
	}
	return t
}

// tidy leaves out what may not stand in a story: characters that cannot be
// seen or turn the direction of writing, new lines where there may be one
// line only, and what is too long.
func tidy(text string, most int, lines bool) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' && lines:
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == utf8.RuneError:
			return -1
		}
		return r
	}, strings.ReplaceAll(text, "\r\n", "\n"))
	if utf8.RuneCountInString(text) > most {
		text = string([]rune(text)[:most])
	}
	return text
}
