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

// Warm does what NewWindow takes its time for and what depends on no collection,
// for an app that has just been made: it begins to decode the basemap beside, and
// reads the fonts of the widgets, which Fyne does when a text is measured for the
// first time and only on its own goroutine. It need not be called.
func Warm() {
	go func() { _, _ = world() }() // NewWindow gets the error
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		fyne.MeasureText("0", theme.DefaultTheme().Size(theme.SizeNameText), style)
	}
}
