package paint

import (
	"image"
	"image/color"
	"math"
	"testing"
)

// traced is what a scene is as a drawing.
func traced(t *testing.T, s *MapScene, img *image.RGBA) *Drawing {
	t.Helper()
	m := testMap(t)
	d := &Drawing{Width: float32(img.Rect.Dx()), Height: float32(img.Rect.Dy())}
	m.Trace(d, img.Rect, func(dst *image.RGBA) { m.Draw(dst, s) })
	return d
}

func TestDrawingHoldsNamesAndNumbers(t *testing.T) {
	s, img := homeScene(2, &Light)
	d := traced(t, s, img)
	found := map[string]bool{}
	areas, stripes := 0, 0
	for _, part := range d.Parts {
		switch v := part.(type) {
		case Words:
			found[v.Text] = true
		case Area:
			areas++
			checkPath(t, d, v.Path, v.Line)
		case Stripes:
			stripes++
		case Photo:
			t.Error("a picture, where there are lines")
		}
	}
	for _, want := range []string{"KAZAKHSTAN", "120", "12", "Nur-Sultan"} {
		if !found[want] {
			t.Errorf("%q is not among the words", want)
		}
	}
	if areas < 20 || stripes != 3 {
		t.Errorf("%d areas, %d hatches", areas, stripes)
	}
}

// checkPath wants whole paths, whose areas do not reach far beyond the drawing.
func checkPath(t *testing.T, d *Drawing, p Path, line float32) {
	t.Helper()
	points := 0
	for _, verb := range p.Verbs {
		points += [...]int{Move: 1, Line: 1, Cube: 3, Close: 0}[verb]
	}
	if points != len(p.Points) || len(p.Verbs) == 0 || p.Verbs[0] != Move {
		t.Fatalf("%d points for %d verbs", len(p.Points), len(p.Verbs))
	}
	const beyond = 60
	for _, q := range p.Points {
		if line == 0 && (q[0] < -beyond || q[1] < -beyond || q[0] > d.Width+beyond || q[1] > d.Height+beyond) {
			t.Fatalf("%v lies far outside", q)
		}
	}
}

// The slices of a ring take the shares of its band that they count.
func TestDrawingOfARing(t *testing.T) {
	s, img := blank(city, 10, 300, 200, 1, &Light)
	s.Marks = []Mark{ring(&Light, city, 40, 60)}
	areas := map[[3]uint8]float64{}
	for _, part := range traced(t, s, img).Parts {
		if a, ok := part.(Area); ok && a.Line == 0 {
			areas[[3]uint8{a.Color.R, a.Color.G, a.Color.B}] += areaOf(a.Path)
		}
	}
	band := math.Pi * (40*40 - (40-bandWidth)*(40-bandWidth))
	for name, share := range map[string]float64{"orange": 30.0 / 60, "blue": 20.0 / 60, "purple": 10.0 / 60} {
		c := Light.Category(name)
		if got := areas[[3]uint8{c.R, c.G, c.B}]; math.Abs(got-share*band) > 0.01*band {
			t.Errorf("%s takes %.1f of %.1f", name, got, band)
		}
	}
}

// areaOf is the area inside a path, in square pixels, by the shoelace formula.
func areaOf(p Path) (sum float64) {
	var at, first [2]float32
	points := p.Points
	to := func(q [2]float32) {
		sum += (float64(at[0])*float64(q[1]) - float64(q[0])*float64(at[1])) / 2
		at = q
	}
	for _, verb := range p.Verbs {
		switch verb {
		case Move:
			at, first, points = points[0], points[0], points[1:]
		case Line:
			to(points[0])
			points = points[1:]
		case Cube:
			from := at
			for i := 1; i <= 32; i++ {
				u := float32(i) / 32
				var q [2]float32
				for k := range q {
					v := 1 - u
					q[k] = v*v*v*from[k] + 3*v*v*u*points[0][k] + 3*v*u*u*points[1][k] + u*u*u*points[2][k]
				}
				to(q)
			}
			points = points[3:]
		case Close:
			to(first)
		}
	}
	return math.Abs(sum)
}

// A surface goes into a drawing as a picture that looks, on any ground, as it
// does when it is painted there.
func TestDrawingOfADensity(t *testing.T) {
	s, img := blank(steppe, 3, 320, 240, 1, &Light)
	dense(s, 2000)
	var photo *image.RGBA
	for _, part := range traced(t, s, img).Parts {
		if p, ok := part.(Photo); ok {
			photo = p.Image
		}
	}
	if photo == nil {
		t.Fatal("it is not in the drawing")
	}
	m := testMap(t)
	m.density.prepare(s, img.Rect)
	ground := color.RGBA{120, 160, 90, 255}
	fill(img, ground)
	m.density.paint(img, s.Density, img.Rect)
	seen := 0
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			p, want := photo.RGBAAt(x, y), img.RGBAAt(x, y)
			if p.A > 0 {
				seen++
			}
			over := func(c, g uint8) int { return int(c) + int(g)*(255-int(p.A))/255 }
			for k, got := range []int{over(p.R, ground.R), over(p.G, ground.G), over(p.B, ground.B)} {
				if d := got - int([]uint8{want.R, want.G, want.B}[k]); d < -4 || d > 4 {
					t.Fatalf("at %d, %d it is %v on %v, want %v", x, y, p, ground, want)
				}
			}
		}
	}
	if seen < 500 {
		t.Errorf("%d pixels are covered", seen)
	}
}
