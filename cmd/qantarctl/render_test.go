package main

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// rendered draws a picture of the shipped collection and reads it back.
func rendered(t *testing.T, args string) *image.RGBA {
	t.Helper()
	return renderedTo(t, filepath.Join(t.TempDir(), "out.png"), strings.Fields(args)...)
}

func renderedTo(t *testing.T, out string, args ...string) *image.RGBA {
	t.Helper()
	r := qantarctl(t, append(append([]string{"render"}, args...), out)...)
	if r.code != exitDone || r.errors != "" || !strings.HasPrefix(r.out, out+": ") {
		t.Fatalf("%q: %+v", args, r)
	}
	file, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	opaque, ok := img.(*image.RGBA)
	if !ok {
		t.Fatalf("%q: the picture is a %T", args, img)
	}
	return opaque
}

// brightness is the mean of all samples, from 0 to 255.
func brightness(img *image.RGBA) float64 {
	sum := 0
	for i := 0; i < len(img.Pix); i += 4 {
		sum += int(img.Pix[i]) + int(img.Pix[i+1]) + int(img.Pix[i+2])
	}
	return float64(sum) / float64(len(img.Pix)/4*3)
}

// different counts the pixels in which two pictures of one size differ.
func different(a, b *image.RGBA) int {
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		if !bytes.Equal(a.Pix[i:i+4], b.Pix[i:i+4]) {
			n++
		}
	}
	return n
}

