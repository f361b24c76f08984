package print

import (
	"fmt"
	"strings"

	"qantar/ui/state"
)

// Paper is a sheet of paper. Lengths are points, 72 to an inch.
type Paper struct {
	Name          string
	Width, Height float32 // upright
}

// Papers are those that there is a choice of, the first where none is named.
var Papers = []Paper{
	{"a4", 595.28, 841.89},
	{"letter", 612, 792},
}

// PaperNamed is the paper of a name, whatever its case.
func PaperNamed(name string) (Paper, error) {
	var names []string
	for _, p := range Papers {
		if strings.EqualFold(p.Name, name) {
			return p, nil
		}
		names = append(names, p.Name)
	}
	return Paper{}, fmt.Errorf("the paper %q is not known; use %s", name, strings.Join(names, " or "))
}

// turned is the paper on its side.
func (p Paper) turned() Paper { return Paper{p.Name, p.Height, p.Width} }

// Turn tells which way a page lies.
type Turn uint8

// A page is turned as fits what it shows, stands upright, or lies on its side.
const (
	AsFits Turn = iota
	Upright
	Sideways
)

// TurnName is what a turn is called.
type TurnName struct {
	Name string
	Turn Turn
}

// Turns are all of them by name.
var Turns = []TurnName{{"auto", AsFits}, {"portrait", Upright}, {"landscape", Sideways}}

// tall is how many times as high as wide the land must be that a picture shows
// for its page to stand upright.
const tall = 1.15

// turnFor is how a page lies that shows the map that p shows.
func turnFor(p *state.Presenter) Turn {
	bound := p.View().Bound()
	seen, found := bound, false
	shown := p.Shown()
	for row := range shown.Len() {
		at := p.Data().World(shown.At(row))
		switch {
		case !p.View().Contains(at):
		case !found:
			seen, found = at.Bound(), true
		default:
			seen = seen.Extend(at)
		}
	}
	width, height := seen.Max[0]-seen.Min[0], seen.Max[1]-seen.Min[1]
	if found && height > tall*width && height > 0 {
		return Upright
	}
	return Sideways
}
