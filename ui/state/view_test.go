package state

import (
	"testing"

	"qantar/geo"

	"github.com/paulmach/orb"
)

// piloted is a presenter whose map is flown by hand.
func piloted(t *testing.T) (*Presenter, *[]geo.Viewport) {
	t.Helper()
	p, asked := presenter(t, Options{}), &[]geo.Viewport{}
	p.SetPilot(func(goal geo.Viewport) bool {
		*asked = append(*asked, goal)
		return true
	})
	return p, asked
}

func look(p *Presenter, lon, lat, zoom float64) geo.Viewport {
	return geo.At(orb.Point{lon, lat}, zoom, p.View().Width, p.View().Height)
}

func TestFlight(t *testing.T) {
	p, asked := piloted(t)
	home, almaty := p.View(), look(p, 76.9, 43.25, 11)
	p.FlyTo(almaty)
	if p.View() != home || p.Goal() != almaty || len(*asked) != 1 || p.AtHome() {
		t.Fatalf("after the start it looks at %v, on the way to %v", p.View(), p.Goal())
	}
	changes := heard(p)
	p.Pass(look(p, 70, 45, 8))
	if p.Goal() != almaty || len(*changes) != 1 {
		t.Errorf("on the way the goal is %v, told %d times", p.Goal(), len(*changes))
	}
	if s := p.Save(); s.Zoom != 11 {
		t.Errorf("what is remembered on the way is zoom %v, want the goal's", s.Zoom)
	}
	p.Pass(almaty)
	if p.View() != p.Goal() {
		t.Error("at the end it has not arrived")
	}
	p.FlyTo(almaty)
	if len(*asked) != 1 {
		t.Error("it flies to where it is")
	}
}

func TestFlightIsCutShort(t *testing.T) {
	cases := []struct {
		name string
		cut  func(p *Presenter) geo.Viewport // and where it must look then
	}{
		{"by a hand", func(p *Presenter) geo.Viewport { v := look(p, 60, 50, 6); p.SetView(v); return v }},
		{"where it is", func(p *Presenter) geo.Viewport { v := p.View(); p.SetView(v); return v }},
		{"by another size", func(p *Presenter) geo.Viewport {
			v := p.Goal().Resize(500, 400)
			p.Resize(500, 400)
			return v
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, _ := piloted(t)
			p.FlyTo(look(p, 76.9, 43.25, 11))
			p.Pass(look(p, 70, 45, 8))
			if want := c.cut(p); p.View() != want || p.Goal() != want {
				t.Errorf("it looks at %v, on the way to %v, want %v", p.View(), p.Goal(), want)
			}
		})
	}
}

func TestHomeByFlight(t *testing.T) {
	p, asked := piloted(t)
	p.SetView(look(p, 76.9, 43.25, 11))
	p.GoHome()
	if len(*asked) != 1 || !p.AtHome() {
		t.Fatal("it does not fly home")
	}
	p.Resize(1800, 1200)
	if !p.AtHome() || p.View().Zoom != 5.3 || p.View() != p.Goal() {
		t.Errorf("on a map twice as wide home is at zoom %v", p.View().Zoom)
	}
}

// TestWithoutPilot: who shows no window gets the end at once.
func TestWithoutPilot(t *testing.T) {
	p := presenter(t, Options{})
	goal := look(p, 76.9, 43.25, 11)
	p.FlyTo(goal)
	if p.View() != goal {
		t.Errorf("it looks at %v", p.View())
	}
	p.SetPilot(func(geo.Viewport) bool { return false })
	p.GoHome()
	if p.View().Zoom != 4.3 || !p.AtHome() {
		t.Error("where the pilot declines it does not go at once")
	}
}
