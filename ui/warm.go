package ui

import (
	"sync"

	"qantar/assets"
	"qantar/geo/basemap"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// world is the basemap, which all windows share.
var world = sync.OnceValues(func() (*basemap.Map, error) { return basemap.Decode(assets.Basemap) })

// Warm begins, on goroutines of its own, what NewWindow takes its time for and
// what depends on no collection: the basemap, and the fonts of the widgets, which
// Fyne reads when a text is measured for the first time. It is for an app that has
// just been made, and need not be called. What it returns waits for the end of it.
func Warm() (wait func()) {
	var all sync.WaitGroup
	all.Go(func() { _, _ = world() }) // NewWindow gets the error
	all.Go(func() {
		for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
			fyne.MeasureText("0", theme.DefaultTheme().Size(theme.SizeNameText), style)
		}
	})
	return all.Wait
}
