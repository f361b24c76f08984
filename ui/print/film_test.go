package print

import (
	"bytes"
	"context"
	"errors"
	"image/gif"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"qantar/store"
	"qantar/store/quiz"
	"qantar/ui/paint"

	"golang.org/x/image/webp"
)

// film is a short film of the shipped record.
func film(t *testing.T, scenes int) Film {
	t.Helper()
	c, _ := record(t)
	story := c.Stories[0]
	story.Scenes = story.Scenes[:scenes]
	return Film{Story: &story, Lang: store.Russian, Size: Size{640, 400}, Style: &paint.Light}
}

func TestGIF(t *testing.T) {
	f := film(t, 3)
	_, data := record(t)
	var file bytes.Buffer
	if err := press(t).WriteGIF(t.Context(), &file, data, f, nil); err != nil {
		t.Fatal(err)
	}
	size := file.Len()
	if !strings.Contains(file.String(), "SHA-256 "+data.Hash[:8]) || !strings.Contains(file.String(), data.Attribution[0]) {
		t.Error("it does not say whose work it holds")
	}
	g, err := gif.DecodeAll(&file)
	if err != nil || len(g.Image) != 3 || g.Config.Width != 640 || g.Config.Height != 400 || g.LoopCount != 0 {
		t.Fatalf("%v, %d pictures, %+v", err, len(g.Image), g.Config)
	}
	for i, delay := range g.Delay {
		if want := int(f.stay(&f.Story.Scenes[i]) / (10 * time.Millisecond)); delay != want || delay < 400 || delay > 1200 {
			t.Errorf("scene %d stays %d hundredths, want %d", i, delay, want)
		}
	}
	if size > 400_000 {
		t.Errorf("%d bytes", size)
	}
	drawn, err := press(t).newFrames(data, f).draw(t.Context(), 2)
	if err != nil {
		t.Fatal(err)
	}
	if mean, worst := apart(g.Image[2], drawn, 10); mean > 2 || worst > 12 {
		t.Errorf("colours differ by %.1f, at most %.1f of 255", mean, worst)
	}
	if mean, _ := apart(g.Image[0], g.Image[2], 10); mean < 5 {
		t.Errorf("two scenes differ by %.1f only", mean)
	}
}

func TestVideo(t *testing.T) {
	f := film(t, 2)
	tests := map[Video]func(data []byte) bool{
		MP4:  func(data []byte) bool { return string(data[4:8]) == "ftyp" },
		WebP: func(data []byte) bool { return string(data[8:12]) == "WEBP" && bytes.Count(data, []byte("ANMF")) == 2 },
	}
	for as, right := range tests {
		t.Run(string(as), func(t *testing.T) {
			if !as.Possible() {
				t.Skip("the program that makes it is not here; install ffmpeg and webp")
			}
			_, data := record(t)
			var file bytes.Buffer
			if err := press(t).WriteVideo(t.Context(), &file, data, f, as, nil); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(file.String(), data.Hash) {
				t.Error("it does not say of which record it is")
			}
			if file.Len() < 5000 || !right(file.Bytes()) {
				t.Errorf("%d bytes, %.16q", file.Len(), file.Bytes())
			}
		})
	}
}

func TestVideoNeedsAProgram(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, data := record(t)
	err := press(t).WriteVideo(t.Context(), io.Discard, data, film(t, 1), MP4, nil)
	if MP4.Possible() || err == nil || !strings.Contains(err.Error(), "ffmpeg") {
		t.Errorf("%v", err)
	}
}

func TestPNGSize(t *testing.T) {
	c, _ := record(t)
	for _, size := range []Size{{640, 400}, {200, 900}, {2400, 1500}} {
		t.Run(size.String(), func(t *testing.T) {
			var file bytes.Buffer
			var told []float64
			err := press(t).WritePNG(t.Context(), &file, shows(t, store.English),
				Sheet{Size: size, Scale: float32(size.FitScale()), Style: &paint.Dark},
				func(done float64, what string) { told = append(told, done) })
			if err != nil {
				t.Fatal(err)
			}
			if data := file.String(); !strings.Contains(data, c.Hash) || !strings.Contains(data, c.Attribution[1]) {
				t.Error("it does not say whose work it holds")
			}
			config, err := png.DecodeConfig(&file)
			if err != nil || config.Width != size.Width || config.Height != size.Height {
				t.Errorf("%+v, %v", config, err)
			}
			if !slices.IsSorted(told) || told[0] != 0 || told[len(told)-1] != 1 || len(told) < 4 {
				t.Errorf("progress %v", told)
			}
		})
	}
}

func TestSizesRefused(t *testing.T) {
	tests := map[string]string{
		"800": "not of the form WxH", "800x": "not of the form", "199x600": "use 200 to 16384", "600x16385": "use 200 to 16384",
		"16384x16384": "more than 100 megapixels", "-800x600": "use 200 to 16384",
	}
	for text, want := range tests {
		if _, err := ParseSize(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", text, err)
		}
	}
	if size, err := ParseSize("1280x800"); err != nil || size != (Size{1280, 800}) {
		t.Errorf("%v, %v", size, err)
	}
}

