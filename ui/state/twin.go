package state

import "qantar/geo"

// Twin is a second presenter of the same collection beside a first one, so that
// two times or two sources can be compared over one map. Both look at the same
// place, have the same event selected and speak the same language; time and
// filter are each one's own.
type Twin struct {
	*Presenter
	first   *Presenter
	end     func()
	copying bool
}

// shared are the changes that one twin takes over from the other.
const shared = ViewChanged | SelectionChanged | HoverChanged | LanguageChanged | LookChanged

// NewTwin returns a twin of p that shows what p shows now.
func NewTwin(p *Presenter) *Twin {
	t := &Twin{Presenter: New(p.data, p.opts), first: p}
	t.SetPilot(func(goal geo.Viewport) bool { p.FlyTo(goal); return true })
	t.Listen(func(c Change) {
		if t.end != nil {
			t.follow(p, t.Presenter, c)
		}
	})
	t.Begin()
	return t
}

// Begin shows what the first presenter shows now, and follows it from then on.
func (t *Twin) Begin() {
	p, generation, search := t.first, t.filter.generation, t.filter.search
	t.time, t.filter = p.time, p.filter.copy()
	t.filter.generation, t.filter.search = max(generation, p.filter.generation), max(search, p.filter.search)+1
	t.pending |= TimeChanged
	t.refilter()
	t.copy(t.Presenter, p)
	t.end = p.Listen(func(c Change) { t.follow(t.Presenter, p, c) })
}

// End leaves the first presenter alone until the next Begin.
func (t *Twin) End() {
	t.end()
	t.end = nil
}

// Swap gives each twin the other's time and filter.
func (t *Twin) Swap() {
	a, b := t.first, t.Presenter
	a.time, b.time = b.time, a.time
	a.filter, b.filter = b.filter, a.filter
	generation, search := max(a.filter.generation, b.filter.generation), max(a.filter.search, b.filter.search)+1
	for _, p := range []*Presenter{a, b} {
		p.filter.generation, p.filter.search = generation, search // neither was the other's before
		p.pending |= TimeChanged
		p.refilter()
	}
}

// TakeTime shows the time that another presenter of the same collection shows.
func (p *Presenter) TakeTime(other *Presenter) { p.setClock(other.time) }

func (t *Twin) follow(to, from *Presenter, c Change) {
	if c.Has(shared) && !t.copying {
		t.copying = true
		t.copy(to, from)
		t.copying = false
	}
}

func (t *Twin) copy(to, from *Presenter) {
	to.Together(func() {
		to.goal, to.home = from.goal, from.home
		to.Pass(from.view)
		to.Select(from.selected)
		to.Hover(from.hovered)
		to.SetLang(from.lang)
		to.SetTheme(from.theme)
	})
}

// copy is a filter of its own.
func (f *filter) copy() filter {
	c := *f
	c.categories = append([]bool(nil), f.categories...)
	return c
}
