package scene

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"qantar/geo"
	"qantar/ui/state"
)

// TestEveryEventHasOneMark: what is shown at a point stands in one mark, at
// every zoom level; what is shown over an area stands in none.
func TestEveryEventHasOneMark(t *testing.T) {
	for _, zoom := range []float64{1, 3, 5.3, 8, 12, 16} {
		p := onMap(t, 6)
		lookAt(p, almaty, zoom)
		m := NewMap(p)
		got := names(p, slices.Concat(eventsOf(m, m.Picture(plain))...))
		for _, id := range []string{"abroad", "east", "hall", "night", "north", "old", "runway", "square", "west"} {
			seen := p.View().Bound().Contains(p.Data().World(p.Data().Index(id)))
			if n := count(got, id); n > 1 || seen && n == 0 {
				t.Errorf("zoom %v: %s has %d marks", zoom, id, n)
			}
		}
		for _, i := range p.Data().Broad {
			if id := p.Data().Item(i).Event.ID; p.Data().Item(i).IsArea() && slices.Contains(got, id) {
				t.Errorf("zoom %v: %s has a mark", zoom, id)
			}
		}
	}
}

func TestSingleMarks(t *testing.T) {
	p := onMap(t, 6)
	lookAt(p, almaty, 12)
	p.Select(p.Data().Index("runway"))
	p.Hover(p.Data().Index("west"))
	built := NewMap(p)
	pic := built.Picture(plain)
	cases := []struct {
		event             string
		shape             string
		radius            float32
		hollow            bool
		halo              float64
		selected, hovered bool
	}{
		{"runway", "ring", radii[2], false, 800, true, false},
		{"west", "circle", radii[2], false, 0, false, true},
		{"abroad", "ring", radii[1], true, 0, false, false}, // its place is implied
	}
	for _, c := range cases {
		t.Run(c.event, func(t *testing.T) {
			lookAt(p, p.Data().Item(p.Data().Index(c.event)).Place.Point, 12)
			pic := built.Picture(plain)
			m := pic.Marks[markOf(built, pic, c.event)]
			if m.Shape != c.shape || m.Radius != c.radius || m.Hollow != c.hollow || m.Halo != c.halo || m.Count > 1 {
				t.Errorf("%+v", m)
			}
			if m.Selected != c.selected || m.Hovered != c.hovered {
				t.Errorf("selected is %v, hovered is %v", m.Selected, m.Hovered)
			}
			if i := p.Data().Index(c.event); m.At != p.Data().Item(i).World || m.Color != plain.Style.Category(p.Data().CategoryOf(p.Data().Item(i)).Color) {
				t.Errorf("it stands at %v in %v", m.At, m.Color)
			}
		})
	}
	if pic.Groups[len(pic.Groups)-1].One != p.Selected() {
		t.Error("the selected mark is not the topmost")
	}
}

func TestGroups(t *testing.T) {
	cases := []struct {
		name   string
		zoom   float64
		count  int // of events in the mark of "square"
		slices int
		halo   float64
		apart  bool
	}{
		{"city and airport together", 6, 4, 3, 0, true},
		{"the city alone: no zoom parts its events", 11, 3, 2, 12000, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := onMap(t, 6)
			lookAt(p, almaty, c.zoom)
			built := NewMap(p)
			pic := built.Picture(plain)
			k := markOf(built, pic, "square")
			m, total := pic.Marks[k], 0
			for _, s := range m.Slices {
				total += s.Count
			}
			if m.Count != c.count || total != c.count || len(m.Slices) != c.slices || pic.Groups[k].Count != c.count {
				t.Errorf("%+v for %v", m, names(p, built.EventsOf(pic.Groups[k], 99)))
			}
			if m.Halo != c.halo || pic.Groups[k].Apart != c.apart {
				t.Errorf("halo %v, apart is %v", m.Halo, pic.Groups[k].Apart)
			}
		})
	}
}

// TestMarksKeepTheirDistance: the marks of separate groups do not cover each
// other's middles.
func TestMarksKeepTheirDistance(t *testing.T) {
	for zoom := 1.0; zoom <= 12; zoom += 0.3 {
		p := onMap(t, 6)
		lookAt(p, almaty, zoom)
		pic := NewMap(p).Picture(plain)
		for i := range pic.Marks {
			for j := range i {
				a, b := pic.View.ToScreen(pic.Marks[i].At), pic.View.ToScreen(pic.Marks[j].At)
				if d := math.Hypot(a[0]-b[0], a[1]-b[1]); d < spread/math.Exp2(0.25)-1e-6 {
					t.Errorf("zoom %v: %v and %v are %v pixels apart", zoom, pic.Groups[i], pic.Groups[j], d)
				}
			}
		}
	}
}

