package paint

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"
)

// stamps keeps the marks that have been drawn before as little pictures.
type stamps struct {
	kept  map[stampKey]*stamp
	bytes int
	c     canvas
}

// stampKey is all that a mark's picture depends on.
type stampKey struct {
	shape      string
	fill, edge color.RGBA
	radius     float32
	rim        float32
	hollow     bool
	phase      [2]uint8 // of its middle within a pixel
}

// stamp is a premultiplied picture around a middle.
type stamp struct {
	img  *image.RGBA // bounds relative to the pixel that holds the middle
	rows []inked
}

// inked tells where along a row there is ink, and where it is opaque, counted
// from the row's start.
type inked struct{ from, opaque, clear, to int }

// mostStampBytes bounds the memory of all stamps: some thousand at scale 1.
const mostStampBytes = 16 << 20

// of returns the stamp of a key, drawn now if it is not kept.
func (s *stamps) of(key stampKey) *stamp {
	if st, ok := s.kept[key]; ok {
		return st
	}
	if s.kept == nil || s.bytes > mostStampBytes {
		s.kept, s.bytes = map[stampKey]*stamp{}, 0
	}
	st := s.draw(&key)
	s.kept[key] = st
	s.bytes += len(st.img.Pix)
	return st
}

func (s *stamps) draw(key *stampKey) *stamp {
	st := &stamp{img: image.NewRGBA(reach(widest * (key.radius + key.rim)))}
	x, y := float32(key.phase[0])/phases, float32(key.phase[1])/phases
	s.c.begin(st.img)
	s.c.symbol(key.shape, x, y, key.radius, key.rim, key.fill, key.edge, key.hollow)
	for y := range st.img.Rect.Dy() {
		st.rows = append(st.rows, inkedRow(st.img.Pix[y*st.img.Stride:][:st.img.Stride]))
	}
	return st
}

// reach is the square around a pixel that holds whatever reaches r around a
// point within it.
func reach(r float32) image.Rectangle {
	n := int(r) + 3
	return image.Rect(-n, -n, n+1, n+1)
}

// inkedRow finds the ink of a row and its first unbroken opaque run.
func inkedRow(row []uint8) inked {
	n := len(row) / 4
	alpha := func(x int) uint8 { return row[4*x+3] }
	var r inked
	for r.from = 0; r.from < n && alpha(r.from) == 0; r.from++ {
	}
	for r.to = n; r.to > r.from && alpha(r.to-1) == 0; r.to-- {
	}
	for r.opaque = r.from; r.opaque < r.to && alpha(r.opaque) < 255; r.opaque++ {
	}
	for r.clear = r.opaque; r.clear < r.to && alpha(r.clear) == 255; r.clear++ {
	}
	return r
}

// put blends a stamp with its middle's pixel at a point.
func (p *plot) put(st *stamp, at image.Point) {
	box := st.img.Rect.Add(at)
	r := box.Intersect(p.clip)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		ink := st.rows[y-box.Min.Y]
		from, to := max(ink.from, r.Min.X-box.Min.X), min(ink.to, r.Max.X-box.Min.X)
		if from >= to {
			continue
		}
		opaque, clear := min(max(ink.opaque, from), to), min(max(ink.clear, from), to)
		src, dst := st.img.Pix[(y-box.Min.Y)*st.img.Stride:][:4*to], p.row(y)[4*max(0, box.Min.X):]
		dst = dst[4*(from+min(0, box.Min.X)):] // a stamp may begin left of the picture
		laid(dst, src[4*from:4*opaque])
		copy(dst[4*(opaque-from):], src[4*opaque:4*clear])
		laid(dst[4*(clear-from):], src[4*clear:])
	}
}

// laid lays a row of pixels over another.
func laid(dst, src []uint8) {
	for len(src) >= 4 && len(dst) >= 4 {
		under, c := binary.LittleEndian.Uint32(dst), binary.LittleEndian.Uint32(src)
		binary.LittleEndian.PutUint32(dst, atop(under, c))
		dst, src = dst[4:], src[4:]
	}
}

// phases is into how many places within a pixel, along each axis, the middles
// of marks are rounded.
const phases = 2

// spot is a position rounded to a phase of a pixel.
type spot struct {
	at    image.Point
	phase [2]uint8
}

func spotAt(p pt) spot {
	x, y := phased(p.x), phased(p.y)
	return spot{
		image.Pt(floorDiv(x), floorDiv(y)),
		[2]uint8{uint8(x - phases*floorDiv(x)), uint8(y - phases*floorDiv(y))},
	}
}

// point is the middle of a spot.
func (s spot) point() pt {
	return pt{float32(s.at.X) + float32(s.phase[0])/phases, float32(s.at.Y) + float32(s.phase[1])/phases}
}

func phased(v float32) int { return int(math.Floor(float64(v)*phases + 0.5)) }

func floorDiv(n int) int {
	if n < 0 {
		return -((phases - 1 - n) / phases)
	}
	return n / phases
}
