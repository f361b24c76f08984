// Package mapview shows the map in a window: one opaque picture, painted
// beside in a goroutine and moved while dragging, under a few small controls.
package mapview

import (
	"image"
	"math"
	"time"

	"qantar/geo"
	"qantar/geo/basemap"
	"qantar/ui/paint"
	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// overscan is how far the picture reaches beyond each side of the map, in
// pixels, so that dragging shows no empty edge.
const overscan = 160

// View is the map as a widget.
type View struct {
	widget.BaseWidget

	// OnKey and OnRune are given the keys that the map itself does not use.
	OnKey  func(*fyne.KeyEvent)
	OnRune func(rune)

	p      *state.Presenter
	words  words.Func
	style  *paint.Style
	scenes *scene.Map
	worker *worker
	tiles  *paint.TileLayer // the user's own map; nil: none
	credit string           // where it comes from

	picture *scene.Picture // the scene of what is shown now
	painted geo.Viewport   // where the picture on screen was painted, without its rim
	image   *canvas.Image
	clip    *container.Clip
	over    *overlay
	focused bool
	pointer pointer
	now     func() time.Time // the clock that tells two clicks from a double one
}

// New returns a map of what p shows, drawn over a basemap.
func New(p *state.Presenter, world *basemap.Map, names *paint.Type, words words.Func) *View {
	v := &View{p: p, words: words, style: &paint.Light, scenes: scene.NewMap(p), now: time.Now}
	v.ExtendBaseWidget(v)
	v.image = &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}
	v.clip = container.NewClip(container.New(&shifted{v}, v.image))
	v.over = newOverlay(v)
	v.worker = newWorker(paint.NewMap(world, names.Clone()), v.arrived)
	p.Listen(v.changed)
	return v
}

// SetStyle changes the look of the map.
func (v *View) SetStyle(s *paint.Style) {
	if s != v.style {
		v.style = s
		v.over.restyle()
		v.redraw()
	}
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
	if c.Has(state.ViewChanged | state.ShownChanged | state.LanguageChanged) {
		v.over.refresh()
	}
}

// moved shifts the picture on screen to where the view looks now, and has it
// painted anew when its rim is used up or its scale is another.
func (v *View) moved() {
	v.place()
	dx, dy := v.shift()
	now := v.p.View()
	if now.Zoom != v.painted.Zoom || math.Abs(dx) > overscan/2 || math.Abs(dy) > overscan/2 || !v.pointer.dragging {
		v.redraw()
	}
}

// shift is how far, in pixels, the picture on screen lies from where it belongs.
func (v *View) shift() (dx, dy float64) {
	now := v.p.View()
	at := now.ToScreen(v.painted.Center)
	return at[0] - now.Width/2, at[1] - now.Height/2
}

// place puts the picture on screen where the view looks now.
func (v *View) place() {
	if v.image.Image == nil {
		return
	}
	dx, dy := v.shift()
	zoom := float32(math.Exp2(v.p.View().Zoom - v.painted.Zoom))
	bounds := v.image.Image.Bounds()
	scale := v.scale()
	size := fyne.NewSize(float32(bounds.Dx())/scale*zoom, float32(bounds.Dy())/scale*zoom)
	now := v.p.View()
	at := fyne.NewPos(float32(now.Width/2+dx)-size.Width/2, float32(now.Height/2+dy)-size.Height/2)
	if size != v.image.Size() {
		v.image.Resize(size)
	}
	if at != v.image.Position() {
		v.image.Move(at)
	}
}

// redraw builds the scene anew and asks for its picture.
func (v *View) redraw() {
	size := v.Size()
	if size.Width < 1 || size.Height < 1 {
		return
	}
	v.picture = v.scenes.Picture(scene.Look{Style: v.style, Scale: v.scale(), Margin: overscan})
	v.picture.Tiles = v.tiles
	v.worker.ask(job{picture: v.picture, view: v.p.View()})
}

// arrived shows a picture that the worker has finished. It runs on the main
// goroutine.
func (v *View) arrived(j job, img *image.RGBA) {
	v.painted = j.view
	v.image.Image = img
	v.image.Refresh()
	v.place()
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
	return widget.NewSimpleRenderer(container.New(&stacked{v}, v.clip, v.over.box))
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
	home := v.p.AtHome()
	v.p.SetView(view.Resize(w, h))
	if home {
		v.p.GoHome()
	}
	v.redraw()
}

// shifted leaves the picture where place has put it.
type shifted struct{ v *View }

func (l *shifted) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }
func (l *shifted) Layout([]fyne.CanvasObject, fyne.Size) { l.v.place() }
