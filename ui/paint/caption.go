package paint

import (
	"cmp"
	"image"
	"image/color"
	"image/draw"
	"math"
	"strings"
)

// Caption writes what a picture of a map needs when it stands alone: a head
// with its title and time, a foot with the key to its marks and its credits,
// and a scale bar on the map. Use one per goroutine.
type Caption struct {
	names   *Type
	c       canvas
	stripes stripes
}

// NewCaption returns a painter that writes with names, which it takes for itself.
func NewCaption(names *Type) *Caption { return &Caption{names: names} }

// CaptionScene is all that a caption says, as plain values.
type CaptionScene struct {
	Factor float32 // device pixels per pixel
	Style  *Style
	Title  string
	Large  float32 // size of the title, in pixels at scale 1; 0: as usual
	Time   string  // which time is shown
	Keys   []Key
	Count  string // how much is shown
	Credit string // where the data come from
}

// Key is one entry of a caption's key.
type Key struct {
	Shape, Color string // of the category's mark, as its collection names them
	Striped      bool   // stripes over an area instead of a mark
	Name         string
	Note         string // a few letters more, in a softer ink; "" for none
}

// Band is a strip of writing laid out for a width.
type Band struct {
	Height int // device pixels
	scene  *CaptionScene
	pieces []piece
}

// Sizes of captions, in pixels at scale 1.
const (
	captionPad   = 12
	captionTitle = 20
	captionRow   = 25
	headRow      = 28
	runGap       = 20
	keyWidth     = 24
	barHeight    = 4
)

// piece is a word or a mark of a band.
type piece struct {
	key    *Key // the mark; nil for a word
	text   string
	weight Weight
	size   float32 // pixels at scale 1
	soft   bool
	x, y   float32 // device pixels: the start of the baseline
	width  float32 // device pixels, with the space before the next word
}

// run is pieces that belong together: they share a row wherever they fit one.
type run struct {
	pieces []piece
	fresh  bool // begins a row
}

// Head lays out the title and the time for a width in device pixels.
func (c *Caption) Head(s *CaptionScene, width int) *Band {
	title := piece{weight: Bold, size: cmp.Or(s.Large, captionTitle)}
	return c.flow(s, width, headRow*title.size/captionTitle, []run{
		{pieces: c.words(s, s.Title, title)},
		{pieces: c.words(s, s.Time, piece{size: textSize})},
	})
}

// Foot lays out the key, the count and the credit for a width in device pixels.
func (c *Caption) Foot(s *CaptionScene, width int) *Band {
	plain, soft := piece{size: textSize}, piece{size: textSize, soft: true}
	var runs []run
	for i := range s.Keys {
		k := &s.Keys[i]
		mark := piece{key: k, width: keyWidth * s.Factor}
		named := append([]piece{mark}, c.words(s, k.Name, plain)...)
		turn := i > 0 && k.Striped && !s.Keys[i-1].Striped
		runs = append(runs, run{append(named, c.words(s, k.Note, soft)...), turn})
	}
	runs = append(runs, run{c.words(s, s.Count, plain), true}, run{c.words(s, s.Credit, soft), false})
	return c.flow(s, width, captionRow, runs)
}

// words cuts a text into pieces that look like a pattern.
func (c *Caption) words(s *CaptionScene, text string, like piece) []piece {
	space := c.names.width(" ", like.weight, like.size*s.Factor)
	var all []piece
	for _, word := range strings.Fields(text) {
		like.text = word
		like.width = c.names.width(word, like.weight, like.size*s.Factor) + space
		all = append(all, like)
	}
	return all
}

// flow places runs in rows of a height in pixels, from the left.
func (c *Caption) flow(s *CaptionScene, width int, row float32, runs []run) *Band {
	b := &Band{scene: s}
	f := s.Factor
	left, right := captionPad*f, float32(width)-captionPad*f
	x, y := left, (captionPad/2+row*0.72)*f
	turn := func() { x, y = left, y+row*f }
	for _, r := range runs {
		if len(r.pieces) == 0 {
			continue
		}
		if x > left && (r.fresh || x+r.width() > right) {
			turn()
		}
		for _, p := range r.pieces {
			if x > left && x+p.width > right {
				turn()
			}
			p.x, p.y = x, y
			b.pieces = append(b.pieces, p)
			x += p.width
		}
		x += runGap * f
	}
	b.Height = int(math.Ceil(float64(y + (captionPad/2+row*0.28)*f)))
	return b
}

func (r *run) width() float32 {
	var sum float32
	for _, p := range r.pieces {
		sum += p.width
	}
	return sum
}

