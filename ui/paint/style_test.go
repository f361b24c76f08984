package paint

import (
	"fmt"
	"image/color"
	"math"
	"testing"
)

func ExampleContrast() {
	fmt.Printf("%.1f\n", Contrast(color.RGBA{A: 255}, color.RGBA{255, 255, 255, 255}))
	// Output: 21.0
}

// leastContrast is what ordinary text needs on its ground, by style. Source:
// W3C, Web Content Accessibility Guidelines 2.2, criteria 1.4.3 and 1.4.6.
var leastContrast = map[string]float64{"light": 4.5, "dark": 4.5, "contrast": 7}

func TestTextCanBeRead(t *testing.T) {
	pairs := []struct {
		inks, grounds map[string]func(*Style) color.RGBA
	}{
		{ // names on the map
			map[string]func(*Style) color.RGBA{
				"Text":     func(s *Style) color.RGBA { return s.Text },
				"TextSoft": func(s *Style) color.RGBA { return s.TextSoft },
			},
			map[string]func(*Style) color.RGBA{
				"Land":  func(s *Style) color.RGBA { return s.Land },
				"Focus": func(s *Style) color.RGBA { return s.Focus },
				"Sea":   func(s *Style) color.RGBA { return s.Sea },
				"Halo":  func(s *Style) color.RGBA { return s.Halo },
			},
		},
		{ // names on water
			map[string]func(*Style) color.RGBA{"WaterText": func(s *Style) color.RGBA { return s.WaterText }},
			map[string]func(*Style) color.RGBA{
				"Sea":  func(s *Style) color.RGBA { return s.Sea },
				"Lake": func(s *Style) color.RGBA { return s.Lake },
				"Halo": func(s *Style) color.RGBA { return s.Halo },
			},
		},
		{ // timeline, lists and cards
			map[string]func(*Style) color.RGBA{
				"Ink":     func(s *Style) color.RGBA { return s.Ink },
				"InkSoft": func(s *Style) color.RGBA { return s.InkSoft },
				"Accent":  func(s *Style) color.RGBA { return s.Accent },
			},
			map[string]func(*Style) color.RGBA{
				"Paper": func(s *Style) color.RGBA { return s.Paper },
				"Card":  func(s *Style) color.RGBA { return s.Card },
				"Hover": func(s *Style) color.RGBA { return s.Hover },
			},
		},
	}
	for name, style := range Styles {
		for _, p := range pairs {
			for i, ink := range p.inks {
				for g, ground := range p.grounds {
					t.Run(name+"/"+i+" on "+g, func(t *testing.T) {
						if c := Contrast(ink(style), ground(style)); c < leastContrast[name] {
							t.Errorf("the contrast is %.2f, want %v", c, leastContrast[name])
						}
					})
				}
			}
		}
	}
}

func TestContrast(t *testing.T) {
	gray := color.RGBA{0x77, 0x77, 0x77, 255}
	white := color.RGBA{255, 255, 255, 255}
	if a, b := Contrast(gray, white), Contrast(white, gray); a != b || a < 4.47 || a > 4.49 {
		t.Errorf("%v and %v, want 4.48", a, b)
	}
}

// TestPalettesAreAlike: every style knows every colour, each opaque and unlike
// the others.
func TestPalettesAreAlike(t *testing.T) {
	for name, style := range Styles {
		seen := map[color.RGBA]string{}
		for color := range Light.Palette {
			c := style.Category(color)
			if other, ok := seen[c]; ok || c.A != 255 {
				t.Errorf("%s: %s is %v, as is %s", name, color, c, other)
			}
			seen[c] = color
		}
		if style.Name != name {
			t.Errorf("%s calls itself %s", name, style.Name)
		}
	}
}

// TestCategoriesAreSeenInHighContrast: every category stands out from land,
// water and list, and no two are alike.
func TestCategoriesAreSeenInHighContrast(t *testing.T) {
	s := &HighContrast
	for name, c := range s.Palette {
		for _, ground := range []color.RGBA{s.Land, s.Focus, s.Sea, s.Lake, s.Paper, s.Card} {
			if got := Contrast(c, ground); got < seenFrom {
				t.Errorf("%s on %v has a contrast of %.2f, want %v", name, ground, got, seenFrom)
			}
		}
		for other, d := range s.Palette {
			if apart := math.Hypot(math.Hypot(float64(c.R)-float64(d.R), float64(c.G)-float64(d.G)), float64(c.B)-float64(d.B)); name != other && apart < 40 {
				t.Errorf("%s and %s are only %.0f apart", name, other, apart)
			}
		}
	}
}
