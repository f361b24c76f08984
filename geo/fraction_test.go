package geo

import (
	"fmt"
	"math"
	"testing"

	"github.com/paulmach/orb"
)

func TestFraction(t *testing.T) {
	cases := []struct {
		world orb.Point
		x, y  uint32
	}{
		{orb.Point{0, 0}, 0, 0},
		{orb.Point{0.5, 0.25}, 1 << 31, 1 << 30},
		{orb.Point{1, 1}, 0, math.MaxUint32},
		{orb.Point{-0.25, -1}, 3 << 30, 0},
		{orb.Point{2.5, 7}, 1 << 31, math.MaxUint32},
		{orb.Point{-1e-17, 0.5}, 0, 1 << 31},
		{Project(orb.Point{180, -90}), 0, math.MaxUint32},
	}
	for _, c := range cases {
		t.Run(fmt.Sprint(c.world), func(t *testing.T) {
			x, y := Fraction(c.world)
			if x != c.x || y != c.y {
				t.Errorf("%d, %d, want %d, %d", x, y, c.x, c.y)
			}
			if again, and := Fraction(FromFraction(x, y)); again != x || and != y {
				t.Errorf("%d, %d comes back as %d, %d", x, y, again, and)
			}
		})
	}
}
