package paint

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

// views are places where names stand close together, and where the world's
// two ends meet.
var views = []struct {
	name string
	at   orb.Point
	zoom float64
}{
	{"the country", steppe, 4.8},
	{"the continent", steppe, 3},
	{"a city", city, 9.3},
	{"the Ferghana valley", orb.Point{71, 40.8}, 6.5},
	{"the antimeridian", orb.Point{180, 64}, 3.3},
	{"the Caspian Sea", orb.Point{51, 43}, 5.6},
}

// TestNamesHoldStill: a view panned by whole pixels shows the same names at
// the same spots, but for those near the edge that one view or the other would
// cut.
func TestNamesHoldStill(t *testing.T) {
	const width, height = 1200, 800
	m := testMap(t)
	for _, v := range views {
		for _, step := range []image.Point{{137, 0}, {-60, 41}, {0, -90}, {3, 2}} {
			t.Run(fmt.Sprintf("%s by %v", v.name, step), func(t *testing.T) {
				s, before := blank(v.at, v.zoom, width, height, 1, &Light)
				m.Names(before, s)
				s.View = s.View.Pan(float64(-step.X), float64(-step.Y))
				after := image.NewRGBA(before.Rect)
				m.Names(after, s)
				inner := before.Rect.Intersect(before.Rect.Sub(step)).Inset(widestLabel)
				for y := inner.Min.Y; y < inner.Max.Y; y++ {
					for x := inner.Min.X; x < inner.Max.X; x++ {
						if a, b := before.RGBAAt(x+step.X, y+step.Y), after.RGBAAt(x, y); apart(a.A, b.A) > 40 {
							t.Fatalf("at %d, %d is %v, and was %v", x, y, b, a)
						}
					}
				}
			})
		}
	}
}

// widestLabel is how close to the edge a label can be and be cut, in pixels.
const widestLabel = 300

// TestNamesAreNeverCut: nothing is written along the edge of a picture, and
// something within.
func TestNamesAreNeverCut(t *testing.T) {
	m := testMap(t)
	for _, v := range views {
		for _, scale := range []float32{1, 2} {
			s, img := blank(v.at, v.zoom, 700, 500, scale, &Light)
			m.Names(img, s)
			r := img.Rect
			for x := range r.Dx() {
				for _, y := range []int{0, r.Max.Y - 1} {
					if img.RGBAAt(x, y).A != 0 {
						t.Fatalf("%s at scale %v: a name is cut at %d, %d", v.name, scale, x, y)
					}
				}
			}
			for y := range r.Dy() {
				if img.RGBAAt(0, y).A != 0 || img.RGBAAt(r.Max.X-1, y).A != 0 {
					t.Fatalf("%s at scale %v: a name is cut in row %d", v.name, scale, y)
				}
			}
			if ink(img) < 1000 {
				t.Errorf("%s at scale %v: hardly anything is written", v.name, scale)
			}
		}
	}
}

// TestNamesDoNotTouch compares every pair of names of the whole world, in
// every language.
func TestNamesDoNotTouch(t *testing.T) {
	m := testMap(t)
	for _, lang := range []string{"en", "kk", "ru"} {
		for zoom := 2.0; zoom <= 9; zoom += 1.4 {
			s, img := blank(steppe, zoom, 300, 200, 1, &Light)
			s.Lang = lang
			m.Names(img, s)
			placed, world := m.labels.placed, m.labels.taken.world
			for i := range placed {
				for j := range placed[:i] {
					if overlap(&placed[i], &placed[j], world) {
						t.Errorf("%s at zoom %.1f: %v touches %v", lang, zoom, placed[i].lines, placed[j].lines)
					}
				}
			}
			if len(placed) < 15 {
				t.Errorf("%s at zoom %.1f: only %d names", lang, zoom, len(placed))
			}
		}
	}
}

// overlap tells whether the letters or the mark of a label lie over those of
// another one, on a world so many pixels wide that repeats.
func overlap(a, b *label, world float32) bool {
	for _, p := range a.parts(world) {
		for _, q := range b.parts(world) {
			for _, around := range []float32{-world, 0, world} {
				if p.touches(q.add(pt{around, 0})) {
					return true
				}
			}
		}
	}
	return false
}

