package export

import (
	"strings"
	"unicode"
)

// triggers are what a spreadsheet takes for the begin of a formula, as OWASP
// lists them (https://owasp.org/www-community/attacks/CSV_Injection), and the
// wide forms of the signs, which some take for the same.
const triggers = "=+-@\t\r\n＝＋－＠"

// neutral makes a text one that no spreadsheet runs as a formula: an apostrophe
// is put before what would begin one, which is what OWASP advises. As OWASP also
// warns, a separator may begin a cell of its own where a spreadsheet splits rows
// at another one than we do, as it does with commas when set to Russian or
// Kazakh; what follows a comma or semicolon is looked at too. A text that needs
// nothing is returned as it is, at no cost.
func neutral(text string) string {
	var b strings.Builder
	copied, begin := 0, true
	for i, r := range text {
		switch {
		case r == ',' || r == ';':
			begin = true
		case begin && strings.ContainsRune(triggers, r):
			b.WriteString(text[copied:i] + "'")
			copied, begin = i, false
		default:
			begin = begin && showsNothing(r)
		}
	}
	if b.Len() == 0 {
		return text
	}
	return b.String() + text[copied:]
}

// showsNothing tells whether a spreadsheet may look past r for the begin of a
// cell.
func showsNothing(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }
