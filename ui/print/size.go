package print

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// What a picture may measure.
const (
	leastSide  = 200 // pixels, and device pixels divided by the scale
	mostSide   = 16384
	mostPixels = 100_000_000
	leastScale = 0.5
	mostScale  = 8
)

// Size is a picture's width and height in pixels.
type Size struct{ Width, Height int }

// ParseSize reads a size written as 1280x800. Errors are one sentence.
func ParseSize(text string) (Size, error) {
	width, height, found := strings.Cut(text, "x")
	w, errWidth := strconv.Atoi(width)
	h, errHeight := strconv.Atoi(height)
	if !found || errWidth != nil || errHeight != nil {
		return Size{}, fmt.Errorf("%q is not of the form WxH; write it as 1280x800", text)
	}
	return Size{w, h}, Size{w, h}.check()
}

// check refuses what no picture can measure, in one sentence.
func (s Size) check() error {
	switch {
	case min(s.Width, s.Height) < leastSide || max(s.Width, s.Height) > mostSide:
		return fmt.Errorf("%s is out of range; use %d to %d pixels for each side", s, leastSide, mostSide)
	case s.Width*s.Height > mostPixels:
		return fmt.Errorf("%s has more than %d megapixels; choose a smaller one", s, mostPixels/1_000_000)
	}
	return nil
}

func (s Size) String() string { return fmt.Sprintf("%dx%d", s.Width, s.Height) }

// CheckScale refuses a factor by which letters and marks cannot be larger on a
// picture of this size, in one sentence.
func (s Size) CheckScale(scale float64) error {
	least := float64(min(s.Width, s.Height))
	switch {
	case !(scale >= leastScale && scale <= mostScale):
		return fmt.Errorf("%g is out of range; use %g to %d", scale, leastScale, mostScale)
	case least < leastSide*scale:
		return fmt.Errorf("%g leaves too little room on %s; use a larger size, or a scale of at most %.2g", scale, s, least/leastSide)
	}
	return nil
}

// FitScale is a factor at which letters and marks have about the same share of
// a picture of any size.
func (s Size) FitScale() float64 {
	const usual = 1050.0 // the geometric mean of 1280 and 860
	scale := math.Sqrt(float64(s.Width)*float64(s.Height)) / usual
	return max(1, min(mostScale, scale, float64(min(s.Width, s.Height))/leastSide))
}
