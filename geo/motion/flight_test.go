package motion

import (
	"fmt"
	"math"
	"testing"
	"time"

	"qantar/geo"

	"github.com/paulmach/orb"
)

// ExampleFlight looks down on the way from Almaty to Brussels.
func ExampleFlight() {
	f := NewFlight(at(76.9, 43.25, 10), at(4.34, 50.84, 10))
	for i := range 5 {
		v := f.At(f.Duration() * time.Duration(i) / 4)
		fmt.Printf("%.1f°E %.1f°N, zoom %.1f\n", v.LonLat()[0], v.LonLat()[1], v.Zoom)
	}
	// Output:
	// 76.9°E 43.2°N, zoom 10.0
	// 76.8°E 43.3°N, zoom 7.8
	// 40.6°E 47.2°N, zoom 4.1
	// 4.4°E 50.8°N, zoom 7.8
	// 4.3°E 50.8°N, zoom 10.0
}

func at(lon, lat, zoom float64) geo.Viewport { return geo.At(orb.Point{lon, lat}, zoom, 900, 600) }

// flights are ways between two views as a map may have to go them.
var flights = []struct {
	name     string
	from, to geo.Viewport
}{
	{"a short way", at(76.9, 43.25, 11), at(76.95, 43.2, 11)},
	{"from city to city", at(76.9, 43.25, 9), at(71.4, 51.15, 9)},
	{"from the country to a city", at(67.5, 48, 4.3), at(76.9, 43.25, 12)},
	{"from a city to the country", at(51.2, 43.65, 13), at(67.5, 48, 4.3)},
	{"across the world", at(76.9, 43.25, 14), at(-77.04, 38.9, 14)},
	{"as far as it goes", at(10, 60, 16), at(-165, -60, 16)},
	{"across the antimeridian", at(177.5, -17.8, 6), at(-157.9, 21.3, 6)},
	{"sideways along the top of the world", at(60, 80, 3), at(20, 80, 3)},
	{"straight in", at(67.5, 48, 3), at(67.5, 48, 12)},
	{"straight out", at(67.5, 48, 12), at(67.5, 48, 3)},
	{"in by a hair", at(67.5, 48, 5), at(67.5, 48, 5.001)},
}

func eachFlight(t *testing.T, test func(t *testing.T, f *Flight)) {
	for _, c := range flights {
		t.Run(c.name, func(t *testing.T) { test(t, NewFlight(c.from, c.to)) })
	}
}

func TestFlightEnds(t *testing.T) {
	eachFlight(t, func(t *testing.T, f *Flight) {
		if whole := f.Duration(); whole < shortest || whole > longest {
			t.Errorf("it takes %v", whole)
		}
		if f.At(0) != f.from || f.At(-time.Second) != f.from {
			t.Errorf("it starts at %v, not %v", f.At(0), f.from)
		}
		if end := f.At(f.Duration()); end != f.to || f.At(time.Hour) != f.to {
			t.Errorf("it ends at %v, not %v", end, f.to)
		}
		// The formula itself must meet both ends, not only their special cases.
		for _, c := range []struct {
			s    float64
			want geo.Viewport
		}{{0, f.from}, {f.s, f.to}} {
			got := f.along(c.s)
			if d := pixelsBetween(got, c.want); d > 0.01 || math.Abs(got.Zoom-c.want.Zoom) > 1e-6 {
				t.Errorf("at %v of %v it is %v pixels off, at zoom %v instead of %v", c.s, f.s, d, got.Zoom, c.want.Zoom)
			}
		}
	})
}

// pixelsBetween is how far one view's centre lies from another's.
func pixelsBetween(a, b geo.Viewport) float64 {
	p := a.ToScreen(b.Center)
	return math.Hypot(p[0]-a.Width/2, p[1]-a.Height/2)
}

// TestFlightGoesOneWay: the way gone only grows, and the zoom falls until the
// top of the path and rises from there.
func TestFlightGoesOneWay(t *testing.T) {
	eachFlight(t, func(t *testing.T, f *Flight) {
		const steps = 500
		gone, rising := -1.0, false
		before := f.At(0)
		for i := 0; i <= steps; i++ {
			v := f.At(f.Duration() * time.Duration(i) / steps)
			x := f.from.Nearest(v.Center)[0] - f.from.Center[0]
			if f.u1 > 1e-9 && math.Abs(f.way[0]) > 1e-9 {
				if share := x / f.way[0]; share < gone-1e-9 || share > 1+1e-9 {
					t.Fatalf("step %d: it has gone %v of the way, and %v before", i, share, gone)
				} else {
					gone = share
				}
			}
			if v.Zoom > before.Zoom+1e-9 {
				rising = true
			} else if rising && v.Zoom < before.Zoom-1e-9 {
				t.Fatalf("step %d: it zooms out once more", i)
			}
			before = v
		}
	})
}

