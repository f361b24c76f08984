package print

import (
	"cmp"
	"image"
	"math"
	"strconv"
	"strings"

	"qantar/geo"
	"qantar/ui/axis"
	"qantar/ui/paint"
	"qantar/ui/scene"

	"github.com/paulmach/orb"
)

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
