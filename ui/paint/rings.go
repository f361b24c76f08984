package paint

import (
	"image"
	"image/color"
	"math"
)

// rings draws divided rings. Where each pixel of a ring of some radius lies, in
// which direction and how much of it on the band, is worked out once; a ring
// then needs only the colour of each direction.
type rings struct {
	dials  map[dialKey]*dial
	bytes  int
	colors []uint32 // of all rings of a picture
	sums   []uint64
}

type dialKey struct {
	radius, scale float32
	phase         [2]uint8
}

// dial is what rings of one radius have in common.
type dial struct {
	rect    image.Rectangle // relative to the pixel that holds the middle
	needles []needle        // row by row
	rows    []inked         // opaque where there is nothing but the disc
	steps   int             // directions, clockwise from the top, half a pixel apart
}

// needle tells of one pixel in which direction it lies, and how much of it, of
// 255, the disc and the band cover.
type needle struct {
	direction  uint16
	disc, band uint8
}

// The width of a ring's band and of the rim around it, in pixels at scale 1.
const (
	bandWidth = 5
	ringRim   = 1.5
)

// mostDialBytes bounds the memory of all dials.
const mostDialBytes = 16 << 20

// dialRadius rounds a radius in device pixels to one of those that dials are
// made for, so that there are few: half pixels, or whole ones where it is large.
func dialRadius(r float32) float32 {
	per := 2.0
	if r > 32 {
		per = 1
	}
	return float32(math.Round(float64(r)*per) / per)
}

func (r *rings) of(key dialKey) *dial {
	if d, ok := r.dials[key]; ok {
		return d
	}
	if r.dials == nil || r.bytes > mostDialBytes {
		r.dials, r.bytes = map[dialKey]*dial{}, 0
	}
	d := newDial(key)
	r.dials[key] = d
	r.bytes += 4 * len(d.needles)
	return d
}

func newDial(key dialKey) *dial {
	outer, inner := key.radius, max(0, key.radius-bandWidth*key.scale)
	rim := outer + ringRim*key.scale
	d := &dial{rect: reach(rim), steps: int(4 * math.Pi * outer)}
	x0, y0 := float32(key.phase[0])/phases, float32(key.phase[1])/phases
	for y := d.rect.Min.Y; y < d.rect.Max.Y; y++ {
		var row inked
		for x := d.rect.Min.X; x < d.rect.Max.X; x++ {
			dx, dy := float32(x)+0.5-x0, float32(y)+0.5-y0
			turn := math.Atan2(float64(dx), float64(-dy)) / (2 * math.Pi)
			n := needle{
				direction: uint16(int((turn+1)*float64(d.steps)) % d.steps),
				disc:      uint8(cover(dx*dx+dy*dy, rim, 0)),
				band:      uint8(cover(dx*dx+dy*dy, outer, inner)),
			}
			d.needles = append(d.needles, n)
			row.add(x-d.rect.Min.X, n.disc > 0, n.band == 0 && dx*dx+dy*dy < inner*inner)
		}
		d.rows = append(d.rows, row)
	}
	return d
}

// add widens a row's runs by a pixel at x.
func (r *inked) add(x int, ink, opaque bool) {
	if ink && r.to == 0 {
		r.from, r.opaque, r.clear = x, x, x
	}
	if ink {
		r.to = x + 1
	}
	if opaque && r.opaque == r.clear {
		r.opaque = x
	}
	if opaque {
		r.clear = x + 1
	}
}

// paint draws a ring of the given colours, by direction, around a spot, on a
// disc of the ground's colour.
func (d *dial) paint(p *plot, at image.Point, colors []uint32, ground color.RGBA) {
	disc, box := pack(ground), d.rect.Add(at)
	clip := box.Intersect(p.clip)
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		ink := d.rows[y-box.Min.Y]
		needles := d.needles[(y-box.Min.Y)*d.rect.Dx():][:d.rect.Dx()]
		row, left, right := p.row(y), clip.Min.X-box.Min.X, clip.Max.X-box.Min.X
		scan(row, needles, colors, box.Min.X, max(left, ink.from), min(right, ink.opaque), disc)
		for x := max(left, ink.opaque); x < min(right, ink.clear); x++ {
			setPixel(row, x+box.Min.X, disc)
		}
		scan(row, needles, colors, box.Min.X, max(left, ink.clear), min(right, ink.to), disc)
	}
}

// scan draws the pixels of a row of needles that begins at start.
func scan(row []uint8, needles []needle, colors []uint32, start, from, to int, disc uint32) {
	for x := from; x < to; x++ {
		n := needles[x]
		c := disc
		switch n.band {
		case 0:
		case 255:
			c = colors[n.direction]
		default:
			c = between(disc, colors[n.direction], uint32(n.band))
		}
		if n.disc < 255 {
			c = atop(pixel(row, start+x), times(c, uint32(n.disc)))
		}
		setPixel(row, start+x, c)
	}
}

// divide works out the colour of every direction of a ring: slices of count in
// all, at an opacity on the ground. What they leave of count is ground.
func (r *rings) divide(steps int, slices []Slice, count int, opacity float64, ground color.RGBA) []uint32 {
	if cap(r.colors)-len(r.colors) < steps {
		r.colors = make([]uint32, 0, max(steps, 2*cap(r.colors)))
	}
	first := len(r.colors)
	r.colors = r.colors[:first+steps]
	colors := r.colors[first:]
	r.sums = grown(r.sums, steps)
	clear(r.sums)
	from, unit := 0.0, float64(steps)/float64(count)
	for _, slice := range slices {
		to := math.Min(float64(steps), from+float64(slice.Count)*unit)
		r.sweep(colors, from, to, pack(mix(ground, slice.Color, opacity)))
		from = to
	}
	r.sweep(colors, from, float64(steps), pack(ground))
	for k, sum := range r.sums {
		if sum != 0 {
			colors[k] = gathered(sum>>8&0x00ff00ff00ff00ff) | 0xff000000
		}
	}
	return colors
}

// sweep colours the directions from one to another. A direction's colour is the
// mean over one pixel, that is two directions, so that the borders between
// slices are soft: where that is within the slice it is set, else added up.
func (r *rings) sweep(colors []uint32, from, to float64, c uint32) {
	first := int(math.Ceil(from + 0.5))
	last := max(first, int(math.Floor(to-1.5))+1)
	for k := first; k < last; k++ {
		colors[k] = c
	}
	r.blur(int(from)-1, first, from, to, c)
	r.blur(last, int(to)+2, from, to, c)
}

// blur adds a slice's part in the directions from first to last to the sums,
// four of 16 bits side by side in a word.
func (r *rings) blur(first, last int, from, to float64, c uint32) {
	for k := first; k < last; k++ {
		part := min(float64(k)+1.5, to) - max(float64(k)-0.5, from)
		if part > 0 {
			r.sums[(k+len(r.sums))%len(r.sums)] += spread(c) * uint64(part*128)
		}
	}
}

// spread puts the four bytes of a pixel 16 bits apart; gathered puts them back.
func spread(c uint32) uint64 { return uint64(c&0xff00ff) | uint64(c>>8&0xff00ff)<<32 }

func gathered(v uint64) uint32 { return uint32(v) | uint32(v>>32)<<8 }
