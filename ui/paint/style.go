package paint

import (
	"image/color"
	"math"
)

// Style is a table of all colours and type sizes of the pictures. Sizes are in
// pixels at scale 1.
type Style struct {
	Name string
	Dark bool

	Sea, Land, Focus      color.RGBA // Focus is the land of the country told of
	Lake, Urban           color.RGBA
	River                 color.RGBA
	Coast, Border, Region color.RGBA
	FocusLine             color.RGBA // the border of the country told of
	Text, TextSoft, Halo  color.RGBA // labels
	WaterText             color.RGBA

	Paper, Rule, Grid color.RGBA // timeline
	Night             color.RGBA // the dark hours on the timeline
	Card              color.RGBA // the ground of a card on Paper
	Hover             color.RGBA // what is pointed at or chosen in a list
	Ink, InkSoft      color.RGBA
	Accent            color.RGBA // playhead, handles, selection
	Outside           color.RGBA // veil over time that is not shown

	Palette map[string]color.RGBA // category colours by name
}

// Color names of the palette of Okabe and Ito, "Color Universal Design" (2008),
// told apart with every common kind of colour vision.
var okabeIto = map[string]color.RGBA{
	"orange":       rgb(0xE69F00),
	"sky-blue":     rgb(0x56B4E9),
	"bluish-green": rgb(0x009E73),
	"yellow":       rgb(0xF0E442),
	"blue":         rgb(0x0072B2),
	"vermillion":   rgb(0xD55E00),
	"purple":       rgb(0xCC79A7),
	"gray":         rgb(0x6B6B6B),
}

// Light is the look for bright rooms and projectors.
var Light = Style{
	Name: "light",
	Sea:  rgb(0xCFE0EA), Land: rgb(0xECEAE4), Focus: rgb(0xFBFAF6),
	Lake: rgb(0xC8DCE8), Urban: rgb(0xE0DACD), River: rgb(0xA9C8DB),
	Coast: rgb(0x8FA9B8), Border: rgb(0x8C8579), Region: rgb(0xC9C2B4), FocusLine: rgb(0x6E675B),
	Text: rgb(0x22262B), TextSoft: rgb(0x5D6266), Halo: rgb(0xFFFFFF), WaterText: rgb(0x2B5F7C),
	Paper: rgb(0xFBFAF7), Rule: rgb(0xB9B4A8), Grid: rgb(0xE4E0D7), Night: rgb(0xF0EEE8), Card: rgb(0xF1EFE9), Hover: rgb(0xE3E7EA),
	Ink: rgb(0x22262B), InkSoft: rgb(0x5C6166), Accent: rgb(0xB3261E),
	Outside: rgba(0xFBFAF7, 0.66),
	Palette: okabeIto,
}

// Dark is the look for dim rooms.
var Dark = Style{
	Name: "dark", Dark: true,
	Sea: rgb(0x10202B), Land: rgb(0x22272B), Focus: rgb(0x2E3439),
	Lake: rgb(0x132836), Urban: rgb(0x3A3F41), River: rgb(0x27506A),
	Coast: rgb(0x4E6A7B), Border: rgb(0x8A8F94), Region: rgb(0x4B5257), FocusLine: rgb(0xB9BFC4),
	Text: rgb(0xF0F1F2), TextSoft: rgb(0xB4BABF), Halo: rgb(0x14181B), WaterText: rgb(0x8FC1DF),
	Paper: rgb(0x1B1F23), Rule: rgb(0x5A6167), Grid: rgb(0x30363B), Night: rgb(0x16191D), Card: rgb(0x262B30), Hover: rgb(0x363E45),
	Ink: rgb(0xF0F1F2), InkSoft: rgb(0xB4BABF), Accent: rgb(0xFF8A7A),
	Outside: rgba(0x1B1F23, 0.66),
	Palette: brighter(okabeIto),
}

