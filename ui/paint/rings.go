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
	colors []uint32 // by direction
	sums   []uint64
}

type dialKey struct {
	radius, scale float32
	phase         [2]uint8
}

// dial is what rings of one radius have in common.
type dial struct {
	rect  image.Rectangle // relative to the pixel that holds the middle
	marks []needle        // row by row
	rows  []inked         // no opaque runs
	steps int             // directions, clockwise from the top, half a pixel apart
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
const mostDialBytes = 8 << 20

func (r *rings) of(key dialKey) *dial {
	if d, ok := r.dials[key]; ok {
		return d
	}
	if r.dials == nil || r.bytes > mostDialBytes {
		r.dials, r.bytes = map[dialKey]*dial{}, 0
	}
	d := newDial(key)
	r.dials[key] = d
	r.bytes += 4 * len(d.marks)
	return d
}

func newDial(key dialKey) *dial {
	outer, inner := key.radius, key.radius-bandWidth*key.scale
	rim := outer + ringRim*key.scale
	d := &dial{rect: reach(rim), steps: int(4 * math.Pi * outer)}
	x0, y0 := float32(key.phase[0])/phases, float32(key.phase[1])/phases
	for y := d.rect.Min.Y; y < d.rect.Max.Y; y++ {
		row := inked{to: 0, from: d.rect.Dx()}
		for x := d.rect.Min.X; x < d.rect.Max.X; x++ {
			dx, dy := float32(x)+0.5-x0, float32(y)+0.5-y0
			turn := math.Atan2(float64(dx), float64(-dy)) / (2 * math.Pi)
			n := needle{
				direction: uint16(int((turn+1)*float64(d.steps)) % d.steps),
				disc:      uint8(cover(dx*dx+dy*dy, rim, 0)),
				band:      uint8(cover(dx*dx+dy*dy, outer, inner)),
			}
			d.marks = append(d.marks, n)
			if n.disc > 0 {
				row.from, row.to = min(row.from, x-d.rect.Min.X), x-d.rect.Min.X+1
			}
		}
		d.rows = append(d.rows, row)
	}
	return d
}

// paint draws a ring around a spot: slices of count in all, at an opacity, on a
// disc of the ground's colour.
func (r *rings) paint(p *plot, d *dial, at image.Point, slices []Slice, count int, opacity float64, ground color.RGBA) {
	colors, disc := r.divide(d.steps, slices, count, opacity, ground), pack(ground)
	box := d.rect.Add(at)
	clip := box.Intersect(p.clip)
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		ink := d.rows[y-box.Min.Y]
		marks := d.marks[(y-box.Min.Y)*d.rect.Dx():][:d.rect.Dx()]
		row := p.row(y)
		for x := max(clip.Min.X, box.Min.X+ink.from); x < min(clip.Max.X, box.Min.X+ink.to); x++ {
			n := marks[x-box.Min.X]
			c := disc
			switch n.band {
			case 0:
			case 255:
				c = colors[n.direction]
			default:
				c = between(disc, colors[n.direction], uint32(n.band))
			}
			if n.disc < 255 {
				c = atop(pixel(row, x), times(c, uint32(n.disc)))
			}
			setPixel(row, x, c)
		}
	}
}

// divide works out the colour of every direction. What the slices leave of
// count is of the ground's colour.
func (r *rings) divide(steps int, slices []Slice, count int, opacity float64, ground color.RGBA) []uint32 {
	if cap(r.sums) < steps {
		r.sums, r.colors = make([]uint64, steps), make([]uint32, steps)
	}
	sums, colors := r.sums[:steps], r.colors[:steps]
	clear(sums)
	from, unit := 0.0, float64(steps)/float64(count)
	for _, slice := range slices {
		to := math.Min(float64(steps), from+float64(slice.Count)*unit)
		sweep(sums, from, to, mix(ground, slice.Color, opacity))
		from = to
	}
	sweep(sums, from, float64(steps), ground)
	for k, sum := range sums {
		colors[k] = gathered(sum>>8&0x00ff00ff00ff00ff) | 0xff000000
	}
	return colors
}

// sweep adds a colour between two directions to sums of 16 bits, four of which
// lie side by side in a word. A direction's colour is the mean over one pixel,
// that is two directions, so that the borders between slices are soft.
func sweep(sums []uint64, from, to float64, c color.RGBA) {
	col := spread(pack(c))
	for k := int(from) - 1; float64(k) < to+1; k++ {
		part := math.Min(float64(k)+1.5, to) - math.Max(float64(k)-0.5, from)
		if part <= 0 {
			continue
		}
		at := k
		if at < 0 {
			at += len(sums)
		} else if at >= len(sums) {
			at -= len(sums)
		}
		sums[at] += col * uint64(part*128)
	}
}

// spread puts the four bytes of a pixel 16 bits apart; gathered puts them back.
func spread(c uint32) uint64 { return uint64(c&0xff00ff) | uint64(c>>8&0xff00ff)<<32 }

func gathered(v uint64) uint32 { return uint32(v) | uint32(v>>32)<<8 }
