package geo

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

func ExampleViewport_ZoomAt() {
	v := At(orb.Point{67.5, 48}, 4, 800, 600)
	pointer := orb.Point{600, 150}
	before := Unproject(v.ToWorld(pointer))
	after := Unproject(v.ZoomAt(pointer, 2).ToWorld(pointer))
	fmt.Printf("%.4f %.4f\n%.4f %.4f\n", before[0], before[1], after[0], after[1])
	// Output:
	// 85.0781 56.0804
	// 85.0781 56.0804
}

func ExampleViewport_Fit() {
	kazakhstan := ProjectBound(orb.Bound{Min: orb.Point{46.5, 40.6}, Max: orb.Point{87.3, 55.4}})
	v := Viewport{Width: 900, Height: 600}.Fit(kazakhstan, 20, 16)
	fmt.Printf("%.2f %.1f\n", v.Zoom, v.LonLat()[0])
	// Output: 4.89 66.9
}

// someViews are random viewports that a window could have.
func someViews() []Viewport {
	random := rand.New(rand.NewPCG(3, 4))
	views := make([]Viewport, 500)
	for i := range views {
		at := orb.Point{random.Float64()*360 - 180, (random.Float64()*2 - 1) * 80}
		views[i] = At(at, MinZoom+random.Float64()*(MaxZoom-MinZoom), 200+random.Float64()*3000, 200+random.Float64()*2000)
	}
	return views
}

func TestScreenAndWorldAreInverse(t *testing.T) {
	for _, v := range someViews() {
		for _, p := range []orb.Point{{0, 0}, {v.Width, v.Height}, {17.5, 99}} {
			if math.Abs(p[0]-v.Width/2) > v.WorldSize()/2 {
				continue // another copy of the same spot is nearer
			}
			if back := v.ToScreen(v.ToWorld(p)); !alike(p, back, 1e-5) {
				t.Fatalf("%+v: %v comes back as %v", v, p, back)
			}
		}
		if middle := v.ToScreen(v.Center); !alike(middle, orb.Point{v.Width / 2, v.Height / 2}, 1e-6) {
			t.Fatalf("%+v: the centre stands at %v", v, middle)
		}
	}
}

func TestZoomAtKeepsThePoint(t *testing.T) {
	v := At(orb.Point{67.5, 48}, 5, 1200, 800)
	for _, delta := range []float64{-0.5, 0.25, 1, 3.7} {
		for _, p := range []orb.Point{{600, 400}, {10, 10}, {1190, 300}} {
			zoomed := v.ZoomAt(p, delta)
			if moved := zoomed.ToScreen(v.ToWorld(p)); !alike(moved, p, 1e-6) {
				t.Errorf("by %v at %v: the point is now at %v", delta, p, moved)
			}
			if zoomed.Zoom != v.Zoom+delta {
				t.Errorf("by %v: the zoom is %v", delta, zoomed.Zoom)
			}
		}
	}
}

func TestPanMovesThePicture(t *testing.T) {
	v := At(orb.Point{67.5, 48}, 6, 1000, 700)
	almaty := Project(orb.Point{76.9, 43.25})
	before, after := v.ToScreen(almaty), v.Pan(120, -45).ToScreen(almaty)
	if !alike(after, orb.Point{before[0] + 120, before[1] - 45}, 1e-6) {
		t.Errorf("from %v to %v", before, after)
	}
	if back := v.Pan(120, -45).Pan(-120, 45); !alike(back.Center, v.Center, 1e-12) {
		t.Errorf("there and back again is %v, not %v", back.Center, v.Center)
	}
}

