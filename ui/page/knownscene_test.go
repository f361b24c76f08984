package page

import (
	"slices"
	"testing"

	"qantar/store"
	"qantar/store/when"
)

// TestSceneOfWhatWasKnown: a page shows, up to the scene's moment, what sources
// tell that had appeared by then.
func TestSceneOfWhatWasKnown(t *testing.T) {
	at := func(moment int64) when.When { return when.When{Text: "x", Earliest: moment, Latest: moment + 9} }
	g := &gathering{frame: &store.Collection{Sources: []store.Source{{ID: "a", Published: at(100)}, {ID: "b", Published: at(200)}, {ID: "c"}}}}
	g.sources = map[string]int{"a": 0, "b": 1, "c": 2}
	tests := []struct {
		name     string
		mode     store.SceneMode
		playhead int64
		shown    []string
		wantMode string
		want     []int
	}{
		{"another mode", store.DayScene, 50, nil, "day", nil},
		{"nothing was known", store.KnownScene, 105, nil, "cumulative", []int{noSource}},
		{"one had told", store.KnownScene, 109, nil, "cumulative", []int{0}},
		{"two had told", store.KnownScene, 300, nil, "cumulative", []int{0, 1}},
		{"of those that are shown", store.KnownScene, 300, []string{"b", "c"}, "cumulative", []int{1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			mode, sources := g.reading(&store.Scene{Mode: tt.mode, Playhead: at(tt.playhead), Sources: tt.shown})
			if mode != tt.wantMode || !slices.Equal(sources, tt.want) {
				t.Errorf("%s by %v, want %s by %v", mode, sources, tt.wantMode, tt.want)
			}
		})
	}
}
