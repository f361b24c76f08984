package mapview

import (
	"qantar/geo/tiles"
	"qantar/ui/paint"

	"fyne.io/fyne/v2"
)

// SetTiles shows a set of tiles in place of the basemap, or over it, and closes
// the one before; nil takes it away. The set belongs to the map from then on.
// failed is called, on the main goroutine, with the first tile that cannot be
// read.
func (v *View) SetTiles(source tiles.Source, over bool, failed func(error)) {
	if v.tiles != nil {
		if err := v.tiles.Close(); err != nil {
			fyne.LogError("closing the map of tiles", err)
		}
	}
	v.tiles, v.credit = nil, ""
	if source != nil {
		v.credit = source.Meta().Attribution
		v.tiles = paint.NewTileLayer(source, paint.TileOptions{
			Over: over, Opacity: paint.OverOpacity, AtOnce: v.worker.atOnce,
			Loaded: func() { fyne.Do(v.repaint) },
			Failed: v.soon(failed),
		})
	}
	v.repaint()
	v.over.refresh()
}

// ShareTiles has other maps show the tiles of this one too, and no more the
// ones before; nil among them is no map.
func (v *View) ShareTiles(with ...*View) {
	v.guests = v.guests[:0]
	for _, guest := range with {
		if guest != nil {
			v.guests = append(v.guests, guest)
		}
	}
	v.repaint()
}

// repaint paints the map anew, and those which share its tiles.
func (v *View) repaint() {
	v.redraw()
	for _, guest := range v.guests {
		guest.tiles, guest.credit = v.tiles, v.credit
		guest.redraw()
	}
}

// TileCredit says where the set of tiles comes from; "" where there is none, or
// it does not say.
func (v *View) TileCredit() string { return v.credit }

// soon has f called on the main goroutine; where pictures are painted at once,
// that is the one at hand.
func (v *View) soon(f func(error)) func(error) {
	if v.worker.atOnce {
		return f
	}
	return func(err error) { fyne.Do(func() { f(err) }) }
}

// credits says where the map comes from, cut to a width in pixels.
func (v *View) credits(room float32) string {
	text := v.words("attribution")
	if v.credit == "" {
		return text
	}
	own := []rune(v.credit)
	whole := text + " · " + v.credit
	for n := len(own); n > 0 && fyne.MeasureText(whole, creditSize, fyne.TextStyle{}).Width > room-18; n-- {
		whole = text + " · " + string(own[:n-1]) + "…"
	}
	return whole
}