// parts are what a label's letters and mark take.
func (l *label) parts(world float32) []box {
	at := pt{float32(l.world[0]) * world, float32(l.world[1]) * world}
	text, r := l.boxAt(l.offset, 1), l.kind.reach
	parts := []box{box{text.x0 + 3, text.y0 + 1, text.x1 - 3, text.y1 - 1}.add(at)}
	if l.kind.mark != nil {
		parts = append(parts, box{-r, -r, r, r}.add(at))
	}
	return parts
}

// TestWhatIsNamedFirst: whatever else finds room, these names are there.
func TestWhatIsNamedFirst(t *testing.T) {
	m := testMap(t)
	for _, c := range []struct {
		lang string
		zoom float64
		want []string
	}{
		{"en", 3, []string{"KAZAKHSTAN", "Nur-Sultan", "Almaty"}},
		{"en", 5, []string{"KAZAKHSTAN", "Caspian Sea", "Lake Balkhash", "Aral Sea", "Shymkent", "Aktau", "Irtysh"}},
		{"kk", 5, []string{"ҚАЗАҚСТАН", "Нұр-Сұлтан", "Каспий теңізі", "Балқаш көлі", "Арал теңізі", "Ертіс"}},
		{"ru", 5.6, []string{"КАЗАХСТАН", "Каспийское море", "озеро Балхаш", "Уральск", "Сырдарья"}},
		{"kk", 7, []string{"АЛМАТЫ ОБЛЫСЫ", "Жаңаөзен", "Семей"}},
	} {
		s, img := blank(steppe, c.zoom, 300, 200, 1, &Light)
		s.Lang = c.lang
		m.Names(img, s)
		for _, want := range c.want {
			if !slices.ContainsFunc(m.labels.placed, func(l label) bool { return strings.Join(l.lines, " ") == want }) {
				t.Errorf("%s at zoom %v: no %s", c.lang, c.zoom, want)
			}
		}
	}
}

// TestNamesOfAreasGiveWayToEvents: the name of a region stands beside an event at
// its middle, and under them where there are events all about.
func TestNamesOfAreasGiveWayToEvents(t *testing.T) {
	m := testMap(t)
	s, img := blank(steppe, 5.4, 300, 200, 1, &Light)
	middle := m.world.Areas[m.codes["KZ-KZY"]].Label
	pixel := 1 / s.View.WorldSize()
	named := func() (label, float32) {
		t.Helper()
		m.Names(img, s)
		for _, l := range m.labels.placed {
			if strings.Join(l.lines, " ") == "KYZYLORDA REGION" {
				return l, m.labels.events.hidden(l.box.add(pt{float32(l.world[0]), float32(l.world[1])}.times(m.labels.events.world)))
			}
		}
		t.Fatal("the region has no name")
		return label{}, 0
	}
	free, _ := named()
	s.Busy = []orb.Point{middle}
	if l, hidden := named(); hidden > 0 || l.offset == free.offset {
		t.Errorf("an event at its middle hides %v square pixels of the name", hidden)
	}
	s.Busy = nil
	for x := -100.0; x <= 100; x += 7 {
		for y := -100.0; y <= 100; y += 7 {
			s.Busy = append(s.Busy, orb.Point{middle[0] + x*pixel, middle[1] + y*pixel})
		}
	}
	if _, hidden := named(); hidden == 0 {
		t.Error("no event hides any of the name, with events all about")
	}
}

func (p pt) times(k float32) pt { return pt{p.x * k, p.y * k} }

// BenchmarkSettle finds the places of all names anew, as a step of the zoom
// does.
func BenchmarkSettle(b *testing.B) {
	for _, zoom := range []float64{4.8, 9} {
		b.Run(fmt.Sprint("zoom", zoom), func(b *testing.B) {
			m := testMap(b)
			s, img := blank(steppe, zoom, 300, 200, 1, &Light)
			m.Names(img, s)
			b.ReportAllocs()
			for b.Loop() {
				m.labels.placed = nil
				m.settle(s)
			}
		})
	}
}
