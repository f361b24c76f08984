// Package mapview shows the map in a window: one opaque picture, painted
// beside in a goroutine and moved while dragging, under a few small controls.
package mapview

import (
	"image"
	"image/color"
	"math"
	"time"

	"qantar/geo"
	"qantar/geo/basemap"
	"qantar/ui/frames"
	"qantar/ui/paint"
	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// How pictures keep up with a map that moves.
const (
	// betweenZooms is how long a picture is stretched while the scale changes.
	betweenZooms = 100 * time.Millisecond
)

// rim is how far a picture reaches beyond each side of a map, in pixels, so that
// moving it shows no empty edge: a quarter of the map's shorter side, for a hand
// pushes a small map less far, and the rims of a small picture soon outweigh it.
func rim(v geo.Viewport) float64 {
	return math.Round(math.Max(leastRim, math.Min(mostRim, math.Min(v.Width, v.Height)/4)))
}

// Limits of the rim, in pixels.
const (
	leastRim = 96
	mostRim  = 192
)

// What of its rim a picture may lose before a new one is wanted, and how far at
// most that is painted ahead of a map that is panned: less, or the new one would
// at once be wanted anew.
const (
	spentRim = 0.58
	aheadRim = 0.5
)

// View is the map as a widget.
type View struct {
	widget.BaseWidget

	// OnKey and OnRune are given the keys that the map itself does not use.
	OnKey  func(*fyne.KeyEvent)
	OnRune func(rune)

	// OnFirst is called when the first picture is there; it may be nil.
	OnFirst func()

	// Log is told what pictures cost; it may be nil.
	Log *frames.Log

	p      *state.Presenter
	words  words.Func
	style  *paint.Style
	scenes *scene.Map
	worker *worker
	mover  mover
	tiles  *paint.TileLayer // the user's own map; nil: none
	credit string           // where it comes from
	guests []*View          // other maps that show it too

	picture *scene.Picture // the scene that was last asked for
	asked   request
	painted geo.Viewport // where the picture on screen was painted, without its rim
	image   *canvas.Image
	ground  *canvas.Rectangle // where the picture does not reach
	clip    *container.Clip
	over    *overlay
	focused bool
	held    bool // no picture is asked for
	larger  float32
	clear   scene.Insets
	pointer pointer
	keys    keys
	now     func() time.Time // the clock that pictures and pointer go by
}

// request is the picture that was last asked for.
type request struct {
	view  geo.Viewport // without its rim
	at    time.Time
	open  bool // it has not arrived
	stale bool // and something has changed since
}

// New returns a map of what p shows, drawn over a basemap.
func New(p *state.Presenter, world *basemap.Map, names *paint.Type, words words.Func) *View {
	v := &View{p: p, words: words, style: &paint.Light, scenes: scene.NewMap(p), now: time.Now}
	v.mover.v = v
	v.ExtendBaseWidget(v)
	v.image = &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}
	v.ground = canvas.NewRectangle(color.Transparent)
	v.clip = container.NewClip(container.New(&shifted{v}, v.ground, v.image))
	v.over = newOverlay(v, names)
	v.worker = newWorker(paint.NewMap(world, names.Clone()), v.arrived)
	p.Listen(v.changed)
	return v
}

// UseClock has the map move smoothly, a frame at a time. Without a clock every
// movement is made at once.
func (v *View) UseClock(c Clock) {
	v.mover.clock = c
	v.p.SetPilot(v.mover.fly)
}

// ReduceMotion has every movement made at once, for who is disturbed by motion.
func (v *View) ReduceMotion(on bool) {
	v.mover.stop()
	v.mover.reduced = on
}

// SetStyle changes the look of the map.
func (v *View) SetStyle(s *paint.Style) {
	if s != v.style {
		v.style = s
		v.ground.FillColor = s.Land
		v.over.restyle()
		v.redraw()
	}
}

// Hold keeps pictures back until Begin.
func (v *View) Hold() { v.held = true }

// Begin shows the window and has the map paint from its first frame on: what it
// was laid out for before that is never of the size that it gets.
func (v *View) Begin(show func()) {
	show()
	begin := func() {
		v.held = false
		v.redraw()
	}
	if v.mover.clock == nil {
		begin()
		return
	}
	v.mover.clock.Run(func(time.Time) (more bool) {
		begin()
		return false
	})
}

// redrawing are the changes after which the map's picture is another.
const redrawing = state.ShownChanged | state.TimeChanged | state.SelectionChanged |
	state.HoverChanged | state.FilterChanged | state.LanguageChanged

func (v *View) changed(c state.Change) {
	if c.Has(state.ViewChanged) {
		v.moved()
	}
	if c.Has(redrawing) {
		v.redraw()
	}
	if c.Has(state.ShownChanged | state.LanguageChanged) {
		v.over.refresh()
	}
}

// moving tells whether the next frame will show another view.
func (v *View) moving() bool {
	return v.pointer.act == panning || v.mover.motion != nil || v.p.View() != v.p.Goal()
}

// moved shifts the picture on screen to where the view looks now, and asks for
// another one: always where the map has come to rest, else when it is needed.
func (v *View) moved() {
	v.place()
	v.over.showScale()
	if !v.moving() {
		v.redraw()
		v.over.placeEdges()
	} else if v.wantsPicture() {
		v.redraw()
	}
}

// settle gives a map that has come to rest its own picture.
func (v *View) settle() {
	if v.asked.view != v.p.View() {
		v.redraw()
	}
	v.over.placeEdges()
}

