package motion

import (
	"math"
	"testing"
)

// moved is how far, in pixels, a drive pans a view east of it, frame by frame.
func moved(d *Drive, frames, frame int) (way []float64, standing bool) {
	v := at(67.5, 48, 6)
	for i := range frames {
		next, more := d.Step(v, start.Add(ms(i*frame)))
		p := next.ToScreen(v.Center)
		way = append(way, p[0]-v.Width/2)
		if v = next; !more {
			return way, true
		}
	}
	return way, false
}

func sum(all []float64) (s float64) {
	for _, x := range all {
		s += x
	}
	return s
}

func TestTouchedKeyGoesOneStep(t *testing.T) {
	for _, frame := range []int{8, 16, 33} {
		d := &Drive{}
		d.Press(-1, 0, 100)
		d.Release(-1, 0)
		way, standing := moved(d, 500, frame)
		if !standing || math.Abs(sum(way)+100) > 0.6*float64(frame) {
			t.Errorf("with frames of %d ms it goes %v pixels, want -100; standing: %v", frame, sum(way), standing)
		}
	}
}

func TestHeldKeyGoesEvenly(t *testing.T) {
	d := &Drive{}
	d.Press(1, 0, 100)
	way, _ := moved(d, 60, 16)
	for i := 30; i < 60; i++ { // 600 pixels a second: the shorter side
		if math.Abs(way[i]-600*0.016) > 0.1 {
			t.Fatalf("frame %d goes %v pixels", i, way[i])
		}
	}
	for i := 2; i < 60; i++ {
		if way[i] < way[i-1]-1e-9 {
			t.Fatalf("frame %d goes %v pixels after %v", i, way[i], way[i-1])
		}
	}
}

func TestKeysTogether(t *testing.T) {
	cases := []struct {
		name  string
		do    func(d *Drive)
		right float64 // sign of the way after a second
	}{
		{"opposite ones", func(d *Drive) { d.Press(1, 0, 0); d.Press(-1, 0, 0) }, 0},
		{"one of two opposite ones released", func(d *Drive) { d.Press(1, 0, 0); d.Press(-1, 0, 0); d.Release(1, 0) }, -1},
		{"two for one way, one released", func(d *Drive) { d.Press(1, 0, 0); d.Press(1, 0, 0); d.Release(1, 0) }, 1},
		{"another way", func(d *Drive) { d.Press(0, 1, 0) }, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := &Drive{}
			c.do(d)
			way, _ := moved(d, 60, 16)
			if got := sum(way); math.Abs(got) > 1 && got*c.right <= 0 || math.Abs(got) < 1 && c.right != 0 {
				t.Errorf("in a second it goes %v pixels", got)
			}
		})
	}
}

func TestReleasedKeyRollsOut(t *testing.T) {
	d := &Drive{}
	d.Press(1, 0, 10)
	moved(d, 60, 16)
	d.Release(1, 0)
	d.pace = pace{}
	way, standing := moved(d, 100, 16)
	if got := sum(way); !standing || got <= 0 || got > 60 {
		t.Errorf("it rolls on for %v pixels; standing: %v", got, standing)
	}
}