// HighContrast is the look for weak eyes and bad projectors: white and yellow
// on black, with every text at least 7 to 1 against its ground.
var HighContrast = Style{
	Name: "contrast", Dark: true,
	Sea: rgb(0x00204A), Land: rgb(0x000000), Focus: rgb(0x1A1A1A),
	Lake: rgb(0x002A5E), Urban: rgb(0x454545), River: rgb(0x3F9BE0),
	Coast: rgb(0x7CC8FF), Border: rgb(0xFFFFFF), Region: rgb(0x8C8C8C), FocusLine: rgb(0xFFD800),
	Text: rgb(0xFFFFFF), TextSoft: rgb(0xFFE97A), Halo: rgb(0x000000), WaterText: rgb(0xB5E2FF),
	Paper: rgb(0x000000), Rule: rgb(0xFFFFFF), Grid: rgb(0x7A7A7A), Night: rgb(0x101A33), Card: rgb(0x1A1A1A), Hover: rgb(0x2E2E52),
	Ink: rgb(0xFFFFFF), InkSoft: rgb(0xE8E8E8), Accent: rgb(0xFFD800),
	Outside: rgba(0x000000, 0.75),
	Palette: seenOn(okabeIto, rgb(0x002A5E), rgb(0x1A1A1A)),
}

// Styles are all looks by name.
var Styles = map[string]*Style{Light.Name: &Light, Dark.Name: &Dark, HighContrast.Name: &HighContrast}

// OnAccent is the colour of letters on Accent: the ink or the paper, whichever is
// told apart better.
func (s *Style) OnAccent() color.RGBA {
	if Contrast(s.Ink, s.Accent) > Contrast(s.Paper, s.Accent) {
		return s.Ink
	}
	return s.Paper
}

// Category returns the colour that a collection names; an unknown name is gray.
func (s *Style) Category(name string) color.RGBA {
	if c, ok := s.Palette[name]; ok {
		return c
	}
	return s.Palette["gray"]
}

func brighter(palette map[string]color.RGBA) map[string]color.RGBA {
	out := make(map[string]color.RGBA, len(palette))
	for name, c := range palette {
		out[name] = mix(c, color.RGBA{255, 255, 255, 255}, 0.22)
	}
	return out
}

// seenFrom is the contrast from which a mark stands out from its ground.
// Source: W3C, Web Content Accessibility Guidelines 2.2, criterion 1.4.11.
const seenFrom = 3

// seenOn lightens the colours of a palette, as little as it takes, until each
// stands out from every one of some dark grounds.
func seenOn(palette map[string]color.RGBA, grounds ...color.RGBA) map[string]color.RGBA {
	out := make(map[string]color.RGBA, len(palette))
	for name, c := range palette {
		light := c
		for t := 0.0; !standsOut(light, grounds); t += 0.01 {
			light = mix(c, color.RGBA{255, 255, 255, 255}, t)
		}
		out[name] = light
	}
	return out
}

func standsOut(c color.RGBA, grounds []color.RGBA) bool {
	for _, g := range grounds {
		if Contrast(c, g) < seenFrom {
			return false
		}
	}
	return true
}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 255}
}

// rgba is a colour at an opacity from 0 to 1, premultiplied.
func rgba(hex uint32, opacity float64) color.RGBA { return faded(rgb(hex), opacity) }

// faded multiplies a colour's opacity.
func faded(c color.RGBA, opacity float64) color.RGBA {
	f := func(x uint8) uint8 { return uint8(math.Round(float64(x) * opacity)) }
	return color.RGBA{f(c.R), f(c.G), f(c.B), f(c.A)}
}

// mix blends a towards b by t from 0 to 1.
func mix(a, b color.RGBA, t float64) color.RGBA {
	f := func(x, y uint8) uint8 { return uint8(math.Round(float64(x)*(1-t) + float64(y)*t)) }
	return color.RGBA{f(a.R, b.R), f(a.G, b.G), f(a.B, b.B), f(a.A, b.A)}
}

// Contrast is the contrast ratio of two opaque colours, from 1 to 21.
// Source: W3C, Web Content Accessibility Guidelines 2.2, "contrast ratio".
func Contrast(a, b color.RGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color.RGBA) float64 {
	lin := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}