// wantsPicture tells whether a map on the move needs another picture: its rim is
// nearly used up, or it has been stretched for long enough. It waits for one
// that is on its way.
func (v *View) wantsPicture() bool {
	if v.asked.open {
		return false
	}
	if v.p.View().Zoom != v.painted.Zoom {
		return v.now().Sub(v.asked.at) >= betweenZooms
	}
	dx, dy := v.shift()
	return math.Max(math.Abs(dx), math.Abs(dy)) > spentRim*rim(v.painted)
}

// shift is how far, in pixels, the picture on screen lies from where it belongs.
func (v *View) shift() (dx, dy float64) { return between(v.p.View(), v.painted) }

// between is how far the centre of one view stands from another's, in pixels of
// the first.
func between(now, then geo.Viewport) (dx, dy float64) {
	at := now.ToScreen(then.Center)
	return at[0] - now.Width/2, at[1] - now.Height/2
}

// place puts the picture on screen where the view looks now.
func (v *View) place() {
	if v.image.Image == nil {
		return
	}
	now := v.p.View()
	dx, dy := v.shift()
	zoom := float32(math.Exp2(now.Zoom - v.painted.Zoom))
	bounds := v.image.Image.Bounds()
	scale := v.scale()
	size := fyne.NewSize(float32(bounds.Dx())/scale*zoom, float32(bounds.Dy())/scale*zoom)
	at := fyne.NewPos(float32(now.Width/2+dx)-size.Width/2, float32(now.Height/2+dy)-size.Height/2)
	if size != v.image.Size() {
		v.image.Resize(size)
	}
	if at != v.image.Position() {
		v.image.Move(at)
	}
	v.cover(at, size, fyne.NewSize(float32(now.Width), float32(now.Height)))
}

// cover shows plain ground where the picture leaves a part of the room free. It
// is hidden else, for each layer costs time with every frame.
func (v *View) cover(at fyne.Position, size, room fyne.Size) {
	covered := at.X <= 0 && at.Y <= 0 && at.X+size.Width >= room.Width && at.Y+size.Height >= room.Height
	switch {
	case covered == v.ground.Hidden:
	case covered:
		v.ground.Hide()
	default:
		v.ground.Resize(room)
		v.ground.Show()
	}
}

// redraw builds the scene anew and asks for its picture. Where one is on its way
// it waits for that, so that no scene is built in vain.
func (v *View) redraw() {
	size := v.Size()
	if size.Width < 1 || size.Height < 1 || v.held {
		return
	}
	if v.asked.open {
		v.asked.stale = true
		return
	}
	v.asked = request{view: v.ahead(), at: v.now(), open: true}
	if v.picture != nil {
		v.scenes.Recycle(v.picture) // nobody paints it any more: none was on its way
	}
	v.picture = v.scenes.Picture(scene.Look{
		Style: v.style, Scale: v.scale(), Margin: rim(v.asked.view), View: v.asked.view, Larger: v.larger, Clear: v.calloutRoom(),
	})
	v.picture.Tiles = v.tiles
	v.over.showKey()
	v.worker.ask(job{picture: v.picture, view: v.asked.view})
}

// ahead is the view that the next picture is painted for: the present one, or
// where it will be soon if the hand goes on as it has since the last picture.
func (v *View) ahead() geo.Viewport {
	now := v.p.View()
	if !v.moving() || v.asked.view.Zoom != now.Zoom {
		return now
	}
	far := aheadRim * rim(now)
	dx, dy := between(now, v.asked.view)
	return now.Pan(math.Max(-far, math.Min(far, dx)), math.Max(-far, math.Min(far, dy)))
}

// arrived shows a picture that the worker has finished. It runs on the main
// goroutine.
func (v *View) arrived(j job, img *image.RGBA) {
	defer v.Log.Begin(frames.State).End()
	v.Log.Painted(j.took)
	if v.image.Image == nil && v.OnFirst != nil {
		v.OnFirst()
	}
	v.painted = j.view
	v.image.Image = img
	v.image.Refresh()
	v.place()
	stale := v.asked.stale || !v.moving() && j.view != v.p.View()
	v.asked.open, v.asked.stale = false, false
	if stale || v.moving() && v.wantsPicture() {
		v.redraw()
	}
}

// scale is how many device pixels a pixel of the map is wide.
func (v *View) scale() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		return c.Scale()
	}
	return 1
}

// PaintAtOnce has pictures painted while they are asked for, on the caller's
// goroutine. It is for drivers without an event loop, which run what other
// goroutines queue beside everything else.
func (v *View) PaintAtOnce() { v.worker.atOnce = true }

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&stacked{v}, v.clip, v.over.root))
}

// MinSize implements fyne.CanvasObject: a map smaller than this tells nothing.
func (v *View) MinSize() fyne.Size { return fyne.NewSize(240, 160) }

// stacked lays the overlay over the clipped picture and hears of the map's size.
type stacked struct{ v *View }

func (l *stacked) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

func (l *stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
	l.v.resized(size)
}

func (v *View) resized(size fyne.Size) {
	view := v.p.View()
	w, h := float64(size.Width), float64(size.Height)
	if w < 1 || h < 1 {
		return
	}
	if view.Width == w && view.Height == h && v.image.Image != nil {
		return
	}
	v.p.Resize(w, h)
	if v.asked.view != v.p.View() { // else the change of the view has asked for it
		v.redraw()
	}
}

// shifted leaves the picture where place has put it.
type shifted struct{ v *View }

func (l *shifted) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }
func (l *shifted) Layout([]fyne.CanvasObject, fyne.Size) { l.v.place() }
