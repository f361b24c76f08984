package talk

import "math"

// Dot is a place on a slide, as shares of its width and height from the upper
// left corner.
type Dot struct{ X, Y float64 }

// Stroke is a line drawn with the pen.
type Stroke []Dot

// Ink is what is drawn on one slide.
type Ink struct {
	Strokes []Stroke
	down    bool
}

// closest is how far apart the dots of a stroke are at least, in shares.
const closest = 0.0015

// draw puts the pen down at a dot, or draws on from where it is.
func (i *Ink) draw(d Dot) {
	if !i.down {
		i.down = true
		i.Strokes = append(i.Strokes, Stroke{d})
		return
	}
	s := &i.Strokes[len(i.Strokes)-1]
	if last := (*s)[len(*s)-1]; math.Hypot(d.X-last.X, d.Y-last.Y) >= closest {
		*s = append(*s, d)
	}
}

// lift ends a stroke.
func (i *Ink) lift() { i.down = false }

// wipe takes everything away.
func (i *Ink) wipe() { *i = Ink{} }
