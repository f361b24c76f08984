package page

import (
	"math/rand/v2"
	"testing"

	"qantar/geo/basemap"
)

// readLine reads what lineText has written, as points of the grid.
func readLine(t *testing.T, text string) (points [][2]int) {
	t.Helper()
	var numbers []int
	value, shift := 0, 0
	for _, letter := range []byte(text) {
		bits := int(letter) - 63
		if bits < 0 || bits > 63 {
			t.Fatalf("the letter %q", letter)
		}
		value |= bits & 31 << shift
		if shift += 5; bits < 32 {
			if value&1 == 1 {
				value = ^value
			}
			numbers = append(numbers, value>>1)
			value, shift = 0, 0
		}
	}
	if len(numbers)%2 != 0 || shift != 0 {
		t.Fatalf("%d numbers in %q", len(numbers), text)
	}
	x, y := 0, 0
	for i := 0; i < len(numbers); i += 2 {
		x, y = x+numbers[i], y+numbers[i+1]
		points = append(points, [2]int{x, y})
	}
	return points
}

// The example is that of the format's own description.
func TestNumbersAreThoseOfEncodedPolylines(t *testing.T) {
	if got := string(appendNumber(nil, -17998321)); got != "`~oia@" {
		t.Errorf("got %q", got)
	}
}

func TestLineText(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		var arc basemap.Arc
		var want [][2]int
		last := basemap.Point{X: dice.Float32(), Y: dice.Float32()}
		for part := range 1 + dice.IntN(3) {
			points := []basemap.Point{last}
			for range 1 + dice.IntN(20) {
				last = basemap.Point{X: dice.Float32(), Y: dice.Float32()}
				points = append(points, last)
			}
			arc = append(arc, basemap.Part{Points: points})
			for i, p := range points {
				if part == 0 || i > 0 {
					want = append(want, [2]int{steps(p.X), steps(p.Y)})
				}
			}
		}
		got := readLine(t, lineText(arc))
		if len(got) != len(want) {
			t.Fatalf("%d points, want %d", len(got), len(want))
		}
		for i := range want {
			if got[i] != want[i] {
				t.Fatalf("point %d is %v, want %v", i, got[i], want[i])
			}
		}
	}
}

// Arcs of different fineness meet: no ring has a gap in it.
func TestRingsAreClosed(t *testing.T) {
	c, o := shippedPage(t)
	g, err := gather(record(c), o)
	if err != nil {
		t.Fatal(err)
	}
	m := &g.Map
	ends := make([][2][2]int, len(m.Arcs))
	points := 0
	for i, text := range m.Arcs {
		line := readLine(t, text)
		ends[i], points = [2][2]int{line[0], line[len(line)-1]}, points+len(line)
	}
	t.Logf("%d arcs, %d points", len(m.Arcs), points)
	rings := append(append(append([][]int{}, m.Land...), m.Lakes...), m.Urban...)
	for _, a := range m.Areas {
		rings = append(rings, a.Rings...)
	}
	gaps := 0
	for _, ring := range rings {
		for i, ref := range ring {
			next := ring[(i+1)%len(ring)]
			if ends[ref/2][1-ref%2] != ends[next/2][next%2] {
				gaps++
			}
		}
	}
	if gaps > 0 || len(rings) < 500 {
		t.Errorf("%d gaps in %d rings", gaps, len(rings))
	}
}

func TestCutKeepsWhatIsNear(t *testing.T) {
	c, o := shippedPage(t)
	g, err := gather(record(c), o)
	if err != nil {
		t.Fatal(err)
	}
	if g.Map.Focus != "KZ" {
		t.Errorf("the country told of is %q", g.Map.Focus)
	}
	names := map[string]bool{}
	for _, n := range g.Map.Names {
		names[n.Name[0]] = true
	}
	for name, want := range map[string]bool{"Zhanaozen": true, "Almaty": true, "Caspian Sea": true, "Moscow": true, "Adelaide": false} {
		if names[name] != want {
			t.Errorf("%s: %v", name, names[name])
		}
	}
	codes := map[string]bool{}
	for _, a := range g.Map.Areas {
		codes[a.Code] = len(a.Rings) > 0
	}
	for i := range g.Events {
		for _, at := range append([]int{g.Events[i].Place}, g.Events[i].Areas...) {
			if code := g.Places[at].Area; code != "" && !codes[code] {
				t.Errorf("%s has no outline of %s", g.Events[i].ID, code)
			}
		}
	}
}
