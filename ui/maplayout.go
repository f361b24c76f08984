package ui

import (
	"qantar/ui/mapview"
	"qantar/ui/scene"

	"fyne.io/fyne/v2"
)

// mapLayout fills the room with the map and stands the legend in its corner,
// reduced to the marks where the map is small.
type mapLayout struct{ w *Window }

// The map sizes below which the legend is reduced, or left out, in pixels.
const (
	legendWidth  = 1400
	legendHeight = 620
	lowMap       = 420 // fewer conditions are named
	legendMargin = 10
	compactWidth = 36
	buttonRoom   = 60 // to the right of the bar of a country's events
	widestBar    = 900
)

func (l *mapLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.w.mapView.MinSize() }

func (l *mapLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.w.mapView.Resize(size)
	l.w.compare.Box.Resize(size)
	legend := l.w.legend
	legend.SetShape(legendShape(size, len(l.w.Presenter.Data().Categories)))
	need := legend.MinSize()
	l.w.states.SetLow(size.Height < lowMap)
	left := float32(2*legendMargin + compactWidth)
	l.w.country.Move(fyne.NewPos(left, legendMargin))
	l.w.country.SetWidth(min(widestBar, size.Width-left-buttonRoom))
	l.w.states.Move(fyne.NewPos(left, legendMargin+mapview.BarRoom))
	l.w.states.Resize(l.w.states.MinSize())
	legend.Resize(need)
	legend.Move(fyne.NewPos(legendMargin, size.Height-need.Height-52))
	l.w.keepTitlesClear()
}

// keepTitlesClear keeps the titles of what is spoken of off what lies over the map.
func (w *Window) keepTitlesClear() {
	states := w.states.MinSize()
	w.mapView.KeepClear(scene.Insets{
		Top: legendMargin + mapview.BarRoom, Left: 2*legendMargin + compactWidth, Right: buttonRoom,
		Corner: [2]float64{float64(states.Width), float64(states.Height)},
	})
}

// legendShape is the shape that a map of some size has room for.
func legendShape(room fyne.Size, categories int) mapview.LegendShape {
	switch {
	case room.Height < mapview.ColumnHeight(categories)+60:
		return mapview.LegendRow
	case room.Width < legendWidth || room.Height < legendHeight:
		return mapview.LegendColumn
	default:
		return mapview.FullLegend
	}
}
