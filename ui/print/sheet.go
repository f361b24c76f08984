package print

import (
	"cmp"
	"context"
	"fmt"
	"image"
	"math"
	"slices"
	"strconv"
	"time"

	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"
)

// Sheet is the picture asked for, apart from what it shows: from top to bottom a
// head with title and time, the map, the timeline, and a foot with the key and
// the credits.
type Sheet struct {
	Size
	Scale  float32 // device pixels per pixel
	Style  *paint.Style
	View   *store.View // where the map looks; nil: the collection's home view
	Fit    bool        // the same land at any size of the map, as for the home view
	Tiles  *paint.TileLayer
	Credit string // of the tiles

	Caption string // what is said of the picture; "": the collection's title

	title    string  // in place of the collection's; "" for that
	large    float32 // size of the title, pixels at scale 1; 0: as usual
	head     int     // at least so high, device pixels
	bare     bool    // no head, no count and no credit: they stand on the page
	numbered []int   // positions of the events that are spoken of, by number
}

// sheet lays out and draws one picture.
type sheet struct {
	Sheet
	p       *state.Presenter
	names   *paint.Type
	word    words.Func
	scenes  *scene.Map
	caption *paint.Caption
	says    paint.CaptionScene

	img     *image.RGBA    // what it is drawn on,
	drawing *paint.Drawing // or in; the other is nil
}

// Shares of a picture's height, and the timeline's height in pixels.
const (
	leastMap      = 0.28
	leastSceneMap = 0.46 // of a scene, which names what it speaks of
	timelineShare = 0.2
	leastTimeline = 110
	mostTimeline  = 230
	barShare      = 0.16 // the longest scale bar, of the picture's width

	leastFurnished = 100 // height in pixels of a map that has room for more than marks
)

// shownHash is how much of a collection's hash a picture shows.
const shownHash = 12

// mostConditions is how many conditions the key names; the others are counted.
const mostConditions = 4

// picture draws what p shows, whose map it moves. It takes some hundreds of
// milliseconds at the size of a screen.
func (k *Press) picture(ctx context.Context, p *state.Presenter, as Sheet) (*image.RGBA, error) {
	s := k.newSheet(p, as)
	s.img = image.NewRGBA(image.Rect(0, 0, s.Width, s.Height))
	return s.img, s.draw(ctx, k)
}

// drawing is picture for a page that is printed.
func (k *Press) drawing(ctx context.Context, p *state.Presenter, as Sheet) (*paint.Drawing, error) {
	s := k.newSheet(p, as)
	s.drawing = &paint.Drawing{Width: float32(s.Width), Height: float32(s.Height)}
	return s.drawing, s.draw(ctx, k)
}

func (k *Press) newSheet(p *state.Presenter, as Sheet) *sheet {
	lang := p.Lang()
	s := &sheet{Sheet: as, p: p, names: k.names, word: k.word(lang), scenes: scene.NewMap(p), caption: paint.NewCaption(k.names.Clone())}
	s.says = paint.CaptionScene{Factor: s.Scale, Style: s.Style}
	if s.bare {
		return s
	}
	s.says.Title, s.says.Large, s.says.Time = s.title, s.large, shownTime(p)
	s.says.Count = fmt.Sprintf("%s: %d / %d", s.word("list-heading"), p.Shown().Len(), p.InFilter().Len()) + knownToo(p, s.word)
	frame := p.Data().Collection
	s.says.Credit = s.word("attribution") + " · " + frame.ID + " " + frame.Hash[:min(len(frame.Hash), shownHash)]
	if s.title == "" {
		s.says.Title = cmp.Or(s.Caption, p.Data().Title.In(lang))
	}
	if s.Credit != "" {
		s.says.Credit += " · " + s.Credit
	}
	return s
}

// briefTime is the time shown in figures.
func (s *sheet) briefTime() string {
	from, to := s.p.Shows()
	in := func(t int64) string { return time.Unix(t, 0).In(s.p.Data().Loc).Format("2006-01-02 15:04") }
	return in(from) + " – " + in(to)
}

// draw draws everything. It can be stopped between its parts.
func (s *sheet) draw(ctx context.Context, k *Press) error {
	l := s.share()
	below := s.Height - l.foot.Height
	top := l.headHeight(s.head)
	for _, part := range []func(){
		func() { s.on(0, top, s.caption, func(dst *image.RGBA) { s.caption.Draw(dst, l.head) }) },
		func() { s.drawMap(top, below-l.timeline-top, k) },
		func() { s.drawTimeline(below-l.timeline, l.timeline) },
		func() { s.on(below, l.foot.Height, s.caption, func(dst *image.RGBA) { s.caption.Draw(dst, l.foot) }) },
	} {
		if err := ctx.Err(); err != nil {
			return err
		}
		part()
	}
	return ctx.Err()
}

