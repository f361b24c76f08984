package paint

import (
	"bytes"
	"image"
	"image/color"
	"testing"
)

// TestStampsLookLikeWhatIsDrawn: a stamp put down is the symbol drawn there, to
// a hair, wherever in the picture or across its border.
func TestStampsLookLikeWhatIsDrawn(t *testing.T) {
	var s stamps
	var c canvas
	blue, rim := Light.Category("blue"), Light.Halo
	for _, shape := range Shapes {
		for _, at := range []pt{{20, 20}, {20.5, 19}, {0.5, 1.5}, {-3, 20}, {39.5, 38}, {60, 60}} {
			got, want := image.NewRGBA(image.Rect(0, 0, 40, 40)), image.NewRGBA(image.Rect(0, 0, 40, 40))
			fill(got, color.RGBA{200, 190, 180, 255})
			fill(want, color.RGBA{200, 190, 180, 255})
			spot := spotAt(at)
			st := s.of(stampKey{shape: shape, fill: blue, edge: rim, radius: 9, rim: 1.6, phase: spot.phase})
			(&plot{got, got.Rect}).put(st, spot.at)
			c.begin(want)
			c.symbol(shape, at.x, at.y, 9, 1.6, blue, rim, false)
			if n := differing(got, want); n > 0 {
				t.Errorf("%s at %v: %d pixels differ", shape, at, n)
			}
		}
	}
}

func TestStampsAreBoundedAndKept(t *testing.T) {
	var s stamps
	key := func(n int) stampKey {
		return stampKey{shape: "star", fill: black, edge: black, radius: 60 + float32(n)/16, rim: 2}
	}
	first := s.of(key(0))
	if s.of(key(0)) != first {
		t.Error("a stamp is drawn twice")
	}
	for n := range 250 {
		s.of(key(n))
	}
	if s.bytes > mostStampBytes+1<<20 {
		t.Errorf("%d bytes are kept", s.bytes)
	}
	if !bytes.Equal(s.of(key(0)).img.Pix, first.img.Pix) {
		t.Error("drawn anew it looks different")
	}
}

func TestSpots(t *testing.T) {
	cases := []struct {
		x     float32
		at    int
		phase uint8
	}{{0, 0, 0}, {0.2, 0, 0}, {0.3, 0, 1}, {0.8, 1, 0}, {-0.2, 0, 0}, {-0.3, -1, 1}, {-0.8, -1, 0}, {-7.5, -8, 1}, {1000.5, 1000, 1}}
	for _, c := range cases {
		s := spotAt(pt{c.x, c.x})
		if s.at != image.Pt(c.at, c.at) || s.phase != [2]uint8{c.phase, c.phase} {
			t.Errorf("%v is at %v, phase %v", c.x, s.at, s.phase)
		}
	}
}

// TestNumbersStandInTheMiddle: however many digits, and down to the last; long
// ones are rounded.
func TestNumbersStandInTheMiddle(t *testing.T) {
	var d digits
	d.set(testType(t), 16)
	widest := 0
	for _, n := range []int{0, 7, 42, 120, 9876, 158649, 12000000} {
		img := image.NewRGBA(image.Rect(0, 0, 120, 30))
		d.write(&plot{img, img.Rect}, n, 60, 20, black)
		left, right := 120, 0
		for x := range 120 {
			for y := range 30 {
				if img.RGBAAt(x, y).A > 60 {
					left, right = min(left, x), max(right, x+1)
				}
			}
		}
		if off := left + right - 120; off < -3 || off > 3 {
			t.Errorf("%d reaches from %d to %d", n, left, right)
		}
		if n < 10000 && right-left < widest || n >= 10000 && right-left > 48 {
			t.Errorf("%d is %d pixels wide", n, right-left)
		}
		widest = right - left - 3
	}
}
