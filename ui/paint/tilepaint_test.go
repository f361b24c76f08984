package paint

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"strings"
	"sync"
	"testing"

	"qantar/geo"
	maptiles "qantar/geo/tiles"

	"github.com/paulmach/orb"
)

// inTown is where the toy town's middle lies.
func inTown() orb.Point { return degrees(townTile).Center() }

// atOnce is a layer that reads its tiles while they are painted, and fails the
// test when one cannot be read.
func atOnce(t testing.TB, source maptiles.Source, o TileOptions) *TileLayer {
	t.Helper()
	o.AtOnce = true
	if o.Failed == nil {
		o.Failed = func(err error) { t.Error(err) }
	}
	return NewTileLayer(source, o)
}

func TestTileGoldens(t *testing.T) {
	m := testMap(t)
	cases := []struct {
		name       string
		shortbread bool
		zoom       float64
		scale      float32
		style      *Style
		options    TileOptions
	}{
		{"town-light", false, 13.2, 1, &Light, TileOptions{}},
		{"town-dark-2x", false, 13.2, 2, &Dark, TileOptions{}},
		{"town-short-light-2x", true, 13.2, 2, &Light, TileOptions{}},
		{"town-close-light", true, 15.4, 1, &Light, TileOptions{}},
		{"town-close-dark-2x", false, 16, 2, &Dark, TileOptions{}},
		{"town-over-light", false, 12.4, 1, &Light, TileOptions{Over: true, Opacity: 0.5}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s, got := blank(inTown(), c.zoom, 480, 320, c.scale, c.style)
			s.Tiles = atOnce(t, townOf(t, c.shortbread), c.options)
			m.Draw(got, s)
			compareGolden(t, got, "tiles-"+c.name)
		})
	}
}

// TestSchemasLookAlike: the same town in both schemas is the same picture, but
// for the names.
func TestSchemasLookAlike(t *testing.T) {
	m := testMap(t)
	var pictures [2]*image.RGBA
	for i := range pictures {
		s, img := blank(inTown(), 13.7, 400, 300, 1, &Light)
		s.Tiles = atOnce(t, townOf(t, i == 1), TileOptions{})
		m.Ground(img, s)
		pictures[i] = img
	}
	if !bytes.Equal(pictures[0].Pix, pictures[1].Pix) {
		t.Errorf("%d pixels differ", differing(pictures[0], pictures[1]))
	}
}

// TestRasterTiles: at a zoom level that is whole, the middle of every tile has
// its colour; and beyond the last level, that of the tile above it.
func TestRasterTiles(t *testing.T) {
	m := testMap(t)
	cases := []struct {
		name    string
		side    int
		format  maptiles.Format
		zoom    float64
		scale   float32
		level   int
		maxZoom int
	}{
		{"as they are", 256, maptiles.PNG, 3, 1, 3, 3},
		{"between levels", 256, maptiles.PNG, 2.7, 1, 3, 3},
		{"larger tiles", 512, maptiles.PNG, 3, 1, 2, 3},
		{"larger tiles on a fine screen", 512, maptiles.PNG, 3, 2, 3, 3},
		{"a drawn map on a fine screen", 256, maptiles.PNG, 2, 2, 2, 3},
		{"a photograph on a fine screen", 256, maptiles.JPEG, 2, 2, 3, 3},
		{"beyond the last level", 256, maptiles.PNG, 6, 1, 3, 3},
		{"far beyond the last level", 256, maptiles.PNG, 16, 1, 2, 2},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s, img := blank(orb.Point{30, 20}, c.zoom, 400, 300, c.scale, &Light)
			set := chequered(t, c.maxZoom, c.side, c.format)
			s.Tiles = atOnce(t, set, TileOptions{})
			m.Ground(img, s)
			checked := 0
			for _, id := range maptiles.Cover(s.View.Bound(), c.level, 1000) {
				at := s.View.ToScreen(id.Bound().Center())
				x, y := int(at[0]), int(at[1])
				if c.zoom > float64(c.maxZoom+1) { // its middle lies far outside
					x, y = img.Rect.Dx()/2+5, img.Rect.Dy()/2+5
				}
				if !image.Pt(x, y).In(img.Rect) {
					continue
				}
				checked++
				if got, want := img.RGBAAt(x, y), colorOf(id); apart(got.R, want.R) > 2 || apart(got.G, want.G) > 2 || apart(got.B, want.B) > 2 {
					t.Errorf("tile %v is %v, want %v", id, got, want)
				}
			}
			if checked == 0 {
				t.Error("no tile is in the picture")
			}
		})
	}
}

