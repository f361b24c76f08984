package state

import (
	"testing"

	"qantar/store"
)

func TestClaimsAreFoundByEvent(t *testing.T) {
	k := newClaims(&store.Collection{
		Figures: []store.Figure{{ID: "f1", Event: "a"}, {ID: "f2", Event: "b"}, {ID: "f3", Event: "a"}},
		Disagreements: []store.Disagreement{
			{ID: "d1", Members: []store.Member{{Figure: "f1"}, {Figure: "f3"}, {Event: "c", Source: "s"}}},
			{ID: "d2", Members: []store.Member{{Figure: "f2"}, {Figure: "gone"}}},
		},
	})
	if got := k.ofEvent["a"]; len(got) != 2 || got[0].ID != "f1" || got[1].ID != "f3" {
		t.Errorf("the figures of a are %v", got)
	}
	for event, want := range map[string]string{"a": "d1", "b": "d2", "c": "d1"} {
		if got := k.disputes[event]; len(got) != 1 || got[0].ID != want {
			t.Errorf("the disagreements of %s are %v, want %s alone", event, got, want)
		}
	}
}

func TestReportsAlone(t *testing.T) {
	for _, tt := range []struct {
		name           string
		sources        uint64
		source         int
		reports, alone bool
	}{
		{"only one", 0b010, 1, true, true},
		{"one of two", 0b011, 1, true, false},
		{"another", 0b100, 1, false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			it := Item{sources: tt.sources}
			if reports, alone := it.Reports(tt.source); reports != tt.reports || alone != tt.alone {
				t.Errorf("got %v, %v", reports, alone)
			}
		})
	}
}

func TestOnlySourceOf(t *testing.T) {
	n := func(v float64) *float64 { return &v }
	d := &Data{Collection: &store.Collection{Figures: []store.Figure{
		{Source: "a", Measure: "killed", Low: n(26)}, {Source: "b", Measure: "killed", Low: n(26)},
		{Source: "a", Measure: "injured", Low: n(26)}, {Source: "a", Measure: "killed", Low: n(164)},
		{Source: "a", Measure: "killed", Words: "dozens"}, {Source: "b", Measure: "killed", Words: "many"},
	}}}
	for i, want := range []bool{false, false, true, true, true, true} {
		if got := d.OnlySourceOf(&d.Figures[i]); got != want {
			t.Errorf("figure %d is given by its source alone: %v, want %v", i, got, want)
		}
	}
}