// TestLimits tries every movement far too often: the view stays in the world.
func TestLimits(t *testing.T) {
	start := At(orb.Point{67.5, 48}, 4, 900, 600)
	cases := []struct {
		name string
		move func(Viewport) Viewport
	}{
		{"north", func(v Viewport) Viewport { return v.Pan(0, 1000) }},
		{"south", func(v Viewport) Viewport { return v.Pan(0, -1000) }},
		{"west", func(v Viewport) Viewport { return v.Pan(1000, 0) }},
		{"east", func(v Viewport) Viewport { return v.Pan(-1000, 0) }},
		{"in", func(v Viewport) Viewport { return v.ZoomAt(orb.Point{3, 3}, 1) }},
		{"out", func(v Viewport) Viewport { return v.ZoomAt(orb.Point{3, 3}, -1) }},
		{"larger", func(v Viewport) Viewport { return v.Resize(min(v.Width*2, 7680), min(v.Height*2, 4320)) }},
		{"to a bound of no size", func(v Viewport) Viewport { return v.Fit(orb.Point{0.5, 0}.Bound(), 0, 99) }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v := start
			for range 40 {
				v = c.move(v)
			}
			if v.Center[0] < 0 || v.Center[0] >= 1 {
				t.Errorf("the centre has left the world: %v", v.Center)
			}
			if v.Zoom < MinZoom || v.Zoom > MaxZoom {
				t.Errorf("zoom %v", v.Zoom)
			}
			if b := v.Bound(); b.Min[1] < -1e-9 || b.Max[1] > 1+1e-9 {
				t.Errorf("the view reaches beyond the top or bottom of the world: %v", b)
			}
		})
	}
}

// fiji is a view that the antimeridian runs through the middle of.
func fiji(zoom, width, height float64) Viewport { return At(orb.Point{180, -17}, zoom, width, height) }

func TestAcrossTheAntimeridian(t *testing.T) {
	v := fiji(5, 800, 600)
	cases := []struct {
		name string
		lon  float64
		x    float64 // where it stands, in pixels
	}{
		{"west of it", 179, 400 - v.WorldSize()/360},
		{"on it", 180, 400},
		{"on it from the other side", -180, 400},
		{"east of it", -179, 400 + v.WorldSize()/360},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			world := Project(orb.Point{c.lon, -17})
			at := v.ToScreen(world)
			if math.Abs(at[0]-c.x) > 1e-6 {
				t.Errorf("it stands at %v, want %v", at[0], c.x)
			}
			if !v.Contains(world) {
				t.Error("it counts as out of view")
			}
			if back := v.ToWorld(at); math.Abs(math.Remainder(back[0]-world[0], 1)) > 1e-12 || back[0] < 0 || back[0] >= 1 {
				t.Errorf("%v comes back as %v", world, back)
			}
		})
	}
	if v.Contains(Project(orb.Point{0, -17})) {
		t.Error("the other side of the world counts as in view")
	}
}

// TestPanRoundTheWorld goes east in small steps until it is back.
func TestPanRoundTheWorld(t *testing.T) {
	start := At(orb.Point{67.5, 48}, 3, 800, 600)
	v := start
	for range 128 {
		before := v
		v = v.Pan(-v.WorldSize()/128, 0)
		if v.Center[0] < 0 || v.Center[0] >= 1 {
			t.Fatalf("the centre is %v", v.Center)
		}
		if moved := v.Nearest(before.Center)[0] - v.Center[0]; math.Abs(moved+1.0/128) > 1e-12 {
			t.Fatalf("a step moved the view by %v worlds", -moved)
		}
	}
	if !alike(v.Center, start.Center, 1e-9) {
		t.Errorf("round the world from %v it comes to %v", start.Center, v.Center)
	}
}

func TestZoomAtTheAntimeridian(t *testing.T) {
	v := fiji(4, 800, 600)
	for _, p := range []orb.Point{{10, 20}, {790, 500}} {
		zoomed := v.ZoomAt(p, 1.3)
		if at := zoomed.ToScreen(v.ToWorld(p)); !alike(at, p, 1e-6) {
			t.Errorf("what stood at %v is now at %v", p, at)
		}
	}
}

