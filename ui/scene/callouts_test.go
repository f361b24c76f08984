package scene

import (
	"fmt"
	"image"
	"testing"
)

// spoken shows the map's fixture with events that are spoken of.
func spoken(t *testing.T, zoom float64, ids ...string) *Picture {
	t.Helper()
	p := onMap(t, 5)
	lookAt(p, almaty, zoom)
	var positions []int
	for _, id := range ids {
		positions = append(positions, p.Data().Index(id))
	}
	p.Highlight(positions)
	return NewMap(p).Picture(plain)
}

func TestCallouts(t *testing.T) {
	for _, c := range []struct {
		name  string
		zoom  float64
		ids   []string
		rings []bool // by callout: whether a mark is ringed
	}{
		{"nothing is spoken of", 4, nil, nil},
		{"a mark of its own", 12, []string{"runway"}, []bool{true}},
		{"two events of one mark", 12, []string{"square", "hall"}, []bool{true}},
		{"two marks", 12, []string{"square", "runway"}, []bool{true, true}},
		{"which are one from afar", 4, []string{"square", "runway"}, []bool{true}},
		{"an area", 4, []string{"emergency"}, []bool{false}},
		{"two events over one area", 4, []string{"emergency", "ban"}, []bool{false}},
		{"what is not shown yet", 4, []string{"north", "square"}, []bool{true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			pic := spoken(t, c.zoom, c.ids...)
			var rings []bool
			for _, one := range pic.Callouts {
				rings = append(rings, one.Radius > 0)
			}
			if fmt.Sprint(rings) != fmt.Sprint(c.rings) {
				t.Errorf("there are %+v", pic.Callouts)
			}
		})
	}
}

func TestEventsOfOneMarkShareACallout(t *testing.T) {
	if pic := spoken(t, 12, "square", "hall"); len(pic.Callouts) != 1 || len(pic.Callouts[0].Titles) != 2 {
		t.Errorf("there are %+v", pic.Callouts)
	}
}

func TestAreasSpokenOfAreOutlined(t *testing.T) {
	outlined := func(pic *Picture) (n int) {
		for _, s := range pic.Shades {
			if s.Outline && s.Code == "KZ" {
				n++
			}
		}
		return n
	}
	if n := outlined(spoken(t, 4, "emergency")); n != 1 {
		t.Errorf("the country is outlined %d times", n)
	}
	if n := outlined(spoken(t, 4, "square")); n != 0 {
		t.Errorf("without being spoken of it is outlined %d times", n)
	}
}

func TestCalloutsKeepClearOfWhatLiesOverTheMap(t *testing.T) {
	look := Look{Scale: 2, Margin: 100, Clear: Insets{Top: 10, Right: 20, Bottom: 30, Left: 40}}
	if got, want := look.free(image.Pt(1400, 1200)), image.Rect(280, 220, 1160, 940); got != want {
		t.Errorf("callouts may stand in %v, want %v", got, want)
	}
	look.Clear.Corner = [2]float64{50, 20}
	if got, want := look.covered(image.Rect(280, 220, 1160, 940)), image.Rect(280, 220, 380, 260); got != want {
		t.Errorf("the corner is %v, want %v", got, want)
	}
}

func TestMarksCanBeLarger(t *testing.T) {
	p := onMap(t, 5)
	lookAt(p, almaty, 9)
	m := NewMap(p)
	usual := m.Picture(plain)
	scale, marks := usual.Scale, len(usual.Marks)
	look := plain
	look.Larger = 3
	larger := m.Picture(look)
	if larger.Scale != 3*scale || larger.View != usual.View {
		t.Errorf("the scale is %v, before it was %v; the view %+v, before %+v", larger.Scale, scale, larger.View, usual.View)
	}
	if len(larger.Marks) > marks {
		t.Errorf("%d marks became %d when larger ones join sooner", marks, len(larger.Marks))
	}
}
