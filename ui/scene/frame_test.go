package scene

import (
	"fmt"
	"image"
	"testing"

	"qantar/assets"
	"qantar/geo"
	"qantar/geo/basemap"
	"qantar/ui/paint"
	"qantar/ui/state"

	"github.com/paulmach/orb"
)

// screen is map and timeline of a window of 1920 by 1080 pixels, painted on one
// goroutine into pictures that take turns.
type screen struct {
	p        *state.Presenter
	scenes   *Map
	times    *Timeline
	layers   *paint.Layers
	timeline *paint.Timeline
	pictures [2]*image.RGBA
	strip    *image.RGBA
	look     TimeLook
	turn     int
}

func newScreen(b *testing.B, n int) *screen {
	b.Helper()
	world, err := basemap.Decode(assets.Basemap)
	if err != nil {
		b.Fatal(err)
	}
	names, p := typeface(b), at1080(b, n)
	s := &screen{
		p: p, scenes: NewMap(p), times: NewTimeline(p),
		layers: paint.NewLayers(paint.NewMap(world, names)), timeline: paint.NewTimeline(names.Clone()),
		strip: image.NewRGBA(image.Rect(0, 0, 1920, 190)),
	}
	for i := range s.pictures {
		s.pictures[i] = image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	}
	s.look = TimeLook{Scale: s.times.Home(1920), Height: 190, Factor: 1, Style: &paint.Light}
	s.frame()
	s.frame()
	return s
}

// frame does what one frame asks for: scene and picture of map and timeline.
func (s *screen) frame() {
	pic := s.scenes.Picture(plain)
	s.turn = 1 - s.turn
	s.layers.Draw(s.pictures[s.turn], &pic.MapScene)
	s.scenes.Recycle(pic)
	s.timeline.Draw(s.strip, s.times.Scene(s.look))
}

// BenchmarkFrame is state and paint of one frame together, of map and timeline,
// at 1920 by 1080 pixels over Kazakhstan.
func BenchmarkFrame(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		s := newScreen(b, n)
		for _, c := range []struct {
			name string
			move func(k int)
		}{
			{"play", func(k int) { s.p.SetPlayhead(int64(k) * 480 % year) }}, // 8 hours a second, at 60 frames
			{"scrub", func(k int) { s.p.SetPlayhead(int64(k) * 7200 % year) }},
			{"jump", func(k int) { s.p.SetPlayhead(int64(k%2) * (year - 1)) }},
		} {
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				b.ReportAllocs()
				for k := 0; b.Loop(); k++ {
					c.move(k)
					s.frame()
				}
			})
		}
	}
}

// BenchmarkFrameKnown is BenchmarkFrame where only what was known is shown: from
// one appearing of documents to the next, and to and fro over one, which brings
// a half of the events or takes them away.
func BenchmarkFrameKnown(b *testing.B) {
	s := newScreen(b, 1_000_000)
	s.p.SetMode(state.Known)
	telling := s.p.Tellings()[0].At
	for _, c := range []struct {
		name string
		move func(k int)
	}{
		{"scrub", func(k int) { s.p.SetPlayhead(telling + int64(k)*7200%(year/3)) }},
		{"telling", func(k int) { s.p.SetPlayhead(telling - int64(k%2)) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for k := 0; b.Loop(); k++ {
				c.move(k)
				s.frame()
			}
		})
	}
}

// BenchmarkFrameZoom counts a million events anew, all of them inside the
// window, for the map or the timeline at another scale. The basemap is not
// painted anew; that is BenchmarkBasemapFrame of ui/paint.
func BenchmarkFrameZoom(b *testing.B) {
	s := newScreen(b, 1_000_000)
	s.p.SetPlayhead(year - 1)
	b.Run("map", func(b *testing.B) {
		b.ReportAllocs()
		for k := 0; b.Loop(); k++ {
			s.p.SetView(geo.At(orb.Point{67, 48}, 5.2+0.5*float64(k%2), 1920, 1080))
			s.scenes.Recycle(s.scenes.Picture(plain))
		}
	})
	b.Run("timeline", func(b *testing.B) {
		home := s.look.Scale
		b.ReportAllocs()
		for k := 0; b.Loop(); k++ {
			s.look.Scale = home.ZoomAt(900, 1+0.1*float64(k%2), s.times.Limits())
			s.timeline.Draw(s.strip, s.times.Scene(s.look))
		}
	})
}