// outputs are all that can be written, each with a progress to be told.
func outputs(t *testing.T) map[string]func(ctx context.Context, to io.Writer, told Progress) error {
	c, _ := record(t)
	k, f := press(t), film(t, 2)
	return map[string]func(ctx context.Context, to io.Writer, told Progress) error{
		"png": func(ctx context.Context, to io.Writer, told Progress) error {
			return k.WritePNG(ctx, to, shows(t, store.English), Sheet{Size: Size{640, 400}, Scale: 1, Style: &paint.Light}, told)
		},
		"pdf": func(ctx context.Context, to io.Writer, told Progress) error {
			return k.WritePDF(ctx, to, shows(t, store.Kazakh), Page{Paper: Papers[0]}, told)
		},
		"handout": func(ctx context.Context, to io.Writer, told Progress) error {
			_, data := record(t)
			return k.WriteHandout(ctx, to, data, Handout{Story: f.Story, Lang: store.Kazakh, Paper: Papers[1]}, told)
		},
		"quiz": func(ctx context.Context, to io.Writer, told Progress) error {
			return k.WriteQuiz(ctx, to, Quiz{Questions: quiz.New(c, quiz.Options{Count: 3}), Record: c, Lang: store.Russian, Paper: Papers[0]}, told)
		},
		"gif": func(ctx context.Context, to io.Writer, told Progress) error {
			_, data := record(t)
			return k.WriteGIF(ctx, to, data, f, told)
		},
	}
}

// The same record and options give the same bytes.
func TestSameBytes(t *testing.T) {
	for name, write := range outputs(t) {
		t.Run(name, func(t *testing.T) {
			var one, other bytes.Buffer
			if err := errors.Join(write(t.Context(), &one, nil), write(t.Context(), &other, nil)); err != nil {
				t.Fatal(err)
			}
			if one.Len() < 1000 || !bytes.Equal(one.Bytes(), other.Bytes()) {
				t.Errorf("%d bytes, then %d others", one.Len(), other.Len())
			}
		})
	}
}

// Whatever is stopped half way leaves no file.
func TestStoppedLeavesNothing(t *testing.T) {
	all := outputs(t)
	if MP4.Possible() {
		all["mp4"] = func(ctx context.Context, to io.Writer, told Progress) error {
			_, data := record(t)
			return press(t).WriteVideo(ctx, to, data, film(t, 2), MP4, told)
		}
	}
	for name, write := range all {
		for _, share := range []float64{0, 0.3} {
			t.Run(name, func(t *testing.T) {
				ctx, stop := context.WithCancel(t.Context())
				defer stop()
				folder := t.TempDir()
				err := WriteWhole(ctx, filepath.Join(folder, "out"), func(to io.Writer) error {
					return write(ctx, to, func(done float64, _ string) {
						if done >= share {
							stop()
						}
					})
				})
				if !errors.Is(err, context.Canceled) {
					t.Errorf("error %v", err)
				}
				if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
					t.Errorf("left is %v, %v", left, err)
				}
			})
		}
	}
}

// However small a film is, its captions tell its scenes apart, and it shows a map.
func TestSmallFilm(t *testing.T) {
	f := film(t, 2)
	f.Size = Size{320, 240}
	f.Story.Scenes = slices.Clone(f.Story.Scenes)
	f.Story.Scenes[1] = f.Story.Scenes[0]
	f.Story.Scenes[1].Caption.Ru = "Совсем другие слова"
	_, data := record(t)
	r := press(t).newFrames(data, f)
	one, err := r.draw(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	other, err := r.draw(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if mean, _ := apart(one, other, 10); mean < 1 {
		t.Error("two captions look the same")
	}
	land := 0
	for i := 0; i < len(one.Pix); i += 4 {
		if c := paint.Light.Land; one.Pix[i] == c.R && one.Pix[i+1] == c.G && one.Pix[i+2] == c.B {
			land++
		}
	}
	if land < 3000 {
		t.Errorf("%d pixels of land", land)
	}
}

// A story of one scene is a picture that says whose work it holds too.
func TestWebPOfOneScene(t *testing.T) {
	if !WebP.Possible() {
		t.Skip("img2webp is not here; install webp")
	}
	_, data := record(t)
	var file bytes.Buffer
	if err := press(t).WriteVideo(t.Context(), &file, data, film(t, 1), WebP, nil); err != nil {
		t.Fatal(err)
	}
	config, err := webp.DecodeConfig(bytes.NewReader(file.Bytes()))
	if err != nil || config.Width != 640 || config.Height != 400 || !strings.Contains(file.String(), data.Hash) {
		t.Errorf("%+v, %v", config, err)
	}
}