// TestOverzoomIsThePart: beyond the last level of a set, a picture is what the
// level above it shows there, drawn larger.
func TestOverzoomIsThePart(t *testing.T) {
	m := testMap(t)
	set := townOf(t, false)
	quarter := maptiles.ID{Z: townTile.Z + 1, X: townTile.X * 2, Y: townTile.Y*2 + 1}
	set.meta.MaxZoom = townTile.Z
	centre := degrees(quarter).Center()
	s, part := blank(centre, float64(townTile.Z)+2, 256, 256, 1, &Light)
	s.Tiles = atOnce(t, set, TileOptions{})
	m.Ground(part, s)
	for id := range set.asked {
		if id != townTile {
			t.Errorf("tile %v is asked for", id)
		}
	}
	// the lake and the farms of the town's picture, in the part's coordinates
	for _, c := range []struct {
		at   orb.Point // of 100 by 100 in the town
		want color.RGBA
	}{
		{orb.Point{15, 80}, tileRules[farmRule].color(&Light)},
		{orb.Point{26.5, 78}, Light.Land},
	} {
		b := townTile.Bound()
		world := orb.Point{b.Min[0] + c.at[0]/100*(b.Max[0]-b.Min[0]), b.Min[1] + c.at[1]/100*(b.Max[1]-b.Min[1])}
		p := s.View.ToScreen(world)
		if got := part.RGBAAt(int(p[0]), int(p[1])); got != c.want {
			t.Errorf("%v at %v is %v, want %v", c.at, p, got, c.want)
		}
	}
}

// TestDeepOverzoom: a tile of a few pixels that fills the picture many times
// over is drawn without fuss, at any style and scale.
func TestDeepOverzoom(t *testing.T) {
	m := testMap(t)
	set := townOf(t, true)
	world := &madeTiles{meta: set.meta, tile: map[maptiles.ID][]byte{{}: set.tile[townTile]}}
	world.meta.MinZoom, world.meta.MaxZoom, world.meta.Bounds = 0, 0, maptiles.World
	for _, zoom := range []float64{2, 6, 11, 16} {
		s, img := blank(orb.Point{3, 5}, zoom, 300, 200, 1, &Light)
		s.Tiles = atOnce(t, world, TileOptions{})
		m.Draw(img, s)
		for i := 3; i < len(img.Pix); i += 4 {
			if img.Pix[i] != 255 {
				t.Fatalf("zoom %v: pixel %d lets the ground through", zoom, i/4)
			}
		}
	}
}

