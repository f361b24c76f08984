package state

import (
	"context"
	"errors"
	"slices"
	"testing"

	"qantar/store"
)

// wantInFilter compares which events pass the filter.
func wantInFilter(t *testing.T, p *Presenter, want ...string) {
	t.Helper()
	if got := ids(p, p.InFilter()); !slices.Equal(got, want) {
		t.Errorf("the filter lets %v through, want %v", got, want)
	}
}

func TestFilters(t *testing.T) {
	all := []string{"first", "spread", "perhaps", "gather", "emergency", "shutdown", "call", "last"}
	cases := []struct {
		name     string
		change   func(*Presenter)
		filtered bool
		want     []string
	}{
		{"none", func(*Presenter) {}, false, all},
		{"with background", func(p *Presenter) { p.SetBackground(true) }, false, append([]string{"independence", "decree"}, all...)},
		{"a category hidden", func(p *Presenter) { p.ToggleCategory(0) }, true, []string{"perhaps", "emergency", "shutdown", "call", "last"}},
		{"and shown again", func(p *Presenter) { p.ToggleCategory(0); p.ToggleCategory(0) }, false, all},
		{"one category only", func(p *Presenter) { p.ShowOnlyCategory(1) }, true, []string{"perhaps", "last"}},
		{"that one again shows all", func(p *Presenter) { p.ShowOnlyCategory(1); p.ShowOnlyCategory(1) }, false, all},
		{"another one only", func(p *Presenter) { p.ShowOnlyCategory(1); p.ShowOnlyCategory(0) }, true, []string{"first", "spread", "gather"}},
		{"no such category", func(p *Presenter) { p.ToggleCategory(-1); p.ToggleCategory(7) }, false, all},
		{"a source hidden", func(p *Presenter) { p.ToggleSource(0) }, true, []string{"spread", "perhaps", "gather", "emergency", "shutdown", "call"}},
		{"two sources hidden", func(p *Presenter) { p.ToggleSource(0); p.ToggleSource(1) }, true, []string{"perhaps", "call"}},
		{"a site", func(p *Presenter) { p.SetPlace("airport") }, true, []string{"perhaps"}},
		{"a city and its sites", func(p *Presenter) { p.SetPlace("almaty") }, true, []string{"perhaps", "gather", "shutdown", "last"}},
		{"a region, its cities, and what is about it", func(p *Presenter) { p.SetPlace("mangystau") }, true, []string{"first", "spread", "emergency", "call"}},
		{"a country, and what abroad is about its regions", func(p *Presenter) { p.SetPlace("kz") }, true, all},
		{"abroad", func(p *Presenter) { p.SetPlace("ru") }, true, []string{"call"}},
		{"a place that is none", func(p *Presenter) { p.SetPlace("atlantis") }, true, nil},
		{"joined with and", func(p *Presenter) { p.SetPlace("almaty"); p.ShowOnlyCategory(1); p.ToggleSource(2) }, true, []string{"last"}},
		{"cleared", func(p *Presenter) { p.SetPlace("ru"); p.ToggleSource(2); p.ToggleCategory(0); p.ClearFilter() }, false, all},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := presenter(t, Options{})
			c.change(p)
			wantInFilter(t, p, c.want...)
			if p.Filtered() != c.filtered {
				t.Errorf("filtered is %v", p.Filtered())
			}
		})
	}
}

func TestFilterTellsWhatItShows(t *testing.T) {
	p := presenter(t, Options{})
	p.ToggleCategory(1)
	p.ToggleSource(2)
	p.SetPlace("almaty")
	if p.CategoryShown(1) || !p.CategoryShown(0) || p.SourceShown(2) || !p.SourceShown(0) || p.PlaceShown() != "almaty" {
		t.Error("what the filter hides is not what it was told")
	}
}

func TestPlacesThatHoldEachOther(t *testing.T) {
	c := fixture(t)
	c.Places[0].Parent = "mangystau" // kz lies in mangystau lies in kz
	d, err := Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	p := New(d, Options{})
	p.SetPlace("ru")
	wantInFilter(t, p, "call")
}

// finder answers a search when the test says so.
type finder map[string]chan answer

type answer struct {
	ids []string
	err error
}

