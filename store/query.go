package store

import "github.com/paulmach/orb"

// Query asks for events. A zero field asks for nothing in particular, so the
// zero Query finds every event; fields are joined with "and", the values in
// one list with "or".
type Query struct {
	From, To   *int64     // Unix seconds; an event matches when its bounds overlap [From, To]
	Bound      *orb.Bound // degrees; the point or the area's bound overlaps it
	Categories []string
	Kinds      []Kind
	Places     []string // also matches places inside these
	Sources    []string // reported by at least one of them
	Text       string   // words, each matched as a prefix, accents and case folded
}
