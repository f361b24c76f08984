package main

import (
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const fixtures = "../../geo/tiles/pmtiles/testdata/"

func TestRenderTiles(t *testing.T) {
	const args = "--at 2022-01-05 --size 640x480 --view 60,-30,3"
	plain := rendered(t, args)
	below := rendered(t, args+" --tiles "+fixtures+"colors.pmtiles")
	over := rendered(t, args+" --tiles-over --tiles "+fixtures+"colors.pmtiles")
	own := color.RGBA{200, 140, 140, 255} // that of tile 1/1/1
	at := plain.Rect.Size().Div(2)
	if got := below.RGBAAt(at.X, at.Y-60); got != own {
		t.Errorf("the map is %v, want %v", got, own)
	}
	p, o := plain.RGBAAt(at.X, at.Y-60), over.RGBAAt(at.X, at.Y-60)
	if o == own || o == p || o.R < min(p.R, own.R) || o.R > max(p.R, own.R) {
		t.Errorf("over the map's %v it is %v", p, o)
	}
	if different(plain, below) < 80_000 {
		t.Error("most of the map is as before")
	}
}

// TestRenderBrokenTiles: the picture is that of the basemap, and one line
// tells of the tiles.
func TestRenderBrokenTiles(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.png")
	r := qantarctl(t, "render", "--at", "2022-01-05", "--size", "640x480", "--tiles", fixtures+"small.pmtiles", out)
	if r.code != exitDone || strings.Count(r.errors, "\n") != 1 || !strings.Contains(r.errors, "left out") {
		t.Errorf("%+v", r)
	}
}

func TestRenderRefusesTiles(t *testing.T) {
	letter := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(letter, []byte("Dear reader"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args string
		code int
		want string
	}{
		{"--tiles " + letter, exitFailed, "not a map of tiles"},
		{"--tiles " + letter + ".no", exitFailed, "opening the map"},
		{"--tiles-over", exitMisused, "--tiles FILE"},
	} {
		t.Run(tt.args, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out.png")
			r := qantarctl(t, append(strings.Fields("render --at 2022-01-05 "+tt.args), out)...)
			if r.code != tt.code || !strings.Contains(r.errors, tt.want) || strings.Count(r.errors, "\n") != 1 {
				t.Errorf("%+v", r)
			}
			if _, err := os.Stat(out); err == nil {
				t.Error("a picture is left behind")
			}
		})
	}
}