// TestContainsAgreesWithTheScreen: a point is in view exactly where its nearest
// copy stands within the window.
func TestContainsAgreesWithTheScreen(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	seen := 0
	for _, v := range someViews() {
		at := orb.Point{v.Width * (2*random.Float64() - 0.5), v.Height * (2*random.Float64() - 0.5)}
		world := v.ToWorld(at)
		p := v.ToScreen(world)
		want := p[0] >= 0 && p[0] <= v.Width && p[1] >= 0 && p[1] <= v.Height
		if want {
			seen++
		}
		if in := v.Contains(world); in != want {
			t.Fatalf("%+v: %v is in view: %v, it stands at %v", v, world, in, p)
		}
	}
	if seen < 50 || seen > 450 {
		t.Errorf("%d of 500 points are in view", seen)
	}
}

func TestGrow(t *testing.T) {
	v := At(orb.Point{67.5, 48}, 5, 900, 600)
	g := v.Grow(100)
	if g.Width != 1100 || g.Height != 800 || g.Center != v.Center || g.Zoom != v.Zoom {
		t.Errorf("%+v", g)
	}
	world := Project(orb.Point{71.4, 51.1})
	a, b := v.ToScreen(world), g.ToScreen(world)
	if !alike(b, orb.Point{a[0] + 100, a[1] + 100}, 1e-6) {
		t.Errorf("%v moves to %v", a, b)
	}
}

func TestScale(t *testing.T) {
	v := At(orb.Point{67.5, 48}, 5, 900, 600)
	world := Project(orb.Point{71.4, 51.1})
	for _, factor := range []float64{1, 1.25, 2, 3} {
		s := v.Scale(factor)
		a, b := v.ToScreen(world), s.ToScreen(world)
		if !alike(b, orb.Point{a[0] * factor, a[1] * factor}, 1e-6) {
			t.Errorf("at %v: %v moves to %v", factor, a, b)
		}
		if back := s.Scale(1 / factor); math.Abs(back.Zoom-v.Zoom) > 1e-12 || math.Abs(back.Width-v.Width) > 1e-9 {
			t.Errorf("at %v: comes back as %+v", factor, back)
		}
	}
}

func TestFit(t *testing.T) {
	almaty := Project(orb.Point{76.9, 43.25})
	cases := []struct {
		name    string
		bound   orb.Bound
		padding float64
		maxZoom float64
		zoom    float64 // 0: as found
	}{
		{"wide", ProjectBound(orb.Bound{Min: orb.Point{46, 47}, Max: orb.Point{88, 49}}), 30, 16, 0},
		{"high", ProjectBound(orb.Bound{Min: orb.Point{66, 40}, Max: orb.Point{67, 56}}), 30, 16, 0},
		{"a point", almaty.Bound(), 30, 11, 11},
		{"close points", almaty.Bound().Pad(1e-7), 30, 12, 12},
		{"more padding than there is room", ProjectBound(orb.Bound{Min: orb.Point{46, 40}, Max: orb.Point{88, 56}}), 500, 16, math.Log2(600.0 / TileSize)},
		{"across the antimeridian", orb.Bound{Min: orb.Point{0.96, 0.2}, Max: orb.Point{1.04, 0.3}}, 30, 16, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v := Viewport{Width: 900, Height: 600}.Fit(c.bound, c.padding, c.maxZoom)
			if c.zoom != 0 {
				if math.Abs(v.Zoom-c.zoom) > 1e-12 || math.Abs(v.Center[0]-c.bound.Center()[0]) > 1e-12 {
					t.Errorf("zoom %v at %v", v.Zoom, v.Center)
				}
				return
			}
			lo, hi := v.ToScreen(c.bound.Min), v.ToScreen(c.bound.Max)
			left, top := math.Min(lo[0], v.Width-hi[0]), math.Min(lo[1], v.Height-hi[1])
			if least := math.Min(left, top); math.Abs(least-c.padding) > 1e-6 {
				t.Errorf("%v pixels remain at the closest side, want %v", least, c.padding)
			}
		})
	}
}

func TestPixels(t *testing.T) {
	v := At(orb.Point{76.9, 43.25}, 12, 900, 600)
	metres, want := v.ScaleBar(300)
	if got := v.Pixels(metres, v.Center); math.Abs(got-want) > 1e-9 {
		t.Errorf("%v metres are %v pixels, on the scale bar %v", metres, got, want)
	}
}
