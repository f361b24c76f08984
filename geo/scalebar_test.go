package geo

import (
	"fmt"
	"math"
	"testing"

	"github.com/paulmach/orb"
)

func ExampleViewport_ScaleBar() {
	metres, pixels := At(orb.Point{76.9, 43.25}, 11, 900, 600).ScaleBar(120)
	fmt.Printf("%g km, %.0f pixels\n", metres/1000, pixels)
	// Output: 5 km, 90 pixels
}

func TestScaleBar(t *testing.T) {
	cases := []struct {
		zoom, maxPixels, want float64
	}{
		{1, 120, 5e6}, {2, 120, 2e6}, {4, 120, 1e6}, {4.3, 120, 500e3},
		{6, 120, 200e3}, {8, 120, 50e3}, {10, 120, 10e3}, {13, 120, 2e3}, {16, 120, 200}, {16, 60, 100},
	}
	for _, c := range cases {
		t.Run(fmt.Sprint(c.zoom, c.maxPixels), func(t *testing.T) {
			v := Viewport{Center: orb.Point{0.5, 0.5}, Zoom: c.zoom, Width: 900, Height: 600}
			if metres, pixels := v.ScaleBar(c.maxPixels); metres != c.want || pixels > c.maxPixels {
				t.Errorf("%v metres on %.1f pixels, want %v", metres, pixels, c.want)
			}
		})
	}
}

// TestScaleBarIsAsLongAsItCanBe: the next round distance would not fit.
func TestScaleBarIsAsLongAsItCanBe(t *testing.T) {
	for zoom := 1.0; zoom <= 16; zoom += 0.01 {
		v := Viewport{Center: orb.Point{0.5, 0.4}, Zoom: zoom, Width: 900, Height: 600}
		if _, pixels := v.ScaleBar(120); pixels > 120.001 || pixels < 120/2.5-0.001 {
			t.Fatalf("at zoom %.2f: %v pixels", zoom, pixels)
		}
	}
}

func TestScaleBarAtAPowerOfTen(t *testing.T) {
	v := Viewport{Center: orb.Point{0.5, 0.5}, Width: 900, Height: 600}
	v.Zoom = math.Log2(earthCircumference / 1000 * 100 / TileSize) // 1 km on 100 pixels
	if metres, _ := v.ScaleBar(100.0001); metres != 1000 {
		t.Errorf("%v metres, want 1000", metres)
	}
}
