package paint

import (
	"image"
	"image/color"
	"math"
	"testing"
)

// TestRingsAreDividedClockwiseFromTheTop looks at the middle of each slice, at
// the borders between them, and at what the slices leave.
func TestRingsAreDividedClockwiseFromTheTop(t *testing.T) {
	red, green, ground := color.RGBA{200, 0, 0, 255}, color.RGBA{0, 200, 0, 255}, color.RGBA{250, 250, 250, 255}
	faint := mix(ground, red, 0.5)
	cases := []struct {
		name    string
		slices  []Slice
		opacity float64
		want    map[float64]color.RGBA // by hour of the clock
	}{
		{"one", []Slice{{red, 4}}, 1, map[float64]color.RGBA{0: red, 3: red, 6: red, 9: red}},
		{"two", []Slice{{red, 1}, {green, 3}}, 1, map[float64]color.RGBA{1.5: red, 3.5: green, 7.5: green, 11.5: green}},
		{"faded", []Slice{{red, 4}}, 0.5, map[float64]color.RGBA{1: faint, 7: faint}},
		{"some left", []Slice{{red, 2}}, 1, map[float64]color.RGBA{3: red, 9: ground}},
		{"too many", []Slice{{red, 4}, {green, 4}}, 1, map[float64]color.RGBA{3: red, 9: red}},
		{"none", nil, 1, map[float64]color.RGBA{3: ground, 9: ground}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var r rings
			img := image.NewRGBA(image.Rect(0, 0, 80, 80))
			d := r.of(dialKey{30, 1, [2]uint8{}})
			d.paint(&plot{img, img.Rect}, image.Pt(40, 40), r.divide(d.steps, c.slices, 4, c.opacity, ground), ground)
			for hour, want := range c.want {
				sin, cos := math.Sincos(hour / 12 * 2 * math.Pi)
				if got := img.RGBAAt(int(40+27.5*sin), int(40-27.5*cos)); !nearly(got, want) {
					t.Errorf("at %v o'clock it is %v, want %v", hour, got, want)
				}
			}
			if got := img.RGBAAt(40, 40); got != ground {
				t.Errorf("the middle is %v", got)
			}
			if got := img.RGBAAt(2, 2); got.A != 0 {
				t.Errorf("the corner is %v", got)
			}
		})
	}
}

// nearly allows what is lost where parts of colours are added up.
func nearly(a, b color.RGBA) bool {
	return apart(a.R, b.R) <= 2 && apart(a.G, b.G) <= 2 && apart(a.B, b.B) <= 2 && a.A == b.A
}

func TestDialsAreBounded(t *testing.T) {
	var r rings
	for n := range 120 {
		r.of(dialKey{dialRadius(80 + float32(n)), 2, [2]uint8{uint8(n % phases)}})
	}
	if r.bytes > mostDialBytes+4<<20 {
		t.Errorf("%d bytes are kept", r.bytes)
	}
}
