package tiles

// The kinds of a feature, and the commands that its geometry is made of: the
// vector tile specification 2.1, section 4.3.
const (
	points   = 1
	lines    = 2
	polygons = 3

	moveTo    = 1
	lineTo    = 2
	closePath = 7
)

// drawable tells whether a geometry's commands follow the specification: as
// many numbers as they announce, and in the order that the kind wants.
func (g *guard) drawable(kind uint64, geometry []byte) bool {
	var ok bool
	if g.ints, ok = numbers(g.ints[:0], geometry); !ok || len(g.ints) == 0 {
		return false
	}
	g.vertices += len(g.ints) / 2
	rest := g.ints
	switch kind {
	case points:
		rest, ok = takeCommand(rest, moveTo, 1, 1<<29)
		return ok && len(rest) == 0
	case lines, polygons:
		for ok && len(rest) > 0 {
			rest, ok = takePath(rest, kind == polygons)
		}
		return ok
	}
	return false
}

// takePath takes one line, or one closed ring.
func takePath(ints []uint32, closed bool) ([]uint32, bool) {
	rest, ok := takeCommand(ints, moveTo, 1, 1)
	if !ok {
		return nil, false
	}
	if rest, ok = takeCommand(rest, lineTo, 1, 1<<29); !ok || !closed {
		return rest, ok
	}
	return rest[min(1, len(rest)):], len(rest) > 0 && rest[0]&7 == closePath
}

// takeCommand takes a command repeated from least to most times, with its
// numbers.
func takeCommand(ints []uint32, command, least, most uint32) ([]uint32, bool) {
	if len(ints) == 0 || ints[0]&7 != command {
		return nil, false
	}
	count := ints[0] >> 3
	if count < least || count > most || uint64(count)*2 > uint64(len(ints)-1) {
		return nil, false
	}
	return ints[1+2*count:], true
}
