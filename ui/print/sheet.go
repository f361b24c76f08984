package print

import (
	"cmp"
	"context"
	"fmt"
	"image"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"qantar/geo"
	"qantar/store"
	"qantar/ui/axis"
	"qantar/ui/paint"
	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"

	"github.com/paulmach/orb"
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
		s.says.Title = p.Data().Title.In(lang)
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
	tries := []struct {
		says     paint.CaptionScene
		keys     []paint.Key
		timeline int
	}{
		{whole, slices.Concat(categories, s.conditions()), timeline},
		{whole, categories, timeline}, {whole, categories, 0}, {whole, nil, 0}, {bare, nil, 0},
	}
	least := leastMap
	if s.bare || s.title != "" {
		least = leastSceneMap
	}
	var l layout
	for _, try := range tries {
		s.says, s.says.Keys = try.says, try.keys
		l = layout{s.caption.Head(&s.says, s.Width), s.caption.Foot(&s.says, s.Width), try.timeline}
		if s.bare {
			l.head.Height = 0
		}
		if float64(s.Height-l.headHeight(s.head)-l.foot.Height-l.timeline) >= least*full {
			break
		}
	}
	return l
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

func (s *sheet) drawMap(top, height int, k *Press) {
	s.look(float64(s.Width)/float64(s.Scale), float64(height)/float64(s.Scale))
	pic := s.scenes.Picture(scene.Look{Style: s.Style, Scale: s.Scale})
	pic.Tiles = s.Tiles
	if s.bare {
		s.number(pic)
	} else {
		s.shorten(pic, float32(height)/s.Scale)
	}
	painter := paint.NewMap(k.world, s.names.Clone())
	s.on(top, height, painter, func(dst *image.RGBA) { painter.Draw(dst, &pic.MapScene) })
	if float32(height) >= leastFurnished*s.Scale {
		s.on(top, height, s.caption, s.furnish)
	}
}

// furnish adds the scale bar, and how many events lie beyond each edge.
func (s *sheet) furnish(dst *image.RGBA) {
	metres, pixels := s.p.View().ScaleBar(barShare * s.p.View().Width)
	s.caption.ScaleBar(dst, &s.says, pixels*float64(s.Scale), scene.Distance(metres, s.p.Lang()))
	for _, out := range s.scenes.Outside() {
		to := directions[out.Side]
		s.caption.Edge(dst, &s.says, to[0], to[1], strconv.Itoa(out.Count))
	}
}

// number writes numbers on the callouts in place of titles, as they stand beside
// the picture.
func (s *sheet) number(pic *scene.Picture) {
	numbers := map[string]string{}
	for n, i := range s.numbered {
		numbers[s.p.Data().Item(i).Event.Title.In(s.p.Lang())] = strconv.Itoa(n + 1)
	}
	for k := range pic.Callouts {
		c := &pic.Callouts[k]
		for i, title := range c.Titles {
			c.Titles[i] = numbers[title]
		}
		c.Titles = []string{strings.Join(c.Titles, ", ")}
	}
}

// titleRoom is how many pixels of a map's height there must be for each title of
// a callout, so that the map is still seen.
const titleRoom = 110

// shorten leaves titles out of callouts that would cover a low map, and counts
// them.
func (s *sheet) shorten(pic *scene.Picture, height float32) {
	most := max(1, int(height/titleRoom))
	for k := range pic.Callouts {
		if c := &pic.Callouts[k]; len(c.Titles) > most {
			c.Titles = append(c.Titles[:most:most], "+"+strconv.Itoa(len(c.Titles)-most))
		}
	}
}

// directions are where the sides of a map lie, y downwards.
var directions = [...][2]float32{scene.West: {-1, 0}, scene.East: {1, 0}, scene.North: {0, -1}, scene.South: {0, 1}}

// look points the map, of a size in pixels, to the view asked for.
func (s *sheet) look(width, height float64) {
	s.p.SetView(s.p.View().Resize(width, height))
	switch v := s.View; {
	case s.bare || s.title != "":
		s.p.SetView(s.closer(s.p.ViewOf(*cmp.Or(v, &s.p.Data().Home), width, height)))
	case v == nil:
		s.p.GoHome()
	case s.Fit:
		s.p.SetView(s.p.ViewOf(*v, width, height))
	default:
		s.p.SetView(geo.At(orb.Point{v.Lon, v.Lat}, v.Zoom, width, height))
	}
}

// closeFit is how far a low and wide picture goes towards showing what it is to
// show in all of its width, where it could show more to the sides; and closeEdge
// how far from its edges, as a share of its sides, numbered events then stand.
const (
	closeFit  = 0.55
	closeEdge = 0.06
)

// closer is a view at a larger zoom, on a picture of another form than the record
// has its views in, unless a numbered event would be lost.
func (s *sheet) closer(v geo.Viewport) geo.Viewport {
	const form = 1.5
	near := geo.At(v.LonLat(), v.Zoom+closeFit*math.Abs(math.Log2(v.Width/v.Height/form)), v.Width, v.Height)
	for _, i := range s.numbered {
		it := s.p.Data().Item(i)
		at, was := near.ToScreen(it.World), v.ToScreen(it.World)
		if !it.IsArea() && inside(v, was, 0) && !inside(near, at, closeEdge) {
			return v
		}
	}
	return near
}

// inside tells whether a point lies on the map, at least a share of its sides
// from its edges.
func inside(v geo.Viewport, at orb.Point, edge float64) bool {
	return at[0] >= edge*v.Width && at[0] <= (1-edge)*v.Width && at[1] >= edge*v.Height && at[1] <= (1-edge)*v.Height
}

func (s *sheet) drawTimeline(top, height int) {
	if height == 0 {
		return
	}
	scenes, painter := scene.NewTimeline(s.p), paint.NewTimeline(s.names.Clone())
	s.on(top, height, painter, func(dst *image.RGBA) {
		painter.Draw(dst, scenes.Scene(scene.TimeLook{
			Scale: s.reach(scenes.Home(float64(dst.Rect.Dx()))), Height: dst.Rect.Dy(), Factor: s.Scale, Style: s.Style,
		}))
	})
}

// reach widens a scale until it holds the time shown, with some room beyond.
func (s *sheet) reach(scale axis.Scale) axis.Scale {
	from, to := s.p.Shows()
	room := (max(scale.To, to) - min(scale.From, from)) / 36
	if from < scale.From {
		scale.From = from - room
	}
	if to > scale.To {
		scale.To = to + room
	}
	return scale
}
