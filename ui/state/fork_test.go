package state

import (
	"slices"
	"testing"
	"time"
)

func TestForkShowsTheSame(t *testing.T) {
	p := presenter(t, Options{Dispatch: func(do func()) { do() }, Now: time.Now})
	p.SetLang("kk")
	p.SetMode(Window)
	p.ToggleCategory(0)
	p.Select(1)
	q := p.Fork()
	if a, b := p.Save(), q.Save(); a.Mode != b.Mode || a.Lang != b.Lang || a.Selected != b.Selected || a.Shown != b.Shown || !slices.Equal(a.Hidden, b.Hidden) || a.Zoom != b.Zoom {
		t.Errorf("it shows %+v, not %+v", b, a)
	}
	q.ClearFilter()
	q.SetLang("ru")
	if !p.Filtered() || p.Lang() != "kk" {
		t.Error("what is done to a fork is done to the presenter too")
	}
	if p.Data().Item(1) == q.Data().Item(1) {
		t.Error("two goroutines would share what they have read")
	}
}

func TestShowFound(t *testing.T) {
	p := presenter(t, Options{Dispatch: func(do func()) { do() }, Now: time.Now})
	one := p.InFilter().At(0)
	p.ShowFound("", []int{one})
	if p.InFilter().Len() != 1 || !p.Passes(one) {
		t.Errorf("%d events pass", p.InFilter().Len())
	}
	p.ClearFilter()
	if p.InFilter().Len() < 2 {
		t.Error("they stay found")
	}
}
