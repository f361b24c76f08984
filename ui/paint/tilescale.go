package paint

import (
	"encoding/binary"
	"image"
	"math"
)

// scaler draws pictures at another size, each pixel mixed from the four that
// lie around it. It does what draw.ApproxBiLinear does, faster: where each
// column comes from is worked out once, two rows are mixed before their columns
// are, and two bytes of a pixel at a time.
type scaler struct {
	columns []tap
	line    []uint32 // pixels of the source, mixed from two rows
}

// tap is where a row or column of pixels comes from: two of the source, and
// how much of the second, from 0 to 256.
type tap struct {
	first, second int
	part          uint32
}

// tapAt finds where position at of to pixels comes from among from pixels.
func tapAt(at, to float64, from int) tap {
	u := (at+0.5)*float64(from)/to - 0.5
	u = max(0, min(float64(from-1), u))
	i := int(u)
	return tap{i, min(i+1, from-1), uint32(math.Round((u - float64(i)) * 256))}
}

// draw draws src, scaled to the rectangle own, onto that part of dst which clip
// shows. What is not opaque in src is blended with what is there.
func (s *scaler) draw(dst *image.RGBA, clip, own image.Rectangle, src *image.RGBA, opaque bool) {
	clip = clip.Intersect(dst.Rect).Intersect(own)
	if clip.Empty() {
		return
	}
	s.columns = s.columns[:0]
	for x := clip.Min.X; x < clip.Max.X; x++ {
		s.columns = append(s.columns, tapAt(float64(x-own.Min.X), float64(own.Dx()), src.Rect.Dx()))
	}
	if len(s.line) < src.Rect.Dx() {
		s.line = make([]uint32, src.Rect.Dx())
	}
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		s.mixRows(src, tapAt(float64(y-own.Min.Y), float64(own.Dy()), src.Rect.Dy()))
		row := dst.Pix[dst.PixOffset(clip.Min.X, y):][:4*clip.Dx()]
		if opaque {
			s.row(row)
		} else {
			s.rowOver(row)
		}
	}
}

// mixRows mixes two rows of the source, as far as the columns need them.
func (s *scaler) mixRows(src *image.RGBA, t tap) {
	from, to := s.columns[0].first, s.columns[len(s.columns)-1].second+1
	above, below := src.Pix[t.first*src.Stride+4*from:], src.Pix[t.second*src.Stride+4*from:]
	for i := range s.line[from:to] {
		a := binary.LittleEndian.Uint32(above[4*i:])
		if t.part != 0 {
			a = between4(a, binary.LittleEndian.Uint32(below[4*i:]), t.part)
		}
		s.line[from+i] = a
	}
}

func (s *scaler) row(dst []uint8) {
	line := s.line
	for i := range s.columns {
		t := &s.columns[i]
		binary.LittleEndian.PutUint32(dst[4*i:4*i+4], between4(line[t.first], line[t.second], t.part))
	}
}

func (s *scaler) rowOver(dst []uint8) {
	line := s.line
	for i := range s.columns {
		t := &s.columns[i]
		if v := between4(line[t.first], line[t.second], t.part); v>>24 != 0 {
			over(dst[4*i:4*i+4:4*i+4], v, 255)
		}
	}
}

// between4 mixes part, from 0 to 256, of b into a, for each of their bytes.
func between4(a, b, part uint32) uint32 {
	rest := 256 - part
	low := (a&pairs*rest + b&pairs*part) >> 8 & pairs
	high := (a>>8&pairs*rest + b>>8&pairs*part) >> 8 & pairs
	return low | high<<8
}
