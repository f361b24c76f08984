package motion

import (
	"math"
	"testing"
	"time"

	"qantar/geo"

	"github.com/paulmach/orb"
)

// run steps a motion to its end and returns the last view and the time it took.
func run(t *testing.T, m Motion, v geo.Viewport, frame time.Duration) (geo.Viewport, time.Duration) {
	t.Helper()
	for took := time.Duration(0); took < 10*time.Second; took += frame {
		next, more := m.Step(v, start.Add(took))
		if v = next; !more {
			return v, took
		}
	}
	t.Fatal("it never ends")
	return v, 0
}

func TestZoomKeepsThePointUnderThePointer(t *testing.T) {
	for _, delta := range []float64{0.5, -0.5, 1, 3, -2} {
		v := at(67.5, 48, 6)
		pointer := orb.Point{700, 120}
		under := v.ToWorld(pointer)
		z := NewZoom(v, pointer, delta)
		for now, more := start, true; more; now = now.Add(ms(16)) {
			v, more = z.Step(v, now)
			if p := v.ToScreen(under); math.Hypot(p[0]-pointer[0], p[1]-pointer[1]) > 0.01 {
				t.Fatalf("by %v: what lay under the pointer stands at %v", delta, p)
			}
		}
		if v.Zoom != 6+delta {
			t.Errorf("by %v: it ends at zoom %v", delta, v.Zoom)
		}
	}
}

func TestZoomTakesAsLongAtEveryFrameRate(t *testing.T) {
	for _, frame := range []int{8, 16, 33} {
		v, took := run(t, NewZoom(at(67.5, 48, 6), orb.Point{1, 1}, 0.5), at(67.5, 48, 6), ms(frame))
		if took < ms(150) || took > ms(450) || v.Zoom != 6.5 {
			t.Errorf("with frames of %d ms it takes %v to zoom %v", frame, took, v.Zoom)
		}
	}
	z := NewZoom(at(67.5, 48, 6), orb.Point{450, 300}, 1)
	v, _ := z.Step(at(67.5, 48, 6), start)
	v, _ = z.Step(v, start.Add(ms(50)))
	if v.Zoom < 6.4 {
		t.Errorf("after 50 ms it has only come to zoom %v", v.Zoom)
	}
}

func TestZoomAddsUp(t *testing.T) {
	v := at(67.5, 48, 6)
	z := NewZoom(v, orb.Point{100, 100}, 0.5)
	v, _ = z.Step(v, start)
	v, _ = z.Step(v, start.Add(ms(20)))
	z.Add(v, orb.Point{800, 500}, 0.5)
	under := v.ToWorld(orb.Point{800, 500})
	if left := z.Left(v); math.Abs(left-(7-v.Zoom)) > 1e-12 {
		t.Errorf("%v levels are left from %v", left, v.Zoom)
	}
	end, _ := run(t, z, v, ms(16))
	if p := end.ToScreen(under); end.Zoom != 7 || math.Hypot(p[0]-800, p[1]-500) > 0.01 {
		t.Errorf("it ends at zoom %v with what lay under the pointer at %v", end.Zoom, p)
	}
}

func TestZoomStopsAtItsLimits(t *testing.T) {
	v := at(67.5, 48, 6)
	z := NewZoom(v, orb.Point{450, 300}, 99)
	z.Add(v, orb.Point{450, 300}, -0.25)
	if end, _ := run(t, z, v, ms(16)); end.Zoom != geo.MaxZoom-0.25 {
		t.Errorf("beyond the limit and back it ends at zoom %v", end.Zoom)
	}
	if end, took := run(t, NewZoom(v, orb.Point{450, 300}, -99), v, ms(16)); end.Bound().Max[1] > 1+1e-9 || took > time.Second {
		t.Errorf("out it ends at %v after %v", end.Bound(), took)
	}
}
