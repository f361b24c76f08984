package geo

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

// ExampleProject gives the tile that holds Berlin at zoom 10.
func ExampleProject() {
	world := Project(orb.Point{13.405, 52.52})
	fmt.Println(int(world[0]*1024), int(world[1]*1024))
	// Output: 550 335
}

func TestProjectKnownTiles(t *testing.T) {
	cases := []struct {
		name string
		at   orb.Point // degrees
		x, y int       // tile at zoom 10
	}{
		{"Null Island", orb.Point{0, 0}, 512, 512},
		{"London", orb.Point{-0.1278, 51.5074}, 511, 340},
		{"New York", orb.Point{-74.006, 40.7128}, 301, 385},
		{"Tokyo", orb.Point{139.6917, 35.6895}, 909, 403},
		{"Sydney", orb.Point{151.2093, -33.8688}, 942, 614},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := Project(c.at)
			if x, y := int(p[0]*1024), int(p[1]*1024); x != c.x || y != c.y {
				t.Errorf("tile %d, %d, want %d, %d", x, y, c.x, c.y)
			}
		})
	}
}

// TestProjectMetres holds the worked example of EPSG Guidance Note 7-2.
func TestProjectMetres(t *testing.T) {
	p := Project(orb.Point{-(100 + 20.0/60), 24 + 22.0/60 + 54.433/3600})
	east, north := (p[0]-0.5)*earthCircumference, (0.5-p[1])*earthCircumference
	if math.Abs(east+11169055.58) > 0.01 || math.Abs(north-2800000) > 0.01 {
		t.Errorf("%.2f east, %.2f north", east, north)
	}
}

func TestProjectAtTheEdges(t *testing.T) {
	cases := []struct {
		name     string
		at, want orb.Point
	}{
		{"north-west corner", orb.Point{-180, MaxLat}, orb.Point{0, 0}},
		{"south-east corner", orb.Point{180, -MaxLat}, orb.Point{1, 1}},
		{"north pole", orb.Point{0, 90}, orb.Point{0.5, 0}},
		{"south pole", orb.Point{0, -90}, orb.Point{0.5, 1}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Project(c.at); !alike(got, c.want, 1e-9) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestProjectionRoundTrip(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		p := orb.Point{random.Float64()*360 - 180, (random.Float64()*2 - 1) * MaxLat}
		if back := Unproject(Project(p)); !alike(p, back, 1e-9) {
			t.Fatalf("%v comes back as %v", p, back)
		}
	}
}

func TestProjectBoundTurnsTheSidesRound(t *testing.T) {
	b := ProjectBound(orb.Bound{Min: orb.Point{46, 40}, Max: orb.Point{88, 56}})
	if b.Min[0] >= b.Max[0] || b.Min[1] >= b.Max[1] {
		t.Errorf("%v is inside out", b)
	}
	if north := Project(orb.Point{46, 56}); b.Min != north {
		t.Errorf("the upper left corner is %v, want %v", b.Min, north)
	}
}

func TestMetresPerWorld(t *testing.T) {
	cases := []struct{ lat, want float64 }{
		{0, 40075016.69},
		{60, 20037508.34}, // half of that at the equator
		{43.25, 40075016.69 * math.Cos(43.25*math.Pi/180)},
	}
	for _, c := range cases {
		if got := MetresPerWorld(Project(orb.Point{0, c.lat})[1]); math.Abs(got-c.want) > 1 {
			t.Errorf("at %v degrees: %.2f, want %.2f", c.lat, got, c.want)
		}
	}
}

// alike tells whether two points differ by at most tolerance on either axis.
func alike(a, b orb.Point, tolerance float64) bool {
	return math.Abs(a[0]-b[0]) <= tolerance && math.Abs(a[1]-b[1]) <= tolerance
}
