package sqlite

import (
	"fmt"
	"reflect"
	"testing"

	"qantar/store"
)

func TestDiffering(t *testing.T) {
	type claim struct {
		measure, place, asOf string
		low, high            float64 // high 0 for none, low 0 for words
	}
	tests := []struct {
		name   string
		claims []claim
		want   [][]string
	}{
		{"none", nil, nil},
		{"the same", []claim{{"crowd", "square", "2022-01-04", 5, 0}, {"crowd", "square", "2022-01-04", 5, 0}}, nil},
		{"two numbers", []claim{{"crowd", "square", "2022-01-04", 5, 0}, {"crowd", "square", "2022-01-04T12:00", 6, 0}}, [][]string{{"0", "1"}}},
		{"a range that begins alike", []claim{{"crowd", "square", "2022-01-04", 5, 0}, {"crowd", "square", "2022-01-04", 5, 7}}, [][]string{{"0", "1"}}},
		{"words", []claim{{"crowd", "square", "2022-01-04", 5, 0}, {"crowd", "square", "2022-01-04", 0, 0}}, nil},
		{"another day", []claim{{"crowd", "square", "2022-01-04", 5, 0}, {"crowd", "square", "2022-01-05", 6, 0}}, nil},
		{"another place", []claim{{"crowd", "square", "2022-01-04", 5, 0}, {"crowd", "almaty", "2022-01-04", 6, 0}}, nil},
		{"another measure", []claim{{"crowd", "square", "2022-01-04", 5, 0}, {"hours", "square", "2022-01-04", 6, 0}}, nil},
		{"a repeat of one of two", []claim{
			{"crowd", "square", "2022-01-04", 5, 0}, {"crowd", "square", "2022-01-04", 5, 0}, {"crowd", "square", "2022-01-04", 6, 0},
		}, [][]string{{"0", "1", "2"}}},
		{"two groups, one joined by its last", []claim{
			{"crowd", "square", "2022-01-04", 1, 0}, {"hours", "almaty", "2022-01-04", 2, 0}, {"crowd", "square", "2022-01-06", 3, 0},
			{"hours", "almaty", "2022-01-04", 4, 0}, {"crowd", "square", "2022-01-04/2022-01-06", 5, 0},
		}, [][]string{{"0", "2", "4"}, {"1", "3"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := made(t)
			c.Figures, c.Disagreements = nil, nil
			for i, x := range tt.claims {
				f := store.Figure{ID: fmt.Sprint(i), Event: "rally", Measure: x.measure, AsOf: at(t, x.asOf), Place: x.place, AttributedTo: "x", Source: "paper", Paragraph: 1}
				if f.Words = "many"; x.low != 0 {
					f.Words, f.Low, f.Qualifier = "", &x.low, store.Exact
				}
				if x.high != 0 {
					f.High = &x.high
				}
				c.Figures = append(c.Figures, f)
			}
			got, err := built(t, c).Differing(t.Context())
			if err != nil || !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %q, %v, want %q", got, err, tt.want)
			}
		})
	}
}
