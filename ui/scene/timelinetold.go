package scene

import (
	"strconv"
	"strings"

	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/state"
)

// toldKey is what the moments at which documents appear were written for.
type toldKey struct {
	known      bool
	generation int
	lang       store.Lang
}

// tell marks the moments from which on the shown documents are certain to have
// appeared, where only what was known is shown.
func (t *Timeline) tell() {
	key := toldKey{t.p.Mode() == state.Known, t.p.FilterGeneration(), t.p.Lang()}
	if key == t.told {
		return
	}
	t.told = key
	s := &t.scene
	s.Tellings = s.Tellings[:0]
	if key.known {
		for _, telling := range t.p.Tellings() {
			var names []string
			for _, i := range telling.Sources {
				names = append(names, t.p.Data().Sources[i].Short.In(key.lang))
			}
			short := names[0]
			if more := len(names) - 1; more > 0 {
				short += " +" + strconv.Itoa(more)
			}
			s.Tellings = append(s.Tellings, paint.Telling{At: telling.At, Label: strings.Join(names, ", "), Short: short})
		}
	}
	s.Version++
}
