package state

import (
	"testing"

	"qantar/store"
)

// glideScene is a scene over some hours of the collection's first day.
func glideScene(p *Presenter, mode store.SceneMode, fromHour, toHour int64) *store.Scene {
	start := p.data.Window.Earliest
	return &store.Scene{ID: "s", View: p.data.Home, Mode: mode, Window: p.extent(start+fromHour*3600, start+toHour*3600)}
}

func TestGlideGoesToTheTimeOfTheScene(t *testing.T) {
	for _, mode := range []store.SceneMode{store.CumulativeScene, store.WindowScene, store.DayScene} {
		for _, before := range []Mode{Cumulative, Window, SingleDay} {
			t.Run(before.String()+" to "+string(mode), func(t *testing.T) {
				p, other := presenter(t, Options{}), presenter(t, Options{})
				p.SetMode(before)
				s := glideScene(p, mode, 6, 18)
				g := p.GlideTo(s, p.View())
				last := p.Playhead()
				for share := 0.0; share < 1; share += 0.1 {
					if !g.At(share) {
						t.Fatalf("at %.1f it gave up", share)
					}
					from, to := p.Handles()
					if p.Playhead() < from || p.Playhead() > to {
						t.Errorf("at %.1f the playhead %d is outside %d to %d", share, p.Playhead(), from, to)
					}
					if d := p.Playhead() - last; (g.to.playhead-g.from.playhead)*d < 0 {
						t.Errorf("at %.1f the playhead went back by %d", share, d)
					}
					last = p.Playhead()
				}
				g.At(1)
				other.ShowScene(s)
				if p.time != other.time {
					t.Errorf("it ended at %+v, the scene shows %+v", p.time, other.time)
				}
			})
		}
	}
}

func TestGlideGivesWay(t *testing.T) {
	p := presenter(t, Options{})
	g := p.GlideTo(glideScene(p, store.CumulativeScene, 0, 20), p.View())
	if !g.At(0.5) {
		t.Fatal("it gave up though nobody moved time")
	}
	p.SetPlayhead(p.data.Window.Earliest + 3600)
	at := p.Playhead()
	if g.At(0.6) || p.Playhead() != at {
		t.Errorf("the glide went on to %d after time was moved to %d", p.Playhead(), at)
	}
}

func TestGlideKnowsThatTimeStays(t *testing.T) {
	p := presenter(t, Options{})
	s := glideScene(p, store.WindowScene, 2, 9)
	if p.GlideTo(s, p.View()).Still() {
		t.Error("time moves, and the glide says that it stays")
	}
	p.ShowScene(s)
	if !p.GlideTo(s, p.View()).Still() {
		t.Error("time stays, and the glide says that it moves")
	}
}

func TestASceneOfADayShowsThatDay(t *testing.T) {
	p := presenter(t, Options{})
	p.ShowScene(&store.Scene{ID: "s", View: p.data.Home, Mode: store.DayScene, Window: parseWhen(t, "2022-01-03/2022-01-04")})
	from, to := p.Shows()
	if wantFrom, wantTo := at(4, 0), at(5, 0)-1; from != wantFrom || to != wantTo {
		t.Errorf("it shows %d to %d, the last day is %d to %d", from, to, wantFrom, wantTo)
	}
}
