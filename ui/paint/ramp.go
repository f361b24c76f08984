package paint

import (
	"image"
	"image/color"
	"math"
	"strconv"

	"qantar/geo/cluster"
)

// ramp is the colour of every level.
type ramp struct {
	style *Style
	tints [256]tint
}

// stop is a colour of a ramp, at a level from 0 to 1.
type stop struct {
	level   float64
	color   uint32
	opacity float64
}

// The ramps run evenly from light to dark where the ground is light, and from
// dark to light where it is dark: their order is told by lightness alone, so
// that no kind of colour vision loses it.
var (
	lightStops = []stop{
		{0, 0xFFD27A, 0}, {0.08, 0xFFCB6B, 0.42}, {0.3, 0xFBA23C, 0.72}, {0.55, 0xE8602C, 0.84}, {0.8, 0xB3202C, 0.92}, {1, 0x5E0A2A, 0.96},
	}
	darkStops = []stop{
		{0, 0x6A2C91, 0}, {0.08, 0x70309A, 0.5}, {0.3, 0xB43680, 0.74}, {0.55, 0xEE5F55, 0.86}, {0.8, 0xFDA94B, 0.93}, {1, 0xFFF6C2, 0.97},
	}
)

// set readies the ramp of a style.
func (p *ramp) set(style *Style) {
	if p.style == style {
		return
	}
	p.style = style
	stops := lightStops
	if style.Dark {
		stops = darkStops
	}
	for i := range p.tints {
		p.tints[i] = tintOf(colorAt(stops, float64(i)/255))
	}
}

// tint is a colour to lay over opaque ones: what is added, and in the upper half
// the part, of 256, that is kept.
type tint uint64

func tintOf(c color.RGBA) tint {
	keep := 256 - (uint64(c.A)*256+127)/255
	c.A = 255 // of what is kept the alpha is not added
	return tint(uint64(pack(c)) | keep<<32)
}

func (t tint) atop(under uint32) uint32 {
	keep := uint32(t >> 32)
	rb := under & 0xff00ff * keep >> 8 & 0xff00ff
	g := under >> 8 & 0xff * keep & 0xff00
	return uint32(t) + (rb | g)
}

// colorAt is the colour of a level between two stops.
func colorAt(stops []stop, level float64) color.RGBA {
	k := 1
	for k < len(stops)-1 && level > stops[k].level {
		k++
	}
	a, b := stops[k-1], stops[k]
	t := math.Min(1, (level-a.level)/(b.level-a.level))
	return faded(mix(rgb(a.color), rgb(b.color), t), a.opacity+t*(b.opacity-a.opacity))
}

// RampKey is the key to a density surface: the ramp of its colours with numbers
// below, from few events to many.
type RampKey struct {
	Style *Style
	Scale float32 // device pixels per pixel
	Width float64 // pixels at scale 1
	Full  float64 // the density at which the ramp ends, as given to cluster.Field.Surface
}

// Sizes of the key, in pixels at scale 1.
const (
	rampHeight = 12
	rampText   = 16
	rampGap    = 3
	rampApart  = 10 // between two numbers
)

// Draw returns the key as a picture on a clear ground. names writes the
// numbers: events on one spot, the lowest 1, as many powers of ten as there is
// room for, and the last Full.
func (k *RampKey) Draw(names *Type) *image.RGBA {
	at := func(v float32) int { return int(math.Ceil(float64(v * k.Scale))) }
	dst := image.NewRGBA(image.Rect(0, 0, at(float32(k.Width)), at(rampHeight+rampGap+rampText*1.2)))
	var colors ramp
	colors.set(k.Style)
	bar := image.Rect(0, 0, dst.Rect.Max.X, at(rampHeight))
	land, last := pack(k.Style.Land), bar.Max.X-1
	for y := bar.Min.Y; y < bar.Max.Y; y++ {
		for x := range bar.Max.X {
			setPixel(dst.Pix[y*dst.Stride:], x, colors.tints[255*x/max(1, last)].atop(land))
		}
	}
	k.numbers(dst, names, float32(at(rampHeight+rampGap+rampText*0.8)))
	return dst
}

// numbers writes the numbers on a baseline, the last first: what has no room
// beside those written is left out.
func (k *RampKey) numbers(dst *image.RGBA, names *Type, baseline float32) {
	var c canvas
	c.begin(dst)
	free := float32(math.Inf(1))
	full := math.Round(k.Full)
	for n := full; n >= 1; n = math.Pow(10, math.Ceil(math.Log10(n))-1) {
		text := strconv.Itoa(int(n))
		sprite := names.sprite(text, Regular, rampText*k.Scale, 0)
		middle := float32(cluster.Level(n, full) * k.Width * float64(k.Scale))
		x := max(0, min(float32(dst.Rect.Max.X)-sprite.advance, middle-sprite.advance/2))
		if x+sprite.advance+rampApart*k.Scale <= free {
			c.put(sprite, x, baseline, k.Style.InkSoft, color.RGBA{})
			free = x
		}
		if n == 1 {
			return
		}
	}
}
