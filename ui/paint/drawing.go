package paint

import (
	"image"
	"image/color"
)

// Drawing is a picture as areas, lines and words in place of pixels, for a page
// that is printed. Lengths are the device pixels of the picture that it stands
// for, x to the right and y downwards. Its parts are in the order in which they
// are put down.
type Drawing struct {
	Width, Height float32
	Parts         []Part
}

// Part is one piece of a drawing: Area, Stripes, Words, Photo or Clip.
type Part interface{ part() }

// Area is a path filled in one colour, or drawn as a line where it has a width.
// Where rings overlap, what they wind around is filled (the non-zero rule).
type Area struct {
	Path  Path
	Color color.RGBA // premultiplied
	Line  float32    // width of the line; 0: filled
}

// Stripes are lines of one colour inside a path.
type Stripes struct {
	Path   Path
	Color  color.RGBA // premultiplied
	X, Y   float32    // the direction across the stripes, of any length
	Period float32    // between two of them, in multiples of that length
	Start  float32    // how far along the period the point 0, 0 is
	Line   float32    // width of a stripe
}

// Words are a line of text that begins at a point of its baseline.
type Words struct {
	Text      string
	Weight    Weight
	Size      float32
	Tracking  float32 // added after every letter
	X, Y      float32
	Ink, Halo color.RGBA
	HaloWidth float32 // how far the halo reaches; 0: there is none
}

// Photo is a part that only pixels can show, in a rectangle.
type Photo struct {
	Image *image.RGBA
	At    image.Rectangle
}

// Clip lets only what lies in a rectangle be seen of the parts after it, up to
// the next Clip.
type Clip struct{ At image.Rectangle }

func (Area) part()    {}
func (Stripes) part() {}
func (Words) part()   {}
func (Photo) part()   {}
func (Clip) part()    {}

// Path is any number of rings and lines.
type Path struct {
	Verbs  []Verb
	Points [][2]float32 // one for Move and Line, three for Cube, none for Close
}

// Verb is what a path does next.
type Verb uint8

// The verbs: begin at a point, a straight line to a point, a cubic Bézier curve
// with two control points, and a straight line back to where it began.
const (
	Move Verb = iota
	Line
	Cube
	Close
)

// Rect is the path around a rectangle.
func Rect(x0, y0, x1, y1 float32) Path {
	var p Path
	p.add(Move, pt{x0, y0})
	p.add(Line, pt{x1, y0})
	p.add(Line, pt{x1, y1})
	p.add(Line, pt{x0, y1})
	p.add(Close)
	return p
}

func (p *Path) add(v Verb, points ...pt) {
	p.Verbs = append(p.Verbs, v)
	for _, q := range points {
		p.Points = append(p.Points, [2]float32{q.x, q.y})
	}
}
