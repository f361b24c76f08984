package geo

import "math"

// ScaleBar returns the longest round distance, in metres, that spans at most
// maxPixels at the viewport's centre, and how many pixels it spans.
// Round is 1, 2 or 5 times a power of ten.
func (v Viewport) ScaleBar(maxPixels float64) (metres, pixels float64) {
	perPixel := MetresPerWorld(v.Center[1]) / v.WorldSize()
	limit := maxPixels * perPixel
	power := math.Pow(10, math.Floor(math.Log10(limit)))
	metres = power
	for _, step := range []float64{2, 5, 10} { // 10: logarithms are not exact
		if step*power <= limit {
			metres = step * power
		}
	}
	return metres, metres / perPixel
}