func TestGroupsStayWhileTheMapIsPanned(t *testing.T) {
	p := onMap(t, 6)
	lookAt(p, almaty, 6)
	m := NewMap(p)
	want := fmt.Sprint(eventsOf(m, m.Picture(plain)))
	for range 40 {
		p.SetView(p.View().Pan(3.7, -1.3))
		if got := fmt.Sprint(eventsOf(m, m.Picture(plain))); got != want {
			t.Fatalf("%s became %s", want, got)
		}
	}
}

func TestFan(t *testing.T) {
	p := onMap(t, 6)
	lookAt(p, almaty, 11)
	m := NewMap(p)
	spot := geo.Project(almaty)
	closed := len(m.Picture(plain).Marks)
	if m.CloseFan() {
		t.Error("a fan was open at first")
	}
	pic := m.Picture(plain)
	ring := pic.Groups[markOf(m, pic, "square")]
	m.ToggleFan(ring)
	pic = m.Picture(plain)
	if len(pic.Marks) != closed+2 {
		t.Fatalf("%d marks with the fan open, %d without", len(pic.Marks), closed)
	}
	for _, id := range []string{"square", "hall", "night"} {
		k := markOf(m, pic, id)
		if mark := pic.Marks[k]; pic.Groups[k].Count != 1 || mark.Offset == [2]float32{} || mark.At != spot || mark.Hollow != (id == "night") {
			t.Errorf("%s: %+v for %v", id, mark, pic.Groups[k])
		}
	}
	if m.ToggleFan(ring); len(m.Picture(plain).Marks) != closed {
		t.Error("the fan does not close")
	}
	m.ToggleFan(ring)
	if !m.CloseFan() || m.CloseFan() {
		t.Error("the fan is not closed once")
	}
}

func TestFanOffsetsDoNotOverlap(t *testing.T) {
	least := 2*radii[3] + 3 // two of the largest marks with their rims
	for n := 2; n <= 60; n++ {
		for k := range n {
			a := fanOffset(k, n)
			if d := math.Hypot(float64(a[0]), float64(a[1])); d < 30 {
				t.Fatalf("%d of %d covers the spot itself: %v", k, n, a)
			}
			for j := range k {
				b := fanOffset(j, n)
				if d := math.Hypot(float64(a[0]-b[0]), float64(a[1]-b[1])); d < float64(least) {
					t.Fatalf("%d and %d of %d are %.1f apart, want %v", j, k, n, d, least)
				}
			}
		}
	}
}

func TestEventsFadeWithAge(t *testing.T) {
	cases := []struct {
		name  string
		mode  state.Mode
		day   int
		event string
		pick  bool
		want  float64
	}{
		{"of today", state.Cumulative, 1, "old", false, 1},
		{"older than the oldest", state.Cumulative, 15, "old", false, 0.5},
		{"selected", state.Cumulative, 15, "old", true, 1},
		{"half-way", state.Cumulative, 7, "west", false, 0.75},
		{"a window does not fade", state.Window, 4, "west", false, 1},
		{"nor does a day", state.SingleDay, 4, "west", false, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := onMap(t, c.day)
			p.SetMode(c.mode)
			if c.pick {
				p.Select(p.Data().Index(c.event))
			}
			built := NewMap(p)
			pic := built.Picture(plain)
			k := markOf(built, pic, c.event)
			if k < 0 {
				t.Fatal("it has no mark")
			}
			if got := pic.Marks[k].Opacity; math.Abs(got-c.want) > 0.01 {
				t.Errorf("opacity %.3f, want %v", got, c.want)
			}
		})
	}
}

func TestPictureIsAsLargeAsAsked(t *testing.T) {
	p := onMap(t, 6)
	look := plain
	look.Scale, look.Margin = 1.5, 100.3
	pic := NewMap(p).Picture(look)
	if w, h := pic.View.Width, pic.View.Height; w != math.Ceil(1100.6*1.5) || h != math.Ceil(800.6*1.5) {
		t.Errorf("%v by %v", w, h)
	}
	if pic.Focus != "KZ" || pic.Lang != "en" || len(pic.Busy) != 7 {
		t.Errorf("focus %s, language %s, %d busy spots", pic.Focus, pic.Lang, len(pic.Busy))
	}
}

func BenchmarkPicture(b *testing.B) {
	p := onMap(b, 6)
	m := NewMap(p)
	b.ReportAllocs()
	for b.Loop() {
		m.Picture(plain)
	}
}