// Draw paints a band over all of dst.
func (c *Caption) Draw(dst *image.RGBA, b *Band) {
	style := b.scene.Style
	c.c.begin(dst)
	c.c.fill(style.Paper)
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.key != nil {
			c.mark(b.scene, p)
			continue
		}
		ink := style.Ink
		if p.soft {
			ink = style.InkSoft
		}
		c.c.put(c.names.sprite(p.text, p.weight, p.size*b.scene.Factor, 0), p.x, p.y, ink, style.Halo)
	}
}

// mark draws a category's mark, or a sample of its stripes.
func (c *Caption) mark(s *CaptionScene, p *piece) {
	f, col := s.Factor, s.Style.Category(p.key.Color)
	x, y := p.x+8*f, p.y-0.36*textSize*f
	if !p.key.Striped {
		c.c.symbol(p.key.Shape, x, y, 7*f, 1.2*f, col, s.Style.Paper, false)
		return
	}
	sample := image.Rect(nearest(x-8*f), nearest(y-7*f), nearest(x+9*f), nearest(y+7*f))
	c.block(sample.Inset(-nearest(max(1, f))), s.Style.Rule)
	c.block(sample, s.Style.Focus)
	x0, y0, x1, y1 := float32(sample.Min.X), float32(sample.Min.Y), float32(sample.Max.X), float32(sample.Max.Y)
	c.c.within(x0, y0, x1, y1)
	c.c.rect(x0, y0, x1, y1)
	c.stripes.set(striping{x: 1, y: 1, period: 8 * float64(f), width: 2.6 * float64(f), opacity: 0.8})
	c.c.hatch(&c.stripes, col)
}

func (c *Caption) block(r image.Rectangle, col color.RGBA) {
	if p := c.c.pen; p != nil {
		p.rect(float32(r.Min.X), float32(r.Min.Y), float32(r.Max.X), float32(r.Max.Y), col)
		return
	}
	draw.Draw(c.c.dst, r, image.NewUniform(col), image.Point{}, draw.Over)
}

// ScaleBar draws a bar of a length in device pixels, and the distance that it
// stands for, into the lower left corner of a map.
func (c *Caption) ScaleBar(dst *image.RGBA, s *CaptionScene, length float64, distance string) {
	c.c.dst = dst
	f := s.Factor
	x, y := captionPad*f, float32(dst.Rect.Dy())-captionPad*f
	line := c.names.sprite(distance, Regular, textSize*f, 0)
	width := max(float32(length), line.advance)
	c.c.within(x-6*f, y-28*f, x+width+6*f, y+6*f)
	c.c.roundRect(x-6*f, y-28*f, x+width+6*f, y+6*f, 4*f)
	c.c.paint(faded(s.Style.Paper, 0.85))
	c.block(image.Rect(nearest(x), nearest(y-barHeight*f), nearest(x+float32(length)), nearest(y)), s.Style.Text)
	c.c.put(line, x, y-(barHeight+5)*f, s.Style.Text, s.Style.Halo)
}

// Edge writes a number at the edge of a map to which dx and dy, each -1, 0 or
// 1, point: so many events lie beyond it.
func (c *Caption) Edge(dst *image.RGBA, s *CaptionScene, dx, dy float32, number string) {
	c.c.dst = dst
	f := s.Factor
	text := c.names.sprite(number, Bold, textSize*f, 0)
	width, height := text.advance+30*f, 26*f
	x := (1+dx)/2*(float32(dst.Rect.Dx())-width-8*f) + 4*f
	y := (1+dy)/2*(float32(dst.Rect.Dy())-height-8*f) + 4*f
	c.c.within(x, y, x+width, y+height)
	c.c.roundRect(x, y, x+width, y+height, 5*f)
	c.c.paint(s.Style.Paper)
	tip, start := pt{x + 12*f, y + height/2}, x+22*f
	if dx > 0 {
		tip.x, start = x+width-12*f, x+8*f
	}
	c.arrow(tip, dx, dy, 6*f)
	c.c.paint(s.Style.InkSoft)
	c.c.put(text, start, y+height/2+0.36*textSize*f, s.Style.Ink, s.Style.Halo)
}

// arrow adds a triangle around a point, with its tip r away.
func (c *Caption) arrow(at pt, dx, dy, r float32) {
	c.c.moveTo(pt{at.x + dx*r, at.y + dy*r})
	c.c.lineTo(pt{at.x - dx*r - dy*r, at.y - dy*r + dx*r})
	c.c.lineTo(pt{at.x - dx*r + dy*r, at.y - dy*r - dx*r})
	c.c.close()
}
