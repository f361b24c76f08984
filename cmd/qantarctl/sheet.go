package main

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"qantar/geo"
	"qantar/geo/basemap"
	"qantar/ui/axis"
	"qantar/ui/paint"
	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"

	"github.com/paulmach/orb"
)

// sheet lays out and draws one picture: from top to bottom a head with title
// and time, the map, the timeline, and a foot with the key and the credits.
type sheet struct {
	frame
	p       *state.Presenter
	names   *paint.Type
	catalog words.Catalog
	scenes  *scene.Map
	caption *paint.Caption
	says    paint.CaptionScene
}

// Shares of a picture's height, and the timeline's height in pixels.
const (
	leastMap      = 0.28
	timelineShare = 0.2
	leastTimeline = 110
	mostTimeline  = 230
	barShare      = 0.16 // the longest scale bar, of the picture's width

	leastFurnished = 100 // height in pixels of a map that has room for more than marks
)

// mostConditions is how many conditions the key names; the others are counted.
const mostConditions = 4

func newSheet(p *state.Presenter, f frame, names *paint.Type, catalog words.Catalog) *sheet {
	s := &sheet{frame: f, p: p, names: names, catalog: catalog, scenes: scene.NewMap(p), caption: paint.NewCaption(names.Clone())}
	lang := p.Lang()
	s.says = paint.CaptionScene{
		Factor: f.scale, Style: f.style,
		Title: p.Data().Title.In(lang), Time: s.shownTime(),
		Count:  fmt.Sprintf("%s: %d / %d", catalog.In(lang, "list-heading"), p.Shown().Len(), p.InFilter().Len()),
		Credit: catalog.In(lang, "attribution"),
	}
	if f.tiles.credit != "" {
		s.says.Credit += " · " + f.tiles.credit
	}
	return s
}

// shownTime says which time is shown, with the time zone once.
func (s *sheet) shownTime() string {
	from, to := s.p.Shows()
	first, last := scene.FullTime(s.p.Data(), from, s.p.Lang()), scene.FullTime(s.p.Data(), to, s.p.Lang())
	if from == to {
		return last
	}
	moment, zone, _ := strings.Cut(first, " (")
	if strings.HasSuffix(last, "("+zone) {
		first = moment
	}
	return first + " – " + last
}

// briefTime is the time shown in figures.
func (s *sheet) briefTime() string {
	from, to := s.p.Shows()
	in := func(t int64) string { return time.Unix(t, 0).In(s.p.Data().Loc).Format("2006-01-02 15:04") }
	return in(from) + " – " + in(to)
}

// draw draws everything over a basemap.
func (s *sheet) draw(world *basemap.Map) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, s.width, s.height))
	l := s.share()
	below := s.height - l.foot.Height
	s.caption.Draw(strip(img, 0, l.head.Height), l.head)
	s.drawMap(strip(img, l.head.Height, below-l.timeline-l.head.Height), world)
	if l.timeline > 0 {
		s.drawTimeline(strip(img, below-l.timeline, l.timeline))
	}
	s.caption.Draw(strip(img, below, l.foot.Height), l.foot)
	return img
}

// layout is how the height of a picture is shared; the map has what is left.
type layout struct {
	head, foot *paint.Band
	timeline   int // device pixels
}

// share lays a picture out. What leaves the map too little room is left out:
// first the conditions, then the timeline, the key, and all but time and credit.
func (s *sheet) share() layout {
	f, full := float64(s.scale), float64(s.height)
	timeline := int(math.Max(leastTimeline*f, math.Min(mostTimeline*f, timelineShare*full)))
	whole, bare := s.says, paint.CaptionScene{Factor: s.says.Factor, Style: s.style, Time: s.briefTime(), Credit: s.says.Credit}
	categories := s.categories()
	tries := []struct {
		says     paint.CaptionScene
		keys     []paint.Key
		timeline int
	}{
		{whole, slices.Concat(categories, s.conditions()), timeline},
		{whole, categories, timeline}, {whole, categories, 0}, {whole, nil, 0}, {bare, nil, 0},
	}
	var l layout
	for _, try := range tries {
		s.says, s.says.Keys = try.says, try.keys
		l = layout{s.caption.Head(&s.says, s.width), s.caption.Foot(&s.says, s.width), try.timeline}
		if float64(s.height-l.head.Height-l.foot.Height-l.timeline) >= leastMap*full {
			break
		}
	}
	return l
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

func (s *sheet) drawMap(dst *image.RGBA, world *basemap.Map) {
	s.look(float64(dst.Rect.Dx())/float64(s.scale), float64(dst.Rect.Dy())/float64(s.scale))
	pic := s.scenes.Picture(scene.Look{Style: s.style, Scale: s.scale})
	pic.Tiles = s.tiles.layer
	paint.NewMap(world, s.names.Clone()).Draw(dst, &pic.MapScene)
	if float32(dst.Rect.Dy()) >= leastFurnished*s.scale {
		s.furnish(dst)
	}
}

// furnish adds the scale bar, and how many events lie beyond each edge.
func (s *sheet) furnish(dst *image.RGBA) {
	metres, pixels := s.p.View().ScaleBar(barShare * s.p.View().Width)
	s.caption.ScaleBar(dst, &s.says, pixels*float64(s.scale), scene.Distance(metres, s.p.Lang()))
	for _, out := range s.scenes.Outside() {
		to := directions[out.Side]
		s.caption.Edge(dst, &s.says, to[0], to[1], strconv.Itoa(out.Count))
	}
}

// directions are where the sides of a map lie, y downwards.
var directions = [...][2]float32{scene.West: {-1, 0}, scene.East: {1, 0}, scene.North: {0, -1}, scene.South: {0, 1}}

// look points the map, of a size in pixels, to the view asked for.
func (s *sheet) look(width, height float64) {
	s.p.SetView(s.p.View().Resize(width, height))
	if s.view == nil {
		s.p.GoHome()
		return
	}
	s.p.SetView(geo.At(orb.Point{s.view.Lon, s.view.Lat}, s.view.Zoom, width, height))
}

func (s *sheet) drawTimeline(dst *image.RGBA) {
	scenes := scene.NewTimeline(s.p)
	paint.NewTimeline(s.names.Clone()).Draw(dst, scenes.Scene(scene.TimeLook{
		Scale: s.reach(scenes.Home(float64(dst.Rect.Dx()))), Height: dst.Rect.Dy(), Factor: s.scale, Style: s.style,
	}))
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
