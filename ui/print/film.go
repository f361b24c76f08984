package print

import (
	"context"
	"image"
	"math"
	"strconv"
	"time"

	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/state"
)

// Film is a story that plays by itself: a picture of each scene with its
// caption, one after the other.
type Film struct {
	Story *store.Story
	Lang  store.Lang
	Size
	Style *paint.Style
}

// captionSize is the size of a film's captions, in pixels at scale 1: a share of the
// width, between two limits.
func (f *Film) captionSize() float32 {
	const share, least, most = 0.027, 15, 28
	return max(least, min(most, share*float32(float64(f.Width)/f.FitScale())))
}

// How long a scene stays, in seconds: what the story says for a talk, shortened
// to what reading its caption takes.
const (
	leastStay   = 4.0
	mostStay    = 12.0
	stayShare   = 0.15
	readLetters = 14.0 // in a second
)

// stay is how long a scene is shown.
func (f *Film) stay(s *store.Scene) time.Duration {
	seconds := math.Max(stayShare*float64(s.Stay), 2+float64(len([]rune(s.Caption.In(f.Lang))))/readLetters)
	return time.Duration(math.Max(leastStay, math.Min(mostStay, seconds))*10) * time.Second / 10
}

// frames draws the scenes one after the other.
type frames struct {
	Film
	press *Press
	p     *state.Presenter
	sheet Sheet
}

// newFrames lays a film out: all scenes have a head of one height, so that the
// map does not jump.
func (k *Press) newFrames(data *state.Data, f Film) *frames {
	r := &frames{Film: f, press: k, p: presenter(data, f.Lang)}
	r.sheet = Sheet{Size: f.Size, Scale: float32(f.FitScale()), Style: f.Style, large: f.captionSize()}
	caption := paint.NewCaption(k.names.Clone())
	for i := range f.Story.Scenes {
		s := &f.Story.Scenes[i]
		r.p.ShowScene(s)
		says := paint.CaptionScene{Factor: r.sheet.Scale, Style: f.Style, Title: s.Caption.In(f.Lang), Large: f.captionSize(), Time: shownTime(r.p)}
		r.sheet.head = max(r.sheet.head, caption.Head(&says, f.Width).Height)
	}
	return r
}

// draw draws scene i.
func (r *frames) draw(ctx context.Context, i int) (*image.RGBA, error) {
	s := &r.Story.Scenes[i]
	r.p.ShowScene(s)
	sheet := r.sheet
	sheet.View, sheet.title, sheet.numbered = &s.View, s.Caption.In(r.Lang), r.p.Highlights()
	return r.press.picture(ctx, r.p, sheet)
}

// what says which scene is being drawn.
func (r *frames) what(i int) string {
	return r.press.words.In(r.Lang, "print-scene", "n", strconv.Itoa(i+1), "all", strconv.Itoa(len(r.Story.Scenes)))
}
