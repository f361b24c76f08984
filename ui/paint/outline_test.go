package paint

import (
	"math"
	"testing"
)

func TestOutline(t *testing.T) {
	for _, shape := range Shapes {
		t.Run(shape, func(t *testing.T) {
			rings := Outline(shape)
			if round := shape == "circle" || shape == "ring"; round != (rings == nil) {
				t.Fatalf("%d rings", len(rings))
			}
			for _, ring := range rings {
				for _, p := range ring {
					if len(ring) < 3 || math.Hypot(p[0], p[1]) > widest*1.15 {
						t.Errorf("the point %v of %d", p, len(ring))
					}
				}
			}
		})
	}
}
