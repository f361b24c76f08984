// Package print makes what leaves the program to be looked at elsewhere:
// pictures of the map with its timeline (PNG), pages (PDF) of one picture or of
// a whole story for a class, and stories that play by themselves (GIF, WebP,
// MP4). It knows no window. All of it tells how far it is, can be stopped, and
// gives the same bytes for the same record and options, but for what other
// programs encode.
package print

import (
	"image/color"
	"time"

	"qantar/geo/basemap"
	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/state"
	"qantar/ui/words"
)

// Press holds what pictures and pages are made with. It may be used from many
// goroutines.
type Press struct {
	world *basemap.Map
	names *paint.Type
	words words.Catalog
	fonts Fonts
}

// Fonts are the three cuts of the typeface, each a TrueType file.
type Fonts struct{ Regular, Bold, Italic []byte }

// NewPress returns a press that draws a basemap and writes in a typeface.
func NewPress(world *basemap.Map, fonts Fonts, catalog words.Catalog) (*Press, error) {
	names, err := paint.NewType(fonts.Regular, fonts.Bold, fonts.Italic)
	if err != nil {
		return nil, err
	}
	return &Press{world, names, catalog, fonts}, nil
}

// Progress is told how much of the work is done, from 0 to 1, and what is being
// done now, in the language of the work; nil: nobody is told.
type Progress func(done float64, what string)

func (p Progress) tell(done float64, what string) {
	if p != nil {
		p(done, what)
	}
}

// part is the progress of a part of the work, from one share of it to another.
func (p Progress) part(from, to float64) Progress {
	return func(done float64, what string) { p.tell(from+done*(to-from), what) }
}

// word gives the interface's texts in one language.
func (k *Press) word(lang store.Lang) words.Func {
	return func(key string, args ...string) string { return k.words.In(lang, key, args...) }
}

// presenter is one of its own for a goroutine that draws scenes.
func presenter(data *state.Data, lang store.Lang) *state.Presenter {
	p := state.New(data, state.Options{Dispatch: func(do func()) { do() }, Now: time.Now})
	p.SetLang(lang)
	return p
}

// clear is a colour without its opacity, and that opacity from 0 to 1.
func clear(c color.RGBA) (r, g, b int, opacity float64) {
	if c.A == 0 {
		return 0, 0, 0, 0
	}
	full := func(v uint8) int { return min(255, (int(v)*255+int(c.A)/2)/int(c.A)) }
	return full(c.R), full(c.G), full(c.B), float64(c.A) / 255
}
