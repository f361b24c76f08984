package export

import (
	"strings"
	"unicode"
)

// Plain is what a text becomes in every export: one line of letters that can be
// seen, see plain.
func Plain(text string) string { return plain(text) }

// plain makes a text one line that shows what it holds, whatever that is: line
// breaks and other control characters become spaces; characters that turn the
// direction of others around, with which a text can look like another one
// (https://trojansource.codes), are left out; what is not UTF-8, or no
// character at all, becomes U+FFFD. A text that needs nothing is returned as it
// is, at no cost.
func plain(text string) string { return strings.Map(plainRune, text) }

func plainRune(r rune) rune {
	switch {
	case r >= ' ' && r <= '~', r >= 0xA0 && r < 0x61C: // nearly all letters; the first of the marks is U+061C
		return r
	case unicode.IsControl(r), r == '\u2028', r == '\u2029':
		return ' '
	case unicode.Is(unicode.Bidi_Control, r):
		return -1
	case unicode.Is(unicode.Noncharacter_Code_Point, r):
		return unicode.ReplacementChar
	}
	return r
}
