package paint

import (
	"bytes"
	"fmt"
	"image"
	"testing"

	"qantar/geo"

	"github.com/paulmach/orb"
)

// spokenScene is the home scene with callouts close to each other.
func spokenScene(scale float32, style *Style) (*MapScene, *image.RGBA) {
	s, img := homeScene(scale, style)
	s.Callouts = []Callout{
		{At: s.Marks[0].At, Radius: 14, Titles: []string{"Protesters take over Almaty airport", "An internet blackout begins"}},
		{At: s.Marks[1].At, Radius: 20, Titles: []string{"Жаңаөзен мен Ақтау тұрғындары көшеге шықты"}},
		{At: s.Marks[2].At, Radius: 11, Titles: []string{"Токаев просит помощи"}},
		{At: geo.Project(orb.Point{63, 46}), Titles: []string{"State of emergency in the whole country"}},
	}
	return s, img
}

func TestCalloutsGolden(t *testing.T) {
	for _, style := range []*Style{&Light, &Dark} {
		s, img := spokenScene(1, style)
		testMap(t).Draw(img, s)
		compareGolden(t, img, "callouts-"+style.Name)
	}
}

func TestCalloutsKeepApart(t *testing.T) {
	for _, free := range []image.Rectangle{{}, image.Rect(0, 0, 480, 290), image.Rect(0, 40, 480, 320)} {
		t.Run(fmt.Sprint(free), func(t *testing.T) {
			s, img := spokenScene(1, &Light)
			s.Free = free
			k := callouts{names: testType(t)}
			all := k.lay(nil, s, img.Rect, &labels{})
			if free.Empty() && len(all) != len(s.Callouts) {
				t.Fatalf("%d of %d callouts were laid", len(all), len(s.Callouts))
			}
			inside := img.Rect
			if !free.Empty() {
				inside = free
			}
			for i := range all {
				if !all[i].box.In(inside) {
					t.Errorf("%q stands at %v, outside %v", all[i].titles, all[i].box, inside)
				}
				for j := range all {
					ring := around(all[j].at, all[j].ring)
					if all[j].ring > 0 && all[i].box.Overlaps(ring.Inset(3)) {
						t.Errorf("%q at %v covers the ring at %v", all[i].titles, all[i].box, ring)
					}
					if j > i && all[i].box.Overlaps(all[j].box) {
						t.Errorf("%q and %q overlap", all[i].titles, all[j].titles)
					}
				}
			}
		})
	}
}

func TestCalloutsKeepOffWhatCoversTheMap(t *testing.T) {
	s, img := spokenScene(1, &Light)
	k := callouts{names: testType(t)}
	s.Callouts = s.Callouts[1:2]
	s.Covered = k.lay(nil, s, img.Rect, &labels{})[0].box.Inset(-4)
	for _, c := range k.lay(nil, s, img.Rect, &labels{}) {
		if c.box.Overlaps(s.Covered) {
			t.Errorf("%q stands at %v, where %v is covered", c.titles, c.box, s.Covered)
		}
	}
}

func TestCalloutsLoseNoLetter(t *testing.T) {
	k := callouts{names: testType(t)}
	title := "Наразылық білдірушілер Әуезов аудандық полиция басқармасын шабуылмен алуға тырысты"
	got := ""
	for i, line := range k.wrapped(title, 1) {
		if w := k.names.width(line, Bold, calloutText); w > calloutWidest {
			t.Errorf("%q is %.0f pixels wide", line, w)
		}
		if i > 0 {
			got += " "
		}
		got += line
	}
	if got != title {
		t.Errorf("wrapped it reads %q", got)
	}
}

func TestCalloutsOutOfSightAreLeftOut(t *testing.T) {
	s, img := spokenScene(1, &Light)
	s.Callouts = append(s.Callouts[:1], Callout{At: geo.Project(orb.Point{-70, 40}), Radius: 9, Titles: []string{"far away"}})
	k := callouts{names: testType(t)}
	if all := k.lay(nil, s, img.Rect, &labels{}); len(all) != 1 {
		t.Errorf("%d callouts were laid, one is in sight", len(all))
	}
}

// TestLayersPaintCallouts changes callouts, and what lies under them.
func TestLayersPaintCallouts(t *testing.T) {
	whole, layers := testMap(t), NewLayers(testMap(t))
	s, want := spokenScene(1, &Light)
	got := image.NewRGBA(want.Rect)
	for _, step := range []struct {
		name   string
		change func()
	}{
		{"at first", func() {}},
		{"again", func() {}},
		{"one less", func() { s.Callouts = s.Callouts[1:] }},
		{"another title", func() { s.Callouts[0].Titles = []string{"Another"} }},
		{"a mark under one", func() { s.Marks[1].Count = 14 }},
		{"another place", func() { s.Callouts[0].At = s.Marks[0].At }},
		{"none", func() { s.Callouts = nil }},
	} {
		t.Run(step.name, func(t *testing.T) {
			step.change()
			whole.Draw(want, s)
			layers.Draw(got, s)
			if !bytes.Equal(got.Pix, want.Pix) {
				t.Errorf("%d pixels differ", differing(got, want))
			}
		})
	}
}

func BenchmarkCallouts(b *testing.B) {
	s, img := spokenScene(2, &Light)
	for len(s.Marks) < 120 {
		s.Marks = append(s.Marks, s.Marks[len(s.Marks)-3])
	}
	k := callouts{names: testType(b)}
	var all []called
	b.ReportAllocs()
	for b.Loop() {
		all = k.lay(all[:0], s, img.Rect, &labels{})
	}
}
