package basemap

// The asset is one gzip member around the following bytes. Integers are
// unsigned LEB128 ("uvarint"); signed ones are zigzag-coded first. A string is
// its length in bytes and then UTF-8. A zoom is one byte of tenths. Positions
// lie on a grid of 2^GridBits steps per world edge.
//
//	magic    Magic, version included
//	details  count, then per detail one zoom: its MaxZoom
//	arcs     count, then in columns:
//	           one byte per arc: kind + 16 * first detail
//	           one zoom per arc
//	           number of vertices per arc
//	           first detail of each vertex, two bits each, low bits first
//	           x per vertex as difference to the vertex before (across arcs)
//	           y likewise
//	land     polygon
//	areas    count, then per area: kind byte, code, country, En, Kk, Ru,
//	         label x, label y, zoom, polygon
//	lakes    count, then per lake: polygon
//	urban    count, then per built-up area: polygon
//	places   count, then per place: En, Kk, Ru, country, capital byte,
//	         population, x, y, zoom
//	waters   count, then per water: kind byte, En, Kk, Ru, x, y, zoom
//
//	polygon  zoom, count of rings, then per ring: count of references, then
//	         per reference: 2 * arc index + 1 when the arc runs backwards
//
// An arc is a piece of line between two junctions or a closed line without
// any. A detail d uses the arcs and, of those, the vertices whose first detail
// is d or less: that is how one stored geometry yields all details, and how
// neighbours keep the same vertices in each.

// Magic opens the decompressed asset; its last byte is the format's version.
const Magic = "QANTARMAP\x02"

// GridBits is the fineness of the grid: a step is under 10 m on the ground.
const GridBits = 22

// ArcKind tells what an arc of the asset is; only some kinds become lines.
type ArcKind uint8

// The kinds of arcs. A frame arc closes a polygon along the edge of the world
// and is never drawn; outlines are those of lakes and built-up areas.
const (
	CoastArc ArcKind = iota
	CountryArc
	RegionArc
	RiverArc
	FrameArc
	OutlineArc
	arcKinds
)

// Limits against a hostile file: far above what the real one needs.
const (
	maxBytes      = 16 << 20
	maxVertices   = 2 << 20
	maxRingPoints = 4 << 20
	maxDetails    = 4
)
