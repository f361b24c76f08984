package storyview

import (
	"cmp"
	"image/color"
	"strconv"
	"time"

	"qantar/store"
	"qantar/store/when"
	"qantar/ui/scene"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// row is a scene with its number, caption and time; the row of scene -1 is
// that of the story as a whole.
type row struct {
	widget.BaseWidget
	rows   *rows
	scene  int
	ground *canvas.Rectangle
	number *widget.Label
	lines  fyne.CanvasObject
	chosen bool
}

var (
	_ fyne.Tappable      = (*row)(nil)
	_ fyne.Draggable     = (*row)(nil)
	_ desktop.Cursorable = (*row)(nil)
)

// numberWidth is the room for a scene's number, in pixels.
const numberWidth = 34

func newRow(r *rows, scene int) *row {
	w := &row{rows: r, scene: scene, ground: canvas.NewRectangle(color.Transparent), lines: newLines()}
	w.number = widget.NewLabelWithStyle("", fyne.TextAlignTrailing, fyne.TextStyle{Bold: true})
	if scene >= 0 {
		w.number.Text = strconv.Itoa(scene + 1)
	}
	w.ground.CornerRadius = 6
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer implements fyne.Widget.
func (w *row) CreateRenderer() fyne.WidgetRenderer {
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(numberWidth, 0))
	number := container.NewStack(room, w.number)
	return widget.NewSimpleRenderer(container.NewStack(w.ground, container.NewBorder(nil, nil, number, nil, w.lines)))
}

// fill writes what the row says now.
func (w *row) fill() {
	v := w.rows.v
	first, second := v.describe(w.scene)
	lines := w.lines.(*fyne.Container).Objects
	chosen := v.opts.Editor.At().Scene == w.scene
	setLabel(lines[0].(*widget.Label), first, chosen)
	setLabel(lines[1].(*widget.Label), second, false)
	if chosen != w.chosen {
		w.chosen = chosen
		w.restyle()
	}
}

func setLabel(l *widget.Label, text string, bold bool) {
	if l.Text != text || l.TextStyle.Bold != bold {
		l.TextStyle.Bold = bold
		l.SetText(text)
	}
}

func (w *row) restyle() {
	w.ground.FillColor = color.Transparent
	if w.chosen {
		w.ground.FillColor = w.rows.v.style.Hover
	}
	w.ground.Refresh()
}

// describe is what the row of a scene says: its caption and its time.
func (v *View) describe(i int) (first, second string) {
	p, s := v.opts.Presenter, v.opts.Editor.Opened()
	if i < 0 {
		return v.word("story-about"), v.word("story-scenes", "n", strconv.Itoa(len(s.Scenes)))
	}
	at := &s.Scenes[i]
	second = sceneTime(at, p.Data().Loc, p.Lang())
	if at.Mode == store.KnownScene {
		second += " · " + v.word("mode-known")
	}
	if len(v.opts.Lacks.Of(at)) > 0 {
		second += " · " + v.word("story-lacks-some")
	}
	return cmp.Or(at.Caption.In(p.Lang()), v.word("story-no-caption")), second
}

// sceneTime writes the time that a scene shows: a span, a day, or the moment
// that it stands at.
func sceneTime(s *store.Scene, zone *time.Location, lang store.Lang) string {
	if s.Mode == store.WindowScene {
		return scene.WhenText(s.Window, zone, lang)
	}
	at := when.When{Earliest: s.Moment(), Latest: s.Moment(), Nature: when.Moment, Precision: when.Minute}
	if s.Mode == store.DayScene {
		at.Precision = when.Day
	}
	return scene.WhenText(at, zone, lang)
}

// Tapped implements fyne.Tappable.
func (w *row) Tapped(*fyne.PointEvent) {
	w.rows.v.focus(w.rows)
	w.rows.v.Choose(w.scene)
}

// Dragged implements fyne.Draggable.
func (w *row) Dragged(e *fyne.DragEvent) { w.rows.drag(w.scene, w.Position().Y+e.Position.Y) }

// DragEnd implements fyne.Draggable.
func (w *row) DragEnd() { w.rows.drop() }

// Cursor implements desktop.Cursorable.
func (w *row) Cursor() desktop.Cursor { return desktop.PointerCursor }