func TestRenderSize(t *testing.T) {
	tests := []struct {
		args string
		want image.Point
	}{
		{"--at 2022-01-05", image.Pt(1280, 800)},
		{"--at 2022-01-05 --size 640x480 --lang ru", image.Pt(640, 480)},
		{"--at 2022-01-05 --size 200x200", image.Pt(200, 200)},
		{"--at 2022-01-05 --size 200x900 --lang kk", image.Pt(200, 900)},
		{"--at 2022-01-05 --size 800x600 --scale 2", image.Pt(800, 600)},
		{"--from 2022-01-05 --to 2022-01-06 --size 640x480 --view 76.9,43.25,11", image.Pt(640, 480)},
		{"--from 2022-01-05T18:00 --to 2022-01-05T19:00 --size 640x480 --view -180,85,1", image.Pt(640, 480)},
	}
	for _, tt := range tests {
		t.Run(tt.args, func(t *testing.T) {
			if got := rendered(t, tt.args).Bounds().Size(); got != tt.want {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

func TestRenderShows(t *testing.T) {
	const base = "--size 500x400 --at 2022-01-05"
	first := rendered(t, base)
	tests := []struct {
		name, args string
		least      int // pixels that differ
	}{
		{"another time", "--size 500x400 --at 2022-01-07", 1500},
		{"a window", "--size 500x400 --from 2022-01-05 --to 2022-01-05", 1500},
		{"another place", base + " --view 76.9,43.25,9", 20000},
		{"another theme", base + " --theme dark", 120000},
		{"another language", base + " --lang ru", 1500},
		{"another scale", base + " --scale 1.5", 20000},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if n := different(first, rendered(t, tt.args)); n < tt.least {
				t.Errorf("%d pixels differ, want at least %d", n, tt.least)
			}
		})
	}
	if n := different(first, rendered(t, base)); n != 0 {
		t.Errorf("drawn again, %d pixels differ", n)
	}
	if light, dark := brightness(first), brightness(rendered(t, base+" --theme dark")); light < 180 || dark > 75 {
		t.Errorf("light is %.0f bright, dark %.0f", light, dark)
	}
}

func TestRenderStore(t *testing.T) {
	folder := t.TempDir()
	out := filepath.Join(folder, "out.png")
	if err := os.WriteFile(out, []byte("an older picture"), 0o644); err != nil {
		t.Fatal(err)
	}
	img := renderedTo(t, out, "--at", "2022-01-05", smallStore(t))
	if img.Bounds().Dx() != 1280 {
		t.Errorf("%v", img.Bounds())
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestRenderMisuse(t *testing.T) {
	folder := t.TempDir()
	out := filepath.Join(folder, "out.png")
	if err := os.Mkdir(filepath.Join(folder, "folder.png"), 0o755); err != nil {
		t.Fatal(err)
	}
	store := smallStore(t)
	tests := []struct {
		args, want string // OUT stands for a picture that could be written
	}{
		{"", "got 0 arguments; write it as: qantarctl render [STORE]"},
		{"--at 2022-01-05", "got 0 arguments"},
		{"--at 2022-01-05 a b OUT", "got 3 arguments"},
		{"OUT", "give --at TIME, or both --from TIME and --to TIME"},
		{"--from 2022-01-05 OUT", "give --at TIME, or both"},
		{"--at 2022-01-05 --from 2022-01-04 OUT", "--at does not go with --from"},
		{"--at 2022-01-05 --from 2022-01-04 --to 2022-01-05 OUT", "--at does not go with --from"},
		{"--at noon OUT", `--at: cannot read the time "noon"`},
		{"--at= OUT", "--at: cannot read the time"},
		{"--from 2022-01-05 --to 2022-13-01 OUT", "--to: cannot read the time"},
		{"--from= --to= OUT", "--from: cannot read the time"},
		{"--from 2022-01-06 --to 2022-01-05 OUT", "is after --to"},
		{"--from 2022-01-05T18:00 --to 2022-01-05T18:10 OUT", "less than an hour"},
		{"--at 2050 OUT", "beyond the time that the collection tells of"},
		{"--from 1900 --to 2022-01-05 OUT", "beyond the time that the collection tells of"},
		{"--at 2022-01-05 --theme pink OUT", "use one of contrast, dark, light"},
		{"--at 2022-01-05 --lang de OUT", "use en, kk or ru"},
		{"--at 2022-01-05 --size 800 OUT", "not of the form WxH"},
		{"--at 2022-01-05 --size 800x OUT", "not of the form WxH"},
		{"--at 2022-01-05 --size 800x600x400 OUT", "not of the form WxH"},
		{"--at 2022-01-05 --size 9999999999999999999x600 OUT", "not of the form WxH"},
		{"--at 2022-01-05 --size -800x600 OUT", "use 200 to 16384 pixels"},
		{"--at 2022-01-05 --size 199x600 OUT", "use 200 to 16384 pixels"},
		{"--at 2022-01-05 --size 600x16385 OUT", "use 200 to 16384 pixels"},
		{"--at 2022-01-05 --size 16384x16384 OUT", "more than 100 megapixels"},
		{"--at 2022-01-05 --scale 0 OUT", "--scale 0 is out of range"},
		{"--at 2022-01-05 --scale NaN OUT", "is out of range"},
		{"--at 2022-01-05 --scale 8 OUT", "a scale of at most 4"},
		{"--at 2022-01-05 --view 76.9,43.2 OUT", "not of the form lon,lat,zoom"},
		{"--at 2022-01-05 --view 76.9,43.2,99 OUT", "a zoom from 1 to 16"},
		{"--at 2022-01-05 --view 43.2,NaN,4 OUT", "in degrees"},
		{"--at 2022-01-05 --loud OUT", "unknown flag: --loud"},
		{"--at 2022-01-05 nowhere.qantar OUT", "nowhere.qantar does not exist"},
		{"--at 2022-01-05 nowhere/out.png", "the folder nowhere does not exist"},
		{"--at 2022-01-05 " + store, "does not end in .png"},
		{"--at 2022-01-05 " + folder + "/folder.png", "choose another name"},
	}
	for _, tt := range tests {
		t.Run(tt.args, func(t *testing.T) {
			r := qantarctl(t, strings.Fields("render "+strings.ReplaceAll(tt.args, "OUT", out))...)
			if r.code != exitMisused || r.out != "" {
				t.Errorf("code %d, printed %q", r.code, r.out)
			}
			if !strings.Contains(r.errors, tt.want) || strings.Count(r.errors, "\n") != 1 {
				t.Errorf("said %q, want one line with %q", r.errors, tt.want)
			}
		})
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}
