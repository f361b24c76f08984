package paint

import (
	"image"
	"testing"

	"qantar/ui/axis"
)

const aDay = 24 * 3600

// figureScene is a chart of one claim of every sort over nine days.
func figureScene(style *Style, factor float32) *FigureScene {
	point := func(day int64, low, high float64, shape, color string) FigurePoint {
		return FigurePoint{From: day * aDay, To: (day + 1) * aDay, Low: low, High: high, Shape: shape, Color: style.Category(color)}
	}
	s := &FigureScene{
		Scale: axis.Scale{From: 0, To: 9 * aDay, Width: 400}, Factor: factor, Style: style, Playhead: 5 * aDay,
		Values: []FigureTick{{0, "0"}, {2000, "2,000"}, {4000, "4,000"}, {6000, "6,000"}},
		Points: []FigurePoint{
			point(4, 200, 200, "circle", "orange"), point(5, 2300, 2300, "square", "blue"),
			point(6, 3706, 3706, "diamond", "bluish-green"), point(6, 3000, 3000, "triangle", "vermillion"),
			point(2, 4000, 5200, "pentagon", "purple"),
		},
	}
	s.Points[0].Open, s.Points[0].Label = Upwards, "more than 200"
	s.Points[1].About, s.Points[1].Selected, s.Points[1].Label = true, true, "about 2,300"
	s.Points[2].Later, s.Points[2].Label = true, "3,706"
	s.Points[3].Open, s.Points[3].Later, s.Points[3].Label = Downwards, true, "up to 3,000"
	s.Points[4].Label = "4,000–5,200"
	for day := int64(0); day <= 9; day++ {
		s.Ticks = append(s.Ticks, TimeTick{At: day * aDay, Label: string(rune('1'+day)) + " Jan"})
	}
	return s
}

func drawFigures(t testing.TB, s *FigureScene) (*FigureChart, *image.RGBA) {
	t.Helper()
	chart := NewFigureChart(testType(t))
	img := image.NewRGBA(image.Rect(0, 0, int(420*s.Factor), int(260*s.Factor)))
	chart.Draw(img, s)
	return chart, img
}

func TestGoldenFigures(t *testing.T) {
	for _, tt := range []struct {
		name   string
		style  *Style
		factor float32
	}{{"figures-light", &Light, 1}, {"figures-dark-2x", &Dark, 2}} {
		t.Run(tt.name, func(t *testing.T) {
			_, img := drawFigures(t, figureScene(tt.style, tt.factor))
			compareGolden(t, img, tt.name)
		})
	}
}

func TestFigureHit(t *testing.T) {
	s := figureScene(&Light, 2)
	chart, _ := drawFigures(t, s)
	for i := range s.Points {
		at := chart.middle(s, &s.Points[i])
		if got := chart.Hit(s, at.x+3, at.y-3); got != i {
			t.Errorf("beside the mark of claim %d lies %d", i, got)
		}
	}
	if got := chart.Hit(s, 0, 0); got != -1 {
		t.Errorf("in the corner lies claim %d", got)
	}
}

func TestFiguresOfNothing(t *testing.T) {
	drawFigures(t, &FigureScene{Scale: axis.Scale{To: aDay}, Factor: 1, Style: &Light, Values: []FigureTick{{1, "1"}}})
}

func BenchmarkFigures(b *testing.B) {
	s := figureScene(&Light, 1)
	chart, img := drawFigures(b, s)
	b.ReportAllocs()
	for b.Loop() {
		chart.Draw(img, s)
	}
}