// TestTilesWhereTheSetHasNone: beyond its bounds and above its first level, the
// basemap is seen; where a tile is missing, the one above it.
func TestTilesWhereTheSetHasNone(t *testing.T) {
	m := testMap(t)
	set := chequered(t, 3, 256, maptiles.PNG)
	set.meta.Bounds = orb.Bound{Min: orb.Point{0, 0}, Max: orb.Point{90, 80}}
	missing := maptiles.ID{Z: 3, X: 5, Y: 3}
	delete(set.tile, missing)
	s, img := blank(orb.Point{60, 25}, 3, 700, 400, 1, &Light)
	s.Tiles = atOnce(t, set, TileOptions{})
	m.Ground(img, s)
	at := func(lonLat orb.Point) color.RGBA {
		p := s.View.ToScreen(geo.Project(lonLat))
		return img.RGBAAt(int(p[0]), int(p[1]))
	}
	if got, want := at(orb.Point{60, 30}), colorOf(missing.Up(1)); got != want {
		t.Errorf("in place of a missing tile is %v, want %v", got, want)
	}
	if got := at(orb.Point{68, -3}); got != Light.Sea {
		t.Errorf("beyond the bounds is %v, want the sea", got)
	}
	for id := range set.asked {
		if !set.meta.Reaches(id) {
			t.Errorf("tile %v outside the bounds is asked for", id)
		}
	}
}

func TestTilesAcrossTheEdgeOfTheWorld(t *testing.T) {
	m := testMap(t)
	s, img := blank(orb.Point{179.9, 0}, 3, 600, 300, 1, &Light)
	s.Tiles = atOnce(t, chequered(t, 3, 256, maptiles.PNG), TileOptions{})
	m.Ground(img, s)
	if got, want := img.RGBAAt(500, 100), colorOf(maptiles.ID{Z: 3, X: 0, Y: 3}); got != want {
		t.Errorf("east of the edge is %v, want %v", got, want)
	}
}

// TestHostileTiles: each is left out, with one message for the set, and the
// map goes on.
func TestHostileTiles(t *testing.T) {
	m := testMap(t)
	good := townOf(t, false).tile[townTile]
	harms := map[string][]byte{
		"a text":             []byte("Dear reader"),
		"cut short":          good[:len(good)/2],
		"a picture":          encoded(t, image.NewRGBA(image.Rect(0, 0, 4, 4)), maptiles.PNG),
		"half of its layers": good[10:],
	}
	for name, bad := range harms {
		t.Run(name, func(t *testing.T) {
			set := townOf(t, false)
			for id := range set.tile {
				set.tile[id] = bad
			}
			var said []error
			s, got := blank(inTown(), 13, 300, 200, 1, &Light)
			m.Draw(got, s)
			want := bytes.Clone(got.Pix)
			s.Tiles = atOnce(t, set, TileOptions{Failed: func(err error) { said = append(said, err) }})
			m.Draw(got, s)
			m.Draw(got, s)
			if !bytes.Equal(got.Pix, want) {
				t.Error("the map is not that without the tiles")
			}
			if len(said) != 1 || !strings.Contains(said[0].Error(), "left out") || strings.Contains(said[0].Error(), "\n") {
				t.Errorf("it says %v", said)
			}
			for id, n := range set.asked {
				if n > 1 {
					t.Errorf("tile %v is asked for %d times", id, n)
				}
			}
		})
	}
	t.Run("one of many", func(t *testing.T) {
		set := chequered(t, 3, 256, maptiles.PNG)
		bad := maptiles.ID{Z: 3, X: 5, Y: 3}
		set.tile[bad] = []byte("\x89PNG\r\n\x1a\n")
		said := 0
		s, img := blank(orb.Point{60, 25}, 3, 700, 400, 1, &Light)
		s.Tiles = atOnce(t, set, TileOptions{Failed: func(error) { said++ }})
		m.Ground(img, s)
		p := s.View.ToScreen(maptiles.ID{Z: 3, X: 4, Y: 3}.Bound().Center())
		if got, want := img.RGBAAt(int(p[0]), int(p[1])), colorOf(maptiles.ID{Z: 3, X: 4, Y: 3}); got != want || said != 1 {
			t.Errorf("the tile beside it is %v, want %v; %d messages", got, want, said)
		}
	})
}

