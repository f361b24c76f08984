package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// fractions is into how many parts Fraction divides the world along each axis: a
// part is a hundredth of a metre or so.
const fractions = 1 << 32

// Fraction turns world coordinates into fractions of the world, in units of 2^-32,
// which take half the room. x wraps around; y is held at the edge.
func Fraction(world orb.Point) (x, y uint32) {
	return uint32(uint64(round(world[0]) * fractions)), uint32(clamp(world[1]*fractions, 0, math.MaxUint32))
}

// FromFraction is the inverse of Fraction.
func FromFraction(x, y uint32) orb.Point {
	return orb.Point{float64(x) / fractions, float64(y) / fractions}
}
