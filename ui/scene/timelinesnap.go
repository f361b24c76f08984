package scene

import "qantar/ui/axis"

// snapSlack is from how far a time that is dragged jumps to a labelled tick or
// to the end of a bar, in pixels at scale 1.
const snapSlack = 6

// Snap moves t to the labelled tick, the appearing of documents or the end of a
// bar nearest to it, of those close by in the scene made last; where there is none, to a round time that
// looks the same.
func (t *Timeline) Snap(at int64) int64 {
	s := &t.scene
	best, found := int64(snapSlack*float64(s.Factor)*s.Scale.PerPixel()), false
	nearest := at
	try := func(mark int64) {
		if d := max(mark-at, at-mark); d < best || d == best && !found {
			best, nearest, found = d, mark, true
		}
	}
	for _, tick := range s.Ticks {
		if tick.Rank != axis.Minor {
			try(tick.At)
		}
	}
	for i := range s.Tellings {
		try(s.Tellings[i].At)
	}
	for i := range s.Bars {
		try(s.Bars[i].From)
		try(s.Bars[i].To)
	}
	if found {
		return nearest
	}
	return s.Scale.Snap(at, t.p.Data().Loc)
}