// TestTilesOver: a layer over the basemap lets it shine through by its opacity.
func TestTilesOver(t *testing.T) {
	m := testMap(t)
	for _, opacity := range []float64{0, 0.25, 1} {
		s, img := blank(orb.Point{-150, 0}, 3, 300, 200, 1, &Light) // the Pacific
		s.Tiles = atOnce(t, chequered(t, 3, 256, maptiles.PNG), TileOptions{Over: true, Opacity: opacity})
		m.Ground(img, s)
		ids := maptiles.Cover(s.View.Bound(), 3, 100)
		id := ids[0]
		at := s.View.ToScreen(id.Bound().Max)
		got, want := img.RGBAAt(int(at[0])-9, int(at[1])-9), mix(Light.Sea, colorOf(id), opacity)
		if apart(got.R, want.R) > 2 || apart(got.G, want.G) > 2 || apart(got.B, want.B) > 2 || got.A != 255 {
			t.Errorf("at opacity %v it is %v, want %v", opacity, got, want)
		}
	}
}

// TestTilesAreReadBeside paints with tiles that are read on another goroutine,
// until all are there.
func TestTilesAreReadBeside(t *testing.T) {
	m := testMap(t)
	set := townOf(t, false)
	loaded := make(chan struct{}, 100)
	s, got := blank(inTown(), 14, 700, 500, 1, &Light)
	_, want := blank(inTown(), 14, 700, 500, 1, &Light)
	s.Tiles = atOnce(t, townOf(t, false), TileOptions{})
	m.Draw(want, s)
	s.Tiles = NewTileLayer(set, TileOptions{Loaded: func() { loaded <- struct{}{} }, Failed: func(err error) { t.Error(err) }})
	layers := NewLayers(m)
	for range 100 {
		layers.Draw(got, s)
		if bytes.Equal(got.Pix, want.Pix) {
			break
		}
		<-loaded
	}
	if !bytes.Equal(got.Pix, want.Pix) {
		t.Errorf("%d pixels differ", differing(got, want))
	}
	if err := s.Tiles.Close(); err != nil || !set.closed {
		t.Error("the set is not closed", err)
	}
	layers.Draw(got, s)
	if !bytes.Equal(got.Pix, want.Pix) {
		t.Error("a closed layer no longer shows what was read")
	}
}

// slow is a set whose tiles come one at a time, when they are let through.
type slow struct {
	*madeTiles
	through chan struct{}
	ended   chan struct{}
}

func (s *slow) Tile(id maptiles.ID) ([]byte, error) {
	<-s.through
	return s.madeTiles.Tile(id)
}

func (s *slow) Close() error {
	s.ended <- struct{}{}
	return errors.Join(s.madeTiles.Close())
}

// TestTilesCloseWhileReading: the set is closed once, when the tile being read
// is done, and no other is begun.
func TestTilesCloseWhileReading(t *testing.T) {
	m := testMap(t)
	set := &slow{chequered(t, 3, 256, maptiles.PNG), make(chan struct{}), make(chan struct{}, 2)}
	s, img := blank(orb.Point{60, 25}, 3, 700, 400, 1, &Light)
	s.Tiles = NewTileLayer(set, TileOptions{})
	m.Draw(img, s)
	set.through <- struct{}{}
	if err := s.Tiles.Close(); err != nil {
		t.Fatal(err)
	}
	select { // the second tile may be in hand by then, or not
	case set.through <- struct{}{}:
		<-set.ended
	case <-set.ended:
	}
	if len(set.asked) > 2 {
		t.Errorf("%d tiles were read", len(set.asked))
	}
	m.Draw(img, s)
}

// TestTilesFromTwoGoroutines: two maps may share a layer.
func TestTilesFromTwoGoroutines(t *testing.T) {
	layer := NewTileLayer(townOf(t, false), TileOptions{Failed: func(err error) { t.Error(err) }})
	var group sync.WaitGroup
	for range 2 {
		m := testMap(t)
		group.Go(func() {
			for i := range 10 {
				s, img := blank(inTown(), 12+float64(i)/3, 300, 200, 1, &Light)
				s.Tiles = layer
				m.Draw(img, s)
			}
		})
	}
	group.Wait()
	if err := layer.Close(); err != nil {
		t.Error(err)
	}
}

