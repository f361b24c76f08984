package paint

import (
	"image"
	"image/color"
	"testing"
)

func captionScene(factor float32, keys int) *CaptionScene {
	s := &CaptionScene{
		Factor: factor, Style: &Light, Title: "A title of some length", Time: "Wed 5 January 2022, 18:00",
		Count: "Events: 3 / 7", Credit: "Where it is from",
	}
	for i := range keys {
		s.Keys = append(s.Keys, Key{Shape: Shapes[i%len(Shapes)], Color: "orange", Name: "Some category", Note: "12", Striped: i > 5})
	}
	return s
}

// rows counts the rows that a band's pieces stand in.
func rows(b *Band) int {
	ys := map[float32]bool{}
	for _, p := range b.pieces {
		ys[p.y] = true
	}
	return len(ys)
}

func TestCaptionFlow(t *testing.T) {
	tests := []struct {
		name       string
		width      int
		keys       int
		factor     float32
		head, foot int // rows
	}{
		{"wide", 1280, 5, 1, 1, 2},
		{"narrower", 640, 5, 1, 1, 3},
		{"narrow", 300, 5, 1, 2, 6},
		{"twice as fine", 1280, 5, 2, 1, 3},
		{"stripes begin a row", 2560, 8, 1, 1, 3},
		{"no key", 640, 0, 1, 1, 1},
		{"one word a row", 60, 1, 1, 10, 10},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, s := NewCaption(testType(t)), captionScene(tt.factor, tt.keys)
			for _, b := range []struct {
				name string
				band *Band
				want int
			}{{"head", c.Head(s, tt.width), tt.head}, {"foot", c.Foot(s, tt.width), tt.foot}} {
				if got := rows(b.band); got != b.want {
					t.Errorf("the %s has %d rows, want %d", b.name, got, b.want)
				}
				checkRoom(t, b.band, tt.width)
			}
		})
	}
}

// checkRoom wants every piece above the one height, and inside the width
// unless it begins a row.
func checkRoom(t *testing.T, b *Band, width int) {
	t.Helper()
	for _, p := range b.pieces {
		if p.y >= float32(b.Height) || p.x > captionPad*b.scene.Factor && p.x+p.width > float32(width) {
			t.Errorf("%q at %g, %g does not fit %dx%d", p.text, p.x, p.y, width, b.Height)
		}
	}
}

func TestCaptionDraw(t *testing.T) {
	for name, style := range Styles {
		t.Run(name, func(t *testing.T) {
			c, s := NewCaption(testType(t)), captionScene(1, 7)
			s.Style = style
			band := c.Foot(s, 400)
			img := image.NewRGBA(image.Rect(0, 0, 400, band.Height))
			c.Draw(img, band)
			if img.RGBAAt(0, 0) != style.Paper {
				t.Errorf("the ground is %v", img.RGBAAt(0, 0))
			}
			for name, want := range map[string]color.RGBA{"ink": style.Ink, "soft ink": style.InkSoft, "mark": style.Category("orange"), "frame": style.Rule} {
				if count(img, want) == 0 {
					t.Errorf("nothing is drawn in the colour of the %s", name)
				}
			}
		})
	}
}

func count(img *image.RGBA, c color.RGBA) int {
	n := 0
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		for x := img.Rect.Min.X; x < img.Rect.Max.X; x++ {
			if img.RGBAAt(x, y) == c {
				n++
			}
		}
	}
	return n
}

func TestScaleBar(t *testing.T) {
	img, s := image.NewRGBA(image.Rect(0, 0, 300, 200)), captionScene(2, 0)
	NewCaption(testType(t)).ScaleBar(img, s, 120, "5 km")
	row := image.Rect(0, 200-captionPad*2-1, 300, 200-captionPad*2)
	if got := count(img.SubImage(row).(*image.RGBA), s.Style.Text); got != 120 {
		t.Errorf("the bar is %d pixels long", got)
	}
}

func TestEdge(t *testing.T) {
	for _, to := range [][2]float32{{-1, 0}, {1, 0}, {0, -1}, {0, 1}} {
		img, s := image.NewRGBA(image.Rect(0, 0, 300, 200)), captionScene(1, 0)
		NewCaption(testType(t)).Edge(img, s, to[0], to[1], "17")
		near := image.Pt(150+int(to[0]*125), 100+int(to[1]*80))
		for y := range 200 {
			for x := range 300 {
				d := image.Pt(x, y).Sub(near)
				if img.RGBAAt(x, y).A > 0 && (max(d.X, -d.X) > 60 || max(d.Y, -d.Y) > 40) {
					t.Fatalf("%v: drawn at %d, %d", to, x, y)
				}
			}
		}
		if count(img, s.Style.Ink) == 0 {
			t.Errorf("%v: no number", to)
		}
	}
}
