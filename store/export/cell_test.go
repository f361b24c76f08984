package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestNeutral(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"words", "A rally in the square", "A rally in the square"},
		{"a sign inside", "2 + 2 = 4, a-b; x@y", "2 + 2 = 4, a-b; x@y"},
		{"equals", "=1+1", "'=1+1"},
		{"plus", "+1", "'+1"},
		{"minus", "-1", "'-1"},
		{"at", "@SUM(A1)", "'@SUM(A1)"},
		{"tab", "\t=1", "'\t=1"},
		{"carriage return", "\r=1", "'\r=1"},
		{"line feed", "\n=1", "'\n=1"},
		{"wide equals", "＝1+1", "'＝1+1"},
		{"spaces before", "  =1", "  '=1"},
		{"a no-break space before", "\u00a0=1", "\u00a0'=1"},
		{"a zero-width space before", "\u200b=1", "\u200b'=1"},
		{"a byte order mark before", "\ufeff=1", "\ufeff'=1"},
		{"a command", `=cmd|' /C calc'!A0`, `'=cmd|' /C calc'!A0`},
		{"a link", `=HYPERLINK("http://x";"y")`, `'=HYPERLINK("http://x";"y")`},
		{"after a semicolon", "harmless;=1", "harmless;'=1"},
		{"after a comma and spaces", "harmless,  @x", "harmless,  '@x"},
		{"a year before Christ", "-0044-03-15", "'-0044-03-15"},
		{"an apostrophe", "'=1", "'=1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := neutral(tt.text); got != tt.want {
				t.Errorf("%q became %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestPlain(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"letters", "Қаңтар — «Январь» 😀", "Қаңтар — «Январь» 😀"},
		{"line breaks", "a\r\nb\u2028c\u0085d", "a  b c d"},
		{"NUL and escape", "a\x00b\x1b[31m", "a b [31m"},
		{"direction turned around", "a\u202ecod.exe\u202c\u2066b\u2069\u200f", "acod.exeb"},
		{"no UTF-8", "a\xffb", "a\ufffdb"},
		{"no character", "a\ufffeb\U0001ffffc", "a\ufffdb\ufffdc"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := plain(tt.text); got != tt.want {
				t.Errorf("%q became %q, want %q", tt.text, got, tt.want)
			}
		})
	}
	if n := testing.AllocsPerRun(100, func() { plain("Қаңтар"); neutral("Қаңтар") }); n != 0 {
		t.Errorf("a text that needs nothing costs %v allocations", n)
	}
}

// FuzzCell: whatever the text, a table with it reads back as it was written,
// split at whichever separator no cell begins a formula, and nothing but
// apostrophes has been added.
func FuzzCell(f *testing.F) {
	for _, text := range []string{"=1", "a;=1", "a, \u200b@b", "\t-", "\"=1\"", "x\r\n=1", "\xff=", "'", "＝,；＝"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		safe := neutral(plain(text))
		if !utf8.ValidString(safe) || strings.ContainsFunc(safe, unicode.IsControl) {
			t.Errorf("%q became %q", text, safe)
		}
		if strings.ReplaceAll(safe, "'", "") != strings.ReplaceAll(plain(text), "'", "") {
			t.Errorf("%q became %q: more than apostrophes are added", text, safe)
		}
		for _, part := range strings.FieldsFunc(safe, func(r rune) bool { return r == ';' || r == ',' }) {
			seen := strings.TrimLeftFunc(part, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
			if first, _ := utf8.DecodeRuneInString(seen); strings.ContainsRune("=+-@＝＋－＠", first) {
				t.Errorf("%q became %q, where %q is a formula", text, safe, part)
			}
		}
		var table bytes.Buffer
		w := csv.NewWriter(&table)
		if err := w.Write([]string{safe, "end"}); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		back, err := csv.NewReader(&table).Read()
		if err != nil || len(back) != 2 || back[0] != safe {
			t.Errorf("%q reads back as %q, %v", safe, back, err)
		}
	})
}
