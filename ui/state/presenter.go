// Package state is the presenter: what is shown, and why. Widgets call its
// methods and are told what changed; it knows no window. Every method runs on
// one goroutine, the one that Options.Dispatch queues functions on.
package state

import (
	"context"
	"math"
	"slices"
	"time"

	"qantar/geo"
	"qantar/store"
)

// Change tells what of the state has changed, as a set of bits.
type Change uint16

// The changes that widgets listen for.
const (
	TimeChanged      Change = 1 << iota // playhead, window or mode
	ShownChanged                        // which events are shown
	FilterChanged                       // categories, sources, place or words
	SelectionChanged                    // the selected event
	HoverChanged                        // the event under the pointer
	ViewChanged                         // where the map looks
	PlaybackChanged                     // playing or pausing, and the speed
	LanguageChanged
	LookChanged        // theme
	Everything  Change = 1<<iota - 1
)

// Has tells whether any of the bits in other is set.
func (c Change) Has(other Change) bool { return c&other != 0 }

// Finder finds events by words, and answers with their positions in order of
// time. The store is one.
type Finder interface {
	Positions(ctx context.Context, q store.Query) ([]int, error)
}

// Options are what a Presenter gets from outside.
type Options struct {
	Dispatch func(func())     // queues a function on the presenter's goroutine
	Now      func() time.Time // the clock that playback follows
	Finder   Finder           // nil: searching finds nothing
	Failed   func(error)      // told of what could not be done; nil: nobody is
}

// Presenter holds what is shown of one collection.
type Presenter struct {
	opts Options
	data *Data

	time       clock
	play       playback
	filter     filter
	endSearch  context.CancelFunc // of the search under way, if there is one
	keep       Bits               // what passes the filter
	later      int                // events that pass it but for being told later
	starts     tally              // of what passes, in order of time
	endings    tally              // of what passes, in the order of Data.ByLatest
	shown      Set
	all        Set // what passes, whatever its time
	selected   int // position in order of time, -1: none
	hovered    int
	highlights []int // positions of the events that are spoken of
	view       geo.Viewport
	goal       geo.Viewport // where the view is when no flight is under way
	home       bool         // goal is the home view
	pilot      func(geo.Viewport) bool
	lang       store.Lang
	theme      string
	listeners  []*listener
	pending    Change
	batch      int
}

// New returns a presenter of data that shows the collection's own window and
// home view.
func New(data *Data, opts Options) *Presenter {
	p := &Presenter{opts: opts, data: data, selected: -1, hovered: -1, lang: store.English, play: playback{speed: startSpeed}, endSearch: func() {}}
	p.time = openingClock(data)
	p.filter = newFilter(data)
	p.view = p.homeView(homeWidth, homeHeight)
	p.goal, p.home = p.view, true
	p.keep = NewBits(data.Len())
	p.starts = tally{category: data.Cols.Category, categories: len(data.Categories), in: p.keep}
	p.endings = p.starts
	p.endings.order = data.ByLatest
	p.shown.p, p.all.p = p, p
	p.all.move(math.MinInt64, math.MaxInt64)
	p.refilter()
	p.pending = 0
	return p
}

// Listen adds a function that is told of every change, after it is complete,
// until stop is called.
func (p *Presenter) Listen(f func(Change)) (stop func()) {
	l := &listener{f}
	p.listeners = append(p.listeners, l)
	return func() {
		p.listeners = slices.DeleteFunc(slices.Clone(p.listeners), func(other *listener) bool { return other == l })
	}
}

// listener has an address of its own, which a function has not.
type listener struct{ told func(Change) }

// Data returns the collection that is shown.
func (p *Presenter) Data() *Data { return p.data }

// Together runs f and tells listeners once of all that it changed.
func (p *Presenter) Together(f func()) {
	p.batch++
	f()
	p.batch--
	p.changed(0)
}

func (p *Presenter) changed(c Change) {
	p.pending |= c
	if p.batch > 0 || p.pending == 0 {
		return
	}
	c, p.pending = p.pending, 0
	for _, l := range p.listeners {
		l.told(c)
	}
}

func (p *Presenter) fail(err error) {
	if err != nil && p.opts.Failed != nil {
		p.opts.Failed(err)
	}
}

// Lang is the language of what is shown.
func (p *Presenter) Lang() store.Lang { return p.lang }

// SetLang changes the language of what is shown.
func (p *Presenter) SetLang(lang store.Lang) {
	if lang != p.lang {
		p.lang = lang
		p.changed(LanguageChanged)
	}
}

// Theme is the name of the look: "light", "dark", or "" for the system's own.
func (p *Presenter) Theme() string { return p.theme }

// SetTheme changes the look.
func (p *Presenter) SetTheme(theme string) {
	if theme != p.theme {
		p.theme = theme
		p.changed(LookChanged)
	}
}
