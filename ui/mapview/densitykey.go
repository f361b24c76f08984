package mapview

import (
	"qantar/ui/paint"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// densityKey explains the colours of a surface: how many events stand on one
// spot. It is hidden while the map shows marks.
type densityKey struct {
	ground *canvas.Rectangle
	title  *canvas.Text
	ramp   *canvas.Image
	names  *paint.Type
	drawn  paint.RampKey
	at     fyne.Position
}

const (
	keyWidth = 200 // of the ramp, pixels
	keyText  = 16
)

func newDensityKey(names *paint.Type) *densityKey {
	k := &densityKey{
		ground: canvas.NewRectangle(nil), title: canvas.NewText("", nil), names: names,
		ramp: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest},
	}
	k.ground.CornerRadius, k.title.TextSize = 5, keyText
	for _, part := range k.parts() {
		part.Hide()
	}
	return k
}

func (k *densityKey) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{k.ground, k.title, k.ramp}
}

// show explains a surface whose scale ends at full, with the lower left corner
// at a position; 0 hides the key.
func (k *densityKey) show(full float64, at fyne.Position, title string, style *paint.Style, scale float32) {
	if full == 0 {
		if k.ground.Visible() {
			for _, part := range k.parts() {
				part.Hide()
			}
		}
		return
	}
	now := paint.RampKey{Style: style, Scale: scale, Width: keyWidth, Full: full}
	if now == k.drawn && at == k.at && title == k.title.Text && k.ground.Visible() {
		return
	}
	if now != k.drawn {
		k.ramp.Image = now.Draw(k.names)
	}
	k.drawn, k.at, k.title.Text, k.title.Color = now, at, title, style.Ink
	k.ground.FillColor, k.ground.StrokeColor, k.ground.StrokeWidth = fade(style.Paper, 0.92), fade(style.Rule, 0.6), 1
	bounds := k.ramp.Image.Bounds()
	ramp, words := fyne.NewSize(float32(bounds.Dx())/scale, float32(bounds.Dy())/scale), k.title.MinSize()
	size := fyne.NewSize(max(ramp.Width, words.Width)+16, ramp.Height+words.Height+12)
	at.Y -= size.Height
	k.ground.Resize(size)
	k.ground.Move(at)
	k.title.Resize(words)
	k.title.Move(at.AddXY(8, 4))
	k.ramp.Resize(ramp)
	k.ramp.Move(at.AddXY(8, 6+words.Height))
	for _, part := range k.parts() {
		part.Show()
		part.Refresh()
	}
}
