package timeview

import "testing"

func TestTimelineForAnAudience(t *testing.T) {
	f := newFixture(t)
	high, factor := f.v.MinSize().Height, f.v.drawnFactor()
	f.v.Stage(1.5)
	if f.v.drawnFactor() != 1.5*factor {
		t.Errorf("letters are drawn at %v, before at %v", f.v.drawnFactor(), factor)
	}
	if f.v.MinSize().Height >= high {
		t.Errorf("it takes %v pixels, before %v", f.v.MinSize().Height, high)
	}
}
