package paint

import (
	"image"
	"image/color"
	"testing"

	"qantar/assets"
)

// TestTellings looks for the line of a telling, and for its label to the right
// of it, or the short one where there is no room.
func TestTellings(t *testing.T) {
	names, err := NewType(assets.FontRegular, assets.FontBold, assets.FontItalic)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		width int
		at    int64
		wide  bool // the label is written in full
	}{
		{"room for all", 900, january(3, 0), true},
		{"room for little", 900, january(9, 12), false},
		{"hardly any room", 150, january(9, 12), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := testScene(tt.width, 1, &Light)
			s.Bars, s.Bins, s.Nights, s.Midnights, s.Selected, s.Playhead = nil, nil, nil, nil, Emphasis{}, 0
			s.ShownFrom, s.ShownTo = s.Scale.From, s.Scale.To
			s.Tellings = []Telling{{At: tt.at, Label: "The Gazette of the North, Radio", Short: "All"}}
			img := image.NewRGBA(image.Rect(0, 0, tt.width, 190))
			NewTimeline(names).Draw(img, s)
			x := int(s.Scale.X(tt.at))
			if !hasColor(img, image.Rect(x-2, 60, x+2, 120), Light.InkSoft) {
				t.Error("there is no line")
			}
			if !inkIn(img, min(x, tt.width-40), tt.width) || inkIn(img, 0, min(x, tt.width-40)-3) {
				t.Error("it is not written to the right")
			}
			if wide := inkIn(img, x+60, tt.width); wide != tt.wide {
				t.Errorf("it is written in full: %v", wide)
			}
		})
	}
}

// inkIn tells whether anything is written between two columns at the top of the
// lanes.
func inkIn(img *image.RGBA, from, to int) bool {
	return hasColor(img, image.Rect(from, 30, to, 50).Intersect(img.Rect), Light.Ink)
}

func hasColor(img *image.RGBA, in image.Rectangle, want color.RGBA) bool {
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			if img.RGBAAt(x, y) == want {
				return true
			}
		}
	}
	return false
}
