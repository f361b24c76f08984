package store

import (
	"math"
	"slices"
	"testing"
	"time"

	"qantar/store/when"
)

// knownAt reads EDTF in UTC; "" is no time at all.
func knownAt(t *testing.T, text string) when.When {
	t.Helper()
	if text == "" {
		return when.When{}
	}
	w, err := when.Parse(text, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestKnownFrom(t *testing.T) {
	tests := []struct{ name, published, want string }{
		{"a day counts from its end", "2022-01-07", "2022-01-07T23:59:59"},
		{"so does an uncertain one", "2022-01-07?", "2022-01-07T23:59:59"},
		{"a minute", "2022-01-07T10:29", "2022-01-07T10:29:59"},
		{"one of several days", "[2022-01-09..2022-03-21]", "2022-03-21T23:59:59"},
		{"an open end", "2022-01-07/..", ""},
		{"no time", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := int64(math.MaxInt64)
			if tt.want != "" {
				want = knownAt(t, tt.want).Earliest
			}
			if got := (&Source{Published: knownAt(t, tt.published)}).KnownFrom(); got != want {
				t.Errorf("known from %d, want %d", got, want)
			}
		})
	}
}

// TestKnown tells, for some moments, what two papers and a paper without a date
// had told of three events.
func TestKnown(t *testing.T) {
	event := func(id, when string, sources ...string) Event {
		e := Event{ID: id, When: knownAt(t, when), Summary: Text{En: "All that is told."}}
		for _, s := range sources {
			e.Reports = append(e.Reports, Report{Source: s})
		}
		return e
	}
	c := &Collection{
		Sources: []Source{
			{ID: "early", Published: knownAt(t, "2022-01-05")}, {ID: "late", Published: knownAt(t, "2022-01-08")}, {ID: "never"},
		},
		Events: []Event{
			event("both", "2022-01-02", "late", "early"), event("one", "2022-01-03", "late"),
			event("undated", "2022-01-03", "never"), event("ahead", "2022-01-09", "early"),
		},
		Figures: []Figure{{ID: "f", Source: "early"}, {ID: "g", Source: "late"}},
		Disagreements: []Disagreement{
			{ID: "numbers", Members: []Member{{Figure: "f"}, {Figure: "g"}}},
			{ID: "accounts", Explanation: Text{En: "Three differ."}, Members: []Member{{Event: "both", Source: "early"}, {Event: "both", Source: "late"}, {Event: "undated", Source: "never"}}},
		},
	}
	tests := []struct {
		at                     string
		events, reports        int
		figures, disagreements []string
	}{
		{"2022-01-05T12:00", 0, 0, nil, nil},
		{"2022-01-06", 1, 1, []string{"f"}, nil},
		{"2022-01-08T23:59:59", 2, 3, []string{"f", "g"}, []string{"numbers", "accounts"}},
		{"2022-01-10", 3, 4, []string{"f", "g"}, []string{"numbers", "accounts"}},
	}
	for _, tt := range tests {
		t.Run(tt.at, func(t *testing.T) {
			k := c.Known(knownAt(t, tt.at).Earliest)
			reports := 0
			for i := range k.Events {
				e := &k.Events[i]
				reports += len(e.Reports)
				whole := slices.ContainsFunc(c.Events, func(o Event) bool { return o.ID == e.ID && len(o.Reports) == len(e.Reports) })
				if e.Summary.IsZero() == whole {
					t.Errorf("%s, of which %d reports are known, is summed up as %q", e.ID, len(e.Reports), e.Summary.En)
				}
			}
			for i := range k.Disagreements {
				if d := &k.Disagreements[i]; len(d.Members) == 2 && !d.Explanation.IsZero() {
					t.Errorf("%s is explained, though a side is not known", d.ID)
				}
			}
			var figures, disputes []string
			for i := range k.Figures {
				figures = append(figures, k.Figures[i].ID)
			}
			for i := range k.Disagreements {
				disputes = append(disputes, k.Disagreements[i].ID)
			}
			if len(k.Events) != tt.events || reports != tt.reports || !slices.Equal(figures, tt.figures) || !slices.Equal(disputes, tt.disagreements) {
				t.Errorf("%d events, %d reports, figures %v, disagreements %v", len(k.Events), reports, figures, disputes)
			}
		})
	}
	if len(c.Events[0].Reports) != 2 || len(c.Disagreements[1].Members) != 3 {
		t.Error("the collection itself has changed")
	}
}
