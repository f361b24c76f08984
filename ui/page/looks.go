package page

import (
	"fmt"
	"image/color"
	"maps"
	"slices"
	"strings"

	"qantar/ui/paint"
)

// hue is a colour of a look under the name that page and style know it by.
type hue struct{ name, hex string }

// hues are the colours of a look: the app's own table, without its palette.
func hues(s *paint.Style) []hue {
	return []hue{
		{"sea", hex(s.Sea)}, {"land", hex(s.Land)}, {"focus", hex(s.Focus)}, {"lake", hex(s.Lake)}, {"urban", hex(s.Urban)},
		{"river", hex(s.River)}, {"coast", hex(s.Coast)}, {"border", hex(s.Border)}, {"region", hex(s.Region)}, {"focus-line", hex(s.FocusLine)},
		{"text", hex(s.Text)}, {"text-soft", hex(s.TextSoft)}, {"halo", hex(s.Halo)}, {"water-text", hex(s.WaterText)},
		{"paper", hex(s.Paper)}, {"rule", hex(s.Rule)}, {"grid", hex(s.Grid)}, {"night", hex(s.Night)}, {"card", hex(s.Card)}, {"hover", hex(s.Hover)},
		{"ink", hex(s.Ink)}, {"ink-soft", hex(s.InkSoft)}, {"accent", hex(s.Accent)}, {"on-accent", hex(s.OnAccent())},
	}
}

// hex is a colour without its opacity, as #rrggbb.
func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// look is the colours of a look as the page's painters take them.
type look struct {
	Hues    map[string]string `json:"hues"`
	Palette map[string]string `json:"palette"` // of the categories
}

// looks are all looks by name.
func looks() map[string]look {
	all := make(map[string]look, len(paint.Styles))
	for name, s := range paint.Styles {
		l := look{Hues: map[string]string{}, Palette: map[string]string{}}
		for _, h := range hues(s) {
			l.Hues[h.name] = h.hex
		}
		for colour := range s.Palette {
			l.Palette[colour] = hex(s.Category(colour))
		}
		all[name] = l
	}
	return all
}

// looksCSS are the same colours as properties of the style sheet: light, dark
// where the reader's system is dark, and any of them where the page says so.
func looksCSS() string {
	var b strings.Builder
	rule := func(selector string, s *paint.Style) {
		scheme := "light"
		if s.Dark {
			scheme = "dark"
		}
		fmt.Fprintf(&b, "%s { color-scheme: %s;", selector, scheme)
		for _, h := range hues(s) {
			fmt.Fprintf(&b, " --%s: %s;", h.name, h.hex)
		}
		for _, name := range slices.Sorted(maps.Keys(s.Palette)) {
			fmt.Fprintf(&b, " --mark-%s: %s;", name, hex(s.Category(name)))
		}
		b.WriteString(" }\n")
	}
	rule(":root", &paint.Light)
	b.WriteString("@media (prefers-color-scheme: dark) {\n")
	rule(":root", &paint.Dark)
	b.WriteString("}\n")
	for _, s := range []*paint.Style{&paint.Light, &paint.Dark, &paint.HighContrast} {
		rule(fmt.Sprintf(":root[data-look=%q]", s.Name), s)
	}
	return b.String()
}