func TestTileCache(t *testing.T) {
	picture := func(id maptiles.ID) *tile { return &tile{id: id, picture: image.NewRGBA(image.Rect(0, 0, 16, 16))} }
	one := picture(maptiles.ID{}).size()
	c := newTileCache(5 * one)
	for i := range 20 {
		c.picture++
		c.put(picture(maptiles.ID{Z: 5, X: i}))
	}
	if c.bytes != 5*one || len(c.byID) != 5 || c.order.Len() != 5 {
		t.Errorf("%d tiles with %d bytes are kept", len(c.byID), c.bytes)
	}
	c.picture++
	if c.get(maptiles.ID{Z: 5, X: 15}) == nil || c.get(maptiles.ID{Z: 5, X: 14}) != nil {
		t.Error("not the last five are kept")
	}
	c.picture++
	c.put(picture(maptiles.ID{Z: 6}))
	if c.get(maptiles.ID{Z: 5, X: 15}) == nil || c.get(maptiles.ID{Z: 5, X: 16}) != nil {
		t.Error("what was used last is not kept longest")
	}
	for i := range 10 { // all in one picture
		c.put(picture(maptiles.ID{Z: 7, X: i}))
	}
	for i := range 10 {
		if c.get(maptiles.ID{Z: 7, X: i}) == nil {
			t.Errorf("tile %d of a large picture is gone", i)
		}
	}
}

func TestTileNames(t *testing.T) {
	names := testType(t)
	cases := []struct {
		name       string
		layer      string
		properties map[string]any
		lang, want string
	}{
		{"English", "place", map[string]any{"class": "city", "name": "Алматы", "name:en": "Almaty", "name_kk": "Алматы"}, "en", "Almaty"},
		{"Kazakh", "place_labels", map[string]any{"kind": "city", "name": "Almaty", "name_kk": "Алматы"}, "kk", "Алматы"},
		{"Russian, with only a local name", "place", map[string]any{"class": "town", "name": "Семей"}, "ru", "Семей"},
		{"letters that are not there", "place", map[string]any{"class": "city", "name": "北京", "name:latin": "Beijing"}, "ru", "Beijing"},
		{"no letters that are there", "place", map[string]any{"class": "city", "name": "北京"}, "en", ""},
		{"an unknown language", "place", map[string]any{"class": "city", "name": "x", "name:en": "Y"}, "xx", "Y"},
		{"signs that cannot be seen", "place", map[string]any{"class": "city", "name": "A\u202eB\n"}, "en", "A B"},
		{"far too long", "place", map[string]any{"class": "city", "name": strings.Repeat("x", 5000)}, "en", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			n := nameOf(c.layer, c.properties)
			if n == nil {
				t.Fatal("it is not named")
			}
			if got := n.in(c.lang, names); got != c.want {
				t.Errorf("it is named %q, want %q", got, c.want)
			}
		})
	}
	for layer, class := range map[string]string{"poi": "city", "place": "spaceport", "transportation_name": "city"} {
		if n := nameOf(layer, map[string]any{"class": class, "name": "x"}); n != nil {
			t.Errorf("%s %s is named", layer, class)
		}
	}
}

func BenchmarkTilesGround(b *testing.B) {
	for name, set := range map[string]*madeTiles{"vector": townOf(b, false), "raster": chequered(b, 5, 256, maptiles.PNG)} {
		b.Run(name, func(b *testing.B) {
			s, img := blank(inTown(), 13.4, 1280, 800, 1, &Light)
			s.Tiles = atOnce(b, set, TileOptions{})
			m := testMap(b)
			m.Ground(img, s)
			b.ReportAllocs()
			for b.Loop() {
				m.Ground(img, s)
			}
		})
	}
}
