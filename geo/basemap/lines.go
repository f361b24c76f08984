package basemap

import "github.com/paulmach/orb"

// lineRanks tells which arcs are drawn as lines, and as what.
var lineRanks = map[ArcKind]Rank{
	CoastArc:   Coast,
	CountryArc: CountryBorder,
	RegionArc:  RegionBorder,
	RiverArc:   River,
}

// lines are the arcs that are drawn, with the bounds of the finest detail.
func (t *arcTable) lines(bounds []orb.Bound) []Line {
	var out []Line
	for i, a := range t.arcs {
		if rank, drawn := lineRanks[a.kind]; drawn && !bounds[i].IsEmpty() {
			out = append(out, Line{i, bounds[i], rank, a.minZoom})
		}
	}
	return out
}
