package record

import (
	"cmp"
	"image"
	"slices"
	"strconv"

	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Figures shows every claim of one measure: a chart over time, and below it the
// claims in words. Picking one opens its event.
type Figures struct {
	Box fyne.CanvasObject

	p        *state.Presenter
	words    words.Func
	opened   func(event int)
	measures []string // ids, those with the most claims first
	shown    []*store.Figure
	choice   *widget.Select
	chart    *chart
	rows     *widget.List
	known    *widget.Label // what was given later
	told     uint64        // the sources that had told when the rows were found
}

// NewFigures returns the view of p's figures. opened is called after a claim
// has been picked, with the index of its event.
func NewFigures(p *state.Presenter, names *paint.Type, words words.Func, opened func(event int)) *Figures {
	f := &Figures{p: p, words: words, opened: opened}
	f.measures = measuresByClaims(p.Data())
	f.choice = widget.NewSelect(nil, func(string) { f.show() })
	f.chart = newChart(p, names, f.pick)
	f.rows = widget.NewList(func() int { return len(f.shown) }, newClaimRow, f.fill)
	f.known = plainText("", widget.LowImportance)
	f.rows.OnSelected = func(row widget.ListItemID) {
		f.rows.UnselectAll()
		f.pick(f.shown[row].Event)
	}
	split := container.NewVSplit(f.chart, container.NewBorder(f.known, nil, nil, nil, f.rows))
	split.Offset = 0.5
	f.Box = container.NewBorder(f.choice, nil, nil, nil, split)
	p.Listen(func(c state.Change) {
		if c.Has(state.LanguageChanged) {
			f.relabel()
		}
		if f.told != p.Told() {
			f.show()
		}
		if c.Has(state.TimeChanged | state.SelectionChanged | state.LanguageChanged) {
			f.chart.raster.Refresh()
		}
	})
	f.relabel()
	return f
}

// SetStyle changes the look of the chart.
func (f *Figures) SetStyle(s *paint.Style) { f.chart.setStyle(s) }

// measuresByClaims are the ids of the measures that figures speak of, those
// with the most different numbers first.
func measuresByClaims(data *state.Data) []string {
	claims, numbers := map[string]int{}, map[string]map[float64]bool{}
	for i := range data.Figures {
		f := &data.Figures[i]
		claims[f.Measure]++
		if numbers[f.Measure] == nil {
			numbers[f.Measure] = map[float64]bool{}
		}
		if f.Low != nil {
			numbers[f.Measure][*f.Low] = true
		}
	}
	var ids []string
	for i := range data.Measures {
		if claims[data.Measures[i].ID] > 0 {
			ids = append(ids, data.Measures[i].ID)
		}
	}
	slices.SortStableFunc(ids, func(a, b string) int {
		return cmp.Or(len(numbers[b])-len(numbers[a]), claims[b]-claims[a])
	})
	return ids
}

// relabel writes the measures in the current language and keeps the choice.
func (f *Figures) relabel() {
	at := max(0, f.choice.SelectedIndex())
	f.choice.Options = f.choice.Options[:0]
	for _, id := range f.measures {
		f.choice.Options = append(f.choice.Options, f.p.Data().Measure(id).Label.In(f.p.Lang()))
	}
	f.choice.PlaceHolder = f.words("figures")
	if len(f.measures) > 0 {
		f.choice.SetSelectedIndex(at)
	}
	f.show()
}

// show lists the claims of the chosen measure in the order of time.
func (f *Figures) show() {
	at := f.choice.SelectedIndex()
	f.shown = f.shown[:0]
	if at >= 0 {
		f.chart.measure = f.measures[at]
	}
	for i := range f.p.Data().Figures {
		if c := &f.p.Data().Figures[i]; at >= 0 && c.Measure == f.measures[at] {
			f.shown = append(f.shown, c)
		}
	}
	all := len(f.shown)
	f.shown, f.told = f.p.ToldFigures(f.shown), f.p.Told()
	f.known.SetText(laterNote(f.words, "known-figures-later", all-len(f.shown)))
	f.known.Hidden = f.known.Text == ""
	slices.SortStableFunc(f.shown, func(a, b *store.Figure) int { return a.AsOf.Compare(b.AsOf) })
	f.chart.raster.Refresh()
	f.rows.Refresh()
}

func (f *Figures) pick(event string) {
	if i := f.p.Data().Index(event); i >= 0 {
		f.p.Pick(i)
		f.opened(i)
	}
}

// newClaimRow is the widgets of one claim: its number, and who says it where.
func newClaimRow() fyne.CanvasObject {
	number := widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	who := widget.NewLabel("")
	who.Truncation = fyne.TextTruncateEllipsis
	scope := widget.NewLabel("")
	scope.Truncation, scope.Importance = fyne.TextTruncateEllipsis, widget.LowImportance
	return container.New(layout.NewCustomPaddedVBoxLayout(-14), container.NewBorder(nil, nil, number, nil, who), scope)
}

func (f *Figures) fill(row widget.ListItemID, o fyne.CanvasObject) {
	if row >= len(f.shown) {
		return
	}
	c, lang := f.shown[row], f.p.Lang()
	lines := o.(*fyne.Container).Objects
	first := lines[0].(*fyne.Container).Objects
	first[0].(*widget.Label).SetText(citation(f.p, c.Source, c.Paragraph, f.words) + " · " + c.AttributedTo)
	first[1].(*widget.Label).SetText(scene.Claim(c, lang))
	lines[1].(*widget.Label).SetText(c.Scope.In(lang))
}

// citation names a source and a paragraph.
func citation(p *state.Presenter, source string, paragraph int, words words.Func) string {
	name := source
	if s := p.Data().Source(source); s != nil {
		name = s.Short.In(p.Lang())
	}
	return name + ", " + words("paragraph") + " " + strconv.Itoa(paragraph)
}

// chart is the picture of a measure.
type chart struct {
	widget.BaseWidget
	p       *state.Presenter
	measure string
	style   *paint.Style
	painter *paint.FigureChart
	raster  *canvas.Raster
	scene   *paint.FigureScene
	events  []string
	picture *image.RGBA
	pick    func(event string)
}

var _ fyne.Tappable = (*chart)(nil)

func newChart(p *state.Presenter, names *paint.Type, pick func(string)) *chart {
	c := &chart{p: p, style: &paint.Light, painter: paint.NewFigureChart(names.Clone()), pick: pick}
	c.ExtendBaseWidget(c)
	c.raster = canvas.NewRaster(c.paint)
	c.raster.ScaleMode = canvas.ImageScaleFastest
	return c
}

func (c *chart) setStyle(s *paint.Style) {
	c.style = s
	c.raster.Refresh()
}

// paint is called by Fyne for a picture of so many device pixels.
func (c *chart) paint(width, height int) image.Image {
	if r := image.Rect(0, 0, width, height); c.picture == nil || c.picture.Rect != r {
		c.picture = image.NewRGBA(r)
	}
	factor := float32(width) / max(1, c.Size().Width)
	c.scene, c.events = scene.Figures(c.p, c.measure, c.style, factor)
	c.painter.Draw(c.picture, c.scene)
	return c.picture
}

// Tapped implements fyne.Tappable.
func (c *chart) Tapped(e *fyne.PointEvent) {
	if c.scene == nil {
		return
	}
	if i := c.painter.Hit(c.scene, e.Position.X*c.scene.Factor, e.Position.Y*c.scene.Factor); i >= 0 {
		c.pick(c.events[i])
	}
}

// CreateRenderer implements fyne.Widget.
func (c *chart) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.raster) }

// MinSize implements fyne.CanvasObject.
func (c *chart) MinSize() fyne.Size { return fyne.NewSize(200, 140) }
