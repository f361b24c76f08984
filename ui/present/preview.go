package present

import (
	"image"
	"math"

	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/present/talk"
	"qantar/ui/scene"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// preview is a small picture of a slide, as the audience sees it.
type preview struct {
	Box    *fyne.Container
	show   *Show
	p      *state.Presenter
	scenes *scene.Map
	layers *paint.Layers
	image  *canvas.Image
	ground *canvas.Rectangle
	text   *prose
	slide  *talk.Slide
	wanted previewKey
	busy   bool
	size   fyne.Size
}

// previewKey is what a picture is of.
type previewKey struct {
	scene         *store.Scene
	width, height int
}

func newPreview(s *Show) *preview {
	v := &preview{
		show: s, p: state.New(s.parts.P.Data(), state.Options{}), text: newProse(),
		image: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}, ground: canvas.NewRectangle(nil),
		layers: paint.NewLayers(paint.NewMap(s.parts.World, s.parts.Names.Clone())),
	}
	v.scenes = scene.NewMap(v.p)
	v.Box = container.New(previewLayout{v}, v.ground, v.image, v.text.Box)
	return v
}

// previewLayout gives the picture all the room there is.
type previewLayout struct{ v *preview }

func (previewLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 90) }

func (l previewLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size != l.v.size {
		l.v.size = size
		l.v.ground.Resize(size)
		l.v.image.Resize(size)
		l.v.draw()
	}
}

// tell shows a slide; nil shows nothing.
func (v *preview) tell(slide *talk.Slide) {
	if slide != v.slide {
		v.slide = slide
		v.draw()
	}
}

// previewLarger is how large marks and names are in a small picture, of their
// usual size: more than to scale, to be told apart.
const previewLarger = 0.42

func (v *preview) draw() {
	style := v.show.parts.Style
	v.ground.FillColor = style.Card
	v.ground.Refresh()
	onMap := v.slide != nil && v.slide.Scene != nil
	v.describe(onMap)
	if !onMap {
		v.wanted = previewKey{}
		visible(false, v.image)
		return
	}
	scale := v.show.Speaker.scale()
	key := previewKey{v.slide.Scene, int(v.size.Width * scale), int(v.size.Height * scale)}
	if key != v.wanted && key.width > 8 && key.height > 8 {
		v.wanted = key
		v.paint()
	}
}

// describe writes what a slide without a map is.
func (v *preview) describe(onMap bool) {
	var all []paragraph
	if !onMap && v.slide != nil {
		all = []paragraph{{text: v.show.headline(v.slide), size: 24, bold: true, color: v.show.parts.Style.Ink, middle: true}}
	}
	high := v.text.setWithin(all, max(10, v.size.Width-24), v.size.Height, 0.5)
	v.text.Box.Move(fyne.NewPos(12, max(0, (v.size.Height-high)/2)))
}

// paint has the picture painted beside; where another one is wanted meanwhile,
// that follows.
func (v *preview) paint() {
	if v.busy {
		return
	}
	v.busy = true
	key := v.wanted
	wide := float64(v.show.Audience.size.Width)
	if wide < 100 {
		wide = 1280
	}
	scale := float64(key.width) / wide
	height := float64(key.height) / scale
	v.p.SetLang(v.show.parts.lang())
	v.p.Resize(wide, height)
	v.p.ShowScene(key.scene)
	pic := v.scenes.Picture(scene.Look{Style: v.show.parts.Style, Scale: float32(scale), View: v.p.View(), Larger: previewLarger * v.show.Speaker.scale() / float32(scale)})
	var img *image.RGBA
	work := func() {
		img = image.NewRGBA(image.Rect(0, 0, int(math.Ceil(pic.View.Width)), int(math.Ceil(pic.View.Height))))
		v.layers.Draw(img, &pic.MapScene)
	}
	done := func() {
		v.busy = false
		v.scenes.Recycle(pic)
		if key != v.wanted {
			if v.wanted != (previewKey{}) {
				v.paint()
			}
			return
		}
		v.image.Image = img
		v.image.Refresh()
		visible(true, v.image)
		v.ground.Refresh() // the image may never have been shown
	}
	if beside := v.show.parts.Beside; beside != nil {
		beside(work, done)
		return
	}
	work()
	done()
}