// layout is how the height of a picture is shared; the map has what is left.
type layout struct {
	head, foot *paint.Band
	timeline   int // device pixels
}

func (l *layout) headHeight(least int) int { return max(least, l.head.Height) }

// share lays a picture out. What leaves the map too little room is left out:
// first the conditions, then the timeline, the key, and all but time and credit.
func (s *sheet) share() layout {
	least := leastMap
	if s.bare || s.title != "" {
		least = leastSceneMap
	}
	var l layout
	for _, try := range s.tries() {
		s.says, s.says.Keys = try.says, try.keys
		l = layout{s.caption.Head(&s.says, s.Width), s.caption.Foot(&s.says, s.Width), try.timeline}
		if s.bare {
			l.head.Height = 0
		}
		if float64(s.Height-l.headHeight(s.head)-l.foot.Height-l.timeline) >= least*float64(s.Height) {
			break
		}
	}
	return l
}

// try is one way to lay a picture out.
type try struct {
	says     paint.CaptionScene
	keys     []paint.Key
	timeline int // device pixels
}

// tries are the ways in which a picture may be laid out, the best first.
func (s *sheet) tries() []try {
	f, full := float64(s.Scale), float64(s.Height)
	timeline := int(math.Max(leastTimeline*f, math.Min(mostTimeline*f, timelineShare*full)))
	whole, bare := s.says, paint.CaptionScene{Factor: s.says.Factor, Style: s.Style, Time: s.briefTime(), Credit: s.says.Credit}
	switch {
	case s.bare:
		bare.Time = ""
	case s.title != "": // what is said of a scene is its most important part
		bare.Title, bare.Large, bare.Time = s.title, s.large, ""
	}
	categories := s.categories()
	return []try{
		{whole, slices.Concat(categories, s.conditions()), timeline},
		{whole, categories, timeline}, {whole, categories, 0}, {whole, nil, 0}, {bare, nil, 0},
	}
}

// tracer draws into a part of a drawing.
type tracer interface {
	Trace(d *paint.Drawing, at image.Rectangle, do func(dst *image.RGBA))
}

// on has a painter draw on the strip of a height from top on.
func (s *sheet) on(top, height int, painter tracer, do func(dst *image.RGBA)) {
	if s.drawing == nil {
		do(strip(s.img, top, height))
		return
	}
	painter.Trace(s.drawing, image.Rect(0, top, s.Width, top+height), do)
}

// strip is the part of a picture from top on, as a picture of its own that
// shares its pixels.
func strip(img *image.RGBA, top, height int) *image.RGBA {
	top = max(0, min(top, img.Rect.Dy()))
	height = max(0, min(height, img.Rect.Dy()-top))
	from := top * img.Stride
	return &image.RGBA{
		Pix: img.Pix[from : from+height*img.Stride], Stride: img.Stride,
		Rect: image.Rect(0, 0, img.Rect.Dx(), height),
	}
}

// categories are the key's entries for the marks of the events shown.
func (s *sheet) categories() []paint.Key {
	data := s.p.Data()
	counts := make([]int, len(data.Categories))
	s.p.Shown().CountByCategory(counts)
	var keys []paint.Key
	for i, c := range data.Categories {
		if counts[i] > 0 {
			keys = append(keys, paint.Key{Shape: c.Shape, Color: c.Color, Name: c.Label.In(s.p.Lang()), Note: strconv.Itoa(counts[i])})
		}
	}
	return keys
}

// conditions are the key's entries for what holds over whole areas.
func (s *sheet) conditions() []paint.Key {
	data := s.p.Data()
	var keys []paint.Key
	all := s.scenes.Conditions()
	named := all[:min(len(all), mostConditions)]
	for _, i := range named {
		it := data.Item(i)
		keys = append(keys, paint.Key{Striped: true, Color: data.CategoryOf(it).Color, Name: it.Event.Title.In(s.p.Lang())})
	}
	if more := len(all) - len(named); more > 0 {
		keys[len(keys)-1].Note = fmt.Sprintf("+%d", more)
	}
	return keys
}
