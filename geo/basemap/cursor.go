package basemap

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/paulmach/orb"
)

// errShort is what a cursor reports when the bytes end too early.
var errShort = errors.New("the data ends too early")

// cursor reads the asset's bytes. The first error sticks and every later read
// returns zero values, so callers check err once per section.
type cursor struct {
	buf []byte
	err error
}

func (c *cursor) fail(format string, args ...any) {
	if c.err == nil {
		c.err = fmt.Errorf(format, args...)
	}
	c.buf = nil
}

// take returns the next n bytes without copying, or nil.
func (c *cursor) take(n int) []byte {
	if n < 0 || n > len(c.buf) {
		c.fail("%w", errShort)
		return nil
	}
	b := c.buf[:n]
	c.buf = c.buf[n:]
	return b
}

func (c *cursor) byte() byte {
	if b := c.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (c *cursor) uvarint() uint64 {
	v, n := binary.Uvarint(c.buf)
	if n <= 0 {
		c.fail("%w", errShort)
		return 0
	}
	c.buf = c.buf[n:]
	return v
}

// count reads a number of items of which each takes at least min bytes, and
// refuses more than the remaining bytes can hold.
func (c *cursor) count(min int) int {
	v := c.uvarint()
	if v > uint64(len(c.buf)/min) {
		c.fail("a count of %d: %w", v, errShort)
		return 0
	}
	return int(v)
}

func (c *cursor) string() string { return string(c.take(c.count(1))) }

func (c *cursor) names() Names {
	return Names{En: c.string(), Kk: c.string(), Ru: c.string()}
}

func (c *cursor) zoom() float64 { return float64(c.byte()) / 10 }

// enum reads one byte that must be below limit.
func (c *cursor) enum(limit byte, what string) byte {
	b := c.byte()
	if b >= limit {
		c.fail("unknown %s %d", what, b)
		return 0
	}
	return b
}

// point reads an absolute grid position.
func (c *cursor) point() orb.Point {
	x, y := c.uvarint(), c.uvarint()
	if x > gridSteps || y > gridSteps {
		c.fail("a position outside the world")
		return orb.Point{}
	}
	return orb.Point{float64(x) / gridSteps, float64(y) / gridSteps}
}

const gridSteps = 1 << GridBits

// deltas reads a zigzag difference for each of some points and makes the running
// sums their world coordinates, those to the east or those to the south. This
// loop is most of the decoding time, hence written flat.
func (c *cursor) deltas(points []Point, south bool) {
	var sum int64
	for i := range points {
		v, k := binary.Uvarint(c.buf)
		if k <= 0 {
			c.fail("%w", errShort)
			return
		}
		c.buf = c.buf[k:]
		sum += int64(v>>1) ^ -int64(v&1)
		if sum < 0 || sum > gridSteps {
			c.fail("a position outside the world")
			return
		}
		if at := float32(sum) / gridSteps; south {
			points[i].Y = at
		} else {
			points[i].X = at
		}
	}
}
