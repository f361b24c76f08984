package mapview

import "qantar/ui/scene"

// Enlarge draws marks and names so many times as large as usual, for those who
// look from afar.
func (v *View) Enlarge(times float32) {
	if times != v.larger {
		v.larger = times
		v.redraw()
	}
}

// KeepClear has what is written beside marks keep out of parts of the map, over
// which something else lies.
func (v *View) KeepClear(of scene.Insets) {
	if of == v.clear {
		return
	}
	moved := of.Bottom != v.clear.Bottom
	v.clear = of
	if moved {
		v.over.refresh()
	}
	if len(v.p.Highlights()) > 0 {
		v.redraw()
	}
}

// footRoom is how high the scale bar and the credit at the foot stand, in pixels.
const footRoom = 34

// calloutRoom is where titles of what is spoken of may not stand.
func (v *View) calloutRoom() scene.Insets {
	clear := v.clear
	clear.Bottom += footRoom
	return clear
}

// ShowControls shows or hides the buttons on the map and what lies outside it.
func (v *View) ShowControls(on bool) {
	if on == v.over.bare {
		v.over.bare = !on
		v.over.buttons.Hidden = !on
		v.over.refresh()
	}
}
