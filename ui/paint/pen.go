package paint

import (
	"image"
	"image/color"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/simplify"
)

// pen writes what a canvas would paint down as parts of a drawing.
type pen struct {
	out    *Drawing
	dx, dy float32 // of the canvas in the drawing
	path   Path
	width  float32 // of the lines gathered; 0: they are areas
}

// trace has all that do puts down on the canvas go into a rectangle of a
// drawing. The picture that do is given has the rectangle's size, and no pixels.
func (c *canvas) trace(d *Drawing, at image.Rectangle, do func(dst *image.RGBA)) {
	if at.Empty() {
		return
	}
	before := c.dst
	c.pen = &pen{out: d, dx: float32(at.Min.X), dy: float32(at.Min.Y)}
	d.Parts = append(d.Parts, Clip{at})
	c.begin(&image.RGBA{Rect: image.Rect(0, 0, at.Dx(), at.Dy())})
	do(c.dst)
	c.pen, c.dst = nil, before
}

func (p *pen) at(q pt) pt { return pt{q.x + p.dx, q.y + p.dy} }

func (p *pen) move(q pt) { p.path.add(Move, p.at(q)) }
func (p *pen) line(q pt) { p.path.add(Line, p.at(q)) }
func (p *pen) cube(a, b, q pt) {
	p.path.add(Cube, p.at(a), p.at(b), p.at(q))
}

// taken is the path gathered so far; the next one is new.
func (p *pen) taken() Path {
	path := p.path
	p.path, p.width = Path{}, 0
	return path
}

// paint puts the path gathered down in one colour.
func (p *pen) paint(col color.RGBA) {
	width := p.width
	if path := p.taken(); len(path.Verbs) > 0 && col.A > 0 {
		p.out.Parts = append(p.out.Parts, Area{Path: path, Color: col, Line: width})
	}
}

// rect fills a rectangle, whatever has been gathered.
func (p *pen) rect(x0, y0, x1, y1 float32, col color.RGBA) {
	if x1 > x0 && y1 > y0 && col.A > 0 {
		p.out.Parts = append(p.out.Parts, Area{Path: Rect(x0+p.dx, y0+p.dy, x1+p.dx, y1+p.dy), Color: col})
	}
}

// polyline adds an open line of a width to the path, which holds nothing but
// such lines.
func (p *pen) polyline(line []pt, width float32) {
	if len(line) < 2 {
		return
	}
	p.width = width
	whole := make(orb.LineString, len(line))
	for i, q := range line {
		whole[i] = orb.Point{float64(q.x), float64(q.y)}
	}
	for i, q := range simplify.DouglasPeucker(coarse).LineString(whole) {
		if i == 0 {
			p.move(pt{float32(q[0]), float32(q[1])})
		} else {
			p.line(pt{float32(q[0]), float32(q[1])})
		}
	}
}

// words writes a line of text, as a sprite says it.
func (p *pen) words(s *sprite, x, y float32, ink, halo color.RGBA) {
	if s.of.text == "" {
		return
	}
	p.out.Parts = append(p.out.Parts, Words{
		Text: s.of.text, Weight: s.of.face.weight, Size: s.of.face.size, Tracking: s.of.tracking,
		X: x + p.dx, Y: y + p.dy, Ink: ink, Halo: halo, HaloWidth: s.of.halo,
	})
}

// ground is the opacity of what lies between the stripes of a hatch, as a share
// of theirs.
const ground = 0.1

// hatch fills the path gathered with stripes, whose phase is told at a corner.
func (p *pen) hatch(h striping, corner image.Point, col color.RGBA) {
	path := p.taken()
	if len(path.Verbs) == 0 {
		return
	}
	x0, y0 := float64(corner.X)+float64(p.dx), float64(corner.Y)+float64(p.dy)
	start := math.Mod(h.start-x0*h.x-y0*h.y, h.period)
	p.out.Parts = append(p.out.Parts,
		Area{Path: path, Color: faded(col, h.opacity*ground)},
		Stripes{
			Path: path, Color: faded(col, h.opacity), X: float32(h.x), Y: float32(h.y), Period: float32(h.period),
			Start: float32(start), Line: float32(h.width),
		})
}

func (p *pen) photo(img *image.RGBA) {
	at := img.Rect.Add(image.Pt(int(p.dx), int(p.dy)))
	p.out.Parts = append(p.out.Parts, Photo{img, at})
}
