// Package timeview shows the timeline in a window: one painted picture with
// its pointer handling, and the row of controls for playback.
package timeview

import (
	"image"
	"math"
	"time"

	"qantar/ui/axis"
	"qantar/ui/frames"
	"qantar/ui/paint"
	"qantar/ui/scene"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// View is the timeline as a widget. Its picture is a raster: Fyne asks for it
// with the exact number of device pixels and at most once a frame, however
// often it was refreshed in between, and uploads it before asking again.
type View struct {
	widget.BaseWidget

	// Log is told what pictures and pointer cost; it may be nil.
	Log *frames.Log

	p       *state.Presenter
	style   *paint.Style
	scenes  *scene.Timeline
	painter *paint.Timeline
	raster  *canvas.Raster
	picture *image.RGBA
	scale   axis.Scale // Width in device pixels; 0 before the first picture
	now     func() time.Time
	held    func() fyne.KeyModifier

	larger float32 // for an audience; 0: as usual
	slim   bool    // without the overview

	drag  drag
	over  bool // the pointer is on the timeline
	hit   paint.TimeHit
	click click
}

// New returns a timeline of what p shows, written with names.
func New(p *state.Presenter, names *paint.Type) *View {
	v := &View{
		p: p, style: &paint.Light, scenes: scene.NewTimeline(p), painter: paint.NewTimeline(names.Clone()),
		now: time.Now, held: heldKeys, hit: paint.TimeHit{Item: -1},
	}
	v.ExtendBaseWidget(v)
	v.scale = v.scenes.Home(0)
	v.raster = canvas.NewRaster(v.paint)
	v.raster.ScaleMode = canvas.ImageScaleFastest
	p.Listen(v.changed)
	return v
}

// SetStyle changes the look of the timeline.
func (v *View) SetStyle(s *paint.Style) {
	if s != v.style {
		v.style = s
		v.raster.Refresh()
	}
}

// Reset shows the collection's own window.
func (v *View) Reset() { v.show(v.scenes.Home(v.scale.Width)) }

// Zoom shows two times as much detail for a step of 1, or half as much for one
// of -1, around the playhead, or the middle where it is out of sight.
func (v *View) Zoom(step int) {
	x := v.scale.X(v.p.Playhead())
	if x < 0 || x > v.scale.Width {
		x = v.scale.Width / 2
	}
	v.show(v.scale.ZoomAt(x, math.Exp2(float64(step)), v.scenes.Limits()))
}

// CreateRenderer is called by Fyne.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.raster) }

// MinSize is the least room that the timeline can be read in.
func (v *View) MinSize() fyne.Size {
	v.ExtendBaseWidget(v)
	if v.slim {
		return fyne.NewSize(300, 60)
	}
	return fyne.NewSize(300, 128)
}

// redrawing are the changes after which the picture is another.
const redrawing = state.TimeChanged | state.ShownChanged | state.FilterChanged |
	state.SelectionChanged | state.HoverChanged | state.LanguageChanged

func (v *View) changed(c state.Change) {
	if c.Has(state.TimeChanged) && !v.drag.on {
		v.follow()
	}
	if c.Has(redrawing) {
		v.raster.Refresh()
	}
}

// follow moves the axis where the playhead has left it, so that it stands a
// quarter into the picture from the side it came from.
func (v *View) follow() {
	at, length := v.p.Playhead(), v.scale.To-v.scale.From
	switch {
	case at > v.scale.To:
		v.scale.From = at - length*3/4
	case at < v.scale.From:
		v.scale.From = at - length/4
	default:
		return
	}
	v.scale.To = v.scale.From + length
	v.scale = v.scale.Within(v.scenes.Limits())
}

func (v *View) show(s axis.Scale) {
	if s != v.scale {
		v.scale = s
		v.raster.Refresh()
	}
}

// paint is called by Fyne for a picture of so many device pixels.
func (v *View) paint(width, height int) image.Image {
	defer v.Log.Begin(frames.Paint).End()
	if v.picture == nil || v.picture.Rect.Dx() != width || v.picture.Rect.Dy() != height {
		v.picture = image.NewRGBA(image.Rect(0, 0, width, height))
	}
	v.scale.Width = float64(width)
	s := v.scenes.Scene(scene.TimeLook{Scale: v.scale, Height: height, Factor: v.drawnFactor(), Style: v.style, Overview: !v.slim, Span: v.slim})
	s.Tip = ""
	if v.over && v.hit.Item >= 0 && v.hit.Item == v.p.Hovered() {
		s.Tip = v.scenes.Tip(v.hit.Item)
	}
	v.painter.Draw(v.picture, s)
	return v.picture
}

// factor is how many device pixels a pixel has.
func (v *View) factor() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		return c.Scale()
	}
	return 1
}

// Cursor shows what the pointer would take.
func (v *View) Cursor() desktop.Cursor {
	part := v.hit.Part
	if v.drag.on {
		part = v.drag.part
	}
	switch part {
	case paint.FromPart, paint.ToPart, paint.PlayheadPart, paint.FrameFromPart, paint.FrameToPart:
		return desktop.HResizeCursor
	case paint.BarPart, paint.WindowPart, paint.FramePart, paint.StripPart:
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
