package paint

import (
	"testing"

	"qantar/geo"

	"github.com/paulmach/orb"
)

func TestMarkAt(t *testing.T) {
	view := geo.At(steppe, 5, 400, 300).Scale(2)
	spot := func(x, y float64) orb.Point { return view.ToWorld(orb.Point{x, y}) }
	s := &MapScene{View: view, Scale: 2, Marks: []Mark{
		{At: spot(100, 100), Radius: 10},
		{At: spot(110, 100), Radius: 10},
		{At: spot(110, 100), Radius: 10},
		{At: spot(400, 300), Radius: 7, Offset: [2]float32{30, 0}},
	}}
	cases := []struct {
		name        string
		x, y, slack float32
		want        int
	}{
		{"in the middle", 100, 100, 0, 0},
		{"the nearer of two", 104, 100, 0, 0},
		{"the upper of two on one spot", 112, 100, 0, 2},
		{"its edge", 81, 100, 0, 0},
		{"beside", 77, 100, 0, -1},
		{"beside, with slack in pixels at scale 1", 77, 100, 3, 0},
		{"where a fan starts", 400, 300, 0, -1},
		{"where a fan's mark stands", 460, 300, 0, 3},
		{"nothing", 700, 20, 4, -1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := s.MarkAt(c.x, c.y, c.slack); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
		})
	}
}

// TestShapesStayWithinTheirReach: what a mark clears for itself holds all of it.
func TestShapesStayWithinTheirReach(t *testing.T) {
	for name, rings := range outlines {
		for _, ring := range rings {
			for _, p := range ring {
				if max(p.x, -p.x, p.y, -p.y) > widest {
					t.Errorf("%s reaches to %v", name, p)
				}
			}
		}
	}
}

// TestEveryShape draws something of its own, and about as much as the others.
func TestEveryShape(t *testing.T) {
	area := func(shape string) (sum int) {
		icon := Icon(&Light, shape, "blue", 64)
		for i := 0; i < len(icon.Pix); i += 4 {
			if icon.Pix[i+2] > 100 && icon.Pix[i] < 60 { // blue
				sum++
			}
		}
		return sum
	}
	circle := area("circle")
	for _, shape := range Shapes {
		t.Run(shape, func(t *testing.T) {
			if shape != "circle" && area(shape) == circle {
				t.Error("it is drawn as a circle")
			}
			if share := float64(area(shape)) / float64(circle); share < 0.5 || share > 1.3 {
				t.Errorf("its area is %.2f of a circle's", share)
			}
		})
	}
}
