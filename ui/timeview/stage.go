package timeview

// Stage has the timeline drawn for an audience: without the overview, with the
// whole time that is shown written on the playhead's flag, its letters so many times as large as usual.
func (v *View) Stage(larger float32) {
	v.larger, v.slim = larger, true
	v.raster.Refresh()
}

// drawnFactor is how many device pixels a pixel of what is drawn has.
func (v *View) drawnFactor() float32 {
	if v.larger == 0 {
		return v.factor()
	}
	return v.factor() * v.larger
}
