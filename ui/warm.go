package ui

import (
	"sync"

	"qantar/assets"
	"qantar/geo/basemap"
)

// world is the basemap, which all windows share.
var world = sync.OnceValues(func() (*basemap.Map, error) { return basemap.Decode(assets.Basemap) })

// Warm begins, on a goroutine of its own, what NewWindow takes its time for and
// what depends on no collection. It need not be called.
func Warm() {
	go func() { _, _ = world() }() // NewWindow gets the error
}
