package state

import (
	"testing"

	"qantar/store"
)

// A scene of one day that names no moment shows the last day of its window, and
// not the one that begins where that ends.
func TestSceneOfADayShowsTheLastDay(t *testing.T) {
	for _, window := range []string{"2022-01-01/2022-01-04", "2022-01-05", "2022-01-01/2022-01-09"} {
		p := presenter(t, Options{})
		s := store.Scene{View: p.data.Home, Mode: store.DayScene, Window: parseWhen(t, window)}
		p.ShowScene(&s)
		from, to := p.Shows()
		if wantFrom, wantTo := s.Shows(p.data.Loc); from != wantFrom || to != wantTo {
			t.Errorf("%s: it shows %d to %d, not %d to %d", window, from, to, wantFrom, wantTo)
		}
	}
}
