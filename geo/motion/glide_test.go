package motion

import (
	"math"
	"testing"
	"time"

	"qantar/geo"
)

var start = time.Unix(1000, 0)

func ms(n int) time.Duration { return time.Duration(n) * time.Millisecond }

// dragged is a hand that moves by dx, dy every frame for some frames.
func dragged(frames int, dx, dy float64) (*Hand, time.Time) {
	h, now := &Hand{}, start
	h.Grab(now)
	for range frames {
		now = now.Add(ms(16))
		h.Move(now, dx, dy)
	}
	return h, now
}

func TestRelease(t *testing.T) {
	cases := []struct {
		name   string
		frames int
		dx, dy float64
		rest   time.Duration // before it lets go
		vx, vy float64       // pixels a second, 0, 0: it stays
	}{
		{"a push", 20, 8, -4, 0, 560, -280}, // 7 moves in the last 100 ms
		{"a short one", 2, 10, 0, 0, 625, 0},
		{"one that rests at the end", 20, 8, -4, ms(150), 0, 0},
		{"one that slows down", 20, 8, 0, ms(48), 320, 0},
		{"a slow one", 20, 0.5, 0.5, 0, 0, 0},
		{"far too fast", 20, 300, 0, 0, mostPush, 0},
		{"no move", 0, 0, 0, 0, 0, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			h, now := dragged(c.frames, c.dx, c.dy)
			g := h.Release(now.Add(c.rest))
			if g == nil {
				if c.vx != 0 || c.vy != 0 {
					t.Error("the map stays where it is")
				}
				return
			}
			if math.Abs(g.push[0]-c.vx) > 1 || math.Abs(g.push[1]-c.vy) > 1 {
				t.Errorf("it is pushed with %v, want %v, %v", g.push, c.vx, c.vy)
			}
		})
	}
}

// TestHandForgets: what was dragged before the last grab does not count.
func TestHandForgets(t *testing.T) {
	h, now := dragged(20, 50, 0)
	h.Grab(now)
	h.Move(now.Add(ms(16)), 0, 12)
	if g := h.Release(now.Add(ms(20))); g == nil || g.push[0] != 0 {
		t.Errorf("it is pushed with %+v, want down alone", g)
	}
}

func TestGlideSlowsDown(t *testing.T) {
	h, now := dragged(20, 16, 0)
	g := h.Release(now)
	if d := g.Duration(); d < ms(300) || d > ms(2000) {
		t.Errorf("it glides for %v", d)
	}
	last := math.Inf(1)
	for at := ms(16); at <= g.Duration(); at += ms(16) {
		step := g.At(at)[0] - g.At(at - ms(16))[0]
		if step <= 0 || step >= last {
			t.Fatalf("after %v a frame goes %v pixels, the one before %v", at, step, last)
		}
		last = step
	}
	if last > 2*stopAt/60 {
		t.Errorf("it stops from %v pixels a frame", last)
	}
	if g.At(time.Hour) != g.At(g.Duration()) {
		t.Error("it glides on after its end")
	}
}

// TestGlideIsTheSameAtEveryFrameRate goes to the end at 60 and at 20 frames a second.
func TestGlideIsTheSameAtEveryFrameRate(t *testing.T) {
	var ends []geo.Viewport
	for _, frame := range []int{16, 50} {
		h, now := dragged(20, 16, 5)
		v := at(67.5, 48, 6)
		for g, more := h.Release(now), true; more; now = now.Add(ms(frame)) {
			v, more = g.Step(v, now)
		}
		ends = append(ends, v)
	}
	if d := pixelsBetween(ends[0], ends[1]); d > 1e-6 {
		t.Errorf("they end %v pixels apart", d)
	}
}