func (f finder) Positions(_ context.Context, q store.Query) ([]int, error) {
	a := <-f[q.Text]
	var positions []int
	for i, e := range fixtureEvents {
		if slices.Contains(a.ids, e.id) {
			positions = append(positions, i)
		}
	}
	return positions, a.err
}

// searching is a presenter whose searches and their answers the test lets
// through one by one.
func searching(t *testing.T, words ...string) (p *Presenter, f finder, next func(), failed *error) {
	t.Helper()
	queue := make(chan func())
	f, failed = finder{}, new(error)
	for _, w := range words {
		f[w] = make(chan answer)
	}
	p = presenter(t, Options{
		Finder: f, Dispatch: func(run func()) { queue <- run }, Failed: func(err error) { *failed = err },
	})
	return p, f, func() { (<-queue)() }, failed
}

func TestWords(t *testing.T) {
	p, f, next, _ := searching(t, "airport")
	p.SetWords("airport")
	f["airport"] <- answer{ids: []string{"perhaps", "unknown"}}
	next()
	wantInFilter(t, p, "perhaps")
	if p.Words() != "airport" || !p.Filtered() {
		t.Errorf("the words are %q", p.Words())
	}
	p.SetWords("")
	if p.InFilter().Len() != 8 || p.Filtered() {
		t.Errorf("without words %v are found", ids(p, p.InFilter()))
	}
}

func TestLateAnswersAreDropped(t *testing.T) {
	cases := []struct {
		name  string
		after func(*Presenter)
		want  []string
	}{
		{"words taken back", func(p *Presenter) { p.SetWords("") }, nil},
		{"filter cleared", func(p *Presenter) { p.ClearFilter() }, nil},
		{"other words", func(p *Presenter) { p.SetWords("moscow") }, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, f, next, _ := searching(t, "airport", "moscow")
			p.SetWords("airport")
			c.after(p)
			before := ids(p, p.InFilter())
			f["airport"] <- answer{ids: []string{"perhaps"}}
			next()
			wantInFilter(t, p, before...)
			if p.Words() == "moscow" {
				f["moscow"] <- answer{ids: []string{"call"}}
				next()
				wantInFilter(t, p, "call")
			}
		})
	}
}

// ended tells the words of each search that was ended.
type ended chan string

func (e ended) Positions(ctx context.Context, q store.Query) ([]int, error) {
	<-ctx.Done()
	e <- q.Text
	return nil, ctx.Err()
}

func TestSearchesForOtherWordsEnd(t *testing.T) {
	for name, next := range map[string]string{"other words": "moscow", "no words": ""} {
		t.Run(name, func(t *testing.T) {
			e, dispatched := make(ended, 1), make(chan func())
			p := presenter(t, Options{Finder: e, Dispatch: func(f func()) { dispatched <- f }, Failed: func(err error) { t.Error(err) }})
			p.SetWords("airport")
			p.SetWords(next)
			if words := <-e; words != "airport" {
				t.Errorf("the search for %q has ended", words)
			}
			(<-dispatched)()
			p.endSearch()
		})
	}
}

func TestAnswersInTheWrongOrder(t *testing.T) {
	p, f, next, _ := searching(t, "airport", "moscow")
	p.SetWords("airport")
	p.SetWords("moscow")
	f["moscow"] <- answer{ids: []string{"call"}}
	next()
	f["airport"] <- answer{ids: []string{"perhaps"}}
	next()
	wantInFilter(t, p, "call")
}

func TestSearchThatFails(t *testing.T) {
	p, f, next, failed := searching(t, "airport")
	p.SetWords("airport")
	lost := errors.New("the store is gone")
	f["airport"] <- answer{err: lost}
	next()
	if !errors.Is(*failed, lost) {
		t.Errorf("told of %v", *failed)
	}
	if p.InFilter().Len() != 8 {
		t.Errorf("a search that failed hides events: %v", ids(p, p.InFilter()))
	}
}

func TestWordsWithoutAFinder(t *testing.T) {
	p := presenter(t, Options{})
	p.SetWords("airport")
	wantInFilter(t, p)
	p.SetWords("")
	if p.InFilter().Len() != 8 {
		t.Error("events stay hidden")
	}
}
