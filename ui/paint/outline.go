package paint

// Outline is a mark's shape as rings of points inside about the unit circle, y
// downwards, for painters that draw lines of their own; nil for the shapes that
// are made of circles: "circle", and "ring", a dot of 0.36 in a band from 0.66
// to 1.
func Outline(shape string) [][][2]float64 {
	var rings [][][2]float64
	for _, ring := range outlines[shape] {
		points := make([][2]float64, len(ring))
		for i, p := range ring {
			points[i] = [2]float64{float64(p.x), float64(p.y)}
		}
		rings = append(rings, points)
	}
	return rings
}
