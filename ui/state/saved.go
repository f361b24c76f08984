package state

import (
	"math"
	"slices"
	"time"

	"qantar/geo"
	"qantar/store"

	"github.com/paulmach/orb"
)

// Saved is what of the state outlives the window, and what a test reads of it.
// It is plain JSON.
type Saved struct {
	Collection    string     `json:"collection"`
	Mode          string     `json:"mode"`
	Playhead      time.Time  `json:"playhead"`
	From          time.Time  `json:"from"`
	To            time.Time  `json:"to"`
	Speed         int        `json:"speed"`
	Pace          string     `json:"pace"`
	Playing       bool       `json:"playing"`
	Lon           float64    `json:"lon"`
	Lat           float64    `json:"lat"`
	Zoom          float64    `json:"zoom"`
	Lang          store.Lang `json:"lang"`
	Theme         string     `json:"theme"`
	Hidden        []string   `json:"hidden_categories"`
	HiddenSources []string   `json:"hidden_sources"`
	Background    bool       `json:"background"`
	Place         string     `json:"place"`
	Words         string     `json:"words"`
	Selected      string     `json:"selected"`
	Shown         int        `json:"shown"`
	Total         int        `json:"total"`
}

// Save returns the state as it is now.
func (p *Presenter) Save() Saved {
	in := func(t int64) time.Time { return time.Unix(t, 0).In(p.data.Loc) }
	at := p.goal.LonLat()
	s := Saved{
		Collection: p.data.ID, Mode: p.time.mode.String(),
		Playhead: in(p.time.playhead), From: in(p.time.from), To: in(p.time.to),
		Speed: p.play.speed, Pace: p.play.pace.String(), Playing: p.play.playing,
		Lon: at[0], Lat: at[1], Zoom: p.goal.Zoom, Lang: p.lang, Theme: p.theme,
		Hidden: []string{}, HiddenSources: []string{},
		Background: p.filter.background, Place: p.filter.place, Words: p.filter.words,
		Shown: p.shown.Len(), Total: p.all.Len(),
	}
	for i, on := range p.filter.categories {
		if !on {
			s.Hidden = append(s.Hidden, p.data.Categories[i].ID)
		}
	}
	for i := range p.data.Sources {
		if !p.SourceShown(i) {
			s.HiddenSources = append(s.HiddenSources, p.data.Sources[i].ID)
		}
	}
	if p.selected >= 0 {
		s.Selected = p.data.Item(p.selected).Event.ID
	}
	return s
}

// Restore brings back what was saved, as far as it fits this collection. What
// does not fit is left as it is; words searched for are not brought back.
func (p *Presenter) Restore(s Saved) {
	p.Together(func() {
		p.SetTheme(s.Theme)
		if slices.Contains(store.Langs, s.Lang) {
			p.SetLang(s.Lang)
		}
		p.SetSpeed(s.Speed)
		for _, pace := range Paces {
			if pace.Name == s.Pace {
				p.SetPace(pace.Pace)
			}
		}
		if s.Collection != p.data.ID {
			return
		}
		if onMap(s) {
			p.SetView(geo.At(orb.Point{s.Lon, s.Lat}, s.Zoom, p.view.Width, p.view.Height))
		}
		p.restoreTime(s)
		p.restoreFilter(s)
		p.Select(p.data.Index(s.Selected))
	})
}

// onMap tells whether what was saved is a view of the world; a number that is
// none fails every comparison.
func onMap(s Saved) bool {
	return s.Zoom >= geo.MinZoom && s.Zoom <= geo.MaxZoom && math.Abs(s.Lon) <= 180 && math.Abs(s.Lat) <= 90
}

func (p *Presenter) restoreTime(s Saved) {
	if !s.From.Before(s.To) {
		return
	}
	for _, m := range Modes {
		if m.Name == s.Mode {
			p.SetMode(m.Mode)
		}
	}
	p.SetHandles(s.From.Unix(), s.To.Unix())
	p.SetPlayhead(s.Playhead.Unix())
}

func (p *Presenter) restoreFilter(s Saved) {
	for _, id := range s.Hidden {
		if i, ok := p.data.categories[id]; ok {
			p.filter.categories[i] = false
		}
	}
	for _, id := range s.HiddenSources {
		if i, ok := p.data.sources[id]; ok {
			p.filter.sources &^= 1 << i
		}
	}
	p.filter.background = s.Background
	if p.data.Place(s.Place) != nil {
		p.filter.place = s.Place
	}
	p.refilter()
}