// TestFlightBackIsTheSame: there and back again goes along the same path.
func TestFlightBackIsTheSame(t *testing.T) {
	eachFlight(t, func(t *testing.T, f *Flight) {
		back := NewFlight(f.to, f.from)
		if d := f.Duration() - back.Duration(); d > time.Microsecond || d < -time.Microsecond {
			t.Fatalf("there it takes %v, back %v", f.Duration(), back.Duration())
		}
		for i := range 21 {
			time := f.Duration() * time.Duration(i) / 20
			there, here := f.At(time), back.At(f.Duration()-time)
			if d := pixelsBetween(there, here); d > 0.01 || math.Abs(there.Zoom-here.Zoom) > 1e-6 {
				t.Fatalf("after %v the way back lies %v pixels beside, at zoom %v instead of %v", time, d, here.Zoom, there.Zoom)
			}
		}
	})
}

// TestFlightNeverLeaps: no frame moves what is in view by more than a quarter of it.
func TestFlightNeverLeaps(t *testing.T) {
	eachFlight(t, func(t *testing.T, f *Flight) {
		before := f.At(0)
		for at := time.Duration(0); at <= f.Duration(); at += time.Second / 60 {
			v := f.At(at)
			wide := before
			if v.Zoom < wide.Zoom {
				wide = v
			}
			p := wide.ToScreen(before.Center)
			q := wide.ToScreen(v.Center)
			if d := math.Hypot(p[0]-q[0], p[1]-q[1]); d > v.Width/4 || math.Abs(v.Zoom-before.Zoom) > 0.75 {
				t.Fatalf("after %v a frame moves it by %v pixels and %v levels", at, d, v.Zoom-before.Zoom)
			}
			before = v
		}
	})
}

func TestFlightTakesTheShorterWay(t *testing.T) {
	f := NewFlight(at(177.5, -17.8, 6), at(-157.9, 21.3, 6))
	for i := range 20 {
		if lon := f.At(f.Duration() * time.Duration(i) / 20).LonLat()[0]; lon > -157 && lon < 177 {
			t.Fatalf("from Fiji to Hawaii it comes past %v degrees east", lon)
		}
	}
}

func TestFlightOfPureZoom(t *testing.T) {
	f := NewFlight(at(67.5, 48, 3), at(67.5, 48, 12))
	for i := range 20 {
		v := f.At(f.Duration() * time.Duration(i) / 20)
		if d := pixelsBetween(v, f.to); d > 1e-6 {
			t.Fatalf("its centre lies %v pixels beside", d)
		}
	}
	if nowhere := NewFlight(f.to, f.to); nowhere.Duration() != 0 || nowhere.At(0) != f.to {
		t.Errorf("a flight to where it starts takes %v", nowhere.Duration())
	}
}

// TestFlightStaysOnTheMap: the farthest flight zooms out only as far as a map goes.
func TestFlightStaysOnTheMap(t *testing.T) {
	eachFlight(t, func(t *testing.T, f *Flight) {
		for i := range 101 {
			v := f.At(f.Duration() * time.Duration(i) / 100)
			if b := v.Bound(); b.Min[1] < -1e-9 || b.Max[1] > 1+1e-9 {
				t.Fatalf("it looks beyond the top or bottom of the world: %v", b)
			}
		}
	})
}

func TestFlightSteps(t *testing.T) {
	f := NewFlight(at(76.9, 43.25, 9), at(71.4, 51.15, 9))
	now := time.Unix(1000, 0)
	v, more := f.Step(f.from, now)
	if v != f.from || !more {
		t.Errorf("its first frame shows %v, and there are more: %v", v, more)
	}
	v, more = f.Step(v, now.Add(f.Duration()/3))
	if v != f.At(f.Duration()/3) || !more {
		t.Errorf("a third of the way it shows %v", v)
	}
	if v, more = f.Step(v, now.Add(time.Minute)); v != f.To() || more {
		t.Errorf("its last frame shows %v, and there are more: %v", v, more)
	}
}

func BenchmarkFlight(b *testing.B) {
	f := NewFlight(at(76.9, 43.25, 14), at(-77.04, 38.9, 14))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f.At(f.Duration() * time.Duration(i%100) / 100)
	}
}
