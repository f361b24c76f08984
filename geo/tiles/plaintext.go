package tiles

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestText is how many letters of a set's own words are shown.
const longestText = 200

// hidden are the elements whose content is not meant to be read.
var hidden = []string{"script", "style", "title"}

// plainText takes the words out of a piece of HTML, as which sets write their
// attribution. Elements are left out, references such as &copy; resolved,
// white space joined, and what cannot be seen removed; a long text is cut.
// The answer is text to be drawn, and must never be read as HTML again.
func plainText(markup string) string {
	if len(markup) > 1<<16 {
		markup = markup[:1<<16]
	}
	text := html.UnescapeString(withoutElements(strings.ToValidUTF8(markup, "")))
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsGraphic(r):
			return -1
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) > longestText {
		text = string([]rune(text)[:longestText-1]) + "…"
	}
	return text
}

// withoutElements cuts what stands in angle brackets, and what hidden elements
// enclose. A bracket that begins no element is kept.
func withoutElements(markup string) string {
	var out strings.Builder
	for {
		text, rest, found := strings.Cut(markup, "<")
		out.WriteString(text)
		if !found {
			return out.String()
		}
		if rest == "" || !beginsElement(rest[0]) {
			out.WriteByte('<')
			markup = rest
			continue
		}
		element, after, closed := strings.Cut(rest, ">")
		if !closed {
			return out.String()
		}
		out.WriteByte(' ')
		markup = skipHidden(element, after)
	}
}

func beginsElement(c byte) bool {
	return c == '/' || c == '!' || c == '?' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// skipHidden goes to behind the end of an element that is not meant to be read.
func skipHidden(element, after string) string {
	name := element
	if end := strings.IndexAny(element, " \t\r\n\f/"); end >= 0 {
		name = element[:end]
	}
	for _, h := range hidden {
		if strings.EqualFold(name, h) {
			return fromEnd(after, "</"+h)
		}
	}
	return after
}

// fromEnd is a text from the first tag on that begins like end, whatever the
// case of its letters; "" where there is none. The text is not made lower case
// as a whole: that changes the length of some letters, and with it all places.
func fromEnd(text, end string) string {
	for ; len(text) >= len(end); text = text[1:] {
		if strings.EqualFold(text[:len(end)], end) {
			return text
		}
	}
	return ""
}
