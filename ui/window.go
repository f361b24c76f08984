// Package ui is the window: map, list, event panel and timeline around one
// presenter, with menus, keys, looks, languages and what is remembered.
package ui

import (
	"context"
	"image"
	"time"

	"qantar/assets"
	"qantar/geo"
	"qantar/geo/basemap"
	"qantar/geo/tiles"
	"qantar/store"
	"qantar/store/documents"
	"qantar/ui/frames"
	"qantar/ui/mapview"
	"qantar/ui/paint"
	"qantar/ui/record"
	"qantar/ui/state"
	"qantar/ui/timeview"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"
)

// Content is what a window shows: a collection, and the way to search it.
type Content struct {
	Data   *state.Data
	Finder state.Finder
	Verify func(context.Context) error // checks, beside, what has not been checked of the file; nil: nothing is left

	// Frames is told what each frame costs; nil: nobody is.
	Frames *frames.Log

	// Wait waits for input, at most so long, so that a window that rests costs
	// little; nil: it cannot.
	Wait func(atMost time.Duration)

	// Desk tells of the displays, for presenting; nil: there is one.
	Desk Desk

	// Still has the map move at once, whatever the settings say.
	Still bool

	// Stories are the user's own stories of the collection.
	Stories Stories

	// OpenTiles opens a file with a map of tiles; nil: the window opens none.
	OpenTiles func(file string) (tiles.Source, error)

	// Open opens another collection, "" for the shipped one; it is called on a
	// goroutine of its own. nil: the window opens no others.
	Open func(file string) (Content, error)

	// Close gives back what the collection takes; nil: there is nothing to give.
	Close func()

	// Version is that of the program, with what it was built from.
	Version string

	// Report is a file that tells of a fault which ended the program the last
	// time; "": there was none.
	Report string

	// Headless says that the app has no event loop, as Fyne's test driver: then
	// nothing is done beside, so that nothing runs on two goroutines at once.
	// Pictures are painted at once, and neither playback nor what is remembered
	// follows a clock.
	Headless bool
}

// Window is the program's window and everything in it.
type Window struct {
	Presenter *state.Presenter

	app      fyne.App
	win      fyne.Window
	catalog  words.Catalog
	headless bool
	verify   func(context.Context) error
	clock    *frames.Clock
	still    bool // the map moves at once for as long as this window is open

	mapView  *mapview.View
	compare  *mapview.Compare
	timeline *timeview.View
	controls *timeview.Controls
	byEvent  *fyne.MenuItem // tells the pace
	known    *fyne.MenuItem // tells whether only what was known is shown
	legend   *mapview.Legend
	states   *mapview.Conditions
	country  *mapview.Nationwide
	list     *record.List
	panel    *record.Panel
	views    views
	stories  ownStories
	exports  exports
	tools    *toolbar

	openContent func(file string) (Content, error)
	version     string
	report      string // a file that tells of a fault, "" for none
	opening     bool
	relay       *relay
	stop        context.CancelFunc // ends what goes on beside
	close       func()

	own       ownMap
	library   *documents.Library // nil: no folder of documents is attached
	split     *container.Split
	sideSplit *container.Split
	style     *paint.Style
	saving    *time.Timer // runs out when the view is to be remembered
	playing   bool        // the clock advances playback

	world  *basemap.Map
	names  *paint.Type
	finder state.Finder
	desk   Desk
	opened func() // called once the window is open; it may be nil
	stage  *stage // the talk that is being given; nil: none is
	story  string // the id of the story that was presented last; "" for none
	spoken int    // the scene at which it was left, from 1; 0: none
}

// NewWindow builds the window for a collection; Show makes it visible.
func NewWindow(app fyne.App, content Content) (*Window, error) {
	return newWindow(app, nil, content)
}

