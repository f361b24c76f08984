package state

import (
	"math"
	"slices"
	"time"

	"qantar/geo"
	"qantar/store"
	"qantar/store/when"

	"github.com/paulmach/orb"
)

// ShowScene shows what a scene of a story shows: time, mode, filter and view,
// and the events that it speaks of. Playback pauses, place and words are
// cleared; what the scene names and the collection lacks is left out.
func (p *Presenter) ShowScene(s *store.Scene) {
	p.Together(func() {
		p.setScene(s)
		p.setClock(p.clockOf(s))
		p.FlyTo(p.ViewOf(s.View, p.goal.Width, p.goal.Height))
	})
}

// setScene shows all of a scene but its time and its view.
func (p *Presenter) setScene(s *store.Scene) {
	p.Pause()
	p.Select(-1)
	p.Highlight(p.positionsOf(s.Highlights))
	p.showFilter(s)
}

// ViewOf is a view that the record states, on a map of some size in pixels: a
// larger map shows the same land at another zoom.
func (p *Presenter) ViewOf(v store.View, width, height float64) geo.Viewport {
	return geo.At(orb.Point{v.Lon, v.Lat}, v.Zoom+fit(width, height), width, height)
}

// fit is by how much the zoom of a map of some size differs from the one that
// the record states.
func fit(width, height float64) float64 {
	return math.Log2(math.Min(width/homeWidth, height/homeHeight))
}

func (p *Presenter) showFilter(s *store.Scene) {
	p.openFilter()
	for _, id := range s.Hidden {
		if i, ok := p.data.categories[id]; ok {
			p.filter.categories[i] = false
		}
	}
	if len(s.Sources) > 0 {
		p.filter.sources = 0
		for _, id := range s.Sources {
			if i, ok := p.data.sources[id]; ok {
				p.filter.sources |= 1 << i
			}
		}
	}
	p.filter.background = s.Background
	p.refilter()
}

// clockOf is the time that a scene shows.
func (p *Presenter) clockOf(s *store.Scene) clock {
	c := clock{from: p.withinReach(s.Window.Earliest), to: p.withinReach(s.Window.Latest + 1), playhead: s.Moment()}
	for _, m := range Modes {
		if m.Name == string(s.Mode) {
			c.mode = m.Mode
		}
	}
	if c.mode == Window || s.Playhead.Text == "" && c.mode != SingleDay { // the day of the end is that of its last second
		c.playhead = c.to
	}
	c.playhead = max(c.from, min(c.to, c.playhead))
	return c
}

// Scene is what is shown now as a scene, with the selected event, or else those
// that are highlighted, as the events that it speaks of. It has no texts yet.
func (p *Presenter) Scene() store.Scene {
	at := p.goal.LonLat()
	s := store.Scene{
		View:       store.View{Lon: round(at[0], 4), Lat: round(at[1], 4), Zoom: round(p.goal.Zoom-fit(p.goal.Width, p.goal.Height), 2)},
		Mode:       store.SceneMode(p.time.mode.String()),
		Window:     p.extent(p.time.from, p.time.to),
		Background: p.filter.background,
		Highlights: p.spokenOf(),
	}
	if p.time.mode != Window && p.time.playhead != p.time.to {
		s.Playhead = p.written(p.text(max(s.Window.Earliest, min(p.time.playhead, s.Window.Latest)), toMinute))
	}
	for i, on := range p.filter.categories {
		if !on {
			s.Hidden = append(s.Hidden, p.data.Categories[i].ID)
		}
	}
	if !p.ShowsEverySource() {
		for i := range p.data.Sources {
			if p.SourceShown(i) {
				s.Sources = append(s.Sources, p.data.Sources[i].ID)
			}
		}
	}
	return s
}

func round(x float64, digits int) float64 {
	unit := math.Pow10(digits)
	return math.Round(x*unit) / unit
}

// extent is the time between two handles inside the collection's own window, in
// days where both stand at midnight, else in minutes. The second handle stands
// behind the last second that it encloses.
func (p *Presenter) extent(from, to int64) when.When {
	whole := p.data.Window
	from = max(whole.Earliest, min(from, whole.Latest+1-shortestWindow))
	to = max(from+shortestWindow, min(to, whole.Latest+1))
	layout := toMinute
	if p.midnight(from) && p.midnight(to) {
		layout = "2006-01-02"
	}
	return p.written(p.text(from, layout) + "/" + p.text(to-1, layout))
}

// toMinute is EDTF to the minute, which is as fine as a hand sets time.
const toMinute = "2006-01-02T15:04"

func (p *Presenter) text(t int64, layout string) string {
	return time.Unix(t, 0).In(p.data.Loc).Format(layout)
}

func (p *Presenter) midnight(t int64) bool { return p.text(t, "15:04:05") == "00:00:00" }

// written is EDTF that has just been written, read.
func (p *Presenter) written(text string) when.When {
	w, err := when.Parse(text, p.data.Loc)
	if err != nil {
		panic(err) // what Format writes can be read
	}
	return w
}

func (p *Presenter) spokenOf() []string {
	spoken := p.highlights
	if p.selected >= 0 {
		spoken = []int{p.selected}
	}
	var ids []string
	for _, i := range spoken {
		ids = append(ids, p.data.Item(i).Event.ID)
	}
	return ids
}

func (p *Presenter) positionsOf(ids []string) []int {
	var positions []int
	for _, id := range ids {
		if i := p.data.Index(id); i >= 0 {
			positions = append(positions, i)
		}
	}
	return positions
}

// Highlights are the positions of the events that are spoken of, in the order
// in which they are.
func (p *Presenter) Highlights() []int { return p.highlights }

// Highlight marks the events that are spoken of; nil marks none.
func (p *Presenter) Highlight(positions []int) {
	if !slices.Equal(positions, p.highlights) {
		p.highlights = positions
		p.changed(SelectionChanged)
	}
}
