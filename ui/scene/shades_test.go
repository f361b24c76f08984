package scene

import (
	"fmt"
	"slices"
	"testing"

	"qantar/ui/paint"
	"qantar/ui/state"
)

// short writes shades as "CODE hatch 0 sparse", "CODE tint" or "CODE outline".
func short(shades []paint.Shade) []string {
	texts := []string{}
	for _, s := range shades {
		text := s.Code + " tint"
		switch {
		case s.Hatch && s.Sparse:
			text = fmt.Sprint(s.Code, " hatch ", s.Slant, " sparse")
		case s.Hatch:
			text = fmt.Sprint(s.Code, " hatch ", s.Slant)
		case s.Outline:
			text = s.Code + " outline"
		}
		texts = append(texts, text)
	}
	return texts
}

func TestShades(t *testing.T) {
	cases := []struct {
		name              string
		mode              state.Mode
		day               int
		selected, hovered string
		want              []string
	}{
		{"before anything holds", state.Cumulative, 1, "", "", nil},
		{"a condition, and what happens over a region", state.Cumulative, 3, "", "", []string{"KZ-MAN hatch 0", "KZ-MAN tint"}},
		{"a condition no longer holds", state.Cumulative, 5, "", "",
			[]string{"KZ-MAN tint", "KZ hatch 0 sparse", "KZ hatch 1 sparse"}},
		{"conditions end", state.Cumulative, 12, "", "", []string{"KZ hatch 0 sparse"}},
		{"all have ended", state.Cumulative, 20, "", "", nil},
		{"the day shown, not the moment", state.SingleDay, 4, "", "", []string{"KZ-MAN hatch 0", "KZ-MAN tint"}},
		{"the window shown", state.Window, 5, "", "",
			[]string{"KZ-MAN hatch 0", "KZ-MAN tint", "KZ hatch 0 sparse", "KZ hatch 1 sparse"}},
		{"selected, though it no longer holds", state.Cumulative, 12, "curfew", "", []string{"KZ hatch 0 sparse", "KZ-MAN outline"}},
		{"hovered", state.Cumulative, 1, "", "spread", []string{"KZ-MAN outline"}},
		{"selected and hovered", state.Cumulative, 1, "spread", "emergency", []string{"KZ-MAN outline", "KZ outline"}},
		{"both at once", state.Cumulative, 1, "spread", "spread", []string{"KZ-MAN outline"}},
		{"a point shades nothing", state.Cumulative, 1, "square", "", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := onMap(t, c.day)
			p.SetMode(c.mode)
			p.Select(p.Data().Index(c.selected))
			p.Hover(p.Data().Index(c.hovered))
			shades := NewMap(p).Picture(plain).Shades
			if got := short(shades); !slices.Equal(got, c.want) {
				t.Errorf("shades %v, want %v", got, c.want)
			}
		})
	}
}

// TestShadesOfOneAreaDiffer: two hatches over one area have different colours.
func TestShadesOfOneAreaDiffer(t *testing.T) {
	var colors []any
	for _, s := range NewMap(onMap(t, 6)).Picture(plain).Shades {
		if s.Hatch {
			colors = append(colors, s.Color)
		}
	}
	if len(colors) != mostHatches || colors[0] == colors[1] {
		t.Errorf("hatched in %v", colors)
	}
}

func TestHatchesGiveWayUpClose(t *testing.T) {
	last := hatchAt(1)
	for zoom := 1.0; zoom <= 16; zoom += 0.25 {
		now := hatchAt(zoom)
		if now > last || now < hatchNear-1e-9 || now > hatchOpacity+1e-9 {
			t.Fatalf("zoom %v: %v after %v", zoom, now, last)
		}
		last = now
	}
	if last >= hatchOpacity {
		t.Error("they are as strong up close as from afar")
	}
}

func TestConditions(t *testing.T) {
	cases := []struct {
		day  int
		want []string // the most important first
	}{
		{1, nil},
		{3, []string{"curfew"}},
		{5, []string{"emergency", "shutdown", "second shutdown", "ban"}},
		{9, []string{"emergency", "second shutdown", "ban"}},
		{12, []string{"emergency"}},
		{20, nil},
	}
	for _, c := range cases {
		t.Run(fmt.Sprint(c.day), func(t *testing.T) {
			p := onMap(t, c.day)
			var got []string
			for _, i := range NewMap(p).Conditions() {
				got = append(got, p.Data().Item(i).Event.ID)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