// newWindow builds what a collection's window holds, in a new window where none
// is given.
func newWindow(app fyne.App, win fyne.Window, content Content) (*Window, error) {
	catalog, err := words.Load(assets.Translations())
	if err != nil {
		return nil, err
	}
	world, err := world()
	if err != nil {
		return nil, err
	}
	names, err := paint.NewType(assets.FontRegular, assets.FontBold, assets.FontItalic)
	if err != nil {
		return nil, err
	}
	w := &Window{
		app: app, catalog: catalog, headless: content.Headless, verify: content.Verify, own: ownMap{open: content.OpenTiles},
		stories: ownStories{Stories: content.Stories}, still: content.Still, clock: frames.NewClock(),
		world: world, names: names, finder: content.Finder, desk: content.Desk,
	}
	w.clock.Log, w.clock.Wait = content.Frames, content.Wait
	w.Presenter = state.New(content.Data, state.Options{
		Dispatch: fyne.Do, Now: time.Now, Finder: content.Finder, Failed: w.failed,
	})
	w.Presenter.SetLang(startLanguage())
	w.Presenter.SetTheme(paint.Light.Name)
	w.restore()
	if err := speak(w.Presenter.Lang()); err != nil {
		return nil, err
	}
	w.style = styleFor(w.Presenter.Theme(), app.Settings().ThemeVariant())
	app.Settings().SetTheme(look{w.style})
	if w.win = win; win == nil {
		w.win = app.NewWindow(w.title())
		w.win.SetMaster()
		w.win.SetPadded(false)
	}
	w.relay, w.report, w.version = &relay{w}, content.Report, content.Version
	w.openContent, w.close, w.stop = content.Open, content.close, func() {}
	w.build(world, names)
	w.restyleParts()
	w.Presenter.Listen(w.changed)
	return w, nil
}

// word is the interface's text for a key in the current language.
func (w *Window) word(key string, args ...string) string {
	return w.catalog.In(w.Presenter.Lang(), key, args...)
}

func (w *Window) title() string {
	return w.Presenter.Data().Title.In(w.Presenter.Lang()) + " – Qantar"
}

func (w *Window) build(world *basemap.Map, names *paint.Type) {
	p := w.Presenter
	w.mapView = w.newMap(p, world, names)
	if !w.headless {
		w.mapView.Hold()
	}
	w.legend = mapview.NewLegend(p)
	w.states = mapview.NewConditions(p, w.mapView)
	w.country = mapview.NewNationwide(p, w.mapView)
	w.timeline = timeview.New(p, names)
	w.timeline.Log = w.clock.Log
	w.list = record.NewList(p, w.word)
	w.panel = record.NewPanel(p, w.word)
	w.tools = newToolbar(w)

	w.compare = mapview.NewCompare(p, w.word, func(p *state.Presenter) *mapview.View { return w.newMap(p, world, names) }, w.compared)
	ground := container.New(&mapLayout{w}, w.mapView, w.compare.Box, w.country, w.states, w.legend)
	w.sideSplit = container.NewVSplit(w.list.Box, w.panel.Box)
	w.sideSplit.Offset = 0.42
	w.stories.build(w)
	w.views = newViews(w, names)
	w.split = container.NewHSplit(ground, w.views.side)
	w.split.Offset = 0.68
	w.controls = timeview.NewControls(p, w.word)
	bottom := container.NewBorder(w.controls.Box, nil, nil, nil, w.timeline)
	body := container.NewVSplit(w.split, bottom)
	body.Offset = 0.72
	w.win.SetContent(container.NewBorder(container.NewVBox(w.tools.box, widget.NewSeparator()), nil, nil, nil, body))
	w.win.SetMainMenu(w.menu())
	w.addKeys()
	w.restoreDocuments()
	w.restoreTiles()
	w.stories.tellFound()
	w.win.SetOnDropped(w.dropped)
	w.win.SetTitle(w.title())
}

// close gives back what a collection takes.
func (c Content) close() {
	if c.Close != nil {
		c.Close()
	}
}

// newMap is a map of what p shows.
func (w *Window) newMap(p *state.Presenter, world *basemap.Map, names *paint.Type) *mapview.View {
	v := mapview.New(p, world, names, w.word)
	v.Log, v.OnKey, v.OnRune = w.clock.Log, w.typedKey, w.typedRune
	if w.headless {
		v.PaintAtOnce()
	} else {
		v.UseClock(w.clock)
		v.ReduceMotion(w.reducedMotion())
	}
	return v
}

// compared follows the beginning and the end of a comparison.
func (w *Window) compared() {
	w.mapView.ShareTiles(w.compare.Right())
	w.win.SetMainMenu(w.menu())
}

