package axis

import (
	"math"
	"math/rand/v2"
	"testing"
)

// someScale returns a scale and limits that hold it.
func someScale(r *rand.Rand) (Scale, Limits) {
	from := r.Int64N(4e9) - 2e9
	length := int64(math.Exp(r.Float64()*13)) + Shortest
	l := Limits{from - r.Int64N(1e7), from + length + r.Int64N(1e7)}
	return Scale{from, from + length, 100 + 4000*r.Float64()}, l
}

func TestXAndTAreInverse(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		s, _ := someScale(r)
		want := s.From + r.Int64N(s.To-s.From+1)
		if got := s.T(s.X(want)); got != want {
			t.Fatalf("%+v: T(X(%d)) = %d", s, want, got)
		}
	}
}

func TestZoomKeepsTheTimeUnderThePointer(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		s, _ := someScale(r)
		x, factor := s.Width*r.Float64(), math.Exp(r.Float64()-0.5)
		far := Limits{-1 << 40, 1 << 40}
		z := s.ZoomAt(x, factor, far)
		if d := math.Abs(float64(z.T(x) - s.T(x))); d > 2 && z.To-z.From > Shortest {
			t.Fatalf("%+v zoomed by %v at %v: the time there moved by %v s", s, factor, x, d)
		}
	}
}

func TestMovesStayWithinLimits(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 5000 {
		s, l := someScale(r)
		for _, moved := range []Scale{
			s.ZoomAt(s.Width*r.Float64(), math.Exp(8*r.Float64()-4), l),
			s.Pan(1e4*(r.Float64()-0.5), l),
		} {
			if moved.From < l.From || moved.To > l.To || moved.To-moved.From < Shortest || moved.Width != s.Width {
				t.Fatalf("%+v within %+v became %+v", s, l, moved)
			}
		}
	}
}

func TestPanKeepsTheLength(t *testing.T) {
	s := Scale{0, 100 * days, 1000}
	got := s.Pan(10, Limits{-1e9, 1e9})
	if want := (Scale{days, 101 * days, 1000}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestEmptyScaleIsHarmless(t *testing.T) {
	var s Scale
	if x, at := s.X(10), s.T(10); math.IsNaN(x) || at < 0 {
		t.Errorf("X %v, T %v", x, at)
	}
	if got := s.Within(Limits{5, 5}); got.To-got.From != Shortest {
		t.Errorf("got %+v", got)
	}
}
