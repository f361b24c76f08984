package basemap

// maxLinePoints is the length at which a line is cut, so that a painter can
// leave out what lies far from the view.
const maxLinePoints = 256

// lineRanks tells which arcs are drawn as lines, and as what.
var lineRanks = map[ArcKind]Rank{
	CoastArc:   Coast,
	CountryArc: CountryBorder,
	RegionArc:  RegionBorder,
	RiverArc:   River,
}

// lines turns the arcs of one detail into rivers and borders.
func (t *arcTable) lines(arcs []piece) (rivers, borders []Line) {
	for i, a := range t.arcs {
		rank, drawn := lineRanks[a.kind]
		if !drawn || len(arcs[i].points) < 2 {
			continue
		}
		if rank == River {
			rivers = appendParts(rivers, arcs[i], rank, a.minZoom)
		} else {
			borders = appendParts(borders, arcs[i], rank, a.minZoom)
		}
	}
	return rivers, borders
}

// appendParts cuts a long arc into parts that share their end points.
func appendParts(lines []Line, arc piece, rank Rank, minZoom float64) []Line {
	points := arc.points
	if len(points) <= maxLinePoints {
		return append(lines, Line{points, arc.bound, rank, minZoom})
	}
	for len(points) > 1 {
		n := min(maxLinePoints, len(points))
		part := points[:n:n]
		lines = append(lines, Line{part, boundOf(part), rank, minZoom})
		points = points[n-1:]
	}
	return lines
}