// Show opens the window and runs the program until it is closed. The error is
// ErrNoWindow where there can be none.
func (w *Window) Show() error {
	w.win.Resize(w.savedSize())
	w.begin(w.win.Show)
	if !isOpen(w.win) {
		return ErrNoWindow
	}
	w.app.Run()
	w.relay.now.stop()
	w.relay.now.close()
	return nil
}

// begin shows the window and starts what goes on in it.
func (w *Window) begin(show func()) {
	w.win.SetCloseIntercept(func() {
		w.leave(w.win.Close)
	})
	var ctx context.Context
	ctx, w.stop = context.WithCancel(context.Background())
	if w.verify != nil { // once there is something to see, for it takes as much as it can get
		w.mapView.OnFirst = func() { go w.verifyBeside(ctx) }
	}
	w.mapView.Begin(show)
	w.clock.Start()
	w.offerReport()
	if w.opened != nil {
		w.app.Lifecycle().SetOnStarted(func() { fyne.Do(w.opened) })
	}
}

// verifyBeside checks the file while it is shown, and tells what is wrong.
func (w *Window) verifyBeside(ctx context.Context) {
	if err := w.verify(ctx); err != nil && ctx.Err() == nil {
		fyne.Do(func() { w.failed(err) })
	}
}

// changed follows what concerns the window as a whole.
func (w *Window) changed(c state.Change) {
	if c.Has(state.PlaybackChanged) && !w.headless {
		w.followPlayback()
	}
	if c.Has(state.LookChanged) {
		w.restyle()
	}
	if c.Has(state.ShownChanged | state.TimeChanged) {
		w.keepTitlesClear()
	}
	if !w.Presenter.Playing() && !c.Has(state.HoverChanged) && !w.headless {
		w.saveSoon()
	}
	paced := w.byEvent.Checked != (w.Presenter.Pace() == state.ByEvent) || w.known.Checked != (w.Presenter.Mode() == state.Known)
	if (c.Has(state.FilterChanged|state.LookChanged) || paced) && !c.Has(state.LanguageChanged) {
		w.win.SetMainMenu(w.menu())
	}
	if c.Has(state.LanguageChanged) {
		if err := speak(w.Presenter.Lang()); err != nil {
			fyne.LogError("changing the language of dialogs", err)
		}
		w.win.SetTitle(w.title())
		w.win.SetMainMenu(w.menu())
		w.tools.relabel()
		w.views.relabel()
		w.win.Content().Refresh()
	}
}

// restyle gives every part the colours of the chosen look.
func (w *Window) restyle() {
	style := styleFor(w.Presenter.Theme(), w.app.Settings().ThemeVariant())
	if style == w.style {
		return
	}
	w.style = style
	w.app.Settings().SetTheme(look{style})
	w.restyleParts()
}

func (w *Window) restyleParts() {
	style := w.style
	w.mapView.SetStyle(style)
	w.timeline.SetStyle(style)
	w.legend.SetStyle(style)
	w.compare.SetStyle(style)
	w.states.SetStyle(style)
	w.country.SetStyle(style)
	w.list.SetStyle(style)
	w.panel.SetStyle(style)
	w.views.setStyle(style)
	w.stories.view.SetStyle(style)
}

// followPlayback has the clock move the playhead for as long as it plays.
func (w *Window) followPlayback() {
	if w.playing || !w.Presenter.Playing() {
		return
	}
	w.playing = true
	w.clock.Run(func(time.Time) bool {
		w.Presenter.Advance()
		w.playing = w.Presenter.Playing()
		return w.playing
	})
}

func (w *Window) failed(err error) {
	fyne.LogError("qantar", err)
	if w.stage != nil { // no dialog while there is an audience
		w.stage.show.Fail(err)
		return
	}
	dialog.ShowError(err, w.win)
}

// LookAt moves the map.
func (w *Window) LookAt(v store.View) {
	size := w.Presenter.View()
	w.Presenter.SetView(geo.At(orb.Point{v.Lon, v.Lat}, v.Zoom, size.Width, size.Height))
}

// Resize gives a window without a display its size in pixels, and how many
// device pixels each of them takes.
func (w *Window) Resize(size fyne.Size, scale float32) {
	if c, ok := w.win.Canvas().(interface{ SetScale(float32) }); ok {
		c.SetScale(scale)
	}
	w.win.Resize(size)
}

// Capture is a picture of the whole window. It is for a headless one.
func (w *Window) Capture() image.Image { return w.win.Canvas().Capture() }
