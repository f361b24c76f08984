package sqlite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold makes texts comparable: lower case, compatibility forms and accents
// removed, in Latin and Cyrillic alike. "Né", "NE" and "ne" are one; й becomes
// и and ё becomes е, while the Kazakh letters, which are no accented forms of
// others, stay. Texts are folded when they are indexed and when they are asked for.
func fold(text string) string {
	out := make([]byte, 0, len(text))
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			out = append(out, byte(unicode.ToLower(r)))
		case cyrillicFirst <= r && r <= cyrillicLast:
			out = append(out, cyrillic[r-cyrillicFirst]...)
		default:
			return foldAny(text)
		}
	}
	return string(out)
}

// The letters of Russian, Kazakh and other languages in Cyrillic.
const cyrillicFirst, cyrillicLast = 'Ѐ', 'ӿ'

// cyrillic are these letters folded. A text of them and ASCII, of which there
// are millions, is folded letter by letter.
var cyrillic = func() (all [cyrillicLast - cyrillicFirst + 1]string) {
	for i := range all {
		all[i] = foldAny(string(cyrillicFirst + rune(i)))
	}
	return all
}()

// foldAny folds any text.
func foldAny(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(strings.ToLower(text)))
}

// Bounds on a search, so that no input makes it slow.
const (
	maxSearchBytes = 500
	maxSearchWords = 16
)

// words are the folded words of a search, of letters and digits only.
func words(text string) []string {
	text = strings.ToValidUTF8(text[:min(len(text), maxSearchBytes)], "")
	all := strings.FieldsFunc(fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	return all[:min(len(all), maxSearchWords)]
}

// match is the full-text query for words that each stand at the start of one
// in the text, in any order; "" when there is no word. Every word is quoted,
// so nothing in it is an operator.
func match(text string) string {
	var query strings.Builder
	for _, word := range words(text) {
		query.WriteString(`"` + word + `*" `)
	}
	return strings.TrimSpace(query.String())
}
