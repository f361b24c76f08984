package paint

import "image/color"

// Paper is the look of printed pages: a white ground, and colours that are told
// from it, and from each other by their marks, on a printer that has only black.
// No window offers it.
var Paper = Style{
	Name: "paper",
	Sea:  rgb(0xDCE7EE), Land: rgb(0xF3F1EC), Focus: rgb(0xFFFFFF),
	Lake: rgb(0xD3E2EC), Urban: rgb(0xE6E0D5), River: rgb(0x93B8CE),
	Coast: rgb(0x7C98A8), Border: rgb(0x7F786C), Region: rgb(0xBEB6A8), FocusLine: rgb(0x57514A),
	Text: rgb(0x1A1D20), TextSoft: rgb(0x54595E), Halo: rgb(0xFFFFFF), WaterText: rgb(0x28587A),
	Paper: rgb(0xFFFFFF), Rule: rgb(0xA29D92), Grid: rgb(0xDFDBD3), Night: rgb(0xF2F0EB), Card: rgb(0xF4F2EE), Hover: rgb(0xE3E7EA),
	Ink: rgb(0x1A1D20), InkSoft: rgb(0x54595E), Accent: rgb(0xB3261E),
	Outside: rgba(0xFFFFFF, 0.62),
	Palette: printed(okabeIto),
}

// printedFrom is the contrast with white from which a mark is seen in print,
// where nothing shines.
const printedFrom = 2.2

// printed darkens the colours of a palette, as little as it takes, until each is
// seen on white paper.
func printed(palette map[string]color.RGBA) map[string]color.RGBA {
	out := make(map[string]color.RGBA, len(palette))
	for name, c := range palette {
		dark := c
		for t := 0.0; Contrast(dark, rgb(0xFFFFFF)) < printedFrom; t += 0.01 {
			dark = mix(c, rgb(0x000000), t)
		}
		out[name] = dark
	}
	return out
}
